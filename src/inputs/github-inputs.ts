import { isUrl } from '../base/is-url.js';
import { ok, okUnless, wrong, type Outcome, type Problem } from './outcome.js';
import { isLoopback } from './gitlab-url.js';
import { shownText } from './shown-text.js';
import { faultOfAddress, faultOfHost } from './web-address.js';
import type { GitHubSecretAddress } from './tokens-request.js';

/** Reads the address of GitHub's API, which gets a trailing slash. Plain http is for this machine only. */
export function parseGitHubApiUrl(given: string): Outcome<URL> {
  const text = given.trim();
  const cure = 'Give https://api.github.com, or https://HOST/api/v3 for a GitHub Enterprise Server.';
  if (/[@?#\s]/.test(text) || !/^https?:\/\//i.test(text) || !isUrl(text)) {
    return wrong({ what: 'is not a plain web address (not shown)', cure });
  }
  const url = new URL(text);
  const fault = faultOfAddress(text) ?? faultOfHost(url, text);
  if (fault !== undefined) return wrong({ what: `is ${shownText(text)}, ${fault}`, cure });
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  if (url.protocol === 'http:' && !isLoopback(url)) {
    return wrong({
      what: `is ${shownText(text)}, and plain http would send the tokens readable for everybody on the way`,
      cure,
    });
  }
  return ok(url);
}

/** Reads the secrets of GitHub that a token goes to, one a line. */
export function parseGitHubSecrets(given: string): Outcome<readonly GitHubSecretAddress[]> {
  const problems: Problem[] = [];
  const found: GitHubSecretAddress[] = [];
  for (const [index, line] of given.split(/\r?\n/).entries()) {
    const text = line.trim();
    if (text === '') continue;
    const address = addressOf(text);
    if (typeof address === 'string')
      problems.push({ at: ` (line ${index + 1})`, what: address, cure: secretCure });
    else found.push(address);
  }
  return okUnless(problems, found);
}

const secretCure =
  'Write OWNER/REPO:NAME for a repository, OWNER/REPO/environments/ENVIRONMENT:NAME for an environment, or orgs/ORGANIZATION:NAME for an organization.';

/** The address, or what is wrong with it. */
function addressOf(text: string): GitHubSecretAddress | string {
  // Names of secrets have no colon in them, names of environments may.
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
