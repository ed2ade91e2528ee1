import { constants as files, fstatSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';

import { type StopSignalName, signalExitCodes } from '../../base/errors.js';

/**
 * Calls back for every signal that asks this process to end. These are the ones that end a process by
 * default, and that others send: terminals and sessions (SIGHUP, SIGINT, SIGQUIT, SIGBREAK), init systems,
 * containers and CIs (SIGTERM, or any that an image names), batch systems before they kill (SIGUSR1, SIGUSR2,
 * SIGXCPU, SIGALRM). SIGUSR1 would otherwise open Node's debugger to the whole machine. Node ignores SIGPIPE
 * and SIGXFSZ itself. On Windows, SIGHUP is a closed console.
 */
export function onStopSignal(hear: (name: StopSignalName) => void): void {
  for (const name of Object.keys(signalExitCodes) as StopSignalName[]) {
    // Not every system has all of them.
    if (!(name in constants.signals)) continue;
    const isIgnored = name === 'SIGHUP' && ignoresHangup(launchOfThisProcess());
    process.on(name, isIgnored ? () => undefined : () => hear(name));
  }
}

/** What shows how a process was started. */
export interface Launch {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The text of `/proc/<id>/status` of the parent process; `undefined` where there is none. */
  readonly parentStatus: string | undefined;
  /** Whether standard input is a device that is open for writing only. */
  readonly hasUnreadableInput: boolean;
}

/**
 * Whether the process was started to survive the end of its terminal, as by `nohup` or `trap '' HUP`. Such a
 * start makes the system ignore SIGHUP, but Node resets that before any of our code runs, so that only traces
 * are left: the shell puts the command that it started into `_`; a parent that ignores the signal hands that
 * down; and GNU's `nohup` replaces a terminal at standard input by a device that cannot be read.
 */
export function ignoresHangup({ environment, parentStatus, hasUnreadableInput }: Launch): boolean {
  if (hasUnreadableInput || /(?:^|[/\\])nohup$/.test(environment._ ?? '')) return true;
  const ignored = parentStatus === undefined ? undefined : /^SigIgn:\s*([\da-f]+)$/im.exec(parentStatus)?.[1];
  // SIGHUP is number 1, the lowest bit.
  return ignored !== undefined && Number.parseInt(ignored.slice(-1), 16) % 2 === 1;
}

function launchOfThisProcess(): Launch {
  const inputFlags = /^flags:\s*(\d+)$/m.exec(textOf('/proc/self/fdinfo/0') ?? '')?.[1];
  const isWriteOnly = inputFlags !== undefined && Number.parseInt(inputFlags, 8) % 4 === files.O_WRONLY;
  return {
    environment: process.env,
    parentStatus: textOf(`/proc/${process.ppid}/status`),
    hasUnreadableInput: isWriteOnly && isDevice(0),
  };
}

function isDevice(fd: number): boolean {
  try {
    return fstatSync(fd).isCharacterDevice();
  } catch {
    return false;
  }
}

/** Only Linux has these files. */
function textOf(place: string): string | undefined {
  try {
    return readFileSync(place, 'utf8');
  } catch {
    return undefined;
  }
}
