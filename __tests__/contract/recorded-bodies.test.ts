import { describe, expect, test } from '@jest/globals';

import { describeReply } from '../../src/gitlab/responses/explain.js';
import type { Reply } from '../../src/gitlab/responses/reply.js';
import {
  type RecordedAnswer,
  clientThatHears,
  memberOf,
  recordedAnswers,
} from './support/recorded-answers.js';
import { type RecordedKind, recordedKinds } from './support/recorded-kinds.js';

/**
 * Answers that are wrong on GitLab's side: a page of its documentation writes a text where servers send a
 * boolean.
 */
function isWrongAtGitLab({ source, body }: RecordedAnswer): boolean {
  return source === 'GitLab, doc/api/lint.md' && memberOf(body, 'valid') === 'true';
}

type Expected = 'read' | 'too_old' | 'refused';

/** Only what lacks its address is not read: it is of GitLab before 11.2, or a shortened sample. */
function expectedOf({ file }: RecordedKind, entry: RecordedAnswer): Expected {
  if (isWrongAtGitLab(entry)) return 'refused';
  if (!entry.lacks.includes('web_url')) return 'read';
  return file === 'project' ? 'refused' : 'too_old';
}

/** GitLab before 13.0, or a library's own sample. */
function isUnsupported({ origin, version, source }: RecordedAnswer): boolean {
  if (version === undefined) return origin === 'client' || source.startsWith('spinnaker/igor:');
  return Number(/(\d+)\./.exec(version)?.[1]) < 13;
}

function itemsOf(body: unknown): readonly unknown[] {
  return Array.isArray(body) ? (body as readonly unknown[]) : [body];
}

/** The client's value as GitLab writes it. */
function plain(value: unknown, name: string): unknown {
  if (name === 'coverage') return typeof value === 'number' ? String(value) : value;
  return name === 'sha' ? (value ?? '') : value;
}

/** What is filled in where GitLab says nothing. */
const filledIn: Readonly<Record<string, unknown>> = {
  allowFailure: false,
  description: '',
  errors: [],
  warnings: [],
};

/**
 * A downstream pipeline without its project, as in GitLab's documentation and before 13.10, is a gap of which
 * the status is known.
 */
function toldOf(item: unknown, theirs: string): unknown {
  const isGap =
    memberOf(item, 'downstream_pipeline.id') !== undefined &&
    memberOf(item, 'downstream_pipeline.project_id') === undefined;
  if (theirs === 'unread') return isGap ? memberOf(item, 'downstream_pipeline.status') : undefined;
  return isGap && theirs.startsWith('downstream_pipeline.') ? undefined : memberOf(item, theirs);
}

/** What GitLab left out of an item, and a client of ours fills in from what it asked for. */
function wanted(raw: unknown, name: string, ours: unknown): unknown {
  if (raw !== undefined) return raw;
  if (name === 'projectId' && ours === 42) return ours;
  return filledIn[name];
}

async function read(kind: RecordedKind, body: unknown): Promise<Reply<readonly unknown[]>> {
  const sent = kind.file === 'bridge' ? [body] : body;
  // As many pages as GitLab says that there are.
  return kind.ask(clientThatHears({ body: sent, headers: { 'x-total-pages': '1' } }).client, body);
}

const rows = recordedKinds.flatMap((kind) =>
  recordedAnswers(kind.file).map((entry, index) => ({
    kind,
    entry,
    name: `${kind.file} ${index}: ${entry.source} ${entry.version ?? ''}`,
  })),
);
const readRows = rows.filter(({ kind, entry }) => expectedOf(kind, entry) === 'read');

describe('each recorded response', () => {
  test('exists', () => {
    expect([rows.length, readRows.length]).toEqual([292, 246]);
    expect(rows.filter(({ entry }) => isWrongAtGitLab(entry))).toHaveLength(1);
  });

  test('of a supported release is expected to be readable', () => {
    const unread = rows.filter(({ kind, entry }) => expectedOf(kind, entry) !== 'read');
    expect(unread.filter(({ entry }) => !isUnsupported(entry) && !isWrongAtGitLab(entry))).toEqual([]);
  });

  test.each(rows)('$name', async ({ kind, entry }) => {
    const reply = await read(kind, entry.body);
    switch (expectedOf(kind, entry)) {
      case 'read': {
        if (reply.kind !== 'ok') throw new Error(`not read: ${JSON.stringify(reply)}`);
        expect(reply.unfit).toBeUndefined();
        const raw = itemsOf(entry.body);
        const got = reply.value.map((item) =>
          Object.fromEntries(
            Object.keys(kind.fields).map((name) => [name, plain(memberOf(item, name), name)]),
          ),
        );
        const want = raw.map((item, index) =>
          Object.fromEntries(
            Object.entries(kind.fields).map(([name, theirs]) => {
              const ours = memberOf(reply.value[index], name);
              return [name, plain(wanted(toldOf(item, theirs), name, ours), name)];
            }),
          ),
        );
        expect(got).toEqual(want);
        break;
      }
      case 'too_old':
        if (reply.kind !== 'unreadable') throw new Error(`read: ${JSON.stringify(reply)}`);
        expect(describeReply(reply)).toEqual({
          code: 'gitlab_too_old',
          why: expect.stringMatching(/^This GitLab is older than 11\.2: it returns no web_url of its \w+$/),
          hint: expect.stringContaining('GitLab to 13.0 or later'),
        });
        break;
      case 'refused':
        expect(reply).toMatchObject({
          kind: 'unreadable',
          why: expect.stringMatching(/missing or of another type: (?:web_url|valid)\)$/),
        });
    }
  });

  test.each(readRows.filter(({ entry }) => entry.says !== undefined))(
    '$name declares what to read from it',
    async ({ kind, entry }) => {
      const reply = await read(kind, entry.body);
      const ours = new Map(Object.entries(kind.fields).map(([name, theirs]) => [theirs, name]));
      const items = reply.kind === 'ok' ? reply.value : [];
      const says = itemsOf(entry.says);
      expect(items).toHaveLength(says.length);
      for (const [index, printed] of says.entries()) {
        const members = Object.entries(printed as Record<string, unknown>);
        expect(members.filter(([theirs]) => !ours.has(theirs))).toEqual([]);
        for (const [theirs, value] of members) {
          const name = ours.get(theirs) ?? '';
          const want = wanted(value ?? undefined, name, undefined);
          expect([theirs, plain(memberOf(items[index], name), name)]).toEqual([theirs, plain(want, name)]);
        }
      }
    },
  );
});

describe('the recorded response to a start', () => {
  test.each(rows.filter(({ kind }) => kind.file === 'pipeline'))('$name', async ({ kind, entry }) => {
    const { client } = clientThatHears({ body: entry.body, status: 201 });
    const project = { kind: 'id', id: 42 } as const;
    const call = { project, ref: 'main', variables: {}, inputs: {} };
    const reply = await client.createPipeline(call, new AbortController().signal);
    if (reply.kind !== 'ok') throw new Error('a pipeline was started, and nobody knows it');
    for (const [name, theirs] of Object.entries(kind.fields)) {
      const [got, raw] = [memberOf(reply.value, name), memberOf(entry.body, theirs)];
      expect([name, got]).toEqual([name, raw]);
    }
  });
});
