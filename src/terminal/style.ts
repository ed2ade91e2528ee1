import { stripTerminalSequences } from '../base/text.js';

/** The capabilities of a terminal, and the user's preferences. */
export interface TerminalTraits {
  /** `ours`: adds colors to our lines; `theirs`: only keeps existing colors; `none`: removes them. */
  readonly colors: 'ours' | 'theirs' | 'none';
  /** Whether printed lines can be redrawn. */
  readonly isLive: boolean;
  readonly glyphs: 'unicode' | 'ascii';
}

/** Facts about standard output. */
export interface TerminalFacts {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  readonly platform: string;
}

/**
 * `NO_COLOR` (if not empty) disables colors. `FORCE_COLOR` enables them without a terminal too (`0` and
 * `false` disable them). Otherwise every terminal except a dumb one has colors. A CI (`CI`) has no live view,
 * because its log keeps everything.
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
  // The old Windows console has no font with these symbols, and the Linux console has few of them.
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

/** Applies the color mode to a printed text. */
export function coloredText(text: string, colors: 'ours' | 'theirs' | 'none'): string {
  if (colors === 'theirs') return text;
  if (colors === 'none') return stripTerminalSequences(text);
  return text.split('\n').map(statusColors).join('\n');
}

/**
 * Colors our own lines: each status as GitLab does, and errors and warnings in their own colors. Text from
 * outside stays unchanged, and so does a line that already has colors.
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
