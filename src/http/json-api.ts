import { cleanLine } from '../base/text.js';
import { readAnswerBody } from './response-body.js';
import { type HttpRequest, type HttpResponse, type Transport, TransportFault } from './transport.js';

/**
 * Sends a request to the API at `apiUrl`.
 * @throws {TypeError} when the request would leave that origin, because it carries the token; and as the
 *   transport.
 */
export async function sendWithin(
  transport: Pick<Transport, 'send'>,
  apiUrl: URL,
  request: HttpRequest,
): Promise<HttpResponse> {
  const { origin } = request.url;
  if (origin !== apiUrl.origin) throw new TypeError(`a request to ${origin} was about to be sent`);
  return await transport.send(request);
}

/** The result of an exchange, or the fault that ended it. */
export type Exchanged<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'fault'; readonly fault: TransportFault };

/** @throws every error of the exchange except a `TransportFault`. */
export async function exchanged<T>(exchange: () => Promise<T>): Promise<Exchanged<T>> {
  try {
    return { kind: 'answered', value: await exchange() };
  } catch (error) {
    if (error instanceof TransportFault) return { kind: 'fault', fault: error };
    throw error;
  }
}

/** Whether a status means success. */
export function isSuccess({ status }: Pick<HttpResponse, 'status'>): boolean {
  return status >= 200 && status <= 299;
}

/** The value of a JSON body, or a description of the body. */
export type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'not_json'; readonly why: string };

/**
 * Parses the body of a response as JSON. For other bodies, `why` describes the body with its first words. It
 * omits the words if `quoting` is `never`, because the body may contain a secret that is not masked yet.
 */
export function readJsonBody(
  { headers, body }: Pick<HttpResponse, 'headers' | 'body'>,
  quoting?: 'never',
): JsonBody {
  const content = readAnswerBody(headers['content-type'], body);
  if (content.kind === 'json') return { kind: 'json', value: content.value };
  if (content.kind === 'none') return { kind: 'not_json', why: 'the body is empty' };
  const texts = quoting === 'never' ? [] : content.texts;
  const why = content.kind === 'html' ? describePage(texts) : `the body is not JSON${quoted(texts)}`;
  return { kind: 'not_json', why };
}

/** Describes a body that is a web page. */
export function describePage(texts: readonly string[]): string {
  return `the body is a web page${quoted(texts)}`;
}

function quoted([first]: readonly string[]): string {
  return first === undefined ? '' : `: ${cleanLine(first, 120)}`;
}
