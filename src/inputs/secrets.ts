import { isUrl } from '../base/address.js';
import { assertNever } from '../base/assert-never.js';
import { Secret } from '../base/secret.js';
import { tokensIn, withoutEnd } from '../base/text.js';
import type { InputSource } from '../model/requests.js';
import type { InputTable, SecretPart } from './table.js';
import { isHeaderName } from './tokens-and-headers.js';

/**
 * Words that say nothing about anybody: as a mask, they would tear holes into every address and every output.
 */
const commonWords: ReadonlySet<string> = new Set([
  ...['http', 'https', 'ws', 'wss', 'ssh', 'git', 'localhost'],
  ...[
    'true',
    'false',
    'yes',
    'no',
    'on',
    'off',
    'null',
    'none',
    'enabled',
    'disabled',
    'keep-alive',
    'close',
  ],
  ...['gzip', 'br', 'deflate', 'identity', 'no-cache', 'no-store', 'utf-8', 'charset'],
]);

/** Headers that say how a request travels and what is spoken. */
const ordinaryHeaders =
  /^(?:accept(?:-[a-z-]+)?|user-agent|host|x-(?:forwarded|original)-(?:proto|protocol|scheme|host|port|ssl|for|prefix|server|uri|path)|x-real-ip|forwarded|via|origin|content-[a-z-]+|cache-control|pragma|dnt|date|connection|upgrade-insecure-requests)$/i;

const mediaType = /^(?:application|audio|font|image|message|model|multipart|text|video)\/[\w.+*-]+$/i;

/** A longer number may well be a code that somebody has to know. */
const plainNumber = /^[+-]?\d{1,12}(?:\.\d{1,6})?$/;

/** Keys are long, and change between letters and digits where names and versions do not. */
function isKeyLike(value: string): boolean {
  const runs = value.match(/[A-Za-z0-9_+=-]{16,}/g) ?? [];
  return runs.some((run) => (run.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g) ?? []).length >= 3);
}

/** Whether a header of this name holds nothing secret, unless somebody has put a key there. */
export function isOrdinaryHeader(name: string, value: string): boolean {
  return ordinaryHeaders.test(name.trim()) && !isKeyLike(value);
}

/**
 * Words of inputs that stand in every log anyway: where GitLab is, the project, the ref. Never a user, a
 * password or a query.
 */
export function openWords(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap((text) => {
      const open = text
        .trim()
        .toLowerCase()
        .replace(/[?#].*$/s, '')
        .replace(/^((?:[a-z][a-z0-9+.-]*:\/\/)?).*@/s, '$1');
      return [open, ...open.split(/[/:]+/), ...open.split(/[^a-z0-9]+/)].filter((word) => word !== '');
    }),
  );
}

/** Whether a text is plainly no secret, nor any word of it. */
export function isPlain(text: string, known: ReadonlySet<string>): boolean {
  const whole = withoutEnd(text.trim().toLowerCase(), '/');
  if (known.has(whole) || mediaType.test(whole)) return true;
  const words = whole.split(/[\s,;:/="'()[\]<>?&]+/).filter((word) => word !== '');
  return words.every((word) => commonWords.has(word) || known.has(word) || plainNumber.test(word));
}

/**
 * Masking a shorter text (a header can be `X-Env: 1`) would hide nothing and tear holes into everything else
 * that is shown.
 */
const minMaskedCharacters = 4;

/**
 * A name without a password is only a secret when it is a token; `git` or `oauth2` are not, and would hide
 * half of the log.
 */
const minSecretUserCharacters = 8;

/** A secret, and what to call the place where it was given: `request_headers (X-Gate)`. */
export interface NamedSecret {
  readonly secret: Secret;
  readonly origin: string;
}

/** What was found in an input; `within` is the part of it. */
interface Piece {
  readonly text: string;
  readonly within?: string | undefined;
}

/**
 * Every secret that the inputs hold, as given and trimmed, before anything is checked: so that it can be
 * masked before the first line is printed, also when the inputs are broken. Texts in the wrong place count
 * when they have the shape of a token. What plainly is no secret (a scheme, a number, a word of the address,
 * of the project or of the ref) is none, also in a header: it would be hidden in every link.
 */
export function namedSecrets(source: InputSource, table: InputTable): readonly NamedSecret[] {
  const known = openWords(['gitlab_url', 'project_id', 'ref'].map((name) => source.read(name) ?? ''));
  const found = new Map<string, NamedSecret>();
  for (const [name, row] of Object.entries(table)) {
    const given = source.read(name) ?? '';
    const pieces = [
      ...piecesOf(row.secret, given, known),
      ...tokensIn(given).map((text): Piece => ({ text })),
    ];
    for (const { text, within } of pieces) {
      if (text.trim() === '') continue;
      const origin = within === undefined ? name : `${name} (${within})`;
      for (const each of [text, text.trim()]) {
        if (!found.has(each)) found.set(each, { secret: new Secret(each), origin });
      }
    }
  }
  return [...found.values()];
}

/** The same without their places. */
export function secretTexts(source: InputSource, table: InputTable): readonly Secret[] {
  return namedSecrets(source, table).map(({ secret }) => secret);
}

function piecesOf(part: SecretPart, given: string, known: ReadonlySet<string>): readonly Piece[] {
  switch (part) {
    case 'none':
      return [];
    case 'all':
      return [{ text: given }];
    case 'header_values':
      return given.split(/\r?\n/).flatMap((line) => headerSecrets(line, known));
    case 'url_credentials':
      return urlSecrets(given.trim(), known).map((text) => ({ text }));
    default:
      return assertNever(part);
  }
}

/** A line that is no header is masked as a whole: nobody can tell which part of it is the secret. */
function headerSecrets(line: string, known: ReadonlySet<string>): readonly Piece[] {
  const colon = line.indexOf(':');
  const name = line.slice(0, colon).trim();
  const value = line.slice(colon + 1);
  const isHeader = colon >= 0 && isHeaderName(name);
  if (isHeader && isOrdinaryHeader(name, value)) return [];
  const credential = value.replace(/^\s*(?:Bearer|Basic|Token)\s+/i, '');
  const texts = [...(isHeader ? [] : [line]), value, credential, ...innerSecrets(value)];
  return texts
    .filter((text) => text.trim().length >= minMaskedCharacters && !isPlain(text, known))
    .map((text) => ({ text, within: isHeader ? name : undefined }));
}

/** A shorter part of a longer value is no key. */
const minInnerCharacters = 8;

/**
 * What a value has in it that others would print by itself: the password in `Basic`, the value of a cookie.
 */
function innerSecrets(value: string): readonly string[] {
  const [, basic = ''] = /^\s*Basic\s+([\w+/=-]+)\s*$/i.exec(value) ?? [];
  const [, user = '', password = ''] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(basic, 'base64').toString('utf8')) ?? [];
  const pairs = value.split(/[\s;,]/).flatMap((part) => {
    const text = part.slice(part.indexOf('=') + 1);
    return part.includes('=') ? [text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text] : [];
  });
  return [...(user === '' && password === '' ? [] : [`${user}:${password}`, password]), ...pairs].filter(
    (text) => text.length >= minInnerCharacters && !text.includes('\ufffd'),
  );
}

/**
 * What of an address is secret: the password, a name that can be nothing else, the values of its query that
 * are not `known` words.
 */
export function urlSecrets(text: string, known: ReadonlySet<string> = new Set()): readonly string[] {
  const [, user = '', password = ''] =
    /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^:/?#@]*)(?::(.*))?@/is.exec(text) ?? [];
  const queryValues = Array.from(text.matchAll(/[?&#][^=&#?]*=([^&#]*)/g), ([, value = '']) => value);
  return [
    ...(password === '' && user.length >= minSecretUserCharacters ? [user] : []),
    ...[password, ...queryValues.filter((value) => !isPlain(value, known))].filter(
      (secret) => secret.length >= minMaskedCharacters,
    ),
  ].flatMap((secret) => [secret, decoded(secret)]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const variables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];

/**
 * The passwords of the proxies that an environment names: as written, decoded, and as a proxy is told them.
 */
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
