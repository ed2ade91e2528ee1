import { existsSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import type { Clock } from '../../../src/base/clock.js';
import { type HoldMeans, holdFolder } from '../../../src/hosts/files/held-folder.js';
import { jobPathLines } from '../../../src/inputs/job-lines.js';
import { downloadArtifacts } from '../../../src/results/artifacts/download-artifacts.js';
import { zipArchive } from '../../../src/simulator/gitlab/state/zip-archive.js';
import { treeIn, withTemporaryFolder } from '../../support/temporary-folder.js';

/** A place of these files, whose random names are not known in advance. */
type Place = 'into' | 'staging' | 'of the job' | 'files' | 'files/dist' | 'archive' | 'build' | 'build/dist';

function pathOf(place: Place, folder: string, kind: 'archive' | 'file'): string {
  const into = join(folder, 'out');
  const staging = join(into, namesIn(into).find((name) => name.startsWith('.gitlab-trigger-')) ?? '?');
  const files = kind === 'archive' ? 'files-1' : 'files';
  switch (place) {
    case 'into':
      return into;
    case 'staging':
      return staging;
    case 'of the job':
      return join(staging, '0');
    case 'files':
      return join(staging, '0', files);
    case 'files/dist':
      return join(staging, '0', files, 'dist');
    case 'archive':
      return join(staging, '0', 'archive-1.zip');
    case 'build':
      return join(into, 'build');
    case 'build/dist':
      return join(into, 'build', 'dist');
  }
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

interface Attack {
  /** What is replaced by a link to `outside`, or to a file there. */
  readonly swapped: Place;
  /**
   * `download`: when the first bytes have arrived. `unpack`: as soon as the place is there. `move`: once
   * everything is unpacked.
   */
  readonly during: 'download' | 'unpack' | 'move';
  readonly lines?: 'build:dist/a';
  /** Whether the folder of the job is there from an earlier run. */
  readonly isSecond?: boolean;
}

const noise = Buffer.from(Array.from({ length: 1_500_000 }, (_, index) => (index * index * 31) & 255));
const members = [
  { name: 'dist/a', content: 'a' },
  { name: 'dist/b', content: 'b' },
  { name: 'dist/noise', content: noise, claims: { method: 0 } },
  { name: 'link', mode: 0o120777, content: 'dist/a' },
  { name: 'dist/c', content: 'c' },
  { name: 'top', content: 'top' },
];
const archive = zipArchive(members);

async function attacked(attack: Attack, means: HoldMeans) {
  return await withTemporaryFolder(async (folder) => {
    const outside = join(folder, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'victim'), 'untouched');
    if (attack.isSecond === true) {
      mkdirSync(join(folder, 'out', 'build', 'dist'), { recursive: true });
      writeFileSync(join(folder, 'out', 'build', 'dist', 'old'), 'old');
    }
    const kind = attack.lines === 'build:dist/a' ? 'file' : 'archive';
    let swaps = 0;
    const swap = (at: Attack['during']): void => {
      const path = pathOf(attack.swapped, folder, kind);
      if (swaps > 0 || at !== attack.during || !existsSync(path)) return;
      swaps += 1;
      renameSync(path, join(folder, 'taken'));
      symlinkSync(attack.swapped === 'archive' ? join(outside, 'victim') : outside, path);
    };
    const clock: Clock = {
      nowMs: () => {
        swap('unpack');
        return 0;
      },
      epochMs: () => 0,
      schedule: (_delayMs, callback) => {
        queueMicrotask(callback);
        return () => undefined;
      },
    };
    const signal = Object.assign(new AbortController().signal, {
      throwIfAborted: () => {
        const isUnpacked = !existsSync(pathOf('archive', folder, kind));
        if (isUnpacked && existsSync(pathOf('files', folder, kind))) swap('move');
      },
    });
    const send = (
      content: Buffer,
      sink: { begin: (head: never) => void; write: (bytes: Buffer) => unknown },
    ) => {
      sink.begin({ fromByte: 0, totalBytes: content.length, validator: undefined } as never);
      void sink.write(content.subarray(0, 1));
      swap('download');
      void sink.write(content.subarray(1));
      return Promise.resolve({ kind: 'ok', value: { bytes: content.length }, hints: {} } as const);
    };
    const lines = jobPathLines({ paths: 'optional' })(attack.lines ?? 'build');
    if (lines.kind !== 'ok') throw new Error(JSON.stringify(lines));
    const job = { id: 7, name: 'build', stage: 's', status: 'success', allowFailure: false, webUrl: 'x' };
    const errors = await downloadArtifacts(
      {
        gitlab: {
          streamArchive: (_call, sink) => send(archive, sink),
          streamArtifactFile: (_call, sink) => send(Buffer.from('a'), sink),
        },
        clock,
        random: () => 1,
        onEvent: () => undefined,
      },
      {
        lines: lines.value,
        tree: { pipeline: { id: 1, projectId: 42 }, jobs: [{ job }], bridges: [] },
        into: join(folder, 'out'),
        holdFolder: (path) => holdFolder(path, { means }),
        naming: 'posix',
        own: [],
        redact: (text) => text,
        signal,
      },
    );
    const { tree, isWhole } = seen(await treeIn(folder));
    return { errors: errors.map(({ code, why }) => `${code}: ${why}`), swaps, tree, isWhole };
  });
}

/** What is there, without the content of a long file; and whether all of the archive is. */
function seen(tree: Readonly<Record<string, string>>) {
  const arrived = Object.keys(tree).filter((path) => /^out\/build\/.*(?:a|b|c|noise|top|link)$/.test(path));
  return {
    isWhole: arrived.length === members.length,
    tree: Object.fromEntries(Object.entries(tree).filter(([path]) => !path.startsWith('taken'))),
  };
}

const inStaging: readonly Attack[] = [
  { swapped: 'staging', during: 'download' },
  { swapped: 'staging', during: 'unpack' },
  { swapped: 'of the job', during: 'download' },
  { swapped: 'of the job', during: 'unpack' },
  { swapped: 'files', during: 'unpack' },
  { swapped: 'files/dist', during: 'unpack' },
  { swapped: 'archive', during: 'download' },
  { swapped: 'staging', during: 'download', lines: 'build:dist/a' },
  { swapped: 'files', during: 'download', lines: 'build:dist/a' },
];

const inTheirPlace: readonly Attack[] = [
  { swapped: 'into', during: 'download' },
  { swapped: 'into', during: 'unpack' },
  { swapped: 'into', during: 'download', lines: 'build:dist/a' },
  { swapped: 'into', during: 'move', isSecond: true },
  { swapped: 'build', during: 'move', isSecond: true },
  { swapped: 'build/dist', during: 'move', isSecond: true },
];

const meansHere: readonly HoldMeans[] = process.platform === 'linux' ? ['handle', 'name'] : ['name'];

describe.each(meansHere)('by %s, nothing is written outside', (means) => {
  test.each([...inStaging, ...inTheirPlace])(
    'when $swapped is replaced by a link during $during ($lines)',
    async (attack) => {
      const { errors, swaps, tree } = await attacked(attack, means);

      expect(swaps).toBe(1);
      const outside = Object.entries(tree).filter(([path]) => path.startsWith('outside'));
      expect(outside).toEqual([['outside/victim', 'untouched']]);
      expect(errors.join()).not.toContain('/proc/');
    },
  );

  test.each(inTheirPlace)(
    'and the step is red when $swapped is replaced by a link during $during ($lines)',
    async (attack) => {
      const { errors } = await attacked(attack, means);
      expect(errors).toEqual([expect.stringMatching(/^artifacts_not_written: /)]);
    },
  );
});

test.each(inStaging)(
  'what is asked for arrives whole or the step is red: $swapped, $during',
  async (attack) => {
    for (const means of meansHere) {
      const { errors, isWhole, tree } = await attacked(attack, means);
      const isThere = attack.lines === undefined ? isWhole : tree['out/build/dist/a'] === 'a';
      expect(isThere || errors.length > 0).toBe(true);
    }
  },
);
