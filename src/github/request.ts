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
 * A page of 100 comments of 65,536 characters with four bytes each is 26 MB at most. The limit stops an
 * endless response.
 */
export const maxJsonBytes = 32 * 1024 * 1024;

export interface GitHubRunnerDeps {
  readonly transport: Pick<Transport, 'send'>;
  readonly clock: Pick<Clock, 'epochMs'>;
}

type Schemas = typeof schemasModule;

/** A request to send. */
export interface GitHubSending {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: URL;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

/** One call: the request, and how to read the response. */
export interface GitHubApiCall<T> extends GitHubSending {
  readonly read: (schemas: Schemas) => (body: unknown) => GitHubReading<T>;
}

/** A value with the headers of its response. */
export interface GitHubAnswered<T> {
  readonly value: T;
  readonly headers: Readonly<Record<string, string>>;
}

export interface GitHubCallRunner {
  /** Sends a call and reads its JSON response. */
  readonly run: <T>(call: GitHubApiCall<T>) => Promise<GitHubReply<GitHubAnswered<T>>>;
  /**
   * Sends a call that succeeds with a status in `doneBy`, and ignores the body of the response. Returns the
   * status.
   */
  readonly write: (writing: Writing) => Promise<GitHubReply<number>>;
}

/** A call without a response body to read. */
export interface Writing extends GitHubSending {
  /** Any other status does not come from GitHub: a login page has 200. */
  readonly doneBy: readonly number[];
}

/**
 * Sends calls below `apiUrl` and reads their responses. Redirects are returned as responses: the token goes
 * to one origin only.
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
 * The next page of a list by its `Link` header; `undefined` if there is none or it leads out of `apiUrl`.
 * GitHub writes the URL that was requested, Forgejo and Gitea their configured one, so only the query counts.
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
 * With 100 items each, far more comments than usual. It ends the loop on a server that always has a next
 * page.
 */
const mostPages = 50;

/**
 * Reads a list page by page, one after another, as GitHub asks of its clients. If one page fails, the whole
 * read fails. Omits what follows the 50th page.
 */
export async function fetchPages<T>(
  runner: GitHubCallRunner,
  { url: firstUrl, read, signal }: Omit<GitHubApiCall<readonly T[]>, 'method' | 'body'>,
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
