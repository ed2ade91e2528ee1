import { isUrl } from '../base/address.js';
import { cleanIndentedLine, cleanLine } from '../base/text.js';

/**
 * What has a meaning in Markdown or HTML, written so that it has none. An at sign and a dollar become
 * elements of their own, because hosts look for mentions, mail addresses and formulas in the text that comes
 * out, where an entity is already the character.
 */
const harmless: ReadonlyMap<string, string> = new Map([
  ['@', '<span>@</span>'],
  ['$', '<span>$</span>'],
  ...Array.from('&<>"\'`*_~[](){}#+!|\\:^=').map((character): [string, string] => [
    character,
    `&#${character.charCodeAt(0)};`,
  ]),
]);

/**
 * Foreign text for the middle of a Markdown line or a table cell: shown as it is, on one line, at most
 * `maxCharacters` long.
 */
export function plainText(text: string, maxCharacters = 200): string {
  return (
    cleanLine(text, maxCharacters)
      .replace(/[@$&<>"'`*_~[\](){}#+!|\\:^=]/g, (character) => harmless.get(character) ?? '')
      // GitHub makes a link of it.
      .replace(/www\./gi, (match) => `${match.slice(0, -1)}&#46;`)
  );
}

/** The same as code: hosts do not look for mentions, references or emoji in there. Never empty. */
export function codeText(text: string, maxCharacters = 200): string {
  return `<code>${plainText(text, maxCharacters) || '(empty)'}</code>`;
}

/** A Markdown link; only the label when the address is not one of the web. `label` is Markdown already. */
export function linkTo(label: string, url: string): string {
  const safe = safeUrl(url);
  return safe === undefined ? label : `[${label}](${safe})`;
}

/**
 * An address that can stand in Markdown and HTML; `undefined` unless it is http(s), without a user, and at
 * most 2,000 characters long.
 */
export function safeUrl(url: string): string | undefined {
  if (url.length > 2000 || !isUrl(url)) return undefined;
  const { protocol, username, password, host, origin, href } = new URL(url);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '') return undefined;
  if (!/^[A-Za-z0-9.:[\]_-]+$/.test(host)) return undefined;
  const shown = asWritten(origin, url);
  if (shown === undefined) return undefined;
  const rest = href
    .slice(origin.length)
    .replace(/[^A-Za-z0-9\-._~:/?#@&+,=%]/g, (character) => encodeURIComponent(character))
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('&', '&amp;');
  return shown + rest;
}

/**
 * The letters of a host are the same in capitals and small ones, and so is what it has in percent signs.
 * Whoever looks for secrets knows them as they were written, so the capitals stay, and what was written in
 * another way is not shown.
 */
function asWritten(origin: string, url: string): string | undefined {
  const written = url.trimStart().slice(0, origin.length);
  if (written.toLowerCase() === origin.toLowerCase()) return written;
  const [, host = ''] = /^\s*[a-z]+:[/\\\s]*([^/\\?#]*)/i.exec(url) ?? [];
  return host.includes('%') ? undefined : origin;
}

/**
 * One line of a job's log as a terminal would leave it: what a carriage return overwrote is gone, so are
 * colors; indentation stays.
 */
export function logLine(line: string, maxCharacters = 1000): string {
  const shown = line
    .split(/[\r\n]/)
    .filter((part) => part !== '')
    .at(-1);
  return cleanIndentedLine(shown ?? '', maxCharacters);
}

/** Text inside `<pre>`: nothing in it can end the element. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A row of a table; the cells are Markdown already, without line ends and bare pipes. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
