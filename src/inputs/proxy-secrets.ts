import { isUrl } from '../base/is-url.js';
import { Secret } from '../base/secret.js';
import { urlSecrets } from './secret-texts.js';

const variables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];

/** The passwords of the proxies that an environment names: as written, decoded, and as a proxy is told them. */
export function proxySecrets(environment: Readonly<Record<string, string | undefined>>): readonly Secret[] {
  const texts = variables.flatMap((name) => {
    const address = (environment[name] ?? '').trim();
    const secrets = urlSecrets(address);
    return secrets.length === 0 ? [] : [...secrets, ...credentialsOf(address)];
  });
  return Array.from(new Set(texts), (text) => new Secret(text));
}

/** What stands behind `Proxy-Authorization: Basic`. */
function credentialsOf(address: string): readonly string[] {
  const url = isUrl(address) ? new URL(address) : undefined;
  if (url === undefined || url.password === '') return [];
  try {
    const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    return [Buffer.from(credentials).toString('base64')];
  } catch {
    // A broken escape: the proxy is refused for it.
    return [];
  }
}
