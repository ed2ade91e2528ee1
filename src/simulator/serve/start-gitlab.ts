import type { Clock } from '../../base/clock.js';
import { InputError } from '../../base/errors.js';
import { namedScenario, scenarioNames } from '../named-scenarios.js';
import type { FileFaultRule } from '../scenario-file/file-shape.js';
import { readFaults, readScenario } from '../scenario-file/read-scenario.js';
import { spanMs } from '../scenario-file/spans.js';
import { knownTokens } from './control-views.js';
import { type MaskedRequest, maskedRequest } from './masked-request.js';
import { serveSimulation } from './serve-simulation.js';
import type { Play } from './stage.js';

interface Served {
  readonly scenario?: string | object | undefined;
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly externalUrl?: string | undefined;
  readonly speed?: number | undefined;
  readonly tls?: boolean | undefined;
  readonly webhookHosts?: 'loopback' | 'any' | undefined;
}

interface Started {
  readonly url: string;
  readonly caCertificate: string | undefined;
  readonly triggerToken: string;
  readonly accessToken: string;
  readonly requests: () => readonly MaskedRequest[];
  readonly addFault: (fault: FileFaultRule) => void;
  readonly clearFaults: () => void;
  readonly advance: (span: string) => void;
  readonly setSpeed: (speed: number) => void;
  readonly reset: () => void;
  readonly stop: () => Promise<void>;
}

/**
 * Serves a scenario to the program that it runs in.
 * @throws {InputError} when the scenario is invalid, the port is taken or the address does not exist.
 */
export async function startedGitLab(clock: Clock, options: Served): Promise<Started> {
  const { scenario: given = 'success', ...more } = options;
  const { scenario, faults } = playOf(given);
  const { url, caCertificate, stage, requests, forgetRequests, close } = await serveSimulation({
    ...more,
    speed: checkedSpeed(more.speed ?? 1),
    scenario,
    faults,
    clock,
  });
  const [trigger] = scenario.projects.flatMap(({ triggers = [] }) => triggers);
  const [access] = scenario.accessTokens ?? [];
  return {
    url,
    caCertificate,
    triggerToken: trigger?.token ?? '',
    accessToken: access?.token ?? '',
    requests: () => {
      const known = knownTokens(stage);
      return requests.map((request) => maskedRequest(request, known));
    },
    addFault: (fault) => {
      const reading = readFaults(JSON.stringify([fault]));
      if (reading.kind === 'wrong') throw refusal('the fault', reading.faults);
      for (const rule of reading.value) stage.faults.add(rule);
    },
    clearFaults: () => stage.faults.replace([]),
    advance: (span) => {
      const forMs = spanMs(span);
      if (forMs === undefined || span === '') {
        throw wrong('the span cannot be read', 'Give one such as 250ms, 1.5s, 2m or 1h30m.');
      }
      stage.clock.advance(forMs);
      stage.gitlab.catchUp();
    },
    setSpeed: (speed) => stage.clock.setSpeed(checkedSpeed(speed)),
    reset: () => {
      stage.reset();
      forgetRequests();
    },
    stop: close,
  };
}

const mostSpeed = 1000;

/** Time never goes back. */
function checkedSpeed(speed: number): number {
  if (speed >= 0 && speed <= mostSpeed) return speed;
  throw wrong(`the speed is ${speed}`, `Give a number from 0 to ${mostSpeed}.`);
}

/** A scenario by its name, as the text of a file, or as an object. */
function playOf(given: string | object): Play {
  const name = scenarioNames.find((each) => each === given);
  if (name !== undefined) return { scenario: namedScenario(name), faults: [] };
  const reading = readScenario(typeof given === 'string' ? given : JSON.stringify(given));
  if (reading.kind === 'wrong') throw refusal('the scenario', reading.faults);
  return reading.value;
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

function refusal(what: string, faults: readonly Place[]): InputError {
  const said = faults.map(({ line, column, text }) => `${line}:${column}: ${text}`);
  return wrong(
    `${what} cannot be played:\n${said.join('\n')}`,
    `docs/simulate.md says what a scenario file holds; by name there are ${scenarioNames.join(', ')}.`,
  );
}

function wrong(what: string, hint: string): InputError {
  return new InputError({ code: 'invalid_input', what, hint });
}
