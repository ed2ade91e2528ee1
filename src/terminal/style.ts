import { stripTerminalSequences } from '../base/text.js';

/** What a terminal can do, and what its user wants of it. */
export interface TerminalTraits {
  /** `ours`: we color our lines; `theirs`: only what has colors already keeps them; `none`. */
  readonly colors: 'ours' | 'theirs' | 'none';
  /** Whether lines that were printed can be drawn anew. */
  readonly isLive: boolean;
  readonly glyphs: 'unicode' | 'ascii';
}

/** What is known of standard output. */
export interface TerminalFacts {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  readonly platform: string;
}

/**
 * `NO_COLOR` (if not empty) takes colors away, `FORCE_COLOR` gives them also where there is no terminal (`0`
 * and `false` take them away); otherwise there are colors in every terminal but a dumb one. Nothing is drawn
 * anew on a CI (`CI`), whose logs keep everything.
 * @see https://no-color.org and https://force-color.org
 */
export function terminalTraits({ environment, isTerminal, platform }: TerminalFacts): TerminalTraits {
  const { NO_COLOR = '', FORCE_COLOR, TERM, CI = '' } = environment;
  const isDumb = TERM === 'dumb';
  const forced = FORCE_COLOR === undefined ? undefined : !['0', 'false'].includes(FORCE_COLOR);
  const isCi = CI !== '' && CI !== 'false' && CI !== '0';
  return {
    colors:
      NO_COLOR !== '' || forced === false || (isDumb && forced !== true)
        ? 'none'
        : forced === true || isTerminal
          ? 'ours'
          : 'theirs',
    isLive: isTerminal && !isDumb && !isCi,
    glyphs: knowsUnicode(environment, platform) ? 'unicode' : 'ascii',
  };
}

function knowsUnicode(environment: TerminalFacts['environment'], platform: string): boolean {
  const { LC_ALL, LC_CTYPE, LANG, TERM, WT_SESSION, TERM_PROGRAM } = environment;
  // The old console of Windows has no font with these marks, and the Linux console few of them.
  if (platform === 'win32') return WT_SESSION !== undefined || TERM_PROGRAM !== undefined;
  const locale = [LC_ALL, LC_CTYPE, LANG].find((text) => text !== undefined && text !== '') ?? '';
  return TERM !== 'linux' && /utf-?8/i.test(locale);
}

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

/** What to do with the colors of a printed text. */
export function coloredText(text: string, colors: 'ours' | 'theirs' | 'none'): string {
  if (colors === 'theirs') return text;
  if (colors === 'none') return stripTerminalSequences(text);
  return text.split('\n').map(statusColors).join('\n');
}

/**
 * Our own lines with colors: every status the one that GitLab gives it, errors and warnings theirs. What
 * somebody else wrote stays as it is, and so does a line that has colors already.
 */
export function statusColors(line: string): string {
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
