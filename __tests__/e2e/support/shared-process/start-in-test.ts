import type { Clock } from '../../../../src/base/clock.js';
import { OutputReader } from '../../../../src/simulator/runner/outputs.js';
import type { ProcessRequest, StepProcess } from '../../../../src/simulator/runner/step-process.js';
import { evaluateProgram } from './load-dist.js';
import { type ProcessEnd, ProcessInTest, type ProcessStart, within } from './process-in-test.js';

/** A program that runs in the process of the tests. */
export interface StartedInTest {
  readonly ended: Promise<ProcessEnd>;
  /** The program gets a signal; the process of the tests gets none. */
  readonly signal: (name: NodeJS.Signals) => void;
}

/** Runs a file of `dist/` with a `process` of its own, at a fraction of the cost of a real one. */
export function startInTest(file: string, { words, ...start }: ProcessStart): StartedInTest {
  const own = new ProcessInTest({ ...start, words: [process.execPath, file, ...words] });
  const evaluated = within(own, async () => await evaluateProgram(file));
  // A program that cannot be evaluated has no end; one that was killed meanwhile has.
  const broken = evaluated.then(async () => await own.ended);
  return {
    ended: Promise.race([own.ended, broken]),
    signal: (name) => within(own, () => own.receive(name)),
  };
}

/** The same as a stage of an action, with no number that the system knows. */
export function startStepInTest(
  { clock }: { readonly clock: Clock },
  { script, environment, cwd, onLine }: Omit<ProcessRequest, 'nodePath' | 'cancelTiming'>,
): StepProcess & Pick<StartedInTest, 'signal'> {
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
  const ended = program.ended.then((end) => {
    reader.end();
    return {
      ...end,
      startFault: undefined,
      canceled,
      stdout: reader.stdout.text,
      stderr: reader.stderr.text,
      durationMs: clock.nowMs() - startMs,
    };
  });
  return {
    pid: undefined,
    ended,
    cancel: () => {
      if (canceled) return;
      canceled = true;
      program.signal('SIGINT');
    },
    kill: () => program.signal('SIGKILL'),
    signal: program.signal,
  };
}
