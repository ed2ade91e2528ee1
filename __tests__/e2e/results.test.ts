import { describe, expect } from '@jest/globals';

import type { JobScript } from '../../src/simulator/gitlab/state/pipeline-script.js';
import type { FaultRule } from '../../src/simulator/gitlab/wire/fault-plan.js';
import { oneProject } from '../support/one-project.js';
import { requestDeadline } from '../support/request-patience.js';
import { dotenvReport, packing } from './support/archives.js';
import {
  type Inputs,
  codesOf,
  jobsScenario,
  messagesOf,
  runWith,
  scenarioOf,
  waitWith,
} from './support/bringing.js';
import { jsonOutput } from './support/following.js';
import { asked, send, stopRun } from './support/stopping.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { readWeathers } from './support/weathers.js';

describe('values', () => {
  const test = testsAtOnce();

  test('come from dotenv and JSON, the later file wins', async () => {
    const scenario = jobsScenario(
      packing({ 'build.env': 'IMAGE_TAG=1.4.2\nURL="https://x"\n# a comment\n' }),
      packing(
        { 'out/meta.json': '{"IMAGE_TAG": "1.5.0", "COUNT": 1.10, "MATRIX": ["a", "b"]}' },
        { name: 'meta' },
      ),
    );
    const result = await runWith(scenario, {
      values_from: 'pack:build.env\nmeta:./out/meta.json',
      values_as_outputs: 'true',
    });

    expect(result.exitCode).toBe(0);
    expect(jsonOutput(result, 'values')).toEqual({
      IMAGE_TAG: '1.5.0',
      URL: '"https://x"',
      COUNT: '1.10',
      MATRIX: '["a","b"]',
    });
    const single = Object.entries(result.outputs).filter(([name]) => name.startsWith('value_'));
    expect(Object.fromEntries(single)).toEqual({
      value_IMAGE_TAG: '1.5.0',
      value_URL: '"https://x"',
      value_COUNT: '1.10',
      value_MATRIX: '["a","b"]',
    });
    expect(result.shownLines).toContain('Values: IMAGE_TAG, URL, COUNT, MATRIX');
    expect(result.shownLines.join('\n')).not.toContain('1.5.0');
    expect(result.environment).toEqual({});
  });

  test('are no outputs of their own unless requested', async () => {
    const result = await waitWith({ jobs: [packing({ 'a.env': 'A=1' })] }, { values_from: 'pack:a.env' });
    expect([result.exitCode, result.outputs.values, result.outputs.value_A]).toEqual([
      0,
      '{"A":"1"}',
      undefined,
    ]);
  });

  test('come from a child pipeline, a matrix job and the latest attempt', async () => {
    const scenario = scenarioOf({
      jobs: [
        packing({ 'a.env': 'MATRIX=linux' }, { name: 'compile: [linux, amd64]' }),
        packing({ 'a.env': 'MATRIX=windows' }, { name: 'compile: [windows]' }),
        packing({ 'a.env': 'FLAKY=latest' }, { name: 'flaky', retriesBeforeSuccess: 1 }),
      ],
      bridges: [
        {
          name: 'images',
          strategy: 'depend',
          downstream: { script: { jobs: [packing({ 'a.env': 'CHILD=yes' }, { name: 'push: all' })] } },
        },
      ],
    });
    const result = await runWith(scenario, {
      values_from: 'compile: [linux, amd64]:a.env\nflaky:a.env\nimages/push: all:a.env',
    });

    expect([result.exitCode, jsonOutput(result, 'values')]).toEqual([
      0,
      { MATRIX: 'linux', FLAKY: 'latest', CHILD: 'yes' },
    ]);
    const flaky = result.requests.filter((line) => /\/jobs\/\d+\/artifacts\/a\.env$/.test(line));
    expect(flaky).toHaveLength(3);
  });

  test('that may be missing do not affect the others', async () => {
    const jobs = [
      packing({ 'a.env': 'A=1' }),
      { name: 'bare', durationMs: 100 },
      { name: 'report', durationMs: 100, artifacts: [dotenvReport] },
    ];
    const result = await waitWith(
      { jobs },
      {
        values_from: 'pack:a.env\npack:b.env?\nnobody:b.env?\nbare:b.env ?\nreport:b.env?',
      },
    );
    expect([result.exitCode, jsonOutput(result, 'values'), result.annotations]).toEqual([0, { A: '1' }, []]);
  });

  test('may be absent', async () => {
    const result = await waitWith({ jobs: [packing({})] }, { values_from: 'pack:a.env?' });
    expect([result.exitCode, result.outputs.values]).toEqual([0, '{}']);
  });
});

/** What an accepted pipeline brings, and the step is red all the same. */
interface Missing {
  readonly name: string;
  readonly jobs: readonly JobScript[];
  readonly inputs: Inputs;
  readonly code: string;
  readonly message: string;
}

const lacks: readonly Missing[] = [
  {
    name: 'a job that does not exist',
    jobs: [packing({})],
    inputs: { values_from: 'pac:a.env' },
    code: 'result_job_not_found',
    message: 'Did you mean pack? ',
  },
  {
    name: 'a job with parallel parts',
    jobs: [
      packing({ 'a.env': 'A=1' }, { name: 'build 1/2' }),
      packing({ 'a.env': 'A=2' }, { name: 'build 2/2' }),
    ],
    inputs: { values_from: 'build:a.env' },
    code: 'result_job_ambiguous',
    message: 'stands for 2 jobs (build 1/2, build 2/2)',
  },
  {
    name: 'a file that is not among the artifacts',
    jobs: [packing({ 'b.env': 'A=1' })],
    inputs: { values_from: 'pack:a.env' },
    code: 'artifact_missing',
    message: 'The job has artifacts, but not this file.',
  },
  {
    name: 'a job without artifacts',
    jobs: [{ name: 'pack', durationMs: 100 }],
    inputs: { values_from: 'pack:a.env' },
    code: 'artifact_missing',
    message: 'left no artifacts behind; it has ended with the status success',
  },
  {
    name: 'artifacts that have expired',
    jobs: [packing({ 'a.env': 'A=1' }, { artifactsExpireAfterMs: 1 })],
    inputs: { values_from: 'pack:a.env' },
    code: 'artifact_missing',
    message: 'The artifacts of the job expired at 20',
  },
  {
    name: 'a file that is a dotenv report only',
    jobs: [{ name: 'pack', durationMs: 100, artifacts: [dotenvReport] }],
    inputs: { values_from: 'pack:build.env' },
    code: 'dotenv_report_only',
    message: 'What to do: List the file under artifacts:paths of the job, too.',
  },
  {
    name: 'a manual job that nobody has played',
    jobs: [
      packing({}, { name: 'other' }),
      packing({ 'a.env': 'A=1' }, { result: 'manual', allowFailure: true }),
    ],
    inputs: { values_from: 'pack:a.env' },
    code: 'artifact_missing',
    message: 'The job has not ended: its status is manual.',
  },
  {
    name: 'a path that leads out',
    jobs: [packing({ 'a.env': 'A=1' })],
    inputs: { values_from: 'pack:../../a.env' },
    code: 'artifact_missing',
    message: 'No file in artifacts has such a path.',
  },
  {
    name: 'a file that is YAML',
    jobs: [packing({ 'a.yml': 'image: app:1.10\n' })],
    inputs: { values_from: 'pack:a.yml' },
    code: 'values_unfit',
    message: 'it looks like YAML, which is not read because it changes texts such as 1.10 or NO',
  },
  {
    name: 'a file with a zero byte',
    jobs: [packing({ 'a.env': 'A=a\0b' })],
    inputs: { values_from: 'pack:a.env' },
    code: 'values_unfit',
    message: 'has a control character in a value (line 1)',
  },
  {
    name: 'a file of two megabytes',
    jobs: [packing({ 'a.env': `A=${'x'.repeat(2_000_000)}` })],
    inputs: { values_from: 'pack:a.env' },
    code: 'values_unfit',
    message: 'The file is longer than 1000000 bytes.',
  },
  {
    name: 'more than an output may hold',
    jobs: [packing({ 'a.env': `A=${'x'.repeat(300_000)}` })],
    inputs: { values_from: 'pack:a.env' },
    code: 'values_unfit',
    message: 'longer than 200000 bytes together',
  },
  {
    name: 'keys that differ in case only',
    jobs: [packing({ 'a.env': 'tag=1\nTAG=2' })],
    inputs: { values_from: 'pack:a.env' },
    code: 'values_unfit',
    message: 'tag and TAG differ only in case',
  },
  {
    name: 'an optional file that cannot be understood',
    jobs: [packing({ 'a.env': 'nothing' })],
    inputs: { values_from: 'pack:a.env?' },
    code: 'values_unfit',
    message: 'is neither a JSON object nor KEY=VALUE lines (line 1)',
  },
];

describe('an accepted pipeline fails the step with exit code 6 because of', () => {
  const test = testsAtOnce();

  for (const { name, jobs, inputs, code, message } of lacks) {
    test(name, async () => {
      const result = await waitWith({ jobs }, inputs);

      expect([result.exitCode, codesOf(result), messagesOf(result, 'warning')]).toEqual([6, [code], []]);
      expect(messagesOf(result, 'error')[0]).toContain(message);
      const { outcome, status, values } = result.outputs;
      expect({ outcome, status, values }).toEqual({
        outcome: 'success',
        status: 'success',
        values: undefined,
      });
      expect(result.shownLines.some((line) => line.startsWith('Pipeline 257 passed after'))).toBe(true);
    });
  }

  test('several missing results, each of which is reported', async () => {
    const result = await waitWith(
      { jobs: [packing({ 'a.env': 'A=1' })] },
      {
        values_from: 'pack:a.env\npack:b.env\nnobody:c.env',
      },
    );
    expect([result.exitCode, codesOf(result), codesOf(result, 'warning')]).toEqual([
      6,
      ['results_incomplete'],
      ['artifact_missing', 'result_job_not_found'],
    ]);
    expect(result.outputs.values).toBeUndefined();
  });
});

describe('the input results_on', () => {
  const test = testsAtOnce();
  const failing = {
    jobs: [
      packing({ 'a.env': 'A=1' }, { result: 'failed' as const }),
      packing({ 'a.env': 'A=2' }, { name: 'other' }),
    ],
  };

  for (const { on, collected } of [
    { on: 'success', collected: false },
    { on: 'failure', collected: true },
    { on: 'always', collected: true },
  ]) {
    test(`${on} for a failed pipeline, which keeps its error`, async () => {
      const result = await waitWith(failing, { values_from: 'pack:a.env', results_on: on });
      expect([result.exitCode, codesOf(result), result.outputs.outcome]).toEqual([
        1,
        ['outcome_not_accepted'],
        'failed',
      ]);
      expect(result.outputs.values).toBe(collected ? '{"A":"1"}' : undefined);
      expect(result.shownLines.includes('No values: results_on is success, and the outcome is failed.')).toBe(
        !collected,
      );
    });
  }

  test('success for a failed pipeline that is accepted', async () => {
    const result = await waitWith(failing, { values_from: 'other:a.env', accept: 'any' });
    expect([result.exitCode, result.outputs.outcome, result.outputs.values]).toEqual([
      0,
      'failed',
      '{"A":"2"}',
    ]);
  });

  test('failure for a pipeline that passed', async () => {
    const result = await waitWith(
      { jobs: [packing({ 'a.env': 'A=1' })] },
      {
        values_from: 'pack:a.env',
        results_on: 'failure',
      },
    );
    expect([result.exitCode, result.outputs.values]).toEqual([0, undefined]);
  });

  test('always for a failed pipeline with a missing file: its own error stays', async () => {
    const result = await waitWith(failing, { values_from: 'pack:b.env', results_on: 'always' });
    expect([result.exitCode, codesOf(result), codesOf(result, 'warning')]).toEqual([
      1,
      ['outcome_not_accepted'],
      ['artifact_missing'],
    ]);
  });

  test('always for a pipeline that timed out fetches what exists', async () => {
    const scenario = jobsScenario(packing({ 'a.env': 'A=1' }), { name: 'soak', durationMs: 3_600_000 });
    const result = await runWith(scenario, {
      values_from: 'pack:a.env',
      results_on: 'always',
      timeout: '2s',
      cancel_on: 'never',
    });
    expect([result.exitCode, codesOf(result), result.outputs.values]).toEqual([
      5,
      ['wait_timeout'],
      '{"A":"1"}',
    ]);
  });

  test('always for a pipeline that became unreachable requests nothing', async () => {
    const result = await runWith(
      jobsScenario(packing({ 'a.env': 'A=1' }, { durationMs: 3_600_000 })),
      { values_from: 'pack:a.env', results_on: 'always' },
      [{ when: { pathMatches: /pipelines\/257$/, nth: 2, times: 1000 }, fault: { kind: 'reset_before' } }],
    );
    expect([result.exitCode, codesOf(result), codesOf(result, 'warning')]).toEqual([
      4,
      ['outage'],
      ['outage'],
    ]);
    expect(result.requests.filter((line) => line.includes('artifacts'))).toEqual([]);
  });

  test('and values without waiting are refused before anything is sent', async () => {
    const result = await runWith(oneProject(), { wait: 'false', values_from: 'pack:a.env' });
    expect([result.exitCode, codesOf(result), result.requests]).toEqual([2, ['invalid_input'], []]);
  });

  test('and masks without values are refused', async () => {
    const result = await runWith(oneProject(), { mask_values: 'A' });
    expect([result.exitCode, codesOf(result), result.requests]).toEqual([2, ['invalid_input'], []]);
  });
});

describe('the step, when the request for a file of values meets', () => {
  const test = testsAtOnce();
  const script = { jobs: [packing({ 'a.env': 'A=1' })] };
  const file = /\/artifacts\/a\.env/;

  for (const { name, fault, read } of readWeathers) {
    const met: FaultRule['fault'] =
      fault.kind === 'redirect'
        ? { ...fault, location: 'http://127.0.0.1:1/elsewhere' }
        : fault.kind === 'drip'
          ? { ...fault, everyMs: 3000 }
          : fault;
    const code =
      fault.kind === 'maintenance'
        ? // The redirect of maintenance leads to the front page, which is no API.
          'not_gitlab'
        : fault.kind === 'redirect'
          ? 'connection_refused'
          : fault.kind === 'too_large'
            ? 'values_unfit'
            : read.code;
    test(`${name} every time, fails`, async () => {
      const result = await waitWith(
        script,
        { values_from: 'pack:a.env', request_timeout: requestDeadline([met]) },
        [{ when: { pathMatches: file }, fault: met }],
      );
      expect([result.exitCode, codesOf(result), result.outputs.outcome, result.outputs.values]).toEqual([
        6,
        [code],
        'success',
        undefined,
      ]);
    });
  }

  test('a temporary failure, passes', async () => {
    const result = await waitWith(script, { values_from: 'pack:a.env', outage_timeout: '1m' }, [
      { when: { pathMatches: file, nth: 1 }, fault: { kind: 'truncate' } },
      { when: { pathMatches: file, nth: 2 }, fault: { kind: 'rate_limited', retryAfterSeconds: 1 } },
    ]);
    expect([result.exitCode, result.outputs.values]).toEqual([0, '{"A":"1"}']);
    expect(result.requests.filter((line) => line.endsWith('/artifacts/a.env'))).toHaveLength(3);
  });

  test('a refusal, fails', async () => {
    const result = await waitWith(script, { values_from: 'pack:a.env' }, [
      {
        when: { pathMatches: file },
        fault: { kind: 'status', status: 403, work: 'not_done', body: '{"message":"403 Forbidden"}' },
      },
    ]);
    expect([result.exitCode, codesOf(result)]).toEqual([6, ['forbidden']]);
  });
});

describe('a step that is stopped while values are fetched', () => {
  const test = testsAtOnce();

  for (const { name, scenario, inputs, exitCode, outcome } of [
    {
      name: 'is not green although its pipeline is',
      scenario: jobsScenario(packing({ 'a.env': 'A=1' })),
      inputs: {},
      exitCode: 130,
      outcome: 'success',
    },
    {
      name: 'keeps the error of a pipeline that failed',
      scenario: jobsScenario(packing({ 'a.env': 'A=1' }, { result: 'failed' })),
      inputs: { results_on: 'always' },
      exitCode: 1,
      outcome: 'failed',
    },
  ]) {
    test(name, async () => {
      const { main, post, postRequests, cancels } = await stopRun({
        scenario,
        rules: [{ when: { pathMatches: /artifacts\/a\.env/ }, fault: { kind: 'stall' } }],
        inputs: { poll_interval: '1s', values_from: 'pack:a.env', ...inputs },
        reached: asked('GET', /artifacts\/a\.env/),
        stop: (step) => send(step, 'SIGINT'),
        post: 'runs',
      });
      expect([main.exitCode, main.outputs.outcome, main.outputs.values]).toEqual([
        exitCode,
        outcome,
        undefined,
      ]);
      expect(main.summary).toContain('Pipeline 257');
      expect([post?.exitCode, postRequests, cancels]).toEqual([0, [], 0]);
    });
  }
});

describe('masked values', () => {
  const test = testsAtOnce();
  const password = 'pa"ss&w+ö/rd=\\7Kq';
  const multiLine = 'first-line-of-it\nsecond-line-of-it';

  test('are masked before any output is set', async () => {
    const jobs = [
      packing({ 'a.json': JSON.stringify({ PASSWORD: password, KEY: multiLine, PLAIN: 'shown' }) }),
      packing({ 'b.env': `PASSWORD=another-${'x'.repeat(8)}` }, { name: 'other' }),
    ];
    const result = await waitWith(
      { jobs },
      {
        values_from: 'other:b.env\npack:a.json',
        mask_values: 'PASSWORD, KEY',
        values_as_outputs: 'true',
      },
    );
    expect([result.exitCode, jsonOutput(result, 'values')]).toEqual([
      0,
      { PASSWORD: password, KEY: multiLine, PLAIN: 'shown' },
    ]);
    expect(result.masked).toEqual(
      expect.arrayContaining([password, 'another-xxxxxxxx', 'first-line-of-it', 'second-line-of-it']),
    );
    expect(result.masked).not.toContain('shown');
    expect(result.outputs.value_PASSWORD).toBe(password);
  });

  test('are masked although their file is invalid', async () => {
    const result = await waitWith(
      { jobs: [packing({ 'a.env': `PASSWORD=${password}\nbroken` })] },
      {
        values_from: 'pack:a.env',
        mask_values: 'PASSWORD',
      },
    );
    expect([result.exitCode, codesOf(result)]).toEqual([6, ['values_unfit']]);
    expect(result.masked).toContain(password);
    expect(JSON.stringify([result.shownLines, result.outputs, result.summary])).not.toContain('ss&w+');
  });

  test('that do not exist, or that are too short, cause a warning', async () => {
    const result = await waitWith(
      { jobs: [packing({ 'a.env': 'PASSWORT=abcdefgh\nPIN=12' })] },
      {
        values_from: 'pack:a.env',
        mask_values: 'PASSWORD PIN',
      },
    );
    expect([result.exitCode, messagesOf(result, 'warning')]).toEqual([
      0,
      [
        'mask_values: the value of PIN is too short to be masked',
        'mask_values: there is no value PASSWORD, so that nothing was masked for it; did you mean PASSWORT?',
      ],
    ]);
  });
});

describe('a hostile file', () => {
  const test = testsAtOnce();

  test('runs no command, sets nothing else, and does not corrupt the report', async () => {
    const hostile = [
      'A=::set-output name=outcome::pwned',
      'B=x%0A::error::pwned ##[error]pwned',
      '__proto__=polluted',
      'constructor=c',
      'PATH=/tmp/evil',
      'GITHUB_ENV=/tmp/evil',
      'C=EOF ghadelimiter_00000000',
    ].join('\n');
    const result = await waitWith(
      { jobs: [packing({ 'a.env': hostile })] },
      {
        values_from: 'pack:a.env',
        values_as_outputs: 'true',
      },
    );
    expect([result.exitCode, result.annotations, result.outputs.outcome]).toEqual([0, [], 'success']);
    expect(result.outputs.values).toBe(
      '{"A":":\\u003aset-output name=outcome:\\u003apwned","B":"x%0A:\\u003aerror:\\u003apwned #\\u0023[error]pwned","__proto__":"polluted","constructor":"c","PATH":"/tmp/evil","GITHUB_ENV":"/tmp/evil","C":"EOF ghadelimiter_00000000"}',
    );
    expect(result.outputs.value___proto__).toBe('polluted');
    expect(result.environment).toEqual({});
  });

  test('with line ends in a value keeps them in its own output', async () => {
    const text = 'one\r\noutcome=pwned\noutcome<<x\npwned\nx\n';
    const result = await waitWith(
      { jobs: [packing({ 'a.json': JSON.stringify({ A: text }) })] },
      {
        values_from: 'pack:a.json',
        values_as_outputs: 'true',
      },
    );
    expect([result.exitCode, result.outputs.outcome, jsonOutput(result, 'values')]).toEqual([
      0,
      'success',
      { A: text },
    ]);
  });

  test('in the name of a job or of a path stays text', async () => {
    const name = 'x\n::error::pwned';
    const result = await waitWith(
      { jobs: [packing({ 'a.env': 'A=1' }, { name })] },
      {
        values_from: 'y:a.env',
      },
    );
    expect([result.exitCode, codesOf(result)]).toEqual([6, ['result_job_not_found']]);
  });
});
