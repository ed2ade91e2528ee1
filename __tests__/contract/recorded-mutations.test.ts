import { describe, expect, test } from '@jest/globals';

import {
  clientThatHears,
  memberOf,
  noAbort,
  recordedAnswers,
  type RecordedAnswer,
} from './support/recorded-answers.js';
import { recordedKinds, type RecordedKind } from './support/recorded-kinds.js';

type Item = Readonly<Record<string, unknown>>;

/** A member is taken away, has no value, or is of a type that no member has. */
const mutations: readonly { readonly name: string; readonly of: (item: Item, member: string) => Item }[] = [
  {
    name: 'absent',
    of: (item, member) => Object.fromEntries(Object.entries(item).filter(([key]) => key !== member)),
  },
  { name: 'null', of: (item, member) => ({ ...item, [member]: null }) },
  { name: 'of another type', of: (item, member) => ({ ...item, [member]: [{}] }) },
];

function itemsOf(body: unknown): readonly Item[] {
  return (Array.isArray(body) ? body : [body]) as readonly Item[];
}

let heard: unknown;
/** One for all that is mutated: to make a client takes longer than to read what it hears. */
const { client } = clientThatHears(() => ({ body: heard, headers: { 'x-total-pages': '1' } }));

/** Refused, or named as a gap beside what can be read; anything else has not seen that something is wrong. */
async function isCaught(kind: RecordedKind, body: unknown): Promise<boolean> {
  heard = body;
  const reply = await kind.ask(client, body);
  return reply.kind === 'unreadable' || (reply.kind === 'ok' && reply.unfit !== undefined);
}

/** Every member of the item at `index`, mutated in each way, as it arrives within its list. */
async function caughtMembers(
  kind: RecordedKind,
  { body }: RecordedAnswer,
  index: number,
): Promise<{ readonly caught: readonly string[]; readonly mutated: number }> {
  const items = itemsOf(body);
  const item = items[index] ?? {};
  const isList = Array.isArray(body) || kind.file === 'bridge';
  const caught: string[] = [];
  let mutated = 0;
  for (const member of Object.keys(item)) {
    for (const { name, of } of mutations) {
      const changed = items.map((each, at) => (at === index ? of(each, member) : each));
      if (await isCaught(kind, isList ? changed : changed[0])) caught.push(`${member} ${name}`);
      mutated += 1;
    }
  }
  return { caught, mutated };
}

/** The members that must be caught, out of those that the item has. */
function requiredOf({ required, typed = [] }: RecordedKind, item: Item, isAlone: boolean): readonly string[] {
  return [
    ...required.flatMap((member) => mutations.map(({ name }) => `${member} ${name}`)),
    ...typed.map((member) => `${member} of another type`),
    // Where all lack both it is GitLab before 11.2.
    ...(isAlone ? lostBoth(typed, item) : []),
  ].filter((each) => (each.split(' ')[0] ?? '') in item);
}

function lostBoth(typed: readonly string[], item: Item): readonly string[] {
  const there = typed.filter((member) => memberOf(item, member) !== undefined);
  return there.length === 1 ? [`${there[0] ?? ''} absent`, `${there[0] ?? ''} null`] : [];
}

const counts: Record<string, number> = {};

describe.each(recordedKinds)('a mutation of $file', (kind) => {
  const entries = recordedAnswers(kind.file).filter(
    ({ lacks, body }) => !lacks.includes('web_url') && memberOf(body, 'valid') !== 'true',
  );

  test('there are such bodies, and each has the required members', () => {
    expect(entries.length).toBeGreaterThan(0);
    const missingDuties = entries.flatMap(({ body }) =>
      itemsOf(body).flatMap((item) => kind.required.filter((member) => memberOf(item, member) === undefined)),
    );
    expect(missingDuties).toEqual([]);
  });

  test.each(entries.map((entry, index) => ({ ...entry, index })))(
    '$index: $source is rejected if the member is required, and accepted otherwise',
    async (entry) => {
      const items = itemsOf(entry.body);
      for (const [index, item] of items.entries()) {
        const { caught, mutated } = await caughtMembers(kind, entry, index);
        counts[kind.file] = (counts[kind.file] ?? 0) + caught.length;
        expect(mutated).toBe(3 * Object.keys(item).length);
        expect([...caught].sort()).toEqual([...requiredOf(kind, item, items.length === 1)].sort());
      }
    },
  );
});

test('so many mutations were caught', () => {
  expect(counts).toEqual({
    bridge: 60,
    bridges: 30,
    job: 645,
    jobs: 195,
    lint: 15,
    'own-token': 75,
    pipeline: 568,
    pipelines: 167,
    project: 495,
    ref: 99,
    'test-report': 9,
    'test-report-summary': 9,
    trigger: 9,
    triggers: 9,
    variables: 33,
    version: 15,
  });
});

describe('a mutation of the downstream pipeline of a trigger job', () => {
  const bridges = ['bridge', 'bridges'].flatMap((file) =>
    recordedAnswers(file).flatMap(({ source, body }) =>
      itemsOf(body).map((bridge) => ({ source: `${file}: ${source}`, bridge })),
    ),
  );
  const cases = bridges.flatMap(({ source, bridge }) =>
    ['id', 'project_id', 'status'].flatMap((member) =>
      mutations.map(({ name, of }) => ({ source, bridge, member, name, of })),
    ),
  );

  test('there are some', () => {
    expect(cases).toHaveLength(54);
  });

  test.each(cases)('$source: $member $name is a gap', async ({ bridge, member, of }) => {
    const details = bridge.downstream_pipeline as Item;
    const body = [{ ...bridge, downstream_pipeline: of({ project_id: 43, ...details }, member) }];
    const { client } = clientThatHears({ body });
    const project = { kind: 'id', id: 42 } as const;
    const pipelineId = Number(memberOf(bridge, 'pipeline.id'));
    const reply = await client.fetchBridges({ project, pipelineId }, noAbort);
    const [read] = reply.kind === 'ok' ? reply.value.items : [];
    expect(read?.downstream).toBeUndefined();
    expect(read?.unreadDownstream).toEqual({ status: member === 'status' ? undefined : details.status });
  });
});
