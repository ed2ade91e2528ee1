import { describe, expect, test } from '@jest/globals';

import { InputError } from '../../../src/base/errors.js';
import type { OutputSink } from '../../../src/hosts/host.js';
import { ownFile } from '../../../src/hosts/output-files.js';
import { type OutputCarrier, leftOut, outputSink, taken } from '../../../src/hosts/outputs.js';
import { memoryMeans } from './support/memory-means.js';

function sinkOf(...carriers: readonly Partial<OutputCarrier>[]): { sink: OutputSink; printed: string[] } {
  const printed: string[] = [];
  const sink = outputSink({
    carriers: carriers.map((carrier) => ({ audience: 'later_steps', carry: () => taken, ...carrier })),
    holdsSecret: (value) => value === 'secret',
    warnOnce: (text) => void printed.push(text),
  });
  return { sink, printed };
}

function broken(code: string): () => never {
  return () => {
    throw Object.assign(new Error('broken'), { code });
  };
}

describe('an output that reached no place', () => {
  test.each<{ name: string; carriers: readonly Partial<OutputCarrier>[]; want: readonly string[] }>([
    { name: 'is all where there is none', carriers: [], want: ['there is no place for outputs here'] },
    { name: 'is nothing that was taken', carriers: [{}], want: [] },
    {
      name: 'is what was left out',
      carriers: [{ carry: () => leftOut('it is long') }],
      want: ['it is long'],
    },
    { name: 'is what could not be written', carriers: [{ carry: broken('EDQUOT') }], want: ['EDQUOT'] },
    { name: 'is nothing that another place has', carriers: [{ carry: broken('ENOSPC') }, {}], want: [] },
    {
      name: 'is what a program did not take',
      carriers: [
        { carry: () => ({ kind: 'under_way', arrival: Promise.resolve('it ended with exit code 1') }) },
      ],
      want: ['it ended with exit code 1'],
    },
    {
      name: 'is nothing that a program took',
      carriers: [
        { carry: () => leftOut('it is long') },
        { carry: () => ({ kind: 'under_way', arrival: Promise.resolve(undefined) }) },
      ],
      want: [],
    },
  ])('$name', async ({ carriers, want }) => {
    const { sink } = sinkOf(...carriers);
    sink.set('a', '1');
    expect((await sink.lost?.())?.map(({ why }) => why)).toEqual(want);
  });

  test('is reported with the last value of its name', async () => {
    const { sink } = sinkOf({ carry: ({ value }) => (value === 'long' ? leftOut('it is long') : taken) });
    sink.set('a', 'long');
    sink.set('b', 'short');
    sink.set('b', 'long');
    sink.set('a', 'short');
    expect(await sink.lost?.()).toEqual([{ name: 'b', why: 'it is long' }]);
  });

  test('is a secret if everyone could read it', async () => {
    const { sink } = sinkOf({ audience: 'whoever_may_see_the_build' });
    sink.set('a', 'secret');
    expect((await sink.lost?.())?.map(({ name }) => name)).toEqual(['a']);
  });
});

describe('the check before the first output', () => {
  test.each<{
    name: string;
    carriers: readonly Partial<OutputCarrier>[];
    open: string | undefined;
    secret: string | undefined;
  }>([
    {
      name: 'no place',
      carriers: [],
      open: 'there is no place for outputs here',
      secret: 'there is no place for outputs here',
    },
    { name: 'a place', carriers: [{}], open: undefined, secret: undefined },
    { name: 'a broken place', carriers: [{ check: broken('EROFS') }], open: 'EROFS', secret: 'EROFS' },
    {
      name: 'two, one of them broken',
      carriers: [{ check: broken('EROFS') }, {}],
      open: undefined,
      secret: undefined,
    },
    {
      name: 'a place that everybody may see',
      carriers: [{ audience: 'whoever_may_see_the_build' }],
      open: undefined,
      secret: 'it holds a secret, which everyone who can see the build could read here',
    },
  ])('reports $name', ({ carriers, open, secret }) => {
    const { sink } = sinkOf(...carriers);
    expect([sink.hindrance?.('open'), sink.hindrance?.('secret')]).toEqual([open, secret]);
  });
});

describe('the outputs of an earlier run', () => {
  const place = { path: 'gitlab-trigger.env', audience: 'later_steps', line: () => '' } as const;

  test('that cannot be replaced end the run before it begins', () => {
    const { means } = memoryMeans({});
    const carrier = ownFile({ ...means, writeText: broken('EACCES'), isThere: () => true }, place);
    const { sink } = sinkOf({ clear: carrier.clear });
    expect(() => sink.clear?.()).toThrow(InputError);
    expect(() => sink.clear?.()).toThrow('gitlab-trigger.env is there already and cannot be replaced');
  });

  test('do not exist without a file, and an unwritable place is reported', () => {
    const { means } = memoryMeans({});
    const carrier = ownFile({ ...means, writeText: broken('EACCES'), isThere: () => false }, place);
    const { sink, printed } = sinkOf({ clear: carrier.clear });
    sink.clear?.();
    expect(printed).toEqual([expect.stringContaining('Outputs cannot be handed to later steps: EACCES')]);
  });

  test('are removed at every place, also after one that cannot be cleared', () => {
    let isCleared = false;
    const { sink } = sinkOf(
      {
        clear: () => {
          throw new InputError({ code: 'invalid_input', what: 'stale' });
        },
      },
      {
        clear: () => {
          isCleared = true;
        },
      },
    );
    expect(() => sink.clear?.()).toThrow('stale');
    expect(isCleared).toBe(true);
  });
});
