import { OutputReader } from '../../../../src/simulator/runner/outputs.js';
import type { StartStepProcess } from '../../../../src/simulator/runner/step-process.js';
import { evaluateProgram } from './load-dist.js';
import { ProcessInTest, type ProcessStart, within } from './process-in-test.js';

/** A program that runs in the process of the tests. */
export interface StartedInTest {
  /** Settles with the exit code. */
  readonly ended: Promise<number>;
  /** The program hears of a signal; the process itself gets none. */
  readonly signal: (name: NodeJS.Signals) => void;
}

/** Runs a file of `dist/` with a `process` of its own, at a fraction of the cost of a real one. */
export function startInTest(file: string, { words, ...start }: ProcessStart): StartedInTest {
  const own = new ProcessInTest({ ...start, words: [process.execPath, file, ...words] });
  const evaluated = within(own, async () => await evaluateProgram(file));
  return {
    ended: evaluated.then(async () => await own.ended),
    signal: (name) => within(own, () => void own.emit(name, name)),
  };
}

/** The same as a stage of an action. */
export const startStepInTest: StartStepProcess = ({ clock }, { script, environment, cwd, onLine }) => {
  const startMs = clock.nowMs();
  const reader = new OutputReader(clock, onLine);
  let canceled = false;
  const program = startInTest(script, {
    words: [],
    environment,
    cwd,
    onStdout: (bytes) => reader.receive('stdout', bytes),
    onStderr: (bytes) => reader.receive('stderr', bytes),
  });
  const ended = program.ended.then((exitCode) => {
    reader.end();
    return {
      exitCode,
      signal: undefined,
      startFault: undefined,
      canceled,
      stdout: reader.stdout.text,
      stderr: reader.stderr.text,
      durationMs: clock.nowMs() - startMs,
    };
  });
  return {
    pid: process.pid,
    ended,
    cancel: () => {
      if (canceled) return;
      canceled = true;
      program.signal('SIGINT');
    },
    kill: () => {
      throw new Error('only a process of its own can be killed');
    },
  };
};
