import { isUrl } from '../base/address.js';
import { cleanIndentedLine, cleanLine } from '../base/text.js';

/**
 * Characters with a meaning in Markdown or HTML, and their replacements without it. An at sign and a dollar
 * sign get an element of their own. Hosts search the rendered text for mentions, mail addresses and formulas,
 * where an entity is already the character.
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
 * Outside text for the middle of a Markdown line or a table cell: shown literally, on one line, at most
 * `maxCharacters` long.
 */
export function plainText(text: string, maxCharacters = 200): string {
  return (
    cleanLine(text, maxCharacters)
      .replace(/[@$&<>"'`*_~[\](){}#+!|\\:^=]/g, (character) => harmless.get(character) ?? '')
      // GitHub would turn it into a link.
      .replace(/www\./gi, (match) => `${match.slice(0, -1)}&#46;`)
  );
}

/** The same as code, where hosts do not search for mentions, references or emoji. Never empty. */
export function codeText(text: string, maxCharacters = 200): string {
  return `<code>${plainText(text, maxCharacters) || '(empty)'}</code>`;
}

/** A Markdown link, or only the label if the URL is not safe. `label` is already Markdown. */
export function linkTo(label: string, url: string): string {
  const safe = safeUrl(url);
  return safe === undefined ? label : `[${label}](${safe})`;
}

/**
 * A URL that is safe in Markdown and HTML; `undefined` unless it is http(s), without a user, and at most
 * 2,000 characters long.
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
 * The case of a host does not matter, nor does percent-encoding in it. Redaction knows secrets only in their
 * original spelling. So the original case is kept, and a URL with any other difference is not shown.
 */
function asWritten(origin: string, url: string): string | undefined {
  const written = url.trimStart().slice(0, origin.length);
  if (written.toLowerCase() === origin.toLowerCase()) return written;
  const [, host = ''] = /^\s*[a-z]+:[/\\\s]*([^/\\?#]*)/i.exec(url) ?? [];
  return host.includes('%') ? undefined : origin;
}

/**
 * One line of a job's log as a terminal would leave it: without text that a carriage return overwrote, and
 * without colors; keeps indentation.
 */
export function logLine(line: string, maxCharacters = 1000): string {
  const shown = line
    .split(/[\r\n]/)
    .filter((part) => part !== '')
    .at(-1);
  return cleanIndentedLine(shown ?? '', maxCharacters);
}

/** Text inside `<pre>`; nothing in it can end the element. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A table row; the cells are already Markdown, without line ends and unescaped pipes. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
