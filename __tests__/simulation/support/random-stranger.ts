import type { Dice } from './dice.js';
import type { CacheHabit } from './list-cache.js';
import { targets } from './random-faults.js';
import type { Act, Stay, StayCondition, Touch, Work } from './stranger.js';
import { randomStrangerAnswer } from './stranger-words.js';

/**
 * Nobody in more than half of the stories; else one or a few, for one request, for a while, or for one kind
 * of request for good.
 */
export function randomStays(dice: Dice): readonly Stay[] {
  if (dice.chance(0.04)) return forgetfulGateway(dice);
  const count = dice.weighted([
    [55, 0],
    [27, 1],
    [12, 2],
    [6, 4],
  ]);
  return Array.from({ length: count }, () => randomStay(dice));
}

/**
 * It gives up on a creation that GitLab takes its time for, and has lists of a moment ago for whoever looks
 * for the pipeline.
 */
function forgetfulGateway(dice: Dice): readonly Stay[] {
  const lost: Act = {
    kind: 'answer',
    work: { kind: 'done_after', afterMs: dice.between(1000, 59_000) },
    answers: [randomStrangerAnswer(dice, 'creation')],
    touch: {},
  };
  const habit: CacheHabit = {
    keepsMs: dice.between(20_000, 60_000),
    keeps: 'lists',
    sharedWith: 'others',
    selectors: dice.pick(['heard', 'ignored']),
    age: dice.pick(['told', 'hidden']),
    date: dice.pick(['of_the_origin', 'of_the_cache']),
  };
  return [
    { when: { ...creations, nth: 1, times: 1 }, act: lost },
    dice.chance(0.3) ? emptyLists() : { when: lists, act: { kind: 'cache', habit } },
  ];
}

/**
 * Who answers whoever looks for a lost pipeline with an empty list of its own, which lacks what GitLab sends
 * with one. The first look of all, which only asks whether pipelines may be read, believes it.
 */
function emptyLists(): Stay {
  const nothing = {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from('[]'),
  };
  return {
    when: { method: 'GET', pathMatches: /\/pipelines\?.*per_page=100/ },
    act: { kind: 'answer', work: { kind: 'not_done' }, answers: [nothing], touch: {} },
  };
}

/**
 * Who answers once or twice for GitLab that there are no jobs, or no trigger jobs; often where the verdict
 * depends on them.
 */
export function randomNoJobs(dice: Dice, { needsLists }: { readonly needsLists: boolean }): readonly Stay[] {
  if (!dice.chance(needsLists ? 0.2 : 0.02)) return [];
  const pathMatches = dice.pick([/\/bridges\?/, /\/(?:jobs|bridges)\?/]);
  const when = { method: 'GET', pathMatches, nth: dice.pick([1, 1, 2, 3]), times: dice.pick([1, 2, 2]) };
  return [{ when, act: emptyLists().act }];
}

/**
 * Who answers a few times that a later page of a list has nothing, though the page before it announced it.
 */
export function randomEmptyPages(dice: Dice): readonly Stay[] {
  if (!dice.chance(0.3)) return [];
  const pathMatches = /\/(?:jobs|bridges)\?(?:.*&)?page=[2-9]/;
  const when = { method: 'GET', pathMatches, nth: dice.pick([1, 1, 2, 5]), times: dice.pick([1, 2, 4, 8]) };
  return [{ when, act: emptyLists().act }];
}

const creations: StayCondition = { method: 'POST', pathMatches: /\/(?:trigger\/)?pipeline$/ };
const lists: StayCondition = { method: 'GET', pathMatches: /\/(?:pipelines|jobs|bridges)(?:\?|$)/ };
const polls: StayCondition = {
  method: 'GET',
  pathMatches: /\/pipelines(?:\/\d+(?:\/(?:jobs|bridges))?)?(?:\?|$)/,
};

function randomStay(dice: Dice): Stay {
  return dice.weighted<() => Stay>([
    [38, () => ({ when: { ...creations, ...oneOrFew(dice) }, act: randomAct(dice, 'creation') })],
    [38, () => ({ when: { ...dice.pick(targets), ...anyLength(dice) }, act: randomAct(dice, 'any') })],
    [8, () => ({ when: lists, act: randomCache(dice, 'lists') })],
    [4, () => ({ when: polls, act: randomCache(dice, 'all') })],
    // Whoever stands there for good has a clock of its own, and headers that it does not know do not get
    // through.
    [12, () => ({ when: {}, act: { kind: 'pass_on', touch: randomTouch(dice) } })],
  ])();
}

function oneOrFew(dice: Dice): StayCondition {
  return dice.weighted<StayCondition>([
    [60, { nth: 1, times: 1 }],
    [10, { nth: 2, times: 1 }],
    [15, { nth: 1, times: dice.between(2, 4) }],
    [15, {}],
  ]);
}

function anyLength(dice: Dice): StayCondition {
  const fromMs = dice.spread(1, 600_000);
  return dice.weighted<StayCondition>([
    [45, { nth: dice.spread(1, 12), times: dice.pick([1, 1, 2, 5]) }],
    [40, { fromMs, toMs: fromMs + dice.spread(500, 400_000) }],
    [15, {}],
  ]);
}

function randomAct(dice: Dice, on: 'any' | 'creation'): Act {
  return dice.weighted<() => Act>([
    [
      72,
      () => ({
        kind: 'answer',
        work: randomWork(dice, on),
        answers: Array.from({ length: dice.between(1, 3) }, () => randomStrangerAnswer(dice, on)),
        touch: dice.chance(0.3) ? randomTouch(dice) : {},
      }),
    ],
    [8, () => ({ kind: 'lose_request', share: dice.random() })],
    [12, () => ({ kind: 'lose_answer', share: dice.random() })],
    [8, () => ({ kind: 'pass_on', touch: randomTouch(dice) })],
  ])();
}

/**
 * Most proxies give up on GitLab long before GitLab gives up on the work; none of that takes longer than
 * GitLab's own minute.
 */
function randomWork(dice: Dice, on: 'any' | 'creation'): Work {
  if (on === 'any') return dice.chance(0.3) ? { kind: 'done_before' } : { kind: 'not_done' };
  return dice.weighted<Work>([
    [45, { kind: 'done_before' }],
    [25, { kind: 'done_after', afterMs: dice.spread(10, 59_000) }],
    [30, { kind: 'not_done' }],
  ]);
}

const tenMinutesMs = 600_000;

function randomTouch(dice: Dice): Touch {
  return {
    ...(dice.chance(0.6) ? { dateOffsetMs: dice.between(-tenMinutesMs, tenMinutesMs) } : {}),
    ...(dice.chance(0.6) ? { strips: true } : {}),
    ...(dice.chance(0.08) ? { packs: true } : {}),
  };
}

function randomCache(dice: Dice, keeps: CacheHabit['keeps']): Act {
  return {
    kind: 'cache',
    habit: {
      keepsMs: dice.spread(1000, 60_000),
      keeps,
      sharedWith: dice.pick(['others', 'nobody']),
      selectors: dice.pick(['heard', 'ignored']),
      age: dice.pick(['told', 'hidden']),
      date: dice.pick(['of_the_origin', 'of_the_cache']),
    },
  };
}
