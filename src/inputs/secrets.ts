import { isUrl } from '../base/address.js';
import { assertNever } from '../base/assert-never.js';
import { Secret, type SecretKind } from '../base/secret.js';
import { tokensIn, withoutEnd } from '../base/text.js';
import type { InputSource } from '../model/requests.js';
import type { InputTable, SecretPart } from './table.js';
import { isHeaderName } from './tokens-and-headers.js';

/** Words that identify nothing: as a mask, they would mangle every URL and every output. */
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

/** Headers that describe the route and the format of a request. */
const ordinaryHeaders =
  /^(?:accept(?:-[a-z-]+)?|user-agent|host|x-(?:forwarded|original)-(?:proto|protocol|scheme|host|port|ssl|for|prefix|server|uri|path)|x-real-ip|forwarded|via|origin|content-[a-z-]+|cache-control|pragma|dnt|date|connection|upgrade-insecure-requests)$/i;

const mediaType = /^(?:application|audio|font|image|message|model|multipart|text|video)\/[\w.+*-]+$/i;

/** A longer number may well be a secret code. */
const plainNumber = /^[+-]?\d{1,12}(?:\.\d{1,6})?$/;

/** Keys are long and alternate between letters and digits, unlike names and versions. */
export function isKeyLike(value: string): boolean {
  const runs = value.match(/[A-Za-z0-9_+=-]{16,}/g) ?? [];
  return runs.some((run) => (run.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g) ?? []).length >= 3);
}

/** Whether a header with this name contains no secret. A value that looks like a key always counts as one. */
export function isOrdinaryHeader(name: string, value: string): boolean {
  return ordinaryHeaders.test(name.trim()) && !isKeyLike(value);
}

/**
 * Words of inputs that every log shows: the GitLab URL, the project, the ref. Never a user, a password or a
 * query.
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

/** Whether a text, with all its words, is certainly no secret. */
export function isPlain(text: string, known: ReadonlySet<string>): boolean {
  const whole = withoutEnd(text.trim().toLowerCase(), '/');
  if (known.has(whole) || mediaType.test(whole)) return true;
  const words = whole.split(/[\s,;:/="'()[\]<>?&]+/).filter((word) => word !== '');
  return words.every((word) => commonWords.has(word) || known.has(word) || plainNumber.test(word));
}

/** Masking a shorter text (a header can be `X-Env: 1`) would hide nothing and mangle all other text. */
const minMaskedCharacters = 4;

/**
 * A user name without a password is a secret only if it is a token. `git` or `oauth2` are not, and masking
 * them would hide half of the log.
 */
const minSecretUserCharacters = 8;

/** A secret, and the name of the place where it was given: `request_headers (X-Gate)`. */
export interface NamedSecret {
  readonly secret: Secret;
  readonly origin: string;
  readonly kind: SecretKind;
}

/** A secret part of an input; `within` names the part. */
interface Piece {
  readonly text: string;
  readonly within?: string | undefined;
  readonly kind: SecretKind;
}

/**
 * All secrets in the inputs, as given and trimmed, before validation: so they are masked before the first
 * line is printed, even if inputs are invalid. A text in the wrong input counts if it looks like a token. A
 * text that is certainly no secret (a scheme, a number, a word of the URL, of the project or of the ref) does
 * not count, not even in a header, because masking it would hide it in every link.
 */
export function namedSecrets(source: InputSource, table: InputTable): readonly NamedSecret[] {
  return namedTexts(source, table).map(({ text, ...rest }) => ({ secret: new Secret(text), ...rest }));
}

/** The same as texts, to compare other inputs with. */
export function namedTexts(
  source: InputSource,
  table: InputTable,
): readonly (Omit<NamedSecret, 'secret'> & { readonly text: string })[] {
  const known = openWords(['gitlab_url', 'project_id', 'ref'].map((name) => source.read(name) ?? ''));
  const found = new Map<string, Omit<NamedSecret, 'secret'>>();
  for (const [name, row] of Object.entries(table)) {
    const given = source.read(name) ?? '';
    const pieces = [
      ...piecesOf(row.secret, given, known),
      ...tokensIn(given).map((text): Piece => ({ text, kind: 'token' })),
    ];
    for (const { text, within, kind } of pieces) {
      if (text.trim() === '') continue;
      const origin = within === undefined ? name : `${name} (${within})`;
      for (const each of [text, text.trim()]) {
        const before = found.get(each);
        // Inside of something else, a token is one all the same.
        if (before === undefined) found.set(each, { origin, kind });
        else if (kind === 'token') found.set(each, { ...before, kind });
      }
    }
  }
  return Array.from(found, ([text, of]) => ({ text, ...of }));
}

function piecesOf(part: SecretPart, given: string, known: ReadonlySet<string>): readonly Piece[] {
  switch (part) {
    case 'none':
      return [];
    case 'all':
      return [{ text: given, kind: 'token' }];
    case 'header_values':
      return given.split(/\r?\n/).flatMap((line) => headerSecrets(line, known));
    case 'url_credentials':
      return urlSecrets(given.trim(), known).map((text) => ({ text, kind: 'other' }));
    default:
      return assertNever(part);
  }
}

/** A line that is no header is masked as a whole, because any part of it may be the secret. */
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
    .map((text) => ({ text, within: isHeader ? name : undefined, kind: 'other' }));
}

/** A shorter part of a longer value is no key. */
const minInnerCharacters = 8;

/** Parts of a value that other programs print separately: the password in `Basic`, the value of a cookie. */
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
 * The secret parts of a URL: the password, a user name that can only be a token, and query values that are
 * not `known` words.
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

/** The proxy passwords in an environment: as given, decoded, and as sent to the proxy. */
export function proxySecrets(environment: Readonly<Record<string, string | undefined>>): readonly Secret[] {
  const texts = variables.flatMap((name) => {
    const address = (environment[name] ?? '').trim();
    const secrets = urlSecrets(address);
    return secrets.length === 0 ? [] : [...secrets, ...credentialsOf(address)];
  });
  return Array.from(new Set(texts), (text) => new Secret(text));
}

/** The text after `Proxy-Authorization: Basic`. */
function credentialsOf(address: string): readonly string[] {
  const url = isUrl(address) ? new URL(address) : undefined;
  if (url === undefined || url.password === '') return [];
  try {
    const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    return [Buffer.from(credentials).toString('base64')];
  } catch {
    // An invalid escape; the proxy is rejected for it.
    return [];
  }
}
