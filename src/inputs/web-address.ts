/** Why a text cannot be a plain web address, to follow "is …,": something in it that none has, or no host. `undefined` when nothing shows. */
export function faultOfAddress(text: string): string | undefined {
  const odd = /[^\p{L}\p{M}\p{N}._~:/[\]%+-]/u.exec(text)?.[0];
  if (odd !== undefined) return `with ${nameOf(odd)} in it`;
  const scheme = /^https?(?=:|\/)/i.exec(text)?.[0];
  const rest = text.slice(scheme?.length ?? 0);
  if (scheme !== undefined && !/^:\/\/(?!\/)/.test(rest)) return `without "://" and a host behind ${scheme}`;
  if (/^:?\/\//.test(text)) return 'without a scheme in front of //';
  if (text.startsWith('/')) return 'without a host in front of the path';
  if (/^:\/\/https?(?::|\/|$)/i.test(rest)) return 'with two schemes';
  return undefined;
}

/** Why a host is none, to follow "is …,". `text` is the address as it was written. */
export function faultOfHost(url: URL, text: string): string | undefined {
  const { hostname } = url;
  if (hostname.startsWith('[')) return undefined;
  if (/^(?:null|undefined|true|false|object|array)$/i.test(hostname)) return 'which is no host';
  // A number, and many a text of digits and dots, would become an address of a network.
  const written = text.replace(/^https?:\/\//i, '').replace(/[:/].*$/s, '');
  if (/^\d+(?:\.\d+){3}$/.test(hostname) && written !== hostname) return 'which is a number, and no host';
  const labels = hostname.replace(/\.$/, '').split('.');
  return labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/.test(label))
    ? undefined
    : 'with a part of the host that no name has';
}

const names: Readonly<Record<string, string>> = {
  '"': 'a double quote (")',
  "'": "a single quote (')",
  '`': 'a backtick (`)',
  ',': 'a comma (,)',
  ';': 'a semicolon (;)',
};

/** A character that one can see by itself, any other by its number. */
function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  if (/[\u0021-\u007e]/.test(character)) return names[character] ?? `the character ${character}`;
  return /[\p{P}\p{S}]/u.test(character)
    ? `the character ${character} (U+${code})`
    : `the character U+${code}`;
}
