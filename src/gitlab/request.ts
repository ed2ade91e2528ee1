import { isUrl } from '../base/address.js';
import type { Clock } from '../base/clock.js';
import { isObject } from '../base/is-object.js';
import { exchanged, isSuccess, readJsonBody, sendWithin } from '../http/json-api.js';
import type { BodySink, HttpRequest, HttpResponse, Transport } from '../http/transport.js';
import { type AnsweredFrom, followElsewhere, holdsToken } from './redirects.js';
import { readRefusal } from './responses/error-body.js';
import { type Reply, type ServerHints, readServerHints } from './responses/reply.js';
import { strangeSuccess } from './responses/success.js';
import type * as schemasModule from './schemas/schemas.js';
import type { Reading } from './schemas/schemas.js';

/**
 * The largest JSON response that we request is a page of 100 jobs, well under 1 MiB. Ten times that does not
 * hurt a small runner, and stops an endless response early.
 */
export const maxJsonBytes = 10 * 1024 * 1024;

export interface RunnerDeps {
  readonly transport: Pick<Transport, 'send'>;
  readonly clock: Pick<Clock, 'epochMs'>;
}

type Schemas = typeof schemasModule;

/** A request to send. */
export interface Sending {
  readonly method: HttpRequest['method'];
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly sink?: BodySink | undefined;
  /** Present if a redirect out of the API is followed, with these headers in place of `headers`. */
  readonly elsewhere?: { readonly headers: Readonly<Record<string, string>> } | undefined;
  readonly signal: AbortSignal;
}

/** One call: the request, and how to read the response. */
export interface GitLabApiCall<T> extends Sending {
  readonly read: (schemas: Schemas) => (body: unknown) => Reading<T>;
  /** For responses with secrets that are not masked yet: an unreadable response is not quoted in messages. */
  readonly quoting?: 'never' | undefined;
}

/** A result with the response headers; empty if there was no response. */
export interface RunReply<T> {
  readonly reply: Reply<T>;
  readonly headers: Readonly<Record<string, string>>;
}

/** A response with a success status and an unread body. */
export interface UnreadAnswer {
  readonly response: HttpResponse;
  readonly hints: ServerHints;
}

export interface CallRunner {
  /** Sends a call and reads its JSON response. */
  readonly run: <T>(call: GitLabApiCall<T>) => Promise<RunReply<T>>;
  /** Sends a request and leaves the body of a successful response to the caller. */
  readonly send: (sending: Sending) => Promise<Reply<UnreadAnswer>>;
}

/**
 * Sends calls and reads their responses. Loads the schemas once, while the first request is in flight. The
 * request must not wait for them, because its handshake needs the same CPU.
 */
export function createCallRunner(
  deps: RunnerDeps,
  { apiUrl, requestTimeoutMs: timeoutMs }: { readonly apiUrl: URL; readonly requestTimeoutMs: number },
): CallRunner {
  const { transport, clock } = deps;
  let loading: Promise<Schemas> | undefined;
  const load = (): Promise<Schemas> => (loading ??= loadSchemas());

  const request = ({ method, url, headers, body, sink, signal }: Sending): Promise<HttpResponse> => {
    const complete: HttpRequest = {
      method,
      url,
      headers,
      body,
      timeoutMs,
      maxBytes: maxJsonBytes,
      sink,
      onSent: () => void load(),
      signal,
    };
    return sendWithin(transport, apiUrl, complete);
  };

  /**
   * GitLab redirects a GET for a renamed project to its ID. One such redirect is followed, only inside the
   * API, because the token goes with it.
   */
  const exchange = async (sending: Sending): Promise<AnsweredFrom> => {
    const response = await request(sending);
    const target = sending.method === 'GET' ? redirectInside(apiUrl, sending, response) : undefined;
    if (target !== undefined) {
      const moved = { ...sending, url: target };
      return leadAway(moved, await request(moved));
    }
    return leadAway(sending, response);
  };

  /** Outside the API, none of our headers are sent, whatever the origin. */
  const leadAway = async (sending: Sending, response: HttpResponse): Promise<AnsweredFrom> => {
    const { url, elsewhere, sink, signal } = sending;
    if (elsewhere === undefined || redirectInside(apiUrl, sending, response) !== undefined)
      return { response };
    const { headers } = elsewhere;
    const away = { headers, token: tokenOf(sending), sink, timeoutMs, maxBytes: maxJsonBytes, signal };
    const answered = await followElsewhere(transport, { url, response }, away);
    // A page of GitLab itself, such as the sign-in page, is not another server.
    return answered.elsewhere === apiUrl.host ? { response: answered.response } : answered;
  };

  const send = async (sending: Sending): Promise<Reply<UnreadAnswer>> => {
    const answered = await exchanged(() => exchange(sending));
    if (answered.kind === 'fault') return answered;
    const { response, elsewhere } = answered.value;
    const { status, headers, body } = response;
    const details = readServerHints({ status, headers, localTimeMs: clock.epochMs() });
    const hints = response.endUntold === true ? { ...details, endUntold: response.endUntold } : details;
    const call = sending.elsewhere === undefined ? undefined : 'artifact';
    return isSuccess(response)
      ? { kind: 'ok', value: { response, hints }, hints }
      : { kind: 'refused', refusal: readRefusal({ status, headers, body, hints, elsewhere, call }) };
  };

  return {
    send,
    run: async (call) => {
      const reply = await send(call);
      if (reply.kind !== 'ok') return { reply, headers: {} };
      const read = call.read(await load());
      const answer = { ...reply.value, read, method: call.method, quoting: call.quoting };
      return { reply: readSuccess(answer), headers: reply.value.response.headers };
    },
  };
}

/**
 * The caller that awaits the promise sees a failed import. The empty handler keeps it from being unhandled if
 * the request fails first.
 */
function loadSchemas(): Promise<Schemas> {
  const loading = import('./schemas/schemas.js');
  loading.catch(() => undefined);
  return loading;
}

/** The target of a redirect if it is another URL below the API root. */
function redirectInside(
  apiUrl: URL,
  sending: Pick<Sending, 'url' | 'headers'>,
  { status, headers, leadsNowhere }: HttpResponse,
): URL | undefined {
  if (leadsNowhere === true) return undefined;
  const { url: from } = sending;
  const location = headers.location ?? '';
  if (![301, 302, 303, 307, 308].includes(status) || !isUrl(location, from.href)) return undefined;
  const target = new URL(location, from);
  const inside = target.origin === apiUrl.origin && target.pathname.startsWith(apiUrl.pathname);
  const plain = target.username === '' && target.password === '' && target.href !== from.href;
  return inside && plain && !holdsToken(target, tokenOf(sending)) ? target : undefined;
}

function tokenOf({ headers }: Pick<Sending, 'headers'>): string | undefined {
  return headers['private-token'];
}

function readSuccess<T>(
  answer: UnreadAnswer &
    Pick<GitLabApiCall<T>, 'method' | 'quoting'> & { readonly read: (body: unknown) => Reading<T> },
): Reply<T> {
  const { response, hints, read, method, quoting } = answer;
  const body = readJsonBody(response, quoting);
  if (body.kind === 'not_json') return unreadableReply(answer, body.why);
  const strange = strangeSuccess(method, response);
  if (strange !== undefined) {
    const { status } = response;
    return { kind: 'unreadable', status, why: strange, claimedId: claimedIdIn(body.value), hints };
  }
  const reading = read(body.value);
  if (reading.kind === 'ok') return { kind: 'ok', value: reading.value, hints };
  if (reading.tooOld === true) {
    return { kind: 'unreadable', status: response.status, why: reading.why, tooOld: true, hints };
  }
  return unreadableReply(answer, `the body is not what GitLab sends (${reading.why})`);
}

/** The `id` of a body that is not GitLab's. */
function claimedIdIn(value: unknown): number | undefined {
  const id = isObject(value) ? value.id : undefined;
  return Number.isSafeInteger(id) ? Number(id) : undefined;
}

/**
 * A text that no other request has, of this run or of another, so that no cache on the way has its response.
 */
export function freshText(about: string | number, { epochMs }: Pick<Clock, 'epochMs'>): string {
  return `${about}.${Math.round(epochMs())}`;
}

/** Makes the URL unique for caches that ignore headers, and adds a header for those that read them. */
export function freshly(
  { url, headers }: Pick<GitLabApiCall<unknown>, 'url' | 'headers'>,
  fresh: string | undefined,
): Pick<GitLabApiCall<unknown>, 'url' | 'headers'> {
  if (fresh === undefined) return { url, headers };
  const own = new URL(url);
  own.searchParams.set('gitlab_trigger_fresh', fresh);
  return { url: own, headers: { ...headers, 'cache-control': 'no-cache' } };
}

/** The reply for a success status with a body that is not GitLab's. */
export function unreadableReply({ response, hints }: UnreadAnswer, why: string): Reply<never> {
  return { kind: 'unreadable', status: response.status, why, hints };
}
