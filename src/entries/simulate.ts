import { type ExitCode, InputError, exitCodes } from '../base/errors.js';
import { cleanLine, nearestName } from '../base/text.js';
import { simulateTable } from '../cli/commands.js';
import { all } from '../inputs/parsing.js';
import { parsedOf, readInputs } from '../inputs/table.js';
import type { TextFiles } from '../model/requests.js';
import type { EntryContext, RunDeps } from '../run/context.js';
import { namedScenario, scenarioNames } from '../simulator/named-scenarios.js';
import { type PlayableScenario, readScenario } from '../simulator/scenario-file/read-scenario.js';
import { explanationOf } from '../simulator/serve/explanation.js';
import { serveSimulation } from '../simulator/serve/serve-simulation.js';

/**
 * Serves a simulated GitLab until the process is stopped, which is its normal end.
 * @throws {InputError} when the port cannot be used, or the scenario cannot be read.
 */
export async function runSimulate(
  { host, files, clock }: RunDeps,
  { signal }: EntryContext,
): Promise<ExitCode> {
  const reading = await readInputs(simulateTable, { source: host.inputs, files });
  const { port, host: address, external_url: externalUrl, speed, release, scenario: named } = reading;
  const request = parsedOf(all({ port, address, externalUrl, speed, release, named })).request;
  const { scenario, faults } = await scenarioOf(request.named, files);
  const server = await serveSimulation({
    scenario: { ...scenario, release: request.release ?? scenario.release },
    faults,
    clock,
    speed: request.speed,
    host: request.address,
    port: request.port,
    externalUrl: request.externalUrl,
    onGap: (gap) => process.stderr.write(`not simulated: ${cleanLine(gap)}\n`),
  }).catch((error: unknown) => {
    throw new InputError({
      code: 'invalid_input',
      what: `port ${request.port} cannot be used`,
      hint: 'Give another one, or none for any that is free.',
      cause: error,
    });
  });
  try {
    const { url, gitlab } = server;
    for (const line of explanationOf(scenario, { url, version: gitlab.version })) host.log.info(line);
    if (!signal.aborted) {
      await new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
    return exitCodes.accepted;
  } finally {
    await server.close();
  }
}

/** A scenario by its name, or out of a file. */
async function scenarioOf(named: string, files: TextFiles): Promise<PlayableScenario> {
  const name = scenarioNames.find((each) => each === named.trim());
  if (name !== undefined) return { scenario: namedScenario(name), faults: [] };
  const text = await files.readText(named).catch((error: unknown) => {
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
