import { emptyAnswer } from '../gitlab/wire/answer.js';
import type { SimulatedRequest, SimulatedResponse } from '../gitlab/wire/wire.js';
import type { GitHubToken } from './scenario.js';
import type { GitHubInstance, PullRequestRecord, RepositoryRecord } from './state.js';
import { type Need, refusedFor, notFound } from './wire.js';

/** A request whose token is known. */
export interface GitHubCall {
  readonly instance: GitHubInstance;
  readonly request: SimulatedRequest;
  readonly url: URL;
  readonly token: GitHubToken;
  /** The parts of the path, decoded, as the pattern of the route names them. */
  readonly path: Readonly<Record<string, string>>;
  /** The JSON of the body; an empty object when there is none. */
  readonly body: Readonly<Record<string, unknown>>;
}

export type GitHubEndpoint = (call: GitHubCall) => SimulatedResponse;

/** Answers with `work` when the token has one of the permissions. */
export function permitted(
  { token }: GitHubCall,
  needs: readonly Need[],
  work: () => SimulatedResponse,
): SimulatedResponse {
  const has = ([permission, access]: Need): boolean => {
    const given = token.permissions[permission];
    return given === 'write' || given === access;
  };
  return needs.some(has) ? work() : refusedFor(token.kind, needs);
}

/** The repository of the path; hidden ones are not found. */
export function withRepository(
  { instance, token, path }: GitHubCall,
  work: (repository: RepositoryRecord) => SimulatedResponse,
): SimulatedResponse {
  const name = `${path.owner ?? ''}/${path.repository ?? ''}`.toLowerCase();
  const repository = instance.repositories.get(name);
  const isKnown = token.repositories?.some((known) => known.toLowerCase() === name) ?? true;
  return repository === undefined || !isKnown ? notFound() : work(repository);
}

/** The pull request of the path. */
export function withPullRequest(
  call: GitHubCall,
  work: (pull: PullRequestRecord, repository: RepositoryRecord) => SimulatedResponse,
): SimulatedResponse {
  return withRepository(call, (repository) => {
    const pull = repository.pullRequests.get(Number(call.path.number));
    return pull === undefined ? notFound() : work(pull, repository);
  });
}

/** The response 204 without a body. */
export function done(): SimulatedResponse {
  return emptyAnswer(204);
}
