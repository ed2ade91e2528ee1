import { isUrl } from '../base/is-url.js';
import { bypassesProxy, type Environment } from './proxy-bypass.js';

/** A proxy setting that the HTTP client would pass over, or take for something else. */
export interface ProxyProblem {
  /** The name of the variable; its value may hold a password and is never repeated. */
  readonly variable: string;
  readonly why: string;
  readonly cure: string;
}

const cure =
  'Write it as http://host:port (or http://user:password@host:port with special characters percent-encoded), or unset it.';

/**
 * Tells when the proxy variable that applies to `url` would not do what it says: @actions/http-client 4.0.1 connects directly, without a
 * word, when the scheme is missing (`host:3128`) or a percent-escape of the password is broken, and takes every other scheme
 * (`socks5://`) for HTTP. Gives `undefined` when no proxy applies or the setting is fine.
 */
export function proxyProblem(env: Environment, url: URL): ProxyProblem | undefined {
  if (bypassesProxy(env, url)) return undefined;
  const names = url.protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY'];
  const variable = names.find((name) => (env[name] ?? '') !== '');
  const value = variable === undefined ? undefined : env[variable];
  if (variable === undefined || value === undefined) return undefined;
  const why = reasonAgainst(value);
  return why === undefined ? undefined : { variable, why, cure };
}

function reasonAgainst(value: string): string | undefined {
  const written = isUrl(value) ? value : `http://${value}`;
  if (!isUrl(written) || (written !== value && /^https?:/i.test(value))) return 'it is not a valid URL';
  const proxy = new URL(written);
  if (proxy.hostname === '') return 'it has no http:// or https:// in front, so it would be ignored';
  if (proxy.protocol !== 'http:' && proxy.protocol !== 'https:') {
    return `proxies of the kind ${proxy.protocol}// are not supported`;
  }
  return canDecode(proxy.username) && canDecode(proxy.password)
    ? undefined
    : 'its user name or password has a broken percent-escape, so it would be ignored';
}

function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
