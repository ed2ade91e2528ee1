import { isUrl } from '../base/address.js';
import type { BodySink, HttpResponse, Transport } from '../http/transport.js';

/** A request that a redirect may lead away from GitLab. */
export interface LedAway {
  /** What may be known elsewhere: never a credential, nor a header of the user. */
  readonly headers: Readonly<Record<string, string>>;
  /** What was sent to GitLab, which it may have put into an address. */
  readonly token: string | undefined;
  readonly sink: BodySink | undefined;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** An answer, and who gave it where that was not GitLab; or whom GitLab names where we do not go. */
export interface AnsweredFrom {
  readonly response: HttpResponse;
  /** `host:port`. */
  readonly elsewhere?: string | undefined;
}

/** GitLab sends to its storage, or to a delivery network that sends to the storage. */
const mostHops = 3;

/**
 * Follows redirects to where GitLab keeps its files, with `headers` and nothing else. One that leads from
 * https to plain http, carries a password or the token, or is one too many is given back as it is.
 * @throws {TransportFault} as the transport.
 */
export async function followElsewhere(
  transport: Pick<Transport, 'send'>,
  start: { readonly url: URL; readonly response: HttpResponse },
  { token, ...request }: LedAway,
): Promise<AnsweredFrom> {
  let { url, response } = start;
  let elsewhere: string | undefined;
  for (let hop = 0; hop <= mostHops; hop += 1) {
    const target = redirectTarget(url, response);
    if (target === undefined) break;
    elsewhere = target.host;
    if (hop === mostHops || !mayFollow(url, target) || holdsToken(target, token)) break;
    response = await transport.send({ ...request, method: 'GET', url: target });
    url = target;
  }
  return { response, elsewhere };
}

function redirectTarget(from: URL, { status, headers, leadsNowhere }: HttpResponse): URL | undefined {
  if (leadsNowhere === true) return undefined;
  const location = headers.location ?? '';
  const isRedirect = [301, 302, 303, 307, 308].includes(status) && isUrl(location, from.href);
  return isRedirect ? new URL(location, from) : undefined;
}

function mayFollow(from: URL, target: URL): boolean {
  const isPlain = target.username === '' && target.password === '';
  return (
    isPlain && (target.protocol === 'https:' || (target.protocol === 'http:' && from.protocol === 'http:'))
  );
}

/** Whether a token would be sent in an address, which proxies and servers write down. */
export function holdsToken({ href }: URL, token: string | undefined): boolean {
  if (token === undefined) return false;
  const unescaped = href.replace(/%[2-7][\da-f]/gi, (escape) =>
    String.fromCharCode(parseInt(escape.slice(1), 16)),
  );
  return unescaped.includes(token) || href.includes(token);
}
