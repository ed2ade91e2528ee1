/** One `name=value` of a command file. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** The content of a command file. Pairs before an error count; a file with an error fails the step. */
export interface FileCommandReading {
  readonly pairs: readonly NamedValue[];
  readonly mistake: string | undefined;
}

interface Line {
  readonly text: string;
  /** Index after the line and its break. */
  readonly next: number;
  /** Characters of the break; 0 where the text ends without one. */
  readonly breakLength: number;
}

/**
 * Reads the text of GITHUB_OUTPUT, GITHUB_STATE or GITHUB_ENV as runner 2.336 does: per line, whichever of
 * `=` and `<<` comes first decides; empty lines are skipped. Only LF breaks a line, and CRLF too when
 * `platform` is `win32`.
 */
export function readNamedValues(text: string, platform: string): FileCommandReading {
  const pairs: NamedValue[] = [];
  let index = 0;
  for (;;) {
    const line = lineAt(text, index, platform);
    if (line === undefined) return { pairs, mistake: undefined };
    index = line.next;
    if (line.text === '') continue;
    const equals = line.text.indexOf('=');
    const arrows = line.text.indexOf('<<');
    if (equals >= 0 && (arrows < 0 || equals < arrows)) {
      if (equals === 0) return { pairs, mistake: `a line has no name before its '=': '${line.text}'` };
      pairs.push({ name: line.text.slice(0, equals), value: line.text.slice(equals + 1) });
    } else if (arrows >= 0) {
      const name = line.text.slice(0, arrows);
      const delimiter = line.text.slice(arrows + 2);
      if (name === '' || delimiter === '') {
        return { pairs, mistake: `a line lacks the name or the delimiter around '<<': '${line.text}'` };
      }
      const block = blockAt({ text, start: index, delimiter, platform });
      if (block === undefined) {
        return { pairs, mistake: `the value of '${name}' has no line with its delimiter '${delimiter}'` };
      }
      pairs.push({ name, value: block.value });
      index = block.next;
    } else {
      return { pairs, mistake: `a line has neither '=' nor '<<': '${line.text}'` };
    }
  }
}

/** Reads the text of GITHUB_PATH: one folder a line, empty lines skipped. */
export function readPaths(text: string, platform: string): readonly string[] {
  const paths: string[] = [];
  let index = 0;
  for (;;) {
    const line = lineAt(text, index, platform);
    if (line === undefined) return paths;
    index = line.next;
    if (line.text !== '') paths.push(line.text);
  }
}

/** The last value of each name. */
export function lastValues(pairs: readonly NamedValue[]): Readonly<Record<string, string>> {
  return Object.fromEntries(pairs.map(({ name, value }) => [name, value]));
}

/** The text up to a line that is exactly the delimiter; the break before that line belongs to neither. */
function blockAt(block: {
  readonly text: string;
  readonly start: number;
  readonly delimiter: string;
  readonly platform: string;
}): { readonly value: string; readonly next: number } | undefined {
  let index = block.start;
  let end = block.start;
  for (;;) {
    const line = lineAt(block.text, index, block.platform);
    if (line === undefined) return undefined;
    if (line.text === block.delimiter) return { value: block.text.slice(block.start, end), next: line.next };
    if (line.breakLength === 0) return undefined;
    index = line.next;
    end = index - line.breakLength;
  }
}

function lineAt(text: string, start: number, platform: string): Line | undefined {
  if (start >= text.length) return undefined;
  const feed = text.indexOf('\n', start);
  if (feed < 0) return { text: text.slice(start), next: text.length, breakLength: 0 };
  const breakLength = platform === 'win32' && feed > start && text[feed - 1] === '\r' ? 2 : 1;
  return { text: text.slice(start, feed + 1 - breakLength), next: feed + 1, breakLength };
}
