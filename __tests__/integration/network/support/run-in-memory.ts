import { readFile } from 'node:fs/promises';

import { type Clock, systemClock } from '../../../../src/base/clock.js';
import { AppError } from '../../../../src/base/errors.js';
import { createNodeTransport } from '../../../../src/http/node-transport.js';
import { type RunDeps, runMasked } from '../../../../src/run/context.js';
import { triggerAction } from '../../../../src/run/trigger.js';
import { createRecordingHost } from '../../../simulation/support/recording-host.js';

/** How much faster than the world's this clock is: pauses of a minute take a good second. */
const speed = 50;

const quickClock: Clock = {
  nowMs: () => systemClock.nowMs() * speed,
  epochMs: () => systemClock.epochMs(),
  schedule: (delayMs, callback) => systemClock.schedule(delayMs / speed, callback),
};

const proxyNames = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY'];

/** What became of a run. */
export interface RunEnd {
  readonly exitCode: number;
  /** The code of the error, and its whole message; absent when it ended well. */
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly outputs: Readonly<Record<string, string>>;
  /** Everything that was said, set or saved, for tests that look for secrets. */
  readonly written: string;
}

/** The real network, and a quick clock. */
const realNetwork: Pick<RunDeps, 'clock' | 'createTransport'> = {
  clock: quickClock,
  createTransport: createNodeTransport,
};

/**
 * Runs the root action on a host in memory, with the real network and a quick clock unless others are given.
 * Of the proxy variables, exactly those in `environment` are set meanwhile, because the HTTP client reads
 * them from the process.
 */
export async function runInMemory(
  inputs: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
  { clock, createTransport } = realNetwork,
): Promise<RunEnd> {
  const saved = proxyNames.map((name): [string, string | undefined] => [name, process.env[name]]);
  setAll(proxyNames.map((name) => [name, environment[name]]));
  // Real deadlines would be fifty times shorter than they say.
  const given: Readonly<Record<string, string>> = { request_timeout: '10m', ...inputs };
  const { host, record } = createRecordingHost({
    inputs: { read: (name) => given[name] },
    clock,
    state: new Map(),
    masks: 'honored',
  });
  const { signal } = new AbortController();
  const endOf = (end: Pick<RunEnd, 'exitCode' | 'code' | 'message'>): RunEnd => ({
    ...end,
    outputs: Object.fromEntries(record.outputs.map(({ name, value }) => [name, value])),
    written: JSON.stringify([record, end.message]),
  });
  try {
    const exitCode = await runMasked(
      triggerAction,
      {
        host,
        files: { readText: (path) => readFile(path, 'utf8') },
        clock,
        random: () => 0.5,
        environment,
        createTransport,
      },
      { signal, forceSignal: signal },
    );
    return endOf({ exitCode });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { exitCode, code, message } = error;
    return endOf({ exitCode, code, message });
  } finally {
    setAll(saved);
  }
}

function setAll(variables: readonly (readonly [string, string | undefined])[]): void {
  for (const [name, value] of variables) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}
