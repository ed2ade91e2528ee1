import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { format } from 'oxfmt';

import { bearers, duties, dutiesTable, mayDo } from './support/token-duties.js';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Everything that people read. */
const pages = [
  'README.md',
  'SECURITY.md',
  ...[
    'action.yml',
    'wait/action.yml',
    'cancel/action.yml',
    'tokens/action.yml',
    'tokens/README.md',
    'wait/README.md',
  ],
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

test('docs/tokens.md says what each token may do as GitLab does', async () => {
  const [, table = ''] =
    /<!-- duties:start -->\n([\s\S]*?)<!-- duties:end -->/.exec(read('docs/tokens.md')) ?? [];
  expect(table.trim()).toBe((await format('table.md', dutiesTable())).code.trim());
});

const job = String.raw`(?:CI_JOB_TOKEN\x60?|job tokens?)`;
const within = String.raw`[^.:|\n]{0,120}?`;

/** Sentences that would contradict the table, each with the cell that makes it wrong. */
const contradictions: readonly {
  readonly says: string;
  readonly pattern: RegExp;
  readonly wrong: readonly [bearer: string, duty: string, may: boolean];
}[] = [
  {
    says: 'a job token reads nothing',
    pattern: new RegExp(`${job}${within}\\b(?:reads? nothing|can ?not (?:read|follow)|only starts)\\b`, 'i'),
    wrong: ['`CI_JOB_TOKEN`', 'read pipelines', true],
  },
  {
    says: 'a job token reads logs',
    pattern: new RegExp(`${job} (?:also )?reads?${within}\\band (?:logs|tests|variables)\\b`, 'i'),
    wrong: ['`CI_JOB_TOKEN`', 'read logs', false],
  },
  {
    says: 'a job token cancels',
    pattern: new RegExp(`${job} (?:also )?(?:can )?cancels?\\b`, 'i'),
    wrong: ['`CI_JOB_TOKEN`', 'cancel a pipeline', false],
  },
  {
    says: 'a trigger token reads',
    pattern: /\btrigger token (?:also )?(?:can )?reads? (?!nothing)/i,
    wrong: ['trigger token', 'read pipelines', false],
  },
  {
    says: 'an expired trigger token is refused',
    pattern: new RegExp(
      `(?:expired (?:\\*\\*)?trigger token|trigger token${within}\\bexpired)${within}\\b(?:is refused|no longer works|stops? working|starts? nothing|answers? 40\\d)`,
      'i',
    ),
    wrong: ['expired trigger token', 'start a pipeline', true],
  },
  {
    says: 'a trigger token ends at its expiry',
    pattern: /\btrigger token (?:ends|stops|dies) (?:at|on|with) its (?:expiry|`?expires_at)/i,
    wrong: ['expired trigger token', 'start a pipeline', true],
  },
  {
    says: 'an expired access token still works',
    pattern: new RegExp(`expired (?:\\*\\*)?access token${within}\\bstill (?:works|starts|reads)`, 'i'),
    wrong: ['expired access token', 'read pipelines', false],
  },
  {
    says: 'read_api cancels or starts',
    pattern: /\bread_api`? (?:can )?(?:also )?(?:cancels?|starts?)\b/i,
    wrong: ['access token, `read_api`', 'cancel a pipeline', false],
  },
];

describe.each(contradictions)('no page says that $says', ({ pattern, wrong: [name, thing, may] }) => {
  test('because it is wrong', () => {
    const bearer = bearers.find((each) => each.name === name);
    const duty = duties.find((each) => each.name === thing);
    if (bearer === undefined || duty === undefined) throw new Error(`no ${name}, or no ${thing}`);
    expect(mayDo('19.3', bearer, duty)).toBe(may);
  });

  test.each(pages)('in the page %s', (page) => {
    const text = read(page).replace(/\n(?=\S)/g, ' ');
    expect(pattern.exec(text)?.[0]).toBeUndefined();
  });
});

test.each([
  'A CI_JOB_TOKEN reads nothing.',
  'a job token cannot follow pipelines',
  'The job token reads pipelines and logs.',
  'A job token can cancel what it started.',
  'A trigger token reads pipelines.',
  'An expired trigger token is refused with 404.',
  'A trigger token that has expired no longer works.',
  'The trigger token ends at its expiry.',
  'An expired access token still works for 30 days.',
  'The scope read_api cancels as well.',
])('the statement %s is one of them', (sentence) => {
  expect(contradictions.filter(({ pattern }) => pattern.test(sentence))).toHaveLength(1);
});
