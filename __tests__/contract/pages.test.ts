import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, relative } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { errorCodes } from '../../src/base/errors.js';
import { oldestRelease } from '../../src/gitlab/responses/oldest-release.js';
import { triggerInputs } from '../../src/inputs/commands/trigger.js';
import { triggerOutputs } from '../../src/report/outputs.js';
import { markdownFiles } from './support/markdown-files.js';
import { headingAnchorsOf, localLinksOf, openingOf, sectionsOf } from './support/markdown-parts.js';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Lines of a page as a screen of this width shows them. */
const screenWidth = 110;
const screenLines = 40;

const isFolder = (path: string): boolean =>
  existsSync(join(root, path)) && statSync(join(root, path)).isDirectory();

/** Every source, relative to the root. */
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => join('src', path));

/** Where a link on a page leads, relative to the root: a folder shows its README. */
function targetOf(page: string, link: string): string {
  const [file = ''] = link.split('#');
  if (file === '') return page;
  const path = posix.normalize(posix.join(posix.dirname(page), file)).replace(/\/$/, '');
  const index = `${path}/README.md`;
  return isFolder(path) && existsSync(join(root, index)) ? index : path;
}

/** Every page that somebody reaches who begins at the README and follows links. */
function reachedFrom(start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const page of reached) {
    const targets = localLinksOf(read(page)).map((link) => targetOf(page, link));
    for (const target of targets)
      if (target.endsWith('.md') && existsSync(join(root, target))) reached.add(target);
  }
  return reached;
}

describe('README.md', () => {
  test('the README fits on one screen: it has at most 8 KB', () => {
    expect(Buffer.byteLength(read('README.md'))).toBeLessThanOrEqual(8 * 1024);
  });

  test('the README names the test command that CI runs', () => {
    const [command = '', ...more] = read('.ci/run').match(/^npm .*$/gm) ?? [];
    expect(command).toBe('npm cit');
    expect(read('README.md')).toMatch(new RegExp(`^${command} `, 'm'));
    // And nothing else but the lane of real engines, which needs more than Node.
    expect(more).toEqual(['npm run --silent engines -- --within 300']);
  });

  test('the README names the oldest GitLab that the code supports', () => {
    expect(read('README.md')).toContain(`GitLab ${oldestRelease.join('.')} and newer`);
  });

  test('the README leads to every page', () => {
    const reached = reachedFrom('README.md');
    expect(markdownFiles().filter((path) => !reached.has(path))).toEqual([]);
  });
});

/** The names in backticks of a section of a page. */
function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/`([\w.-]+)`/g)].map(([, name = '']) => name);
}

/** The cells of the rows of the first table of a text, without its head. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const table = /^(?:\|.*\n)+/m.exec(text)?.[0] ?? '';
  const [, , ...rows] = table.trim().split('\n');
  return rows.map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

test.each([
  { heading: 'Main inputs', rows: triggerInputs },
  { heading: 'Main outputs', rows: triggerOutputs },
])('the README names only $heading that the root action has', ({ heading, rows }) => {
  const named = namesIn(sectionsOf(read('README.md'), 2).get(heading) ?? '');
  const declared = rows.map(({ name }) => name);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !declared.includes(name))).toEqual([]);
});

describe('CONTRIBUTING.md', () => {
  const sections = sectionsOf(read('CONTRIBUTING.md'), 2);
  const glossary = rowsOf(sections.get('Glossary') ?? '');

  test('the table of folders has every folder of src/ once, and no other', () => {
    const named = rowsOf(sections.get('Where things are') ?? '').flatMap(([folders = '']) =>
      namesIn(folders),
    );
    const folders = readdirSync(join(root, 'src')).filter((name) => isFolder(`src/${name}`));
    expect([...named].sort()).toEqual(folders.sort());
  });

  test('the style sheet fits on one page of 60 lines', () => {
    const lines = (sections.get('Style sheet') ?? '').trim().split('\n');
    const shown = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / screenWidth)), 0);
    expect(shown).toBeGreaterThan(10);
    expect(shown).toBeLessThanOrEqual(60);
  });

  test('every name that the glossary says the code has is in the code', () => {
    const code = sources.map((path) => read(path)).join('\n');
    const words = new Set(code.match(/\w+/g) ?? []);
    const named = glossary.flatMap(([, , names = '']) => namesIn(names));
    expect(named.length).toBeGreaterThan(25);
    expect(named.filter((name) => !words.has(name))).toEqual([]);
  });

  test('the names that the glossary has replaced are on no page', () => {
    const retired = glossary.flatMap(([, , , names = '']) => namesIn(names));
    expect(retired).toContain('cure');
    const pages = markdownFiles().filter((path) => !['CONTRIBUTING.md', 'CHANGELOG.md'].includes(path));
    const pattern = new RegExp(`\\b(?:${retired.join('|')})\\b`);
    expect(pages.filter((path) => pattern.test(read(path)))).toEqual([]);
  });
});

describe.each(markdownFiles())('%s', (path) => {
  test('every local link of the page leads to a file and an anchor that exist', () => {
    const broken = localLinksOf(read(path)).filter((link) => {
      const [, anchor] = link.split('#');
      const target = targetOf(path, link);
      if (relative(root, join(root, target)).startsWith('..') || !existsSync(join(root, target))) return true;
      return anchor !== undefined && !headingAnchorsOf(read(target)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test('the page begins with one to three sentences that say what it is for', () => {
    const opening = openingOf(read(path)) ?? '';
    expect(opening).toMatch(/^[A-Z`].*\.$/);
    expect(opening.length).toBeLessThanOrEqual(400);
  });
});

describe('docs/troubleshooting.md', () => {
  const page = read('docs/troubleshooting.md');
  const sections = sectionsOf(page, 3);

  test('the index at the top has every error code once, in the order of the alphabet', () => {
    const index = sectionsOf(page, 2).get('Index of codes') ?? '';
    const linked = [...index.matchAll(/\[`([a-z_]+)`\]\(#([a-z_]+)\)/g)].map(([, code, anchor]) => [
      code,
      anchor,
    ]);
    expect(linked).toEqual(
      Object.keys(errorCodes)
        .sort()
        .map((code) => [code, code]),
    );
    expect(page.slice(0, page.indexOf('## Index of codes'))).not.toContain('\n## ');
  });

  test.each(Object.keys(errorCodes))('the section of %s fits on a screen', (code) => {
    const text = sections.get(`\`${code}\``)?.trim() ?? '';
    expect(text).not.toBe('');
    const lines = text.split('\n').map((line) => Math.max(1, Math.ceil(line.length / screenWidth)));
    expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(screenLines);
  });
});

describe('the readers of pages', () => {
  test('a link is found in each form that Markdown and HTML have, and not in code', () => {
    const text =
      '[a](a.md) ![b](<b.png>) [c](c.md "title") [d][d]\n\n[d]: d.md\n\n<img src="e.png"> `[f](f.md)` [g](https://g)\n\n```\n[h](h.md)\n```\n';
    expect([...localLinksOf(text)].sort()).toEqual(['a.md', 'b.png', 'c.md', 'd.md', 'e.png']);
  });

  test('a heading that comes again has a numbered anchor, and one in a block of code has none', () => {
    expect(headingAnchorsOf('# A `b`\n\n## C\n\n```\n# no\n```\n\n## C\n')).toEqual(['a-b', 'c', 'c-1']);
  });

  test.each([
    '# A\n\n## B\n\nText.\n',
    '# A\n\n| a |\n',
    '# A\n\n```\na\n```\n',
    '# A\n\n- a\n',
    '# A\n\n[`a`](a):\n',
    '# A\n',
  ])('a page that begins with something else than a paragraph has no opening: %j', (text) => {
    expect(openingOf(text)).toBeUndefined();
  });

  test('an opening of several lines is read as one', () => {
    expect(openingOf('# A\n\nOne\ntwo.\n\nThree.\n')).toBe('One two.');
  });
});
