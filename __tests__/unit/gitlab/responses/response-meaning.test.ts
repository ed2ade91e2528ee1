import { describe, expect, test } from '@jest/globals';

import type { Topic } from '../../../../src/gitlab/responses/gitlab-words.js';
import {
  type AnswerFacts,
  type CallKind,
  type Meaning,
  meaningFor,
  meaningOf,
  meanings,
} from '../../../../src/gitlab/responses/response-meaning.js';
import { TransportFault } from '../../../../src/http/transport.js';
import { lost, ok, refused } from '../../../support/pipelines.js';

const creations: readonly CallKind[] = ['start', 'create_token'];
const repeatable: readonly CallKind[] = ['poll', 'cancel', 'log', 'artifact'];
const statuses = [
  301, 302, 307, 400, 401, 403, 404, 405, 408, 409, 410, 413, 422, 425, 429, 500, 502, 503, 504,
];
const busy = new Set([408, 425, 429, 500, 502, 503, 504]);

describe('the table of meanings', () => {
  test.each(creations)('%s: a response of another server is always uncertain', (call) => {
    for (const on of [200, 201, 204, ...statuses]) {
      expect([on, meaningFor(call, { by: 'stranger', on })]).toEqual([on, 'uncertain']);
    }
  });

  test.each(repeatable)('%s: a response of another server is always a temporary failure', (call) => {
    for (const on of [200, ...statuses]) {
      expect([on, meaningFor(call, { by: 'stranger', on })]).toEqual([on, 'passing']);
    }
  });

  test.each(creations)('%s: a refusal of GitLab is final, and its internal error is uncertain', (call) => {
    for (const on of statuses) {
      const want: Meaning = on >= 400 && on < 500 ? 'final' : 'uncertain';
      expect([on, meaningFor(call, { by: 'gitlab', on })]).toEqual([on, want]);
    }
  });

  test.each(repeatable)('%s: a refusal of GitLab is final, and its internal error is temporary', (call) => {
    for (const on of statuses) {
      const isPassing = busy.has(on) || (call === 'cancel' && on === 409);
      expect([on, meaningFor(call, { by: 'gitlab', on })]).toEqual([on, isPassing ? 'passing' : 'final']);
    }
  });

  test.each(repeatable)('%s: a storage is believed like GitLab', (call) => {
    for (const on of statuses) {
      expect([on, meaningFor(call, { by: 'storage', on })]).toEqual([on, busy.has(on) ? 'passing' : 'final']);
    }
  });

  const topics: readonly { readonly about: Topic; readonly on: number; readonly want: Meaning }[] = [
    { about: 'throttle', on: 429, want: 'not_done' },
    { about: 'maintenance', on: 503, want: 'not_done' },
    { about: 'minute_full', on: 400, want: 'not_done' },
    { about: 'git_busy', on: 400, want: 'not_done' },
    { about: 'crash', on: 500, want: 'uncertain' },
  ];

  test.each(creations)('%s: a lock that is taken may have ended work that was half done', (call) => {
    expect(meaningFor(call, { by: 'gitlab', on: 409, about: 'locked' })).toBe('uncertain');
    expect(meaningFor(call, { by: 'stranger', on: 409 })).toBe('uncertain');
    expect(meaningFor(call, { by: 'gitlab', on: 409 })).toBe('final');
  });

  test.each(topics)('GitLab’s own words about $about mean $want for a creation', ({ about, on, want }) => {
    expect(creations.map((call) => meaningFor(call, { by: 'gitlab', on, about }))).toEqual([want, want]);
    expect(repeatable.map((call) => meaningFor(call, { by: 'gitlab', on, about }))).toEqual(
      repeatable.map(() => 'passing'),
    );
  });

  test('the same words of another server mean nothing', () => {
    for (const { about, on } of topics)
      expect(meaningFor('start', { by: 'stranger', on, about })).toBe('uncertain');
  });

  test('only what was never sent, or what GitLab says before any work, was not done', () => {
    const undone = meanings.filter(({ meaning }) => meaning === 'not_done');
    expect(undone.map(({ by, on, about }) => [by, on, about?.length])).toEqual([
      ['nobody', ['never_sent'], undefined],
      ['gitlab', 'anything', 4],
    ]);
  });

  test('a response without a row never means more than it shows', () => {
    const odd: AnswerFacts = { by: 'nobody', on: 42 };
    expect([meaningFor('start', odd), meaningFor('poll', odd)]).toEqual(['uncertain', 'passing']);
  });
});

describe('meaningOf', () => {
  const proxy = new TransportFault({ kind: 'proxy', reached: 'no', message: 'the proxy answered 407' });
  test.each([
    { name: 'a success', reply: ok(1), start: 'done', poll: 'done' },
    { name: 'a request that never left', reply: lost('no'), start: 'not_done', poll: 'passing' },
    {
      name: 'a proxy that wants another password',
      reply: { kind: 'fault', fault: proxy },
      start: 'final',
      poll: 'passing',
    },
    { name: 'a lost connection', reply: lost(), start: 'uncertain', poll: 'passing' },
    {
      name: 'a login page',
      reply: { kind: 'unreadable', status: 200, why: 'HTML', hints: {} },
      start: 'uncertain',
      poll: 'passing',
    },
    { name: 'a no of GitLab', reply: refused({ status: 403 }), start: 'final', poll: 'final' },
  ] as const)('$name', ({ reply, start, poll }) => {
    expect([meaningOf('start', reply), meaningOf('poll', reply)]).toEqual([start, poll]);
  });
});
