import type { Topic } from './gitlab-words.js';
import type { FailedReply, Reply } from './reply.js';
import type { Speaker } from './speaker.js';

/** What was asked for. `poll`: every read but logs and artifacts. */
export type CallKind = 'start' | 'create_token' | 'poll' | 'cancel' | 'log' | 'artifact';

/**
 * What an answer may mean. `done`: what was asked for was done. `not_done`: it certainly was not, and the
 * same request may do it later. `uncertain`: it may have been, or may yet be. `passing`: trouble that may be
 * over a moment later. `final`: a no that would be said again.
 */
export type Meaning = 'done' | 'not_done' | 'uncertain' | 'passing' | 'final';

/** Who answered; `nobody`: there was no answer, or not all of one. */
export type Answerer = Speaker | 'nobody';

/**
 * A stretch of statuses, or how far a request without an answer came. `kept_out`: a proxy wants another
 * password.
 */
type On = readonly [from: number, to: number] | 'never_sent' | 'kept_out' | 'lost';

/** `about` makes a row one for these topics only. */
export interface MeaningRow {
  readonly calls: readonly CallKind[];
  readonly by: Answerer;
  readonly on: readonly On[] | 'anything';
  readonly about?: readonly Topic[];
  readonly meaning: Meaning;
}

/** What makes something: a second one is a second one. */
const creations: readonly CallKind[] = ['start', 'create_token'];
/** What may be asked for again. */
const repeatable: readonly CallKind[] = ['poll', 'cancel', 'log', 'artifact'];
const all: readonly CallKind[] = [...creations, ...repeatable];

/** What GitLab says before any work. */
const beforeWork: readonly Topic[] = ['throttle', 'maintenance', 'minute_full', 'git_busy'];

/**
 * What an answer means, by the kind of call, who gave it and with which status; the first row that fits. That
 * nothing was done rests on a connection that never carried the request, or on words that only GitLab says;
 * what a stranger says tells nothing of what GitLab did, or of what it knows.
 */
export const meanings: readonly MeaningRow[] = [
  { calls: creations, by: 'nobody', on: ['never_sent'], meaning: 'not_done' },
  { calls: creations, by: 'nobody', on: ['kept_out'], meaning: 'final' },
  { calls: creations, by: 'nobody', on: ['lost'], meaning: 'uncertain' },
  { calls: repeatable, by: 'nobody', on: 'anything', meaning: 'passing' },
  { calls: all, by: 'gitlab', on: [[200, 299]], meaning: 'done' },
  { calls: creations, by: 'gitlab', on: 'anything', about: beforeWork, meaning: 'not_done' },
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

/** An answer as the table looks at it. */
export interface AnswerFacts {
  readonly by: Answerer;
  readonly on: number | 'never_sent' | 'kept_out' | 'lost';
  readonly about?: Topic | undefined;
}

/**
 * The only place that decides what may be believed, repeated or waited out. A GitLab that is too old is so
 * tomorrow; only what reads can tell.
 */
export function meaningOf(call: CallKind, reply: Reply<unknown>): Meaning {
  if (reply.kind === 'unreadable' && reply.tooOld === true) return 'final';
  return meaningFor(call, factsOf(reply));
}

/**
 * What the table says; what no row knows is open for what makes something, and passes for everything else.
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
      // A wrong password is not tried again: proxies lock accounts for that.
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
 * Whether the same request may well succeed a little later, as the table of meanings has it: true for
 * everything that came from the way there, from a stranger or from a server in trouble; false for what GitLab
 * itself would say again. Not meant for requests that make something.
 */
export function isTransient(
  reply: FailedReply,
  call: Exclude<CallKind, 'start' | 'create_token'> = 'poll',
): boolean {
  return meaningOf(call, reply) === 'passing';
}
