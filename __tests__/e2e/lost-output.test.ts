import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect } from '@jest/globals';

import { oneProject, quickScript, valid } from '../support/one-project.js';
import { packing } from './support/archives.js';
import { codesIn, tellOnHost } from './support/arriving.js';
import { jobsScenario } from './support/bringing.js';
import { tellCommand } from './support/command-story.js';
import { runCommand } from './support/run-command.js';
import { testsAtOnce } from './support/tests-at-once.js';

const fullDisk = { toDevice: '/dev/full' };
/** The same for a process of its own. */
const processToFullDisk = { through: 'exec "$@" > /dev/full' };
const valuesFlags = ['--wait', '--poll-interval', '1s', '--values-from', 'pack:a.env'];
const red = oneProject({ ci: valid(quickScript('failed')) });
const past = oneProject({
  pastPipelines: [{ ref: 'main', user: 'ada', startedAgoMs: 60_000, script: quickScript('success') }],
});

function packed(values: string, result: 'success' | 'failed' = 'success'): ReturnType<typeof oneProject> {
  const end = result === 'success' ? [] : [{ name: 'unit', durationMs: 100, result }];
  return jobsScenario(packing({ 'a.env': values }), ...end);
}

describe('standard output on a full disk', () => {
  const test = testsAtOnce();

  for (const { words, disk = fullDisk } of [
    { words: ['snippet', 'github'], disk: processToFullDisk },
    { words: ['completion', 'bash'] },
    { words: ['help'] },
    { words: ['--version'] },
    { words: ['run', '--help'] },
  ]) {
    test(`makes ${words.join(' ')} fail`, async () => {
      const environment = { GITLAB_TRIGGER_PROJECT_ID: 'group/app', GITLAB_TRIGGER_REF: 'main' };
      const { exitCode, stderr } = await runCommand({ words, environment, ...disk });
      expect([exitCode, codesIn(stderr)]).toEqual([6, ['output_lost']]);
      expect(stderr).toContain('ENOSPC');
    });
  }

  for (const { words, scenario, disk = fullDisk } of [
    { words: ['run', '--json'], scenario: oneProject() },
    { words: ['run', '--wait', '--json-lines'], scenario: oneProject(), disk: processToFullDisk },
    { words: ['wait', '--pipeline-id', '257', '--json'], scenario: past },
    { words: ['check', '--ref', 'main', '--json'], scenario: oneProject() },
    { words: ['tokens', 'list', '--json'], scenario: oneProject() },
  ]) {
    test(`makes ${words.join(' ')} fail`, async () => {
      const { exitCode, stderr } = await tellCommand({ words, scenario, ...disk });
      expect([exitCode, codesIn(stderr).at(-1)]).toEqual([6, 'output_lost']);
    });
  }

  test('does not replace the error of a failed pipeline', async () => {
    const { exitCode, stderr } = await tellCommand({
      words: ['run', '--wait', '--json'],
      scenario: red,
      ...fullDisk,
    });
    expect([exitCode, codesIn(stderr).at(-1)]).toEqual([1, 'outcome_not_accepted']);
    expect(stderr).toContain('Standard output cannot be written (ENOSPC)');
  });

  test('fails a run whose log was expected there, and reports that where it can be read', async () => {
    const { exitCode, stderr } = await tellCommand({ words: ['run'], ...fullDisk });
    expect([exitCode, stderr]).toEqual([6, 'Standard output cannot be written (ENOSPC).\n']);
  });

  test('is detected when it accepts only a part', async () => {
    const seen: string[] = [];
    const words = ['completion', 'bash'];
    const { stdout: whole } = await runCommand({ words });
    const { exitCode, stderr } = await runCommand({
      words,
      through: `trap '' XFSZ; ulimit -f 1; exec "$@" > part`,
      inspect: async (folder) => void seen.push(await readFile(join(folder, 'part'), 'utf8')),
    });
    expect([exitCode, codesIn(stderr)]).toEqual([6, ['output_lost']]);
    expect([whole.startsWith(seen[0] ?? '-'), (seen[0] ?? '').length < whole.length]).toEqual([true, true]);
  });
});

describe('values without a place', () => {
  const test = testsAtOnce();
  const github = { host: 'github-actions', words: ['run', ...valuesFlags] } as const;

  for (const { name, environment } of [
    { name: 'no GITHUB_OUTPUT', environment: { GITHUB_OUTPUT: '' } },
    { name: 'a GITHUB_OUTPUT that nobody made', environment: { GITHUB_OUTPUT: '/nowhere/output' } },
    { name: 'a GITHUB_OUTPUT that is a folder', environment: { GITHUB_OUTPUT: '/tmp' } },
  ]) {
    test(`with ${name} prevent the start`, async () => {
      const { exitCode, stdout, requests } = await tellOnHost({ ...github, environment });
      expect([exitCode, requests]).toEqual([2, []]);
      expect(stdout).toContain('values_from: no later step can receive the values');
    });
  }

  test('with no GITHUB_OUTPUT are in the requested file', async () => {
    const { exitCode, files } = await tellOnHost({
      ...github,
      words: [...github.words, '--output-file', 'out.json'],
      scenario: packed('A=1\n'),
      environment: { GITHUB_OUTPUT: '' },
    });
    expect([exitCode, JSON.parse(files['out.json'] ?? '{}')]).toEqual([
      0,
      expect.objectContaining({ values: '{"A":"1"}' }),
    ]);
  });

  test('on a full disk fail the step, and a failed pipeline keeps its error', async () => {
    const environment = { GITHUB_OUTPUT: '/dev/full' };
    const passed = await tellOnHost({ ...github, scenario: packed('A=1\n'), environment });
    expect([passed.exitCode, codesIn(passed.stdout)]).toEqual([6, ['output_lost']]);
    const failed = await tellOnHost({
      ...github,
      words: [...github.words, '--results-on', 'always'],
      scenario: packed('A=1\n', 'failed'),
      environment,
    });
    expect(failed.exitCode).toBe(1);
    expect(failed.stdout).toContain('values_from: values could not be handed to later steps [output_lost]');
  });

  test('that were not requested are written completely or not at all when the disk is full', async () => {
    const { exitCode, stdout, files, outputs } = await tellOnHost({
      host: 'github-actions',
      words: ['run', '--wait', '--poll-interval', '1s'],
      through: `trap '' XFSZ; ulimit -f 1; exec "$@"`,
    });
    // The reader takes half of an output for a mistake, and later steps take the others for all.
    expect([exitCode, outputs.pipeline_id, outputs.jobs]).toEqual([6, '257', undefined]);
    expect(codesIn(stdout)).toEqual(['output_lost']);
    expect([
      files.output?.endsWith('\n'),
      stdout.includes('Outputs cannot be handed to later steps: EFBIG'),
    ]).toEqual([true, true]);
  });

  test('that were not requested fail the step if later steps get none at all, unless a file has them', async () => {
    const full = {
      host: 'github-actions',
      words: ['run'],
      environment: { GITHUB_OUTPUT: '/dev/full' },
    } as const;
    const { exitCode, stdout, requests } = await tellOnHost(full);
    expect([
      exitCode,
      codesIn(stdout),
      stdout.match(/^::warning::Outputs cannot be handed to later steps: ENOSPC/gm)?.length,
    ]).toEqual([6, ['output_lost'], 1]);
    expect(stdout).toContain('Later steps get no output of this step: ');
    expect(requests.filter((target) => target.includes('cancel'))).toEqual([]);
    const kept = await tellOnHost({ ...full, words: ['run', '--output-file', 'out.json'] });
    expect(kept.exitCode).toBe(0);
  });

  test('that were not requested leave a failed pipeline its error', async () => {
    const { exitCode, stdout } = await tellOnHost({
      host: 'github-actions',
      words: ['run', '--wait', '--poll-interval', '1s'],
      scenario: red,
      environment: { GITHUB_OUTPUT: '/dev/full' },
    });
    expect([exitCode, codesIn(stdout).toSorted()]).toEqual([1, ['outcome_not_accepted', 'output_lost']]);
  });

  for (const { host, variable } of [
    { host: 'github-actions', variable: 'GITHUB_OUTPUT' },
    { host: 'circleci', variable: 'BASH_ENV' },
    { host: 'harness', variable: 'DRONE_OUTPUT' },
    { host: 'bitbucket-pipelines', variable: 'BITBUCKET_PIPELINES_VARIABLES_PATH' },
  ] as const) {
    test(`that were not requested prevent the start where the place of ${host} is a folder`, async () => {
      const { exitCode, stdout, requests } = await tellOnHost({
        host,
        words: ['run'],
        environment: { [variable]: '/tmp' },
      });
      expect([exitCode, requests, codesIn(stdout)]).toEqual([2, [], ['invalid_input']]);
      expect(stdout).toContain('EISDIR');
    });

    test(`that were not requested are no concern where ${host} gives no place`, async () => {
      const { exitCode } = await tellOnHost({ host, words: ['run'], environment: { [variable]: '' } });
      expect(exitCode).toBe(0);
    });
  }

  for (const { host, values, name } of [
    { host: 'gitlab-ci', values: 'PRICE=5$\n', name: 'value_PRICE' },
    { host: 'gitlab-ci', values: many(21), name: 'value_' },
    { host: 'gitlab-ci', values: `LONG=${'x'.repeat(6_000)}\n`, name: 'values' },
    { host: 'tekton', values: `LONG=${'x'.repeat(4_000)}\n`, name: 'values' },
    { host: 'teamcity', values: 'PATTERN=%a%\n', name: 'value_PATTERN' },
    { host: 'argo-workflows', values: 'TEMPLATE={{x}}\n', name: 'value_TEMPLATE' },
    { host: 'bitbucket-pipelines', values: 'TICK=`\n', name: 'value_TICK' },
    { host: 'buildkite', values: 'EMPTY=\n', name: 'value_EMPTY' },
    { host: 'bitrise', values: `LONG=${'x'.repeat(21_000)}\n`, name: 'values' },
  ] as const) {
    const words = ['run', ...valuesFlags, '--values-as-outputs'];
    test(`that ${host} cannot represent fail the step (${name})`, async () => {
      const { exitCode, stdout } = await tellOnHost({ host, words, scenario: packed(values) });
      expect([exitCode, stdout]).toEqual([
        6,
        expect.stringMatching(new RegExp(`values_from: .*${name}.* could not`)),
      ]);
      expect(stdout).toContain('output_lost');
    });

    test(`that ${host} cannot represent may be in a file instead (${name})`, async () => {
      const { exitCode, files } = await tellOnHost({
        host,
        words: [...words, '--output-file', 'out.json'],
        scenario: packed(values),
      });
      const got = JSON.parse(files['out.json'] ?? '{}') as Record<string, string>;
      expect([exitCode, Object.keys(got)]).toEqual([0, expect.arrayContaining(['values', 'outcome'])]);
    });
  }

  for (const { host, program } of [
    { host: 'buildkite', program: '#!/bin/sh\ncat >/dev/null; exit 1\n' },
    { host: 'bitrise', program: '#!/bin/sh\ncat >/dev/null; exit 1\n' },
    { host: 'bitrise', program: '#!/no/such/interpreter\n' },
  ] as const) {
    test(`that the program of ${host} rejects fail the step (${program.slice(2, 8)})`, async () => {
      const { exitCode, stdout } = await tellOnHost({
        host,
        program,
        words: ['run', ...valuesFlags],
        scenario: packed('A=1\n'),
      });
      expect([exitCode, stdout.includes('values_from: values could not be handed to later steps')]).toEqual([
        6,
        true,
      ]);
    });
  }

  test('where no later step takes outputs prevent the start, unless JSON or a file takes them', async () => {
    const scenario = packed('A=1\n');
    const words = ['run', ...valuesFlags];
    const nowhere = await tellCommand({ words, scenario });
    expect([nowhere.exitCode, nowhere.requests]).toEqual([2, []]);
    const json = await tellCommand({ words: [...words, '--json'], scenario });
    expect([json.exitCode, JSON.parse(json.stdout)]).toEqual([
      0,
      expect.objectContaining({ outputs: expect.objectContaining({ values: '{"A":"1"}' }) }),
    ]);
  });

  test('that are masked prevent the start if everyone who can see the build could read them', async () => {
    const words = ['run', ...valuesFlags, '--mask-values', 'A'];
    const { exitCode, stdout, requests } = await tellOnHost({ host: 'jenkins', words });
    expect([exitCode, requests]).toEqual([2, []]);
    expect(stdout).toContain('mask_values: no later step can receive a masked value');
  });

  for (const { host, wanted } of [
    // It was told masks before, and so it is known.
    { host: 'azure-pipelines', wanted: 2 },
    { host: 'teamcity', wanted: 6 },
  ] as const) {
    test(`of ${host} go through standard output, and are lost with it`, async () => {
      const { exitCode, stderr } = await tellOnHost({
        host,
        words: ['run', ...valuesFlags],
        scenario: packed('A=1\n'),
        ...processToFullDisk,
      });
      expect([exitCode, stderr]).toEqual([wanted, 'Standard output cannot be written (ENOSPC).\n']);
    });
  }
});

describe('a requested file', () => {
  const test = testsAtOnce();
  const small = `trap '' XFSZ; ulimit -f 1; exec "$@"`;

  test('that does not fit on the disk fails the step', async () => {
    const { exitCode, stdout } = await tellCommand({
      words: ['run', '--wait', '--poll-interval', '1s', '--output-file', 'out.json'],
      through: small,
    });
    expect([exitCode, codesIn(stdout)]).toEqual([6, ['file_not_written']]);
    expect(stdout).toContain('EFBIG');
  });

  test('does not replace the error of a failed pipeline', async () => {
    const { exitCode, stdout } = await tellCommand({
      words: [
        'run',
        '--wait',
        '--poll-interval',
        '1s',
        '--output-file',
        'out.json',
        '--summary-file',
        'r.md',
      ],
      scenario: red,
      through: small,
    });
    expect([exitCode, codesIn(stdout)]).toEqual([
      1,
      ['file_not_written', 'file_not_written', 'outcome_not_accepted'],
    ]);
  });

  test('with the report fails the step, but not if it was not requested', async () => {
    const words = ['run', '--wait', '--poll-interval', '1s'];
    const asked = await tellCommand({ words: [...words, '--summary-file', 'r.md'], through: small });
    expect([asked.exitCode, codesIn(asked.stdout)]).toEqual([6, ['file_not_written']]);
    const environment = { GITHUB_STEP_SUMMARY: '/dev/full' };
    const summary = await tellOnHost({ host: 'github-actions', words: [...words, '--summary'], environment });
    expect([summary.exitCode, codesIn(summary.stdout)]).toEqual([6, ['output_lost']]);
    const unasked = await tellOnHost({ host: 'github-actions', words, environment });
    expect([unasked.exitCode, unasked.stdout.includes('The report could not be written.')]).toEqual([
      0,
      true,
    ]);
  });

  test('with the tests fails the step', async () => {
    const { exitCode, stdout } = await tellCommand({
      words: ['run', '--wait', '--poll-interval', '1s', '--junit-file', 'tests.xml'],
      through: `trap '' XFSZ; ulimit -f 0; exec "$@"`,
    });
    expect([exitCode, codesIn(stdout)]).toEqual([6, ['file_not_written']]);
  });
});

/** So many short values. */
function many(count: number): string {
  return Array.from({ length: count }, (_, index) => `V${index}=1\n`).join('');
}
