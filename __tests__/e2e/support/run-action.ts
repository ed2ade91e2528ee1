import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { systemClock } from '../../../src/base/clock.js';
import {
  startStep,
  type RunningStep,
  type StepRequest,
  type StepResult,
} from '../../../src/simulator/runner/runner.js';
import { type StartStepProcess, startStepProcess } from '../../../src/simulator/runner/step-process.js';
import { startStepInTest } from './shared-process/start-in-test.js';

/** One run of an action of this repository; what is left out is as on a hosted runner. */
export interface ActionRequest extends Pick<
  StepRequest,
  'with' | 'state' | 'masked' | 'cancelTiming' | 'onLine' | 'run'
> {
  /** Starts a process of its own with this Node; the action runs in the process of the tests unless given. */
  readonly nodePath?: string | undefined;
  /** The action's folder below the root: `wait`, `cancel`; the root itself unless given. */
  readonly folder?: string | undefined;
  readonly stage?: StepRequest['stage'];
  /** The workflow's `env`; the process gets this, `PATH` and what the runner adds, and nothing else. */
  readonly environment?: Readonly<Record<string, string>>;
  /** For steps whose stages share one; a folder of its own, gone at the end, unless given. */
  readonly workDir?: string;
}

/** A stage that runs, and that anybody on the machine may send a signal. */
export interface RunningAction extends RunningStep {
  readonly signal: (name: NodeJS.Signals) => void;
}

/**
 * A busy machine is no reason to ask twice, or to kill: that a step is quick enough for the runner is judged
 * in virtual time. A step that does not end by itself meets the time limit of its test first.
 */
const waitingRunner: NonNullable<StepRequest['cancelTiming']> = { interruptMs: 180_000, terminateMs: 60_000 };

const root = join(import.meta.dirname, '..', '..', '..');

/** Starts an action from `dist/` in a temporary folder, which is gone when `finished` settles. */
export async function startAction(request: ActionRequest): Promise<RunningAction> {
  const { nodePath, folder, environment, stage: name, workDir: given, ...rest } = request;
  const workDir = given ?? (await realpath(await mkdtemp(join(tmpdir(), 'gitlab-trigger-e2e-'))));
  const removeFolder = async (): Promise<void> => {
    if (given === undefined) await rm(workDir, { recursive: true, force: true });
  };
  let signal: RunningAction['signal'] = () => undefined;
  const startProcess: StartStepProcess = (deps, stage) => {
    const started = (nodePath === undefined ? startStepInTest : startSystemProcess)(deps, stage);
    signal = started.signal;
    return started;
  };
  try {
    const step = await startStep(
      { clock: systemClock, startProcess },
      {
        cancelTiming: waitingRunner,
        ...rest,
        nodePath: nodePath ?? process.execPath,
        actionDir: join(root, folder ?? '.'),
        stage: name ?? 'main',
        baseEnvironment: { PATH: process.env.PATH ?? '', ...environment },
        workDir,
        platform: process.platform,
      },
    );
    return { ...step, signal, finished: endedWith(step.finished, removeFolder) };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

function startSystemProcess(
  ...given: Parameters<StartStepProcess>
): ReturnType<StartStepProcess> & Pick<RunningAction, 'signal'> {
  const started = startStepProcess(...given);
  return {
    ...started,
    signal: (name) => {
      if (started.pid === undefined) throw new Error('the step has no process');
      process.kill(started.pid, name);
    },
  };
}

/** What a promise settles to, once the tidying after it is done. */
async function endedWith<T>(result: Promise<T>, tidy: () => Promise<void>): Promise<T> {
  try {
    return await result;
  } finally {
    await tidy();
  }
}

/** Runs an action to its end. */
export async function runAction(request: ActionRequest): Promise<StepResult> {
  const step = await startAction(request);
  return await step.finished;
}

/**
 * Runs the post stage of a step whose main stage ended as `main`, with the state and the masks that it left.
 */
export async function runPost(request: ActionRequest, main: StepResult): Promise<StepResult> {
  return await runAction({ ...request, stage: 'post', state: main.state, masked: main.masked });
}

/** Every byte that a stage wrote anywhere, by place; for tests that search them for secrets. */
export function writtenTexts(result: StepResult): Readonly<Record<string, string>> {
  return {
    log: result.shownLines.join('\n'),
    stdout: result.rawStdout,
    stderr: result.rawStderr,
    annotations: JSON.stringify(result.annotations),
    'uploaded summary': result.summary,
    ...Object.fromEntries(Object.entries(result.fileTexts).map(([name, text]) => [`file ${name}`, text])),
  };
}
