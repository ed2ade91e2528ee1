import { isUrl } from '../../base/address.js';
import { type GitHubSecretAddress, oldTokenFates, tokenOperations } from '../../model/requests.js';
import { faultOfAddress, faultOfHost, isLoopback } from '../addresses.js';
import { connectionInputs, projectInput } from '../connection.js';
import { parseExpiry } from '../expiry.js';
import { type InputOutcome, type Problem, ok, okUnless, wrong } from '../parsing.js';
import { durationWithin, oneOf, shownText } from '../scalars.js';
import { type InputDescription, type InputTable, inputDescriptions } from '../table.js';
import { parseAccessToken, parseGitHubToken } from '../tokens-and-headers.js';

/** Parses the URL of GitHub's API and adds a trailing slash. Plain http is allowed for this machine only. */
export function parseGitHubApiUrl(given: string): InputOutcome<URL> {
  const text = given.trim();
  const hint = 'Give https://api.github.com, or https://HOST/api/v3 for a GitHub Enterprise Server.';
  if (/[@?#\s]/.test(text) || !/^https?:\/\//i.test(text) || !isUrl(text)) {
    return wrong({ what: 'is not a plain web address (not shown)', hint });
  }
  const url = new URL(text);
  const fault = faultOfAddress(text) ?? faultOfHost(url, text);
  if (fault !== undefined) return wrong({ what: `is ${shownText(text)}, ${fault}`, hint });
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  if (url.protocol === 'http:' && !isLoopback(url)) {
    return wrong({
      what: `is ${shownText(text)}, and plain http would expose the tokens to everyone on the network path`,
      hint,
    });
  }
  return ok(url);
}

/** Parses the GitHub secrets that receive a token, one per line. */
export function parseGitHubSecrets(given: string): InputOutcome<readonly GitHubSecretAddress[]> {
  const problems: Problem[] = [];
  const found: GitHubSecretAddress[] = [];
  for (const [index, line] of given.split(/\r?\n/).entries()) {
    const text = line.trim();
    if (text === '') continue;
    const address = addressOf(text);
    if (typeof address === 'string')
      problems.push({ at: ` (line ${index + 1})`, what: address, hint: secretHint });
    else found.push(address);
  }
  return okUnless(problems, found);
}

const secretHint =
  'Write OWNER/REPO:NAME for a repository, OWNER/REPO/environments/ENVIRONMENT:NAME for an environment, or orgs/ORGANIZATION:NAME for an organization.';

/** The address, or what is wrong with it. */
function addressOf(text: string): GitHubSecretAddress | string {
  // Names of secrets contain no colon; names of environments may.
  const colon = text.lastIndexOf(':');
  if (colon < 0) return `is ${shownText(text)}, without the name of a secret behind a colon`;
  const name = text.slice(colon + 1).trim();
  if (!/^[A-Z_]\w*$/i.test(name) || /^GITHUB_/i.test(name)) {
    return `has the name ${shownText(name)}: GitHub takes letters, digits and _, not beginning with a digit or GITHUB_`;
  }
  const place = placeOf(text.slice(0, colon).trim());
  return place === undefined ? `is ${shownText(text)}` : { place, name };
}

function placeOf(text: string): GitHubSecretAddress['place'] | undefined {
  const organization = /^orgs\/([\w-]+)$/.exec(text)?.[1];
  if (organization !== undefined) return { kind: 'organization', organization };
  const [, owner, repository, environment] =
    /^([\w-]+)\/([\w.-]+)(?:\/environments\/(.+))?$/s.exec(text) ?? [];
  if (owner === undefined || repository === undefined || /^\.{1,2}$/.test(repository)) return undefined;
  return environment === undefined
    ? { kind: 'repository', owner, repository }
    : { kind: 'environment', owner, repository, environment };
}

/** All inputs of the sub-action `tokens`, in the order of its documentation. */
export const tokensTable = {
  operation: {
    required: 'always',
    default: undefined,
    description:
      'What to do: list, get, create, update or delete a trigger token, or rotate one: put a new token in its place.',
    secret: 'none',
    parse: oneOf(tokenOperations),
  },
  gitlab_url: connectionInputs.gitlab_url,
  project_id: projectInput,
  access_token: {
    required: 'always',
    default: undefined,
    description:
      'Personal, project or group access token with the scope api (read_api for list and get), from a secret; its user needs the role Maintainer, and owns the tokens that it creates.',
    secret: 'all',
    parse: parseAccessToken,
  },
  trigger_id: {
    required: 'never',
    default: undefined,
    description:
      'Id of the trigger token, as list shows it. For get, update, delete and rotate; rotate can also find the token by its description.',
    secret: 'none',
    parse: parseTriggerId,
  },
  description: {
    required: 'never',
    default: undefined,
    description:
      'What the token is called in GitLab: for create and update. For rotate it names the token to replace when there is no trigger_id, so that a schedule can go on with the same line.',
    secret: 'none',
    parse: parseDescription,
  },
  expires_at: {
    required: 'never',
    default: undefined,
    description:
      'When the new token of create or rotate expires: a date (its midnight in UTC), a time with its zone, or a span from now such as 90d. It cannot be changed later. Without it the token does not expire.',
    secret: 'none',
    parse: parseExpiry,
  },
  confirm: {
    required: 'never',
    default: undefined,
    description:
      'The id or the description of the token that delete is to delete: nothing is deleted when they differ. Asked for when the command runs in a terminal without it.',
    secret: 'none',
    parse: parseLine,
  },
  delete_old: {
    required: 'never',
    default: 'auto',
    description:
      'When rotate deletes the token that it replaced: auto, once the new one is stored by save_to_file, store_command or github_secret, and not at all when only the output has it; always; or never.',
    secret: 'none',
    parse: oneOf(oldTokenFates),
  },
  keep_trigger_id: {
    required: 'never',
    default: undefined,
    description: 'Id of a token that delete and rotate must not delete, whatever the other inputs say.',
    secret: 'none',
    parse: parseTriggerId,
  },
  save_to_file: {
    required: 'never',
    default: undefined,
    description:
      'Path of a file that the new token of create or rotate is written to, readable for this user only (mode 600), whole or not at all.',
    secret: 'none',
    parse: parseLine,
  },
  store_command: {
    required: 'never',
    default: undefined,
    description:
      'Command that stores the new token of create or rotate, for example in a secret manager: lines for the shell (sh, or cmd.exe on Windows), which get the token on standard input. The token counts as stored when the command ends with exit code 0.',
    secret: 'none',
    parse: parseCommand,
  },
  verify_command: {
    required: 'never',
    default: undefined,
    description:
      'Command that prints the token that store_command has stored. The token counts as stored only when it is the same; what the command prints is not shown.',
    secret: 'none',
    parse: parseCommand,
  },
  store_timeout: {
    required: 'never',
    default: '1m',
    description: 'How long store_command and verify_command may take, each: 1s to 1h.',
    secret: 'none',
    parse: durationWithin({ shortest: '1s', longest: '1h' }),
  },
  github_secret: {
    required: 'never',
    default: undefined,
    description:
      'Secrets of GitHub Actions that the new token of create or rotate is stored in, one a line: OWNER/REPO:NAME, OWNER/REPO/environments/ENVIRONMENT:NAME or orgs/ORGANIZATION:NAME.',
    secret: 'none',
    lines: 'many',
    parse: parseGitHubSecrets,
  },
  github_token: {
    required: 'never',
    default: undefined,
    description:
      'Token for GitHub that may write github_secret. The GITHUB_TOKEN of a workflow may not; use a fine-grained token or one of a GitHub App, from a secret.',
    secret: 'all',
    parse: parseGitHubToken,
  },
  github_api_url: {
    required: 'never',
    default: 'https://api.github.com',
    description: "Address of GitHub's API, for a GitHub Enterprise Server: https://HOST/api/v3.",
    secret: 'url_credentials',
    parse: parseGitHubApiUrl,
  },
  ca_certificate: connectionInputs.ca_certificate,
  request_headers: connectionInputs.request_headers,
  request_timeout: connectionInputs.request_timeout,
  allow_http: connectionInputs.allow_http,
} satisfies InputTable;

/** The same inputs for the documentation, and for the test that compares them with action.yml. */
export const tokensInputs: readonly InputDescription[] = inputDescriptions(tokensTable);

function parseTriggerId(given: string): InputOutcome<number> {
  const text = given.trim();
  const id = /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
  if (id !== undefined && Number.isSafeInteger(id)) return ok(id);
  return wrong({
    what: `is ${shownText(text)}, which no trigger token can have as its id`,
    hint: 'Give the number that operation: list shows in front of the token.',
  });
}

/** GitLab accepts longer ones, but a description is a name and must fit into one line of a log. */
const mostCharacters = 255;

function parseDescription(given: string): InputOutcome<string> {
  const line = parseLine(given);
  if (line.kind === 'wrong' || Array.from(line.value).length <= mostCharacters) return line;
  return wrong({ what: `is longer than ${mostCharacters} characters`, hint: 'Give a shorter one.' });
}

/** Lines for a shell, which can do nothing with a zero byte. */
function parseCommand(given: string): InputOutcome<string> {
  if (!given.includes('\u0000')) return ok(given.trim());
  return wrong({ what: 'has a zero byte in it', hint: 'Give lines of text for the shell.' });
}

function parseLine(given: string): InputOutcome<string> {
  const text = given.trim();
  if (!/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u.test(text)) return ok(text);
  return wrong({ what: 'has a line end or another control character in it', hint: 'Give one line of text.' });
}
