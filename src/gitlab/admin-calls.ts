import { describePage } from '../http/json-api.js';
import { readAnswerBody } from '../http/response-body.js';
import type { ProjectAddress } from '../model/addresses.js';
import type {
  ConfigLint,
  OwnToken,
  Paged,
  RepositoryRef,
  TriggerToken,
  UnfitEntry,
} from '../model/pipeline.js';
import { endpoints } from './endpoints.js';
import { fetchPages } from './paging.js';
import { type GitLabApiCall, type CallRunner, type UnreadAnswer, unreadableReply } from './request.js';
import type { Reply } from './responses/reply.js';
import type * as inspectionSchemas from './schemas/inspection-schemas.js';
import type { Reading } from './schemas/schema-parts.js';

/** A trigger token of a project. */
export interface TriggerTokenCall {
  readonly project: ProjectAddress;
  readonly triggerId: number;
}

/**
 * The calls for pipeline trigger tokens, for a user with the Maintainer role. Reading needs the scope
 * `read_api`, writing needs `api`. Responses contain whole tokens, so an unreadable response is never quoted.
 * @see https://docs.gitlab.com/api/pipeline_triggers/
 */
export interface TriggerTokenCalls {
  /**
   * Lists all tokens that have not expired. If one page fails, the call fails. `fresh`, a different text in
   * each call, keeps caches on the way from returning an old list.
   */
  readonly listTriggerTokens: (
    call: { readonly project: ProjectAddress; readonly fresh?: string | undefined },
    signal: AbortSignal,
  ) => Promise<Reply<Paged<TriggerToken>>>;
  readonly fetchTriggerToken: (call: TriggerTokenCall, signal: AbortSignal) => Promise<Reply<TriggerToken>>;
  /**
   * `expiresAtMs` is in milliseconds since 1970. Servers that do not support expiry of trigger tokens ignore
   * it; the response shows whether they do.
   */
  readonly createTriggerToken: (
    call: {
      readonly project: ProjectAddress;
      readonly description: string;
      readonly expiresAtMs: number | undefined;
    },
    signal: AbortSignal,
  ) => Promise<Reply<TriggerToken>>;
  /** Only the owner of the token may do this. GitLab changes only the description. */
  readonly updateTriggerToken: (
    call: TriggerTokenCall & { readonly description: string },
    signal: AbortSignal,
  ) => Promise<Reply<TriggerToken>>;
  /** Permanent: a deleted token cannot be restored. */
  readonly deleteTriggerToken: (call: TriggerTokenCall, signal: AbortSignal) => Promise<Reply<'deleted'>>;
}

/** What the calls share: the URL of the API, and the headers of each request. */
export interface CallSettings {
  readonly apiUrl: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/** Creates the calls for trigger tokens. Sends nothing until the first call. */
export function triggerTokenCalls(runner: CallRunner, { apiUrl, headers }: CallSettings): TriggerTokenCalls {
  const secretive = { headers, quoting: 'never' } as const;
  const json = { ...headers, 'content-type': 'application/json' };
  const run = async <T>(call: GitLabApiCall<T>): Promise<Reply<T>> => (await runner.run(call)).reply;
  return {
    listTriggerTokens: async ({ project, fresh }, signal) => {
      const firstUrl = endpoints.triggerTokens(apiUrl, project);
      if (fresh !== undefined) firstUrl.searchParams.set('gitlab_trigger_fresh', fresh);
      const asked = fresh === undefined ? headers : { ...headers, 'cache-control': 'no-cache' };
      const read: GitLabApiCall<readonly (TriggerToken | UnfitEntry)[]>['read'] = (schemas) =>
        schemas.readTriggerTokens;
      const fetchPage = (
        url: URL,
        pageSignal: AbortSignal,
      ): ReturnType<typeof runner.run<readonly (TriggerToken | UnfitEntry)[]>> =>
        runner.run({ ...secretive, headers: asked, method: 'GET', url, signal: pageSignal, read });
      return fetchPages({ apiUrl, firstUrl, fetchPage }, signal);
    },
    fetchTriggerToken: async (call, signal) =>
      run({
        ...secretive,
        method: 'GET',
        url: endpoints.triggerToken(apiUrl, call.project, call.triggerId),
        signal,
        read: readingOf(call),
      }),
    createTriggerToken: async ({ project, description, expiresAtMs }, signal) =>
      run({
        ...secretive,
        method: 'POST',
        url: endpoints.createTriggerToken(apiUrl, project),
        headers: json,
        body: JSON.stringify({ description, ...expiryOf(expiresAtMs) }),
        signal,
        read: (schemas) => schemas.readTriggerToken,
      }),
    updateTriggerToken: async (call, signal) =>
      run({
        ...secretive,
        method: 'PUT',
        url: endpoints.triggerToken(apiUrl, call.project, call.triggerId),
        headers: json,
        body: JSON.stringify({ description: call.description }),
        signal,
        read: readingOf(call),
      }),
    deleteTriggerToken: async (call, signal) => {
      const url = endpoints.triggerToken(apiUrl, call.project, call.triggerId);
      // There is no body, but a server under maintenance gives its real answer to JSON requests only.
      const reply = await runner.send({ method: 'DELETE', url, headers: json, signal });
      return reply.kind === 'ok' ? readDeletion(reply.value) : reply;
    },
  };
}

/** With the zone written as `Z`, which every server reads correctly. */
function expiryOf(expiresAtMs: number | undefined): { readonly expires_at?: string } {
  return expiresAtMs === undefined ? {} : { expires_at: new Date(expiresAtMs).toISOString() };
}

/** A response about another token, which a cache on the way may return, must not decide anything. */
function readingOf({ triggerId }: TriggerTokenCall): GitLabApiCall<TriggerToken>['read'] {
  return (schemas) => (body) => {
    const reading = schemas.readTriggerToken(body);
    if (reading.kind !== 'ok' || reading.value.id === triggerId) return reading;
    return { kind: 'unfit', why: `it is about trigger token ${reading.value.id}` };
  };
}

/**
 * GitLab answers 204 without a body. A page with 200 comes from something in front of GitLab, which has
 * deleted nothing.
 */
function readDeletion(answer: UnreadAnswer): Reply<'deleted'> {
  const { response, hints } = answer;
  if (response.status === 204) return { kind: 'ok', value: 'deleted', hints };
  const content = readAnswerBody(response.headers['content-type'], response.body);
  const why =
    content.kind === 'html' ? describePage(content.texts) : 'GitLab answers 204 to a deletion that was done';
  return unreadableReply(answer, why);
}

/** A branch or a tag of a project, by its short name. */
export interface RefCall {
  readonly project: ProjectAddress;
  readonly name: string;
}

/** The calls that check what a pipeline needs. They only read. */
export interface InspectionCalls {
  /**
   * Needs a token with the scope `read_api`; without one, GitLab answers 401.
   * @see https://docs.gitlab.com/api/version/
   */
  readonly fetchVersion: (signal: AbortSignal) => Promise<Reply<{ readonly version: string }>>;
  /** The access token that the client has. @see https://docs.gitlab.com/api/personal_access_tokens/ */
  readonly fetchOwnToken: (signal: AbortSignal) => Promise<Reply<OwnToken>>;
  /** @see https://docs.gitlab.com/api/branches/#get-single-repository-branch */
  readonly fetchBranch: (call: RefCall, signal: AbortSignal) => Promise<Reply<RepositoryRef>>;
  /** @see https://docs.gitlab.com/api/tags/#get-a-single-repository-tag */
  readonly fetchTag: (call: RefCall, signal: AbortSignal) => Promise<Reply<RepositoryRef>>;
  /**
   * GitLab's result for the CI configuration on a ref, as for a push, without variables and inputs. An
   * invalid configuration is a successful call too. `parameter` is the server's name for the ref:
   * `content_ref` since 16.10, `sha` before. A server silently ignores a name that it does not know.
   * @see https://docs.gitlab.com/api/lint/#validate-existing-cicd-configuration
   */
  readonly lintConfig: (
    call: {
      readonly project: ProjectAddress;
      readonly ref: string;
      readonly parameter: 'content_ref' | 'sha';
    },
    signal: AbortSignal,
  ) => Promise<Reply<ConfigLint>>;
  /**
   * The text of a file of the repository.
   * @see https://docs.gitlab.com/api/repository_files/#get-raw-file-from-repository
   */
  readonly fetchFile: (
    call: { readonly project: ProjectAddress; readonly ref: string; readonly path: string },
    signal: AbortSignal,
  ) => Promise<Reply<string>>;
}

type Schemas = typeof inspectionSchemas;

/** The first call loads the schemas, because a run that starts a pipeline needs none of them. */
export function inspectionCalls(
  runner: CallRunner,
  { apiUrl, headers }: { readonly apiUrl: URL; readonly headers: Readonly<Record<string, string>> },
): InspectionCalls {
  const get = async <T>(
    url: URL,
    signal: AbortSignal,
    readerOf: (schemas: Schemas) => (body: unknown) => Reading<T>,
  ): Promise<Reply<T>> => {
    const reader = readerOf(await import('./schemas/inspection-schemas.js'));
    return (await runner.run({ method: 'GET', url, headers, signal, read: () => reader })).reply;
  };
  return {
    fetchVersion: async (signal) => get(endpoints.version(apiUrl), signal, ({ readVersion }) => readVersion),
    fetchOwnToken: async (signal) =>
      get(endpoints.ownToken(apiUrl), signal, ({ readOwnToken }) => readOwnToken),
    fetchBranch: async ({ project, name }, signal) =>
      get(endpoints.branch(apiUrl, project, name), signal, ({ readRef }) => readRef),
    fetchTag: async ({ project, name }, signal) =>
      get(endpoints.tag(apiUrl, project, name), signal, ({ readRef }) => readRef),
    lintConfig: async ({ project, ...options }, signal) =>
      get(endpoints.lint(apiUrl, project, options), signal, ({ readLint }) => readLint),
    fetchFile: async ({ project, ...file }, signal) => {
      const url = endpoints.file(apiUrl, project, file);
      // The file is not JSON. A request for text only would also get errors as text.
      const sending = { method: 'GET', url, headers: { ...headers, accept: '*/*' }, signal } as const;
      const reply = await runner.send(sending);
      return reply.kind === 'ok' ? readText(reply.value) : reply;
    },
  };
}

function readText(answer: UnreadAnswer): Reply<string> {
  const { response, hints } = answer;
  const content = readAnswerBody(response.headers['content-type'], response.body);
  if (content.kind === 'html') return unreadableReply(answer, describePage(content.texts));
  if (!namesFile(response.headers))
    return unreadableReply(answer, 'it does not name the file, as GitLab does (Content-Disposition)');
  return { kind: 'ok', value: response.body.toString('utf8'), hints };
}

/**
 * GitLab sends the name of a file twice. Nothing else distinguishes the file from a text of another server.
 */
function namesFile(headers: Readonly<Record<string, string>>): boolean {
  return (
    /;\s*filename\*?\s*=/i.test(headers['content-disposition'] ?? '') ||
    headers['x-gitlab-file-path'] !== undefined
  );
}
