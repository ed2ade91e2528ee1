import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { detectHost } from '../../../../src/hosts/detect.js';
import type { Host, HostMeans, HostProgram, ProgramError } from '../../../../src/hosts/host.js';
import { runProgram } from '../../../../src/hosts/programs.js';
import { processMeans } from '../../../../src/hosts/system.js';
import { buildkiteAgent } from '../../../support/host-programs/buildkite-agent.js';
import { envman } from '../../../support/host-programs/envman.js';
import { installStandIns } from '../../../support/host-programs/stand-in.js';
import type { HostSpecimen } from './host-specimens.js';
import type { HostReader, HostTraces } from './host-traces.js';

/** A machine may be slow; this is not about time. */
const patienceMs = 60_000;

/** A host at work in a folder of its own. */
export interface OpenHost {
  readonly host: Host;
  readonly reader: HostReader;
  readonly traces: () => HostTraces;
  /** Settles when the programs of the host that were started have ended. */
  readonly settled: () => Promise<void>;
}

/** What is different from a host in good order. */
export interface HostFailure {
  /** No file can be written. */
  readonly files?: 'read_only' | undefined;
  /** What each program of the host ends with. */
  readonly programs?: ProgramError | undefined;
}

/**
 * Does `work` with the host that is found in the environment of a specimen. Files are real, in a folder that
 * is gone afterwards; standard output is recorded, and so are the calls of what stands for the programs of
 * the host.
 */
export async function withHost<T>(
  specimen: HostSpecimen,
  work: (open: OpenHost) => T | Promise<T>,
  failure: HostFailure = {},
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'gitlab-trigger-host-'));
  const printed: string[] = [];
  const programs: HostProgram[] = [];
  const place = failure.files === 'read_only' ? '/dev/null' : folder;
  const environment = specimen.environment(place);
  const { folders = [] } = specimen;
  for (const name of folders) mkdirSync(join(folder, name));
  const real = processMeans();
  const standIns = join(folder, 'stand-ins');
  installStandIns([buildkiteAgent, envman], standIns, join(folder, 'store'));
  const running = new Set<Promise<unknown>>();
  const means: HostMeans = {
    ...real,
    appendText: (path, text) => real.appendText(resolve(place, path), text),
    readText: (path) => real.readText(resolve(place, path)),
    writeText: (path, text, owner) => real.writeText(resolve(place, path), text, owner),
    isThere: (path) => real.isThere(resolve(place, path)),
    isFolder: (path) => folders.some((name) => path === `${place}/${name}`),
    environment,
    print: (text) => void printed.push(text),
    run: async (program) => {
      programs.push(program);
      if (failure.programs !== undefined) return failure.programs;
      const end = runProgram({ ...program, name: join(standIns, program.name) }, patienceMs);
      running.add(end);
      return await end.finally(() => running.delete(end));
    },
    clock: { epochMs: () => 1_700_000_000_000 },
    processId: 4321,
  };
  return await asProcess({ environment, printed, place }, async () => {
    try {
      return await work({
        host: await detectHost(means),
        reader: specimen.reader(place),
        traces: () => ({
          stdout: printed.join(''),
          readText: textOf,
          namesIn: (path) => (existsSync(path) ? readdirSync(path) : []),
          programs,
        }),
        // What is to come has come when no program runs and nothing is left to be done at once.
        settled: async () => {
          do {
            await Promise.all(running);
            await new Promise((resolveSettled) => setImmediate(resolveSettled));
          } while (running.size > 0);
        },
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** The adapter for GitHub works with the process itself, through `@actions/core`. */
async function asProcess<T>(
  given: {
    readonly environment: Readonly<Record<string, string>>;
    readonly printed: string[];
    readonly place: string;
  },
  work: () => Promise<T>,
): Promise<T> {
  const { environment, printed, place } = given;
  const { env, stdout } = process;
  const before = { ...env };
  const write = stdout.write.bind(stdout);
  for (const [name, value] of Object.entries(environment)) {
    env[name] = value;
    // The runner makes the files of its commands itself.
    if (name.startsWith('GITHUB_') && value.startsWith(`${place}/`) && place !== '/dev/null')
      writeFileSync(value, '');
  }
  stdout.write = (text: string | Uint8Array): boolean => {
    printed.push(typeof text === 'string' ? text : Buffer.from(text).toString('utf8'));
    return true;
  };
  try {
    return await work();
  } finally {
    stdout.write = write;
    for (const name of Object.keys(environment)) {
      if (before[name] === undefined) Reflect.deleteProperty(env, name);
      else env[name] = before[name];
    }
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
