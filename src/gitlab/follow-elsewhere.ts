import type { BodySink, HttpResponse, Transport } from '../http/transport.js';

/** A request that a redirect may lead away from GitLab. */
export interface LedAway {
  /** What may be known elsewhere: never a credential, nor a header of the user. */
  readonly headers: Readonly<Record<string, string>>;
  readonly sink: BodySink | undefined;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** GitLab sends to its storage, or to a delivery network that sends to the storage. */
const mostHops = 3;

/**
 * Follows redirects to where GitLab keeps its files, with `headers` and nothing else. One that leads from https to plain http, carries
 * a password, or is one too many is given back as it is.
 * @throws {TransportFault} as the transport.
 */
export async function followElsewhere(
  transport: Pick<Transport, 'send'>,
  start: { readonly url: URL; readonly response: HttpResponse },
  request: LedAway,
): Promise<HttpResponse> {
  let { url, response } = start;
  for (let hop = 0; hop < mostHops; hop += 1) {
    const target = targetOf(url, response);
    if (target === undefined) return response;
    response = await transport.send({ ...request, method: 'GET', url: target });
    url = target;
  }
  return response;
}

function targetOf(from: URL, { status, headers }: HttpResponse): URL | undefined {
  const location = headers.location ?? '';
  if (![301, 302, 303, 307, 308].includes(status) || !URL.canParse(location, from.href)) return undefined;
  const target = new URL(location, from);
  const isPlain = target.username === '' && target.password === '';
  const isNoWorse =
    target.protocol === 'https:' || (target.protocol === 'http:' && from.protocol === 'http:');
  return isPlain && isNoWorse ? target : undefined;
}
