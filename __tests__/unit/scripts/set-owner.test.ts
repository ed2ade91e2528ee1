import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from '@jest/globals';

import { namesFrom, namesIn, nobodysImage, setNames, withNames } from '../../../scripts/set-owner.js';

const root = join(import.meta.dirname, '..', '..', '..');
const from = { owner: 'OWNER', scope: 'OWNER', image: 'registry.example.com/gitlab-trigger' };
const to = { owner: 'Acme-Corp', scope: 'acme', image: 'ghcr.io/acme/gitlab-trigger' };

describe('withNames', () => {
  test.each([
    { give: '- uses: OWNER/gitlab-trigger@v1', want: '- uses: Acme-Corp/gitlab-trigger@v1' },
    { give: 'OWNER/gitlab-trigger/wait@v1', want: 'Acme-Corp/gitlab-trigger/wait@v1' },
    {
      give: 'https://github.com/OWNER/gitlab-trigger/issues',
      want: 'https://github.com/Acme-Corp/gitlab-trigger/issues',
    },
    { give: 'author: https://github.com/OWNER', want: 'author: https://github.com/Acme-Corp' },
    {
      give: '$CI_SERVER_FQDN/OWNER/gitlab-trigger/gitlab-trigger@0.1.0',
      want: '$CI_SERVER_FQDN/Acme-Corp/gitlab-trigger/gitlab-trigger@0.1.0',
    },
    {
      give: 'git::https://github.com/OWNER/bitrise-step-gitlab-trigger.git@0.1.0',
      want: 'git::https://github.com/Acme-Corp/bitrise-step-gitlab-trigger.git@0.1.0',
    },
    { give: 'npm install @OWNER/gitlab-trigger', want: 'npm install @acme/gitlab-trigger' },
    {
      give: '"$own/node_modules/@OWNER/gitlab-trigger/dist/cli.js"',
      want: '"$own/node_modules/@acme/gitlab-trigger/dist/cli.js"',
    },
    {
      give: 'image: registry.example.com/gitlab-trigger:0.1.0',
      want: 'image: ghcr.io/acme/gitlab-trigger:0.1.0',
    },
    { give: 'OWNER/REPO:NAME, OWNER/REPO/environments', want: 'OWNER/REPO:NAME, OWNER/REPO/environments' },
    {
      give: 'GITHUB_REPOSITORY_OWNER/gitlab-trigger MYOWNER/gitlab-trigger',
      want: 'GITHUB_REPOSITORY_OWNER/gitlab-trigger MYOWNER/gitlab-trigger',
    },
  ])('$give', ({ give, want }) => {
    expect(withNames(give, from, to)).toBe(want);
    expect(withNames(want, to, from)).toBe(give);
    expect(withNames(want, to, to)).toBe(want);
  });
});

describe('the arguments of set-owner', () => {
  test.each([
    {
      words: ['Acme-Corp'],
      want: { owner: 'Acme-Corp', scope: 'acme-corp', image: 'ghcr.io/acme-corp/gitlab-trigger' },
    },
    {
      words: ['acme', '--npm-scope', '@acme-ci'],
      want: { owner: 'acme', scope: 'acme-ci', image: 'ghcr.io/acme/gitlab-trigger' },
    },
    {
      words: ['acme', '--image', 'ghcr.io/acme/gitlab-trigger'],
      want: { owner: 'acme', scope: 'acme', image: 'ghcr.io/acme/gitlab-trigger' },
    },
  ])('are accepted: $words', ({ words, want }) => {
    const now = namesIn(root);
    const isOpen = !words.includes('--image') && now.image !== nobodysImage;
    expect(namesFrom(words, root)).toEqual(isOpen ? { ...want, image: now.image } : want);
  });

  test.each([
    { words: [], why: 'give the owner' },
    { words: ['a', 'b'], why: 'give the owner' },
    { words: ['a b'], why: 'no name of an owner' },
    { words: ['-a'], why: '-a' },
    { words: ['a$(id)'], why: 'no name of an owner' },
    { words: ['acme', '--npm-scope', 'Acme'], why: 'no scope of npm' },
    { words: ['acme', '--image', 'ghcr.io/acme/gitlab-trigger:1'], why: 'no image' },
    { words: ['acme', '--image', 'ghcr.io/acme/other'], why: 'no image' },
  ])('are refused: $words: $why', ({ words, why }) => {
    expect(() => namesFrom(words, root)).toThrow(why);
  });
});

describe('set-owner on a copy of the repository', () => {
  const copy = mkdtempSync(join(tmpdir(), 'gitlab-trigger-owner-'));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\0')
    .filter(
      (path) =>
        path !== '' &&
        !path.startsWith('dist/') &&
        path !== 'CHANGELOG.md' &&
        !path.endsWith('/set-owner.test.ts'),
    );
  for (const path of files) cpSync(join(root, path), join(copy, path));
  const textsOf = (): ReadonlyMap<string, string> =>
    new Map(files.map((path) => [path, readFileSync(join(copy, path), 'latin1')]));
  const naming = (pattern: RegExp): readonly string[] =>
    [...textsOf()].filter(([, text]) => pattern.test(text)).map(([path]) => path);

  test('changes every place, twice and back, and leaves nothing', () => {
    const before = textsOf();
    const now = namesIn(copy);
    const places = naming(
      /OWNER\/(?:bitrise-step-)?gitlab-trigger|github\.com\/OWNER\b|registry\.example\.com\/gitlab-trigger:/,
    );
    if (now.owner === 'OWNER') expect(places.length).toBeGreaterThan(40);
    const changed = setNames(copy, to);
    expect(places.filter((path) => !changed.includes(path))).toEqual([]);
    expect(
      naming(
        /OWNER\/(?:bitrise-step-)?gitlab-trigger|github\.com\/OWNER\b|registry\.example\.com\/gitlab-trigger:/,
      ),
    ).toEqual([]);
    expect(namesIn(copy)).toEqual(to);
    expect(setNames(copy, to)).toEqual([]);
    // An image that was given stays when only the owner changes.
    expect(namesFrom(['other'], copy).image).toBe(to.image);
    setNames(copy, { ...to, owner: 'other', scope: 'other-ci' });
    expect(naming(/Acme-Corp|@acme\//)).toEqual([]);
    setNames(copy, now);
    expect(textsOf()).toEqual(before);
  });
});
