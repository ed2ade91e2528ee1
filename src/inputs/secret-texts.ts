import { assertNever } from '../base/assert-never.js';
import { Secret } from '../base/secret.js';
import { tokensIn } from '../base/token-kind.js';
import type { InputSource } from './input-source.js';
import type { InputTable, SecretPart } from './input-table.js';
import { isOrdinaryHeader, isPlain, openWords } from './plain-words.js';
import { isHeaderName } from './request-headers.js';

/** Masking a shorter text (a header can be `X-Env: 1`) would hide nothing and tear holes into everything else that is shown. */
const minMaskedCharacters = 4;

/** A name without a password is only a secret when it is a token; `git` or `oauth2` are not, and would hide half of the log. */
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
 * Every secret that the inputs hold, as given and trimmed, before anything is checked: so that it can be masked before the first line is
 * printed, also when the inputs are broken. Texts in the wrong place count when they have the shape of a token. What plainly is no secret (a scheme, a number, a
 * word of the address, of the project or of the ref) is none, also in a header: it would be hidden in every link.
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

/** What a value has in it that others would print by itself: the password in `Basic`, the value of a cookie. */
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

/** What of an address is secret: the password, a name that can be nothing else, the values of its query that are not `known` words. */
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
