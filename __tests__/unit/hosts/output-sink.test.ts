import { describe, expect, test } from '@jest/globals';

import { InputError } from '../../../src/base/errors.js';
import type { OutputSink } from '../../../src/hosts/host.js';
import { ownFile } from '../../../src/hosts/output-files.js';
import { NoPlaceError, type OutputCarrier, leftOut, outputSink, taken } from '../../../src/hosts/outputs.js';
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

describe('what later steps read', () => {
  /** A place that takes what fits, by value. */
  function filling(carrier: Partial<OutputCarrier> = {}): Partial<OutputCarrier> {
    return { ...carrier, carry: (output) => (output.value === 'no' ? broken('ENOSPC')() : taken) };
  }
  /** The same with a program, which leaves out what is long. */
  const program: Partial<OutputCarrier> = {
    carry: ({ value }) => ({
      kind: 'under_way',
      arrival: Promise.resolve(value === 'no' || value === '' ? 'it ended with exit code 1' : undefined),
    }),
  };
  const stuck: Partial<OutputCarrier> = {
    carry: ({ value }) =>
      value === 'long' ? { ...leftOut('it is long'), removal: Promise.resolve('it hangs') } : taken,
  };

  test.each<{
    name: string;
    carriers: readonly Partial<OutputCarrier>[];
    set: readonly (readonly [string, string])[];
    stale: string | undefined;
  }>([
    {
      name: 'is stale when a later value was not taken',
      carriers: [filling()],
      set: [
        ['status', 'created'],
        ['outcome', 'triggered'],
        ['status', 'no'],
        ['outcome', 'no'],
      ],
      stale: 'status, outcome',
    },
    {
      name: 'is stale when another output was not taken, whichever came first',
      carriers: [filling()],
      set: [
        ['jobs', 'no'],
        ['status', 'success'],
      ],
      stale: 'jobs',
    },
    {
      name: 'is stale in one place, whatever another has',
      carriers: [{}, filling()],
      set: [
        ['status', 'created'],
        ['status', 'no'],
      ],
      stale: 'status',
    },
    {
      name: 'is stale when a program did not take a later value',
      carriers: [program],
      set: [
        ['status', 'created'],
        ['status', 'no'],
      ],
      stale: 'status',
    },
    {
      name: 'is stale when an emptied output was not taken',
      carriers: [program],
      set: [
        ['failed_jobs', '1'],
        ['failed_jobs', ''],
      ],
      stale: 'failed_jobs',
    },
    {
      name: 'is stale when the older value of what is left out could not be removed',
      carriers: [stuck],
      set: [
        ['jobs', '1'],
        ['jobs', 'long'],
      ],
      stale: 'jobs',
    },
    {
      name: 'is nothing where the place took none',
      carriers: [filling()],
      set: [
        ['status', 'no'],
        ['outcome', 'no'],
      ],
      stale: undefined,
    },
    { name: 'is nothing where there is no place', carriers: [], set: [['status', '1']], stale: undefined },
    {
      name: 'is true again when a later value was taken',
      carriers: [filling()],
      set: [
        ['status', 'created'],
        ['status', 'no'],
        ['status', 'success'],
      ],
      stale: undefined,
    },
    {
      name: 'is true when what was not taken is there already',
      carriers: [
        {
          carry: (
            (count) => () =>
              count++ === 0 ? taken : broken('ENOSPC')()
          )(0),
        },
      ],
      set: [
        ['status', 'success'],
        ['status', 'success'],
      ],
      stale: undefined,
    },
    {
      name: 'is true when an empty value never had another',
      carriers: [program],
      set: [
        ['status', 'success'],
        ['failed_jobs', ''],
      ],
      stale: undefined,
    },
    {
      name: 'is true when a file that is rewritten took a later output',
      carriers: [filling({ file: 'gitlab-trigger.env' })],
      set: [
        ['status', 'created'],
        ['status', 'no'],
        ['outcome', 'success'],
      ],
      stale: undefined,
    },
    {
      name: 'is true when what does not fit was left out, and its older value removed',
      carriers: [{ carry: ({ value }) => (value === 'long' ? leftOut('it is long') : taken) }],
      set: [
        ['jobs', '1'],
        ['status', 'success'],
        ['jobs', 'long'],
      ],
      stale: undefined,
    },
  ])('$name', async ({ carriers, set, stale }) => {
    const { sink } = sinkOf(...carriers);
    for (const [name, value] of set) sink.set(name, value);
    await sink.lost?.();
    const fault = sink.stale?.();
    expect(fault?.what.replace(/.*: /, '')).toBe(stale);
    expect(fault?.code).toBe(stale === undefined ? undefined : 'output_lost');
  });

  test('counts names beyond the first, and says why each was not taken', () => {
    const { sink } = sinkOf(filling());
    sink.set('status', 'created');
    for (let at = 1; at <= 7; at += 1) sink.set(`value_${at}`, 'no');
    const { what, why } = sink.stale?.() ?? { what: '', why: '' };
    expect(what).toContain('value_4, value_5 and 2 more');
    expect(why?.split('\n')).toEqual([1, 2, 3, 4, 5].map((at) => `value_${at}: ENOSPC.`));
  });
});

describe('a host whose places take nothing', () => {
  const program = (why: string | undefined): Partial<OutputCarrier> => ({
    carry: () => ({ kind: 'under_way', arrival: Promise.resolve(why) }),
  });
  const absent: Partial<OutputCarrier> = {
    carry: () => {
      throw new NoPlaceError('BASH_ENV is not set');
    },
    check: () => {
      throw new NoPlaceError('BASH_ENV is not set');
    },
  };
  const full: Partial<OutputCarrier> = { carry: broken('ENOSPC') };

  test.each<{ name: string; carriers: readonly Partial<OutputCarrier>[]; lost: string | undefined }>([
    { name: 'a full disk', carriers: [full], lost: 'outcome, status' },
    {
      name: 'a program that fails',
      carriers: [program('it ended with exit code 1')],
      lost: 'outcome, status',
    },
    { name: 'all of several places', carriers: [full, program('it hangs')], lost: 'outcome, status' },
    { name: 'one that is not there, and one that fails', carriers: [absent, full], lost: 'outcome, status' },
    { name: 'one of several places', carriers: [full, {}], lost: undefined },
    { name: 'a program that takes all', carriers: [program(undefined)], lost: undefined },
    { name: 'a place that the host did not give', carriers: [absent], lost: undefined },
    { name: 'no place', carriers: [], lost: undefined },
    {
      name: 'values that it cannot represent',
      carriers: [{ carry: () => leftOut('it is long') }],
      lost: undefined,
    },
  ])('fails the step for $name: $lost', async ({ carriers, lost }) => {
    const { sink } = sinkOf(...carriers);
    sink.set('outcome', 'passed');
    sink.set('status', 'success');
    sink.set('failed_jobs', '');
    await sink.lost?.();
    const fault = sink.undelivered?.();
    expect([fault?.code, fault?.what.replace(/.*: /, '')]).toEqual([lost && 'output_lost', lost]);
  });

  test('is no concern of a step that set no output', () => {
    expect(sinkOf(full).sink.undelivered?.()).toBeUndefined();
  });

  test.each<{ name: string; carriers: readonly Partial<OutputCarrier>[]; why: string | undefined }>([
    { name: 'a folder in its place', carriers: [{ check: broken('EISDIR') }], why: 'EISDIR' },
    { name: 'one good place', carriers: [{ check: broken('EISDIR') }, {}], why: undefined },
    { name: 'a place that the host did not give', carriers: [absent], why: undefined },
    { name: 'no place', carriers: [], why: undefined },
  ])('is known before the start by $name', ({ carriers, why }) => {
    expect(sinkOf(...carriers).sink.blocked?.()).toBe(why);
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
    expect(() => sink.clear?.([])).toThrow(InputError);
    expect(() => sink.clear?.([])).toThrow('gitlab-trigger.env is there already and cannot be replaced');
  });

  test('do not exist without a file, and an unwritable place is reported', () => {
    const { means } = memoryMeans({});
    const carrier = ownFile({ ...means, writeText: broken('EACCES'), isThere: () => false }, place);
    const { sink, printed } = sinkOf({ clear: carrier.clear });
    sink.clear?.([]);
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
    expect(() => sink.clear?.([])).toThrow('stale');
    expect(isCleared).toBe(true);
  });
});
