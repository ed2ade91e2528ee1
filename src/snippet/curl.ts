import { shellWord } from '../base/text.js';
import type { TriggerRequest } from '../model/requests.js';

/** The call, and the shell variables that it uses. */
export interface CallParts {
  readonly lines: readonly string[];
  /** In the order of the body: tokens, then a value each. */
  readonly environment: readonly string[];
}

/** Files that hold the tokens, by the variable that takes one. */
const tokenFiles: Readonly<Record<string, string>> = {
  GITLAB_TRIGGER_TOKEN: 'token',
  GITLAB_TRIGGER_ACCESS_TOKEN: 'access-token',
};

/**
 * A script that makes the call: the token comes from a file, or from the job that runs it, and neither it nor
 * a value is ever an argument of a process.
 */
export function curlScript(
  { lines, environment }: CallParts,
  { variables, pipelineInputs, connection, credentials }: TriggerRequest,
  secretsFolder: string,
): string {
  const values = [...Object.values(variables), ...Object.values(pipelineInputs)].map(insideJson);
  const isJob = credentials.kind === 'trigger' && credentials.tokenKind === 'job_token';
  const names = environment.filter((name) => !(name in tokenFiles));
  const tokens = environment.filter((name) => name in tokenFiles);
  return [
    '#!/bin/sh',
    '# Starts one pipeline. Never with --retry: a call whose response was lost may have started one.',
    ...(connection.caCertificate === undefined ? [] : ['# ca.pem holds the certificate to be trusted.']),
    'set -eu',
    ...tokens.map((name) =>
      isJob ? `${name}=$CI_JOB_TOKEN` : `${name}=$(cat ${secretsFolder}/${tokenFiles[name] ?? ''})`,
    ),
    ...names.map((name, index) => `${name}=${shellWord(values[index] ?? '')}`),
    ...lines,
    '',
  ].join('\n');
}

/** As it stands between the quotes of a JSON text, or as JSON where it is none; ASCII only. */
function insideJson(value: unknown): string {
  const json = JSON.stringify(value).replace(
    /[^\u0020-\u007e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return typeof value === 'string' ? json.slice(1, -1) : json;
}
