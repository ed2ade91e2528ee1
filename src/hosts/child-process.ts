import { systemClock } from '../base/clock.js';

/** A process that was started here. */
export interface Child extends NodeJS.EventEmitter {
  readonly pid?: number | undefined;
  readonly stdin: { readonly destroy: () => unknown } | null;
  readonly stdout: { readonly destroy: () => unknown } | null;
  readonly stderr: { readonly destroy: () => unknown } | null;
  readonly kill: (signal: 'SIGKILL') => boolean;
}

/**
 * How a process is started that gets a group of its own: a signal to ours leaves it alone, and what it starts
 * can be ended with it.
 */
export const ownGroup = {
  detached: process.platform !== 'win32',
  windowsHide: true,
} as const;

/** As inputs are named in the environment: by the command, the runners of GitHub's kind, and plugins. */
const inputNames = /^(?:GITLAB_TRIGGER|INPUT|STATE|PLUGIN|BUILDKITE_PLUGIN_GITLAB_TRIGGER)_/i;
const secretNames = /(?:TOKEN|REQUEST_HEADERS|PASSWORD|SECRET)/i;

/**
 * What programs need to run at all, and to reach a server: kept whatever is in it. A masked word of a header
 * can be a part of any path, and the password of a proxy belongs to whoever uses the proxy.
 */
const neededNames =
  /^(?:PATH|PATHEXT|HOME|PWD|SHELL|USER|LOGNAME|LANG|LC_\w+|TZ|TMPDIR|TEMP|TMP|COMSPEC|SYSTEMDRIVE|SYSTEMROOT|WINDIR|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES.*|XDG_\w+|(?:HTTPS?|ALL|FTP|NO)_PROXY)$/i;

/**
 * Our environment as a program of others may have it: without our inputs, which include secrets, and without
 * what has the value of a secret one, whatever its name. Bitrise passes `token` on under its own name.
 * `redact` also finds a secret that is a part of a value, is written in another way, or came from a file.
 */
export function environmentForOthers(redact = (text: string): string => text): NodeJS.ProcessEnv {
  const all = Object.entries(process.env);
  const inputs = all.filter(([name]) => inputNames.test(name));
  const secrets = new Set(inputs.filter(([name]) => secretNames.test(name)).map(([, value]) => value));
  secrets.delete('');
  const isFree = (name: string, value = ''): boolean =>
    !inputNames.test(name) && !secrets.has(value) && (neededNames.test(name) || redact(value) === value);
  return Object.fromEntries(all.filter(([name, value]) => isFree(name, value)));
}

/**
 * What a process has printed is read within this time after its end. The pipe then still is open only if
 * something holds it that the process has left behind.
 */
const outputGraceMs = 300;

/** The same for one that was ended with its group, which takes the system a moment. */
const killedGraceMs = 2000;

/**
 * Waits until a process has ended and its output was read, and gives its exit code, the code of the error
 * that kept it from being run, or `null` when a signal ended it. What the process has left behind is not
 * waited for, whatever it holds open. Processes live in real time, whichever clock the run has.
 */
export async function endOfChild(child: Child): Promise<number | string | null> {
  return await new Promise((resolve) => {
    let forget = (): void => undefined;
    const settle = (code: number | string | null): void => {
      forget();
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy();
      resolve(code);
    };
    child.on('error', (error: Error) => settle('code' in error ? String(error.code) : error.name));
    child.on('exit', (code: number | null) => {
      forget = systemClock.schedule(code === null ? killedGraceMs : outputGraceMs, () => settle(code));
    });
    child.on('close', (code: number | null) => settle(code));
  });
}

/**
 * Ends a process that has a group of its own, and all that is left of that group. On Windows there is no such
 * group: only the process itself is ended, and what it has started goes on.
 */
export function endGroup(child: Child): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    child.kill('SIGKILL');
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}
