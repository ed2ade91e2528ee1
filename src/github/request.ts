import { isUrl } from '../base/address.js';
import type { Clock } from '../base/clock.js';
import { exchanged, isSuccess, readJsonBody, sendWithin } from '../http/json-api.js';
import { readAnswerBody } from '../http/response-body.js';
import type { HttpResponse, Transport } from '../http/transport.js';
import { readRefusal } from './error-body.js';
import type { GitHubReply } from './reply.js';
import type * as schemasModule from './schemas.js';
import type { GitHubReading } from './schemas.js';

/**
 * A page of 100 comments of 65,536 characters, four bytes each, is 26 MB at the worst; an endless answer ends
 * here.
 */
export const maxJsonBytes = 32 * 1024 * 1024;

export interface GitHubRunnerDeps {
  readonly transport: Pick<Transport, 'send'>;
  readonly clock: Pick<Clock, 'epochMs'>;
}

type Schemas = typeof schemasModule;

/** What to send. */
export interface GitHubSending {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: URL;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

/** One call: what to send, and how to read the answer. */
export interface GitHubCall<T> extends GitHubSending {
  readonly read: (schemas: Schemas) => (body: unknown) => GitHubReading<T>;
}

/** A value with the headers that it came with. */
export interface GitHubAnswered<T> {
  readonly value: T;
  readonly headers: Readonly<Record<string, string>>;
}

export interface GitHubCallRunner {
  /** Sends a call whose answer is JSON, and reads it. */
  readonly run: <T>(call: GitHubCall<T>) => Promise<GitHubReply<GitHubAnswered<T>>>;
  /**
   * Sends a call that was done when the status is one of `doneBy`; what its answer says beside that is not
   * looked at. Gives that status.
   */
  readonly write: (writing: Writing) => Promise<GitHubReply<number>>;
}

/** A call whose answer has nothing to read. */
export interface Writing extends GitHubSending {
  /** Anything else is not GitHub: a login page comes with 200. */
  readonly doneBy: readonly number[];
}

/**
 * Sends calls below `apiUrl` and reads their answers. Redirects are answers: the token goes to one origin
 * only.
 */
export function createCallRunner(
  { transport, clock }: GitHubRunnerDeps,
  settings: {
    readonly apiUrl: URL;
    readonly headers: Readonly<Record<string, string>>;
    readonly requestTimeoutMs: number;
  },
): GitHubCallRunner {
  const { apiUrl, headers: ownHeaders, requestTimeoutMs: timeoutMs } = settings;

  const send = async ({ method, url, body, signal }: GitHubSending): Promise<GitHubReply<HttpResponse>> => {
    const json = body === undefined ? undefined : JSON.stringify(body);
    const headers = json === undefined ? ownHeaders : { ...ownHeaders, 'content-type': 'application/json' };
    const request = { method, url, headers, body: json, timeoutMs, maxBytes: maxJsonBytes, signal };
    const sent = await exchanged(() => sendWithin(transport, apiUrl, request));
    if (sent.kind === 'fault') return sent;
    const response = sent.value;
    return isSuccess(response)
      ? { kind: 'ok', value: response }
      : { kind: 'refused', refusal: readRefusal(response, { localTimeMs: clock.epochMs() }) };
  };

  return {
    write: async ({ doneBy, ...sending }) => {
      const reply = await send(sending);
      if (reply.kind !== 'ok') return reply;
      const { status, headers, body } = reply.value;
      const { kind } = readAnswerBody(headers['content-type'], body);
      if (doneBy.includes(status) && (kind === 'json' || kind === 'none'))
        return { kind: 'ok', value: status };
      const why = `that is not what GitHub says when the work is done (${doneBy.join(' or ')}, with JSON or nothing)`;
      return { kind: 'unreadable', status, why };
    },
    run: async (call) => {
      const reply = await send(call);
      if (reply.kind !== 'ok') return reply;
      return readSuccess(reply.value, call.read(await import('./schemas.js')));
    },
  };
}

function readSuccess<T>(
  response: HttpResponse,
  read: (body: unknown) => GitHubReading<T>,
): GitHubReply<GitHubAnswered<T>> {
  const { status, headers } = response;
  const body = readJsonBody(response);
  if (body.kind === 'not_json') return { kind: 'unreadable', status, why: body.why };
  const reading = read(body.value);
  if (reading.kind === 'ok') return { kind: 'ok', value: { value: reading.value, headers } };
  return { kind: 'unreadable', status, why: `the body is not what GitHub sends (${reading.why})` };
}

/**
 * The next page of a list by its `Link` header; `undefined` when there is none, or when it would lead out of
 * `apiUrl`. GitHub writes the address that it is called by; Forgejo and Gitea the one they are configured
 * with, so its query is what counts.
 * @see https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
export function nextPage(current: URL, link: string | undefined): URL | undefined {
  for (const [, target = '', parameters = ''] of (link ?? '').matchAll(/<([^<>]*)>([^<>]*)/g)) {
    const relation = /;\s*rel\s*=\s*"?([^";,]*)/i.exec(parameters)?.[1] ?? '';
    if (!relation.toLowerCase().split(/\s+/).includes('next') || !isUrl(target, current.href)) continue;
    const page = new URL(target, current).searchParams.get('page');
    if (page === null || !/^[1-9]\d{0,6}$/.test(page)) return undefined;
    const next = new URL(current);
    next.searchParams.set('page', page);
    return next;
  }
  return undefined;
}

/**
 * 100 items each: far more comments than anybody reads, and an end for a server that never stops counting.
 */
const mostPages = 50;

/**
 * Reads a list page by page, one after another, as GitHub asks of its clients. One page that fails fails all;
 * what is behind the 50th is left out.
 */
export async function fetchPages<T>(
  runner: GitHubCallRunner,
  { url: firstUrl, read, signal }: Omit<GitHubCall<readonly T[]>, 'method' | 'body'>,
): Promise<GitHubReply<readonly T[]>> {
  const items: T[] = [];
  const asked = new Set<string>();
  for (let url: URL | undefined = firstUrl; url !== undefined && asked.size < mostPages;) {
    asked.add(url.href);
    const reply: Awaited<ReturnType<typeof runner.run<readonly T[]>>> = await runner.run({
      method: 'GET',
      url,
      signal,
      read,
    });
    if (reply.kind !== 'ok') return reply;
    items.push(...reply.value.value);
    const next = nextPage(url, reply.value.headers.link);
    url = next === undefined || asked.has(next.href) ? undefined : next;
  }
  return { kind: 'ok', value: items };
}
