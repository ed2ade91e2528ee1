import { assertNever } from '../base/assert-never.js';
import { Secret } from '../base/secret.js';
import { tokensIn } from '../base/token-kind.js';
import type { InputSource } from './input-source.js';
import type { InputTable, SecretPart } from './input-table.js';
import { isHeaderName } from './request-headers.js';
import { triggerTable } from './trigger-inputs.js';

/** Masking a shorter text (a header can be `X-Env: 1`) would hide nothing and tear holes into everything else that is shown. */
const minMaskedCharacters = 4;

/** A name without a password is only a secret when it is a token; `git` or `oauth2` are not, and would hide half of the log. */
const minSecretUserCharacters = 8;

/**
 * Every secret that the inputs hold, as given and trimmed, before anything is checked: so that it can be masked before the first line is
 * printed, also when the inputs are broken. Texts in the wrong place count when they have the shape of a token.
 */
export function secretTexts(source: InputSource, table: InputTable = triggerTable): readonly Secret[] {
  const texts = Object.entries(table).flatMap(([name, row]) => {
    const given = source.read(name) ?? '';
    return [...textsOf(row.secret, given), ...tokensIn(given)];
  });
  const kept = texts.filter((text) => text.trim() !== '');
  return Array.from(new Set(kept.flatMap((text) => [text, text.trim()])), (text) => new Secret(text));
}

function textsOf(part: SecretPart, given: string): readonly string[] {
  switch (part) {
    case 'none':
      return [];
    case 'all':
      return [given];
    case 'header_values':
      return given.split(/\r?\n/).flatMap(headerSecrets);
    case 'url_credentials':
      return urlSecrets(given.trim());
    default:
      return assertNever(part);
  }
}

/** A line that is no header is masked as a whole: nobody can tell which part of it is the secret. */
function headerSecrets(line: string): readonly string[] {
  const colon = line.indexOf(':');
  const value = line.slice(colon + 1);
  const credential = value.replace(/^\s*(?:Bearer|Basic|Token)\s+/i, '');
  const wholeLine = colon < 0 || !isHeaderName(line.slice(0, colon).trim()) ? [line] : [];
  return [...wholeLine, value, credential].filter((text) => text.trim().length >= minMaskedCharacters);
}

/** What of an address is secret: the password, a name that can be nothing else, the values of its query. */
export function urlSecrets(text: string): readonly string[] {
  const [, user = '', password = ''] =
    /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^:/?#@]*)(?::(.*))?@/is.exec(text) ?? [];
  const queryValues = Array.from(text.matchAll(/[?&#][^=&#?]*=([^&#]*)/g), ([, value = '']) => value);
  return [
    ...(password === '' && user.length >= minSecretUserCharacters ? [user] : []),
    ...[password, ...queryValues].filter((secret) => secret.length >= minMaskedCharacters),
  ].flatMap((secret) => [secret, decoded(secret)]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
