import { jsonAnswer } from '../gitlab/wire/answer.js';
import type { GitHubEndpoint } from './call.js';
import { refusedFor } from './wire.js';

/** Tokens of apps may not call this. */
export const getUser: GitHubEndpoint = ({ token }) =>
  token.kind === 'installation' ? refusedFor(token.kind, []) : jsonAnswer(200, { login: token.login });

/** Of GraphQL, only the query for the current user. */
export const postGraphql: GitHubEndpoint = ({ token, body }) => {
  const query = typeof body.query === 'string' ? body.query.replace(/\s+/g, '') : '';
  return query === '{viewer{login}}' || query === 'query{viewer{login}}'
    ? jsonAnswer(200, { data: { viewer: { login: token.login } } })
    : jsonAnswer(200, { errors: [{ message: 'the simulator does not know this query' }] });
};
