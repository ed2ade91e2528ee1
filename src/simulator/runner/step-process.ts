import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';

import type { Clock } from '../../base/clock.js';
import { OutputReader } from './outputs.js';
import type { Environment } from './step-environment.js';

/** How long the runner waits before each stronger signal, in milliseconds. */
export interface CancelTiming {
  /** From SIGINT to SIGTERM. */
  readonly interruptMs: number;
  /** From SIGTERM to SIGKILL. */
  readonly terminateMs: number;
}

export interface ProcessRequest {
  readonly nodePath: string;
  readonly script: string;
  readonly cwd: string;
  /** The complete environment; nothing is inherited. */
  readonly environment: Environment;
  readonly cancelTiming: CancelTiming;
  /** Receives each line that the process prints, on either stream. */
  readonly onLine: (line: string) => void;
}

/** How the process of a stage ended. */
export interface ProcessEnding {
  /** 128 and the signal's number after a death by signal; -1 when the process could not be started. */
  readonly exitCode: number;
  readonly signal: NodeJS.Signals | undefined;
  /** Why the process could not be started. */
  readonly startFault: string | undefined;
  readonly canceled: boolean;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

/** The process of a stage. */
export interface StepProcess {
  /** `undefined` when the process could not be started. */
  readonly pid: number | undefined;
  /** Settles when the process has ended and its output was read; never rejects. */
  readonly ended: Promise<ProcessEnding>;
  /** SIGINT, then SIGTERM, then SIGKILL, to this process alone. A second call does nothing. */
  readonly cancel: () => void;
  readonly kill: () => void;
}

/** Starts the process of a stage: `startStepProcess`, or what stands in for it. */
export type StartStepProcess = (deps: { readonly clock: Clock }, request: ProcessRequest) => StepProcess;

/**
 * How long the runner waits for the output of an ended process to close, when a child of it holds the pipes.
 */
const pipeGraceMs = 5000;

/**
 * Starts `<node> <script>` with its standard input closed. A process that cannot start is an ending, not an
 * error.
 */
export function startStepProcess(deps: { readonly clock: Clock }, request: ProcessRequest): StepProcess {
  const { clock } = deps;
  const startMs = clock.nowMs();
  const reader = new OutputReader(clock, request.onLine);
  let canceled = false;
  const endingOf = (end: Pick<ProcessEnding, 'exitCode' | 'signal' | 'startFault'>): ProcessEnding => {
    reader.end();
    return {
      ...end,
      canceled,
      stdout: reader.stdout.text,
      stderr: reader.stderr.text,
      durationMs: clock.nowMs() - startMs,
    };
  };

  let child: ChildProcess;
  try {
    child = spawn(request.nodePath, [request.script], {
      cwd: request.cwd,
      env: request.environment,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
  } catch (error) {
    // Linux refuses a variable of 128 KiB or more before the process starts.
    const ending = endingOf({ exitCode: -1, signal: undefined, startFault: messageOf(error) });
    return { pid: undefined, ended: Promise.resolve(ending), cancel: doNothing, kill: doNothing };
  }
  // A process that ends first closes its side, which is not an error here.
  child.stdin?.on('error', doNothing).end();
  child.stdout?.on('data', (bytes: Buffer) => reader.receive('stdout', bytes));
  child.stderr?.on('data', (bytes: Buffer) => reader.receive('stderr', bytes));

  let disposeLadder = doNothing;
  const ended = endOf(child, clock).then((end) => {
    disposeLadder();
    return endingOf(end);
  });
  const cancel = (): void => {
    if (canceled || hasEnded(child)) return;
    canceled = true;
    child.kill('SIGINT');
    disposeLadder = clock.schedule(request.cancelTiming.interruptMs, () => {
      child.kill('SIGTERM');
      disposeLadder = clock.schedule(request.cancelTiming.terminateMs, () => child.kill('SIGKILL'));
    });
  };
  return { pid: child.pid, ended, cancel, kill: () => child.kill('SIGKILL') };
}

async function endOf(
  child: ChildProcess,
  clock: Clock,
): Promise<Pick<ProcessEnding, 'exitCode' | 'signal' | 'startFault'>> {
  return await new Promise((resolve) => {
    child.once('error', (error) => {
      // After a start, the same event reports a signal that could not be sent; the end comes later.
      if (child.pid === undefined) resolve({ exitCode: -1, signal: undefined, startFault: error.message });
    });
    child.once('exit', (code, signal) => {
      const exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
      const end = { exitCode, signal: signal ?? undefined, startFault: undefined };
      const dispose = clock.schedule(pipeGraceMs, () => {
        child.stdout?.destroy();
        child.stderr?.destroy();
        resolve(end);
      });
      child.once('close', () => {
        dispose();
        resolve(end);
      });
    });
  });
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}

function doNothing(): void {
  // On purpose.
}
