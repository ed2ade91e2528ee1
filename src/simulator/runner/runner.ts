import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Clock } from '../../base/clock.js';
import { InputError } from '../../base/errors.js';
import { type ActionMetadata, parseActionMetadata } from './action-metadata.js';
import { type StepYield, jobOutputsOf, readStepYield } from './step-ending.js';
import {
  type Environment,
  type WorkflowRun,
  exampleRun,
  inputEnvironment,
  runnerEnvironment,
  stateEnvironment,
} from './step-environment.js';
import {
  type CommandFileTexts,
  createCommandFiles,
  prepareFolders,
  readCommandFiles,
  writeEvent,
} from './step-files.js';
import { type KeptAnnotation, type LogGroup, StepLog } from './step-log.js';
import {
  type CancelTiming,
  type ProcessEnding,
  type StartStepProcess,
  startStepProcess,
} from './step-process.js';

/** The signal timing of runner 2.336. */
export const runnerCancelTiming: CancelTiming = { interruptMs: 7500, terminateMs: 2500 };

/** One stage of one action step. */
export interface StepRequest {
  /** The folder with action.yml. */
  readonly actionDir: string;
  readonly nodePath: string;
  readonly stage: 'main' | 'post';
  /** The step's `with`, as the workflow gives it. */
  readonly with: Readonly<Record<string, string>>;
  /**
   * The complete environment except what the runner adds: `PATH`, the workflow's `env`. Nothing is inherited.
   */
  readonly baseEnvironment: Environment;
  /** A folder that the stages of one step share; it contains the workspace and temporary files. */
  readonly workDir: string;
  /** The state that `main` saved, for `post`. */
  readonly state?: Readonly<Record<string, string>>;
  /** Values masked from the start: a job's secrets, and what earlier stages registered. */
  readonly masked?: readonly string[];
  readonly run?: WorkflowRun;
  /** As Node names it; decides RUNNER_OS and how command files break lines. `linux` unless given. */
  readonly platform?: string;
  /** `runnerCancelTiming` unless given. */
  readonly cancelTiming?: CancelTiming;
  /** Receives each line of the log as a reader sees it, as soon as it is known. */
  readonly onLine?: (line: string) => void;
}

/** How a stage ended. */
export interface StepResult extends StepYield {
  /** 128 and the signal's number after a death by signal; -1 when the process could not be started. */
  readonly exitCode: number;
  readonly signal: NodeJS.Signals | undefined;
  readonly conclusion: 'success' | 'failure' | 'cancelled';
  /** The log as a reader sees it. */
  readonly shownLines: readonly string[];
  readonly rawStdout: string;
  readonly rawStderr: string;
  /** The first ten of each kind. */
  readonly annotations: readonly KeptAnnotation[];
  readonly groups: readonly LogGroup[];
  /** The outputs without those that the runner drops between jobs, because they contain something masked. */
  readonly jobOutputs: Readonly<Record<string, string>>;
  /** The masked values at the end of the stage; the next stage starts with them. */
  readonly masked: readonly string[];
  /** The raw texts of all command files, unmasked. */
  readonly fileTexts: CommandFileTexts;
  readonly durationMs: number;
}

/** A stage that runs. */
export interface RunningStep {
  /** Process ID of the stage; `undefined` if it could not be started. */
  readonly pid: number | undefined;
  readonly finished: Promise<StepResult>;
  /**
   * Stops the process as the runner does: SIGINT, SIGTERM, SIGKILL, to this process alone. A second call does
   * nothing.
   */
  readonly cancel: () => void;
  /** SIGKILL at once, as when the machine runs out of memory. */
  readonly kill: () => void;
}

/** What starting a stage needs. */
export interface StepDeps {
  readonly clock: Clock;
  /** Starts the process; a process of the system unless given. */
  readonly startProcess?: StartStepProcess;
}

/** Runs one stage to its end. @throws as `startStep`. */
export async function runStep(deps: StepDeps, request: StepRequest): Promise<StepResult> {
  const step = await startStep(deps, request);
  return await step.finished;
}

/**
 * Starts one stage of an action as the GitHub runner does: `<node> <action>/<script>`, the workspace as
 * working folder, standard input closed, fresh command files, and the environment that action.yml and `with`
 * make.
 * @throws {InputError} when action.yml cannot be used, or has no script for the stage. A process that
 *   cannot start is a result, not an error.
 */
export async function startStep(deps: StepDeps, request: StepRequest): Promise<RunningStep> {
  const metadata = await parseActionMetadata(await readFile(join(request.actionDir, 'action.yml'), 'utf8'));
  const script = join(request.actionDir, scriptOf(metadata, request.stage));
  const platform = request.platform ?? 'linux';
  const folders = await prepareFolders(request.workDir, request.actionDir);
  if (request.run?.event !== undefined) await writeEvent(folders, request.run.event);
  const files = await createCommandFiles(folders.temp);
  const log = new StepLog({
    masked: request.masked ?? [],
    debugging: request.baseEnvironment.RUNNER_DEBUG === '1',
    onLine: request.onLine ?? ((): void => undefined),
  });
  const inputs = inputEnvironment({ given: request.with, declared: metadata.inputs });
  for (const warning of inputs.warnings) log.annotate('warning', warning);

  const stepProcess = (deps.startProcess ?? startStepProcess)(deps, {
    nodePath: request.nodePath,
    script,
    cwd: folders.workspace,
    environment: {
      ...request.baseEnvironment,
      ...runnerEnvironment({ run: request.run ?? exampleRun, folders, files, platform }),
      ...inputs.environment,
      ...stateEnvironment(request.state ?? {}),
    },
    cancelTiming: request.cancelTiming ?? runnerCancelTiming,
    onLine: (line) => log.take(line),
  });
  const finished = stepProcess.ended.then(async (ending) =>
    resultOf({ ending, log, platform, fileTexts: await readCommandFiles(files) }),
  );
  const { pid, cancel, kill } = stepProcess;
  return { pid, finished, cancel, kill };
}

function scriptOf({ runs }: ActionMetadata, stage: 'main' | 'post'): string {
  const script = runs[stage];
  if (script !== undefined) return script;
  throw new InputError({ code: 'invalid_input', what: `This action has no ${stage} stage` });
}

function resultOf(stage: {
  readonly ending: ProcessEnding;
  readonly log: StepLog;
  readonly platform: string;
  readonly fileTexts: CommandFileTexts;
}): StepResult {
  const { ending, log, platform, fileTexts } = stage;
  if (ending.startFault !== undefined) log.fail(`The process could not be started: ${ending.startFault}`);
  const stepYield = readStepYield(fileTexts, log, platform);
  return {
    ...stepYield,
    exitCode: ending.exitCode,
    signal: ending.signal,
    conclusion: conclusionOf(ending, log),
    shownLines: log.shownLines,
    rawStdout: ending.stdout,
    rawStderr: ending.stderr,
    annotations: log.annotations,
    groups: log.groups,
    jobOutputs: jobOutputsOf(stepYield.outputs, (text) => log.maskLine(text)),
    masked: log.maskedValues,
    fileTexts,
    durationMs: ending.durationMs,
  };
}

/** A canceled step is canceled, however its process ended. */
function conclusionOf(ending: ProcessEnding, log: StepLog): StepResult['conclusion'] {
  if (ending.canceled) return 'cancelled';
  return ending.exitCode === 0 && !log.failed ? 'success' : 'failure';
}
