import { describe, expect, test } from '@jest/globals';

import { InputError } from '../../../src/base/errors.js';
import { Secret } from '../../../src/base/secret.js';
import { type OutputFile, withOutputFile } from '../../../src/hosts/decorators.js';
import type { Host } from '../../../src/hosts/host.js';
import { createMasker } from '../../../src/hosts/redaction/redaction.js';
import type { FileSecrecy, StepFiles } from '../../../src/hosts/step-files.js';

interface World {
  readonly files: Map<string, string>;
  readonly printed: string[];
  readonly set: (name: string, value: string) => void;
  readonly modes: ReadonlyMap<string, FileSecrecy | undefined>;
  /** Names of what has reached no place. */
  readonly lost: () => Promise<readonly string[]>;
  readonly places: () => readonly string[];
  /** What is wrong with the file at the end. */
  readonly fault: () => string | undefined;
}

/** A step with an output file on a disk that is a map; `disk` tells what is wrong with it. */
function worldOf(
  file: Pick<OutputFile, 'path' | 'format'> & Partial<OutputFile>,
  disk: Partial<StepFiles> & { readonly before?: Readonly<Record<string, string>> } = {},
): World {
  const { before = {}, ...broken } = disk;
  const files = new Map(Object.entries(before));
  const modes = new Map<string, FileSecrecy | undefined>();
  const printed: string[] = [];
  const masker = createMasker();
  masker.mask(new Secret('glptt-0123456789abcdef'));
  const log = {
    info: (text: string): void => void printed.push(text),
    debug: (text: string): void => void printed.push(text),
    warning: (text: string): void => void printed.push(text),
    error: (text: string): void => void printed.push(text),
    group: (title: string): void => void printed.push(title),
  };
  const step: StepFiles = {
    kindOf: (path) => (path.endsWith('/') ? 'folder' : 'nothing'),
    read: (path) => files.get(path) ?? missing(),
    namesIn: (path) =>
      [...files.keys()].filter((name) => name.startsWith(path)).map((name) => name.slice(path.length)),
    replace: (path, text, secrecy) => {
      files.set(path, text);
      modes.set(path, secrecy);
    },
    probe: () => undefined,
    remove: (path) => void files.delete(path),
    makeFolder: () => undefined,
    ...broken,
  };
  const host = {
    log,
    masker,
    outputs: {
      set: (name: string, value: string): void => void files.set(`host ${name}`, value),
      // A host that takes nothing to later steps.
      lost: () => Promise.resolve([...files.keys()].flatMap((name) => lostBy(name))),
    },
  };
  const names = ['pipeline_id', 'outcome'];
  const { outputs, places } = withOutputFile<Pick<Host, 'log' | 'masker' | 'outputs' | 'places'>>(
    host,
    step,
    {
      prefix: '',
      names,
      ...file,
    },
  );
  return {
    files,
    modes,
    printed,
    set: outputs.set,
    lost: async () => ((await outputs.lost?.()) ?? []).map(({ name }) => name),
    fault: () => outputs.fault?.()?.what,
    places: () => (places?.() ?? []).map(({ what, path }) => `${what}: ${path}`),
  };
}

function lostBy(name: string): readonly { readonly name: string; readonly why: string }[] {
  return name.startsWith('host ') ? [{ name: name.slice('host '.length), why: 'nobody listens' }] : [];
}

function missing(): never {
  throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
}

const full = (): never => {
  throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
};

describe('withOutputFile', () => {
  test('names the files that it writes, which nothing else may replace', () => {
    expect(worldOf({ path: 'out.env', format: 'dotenv' }).places()).toEqual(['output_file: out.env']);
    const folder = worldOf({ path: 'o', format: 'files', prefix: 'P_' });
    folder.set('tag', '1');
    folder.set('outcome', 'success');
    expect(folder.places()).toEqual([
      'output_file: o/P_pipeline_id',
      'output_file: o/P_outcome',
      'output_file: o/P_tag',
    ]);
  });

  test('rewrites the file with every output, after the host has it', () => {
    const { files, set } = worldOf({ path: 'out.env', format: 'dotenv' });
    set('pipeline_id', '257');
    expect(Object.fromEntries(files)).toEqual({ 'out.env': 'pipeline_id=257\n', 'host pipeline_id': '257' });
    set('outcome', 'triggered');
    set('outcome', 'success');
    expect(files.get('out.env')).toBe('pipeline_id=257\noutcome=success\n');
  });

  test('leaves nothing of an earlier run', () => {
    expect(worldOf({ path: 'o', format: 'json' }, { before: { o: 'old' } }).files.get('o')).toBe('{}\n');
    const before = { 'o/P_outcome': 'success', 'o/P_other': 'theirs', 'o/outcome': 'theirs' };
    const { files } = worldOf({ path: 'o/', format: 'files', prefix: 'P_' }, { before });
    expect(Object.fromEntries(files)).toEqual({ 'o/P_other': 'theirs', 'o/outcome': 'theirs' });
  });

  test('writes a file for each output, exactly as it is', () => {
    const { files, set } = worldOf({ path: 'o/', format: 'files' });
    set('outcome', ' a\nb ');
    expect(files.get('o/outcome')).toBe(' a\nb ');
  });

  test('reports once what the format cannot represent', () => {
    const { files, printed, set } = worldOf({ path: 'o', format: 'dotenv', prefix: 'G_' });
    set('values', 'a\nb');
    set('outcome', 'success');
    expect(printed).toEqual([
      'output_file lacks G_values: it has more than one line, which the format dotenv cannot carry',
    ]);
    expect(files.get('o')).toBe('G_outcome=success\n');
  });

  test('reports once that the disk is full, and continues', () => {
    let writes = 0;
    const { printed, set } = worldOf(
      { path: 'o', format: 'shell' },
      { replace: () => ((writes += 1) > 1 ? full() : undefined) },
    );
    set('pipeline_id', '257');
    set('outcome', 'success');
    expect(printed).toEqual(['output_file could not be written (ENOSPC)']);
    expect(writes).toBe(3);
  });

  test('contains what no other place has, unless it could not be written or represented', async () => {
    const { set, lost, fault } = worldOf({ path: 'o', format: 'dotenv' });
    set('outcome', 'success');
    set('values', 'a\nb');
    expect([await lost(), fault()]).toEqual([['values'], undefined]);
    set('values', 'a');
    expect([await lost(), fault()]).toEqual([[], undefined]);
  });

  test('reports a fault if the disk stayed full to the end, and none if it was full temporarily', async () => {
    let isFull = false;
    const world = worldOf({ path: 'o', format: 'json' });
    const broken = worldOf({ path: 'o', format: 'json' }, { replace: () => (isFull ? full() : undefined) });
    isFull = true;
    broken.set('outcome', 'success');
    world.set('outcome', 'success');
    expect([await broken.lost(), broken.fault()]).toEqual([
      ['outcome'],
      'output_file does not hold what it was asked for',
    ]);
    expect([await world.lost(), world.fault()]).toEqual([[], undefined]);
  });

  test('writes the file again if it was removed or truncated', () => {
    const { files, set, fault } = worldOf({ path: 'o', format: 'json' });
    set('outcome', 'success');
    for (const damage of [() => files.delete('o'), () => files.set('o', '{')]) {
      damage();
      expect(fault()).toBeUndefined();
      expect(JSON.parse(files.get('o') ?? '')).toEqual({ outcome: 'success' });
    }
  });

  test('writes each file again in a folder that was removed', () => {
    const { files, set, fault } = worldOf({ path: 'o/', format: 'files' });
    set('outcome', 'success');
    set('ref', 'main');
    files.delete('o/outcome');
    expect(fault()).toBeUndefined();
    expect(files.get('o/outcome')).toBe('success');
  });

  test('reports which files of a folder are missing', () => {
    const { set, fault } = worldOf(
      { path: 'o/', format: 'files' },
      {
        replace: (path) => (path === 'o/ref' ? full() : undefined),
        read: (path) => (path === 'o/ref' ? '' : 'x'),
      },
    );
    set('outcome', 'x');
    set('ref', 'main');
    expect(fault()).toBe('output_file does not hold what it was asked for (ref)');
  });

  test('leaves no value of an earlier run in a folder', () => {
    const before = {
      'o/value_A': '1',
      'o/value_x.txt': 'theirs',
      'o/values.md': 'theirs',
      'o/Xvalue_A': 'theirs',
    };
    const { files } = worldOf({ path: 'o/', format: 'files' }, { before });
    expect([...files.keys()]).toEqual(['o/value_x.txt', 'o/values.md', 'o/Xvalue_A']);
  });

  test('restricts the file to this user as soon as it contains a secret', () => {
    const { modes, set } = worldOf({ path: 'o', format: 'json' });
    set('outcome', 'success');
    expect(modes.get('o')).toBe('open');
    set('token', 'glptt-0123456789abcdef');
    set('trigger_id', '2');
    expect(modes.get('o')).toBe('secret');
    const folder = worldOf({ path: 'o/', format: 'files' });
    folder.set('token', 'glptt-0123456789abcdef');
    folder.set('trigger_id', '2');
    expect([folder.modes.get('o/token'), folder.modes.get('o/trigger_id')]).toEqual(['secret', 'open']);
  });

  test.each([
    { path: '/dev/null', format: 'json', disk: { kindOf: () => 'other' }, want: 'has to be a file' },
    { path: 'o', format: 'json', disk: { kindOf: () => 'folder' }, want: 'has to be a file' },
    { path: 'o', format: 'files', disk: { kindOf: () => 'file' }, want: 'has to be a folder' },
    { path: 'o', format: 'json', disk: { kindOf: () => 'link' }, want: 'is a symbolic link' },
    { path: 'o/', format: 'files', disk: { kindOf: () => 'link' }, want: 'is a symbolic link' },
    { path: 'o/', format: 'files', disk: { probe: full }, want: 'cannot be written (ENOSPC)' },
    { path: 'o', format: 'json', disk: { replace: full }, want: 'cannot be written (ENOSPC)' },
    { path: 'o/', format: 'files', disk: { makeFolder: full }, want: 'cannot be written (ENOSPC)' },
  ] as const)('refuses $path for $format when it $want', ({ disk, want, ...file }) => {
    const begin = (): unknown => worldOf(file, disk);
    expect(begin).toThrow(InputError);
    expect(begin).toThrow(want);
  });
});
