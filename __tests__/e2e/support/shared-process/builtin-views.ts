import type { ChildProcess, SpawnOptions } from 'node:child_process';
import type { ClientRequest } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';

import { currentProcess, livingProcess, processView } from './process-in-test.js';

type Exports = Readonly<Record<string, unknown>>;
type Call = (...given: readonly unknown[]) => unknown;

const requireBuiltin = createRequire(import.meta.url) as (name: string) => Exports;

/**
 * A module of Node as a program in the process of the tests sees it: relative paths begin in its own working
 * folder, and the programs that it starts get its environment.
 */
export function builtinView(name: string): Exports {
  const plain = name.replace(/^node:/, '');
  const view = views[plain];
  return view === undefined ? requireBuiltin(name) : view();
}

const views: Readonly<Record<string, () => Exports>> = {
  process: () => processView as unknown as Exports,
  path: () => ({ ...path, resolve: resolved }),
  fs: () => fileView(requireBuiltin('node:fs')),
  'fs/promises': () => fileView(requireBuiltin('node:fs/promises')),
  http: () => httpView(requireBuiltin('node:http')),
  https: () => httpView(requireBuiltin('node:https')),
  child_process: () => {
    const real = requireBuiltin('node:child_process');
    return { ...real, spawn: startedBy(real.spawn as Call), spawnSync: startedBy(real.spawnSync as Call) };
  },
  // Its output is read by the test, whatever the output of the tests is.
  tty: () => ({ ...requireBuiltin('node:tty'), isatty: () => false }),
  module: () => ({ ...requireBuiltin('node:module'), createRequire: () => builtinView }),
};

function resolved(...parts: readonly string[]): string {
  return path.resolve(currentProcess().cwd(), ...parts);
}

function httpView(real: Exports): Exports {
  const request: Call = (...given) => {
    const own = livingProcess();
    const sent = (real.request as Call)(...given) as ClientRequest;
    own.sends(sent);
    return sent;
  };
  return { ...real, request };
}

/** Of these, the second argument is a path too. */
const twoPaths = /^(?:rename|link|copyFile|cp)(?:Sync)?$/;

function fileView(real: Exports): Exports {
  const entries = Object.entries(real).map(([name, value]) => [
    name,
    typeof value === 'function' && /^[a-z]/.test(name)
      ? withPaths(value as Call, twoPaths.test(name))
      : value,
  ]);
  const ofStreams = {
    fstatSync: statsBy(real.fstatSync as Call),
    writeSync: writesBy(real.writeSync as Call),
  };
  return { ...Object.fromEntries(entries), ...ofStreams } as Exports;
}

/** Its standard streams are pipes unless a file is given, also where those of the tests are files. */
function statsBy(real: Call): Call {
  return (fd, ...options) => {
    const file = fd === 1 ? currentProcess().stdoutFd : undefined;
    if (Number(fd) > 2 || file !== undefined) return real(file ?? fd, ...options);
    return { isFIFO: () => true, isSocket: () => false };
  };
}

function writesBy(real: Call): Call {
  return (fd, ...written) => real(fd === 1 ? currentProcess().stdoutFd : fd, ...written);
}

function withPaths(real: Call, hasTwo: boolean): Call {
  const view: Call = (first, second, ...rest) => {
    livingProcess();
    return real(
      ...[absolute(first), hasTwo ? absolute(second) : second, ...rest].slice(
        0,
        Math.max(1, lengthOf(first, second, rest)),
      ),
    );
  };
  // `realpathSync.native` and the like.
  return Object.assign(view, real);
}

function lengthOf(first: unknown, second: unknown, rest: readonly unknown[]): number {
  if (rest.length > 0) return 2 + rest.length;
  if (second !== undefined) return 2;
  return first === undefined ? 0 : 1;
}

function absolute(given: unknown): unknown {
  return typeof given === 'string' ? resolved(given) : given;
}

function startedBy(real: Call): Call {
  return (name, ...given) => {
    const words = Array.isArray(given[0]) ? [given[0]] : [];
    const options = (given[words.length] ?? {}) as SpawnOptions;
    const own = livingProcess();
    const child = real(name, ...words, { cwd: own.cwd(), env: own.env, ...options }) as ChildProcess;
    if (typeof child.once === 'function') own.owns(child);
    return child;
  };
}
