import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import type { Check } from '../../../src/check/check.js';
import {
  answerLines,
  checkLines,
  checkTotals,
  checksOutput,
  curlLines,
  failedChecksParts,
  formatCheckSummary,
} from '../../../src/report/checks.js';

/** Those of the example in docs/outputs.md. */
const checks: readonly Check[] = [
  { name: 'server', state: 'ok', finding: 'GitLab 19.3.0 answers at https://gitlab.example.com' },
  {
    name: 'protected_ref',
    state: 'unknown',
    finding:
      'main is protected, and GitLab does not say whether the owner of the token may push or merge to it',
    hint: 'Look into Settings > Repository > Protected branches; if not, GitLab refuses the pipeline.',
  },
  {
    name: 'jobs',
    state: 'failed',
    finding: 'workflow:rules let no pipeline through for the source trigger',
    hint: 'Allow this source in workflow:rules.',
    code: 'no_jobs',
  },
];

test('the lines of checks have columns', () => {
  expect(checkLines(checks)).toEqual([
    'ok       server         GitLab 19.3.0 answers at https://gitlab.example.com',
    'unknown  protected_ref  main is protected, and GitLab does not say whether the owner of the token may push or merge to it',
    '                        What to do: Look into Settings > Repository > Protected branches; if not, GitLab refuses the pipeline.',
    'failed   jobs           workflow:rules let no pipeline through for the source trigger',
    '                        What to do: Allow this source in workflow:rules.',
  ]);
  expect(checkTotals(checks)).toBe('1 ok, 1 failed, 1 unknown. Nothing was started.');
});

test('the message of checks names what failed, why and what to do', () => {
  expect(failedChecksParts(checks, 'group/app at main')).toEqual({
    what: 'Nothing was started; the pipeline would not work as requested: 1 of 3 checks failed for group/app at main (jobs)',
    why: 'jobs: workflow:rules let no pipeline through for the source trigger',
    hint: 'Allow this source in workflow:rules.',
  });
});

test('the output checks has the format that docs/outputs.md shows', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'outputs.md'), 'utf8');
  const [, example = ''] = /## `checks`[\s\S]*?```json\n([\s\S]*?)```/.exec(page) ?? [];
  expect(JSON.parse(checksOutput(checks))).toEqual(JSON.parse(example));
});

test('the report of checks is a table', () => {
  expect(formatCheckSummary({ checks: checks.slice(1), target: 'group/app at main' })).toBe(
    [
      '## Dry run: group/app at main',
      '',
      '0 ok, 1 failed, 1 unknown. Nothing was started.',
      '',
      '| Check | Result | What was found |',
      '| --- | --- | --- |',
      '| <code>protected&#95;ref</code> | ❔ unknown | main is protected, and GitLab does not say whether the owner of the token may push or merge to it<br>Look into Settings &#62; Repository &#62; Protected branches; if not, GitLab refuses the pipeline. |',
      '| <code>jobs</code> | ❌ failed | workflow&#58;rules let no pipeline through for the source trigger<br>Allow this source in workflow&#58;rules. |',
      '',
    ].join('\n'),
  );
});

describe('texts from outside in a check', () => {
  const evil = 'a | b\n<img src=x>\u001b[31m [x](http://e) ::error:: \u202e `c`';
  const forged: readonly Check[] = [{ name: 'ci_config', state: 'failed', finding: evil, hint: evil }];

  test('stay on their line, without control characters', () => {
    for (const text of [...checkLines(forged), failedChecksParts(forged, 'x').why, checksOutput(forged)]) {
      expect(text).not.toMatch(/[\u0000-\u001f\u202e]/);
    }
  });

  test('are text in the report', () => {
    const markdown = formatCheckSummary({ checks: forged, target: evil });
    expect(markdown).not.toMatch(/<img|\]\(|`/);
    expect(markdown.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(3);
  });

  test('are limited in length', () => {
    const long: readonly Check[] = [{ name: 'jobs', state: 'ok', finding: 'x'.repeat(100_000) }];
    expect(checkLines(long).join('').length).toBeLessThan(2000);
    expect(checksOutput(long).length).toBeLessThan(2000);
    expect(formatCheckSummary({ checks: long, target: 'x' }).length).toBeLessThan(2500);
  });
});

test('the command shows what it takes from the environment', () => {
  expect(curlLines({ lines: ['curl x'], environment: ['GITLAB_TRIGGER_TOKEN'] })).toEqual([
    '# Reads GITLAB_TRIGGER_TOKEN from the environment.',
    'curl x',
  ]);
  expect(curlLines({ lines: ['curl x'], environment: ['A', 'B'] })[0]).toBe(
    '# Reads A, B from the environment, escaped for JSON.',
  );
  expect(curlLines({ lines: undefined, environment: ['A'] })).toEqual(['(too long to copy)']);
});

test('the expected response is JSON', () => {
  const answer = {
    id: 257,
    iid: 118,
    project_id: 42,
    sha: 'a'.repeat(40),
    ref: 'main',
    status: 'created',
    source: 'trigger',
    web_url: 'https://gitlab.example.com/group/app/-/pipelines/257',
  } as const;
  expect(JSON.parse(answerLines(answer, (text) => text).join('\n'))).toEqual(answer);
});
