import { mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect } from '@jest/globals';

import type {
  JobScript,
  PipelineScript,
  TestCaseScript,
  TestSuiteScript,
} from '../../src/simulator/gitlab/state/pipeline-script.js';
import type { FaultRule } from '../../src/simulator/gitlab/wire/fault-plan.js';
import { requestDeadline } from '../support/request-patience.js';
import { packing } from './support/archives.js';
import { codesOf, messagesOf, runWith, scenarioOf, waitWith } from './support/bringing.js';
import { jsonOutput } from './support/following.js';
import { asked, send, stopRun } from './support/stopping.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { readWeathers } from './support/weathers.js';

const rounds: TestCaseScript = {
  name: 'rounds half to even',
  classname: 'round.test',
  status: 'failed',
  file: 'src/round.test.ts',
  executionTime: 0.5,
  systemOutput: 'expected 2, received 3\n  at src/round.test.ts:14:22',
};

const unit: TestSuiteScript = {
  name: 'unit',
  cases: [
    { name: 'adds', status: 'success', executionTime: 0.25 },
    rounds,
    { name: 'breaks', status: 'error', systemOutput: { message: 'no such thing', type: 'Error' } },
    { name: 'waits', status: 'skipped', executionTime: 0.75 },
  ],
};

const failingJob: JobScript = { name: 'unit', durationMs: 100, result: 'failed', coverage: 87.5 };
const failing: PipelineScript = { jobs: [failingJob], tests: [unit] };
const passing: PipelineScript = {
  jobs: [{ name: 'unit', durationMs: 100, coverage: 87.5 }],
  tests: [{ name: 'unit', cases: [{ name: 'adds', status: 'success', executionTime: 0.25 }] }],
};

/** How many requests there were for tests. */
function askedFor({ requests }: { readonly requests: readonly string[] }): readonly string[] {
  return requests.flatMap((line) => /\/(test_report\w*)$/.exec(line)?.[1] ?? []);
}

describe('the tests of a pipeline', () => {
  const test = testsAtOnce();

  test('are in the output, the log, the annotations and the report when it failed', async () => {
    const result = await runWith(scenarioOf(failing), {});

    expect(result.exitCode).toBe(1);
    const at = { suite: 'unit', path: [], status: 'failed' };
    expect(jsonOutput(result, 'tests')).toMatchObject({
      complete: true,
      total: 4,
      success: 1,
      failed: 1,
      error: 1,
      skipped: 1,
      duration: 1.5,
      suites: [{ name: 'unit', total: 4, problem: null }],
      failed_cases: [
        { ...at, name: 'rounds half to even', file: 'src/round.test.ts', line: 14, duration: 0.5 },
        { ...at, name: 'breaks', status: 'error', file: null, line: null, message: 'no such thing' },
      ],
      omitted_failed_cases: 0,
    });
    expect(result.shownLines).toContain('Tests: 4 tests: 1 passed · 1 failed · 1 broke · 1 skipped · in 1s');
    expect(result.groups).toContainEqual({
      title: 'failed tests (2)',
      lines: [
        'unit › round.test › rounds half to even (src/round.test.ts:14): expected 2, received 3',
        'unit › breaks: no such thing',
      ],
    });
    expect(result.annotations.slice(0, 2)).toEqual([
      {
        kind: 'error',
        message: 'expected 2, received 3\n  at src/round.test.ts:14:22',
        properties: {
          title: 'unit › round.test › rounds half to even',
          file: 'src/round.test.ts',
          line: '14',
        },
      },
      { kind: 'error', message: 'no such thing', properties: { title: 'unit › breaks' } },
    ]);
    expect(codesOf(result).at(-1)).toBe('outcome_not_accepted');
    expect(result.summary).toContain('### Failed tests');
    expect(result.summary).toContain('expected 2, received 3\n  at src/round.test.ts:14:22\n</pre>');
  });

  test('cost one request when it passed, and coverage comes with its jobs', async () => {
    const result = await waitWith(passing, {});
    expect([result.exitCode, askedFor(result), result.annotations]).toEqual([0, ['test_report_summary'], []]);
    expect(jsonOutput(result, 'tests')).toMatchObject({ complete: true, total: 1, failed_cases: [] });
    expect(jsonOutput(result, 'jobs')).toMatchObject({ jobs: [{ name: 'unit', coverage: 87.5 }] });
    expect(result.outputs.coverage).toBe('87.50');
    expect(result.summary).toContain('1 test: 1 passed · in 0.2s');
  });

  test('are warnings when they failed in an accepted pipeline', async () => {
    const result = await waitWith({ ...failing, jobs: [{ ...failingJob, allowFailure: true }] }, {});
    expect([result.exitCode, result.outputs.outcome, result.annotations.map(({ kind }) => kind)]).toEqual([
      0,
      'warnings',
      ['warning', 'warning'],
    ]);
  });

  test('leave room for the error of the step when many failed', async () => {
    const cases = Array.from({ length: 30 }, (_, index) => ({ ...rounds, name: `case ${index}` }));
    const result = await waitWith({ ...failing, tests: [{ name: 'unit', cases }] }, {});
    expect(result.annotations).toHaveLength(9);
    expect(codesOf(result).at(-1)).toBe('outcome_not_accepted');
  });

  test('are not requested where there are none', async () => {
    const result = await waitWith({ jobs: [packing({})] }, {});
    expect([result.exitCode, askedFor(result), result.outputs.tests]).toEqual([0, [], undefined]);
  });

  test('are awaited if GitLab has not counted them yet', async () => {
    const result = await runWith(scenarioOf({ ...passing, testsCountedAfterMs: 2500 }), {});
    expect(result.exitCode).toBe(0);
    expect(jsonOutput(result, 'tests')).toMatchObject({ complete: true, total: 1 });
    expect(askedFor(result).length).toBeGreaterThan(1);
  });

  test('include those of child pipelines and the parts of a job', async () => {
    const script: PipelineScript = {
      jobs: [
        { name: 'unit 1/2', durationMs: 100 },
        { name: 'unit 2/2', durationMs: 100 },
      ],
      tests: [unit],
      bridges: [
        {
          name: 'web',
          strategy: 'depend',
          downstream: {
            script: {
              jobs: [{ name: 'clicks', durationMs: 100, result: 'failed' }],
              tests: [{ name: 'clicks', cases: [{ name: 'opens', status: 'failed' }] }],
            },
          },
        },
      ],
    };
    const result = await runWith(scenarioOf(script), {});
    expect(jsonOutput(result, 'tests')).toMatchObject({
      total: 5,
      suites: [
        { name: 'unit', path: [] },
        { name: 'clicks', path: ['web'] },
      ],
      failed_cases: [{ suite: 'unit' }, { suite: 'unit' }, { suite: 'clicks', path: ['web'], name: 'opens' }],
    });
  });

  test('are reported as unreadable if GitLab could not read a report', async () => {
    const error = 'JUnit XML parsing failed: 1:1: FATAL: Document is empty';
    const result = await waitWith({ ...passing, tests: [{ name: 'unit', cases: [], error }] }, {});
    expect(result.exitCode).toBe(0);
    expect(jsonOutput(result, 'tests')).toMatchObject({ total: 0, suites: [{ problem: error }] });
    expect(result.shownLines).toContain(`Tests: GitLab could not read the report of unit: ${error}`);
  });

  test('are also fetched by the sub-action wait, whatever results_on says, and with missing values', async () => {
    const script = { ...passing, jobs: [...(passing.jobs ?? []), packing({})] };
    const result = await waitWith(script, { results_on: 'success', values_from: 'pack:a.env' });
    expect([result.exitCode, codesOf(result)]).toEqual([6, ['artifact_missing']]);
    expect(jsonOutput(result, 'tests')).toMatchObject({ total: 1 });
  });
});

describe('tests with hostile names', () => {
  const test = testsAtOnce();

  test('run no command and do not corrupt the report', async () => {
    const texts = ['::error::pwned', '##[error]pwned', 'a\r\n::set-output name=outcome::pwned', '</pre><b>x'];
    const name = 'unit';
    const cases = texts.map((text): TestCaseScript => ({
      name: text,
      classname: text,
      file: text,
      status: 'failed',
      systemOutput: text,
    }));
    const result = await waitWith({ jobs: [{ ...failingJob, name }], tests: [{ name, cases }] }, {});
    expect([result.exitCode, result.outputs.outcome, result.annotations.length]).toEqual([1, 'failed', 5]);
    const commands = result.rawStdout
      .split(/[\r\n]+/)
      .filter((line) => /^\s*::|##\[/.test(line))
      .filter((line) => !/^::(?:add-mask|group|endgroup|error)(?: [^:]*)?::/.test(line));
    expect(commands).toEqual([]);
    expect(result.summary).not.toContain('<b>');
  });
});

describe('the JUnit file', () => {
  const test = testsAtOnce();
  const folder = mkdtempSync(join(tmpdir(), 'gitlab-trigger-junit-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('holds every case of a failed pipeline', async () => {
    const file = join(folder, 'failed', 'junit.xml');
    const result = await waitWith(failing, { junit_file: file });
    expect([result.exitCode, codesOf(result).at(-1)]).toEqual([1, 'outcome_not_accepted']);
    const xml = await readFile(file, 'utf8');
    expect(xml).toContain('<testsuites tests="4" failures="1" errors="1" skipped="1" time="1.500">');
    expect(xml).toContain('<testcase classname="" name="adds" time="0.250"/>');
  });

  test('is also written when there are no tests', async () => {
    const file = join(folder, 'none.xml');
    const result = await waitWith({ jobs: [packing({})] }, { junit_file: file });
    expect([result.exitCode, await readFile(file, 'utf8')]).toEqual([
      0,
      '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites tests="0" failures="0" errors="0" skipped="0" time="0.000">\n</testsuites>\n',
    ]);
  });

  test('is refused before any request if it cannot be written', async () => {
    const result = await waitWith(passing, { junit_file: folder });
    expect([result.exitCode, codesOf(result), result.requests]).toEqual([2, ['invalid_input'], []]);
  });

  test('fails a step that would pass if it is incomplete', async () => {
    const file = join(folder, 'half.xml');
    const result = await waitWith(passing, { junit_file: file }, [
      { when: { pathMatches: /test_report$/ }, fault: { kind: 'too_large', megabytes: 11 } },
    ]);
    expect([result.exitCode, codesOf(result)]).toEqual([6, ['tests_incomplete']]);
    expect(await readFile(file, 'utf8')).toContain('<testsuites tests="0"');
  });

  test('fails a step that would pass if it lacks a report which GitLab could not read', async () => {
    const file = join(folder, 'unreadable.xml');
    const tests = [{ name: 'pack', cases: [], error: 'JUnit XML parsing failed: 1:1' }];
    const result = await waitWith({ jobs: [packing({})], tests }, { junit_file: file });
    expect([result.exitCode, codesOf(result)]).toEqual([6, ['tests_incomplete']]);
  });

  test('is refused without wait', async () => {
    const result = await runWith(scenarioOf(passing), { wait: 'false', junit_file: 'a.xml' });
    expect([result.exitCode, codesOf(result), result.requests]).toEqual([2, ['invalid_input'], []]);
  });
});

describe('the step, when the requests for tests meet', () => {
  const test = testsAtOnce();

  for (const { name, fault } of readWeathers) {
    const rules: readonly FaultRule[] = [
      {
        when: { pathMatches: /test_report_summary/ },
        fault: fault.kind === 'drip' ? { ...fault, everyMs: 3000 } : fault,
      },
    ];
    test(`${name}, ends like the pipeline, and the log says what is missing`, async () => {
      const result = await waitWith(passing, { request_timeout: requestDeadline(rules) }, rules);
      expect([result.exitCode, result.annotations, result.outputs.outcome, result.outputs.tests]).toEqual([
        0,
        [],
        'success',
        undefined,
      ]);
      const details = result.shownLines.filter((line) => line.startsWith('Tests: '));
      expect(details).toEqual([expect.stringMatching(/^Tests: the tests of pipeline 257 cannot be read \(/)]);
    });
  }

  test('a failure of the cases only, has the counts', async () => {
    const result = await waitWith(failing, {}, [
      { when: { pathMatches: /test_report$/ }, fault: { kind: 'truncate' } },
    ]);
    expect([result.exitCode, messagesOf(result, 'error').length]).toEqual([1, 1]);
    expect(jsonOutput(result, 'tests')).toMatchObject({ complete: false, failed: 1, failed_cases: [] });
    expect(result.summary).toContain('the test cases of pipeline 257 cannot be read');
  });
});

describe('a step that is stopped while tests are read', () => {
  const test = testsAtOnce();

  for (const { name, inputs, exitCode } of [
    { name: 'keeps the color of its pipeline', inputs: {}, exitCode: 0 },
    { name: 'is not green when a JUnit file was asked for', inputs: { junit_file: 'a.xml' }, exitCode: 130 },
  ]) {
    test(name, async () => {
      const { main } = await stopRun({
        scenario: scenarioOf(passing),
        rules: [{ when: { pathMatches: /test_report_summary/ }, fault: { kind: 'stall' } }],
        inputs: { poll_interval: '1s', ...inputs },
        reached: asked('GET', /test_report_summary/),
        stop: (step) => send(step, 'SIGINT'),
      });
      expect([main.exitCode, main.outputs.outcome]).toEqual([exitCode, 'success']);
      expect(main.summary).toContain('Pipeline 257');
    });
  }
});
