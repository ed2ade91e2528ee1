import { stripTerminalSequences } from '../base/foreign-text.js';

const paint =
  (code: number) =>
  (text: string): string =>
    `\u001b[${code}m${text}\u001b[0m`;

export const bold = paint(1);
export const dim = paint(2);
export const red = paint(31);
export const green = paint(32);
export const yellow = paint(33);
export const cyan = paint(36);

/** What to do with the colours of a printed text. */
export function colouredText(text: string, colours: 'ours' | 'theirs' | 'none'): string {
  if (colours === 'theirs') return text;
  if (colours === 'none') return stripTerminalSequences(text);
  return text.split('\n').map(statusColours).join('\n');
}

/**
 * Our own lines with colours: every status the one that GitLab gives it, errors and warnings theirs. What somebody else wrote stays as it is, and so does a line that has
 * colours already.
 */
export function statusColours(line: string): string {
  if (line.includes('\u001b')) return line;
  const [, word = '', rest = ''] = /^(Error|Warning)(:.*)$/s.exec(line) ?? [];
  if (word !== '') return `${word === 'Error' ? red(word) : yellow(word)}${rest}`;
  if (!/^(?:\d+:\d\d(?::\d\d)? {2}|Pipeline \d+ )/.test(line)) return line;
  return line
    .replace(/\b(?:success|passed)\b/, green)
    .replace(/\b(?:failed|canceled)\b/, red)
    .replace(/\b(?:pending|manual|warnings|scheduled|skipped)\b/, yellow)
    .replace(/\b(?:running|created)\b/, cyan);
}
