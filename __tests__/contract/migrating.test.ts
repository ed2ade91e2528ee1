import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { codeBlocksOf } from './support/markdown-parts.js';

/** What those offer that users come from, as it was read in their repositories. */
const others = [
  {
    name: 'digital-blueprint/gitlab-pipeline-trigger-action',
    source: 'action.yml of 9ce6377, 2026-08-03',
    offers:
      'host id ref trigger_token access_token variables download_artifacts download_artifacts_on_failure ' +
      'download_job_logs fail_if_no_artifacts download_path verbose status web_url artifacts_downloaded',
  },
  {
    name: 'appleboy/gitlab-ci-action',
    source: 'action.yml and README.md of 01715b6, 2026-04-29',
    offers: 'host token ref project_id insecure variables debug timeout interval wait id sha web_url status',
  },
  {
    name: 'finestructure/pipeline-trigger',
    source: 'trigger.py, parse_args, in a copy: the original is on GitLab only',
    offers:
      '--api-token --detached --env --host --jobs --output --on-manual --pipeline-token --pid --retry ' +
      '--sleep --target-ref --url-path --verifyssl --verbose project_id',
  },
  {
    name: 'convictional/trigger-workflow-and-wait',
    source: 'action.yml of 224756e, 2026-01-05',
    offers:
      'owner repo github_token github_user ref wait_interval workflow_file_name client_payload ' +
      'propagate_failure trigger_workflow wait_workflow comment_downstream_url comment_github_token ' +
      'workflow_id workflow_url conclusion',
  },
  {
    name: 'glab ci run-trig',
    source: 'its manual page of May 2026',
    offers: '--branch --input --token --variables --repo',
  },
];

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'migrating.md'), 'utf8');
const manifest = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Readonly<
  Record<'inputs' | 'outputs', object>
>;

/** The section of the page behind a heading, and the cells of its table. */
function sectionOf(name: string): { readonly text: string; readonly rows: readonly (readonly string[])[] } {
  const text = page.split(/^## From /m).find((section) => section.startsWith(`${name}\n`)) ?? '';
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return {
    text,
    rows: lines.slice(2).map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    ),
  };
}

/** The names in a cell, without their values. */
function namesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`(-{0,2}[\w-]+)[^`]*`/g)].map(([, name = '']) => name);
}

describe.each([...others, { name: 'a script with curl', offers: '' }])(
  'coming from $name',
  ({ name, offers }) => {
    const { text, rows } = sectionOf(name);

    test('has a row for all that it offers', () => {
      const named = rows.flatMap(([there = '']) => namesIn(there));
      for (const each of offers.split(' ').filter(Boolean)) expect(named).toContain(each);
      expect(rows.length).toBeGreaterThan(0);
    });

    test('leads to inputs and outputs that are there', () => {
      for (const [, here = ''] of rows) {
        const known = Object.keys(here.startsWith('output ') ? manifest.outputs : manifest.inputs);
        for (const each of namesIn(here)) expect(known).toContain(each);
        expect(here).toMatch(/`|^nothing/);
      }
    });

    test('shows a step', () => {
      expect(codeBlocksOf(text, 'yaml')).toHaveLength(1);
    });
  },
);

test('each section of the page is looked at', () => {
  const sections = [...page.matchAll(/^## From (.+)$/gm)].map(([, name]) => name);
  expect(sections.sort()).toEqual([...others.map(({ name }) => name), 'a script with curl'].sort());
});
