import type { Fault, FaultRule } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import type { Dice } from './dice.js';
import { type LateWork, type Outage, elsewhere, origin } from './story.js';

/** The requests that a run makes, by method and address. */
export const targets: readonly Pick<FaultRule['when'], 'method' | 'pathMatches'>[] = [
  { method: 'POST', pathMatches: /\/trigger\/pipeline$/ },
  { method: 'POST', pathMatches: /\/(?:trigger\/)?pipeline$/ },
  { method: 'POST', pathMatches: /\/cancel$/ },
  { method: 'POST', pathMatches: /\/play$/ },
  { method: 'GET', pathMatches: /\/pipelines\/\d+$/ },
  { method: 'GET', pathMatches: /\/pipelines\?/ },
  { method: 'GET', pathMatches: /\/jobs\?/ },
  { method: 'GET', pathMatches: /\/bridges/ },
  { method: 'GET', pathMatches: /\/variables$/ },
  { method: 'GET', pathMatches: /\/trace/ },
  { method: 'GET', pathMatches: /\/test_report_summary$/ },
  { method: 'GET' },
  { method: 'POST' },
  {},
];

/** Logs are long, and cut off more often than anything else. */
const cutLogs: FaultRule = {
  when: { method: 'GET', pathMatches: /\/trace/, times: 2 },
  fault: { kind: 'truncate' },
};

/** None for every third story: a clear day must be judged, too. */
export function randomFaults(dice: Dice, secrets: readonly string[]): readonly FaultRule[] {
  const count = dice.weighted([
    [35, 0],
    [30, 1],
    [20, 2],
    [15, 4],
  ]);
  const anywhere = Array.from({ length: count }, () => ({
    when: {
      // A creation is what most can go wrong with.
      ...(dice.chance(0.3)
        ? { method: 'POST', pathMatches: /\/(?:trigger\/)?pipeline$/ }
        : dice.pick(targets)),
      nth: dice.chance(0.15) ? ('every' as const) : dice.spread(1, 12),
      times: dice.weighted([
        [60, 1],
        [20, dice.between(2, 6)],
        [10, 40],
        [10, Infinity],
      ]),
    },
    fault: randomFault(dice, secrets),
  }));
  return dice.chance(0.1) ? [...anywhere, cutLogs] : anywhere;
}

/** Times in which nothing works: short, long, or for ever. */
export function randomOutages(dice: Dice, secrets: readonly string[]): readonly Outage[] {
  if (!dice.chance(0.25)) return [];
  const fromMs = dice.spread(20, 600_000);
  const lastsMs = dice.chance(0.25) ? Infinity : dice.spread(500, 900_000);
  return [{ fromMs, toMs: fromMs + lastsMs, fault: randomFault(dice, secrets) }];
}

/** GitLab says that it failed, in its own words, after it has saved the pipeline. */
export function randomCrash(dice: Dice): readonly FaultRule[] {
  if (!dice.chance(0.08)) return [];
  const body = '{"message":"500 Internal Server Error"}';
  return [
    {
      when: { method: 'POST', pathMatches: /\/(?:trigger\/)?pipeline$/, nth: 1 },
      fault: { kind: 'status', status: 500, work: 'done', body },
    },
  ];
}

/** GitLab gives a request up after a minute; until then it may still do what was asked. */
export function randomLateWork(dice: Dice): LateWork | undefined {
  if (!dice.chance(0.08)) return undefined;
  return {
    method: 'POST',
    pathMatches: /\/(?:trigger\/)?pipeline$/,
    nth: 1,
    afterMs: dice.spread(1000, 60_000),
  };
}

function randomFault(dice: Dice, secrets: readonly string[]): Fault {
  return dice.weighted<() => Fault>([
    [10, () => ({ kind: 'reset_before' })],
    [12, () => ({ kind: 'reset_after' })],
    [8, () => ({ kind: 'truncate' })],
    [5, () => ({ kind: 'truncate_chunked' })],
    [6, () => ({ kind: 'stall' })],
    [8, () => ({ kind: 'stall_after_work' })],
    [5, () => ({ kind: 'drip', everyMs: dice.spread(1, 1000) })],
    [5, () => ({ kind: 'html', ...(dice.chance(0.3) ? { page: pageWith(dice.pick(secrets)) } : {}) })],
    [
      6,
      () => ({
        kind: 'redirect',
        status: dice.pick([301, 302, 303, 307, 308]),
        location: randomLocation(dice, secrets),
      }),
    ],
    [3, () => ({ kind: 'too_large', megabytes: dice.pick([20, 'endless']) })],
    [8, () => randomThrottle(dice)],
    [6, () => ({ kind: 'maintenance' })],
    [6, () => ({ kind: 'refuse' })],
    [14, () => randomServerError(dice, secrets)],
    [6, () => randomRefusal(dice, secrets)],
    [
      2,
      () => ({
        kind: 'status',
        status: 200,
        work: 'not_done',
        body: dice.pick(['{}', 'null', '', '"x"']),
      }),
    ],
  ])();
}

function randomThrottle(dice: Dice): Fault {
  return {
    kind: 'rate_limited',
    ...(dice.chance(0.5) ? { retryAfterSeconds: dice.spread(1, 600) } : {}),
    ...(dice.chance(0.3) ? { resetAfterSeconds: dice.spread(1, 120) } : {}),
  };
}

function randomServerError(dice: Dice, secrets: readonly string[]): Fault {
  return {
    kind: 'status',
    status: dice.pick([500, 502, 503, 504]),
    work: dice.pick(['done', 'not_done']),
    ...(dice.chance(0.4) ? { body: JSON.stringify({ message: `500 near ${dice.pick(secrets)}` }) } : {}),
  };
}

/** A server that says no has done nothing. */
function randomRefusal(dice: Dice, secrets: readonly string[]): Fault {
  return {
    kind: 'status',
    status: dice.pick([400, 401, 403, 404, 405, 408, 409, 410, 422, 425]),
    work: 'not_done',
    ...(dice.chance(0.7)
      ? { body: JSON.stringify({ message: dice.chance(0.3) ? `no: ${dice.pick(secrets)}` : '4xx No' }) }
      : {}),
  };
}

function randomLocation(dice: Dice, secrets: readonly string[]): string {
  return dice.pick([
    `${elsewhere}/api/v4/projects/42`,
    `${elsewhere}/?private_token=${encodeURIComponent(dice.pick(secrets))}`,
    `${origin}/users/sign_in`,
    `${origin}/api/v4/projects/42`,
    'http://gitlab.example.com/api/v4/projects/42',
  ]);
}

function pageWith(secret: string): string {
  return `<!DOCTYPE html><html><head><title>Sign in</title></head><body>token ${secret}</body></html>`;
}
