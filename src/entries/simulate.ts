import { AbortedError, type ExitCode, InputError, exitCodes } from '../base/errors.js';
import { cleanLine, nearestName } from '../base/text.js';
import { type OwnFile, ownFile, temporaryFile } from '../hosts/own-file.js';
import { simulateTable } from '../inputs/commands/simulate.js';
import { all } from '../inputs/parsing.js';
import { parsedOf, readInputs } from '../inputs/table.js';
import type { TextFiles } from '../model/requests.js';
import type { EntryContext, RunDeps } from '../run/context.js';
import { reasonToStop } from '../run/simulation/stop-limits.js';
import { namedScenario, scenarioNames } from '../simulator/named-scenarios.js';
import { type PlayableScenario, readScenario } from '../simulator/scenario-file/read-scenario.js';
import { explanationOf, readyText } from '../simulator/serve/explanation.js';
import { serveSimulation } from '../simulator/serve/serve-simulation.js';

/**
 * Serves a simulated GitLab until the process is stopped, which is its normal end, or one of the limits is
 * reached.
 * @throws {InputError} when the port or the host cannot be used, or the scenario cannot be read.
 * @throws {ResultsError} when the ready file or the CA certificate cannot be written.
 */
export async function runSimulate(
  { host, files, clock }: RunDeps,
  { signal }: EntryContext,
): Promise<ExitCode> {
  const reading = await readInputs(simulateTable, { source: host.inputs, files });
  const { port, host: address, external_url: externalUrl, speed, release, scenario: named } = reading;
  const { ready_file: readyFile, stop_after: stopAfterMs, stop_with: stopWith } = reading;
  const { tls, ca_file: caFile, webhook_hosts: webhookHosts } = reading;
  const { request } = parsedOf(
    all({
      ...{ port, address, tls, externalUrl, webhookHosts, speed, release, named },
      ...{ caFile, readyFile, stopAfterMs, stopWith },
    }),
  );
  const { scenario, faults } = await scenarioOf(request.named, files);
  const server = await serveSimulation({
    scenario: { ...scenario, release: request.release ?? scenario.release },
    faults,
    clock,
    speed: request.speed,
    host: request.address,
    port: request.port,
    tls: request.tls,
    externalUrl: request.externalUrl,
    webhookHosts: request.webhookHosts,
    onGap: (gap) => process.stderr.write(`not simulated: ${cleanLine(gap)}\n`),
  });
  const written: OwnFile[] = [];
  try {
    const { url, gitlab, caCertificate } = server;
    const authority =
      caCertificate === undefined
        ? undefined
        : request.caFile === undefined
          ? temporaryFile('ca.pem', caCertificate)
          : ownFile('ca_file', request.caFile, caCertificate);
    if (authority !== undefined) written.push(authority);
    const served = { url, version: gitlab.version, caFile: authority?.path };
    for (const line of explanationOf(scenario, served)) host.log.info(line);
    const text = readyText({ ...served, pid: process.pid, scenario });
    const ready =
      request.readyFile === undefined ? undefined : ownFile('ready_file', request.readyFile, text);
    if (ready !== undefined) written.push(ready);
    const limits = { ...request, isReady: () => ready?.isThere() ?? true };
    const reason = await reasonToStop({ clock, signal }, limits);
    if (reason !== undefined) host.log.info(`Stopped, because ${reason}.`);
    return exitCodes.accepted;
  } finally {
    for (const file of written) file.remove();
    await server.close();
  }
}

/** A scenario by its name, or out of a file. */
async function scenarioOf(named: string, files: TextFiles): Promise<PlayableScenario> {
  const name = scenarioNames.find((each) => each === named.trim());
  if (name !== undefined) return { scenario: namedScenario(name), faults: [] };
  const text = await files.readText(named).catch((error: unknown) => {
    if (error instanceof AbortedError) throw error;
    const near = nearestName(named, scenarioNames);
    throw new InputError({
      code: 'invalid_input',
      what: `scenario ${cleanLine(named, 80)} is neither the name of one nor a file that can be read`,
      hint:
        near === undefined
          ? `Give the path of a file, or one of ${scenarioNames.join(', ')}.`
          : `Did you mean ${near}?`,
      cause: error,
    });
  });
  const reading = readScenario(text);
  if (reading.kind === 'read') return reading.value;
  const faults = reading.faults.map(
    ({ line, column, text: said }) => `${cleanLine(named, 80)}:${line}:${column}: ${said}`,
  );
  throw new InputError({
    code: 'invalid_input',
    what: `the scenario cannot be played:\n${faults.join('\n')}`,
    hint: 'docs/simulate.md says what a scenario file holds.',
  });
}
