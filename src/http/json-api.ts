import { cleanLine } from '../base/text.js';
import { readAnswerBody } from './response-body.js';
import { type HttpRequest, type HttpResponse, type Transport, TransportFault } from './transport.js';

/**
 * Sends a request to the API at `apiUrl`.
 * @throws {TypeError} when the request would leave that origin, because the token goes with it; and as the
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

/** What an exchange brought, or the fault that ended it. */
export type Exchanged<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'fault'; readonly fault: TransportFault };

/** @throws anything but a `TransportFault` that the exchange throws. */
export async function exchanged<T>(exchange: () => Promise<T>): Promise<Exchanged<T>> {
  try {
    return { kind: 'answered', value: await exchange() };
  } catch (error) {
    if (error instanceof TransportFault) return { kind: 'fault', fault: error };
    throw error;
  }
}

/** Whether a status says that the call was done. */
export function isSuccess({ status }: Pick<HttpResponse, 'status'>): boolean {
  return status >= 200 && status <= 299;
}

/** The value of a JSON body, or what the body is instead. */
export type JsonBody =
  { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'not_json'; readonly why: string };

/**
 * Reads the body of an answer as JSON. Of anything else, `why` says what it is, with its first words; without
 * them when `quoting` is `never`, because it may hold a secret that nobody has masked yet.
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

/** What is wrong with a body that is a web page. */
export function describePage(texts: readonly string[]): string {
  return `the body is a web page${quoted(texts)}`;
}

function quoted([first]: readonly string[]): string {
  return first === undefined ? '' : `: ${cleanLine(first, 120)}`;
}
