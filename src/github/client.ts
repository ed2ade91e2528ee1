import type { Secret } from '../base/secret.js';
import {
  type Comment,
  type CommentAddress,
  type StatusCreation,
  type PullRequestAddress,
  type RepositoryName,
  type SecretPlace,
  endpoints,
} from './api.js';
import type { GitHubReply } from './reply.js';
import {
  type GitHubApiCall,
  type GitHubRunnerDeps,
  type Writing,
  createCallRunner,
  fetchPages,
} from './request.js';
import { type SecretWritten, putSecret } from './secrets.js';

/** Connection settings of a GitHub server. */
export interface GitHubSettings {
  /** `https://api.github.com`, or the API URL of another server. Nothing is ever sent to another origin. */
  readonly apiUrl: URL;
  readonly token: Secret;
  readonly requestTimeoutMs: number;
}

/**
 * The calls of GitHub's API that this program makes, without retries, waiting or redirects. Every result of
 * the network and of GitHub is a value. A method throws only the reason of its `signal`, a `RangeError` for
 * an impossible name, or because of a bug in this program.
 */
export interface GitHubClient {
  /**
   * Stores a secret of GitHub Actions in two requests. A secret of an organization takes up to two more, and
   * one for each 100 selected repositories; its visibility stays unchanged. The value leaves this process
   * encrypted for GitHub only.
   * @see https://docs.github.com/en/rest/actions/secrets#create-or-update-a-repository-secret
   */
  readonly putSecret: (
    call: { readonly place: SecretPlace; readonly name: string; readonly value: Secret },
    signal: AbortSignal,
  ) => Promise<GitHubReply<SecretWritten>>;
  /**
   * The login of the token, as comments name their authors (`octocat`, `github-actions[bot]`). Tokens of
   * apps, including those of workflows, may read it only through GraphQL.
   */
  readonly fetchLogin: (signal: AbortSignal) => Promise<GitHubReply<string>>;
  /**
   * All comments of the conversation (without those on lines of code), oldest first.
   * @see https://docs.github.com/en/rest/issues/comments
   */
  readonly fetchComments: (
    address: PullRequestAddress,
    signal: AbortSignal,
  ) => Promise<GitHubReply<readonly Comment[]>>;
  /** @see https://docs.github.com/en/rest/issues/comments#create-an-issue-comment */
  readonly createComment: (
    call: PullRequestAddress & { readonly body: string },
    signal: AbortSignal,
  ) => Promise<GitHubReply<Comment>>;
  /** @see https://docs.github.com/en/rest/issues/comments#update-an-issue-comment */
  readonly updateComment: (
    call: CommentAddress & { readonly body: string },
    signal: AbortSignal,
  ) => Promise<GitHubReply<'done'>>;
  /** @see https://docs.github.com/en/rest/issues/comments#delete-an-issue-comment */
  readonly deleteComment: (address: CommentAddress, signal: AbortSignal) => Promise<GitHubReply<'done'>>;
  /**
   * The head commit of a pull request.
   * @see https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request
   */
  readonly fetchHeadSha: (address: PullRequestAddress, signal: AbortSignal) => Promise<GitHubReply<string>>;
  /** @see https://docs.github.com/en/rest/commits/statuses#create-a-commit-status */
  readonly createStatus: (
    call: { readonly repository: RepositoryName; readonly sha: string; readonly status: StatusCreation },
    signal: AbortSignal,
  ) => Promise<GitHubReply<'done'>>;
}

/**
 * The API version that this client uses.
 * @see https://docs.github.com/en/rest/about-the-rest-api/api-versions
 */
const apiVersion = '2022-11-28';

/** The prefix of installation tokens of GitHub Apps; the `github.token` of a workflow is one. */
const appTokenPrefix = 'ghs_';

/** Creates a client for the API at `settings.apiUrl`. Sends nothing until its first call. */
export function createGitHubClient(deps: GitHubRunnerDeps, settings: GitHubSettings): GitHubClient {
  const { apiUrl, token, requestTimeoutMs } = settings;
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token.reveal()}`,
    'x-github-api-version': apiVersion,
  };
  const runner = createCallRunner(deps, { apiUrl, headers, requestTimeoutMs });
  const read = async <T>(call: GitHubApiCall<T>): Promise<GitHubReply<T>> => {
    const reply = await runner.run(call);
    return reply.kind === 'ok' ? { kind: 'ok', value: reply.value.value } : reply;
  };
  const write = async (writing: Writing): Promise<GitHubReply<'done'>> => {
    const reply = await runner.write(writing);
    return reply.kind === 'ok' ? { kind: 'ok', value: 'done' } : reply;
  };
  const isOfApp = token.reveal().startsWith(appTokenPrefix);
  return {
    putSecret: async ({ place, name, value }, signal) =>
      putSecret({ runner, apiUrl }, { place, name, text: value.reveal() }, signal),
    fetchLogin: async (signal) =>
      isOfApp
        ? read({
            method: 'POST',
            url: endpoints.graphql(apiUrl),
            body: { query: '{ viewer { login } }' },
            signal,
            read: (schemas) => schemas.readViewer,
          })
        : read({ method: 'GET', url: endpoints.user(apiUrl), signal, read: (schemas) => schemas.readLogin }),
    fetchComments: async (address, signal) =>
      fetchPages(runner, {
        url: endpoints.listedComments(apiUrl, address),
        signal,
        read: (schemas) => schemas.readComments,
      }),
    createComment: async ({ body, ...address }, signal) =>
      read({
        method: 'POST',
        url: endpoints.comments(apiUrl, address),
        body: { body },
        signal,
        read: (schemas) => schemas.readComment,
      }),
    updateComment: async ({ body, ...address }, signal) =>
      write({
        method: 'PATCH',
        url: endpoints.comment(apiUrl, address),
        body: { body },
        signal,
        // Gitea may answer with an empty body.
        doneBy: [200, 204],
      }),
    deleteComment: async (address, signal) =>
      write({ method: 'DELETE', url: endpoints.comment(apiUrl, address), signal, doneBy: [204] }),
    fetchHeadSha: async (address, signal) =>
      read({
        method: 'GET',
        url: endpoints.pullRequest(apiUrl, address),
        signal,
        read: (schemas) => schemas.readHeadSha,
      }),
    createStatus: async ({ repository, sha, status }, signal) => {
      const { state, context, description, targetUrl } = status;
      const body = { state, context, description, target_url: targetUrl };
      const url = endpoints.statuses(apiUrl, { repository, sha });
      return write({ method: 'POST', url, body, signal, doneBy: [201] });
    },
  };
}
