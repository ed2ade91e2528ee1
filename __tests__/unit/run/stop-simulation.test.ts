import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import type { RunDeps } from '../../../src/run/context.js';
import { stopSimulation } from '../../../src/run/simulation/stop.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';

interface Stopping {
  readonly deps: RunDeps;
  readonly clock: ReturnType<typeof createVirtualClock>;
  readonly warnings: readonly string[];
}

function stopping(server: string | undefined): Stopping {
  const warnings: string[] = [];
  const clock = createVirtualClock();
  const host = {
    state: { load: () => server, save: () => undefined },
    log: { warning: (text: string) => warnings.push(text) },
  };
  // It needs no more.
  return { deps: { host, clock } as unknown as RunDeps, clock, warnings };
}

function context(stop = new AbortController()): { signal: AbortSignal; forceSignal: AbortSignal } {
  return { signal: stop.signal, forceSignal: stop.signal };
}

function folderWith(log: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'simulated-gitlab-'));
  writeFileSync(join(folder, 'log.txt'), log);
  writeFileSync(join(folder, 'ready.json'), '{}');
  return folder;
}

test('a step that has started nothing has nothing to stop', async () => {
  const { deps, warnings } = stopping(undefined);
  expect([await stopSimulation(deps, context()), warnings]).toEqual([0, []]);
});

test('a server that has ended already leaves its gaps, each once and few of many, and its folder goes', async () => {
  const gaps = Array.from({ length: 23 }, (_, index) => `not simulated: GET /api/v4/${index}\n`);
  const folder = folderWith(`A simulated GitLab\n${gaps.join('')}${gaps.join('')}`);
  const { pid } = spawnSync(process.execPath, ['--version']);
  const { deps, warnings } = stopping(JSON.stringify({ pid, folder }));
  expect([await stopSimulation(deps, context()), existsSync(folder)]).toEqual([0, false]);
  expect([warnings.length, warnings[0], warnings[20]]).toEqual([
    21,
    'not simulated: GET /api/v4/0',
    'not simulated: 3 more',
  ]);
});

test('a process that has got the id of the server is left alone', async () => {
  const folder = folderWith('');
  // This one: it would end the tests.
  const { deps, clock } = stopping(JSON.stringify({ pid: process.pid, folder }));
  expect(await clock.run(stopSimulation(deps, context()))).toBe(0);
  expect([clock.nowMs() > 9_000, clock.nowMs() < 11_000, existsSync(folder)]).toEqual([true, true, false]);
});

test('a step that is stopped meanwhile says what goes on, and does not fail', async () => {
  const stop = new AbortController();
  const { deps, clock, warnings } = stopping(JSON.stringify({ pid: process.pid, folder: folderWith('') }));
  clock.schedule(1_000, () => stop.abort(new Error('SIGINT')));
  expect(await clock.run(stopSimulation(deps, context(stop)))).toBe(0);
  expect(warnings).toEqual([expect.stringContaining(`(process ${process.pid}) has not stopped yet`)]);
});
