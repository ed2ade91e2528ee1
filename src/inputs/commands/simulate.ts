import { type InputOutcome, ok, wrong } from '../parsing.js';
import {
  durationWithin,
  oneOf,
  parseBoolean,
  parseFilePath,
  shownText,
  wholeNumberWithin,
} from '../scalars.js';
import { type InputDescription, type InputTable, inputDescriptions } from '../table.js';

function parseListenAddress(given: string): InputOutcome<string> {
  const text = given.trim();
  return /^[0-9A-Za-z.:_-]+$/.test(text)
    ? ok(text)
    : wrong({ what: `is ${shownText(text)}`, hint: 'Give an IP address or a host name, without a port.' });
}

function parseExternalUrl(given: string): InputOutcome<string> {
  const text = given.trim().replace(/\/$/, '');
  return /^https?:\/\/[^/?#@\s]+$/.test(text) && URL.canParse(text)
    ? ok(text)
    : wrong({
        what: `is ${shownText(text)}`,
        hint: 'Give scheme and host, e.g. https://gitlab.example.com.',
      });
}

/** What both the command and the action take. */
const servedInputs = {
  scenario: {
    required: 'never',
    default: 'success',
    description:
      'Scenario to play: success, failed, warnings, manual, slow, children, throttled, maintenance, gitlab-13, or the path of a YAML file.',
    secret: 'none',
    parse: (given) => ok(given),
  },
  port: {
    required: 'never',
    default: '0',
    description: 'Port to listen on; 0 takes any free one.',
    secret: 'none',
    parse: wholeNumberWithin({ least: 0, most: 65_535 }),
  },
  host: {
    required: 'never',
    default: '127.0.0.1',
    description: 'Address to listen on; 0.0.0.0 is every address of this machine, as in a container.',
    secret: 'none',
    parse: parseListenAddress,
  },
  tls: {
    required: 'never',
    default: 'false',
    description:
      'Whether it serves HTTPS, with a new certificate; clients need its CA certificate (ca_file).',
    secret: 'none',
    parse: parseBoolean,
  },
  external_url: {
    required: 'never',
    default: undefined,
    description: 'Base URL of the links in responses; without it, the address that the request was sent to.',
    secret: 'none',
    parse: parseExternalUrl,
  },
  webhook_hosts: {
    required: 'never',
    default: 'loopback',
    description:
      'Where webhooks may be sent: loopback (this machine only), or any, as from one container to another.',
    secret: 'none',
    parse: oneOf(['loopback', 'any']),
  },
  speed: {
    required: 'never',
    default: '1',
    description: 'How fast its time passes, from 1 to 1000: with 60, a minute takes a second.',
    secret: 'none',
    parse: wholeNumberWithin({ least: 1, most: 1000 }),
  },
  release: {
    required: 'never',
    default: undefined,
    description:
      'GitLab release to simulate: 13.0, 16.11, 18.2 or 19.3; without it, that of the scenario, or 19.3.',
    secret: 'none',
    parse: oneOf(['13.0', '16.11', '18.2', '19.3']),
  },
} satisfies InputTable;

/** No job of a hosted runner lasts longer. */
const longestJob = '6h';

/** All inputs of the action that serves a simulated GitLab to the steps behind it. */
export const simulateActionTable = {
  ...servedInputs,
  stop_after: {
    required: 'never',
    default: longestJob,
    description: 'How long it runs at most: 1s to 7d. It stops earlier when the job ends.',
    secret: 'none',
    parse: durationWithin({ shortest: '1s', longest: '7d' }),
  },
} satisfies InputTable;

/** The same inputs for the documentation, and for the test that compares them with action.yml. */
export const simulateInputs: readonly InputDescription[] = inputDescriptions(simulateActionTable);

/** The inputs of the command that serves a simulated GitLab. */
export const simulateTable = {
  ...servedInputs,
  ca_file: {
    required: 'never',
    default: undefined,
    description:
      'With tls: path of the file for its CA certificate, as PEM; without it, a new file in the temporary folder.',
    secret: 'none',
    parse: parseFilePath,
  },
  ready_file: {
    required: 'never',
    default: undefined,
    description:
      'Path of a file that it writes when it is ready: JSON with url, token, access_token, ca_file and pid. It stops when the file is removed.',
    secret: 'none',
    parse: parseFilePath,
  },
  stop_after: {
    required: 'never',
    default: undefined,
    description: 'How long it runs at most: 1s to 7d; without it, there is no limit.',
    secret: 'none',
    parse: durationWithin({ shortest: '1s', longest: '7d' }),
  },
  stop_with: {
    required: 'never',
    default: undefined,
    description: 'ID of a process of this machine: it stops when that process has ended.',
    secret: 'none',
    parse: wholeNumberWithin({ least: 2, most: 2 ** 31 - 1 }),
  },
} satisfies InputTable;
