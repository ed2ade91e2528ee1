import { gzipSync } from 'node:zlib';

import type { Delivery } from '../../../src/simulator/gitlab/wire/delivery.js';
import type { SimulatedResponse } from '../../../src/simulator/gitlab/wire/wire.js';
import type { VirtualClock } from '../../../src/simulator/virtual-clock.js';
import { type CacheHabit, type ListCache, createListCache } from './list-cache.js';
import type { Exchange } from './wire.js';

/** When a stranger has to do with a request; every condition that is there has to be met. */
export interface StayCondition {
  readonly method?: string | undefined;
  /** Looked for in the undecoded path and query. */
  readonly pathMatches?: RegExp | undefined;
  /** Counted from 1 among the requests that fit, 1 when absent. */
  readonly nth?: number | undefined;
  /** How many of them from there on; all when absent. */
  readonly times?: number | undefined;
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
}

/** A stay of somebody between a run and GitLab: a gateway, a proxy, a page to sign in, a cache. */
export interface Stay {
  readonly when: StayCondition;
  readonly act: Act;
}

/** What becomes of GitLab's work when somebody else answers. */
export type Work =
  | { readonly kind: 'done_before' }
  /** The answer comes at once, the work so much later, and nobody hears of it. */
  | { readonly kind: 'done_after'; readonly afterMs: number }
  | { readonly kind: 'not_done' };

export interface StrangerAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What a stranger changes in answers that it passes on. */
export interface Touch {
  /** Its own clock, so far from GitLab's. */
  readonly dateOffsetMs?: number | undefined;
  /** Takes `Link` and `X-…` away. */
  readonly strips?: boolean | undefined;
  readonly packs?: boolean | undefined;
}

export type Act =
  /** In GitLab's stead, with the next of its answers. */
  | {
      readonly kind: 'answer';
      readonly work: Work;
      readonly answers: readonly StrangerAnswer[];
      readonly touch: Touch;
    }
  | { readonly kind: 'pass_on'; readonly touch: Touch }
  /** Loses the connection when this share of the request has gone through; all of it is not quite 1. */
  | { readonly kind: 'lose_request'; readonly share: number }
  /** Loses the connection when this share of the answer, with its head, has come back. */
  | { readonly kind: 'lose_answer'; readonly share: number }
  /** Answers lists from what it has. */
  | { readonly kind: 'cache'; readonly habit: CacheHabit };

/** What it did to one exchange. `touched` leaves what GitLab said as it was; `spoiled` does not. */
export type Doing = 'answered' | 'touched' | 'spoiled' | 'cached' | 'lost';

export interface Stranger {
  /** Stands in the way of a request that has arrived; `toGitLab` lets it through. */
  readonly meet: (exchange: Exchange, toGitLab: () => Delivery) => Delivery;
  /** Forgets what would still go through. */
  readonly abortRun: () => void;
}

interface CountedStay extends Stay {
  readonly cache: ListCache | undefined;
  matches: number;
  acts: number;
}

/** Acts as the first stay says that wants the request. */
export function createStranger(clock: VirtualClock, stays: readonly Stay[]): Stranger {
  const forgets: (() => void)[] = [];
  const counted = stays.map((stay): CountedStay => ({
    ...stay,
    cache: stay.act.kind === 'cache' ? createListCache(clock, stay.act.habit) : undefined,
    matches: 0,
    acts: 0,
  }));
  return {
    meet: (exchange, toGitLab) => {
      const wanting = counted.filter((stay) => fits(stay, exchange, clock.nowMs()));
      const [stay] = wanting;
      if (stay === undefined) return toGitLab();
      stay.acts += 1;
      return actOut({ clock, forgets, exchange, toGitLab, stay });
    },
    abortRun: () => {
      for (const dispose of forgets) dispose();
    },
  };
}

function fits(stay: CountedStay, { method, url }: Exchange, nowMs: number): boolean {
  const { when } = stay;
  const { nth = 1, times = Infinity, fromMs = 0, toMs = Infinity } = when;
  if (nowMs < fromMs || nowMs >= toMs) return false;
  if (when.method !== undefined && when.method !== method) return false;
  if (when.pathMatches !== undefined && !when.pathMatches.test(url.pathname + url.search)) return false;
  stay.matches += 1;
  return stay.matches >= nth && stay.matches < nth + times;
}

interface Meeting {
  readonly clock: VirtualClock;
  readonly forgets: (() => void)[];
  readonly exchange: Exchange;
  readonly toGitLab: () => Delivery;
  readonly stay: CountedStay;
}

function actOut(meeting: Meeting): Delivery {
  const { clock, exchange, toGitLab, stay } = meeting;
  const { act } = stay;
  switch (act.kind) {
    case 'answer':
      return answerInstead(meeting, act);
    case 'pass_on':
      exchange.stranger = act.touch.packs === true ? 'spoiled' : 'touched';
      if (act.touch.strips === true) exchange.isStripped = true;
      return mapped(toGitLab(), (response) => touched(clock, response, act.touch));
    case 'lose_request':
      exchange.stranger = 'lost';
      return { kind: 'reset' };
    case 'lose_answer':
      exchange.stranger = 'lost';
      return cut(toGitLab(), act.share);
    case 'cache':
      return stay.cache?.answer(exchange, toGitLab) ?? toGitLab();
  }
}

function answerInstead(
  { clock, forgets, exchange, toGitLab, stay }: Meeting,
  { work, answers, touch }: Extract<Act, { readonly kind: 'answer' }>,
): Delivery {
  exchange.stranger = 'answered';
  if (work.kind === 'done_before') toGitLab();
  if (work.kind === 'done_after') forgets.push(clock.schedule(work.afterMs, () => void toGitLab()));
  const answer = answers[(stay.acts - 1) % answers.length];
  if (answer === undefined) return { kind: 'reset' };
  const date = new Date(clock.epochMs()).toUTCString();
  const response = { ...answer, headers: { date, ...answer.headers } };
  return { kind: 'answer', response: touched(clock, response, touch) };
}

function touched(
  clock: VirtualClock,
  { status, headers, body }: SimulatedResponse,
  { dateOffsetMs, strips, packs }: Touch,
): SimulatedResponse {
  const kept = Object.entries(headers).filter(
    ([name]) => strips !== true || (name !== 'link' && !name.startsWith('x-')),
  );
  const date =
    dateOffsetMs === undefined ? {} : { date: new Date(clock.epochMs() + dateOffsetMs).toUTCString() };
  const packing = packs === true ? { 'content-encoding': 'gzip' } : {};
  return {
    status,
    headers: { ...Object.fromEntries(kept), ...date, ...packing },
    body: packs === true ? gzipSync(body) : body,
  };
}

function mapped(delivery: Delivery, change: (response: SimulatedResponse) => SimulatedResponse): Delivery {
  return 'response' in delivery ? { ...delivery, response: change(delivery.response) } : delivery;
}

/** A head is about so long; when less than that has come, there is no answer at all. */
const headBytes = 400;

function cut(delivery: Delivery, share: number): Delivery {
  if (delivery.kind !== 'answer' && delivery.kind !== 'drip') return delivery;
  const { response } = delivery;
  const sentBytes = Math.floor((headBytes + response.body.length) * share) - headBytes;
  if (sentBytes < 0 || response.body.length === 0) return { kind: 'reset' };
  return {
    kind: 'truncated',
    response,
    sentBytes: Math.min(sentBytes, response.body.length - 1),
    framing: 'content_length',
  };
}
