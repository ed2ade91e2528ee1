import type { Clock } from '../base/clock.js';
import { cleanLine } from '../base/foreign-text.js';
import type { Secret } from '../base/secret.js';
import { TransportFault, type HttpRequest, type HttpResponse, type Transport } from '../http/transport.js';

import { readAnswerBody } from './answer-body.js';
import { endpoints, type PipelineFilters, type ProjectAddress } from './endpoints.js';
import type { Pipeline } from './pipeline.js';
import type { Project } from './project.js';
import { readRefusal } from './read-refusal.js';
import type { Reply, ServerHints } from './reply.js';
import type * as schemasModule from './schemas.js';
import type { Reading } from './schemas.js';
import { readServerHints } from './server-hints.js';

/**
 * GitLab's largest JSON answer that we ask for is a page of 100 jobs, well under 1 MiB; ten times that still cannot hurt a small runner, and
 * stops an endless answer early.
 */
export const maxJsonBytes = 10 * 1024 * 1024;

/** What to know of a GitLab server to talk to it. */
export interface GitLabConnection {
  /** The API's root with a trailing slash. Nothing is ever sent to another origin. */
  readonly apiUrl: URL;
  readonly requestTimeoutMs: number;
  /** Sent with every request; those that the client sets itself win. */
  readonly requestHeaders: readonly { readonly name: string; readonly value: Secret }[];
}

/** A pipeline to be started. Empty variables and inputs are left out of the request. */
export interface PipelineCreation {
  readonly project: ProjectAddress;
  readonly ref: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Values for `spec:inputs`; any JSON, types are kept. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/**
 * The calls of GitLab's API that this program makes, one request each: no retries, no waiting. Every outcome of the network and of GitLab
 * is a value; a method only throws the reason of its `signal`, a `RangeError` for an impossible id, or on a fault of this program.
 */
export interface GitLabClient {
  /**
   * Starts a pipeline with a trigger token or a CI_JOB_TOKEN, which is the whole credential: the access token is not sent.
   * @see https://docs.gitlab.com/api/pipeline_triggers/#trigger-a-pipeline-with-a-token
   */
  readonly triggerPipeline: (
    call: PipelineCreation & { readonly token: Secret },
    signal: AbortSignal,
  ) => Promise<Reply<Pipeline>>;
  /**
   * Starts a pipeline with the access token.
   * @throws {TypeError} when the client has no access token.
   * @see https://docs.gitlab.com/api/pipelines/#create-a-new-pipeline
   */
  readonly createPipeline: (call: PipelineCreation, signal: AbortSignal) => Promise<Reply<Pipeline>>;
  /** @see https://docs.gitlab.com/api/pipelines/#get-a-single-pipeline */
  readonly fetchPipeline: (
    call: { readonly project: ProjectAddress; readonly pipelineId: number },
    signal: AbortSignal,
  ) => Promise<Reply<Pipeline>>;
  /** @see https://docs.gitlab.com/api/projects/#get-a-single-project */
  readonly fetchProject: (
    call: { readonly project: ProjectAddress },
    signal: AbortSignal,
  ) => Promise<Reply<Project>>;
  /** The first page only. @see https://docs.gitlab.com/api/pipelines/#list-project-pipelines */
  readonly listPipelines: (
    call: { readonly project: ProjectAddress; readonly filters: PipelineFilters },
    signal: AbortSignal,
  ) => Promise<Reply<readonly Pipeline[]>>;
}

interface Deps {
  readonly transport: Pick<Transport, 'send'>;
  readonly clock: Pick<Clock, 'epochMs'>;
}

type Schemas = typeof schemasModule;

/** One call: what to send, and how to read the answer. */
interface Call<T> {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal: AbortSignal;
  readonly read: (schemas: Schemas) => (body: unknown) => Reading<T>;
}

/** Without `accessToken`, reads are anonymous, which public projects allow. */
export function createGitLabClient(
  deps: Deps,
  settings: { readonly connection: GitLabConnection; readonly accessToken: Secret | undefined },
): GitLabClient {
  const { connection, accessToken } = settings;
  const { apiUrl } = connection;
  const plain = headersFor(connection);
  const authorized = accessToken === undefined ? plain : { ...plain, 'private-token': accessToken.reveal() };
  const json = { 'content-type': 'application/json' };
  const run = createRunner(deps, connection);
  const get = <T>(url: URL, signal: AbortSignal, read: Call<T>['read']): Promise<Reply<T>> =>
    run({ method: 'GET', url, headers: authorized, signal, read });

  return {
    triggerPipeline: async (call, signal) =>
      run({
        method: 'POST',
        url: endpoints.triggerPipeline(apiUrl, call.project),
        headers: { ...plain, ...json },
        body: triggerBody(call, call.token.reveal()),
        signal,
        read: (schemas) => schemas.readPipeline,
      }),
    createPipeline: async (call, signal) => {
      if (accessToken === undefined) throw new TypeError('creating a pipeline needs an access token');
      return run({
        method: 'POST',
        url: endpoints.createPipeline(apiUrl, call.project),
        headers: { ...authorized, ...json },
        body: creationBody(call),
        signal,
        read: (schemas) => schemas.readPipeline,
      });
    },
    fetchPipeline: async ({ project, pipelineId }, signal) =>
      get(endpoints.pipeline(apiUrl, project, pipelineId), signal, (schemas) => schemas.readPipeline),
    fetchProject: async ({ project }, signal) =>
      get(endpoints.project(apiUrl, project), signal, (schemas) => schemas.readProject),
    listPipelines: async ({ project, filters }, signal) =>
      get(endpoints.pipelines(apiUrl, project, filters), signal, (schemas) => schemas.readPipelines),
  };
}

/** Names in lower case, so that one of ours replaces the user's and never stands beside it. */
function headersFor(connection: GitLabConnection): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const { name, value } of connection.requestHeaders) headers[name.toLowerCase()] = value.reveal();
  return { ...headers, accept: 'application/json' };
}

/** Of the forms that the trigger takes, JSON is the one that gets an honest answer under maintenance instead of a redirect. */
function triggerBody({ ref, variables, inputs }: PipelineCreation, token: string): string {
  return JSON.stringify({
    token,
    ref,
    ...(isEmpty(variables) ? {} : { variables }),
    ...(isEmpty(inputs) ? {} : { inputs }),
  });
}

/** This endpoint wants a list of variables where the trigger wants a map. */
function creationBody({ ref, variables, inputs }: PipelineCreation): string {
  const list = Object.entries(variables).map(([key, value]) => ({ key, value }));
  return JSON.stringify({
    ref,
    ...(list.length === 0 ? {} : { variables: list }),
    ...(isEmpty(inputs) ? {} : { inputs }),
  });
}

function isEmpty(record: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(record).length === 0;
}

/** Sends calls and reads their answers; loads the schemas once, beside the first request, so that start-up does not wait for them. */
function createRunner(deps: Deps, connection: GitLabConnection): <T>(call: Call<T>) => Promise<Reply<T>> {
  const { transport, clock } = deps;
  const { apiUrl, requestTimeoutMs: timeoutMs } = connection;
  let loading: Promise<Schemas> | undefined;

  const send = ({ method, url, headers, body, signal }: Call<unknown>): Promise<HttpResponse> => {
    if (url.origin !== apiUrl.origin) throw new TypeError(`a request to ${url.origin} was about to be sent`);
    const request: HttpRequest = { method, url, headers, body, timeoutMs, maxBytes: maxJsonBytes, signal };
    const sending = transport.send(request);
    loading ??= loadSchemas();
    return sending;
  };

  /** A renamed project answers a GET with a redirect to its id. Followed once, inside the API only, because the token goes with it. */
  const exchange = async (call: Call<unknown>): Promise<HttpResponse> => {
    const response = await send(call);
    const target = call.method === 'GET' ? redirectInside(apiUrl, call.url, response) : undefined;
    return target === undefined ? response : send({ ...call, url: target });
  };

  return async (call) => {
    let response: HttpResponse;
    try {
      response = await exchange(call);
    } catch (error) {
      if (error instanceof TransportFault) return { kind: 'fault', fault: error };
      throw error;
    }
    const { status, headers, body } = response;
    const hints = readServerHints({ status, headers, localTimeMs: clock.epochMs() });
    if (status < 200 || status > 299) {
      return { kind: 'refused', refusal: readRefusal({ status, headers, body, hints }) };
    }
    const read = call.read(await (loading ??= loadSchemas()));
    return readSuccess({ response, hints, read });
  };
}

/** A failure of the import is kept for whoever awaits it; a request that fails first must not leave it unhandled. */
function loadSchemas(): Promise<Schemas> {
  const loading = import('./schemas.js');
  loading.catch(() => undefined);
  return loading;
}

/** The target of a redirect, when it is another place below the API's root. */
function redirectInside(apiUrl: URL, from: URL, { status, headers }: HttpResponse): URL | undefined {
  const location = headers.location ?? '';
  if (![301, 302, 303, 307, 308].includes(status) || !URL.canParse(location, from.href)) return undefined;
  const target = new URL(location, from);
  const inside = target.origin === apiUrl.origin && target.pathname.startsWith(apiUrl.pathname);
  const plain = target.username === '' && target.password === '' && target.href !== from.href;
  return inside && plain ? target : undefined;
}

function readSuccess<T>(answer: {
  readonly response: HttpResponse;
  readonly hints: ServerHints;
  readonly read: (body: unknown) => Reading<T>;
}): Reply<T> {
  const { response, hints, read } = answer;
  const { status } = response;
  const unreadable = (why: string): Reply<T> => ({ kind: 'unreadable', status, why, hints });
  const content = readAnswerBody(response.headers['content-type'], response.body);
  switch (content.kind) {
    case 'none':
      return unreadable('the body is empty');
    case 'html':
      return unreadable(`the body is a web page${quoted(content.texts)}`);
    case 'text':
      return unreadable(`the body is not JSON${quoted(content.texts)}`);
    case 'json': {
      const reading = read(content.value);
      if (reading.kind === 'ok') return { kind: 'ok', value: reading.value, hints };
      return unreadable(`the body is not what GitLab sends (${reading.why})`);
    }
  }
}

function quoted(texts: readonly string[]): string {
  const first = texts[0];
  return first === undefined ? '' : `: ${cleanLine(first, 120)}`;
}
