import type { GitHubEndpoint } from './call.js';
import { createComment, deleteComment, getPullRequest, listComments, updateComment } from './comments.js';
import { getPublicKey, getSecret, listSecretRepositories, putSecret } from './secrets.js';
import { createStatus } from './statuses.js';
import { getUser, postGraphql } from './users.js';

interface GitHubRoute {
  readonly method: string;
  readonly expression: RegExp;
  readonly endpoint: GitHubEndpoint;
}

const repo = '/repos/:owner/:repository';
const places = [
  `${repo}/actions/secrets`,
  `${repo}/environments/:environment/secrets`,
  '/orgs/:organization/actions/secrets',
];

/** In the order in which they are tried. */
const routes: readonly GitHubRoute[] = [
  route('GET', '/user', getUser),
  route('POST', '/graphql', postGraphql),
  ...places.flatMap((place) => [
    route('GET', `${place}/public-key`, getPublicKey),
    route('GET', `${place}/:name`, getSecret),
    route('GET', `${place}/:name/repositories`, listSecretRepositories),
    route('PUT', `${place}/:name`, putSecret),
  ]),
  route('GET', `${repo}/issues/:number/comments`, listComments),
  route('POST', `${repo}/issues/:number/comments`, createComment),
  route('PATCH', `${repo}/issues/comments/:comment`, updateComment),
  route('DELETE', `${repo}/issues/comments/:comment`, deleteComment),
  route('GET', `${repo}/pulls/:number`, getPullRequest),
  route('POST', `${repo}/statuses/:sha`, createStatus),
];

/** The endpoint of a request with the decoded parts of its path; `undefined` when there is none. */
export function routeOf(
  method: string,
  path: string,
): { readonly endpoint: GitHubEndpoint; readonly path: Readonly<Record<string, string>> } | undefined {
  for (const { method: own, expression, endpoint } of routes) {
    const groups = own === method ? expression.exec(path)?.groups : undefined;
    if (groups === undefined) continue;
    const parts = Object.entries(groups).map(([name, part]) => [name, decodeURIComponent(part)] as const);
    return { endpoint, path: Object.fromEntries(parts) };
  }
  return undefined;
}

function route(method: string, pattern: string, endpoint: GitHubEndpoint): GitHubRoute {
  const source = pattern.replace(/:([a-z]+)/g, '(?<$1>[^/]+)');
  // A group without a name keeps `groups` from being absent if a pattern has no parts.
  return { method, expression: new RegExp(`^${source}(?<end>)$`), endpoint };
}
