import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

import { describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const folders = ['src', '__tests__', 'scripts', 'bench'];
const maxCharacters = 110;

/** Types and instructions to a tool have to stand on one line, and an address cannot be broken. */
const isExcused = /@type|oxlint|oxfmt-ignore|webpack|https?:\/\//;

/** The numbers of the lines, from 1, that are nothing but a comment and too wide. */
function wideComments(text: string): readonly number[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const isComment = /^\s*(?:\/\/|\/\*|\*)/.test(line);
    return isComment && line.length > maxCharacters && !isExcused.test(line) ? [index + 1] : [];
  });
}

describe('comments', () => {
  test.each(folders)('of %s wrap where the style sheet says', (folder) => {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.[jt]s$/.test(path),
    );
    expect(files.length).toBeGreaterThan(5);
    const wide = files.flatMap((path) =>
      wideComments(readFileSync(join(root, folder, path), 'utf8')).map(
        (line) => `${[folder, ...path.split(sep)].join('/')}:${line}`,
      ),
    );
    expect(wide).toEqual([]);
  });

  test.each([
    { name: 'a comment of one line', line: `// ${'a'.repeat(108)}`, isWide: true },
    { name: 'a line of a docstring', line: `   * ${'a'.repeat(106)}`, isWide: true },
    { name: 'a comment that just fits', line: `// ${'a'.repeat(107)}`, isWide: false },
    { name: 'a line with an address', line: `// https://example.com/${'a'.repeat(100)}`, isWide: false },
    { name: 'code, which the formatter wraps', line: `const a = '${'a'.repeat(120)}';`, isWide: false },
  ])('are judged right: $name', ({ line, isWide }) => {
    expect(wideComments(`first\n${line}\n`)).toEqual(isWide ? [2] : []);
  });
});
