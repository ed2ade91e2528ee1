import { isUrl } from '../base/address.js';
import type { BodySink, HttpResponse, Transport } from '../http/transport.js';

/** A request that may be redirected to a server other than GitLab. */
export interface LedAway {
  /** The headers that another server may see: never a credential or a header of the user. */
  readonly headers: Readonly<Record<string, string>>;
  /** The token sent to GitLab, which GitLab may have put into a URL. */
  readonly token: string | undefined;
  readonly sink: BodySink | undefined;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/**
 * A response and the server that gave it if that was not GitLab, or the redirect target that is not followed.
 */
export interface AnsweredFrom {
  readonly response: HttpResponse;
  /** `host:port`. */
  readonly elsewhere?: string | undefined;
}

/** GitLab redirects to its storage, or to a CDN that redirects to the storage. */
const mostHops = 3;

/**
 * Follows redirects to where GitLab stores its files, with `headers` only. A redirect that goes from https to
 * plain http, contains a password or the token, or exceeds the limit is returned unfollowed.
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

/** Whether the URL contains the token. Proxies and servers write URLs to their logs. */
export function holdsToken({ href }: URL, token: string | undefined): boolean {
  if (token === undefined) return false;
  const unescaped = href.replace(/%[2-7][\da-f]/gi, (escape) =>
    String.fromCharCode(parseInt(escape.slice(1), 16)),
  );
  return unescaped.includes(token) || href.includes(token);
}
