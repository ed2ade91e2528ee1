import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { endOfChild, environmentForOthers, ownGroup } from './child-process.js';
import type { HostMeans, HostProgram, ProgramError } from './host.js';

/** A stopped step has about six seconds, and a hanging program must not take all of them. */
const longestMs = 4_000;

/**
 * Runs a program of the host, found by `PATH`, in a process group of its own: a signal that ends our group
 * lets it finish. Its environment lacks our inputs, which include secrets.
 */
export async function runProgram(
  program: HostProgram,
  retryTimeoutMs = longestMs,
): Promise<ProgramError | undefined> {
  if (program.inputBy === undefined) return await runToEnd(program, retryTimeoutMs);
  const { name, words, input, accepts } = program;
  const folder = mkdtempSync(path.join(tmpdir(), 'gitlab-trigger-'));
  try {
    const file = path.join(folder, 'input');
    writeFileSync(file, input, { mode: 0o600 });
    return await runToEnd({ name, words: [...words, file], input: '', accepts }, retryTimeoutMs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The error for a program that exits with 0 without having done its work. */
const notKept: ProgramError = { why: 'reported success but did not save the value', outlook: 'open' };

async function runToEnd(
  { name, words, input, accepts }: HostProgram,
  retryTimeoutMs: number,
): Promise<ProgramError | undefined> {
  const child = spawn(name, words, {
    env: environmentForOthers(),
    stdio: ['pipe', accepts === undefined ? 'ignore' : 'pipe', 'ignore'],
    timeout: retryTimeoutMs,
    killSignal: 'SIGKILL',
    ...ownGroup,
  });
  const printed: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk));
  const ending = endOfChild(child);
  // It may end without having read all of it, which its exit code tells.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  const code = await ending;
  if (typeof code === 'string') {
    const why = code === 'ENOENT' ? 'is not installed' : `could not be run (${code})`;
    return { why, outlook: 'hopeless' };
  }
  if (code === null) return { why: `took longer than ${retryTimeoutMs / 1_000} s`, outlook: 'hopeless' };
  if (code !== 0) return { why: `ended with exit code ${code}`, outlook: 'open' };
  return accepts === undefined || isAccepted(accepts, printed) ? undefined : notKept;
}

function isAccepted(accepts: (printed: string) => boolean, printed: readonly Buffer[]): boolean {
  try {
    return accepts(Buffer.concat(printed).toString('utf8'));
  } catch {
    return false;
  }
}

/**
 * Runs a program when all earlier ones of its queue have ended, followed by the program that verifies its
 * work; resolves to the error, if any.
 */
export type RunInLane = (
  lane: string,
  program: HostProgram,
  proof?: HostProgram,
) => Promise<string | undefined>;

/**
 * Programs of the host that run in parallel with the step; the process exits when they have ended. `tell`
 * receives errors. A program that can never succeed is not run again: a stopped step has no time for that.
 */
export function programLanes({ run }: Pick<HostMeans, 'run'>, tell: (failure: string) => void): RunInLane {
  const lanes = new Map<string, Promise<string | undefined>>();
  const hopeless = new Map<string, string>();
  const runOne = async (program: HostProgram): Promise<string | undefined> => {
    const before = hopeless.get(program.name);
    if (before !== undefined) return before;
    const failure = await run(program);
    if (failure === undefined) return undefined;
    const what = `${program.name} ${failure.why}`;
    if (failure.outlook === 'hopeless') hopeless.set(program.name, what);
    tell(what);
    return what;
  };
  return (lane, program, proof) => {
    const before = lanes.get(lane) ?? Promise.resolve(undefined);
    const done = before
      .then(async () => (await runOne(program)) ?? (proof && (await runOne(proof))))
      .catch(() => {
        const what = `${program.name} could not be run`;
        tell(what);
        return what;
      });
    lanes.set(lane, done);
    return done;
  };
}
