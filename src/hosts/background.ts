import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { isObject } from '../base/is-object.js';

/** A program of Node that goes on when this process has ended. */
export interface BackgroundOrder {
  /** A script beside the one that runs. */
  readonly script: string;
  readonly words: readonly string[];
  /** Gets all that it prints; made anew. */
  readonly logFile: string;
}

export interface BackgroundProcess {
  readonly pid: number;
  /** How it has ended: the exit code, or the name of a signal; `undefined` while it runs. */
  readonly ending: () => number | string | undefined;
}

/**
 * What a program needs to run at all, and what GitHub's runner finds and ends it by after the job. Nothing
 * else of the environment of a step is its business: there are secrets in it, and commands of the runner.
 */
const neededVariables = [
  'HOME',
  'PATH',
  'RUNNER_TRACKING_ID',
  'SYSTEMDRIVE',
  'SYSTEMROOT',
  'TEMP',
  'TMP',
  'TMPDIR',
  'USERPROFILE',
  'WINDIR',
];

/**
 * Starts a program that outlives this process and its process group. Its working folder is that of Node,
 * since Windows lets nobody remove a folder that a program works in.
 * @throws {Error} from the system when it cannot be started.
 */
export function startInBackground({ script, words, logFile }: BackgroundOrder): BackgroundProcess {
  const log = openSync(logFile, 'w', 0o600);
  try {
    const beside = path.join(path.dirname(process.argv[1] ?? ''), script);
    const child = spawn(process.execPath, [beside, ...words], {
      cwd: path.dirname(process.execPath),
      env: Object.fromEntries(
        Object.entries(process.env).filter(([name]) => neededVariables.includes(name.toUpperCase())),
      ),
      detached: true,
      stdio: ['ignore', log, log],
      windowsHide: true,
    });
    let ending: number | string | undefined;
    child.on('error', (error) => (ending = 'code' in error ? String(error.code) : error.name));
    child.on('exit', (code, signal) => (ending = code ?? signal ?? 'no exit code'));
    child.unref();
    const { pid } = child;
    if (pid === undefined) throw new Error('the system starts no process');
    return { pid, ending: () => ending };
  } finally {
    closeSync(log);
  }
}

/** Whether there is a process of this id, whoever has it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isObject(error) && error.code === 'EPERM';
  }
}

/**
 * Ends a process at once, if a word of its command line shows that it is the one that was started: its id may
 * have gone to another. `unknown` where nothing shows it, as on Windows; nothing is ended then.
 */
export function killIfNamed(pid: number, word: string): 'killed' | 'other' | 'unknown' {
  const line = commandLineOf(pid);
  if (line === undefined) return 'unknown';
  if (!line.includes(word)) return 'other';
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
  return 'killed';
}

function commandLineOf(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // macOS has no /proc.
  }
  const { status, stdout } = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], {
    encoding: 'utf8',
    timeout: 5_000,
  });
  return status === 0 ? stdout : undefined;
}

/** The process that this step belongs to: GitHub's runner starts its steps itself. `undefined` elsewhere. */
export function runnerProcess(): number | undefined {
  return process.env.RUNNER_TRACKING_ID !== undefined && process.ppid > 1 ? process.ppid : undefined;
}
