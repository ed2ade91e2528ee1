import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { type Clock, sleep } from '../../base/clock.js';
import { type AppError, type ExitCode, InputError, TimeoutError, exitCodes } from '../../base/errors.js';
import { cleanLine } from '../../base/text.js';
import { type BackgroundProcess, runnerProcess, startInBackground } from '../../hosts/background.js';
import { simulateActionTable } from '../../inputs/commands/simulate.js';
import { all } from '../../inputs/parsing.js';
import { parsedOf, readInputs } from '../../inputs/table.js';
import type { SimulateOutputs } from '../../report/outputs.js';
import { type ActionRun, type EntryContext, type RunDeps, setOutputs } from '../context.js';
import { type SavedServer, placesIn, saveServer, textAt } from './saved-server.js';

/** A server that is up answers in tenths of a second; a busy runner takes longer. */
const withinMs = 60_000;
const pollMs = 50;

/**
 * Serves a simulated GitLab to the steps behind this one, in a process of its own that the post step stops.
 * @throws {InputError} when the server does not start: with what it said.
 * @throws {TimeoutError} when it does not answer in time.
 */
export async function startSimulation(deps: RunDeps, { signal }: EntryContext): Promise<ExitCode> {
  const { host, clock, environment } = deps;
  const words = await wordsOf(deps);
  const folder = mkdtempSync(path.join(environment.RUNNER_TEMP ?? tmpdir(), 'simulated-gitlab-'));
  const { readyFile, caFile, logFile } = placesIn(folder);
  const server = startInBackground({
    script: 'cli.js',
    words: ['simulate', ...words, `--ready-file=${readyFile}`, `--ca-file=${caFile}`],
    logFile,
  });
  saveServer(host, { pid: server.pid, folder });
  const ready = await readyOf({ clock, signal, server }, { folder, pid: server.pid });
  setOutputs(deps, ready);
  host.log.info(`A simulated GitLab listens on ${ready.url}, until the end of this job.`);
  host.log.info('Its tokens open nothing anywhere else, and are not masked.');
  return exitCodes.accepted;
}

export const simulateAction: ActionRun = { inputs: simulateActionTable, run: startSimulation };

/** The flags of the command. Every input is checked here, so that all that is wrong is said at once. */
async function wordsOf({ host, files }: RunDeps): Promise<readonly string[]> {
  const { inputs } = host;
  const reading = await readInputs(simulateActionTable, { source: inputs, files });
  const { scenario, port, host: address, external_url: externalUrl, speed } = reading;
  const { tls, webhook_hosts: webhookHosts, release, stop_after: stopAfter } = reading;
  const { request } = parsedOf(
    all({ scenario, port, address, tls, externalUrl, webhookHosts, speed, release, stopAfter }),
  );
  const runner = runnerProcess();
  const flags: Readonly<Record<string, string | number | undefined>> = {
    scenario: placeOf(request.scenario),
    port: request.port,
    host: request.address,
    'external-url': request.externalUrl,
    'webhook-hosts': request.webhookHosts,
    speed: request.speed,
    release: request.release,
    'stop-after': `${Math.ceil(request.stopAfter / 1000)}s`,
    'stop-with': runner,
  };
  const valued = Object.entries(flags).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}=${value}`],
  );
  return request.tls ? [...valued, '--tls'] : valued;
}

/** The server works in another folder. A word without a dot or a slash is the name of a scenario. */
function placeOf(scenario: string): string {
  const given = scenario.trim();
  return /^[\w-]+$/.test(given) ? given : path.resolve(given);
}

interface Waiting {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly server: BackgroundProcess;
}

async function readyOf({ clock, signal, server }: Waiting, saved: SavedServer): Promise<SimulateOutputs> {
  const { readyFile, logFile } = placesIn(saved.folder);
  const startMs = clock.nowMs();
  for (;;) {
    const text = textAt(readyFile);
    if (text !== '') {
      const { url, token, access_token, ca_file } = JSON.parse(text) as SimulateOutputs;
      return { url, token, access_token, ca_file };
    }
    const ending = server.ending();
    if (ending !== undefined) throw notStarted(ending, textAt(logFile));
    if (clock.nowMs() - startMs > withinMs) {
      throw new TimeoutError({
        code: 'request_timeout',
        what: `The simulated GitLab does not answer after ${withinMs / 1000} s`,
        hint: 'Run the job again; if this happens often, the runner is too busy.',
      });
    }
    await sleep(clock, pollMs, signal);
  }
}

/** What the server has said of its end. */
function notStarted(ending: number | string, log: string): AppError {
  const said = log.slice(log.lastIndexOf('Error: ')).replace(/^Error: /, '');
  const lines = said.trim().split('\n').slice(0, 30);
  const shown = lines.map((line) => cleanLine(line, 400)).join('\n');
  return new InputError({
    code: 'invalid_input',
    what: `The simulated GitLab did not start (${typeof ending === 'number' ? `exit code ${ending}` : ending})`,
    why: shown === '' ? 'It has said nothing.' : shown,
  });
}
