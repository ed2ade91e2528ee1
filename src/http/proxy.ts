import { BlockList, isIP } from 'node:net';

import { isUrl } from '../base/address.js';
import { globMatcher } from '../base/glob.js';

/** Environment variables by name. */
export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

/**
 * Whether `url` is reached without a proxy by `no_proxy`. Loopback always is. The list is separated by commas
 * or blanks. It has hosts (with their subdomains), suffixes (`.corp.example`, `*.corp.example`), each with or
 * without a port, addresses of either family, with or without brackets, ranges of them (`10.0.0.0/8`), and
 * `*` for all. The HTTP client by itself supports only hosts, suffixes with a dot and `*`. It silently
 * ignores the other forms, and would send internal traffic through the proxy.
 */
export function bypassesProxy(env: EnvironmentVariables, url: URL): boolean {
  const host = url.hostname.toLowerCase();
  if (host === 'localhost' || host.startsWith('127.') || host === '[::1]') return true;
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  const list = [env.no_proxy, env.NO_PROXY].find((text) => (text ?? '') !== '') ?? '';
  return list
    .toLowerCase()
    .split(/[\s,]/)
    .filter((item) => item !== '')
    .some((item) => [host, `${host}:${port}`].some((name) => fits(name, item)) || isInRange(host, item));
}

function fits(name: string, item: string): boolean {
  if (item.includes('*')) return globMatcher(item)(name);
  return name === item || name.endsWith(item.startsWith('.') ? item : `.${item}`);
}

function isInRange(host: string, item: string): boolean {
  const [written = '', length, ...more] = item.split('/');
  const address = withoutBrackets(written);
  const family = isIP(address);
  const bits = length ?? (family === 4 ? '32' : '128');
  const given = withoutBrackets(host);
  if (family === 0 || isIP(given) === 0 || more.length > 0 || !/^\d{1,3}$/.test(bits)) return false;
  if (Number(bits) > (family === 4 ? 32 : 128)) return false;
  const range = new BlockList();
  range.addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
  return range.check(given, isIP(given) === 4 ? 'ipv4' : 'ipv6');
}

/** `URL` writes an IPv6 address in brackets; a socket needs it without. */
export function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

/** A proxy setting that the HTTP client would ignore or misread. */
export interface ProxyProblem {
  /** The name of the variable. Its value may contain a password and is never repeated. */
  readonly variable: string;
  readonly why: string;
  readonly hint: string;
}

const hint =
  'Write it as http://host:port (or http://user:password@host:port with special characters percent-encoded), or unset it.';

/**
 * Detects a proxy variable for `url` that would have no effect or a wrong one. @actions/http-client 4.0.1
 * silently connects directly if the scheme is missing (`host:3128`) or a percent-escape of the password is
 * invalid. It treats every other scheme (`socks5://`) as HTTP. Returns `undefined` if no proxy applies or the
 * setting is valid.
 */
export function proxyProblem(env: EnvironmentVariables, url: URL): ProxyProblem | undefined {
  if (bypassesProxy(env, url)) return undefined;
  const names = url.protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY'];
  const variable = names.find((name) => (env[name] ?? '') !== '');
  const value = variable === undefined ? undefined : env[variable];
  if (variable === undefined || value === undefined) return undefined;
  const why = reasonAgainst(value);
  return why === undefined ? undefined : { variable, why, hint };
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

/**
 * The parts of Node that print request headers, the body, or the password of a proxy if NODE_DEBUG names
 * them; some only in some versions.
 */
const telltaleParts = ['http', 'https', 'http2', 'net', 'stream', 'tls'];

/**
 * The parts of Node that NODE_DEBUG makes print what is sent; empty if there are none. Node reads the
 * variable when it starts, so removing it later has no effect. It is a comma-separated list, `*` matches any
 * text, and case does not count.
 */
export function debugsRequests(environment: EnvironmentVariables): readonly string[] {
  const patterns = (environment.NODE_DEBUG ?? '').toLowerCase().split(',').map(globMatcher);
  return telltaleParts.filter((part) => patterns.some((fitsPattern) => fitsPattern(part)));
}
