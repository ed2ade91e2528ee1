import type { Topic } from './gitlab-words.js';
import type { FailedReply, Reply } from './reply.js';
import type { Speaker } from './speaker.js';

/** The kind of call. `poll`: every read except logs and artifacts. */
export type CallKind = 'start' | 'create_token' | 'poll' | 'cancel' | 'log' | 'artifact';

/**
 * What a response may mean. `done`: the request was carried out. `not_done`: it certainly was not, and a
 * retry may succeed. `uncertain`: it may have been, or may still be. `passing`: a failure that may be over a
 * moment later. `final`: GitLab would give the same refusal again.
 */
export type Meaning = 'done' | 'not_done' | 'uncertain' | 'passing' | 'final';

/** Who answered; `nobody`: there was no response, or only part of one. */
export type Answerer = Speaker | 'nobody';

/**
 * A range of statuses, or how far a request without a response got. `kept_out`: a proxy needs another
 * password.
 */
type On = readonly [from: number, to: number] | 'never_sent' | 'kept_out' | 'lost';

/** `about` restricts a row to these topics. */
export interface MeaningRow {
  readonly calls: readonly CallKind[];
  readonly by: Answerer;
  readonly on: readonly On[] | 'anything';
  readonly about?: readonly Topic[];
  readonly meaning: Meaning;
}

/** Calls that create something: a repeated one creates a second one. */
const creations: readonly CallKind[] = ['start', 'create_token'];
/** Calls that may be repeated. */
const repeatable: readonly CallKind[] = ['poll', 'cancel', 'log', 'artifact'];
const all: readonly CallKind[] = [...creations, ...repeatable];

/** What GitLab answers before it does any work. */
const beforeWork: readonly Topic[] = ['throttle', 'maintenance', 'minute_full', 'git_busy'];

/**
 * The meaning of a response by kind of call, speaker and status; the first matching row wins. "Not done"
 * rests on a connection that never carried the request, or on words that only GitLab uses. What a stranger
 * says shows nothing about what GitLab did or knows. A lock conflict can end work that was half done.
 */
export const meanings: readonly MeaningRow[] = [
  { calls: creations, by: 'nobody', on: ['never_sent'], meaning: 'not_done' },
  { calls: creations, by: 'nobody', on: ['kept_out'], meaning: 'final' },
  { calls: creations, by: 'nobody', on: ['lost'], meaning: 'uncertain' },
  { calls: repeatable, by: 'nobody', on: 'anything', meaning: 'passing' },
  { calls: all, by: 'gitlab', on: [[200, 299]], meaning: 'done' },
  { calls: creations, by: 'gitlab', on: 'anything', about: beforeWork, meaning: 'not_done' },
  { calls: creations, by: 'gitlab', on: 'anything', about: ['locked'], meaning: 'uncertain' },
  { calls: creations, by: 'gitlab', on: [[400, 499]], meaning: 'final' },
  { calls: creations, by: 'gitlab', on: 'anything', meaning: 'uncertain' },
  { calls: creations, by: 'stranger', on: 'anything', meaning: 'uncertain' },
  { calls: creations, by: 'storage', on: 'anything', meaning: 'uncertain' },
  { calls: repeatable, by: 'gitlab', on: 'anything', about: beforeWork, meaning: 'passing' },
  { calls: ['cancel'], by: 'gitlab', on: [[409, 409]], meaning: 'passing' },
  {
    calls: repeatable,
    by: 'gitlab',
    on: [
      [408, 408],
      [425, 425],
      [429, 429],
      [500, 599],
    ],
    meaning: 'passing',
  },
  { calls: repeatable, by: 'gitlab', on: 'anything', meaning: 'final' },
  {
    calls: repeatable,
    by: 'storage',
    on: [
      [408, 408],
      [425, 425],
      [429, 429],
      [500, 599],
    ],
    meaning: 'passing',
  },
  { calls: repeatable, by: 'storage', on: 'anything', meaning: 'final' },
  { calls: repeatable, by: 'stranger', on: 'anything', meaning: 'passing' },
];

/** The facts of a response by which the table is searched. */
export interface AnswerFacts {
  readonly by: Answerer;
  readonly on: number | 'never_sent' | 'kept_out' | 'lost';
  readonly about?: Topic | undefined;
}

/**
 * The only place that decides what may be trusted, retried or waited out. A GitLab that is too old is a
 * permanent failure; only reads can detect it.
 */
export function meaningOf(call: CallKind, reply: Reply<unknown>): Meaning {
  if (reply.kind === 'unreadable' && reply.tooOld === true) return 'final';
  return meaningFor(call, factsOf(reply));
}

/**
 * The meaning by the table. Without a matching row, it is uncertain for calls that create something, and
 * passing for all others.
 */
export function meaningFor(call: CallKind, { by, on, about }: AnswerFacts): Meaning {
  const row = meanings.find(
    (each) =>
      each.calls.includes(call) &&
      each.by === by &&
      (each.about === undefined || (about !== undefined && each.about.includes(about))) &&
      (each.on === 'anything' || each.on.some((stretch) => isIn(stretch, on))),
  );
  return row?.meaning ?? (creations.includes(call) ? 'uncertain' : 'passing');
}

function isIn(stretch: On, on: AnswerFacts['on']): boolean {
  if (typeof stretch === 'string' || typeof on === 'string') return stretch === on;
  const [from, to] = stretch;
  return on >= from && on <= to;
}

function factsOf(reply: Reply<unknown>): AnswerFacts {
  return reply.kind === 'ok' ? { by: 'gitlab', on: 200 } : factsOfFailure(reply);
}

function factsOfFailure(reply: FailedReply): AnswerFacts {
  switch (reply.kind) {
    case 'fault': {
      const { reached, message } = reply.fault;
      if (reached === 'maybe') return { by: 'nobody', on: 'lost' };
      // A wrong password is not retried: proxies lock accounts for that.
      return { by: 'nobody', on: message.includes('answered 407') ? 'kept_out' : 'never_sent' };
    }
    case 'refused': {
      const { speaker, status, about } = reply.refusal;
      return { by: speaker, on: status, about };
    }
    case 'unreadable':
      return { by: 'stranger', on: reply.status };
  }
}

/**
 * Whether a retry may succeed, by the table of meanings. True for failures of the network, of a stranger, or
 * of a server with problems; false for what GitLab itself would answer again. Not for requests that create
 * something.
 */
export function isTransient(
  reply: FailedReply,
  call: Exclude<CallKind, 'start' | 'create_token'> = 'poll',
): boolean {
  return meaningOf(call, reply) === 'passing';
}
