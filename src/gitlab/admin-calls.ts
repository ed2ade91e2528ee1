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
import { type Call, type CallRunner, type UnreadAnswer, unreadableReply } from './request.js';
import type { Reply } from './responses/reply.js';
import type * as inspectionSchemas from './schemas/inspection-schemas.js';
import type { Reading } from './schemas/schema-parts.js';

/** A trigger token of a project. */
export interface TriggerTokenCall {
  readonly project: ProjectAddress;
  readonly triggerId: number;
}

/**
 * The calls about pipeline trigger tokens, for a user with the role Maintainer. Reading needs the scope
 * `read_api`, writing `api`. The answers hold whole tokens, so nothing of one that cannot be read is ever
 * quoted.
 * @see https://docs.gitlab.com/api/pipeline_triggers/
 */
export interface TriggerTokenCalls {
  /**
   * All that have not expired. One page that fails fails all. `fresh`, another text each time, keeps caches
   * on the way from giving an old list.
   */
  readonly listTriggerTokens: (
    call: { readonly project: ProjectAddress; readonly fresh?: string | undefined },
    signal: AbortSignal,
  ) => Promise<Reply<Paged<TriggerToken>>>;
  readonly fetchTriggerToken: (call: TriggerTokenCall, signal: AbortSignal) => Promise<Reply<TriggerToken>>;
  /**
   * Servers that do not know the expiry of trigger tokens pass over `expiresAtMs` (milliseconds since 1970);
   * the answer shows it.
   */
  readonly createTriggerToken: (
    call: {
      readonly project: ProjectAddress;
      readonly description: string;
      readonly expiresAtMs: number | undefined;
    },
    signal: AbortSignal,
  ) => Promise<Reply<TriggerToken>>;
  /** Only the owner of the token may; GitLab changes nothing but its description. */
  readonly updateTriggerToken: (
    call: TriggerTokenCall & { readonly description: string },
    signal: AbortSignal,
  ) => Promise<Reply<TriggerToken>>;
  /** For good: a token that was deleted cannot be brought back. */
  readonly deleteTriggerToken: (call: TriggerTokenCall, signal: AbortSignal) => Promise<Reply<'deleted'>>;
}

/** What the calls share: where the API is, and what goes with each request. */
export interface CallSettings {
  readonly apiUrl: URL;
  readonly headers: Readonly<Record<string, string>>;
}

export function triggerTokenCalls(runner: CallRunner, { apiUrl, headers }: CallSettings): TriggerTokenCalls {
  const secretive = { headers, quoting: 'never' } as const;
  const json = { ...headers, 'content-type': 'application/json' };
  const run = async <T>(call: Call<T>): Promise<Reply<T>> => (await runner.run(call)).reply;
  return {
    listTriggerTokens: async ({ project, fresh }, signal) => {
      const firstUrl = endpoints.triggerTokens(apiUrl, project);
      if (fresh !== undefined) firstUrl.searchParams.set('gitlab_trigger_fresh', fresh);
      const asked = fresh === undefined ? headers : { ...headers, 'cache-control': 'no-cache' };
      const read: Call<readonly (TriggerToken | UnfitEntry)[]>['read'] = (schemas) =>
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
      // There is no body; a server under maintenance answers honestly to JSON only.
      const reply = await runner.send({ method: 'DELETE', url, headers: json, signal });
      return reply.kind === 'ok' ? readDeletion(reply.value) : reply;
    },
  };
}

/** With its zone written as `Z`, which no server misreads. */
function expiryOf(expiresAtMs: number | undefined): { readonly expires_at?: string } {
  return expiresAtMs === undefined ? {} : { expires_at: new Date(expiresAtMs).toISOString() };
}

/** An answer about another token, which a cache on the way may give, must not decide anything. */
function readingOf({ triggerId }: TriggerTokenCall): Call<TriggerToken>['read'] {
  return (schemas) => (body) => {
    const reading = schemas.readTriggerToken(body);
    if (reading.kind !== 'ok' || reading.value.id === triggerId) return reading;
    return { kind: 'unfit', why: `it is about trigger token ${reading.value.id}` };
  };
}

/**
 * GitLab says 204 and nothing else; a page with 200 comes from something in front of it, which has deleted
 * nothing.
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

/** The calls that look at what a pipeline would meet. They read, and change nothing. */
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
   * What GitLab makes of the CI configuration on a ref, as for a push, without variables and inputs; an
   * invalid one is a success, too. `parameter` is how the server calls the ref: `content_ref` since 16.10,
   * before that `sha`; one that it does not know would be passed over in silence.
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

/** Their schemas are loaded by the first of them, since a run that starts a pipeline needs none. */
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
      // The file is no JSON, and asking for nothing else but text would get errors as text, too.
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
  return { kind: 'ok', value: response.body.toString('utf8'), hints };
}
