import { expect, test } from '@jest/globals';

import type { HostProgram, ProgramError } from '../../../src/hosts/host.js';
import { programLanes } from '../../../src/hosts/programs.js';

interface Running {
  readonly program: HostProgram;
  readonly end: (failure?: ProgramError) => void;
}

function lanes(): {
  readonly start: (lane: string, input: string) => void;
  readonly running: Running[];
  readonly details: string[];
} {
  const running: Running[] = [];
  const details: string[] = [];
  const run = programLanes(
    {
      run: (program) =>
        new Promise((resolve) => {
          running.push({ program, end: resolve });
        }),
    },
    (failure) => details.push(failure),
  );
  return {
    start: (lane, input) => {
      void run(lane, { name: 'agent', words: [], input });
    },
    running,
    details,
  };
}

async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

const inputsOf = (running: readonly Running[]): readonly string[] =>
  running.map(({ program }) => program.input);

test('programs of one queue run one after the other, and queues run in parallel', async () => {
  const { start, running } = lanes();
  start('status', 'created');
  start('status', 'running');
  start('outcome', 'success');
  await turn();
  expect(inputsOf(running)).toEqual(['created', 'success']);
  running[0]?.end();
  await turn();
  expect(inputsOf(running)).toEqual(['created', 'success', 'running']);
});

test('a failed program is run again', async () => {
  const { start, running, details } = lanes();
  start('status', 'created');
  start('status', 'running');
  await turn();
  running[0]?.end({ why: 'ended with exit code 1', outlook: 'open' });
  await turn();
  expect([inputsOf(running), details]).toEqual([['created', 'running'], ['agent ended with exit code 1']]);
});

test('a missing program is not run again', async () => {
  const { start, running, details } = lanes();
  start('status', 'created');
  start('status', 'running');
  await turn();
  running[0]?.end({ why: 'is not installed', outlook: 'hopeless' });
  start('outcome', 'success');
  await turn();
  expect([inputsOf(running), details]).toEqual([['created'], ['agent is not installed']]);
});

test('a verification follows its program at once, and can fail it', async () => {
  const running: { readonly name: string; readonly end: (failure?: ProgramError) => void }[] = [];
  const run = programLanes(
    { run: ({ name }) => new Promise((resolve) => running.push({ name, end: resolve })) },
    () => undefined,
  );
  const told = (name: string): HostProgram => ({ name, words: [], input: '' });
  const first = run('store', told('add'), told('print'));
  const second = run('store', told('add again'));
  await turn();
  running[0]?.end();
  await turn();
  expect(running.map(({ name }) => name)).toEqual(['add', 'print']);
  running[1]?.end({ why: 'reported success but did not save the value', outlook: 'open' });
  await turn();
  running[2]?.end();
  expect([await first, await second]).toEqual([
    'print reported success but did not save the value',
    undefined,
  ]);
});
