import type { Connection } from '../model/requests.js';
import { isLoopback, parseGitlabUrl, parseProjectAddress } from './addresses.js';
import { parseCaCertificate } from './ca-certificate.js';
import { type InputOutcome, all, andThen, ok, wrong } from './parsing.js';
import { durationWithin, parseBoolean, parsePipelineId } from './scalars.js';
import type { InputTable, ReadingOf } from './table.js';
import { parseAccessToken, parseRequestHeaders } from './tokens-and-headers.js';

/** The inputs for the connection to GitLab; every action has them. */
export const connectionInputs = {
  gitlab_url: {
    required: 'never',
    default: 'https://gitlab.com',
    description:
      'Where GitLab is: a URL, a host, or host:port; with a path if GitLab is served under one (https://example.com/gitlab). Without a scheme https is used, for localhost too. Plain http is refused unless the host is loopback or allow_http is true.',
    secret: 'url_credentials',
    parse: parseGitlabUrl,
  },
  request_timeout: {
    required: 'never',
    default: '30s',
    description: 'Limit for one request, from connecting to the last byte of the answer: 1s to 10m.',
    secret: 'none',
    parse: durationWithin({ shortest: '1s', longest: '10m' }),
  },
  ca_certificate: {
    required: 'never',
    default: undefined,
    description:
      'Certificate authorities to trust beside those of the system: PEM text, or the path of a PEM file.',
    secret: 'none',
    parse: parseCaCertificate,
  },
  request_headers: {
    required: 'never',
    default: undefined,
    description:
      'Headers for every request to GitLab, one "Name: value" a line, for gateways in front of it. Values are masked in the log.',
    secret: 'header_values',
    lines: 'many',
    parse: parseRequestHeaders,
  },
  allow_http: {
    required: 'never',
    default: 'false',
    description:
      'Allow plain http to hosts other than loopback. Everyone on the network path can then read the tokens.',
    secret: 'none',
    parse: parseBoolean,
  },
} satisfies InputTable;

/** The project that an action is about. */
export const projectInput = {
  required: 'always',
  default: undefined,
  description: 'The GitLab project: its number, or its full path such as group/sub/app.',
  secret: 'none',
  parse: parseProjectAddress,
} satisfies InputTable[string];

/** The token of a user, for everything that a trigger token cannot do. */
export const accessTokenInput = {
  required: 'never',
  default: undefined,
  description:
    'Personal, project or group access token, from a secret. With the scope read_api it reads the pipelines of a private project; with the scope api it also cancels pipelines, plays jobs, and, without token, creates the pipeline.',
  secret: 'all',
  parse: parseAccessToken,
} satisfies InputTable[string];

/** Builds the connection; plain http to another machine requires `allow_http`. */
export function connectionOf(reading: ReadingOf<typeof connectionInputs>): InputOutcome<Connection> {
  const inputs = all({
    address: reading.gitlab_url,
    requestTimeoutMs: reading.request_timeout,
    caCertificate: reading.ca_certificate,
    requestHeaders: reading.request_headers,
    allowHttp: reading.allow_http,
  });
  return andThen(inputs, ({ address, requestTimeoutMs, caCertificate, requestHeaders = [], allowHttp }) => {
    const { apiUrl, gitlabUrl } = address;
    if (apiUrl.protocol === 'http:' && !allowHttp && !isLoopback(apiUrl)) {
      return wrong({
        at: 'gitlab_url',
        what: `is ${gitlabUrl}, and plain http would expose the tokens to everyone on the network path`,
        hint: 'Use https, or set allow_http to true if you accept that.',
      });
    }
    return ok({ apiUrl, gitlabUrl, requestTimeoutMs, caCertificate, requestHeaders });
  });
}

/** The inputs that name a pipeline that was started elsewhere. */
export const pipelineAddressInputs = {
  project_id: projectInput,
  pipeline_id: {
    required: 'always',
    default: undefined,
    description:
      'Id of the pipeline: the output pipeline_id of the step that started it, or the number at the end of its address.',
    secret: 'none',
    parse: parsePipelineId,
  },
} satisfies InputTable;
