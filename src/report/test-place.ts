/** Where a test case is, as far as its report tells. */
export interface TestPlace {
  /** Relative to the repository. */
  readonly file?: string | undefined;
  /** From 1; only with a file. */
  readonly line?: number | undefined;
}

const maxFileCharacters = 500;

/**
 * The file that a report names, and the line that what the case says gives it: `src/a.test.ts:14`, or `File "tests/test_a.py", line 12` as Python writes it. A path that is
 * none of the repository (absolute, or leading out) is left out.
 */
export function placeOfTest(of: {
  readonly file?: string | undefined;
  readonly output?: string | undefined;
}): TestPlace {
  const file = of.file?.replace(/^(?:\.\/)+/, '') ?? '';
  if (
    file === '' ||
    file.length > maxFileCharacters ||
    /^(?:\/|[A-Za-z]:)|[\\\u0000-\u001f\u007f]|(?:^|\/)\.\.(?:\/|$)/.test(file)
  )
    return {};
  const line = lineIn(of.output ?? '', file);
  return line === undefined ? { file } : { file, line };
}

/** What stands between a file and its line. */
const separators = [':', '", line ', '('];

function lineIn(output: string, file: string): number | undefined {
  for (const separator of separators) {
    const mark = `${file}${separator}`;
    for (let at = output.indexOf(mark); at >= 0; at = output.indexOf(mark, at + 1)) {
      const digits = /^[1-9]\d{0,6}(?!\d)/.exec(output.slice(at + mark.length, at + mark.length + 10))?.[0];
      if (digits !== undefined) return Number(digits);
    }
  }
  return undefined;
}
