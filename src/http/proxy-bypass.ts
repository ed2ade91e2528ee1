import { BlockList, isIP } from 'node:net';

import { globMatcher } from '../base/glob.js';

/** Variables of an environment, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether `no_proxy` says that `url` is reached directly. Loopback always is; else the list, with commas or blanks between, has hosts (and all below them), endings (`.corp.example`,
 * `*.corp.example`), each with a port or without, address ranges (`10.0.0.0/8`), and `*` for all. The HTTP client alone knows hosts, endings with a dot and `*`, passes
 * over the other forms without a word, and so sends what was meant to stay inside through the proxy.
 */
export function bypassesProxy(env: Environment, url: URL): boolean {
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
  const [address = '', bits = '', ...more] = item.split('/');
  const family = isIP(address);
  const given = host.startsWith('[') ? host.slice(1, -1) : host;
  if (family === 0 || isIP(given) === 0 || more.length > 0 || !/^\d{1,3}$/.test(bits)) return false;
  if (Number(bits) > (family === 4 ? 32 : 128)) return false;
  const range = new BlockList();
  range.addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
  return range.check(given, isIP(given) === 4 ? 'ipv4' : 'ipv6');
}
