import { describe, expect } from '@jest/globals';
import { marked } from 'marked';

import type { PipelineScript } from '../../src/simulator/gitlab/state/pipeline-script.js';
import type { Scenario } from '../../src/simulator/gitlab/state/scenario.js';
import { formsOf } from '../leak/support/secret-search.js';
import { oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { type Followed, followRun, jsonOutput } from './support/following.js';
import { describeEachNode } from './support/node-versions.js';
import { testsAtOnce } from './support/tests-at-once.js';

const megabyte = 2 ** 20;

/** What somebody might write where we only expect a name, a reason or a line. */
const hostileTexts: readonly string[] = [
  '::error::pwned',
  '::error file=a.js,line=1::pwned',
  '  \t::warning::pwned',
  '##[error]pwned',
  'before ##[error]pwned ##[group]pwned',
  '::add-mask::pipeline',
  '::stop-commands::pwned-token',
  '::group::pwned',
  '::endgroup::',
  '::set-output name=pipeline_id::1',
  '::save-state name=pipeline::pwned',
  '::set-env name=PATH::pwned',
  'harmless\r::error::pwned',
  'harmless\n::error::pwned\r\n::notice::pwned',
  '\u2028::error::pwned\u2029::error::pwned\u0085::error::pwned',
  '\ufeff::error::pwned',
  '\u200b\u00a0\u3000::error::pwned',
  '\u001b[31m::error::pwned\u001b[0m\u001b]0;title\u0007\u001b[2K\u001b[1A',
  ':\u001b[0m:error::pwned',
  '#\u001b[0m#[error]pwned',
  '#\u200b#[error]pwned',
  ':\u200b:error::pwned',
  '%0A::error::pwned%0D%0A',
  '<script>alert(1)</script><img src=x onerror=alert(1)><!-- --></pre></details>',
  '[pwned](javascript:alert(1)) ![pwned](https://evil.example/x.png) https://evil.example',
  '| a | b |\n| --- | --- |\n# pwned\n```\n```mermaid\ngantt\n:crit, 0, 1\n</code>',
  '@octocat #1 GH-1 octo-org/octo-repo#1 $x^2$ &lt;b&gt; ~~x~~ **x** __x__ `x`',
  'section_start:0:pwned[collapsed=true]\r\u001b[0K::error::pwned\nsection_end:0:pwned\r\u001b[0K::error::pwned',
];

const names = hostileTexts.map((text, index) => `${text} (${index})`);

/** Half of the jobs are allowed to fail, so that their names go another way. */
const hostileScript: PipelineScript = {
  createdForMs: 50,
  name: hostileTexts.join(' '),
  jobs: names.map((name, index) => ({
    name,
    stage: hostileTexts[(index + 3) % hostileTexts.length],
    durationMs: 20,
    result: 'failed' as const,
    allowFailure: index % 2 === 0,
    failureReason: hostileTexts[(index + 7) % hostileTexts.length],
    when: 'always' as const,
    log: hostileTexts
      .slice(index)
      .concat(hostileTexts.slice(0, index))
      .map((text) => `${text}\n`)
      .join(''),
  })),
  bridges: hostileTexts.slice(0, 4).map((text, index) => ({
    name: `${text} bridge ${index}`,
    when: 'always' as const,
    stage: text,
    downstream: {
      projectId: 43,
      ref: text,
      script: { createdForMs: 0, jobs: [{ name: text, result: 'failed' as const, log: `${text}\n` }] },
    },
  })),
  tests: names.slice(0, 10).map((name, index) => ({
    name,
    cases: hostileTexts.slice(index * 2, index * 2 + 4).map((text) => ({
      name: text,
      classname: text,
      file: text,
      status: 'failed' as const,
      systemOutput: `${text}\n${text}:1`,
    })),
  })),
};

function hostileProject(script: PipelineScript): Scenario {
  const { projects, ...scenario } = oneProject({ ci: valid(script) });
  const refs = hostileTexts.slice(0, 4).map((name) => ({ name }));
  return {
    ...scenario,
    projects: projects.map((project) =>
      project.id === 43 ? { ...project, members: { ada: 'maintainer' as const }, refs } : project,
    ),
  };
}

const ownCommands = /^::(?:add-mask|group|endgroup|error|warning|debug)(?: title=[^:]*)?::/;

/** Everything that a runner would take for a command is ours, whatever a runner looks for. */
function expectOwnCommandsOnly(run: Followed, groups: number): void {
  const lines = run.rawStdout.split(/\r\n|[\n\r\u0085\u2028\u2029]/);
  const commands = lines.filter((line) => /^[\s\ufeff\u200b]*::/.test(line));
  expect(commands.filter((line) => !ownCommands.test(line))).toEqual([]);
  const count = (name: string): number =>
    commands.filter((line) => /^::(\w+)/.exec(line)?.[1] === name).length;
  expect([count('error'), count('warning')]).toEqual([
    run.annotations.filter(({ kind }) => kind === 'error').length,
    run.annotations.filter(({ kind }) => kind === 'warning').length,
  ]);
  expect([count('group'), count('endgroup')]).toEqual([groups, groups]);
  const texts = lines.filter((line) => !/^::(?:error|warning)(?: title=[^:]*)?::/.test(line));
  expect(texts.filter((line) => line.includes('##['))).toEqual([]);
  // The runner shows what an annotation says as lines of the log.
  for (const { message } of run.annotations) {
    expect(message.split(/\r\n|[\n\r]/).filter((line) => /^\s*(?:::|##\[)/.test(line))).toEqual([]);
  }
  for (const secret of run.masked) expect(isFormOfToken(secret)).toBe(true);
  expect(run.rawStderr).toBe('');
  expect(run.fileTexts.env + run.fileTexts.path).toBe('');
}

function isFormOfToken(secret: string): boolean {
  return Object.values(tokens).some(
    (token) =>
      secret.includes(token) ||
      Buffer.from(secret, 'base64').toString('utf8').includes(token) ||
      Buffer.from(secret, 'base64url').toString('utf8').includes(token) ||
      Buffer.from(secret, 'hex').toString('utf8') === token ||
      formsOf(token).base64?.includes(secret) === true,
  );
}

const elements = new Set(
  'h2 h3 p code details summary pre table thead tbody tr th td a span ul li br'.split(' '),
);

/** Nothing in the report is alive but what we put there. */
async function expectHarmlessReport({ summary }: Followed): Promise<void> {
  const html = await marked.parse(summary);
  const found = [...html.matchAll(/<\/?([a-zA-Z][\w-]*)([^>]*)>/g)];
  expect(found.filter(([, name = '']) => !elements.has(name.toLowerCase())).map(([tag]) => tag)).toEqual([]);
  const attributes = found.flatMap(([, , text = '']) => [...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)]);
  for (const [attribute, name = '', value = ''] of attributes) {
    expect({ attribute, isOurs: /^(?:open|align|class|href)$/.test(name) }).toEqual({
      attribute,
      isOurs: true,
    });
    if (name === 'href') expect(value).toMatch(/^https:\/\/gitlab\.example\.com\//);
  }
  // Nobody looks for mentions or fences within these.
  const outside = html.replace(/<pre>[^]*?<\/pre>|<code>[^]*?<\/code>/g, '').replace(/<[^>]*>/g, '');
  expect(/(?:^|[^&\w])@octocat/.exec(outside)?.[0]).toBeUndefined();
  const fences = summary.replace(/<pre>[^]*?<\/pre>/g, '').match(/^```.*$/gm) ?? [];
  expect(['', '```mermaid,```']).toContain(fences.join(','));
  expect(summary).not.toContain('\u001b');
}

describeEachNode('names, stages, reasons and logs that speak commands', ({ path: nodePath }) => {
  const test = testsAtOnce();

  test('appear as text in the log and in the report, and unchanged in the outputs', async () => {
    const run = await followRun({ nodePath, scenario: hostileProject(hostileScript) });

    expect([run.exitCode, run.outputs.outcome, run.outputs.pipeline_id]).toEqual([1, 'failed', '257']);
    // The message of the step, and the first failed tests.
    expect(run.annotations.map(({ kind }) => kind)).toEqual(Array.from({ length: 9 }, () => 'error'));
    expect(run.groups.length).toBeGreaterThan(15);
    for (const { title } of run.groups) {
      expect(title).toMatch(/^(?:(?:log|last 50 lines) of .+ \(job \d+|failed tests \(40\)$)/s);
    }
    expectOwnCommandsOnly(run, run.groups.length);
    await expectHarmlessReport(run);

    const { jobs } = jsonOutput(run, 'jobs') as { readonly jobs: readonly { readonly name: string }[] };
    expect(jobs.map(({ name }) => name).slice(0, names.length)).toEqual(
      expect.arrayContaining(names.slice(0, 1)),
    );
    expect(new Set(jobs.map(({ name }) => name))).toEqual(new Set([...names, ...hostileTexts.slice(0, 4)]));
    const { pipelines } = jsonOutput(run, 'downstream') as {
      readonly pipelines: readonly { readonly ref: string }[];
    };
    expect(pipelines.map(({ ref }) => ref).toSorted()).toEqual(hostileTexts.slice(0, 4).toSorted());
    expect(run.state.pipeline ?? '').toBe('');
  });
});

describe('text from outside', () => {
  const test = testsAtOnce();

  test('stays text when logs are printed live, and creates no groups', async () => {
    const run = await followRun({ scenario: hostileProject(hostileScript), inputs: { logs: 'all' } });
    expect([run.exitCode, run.outputs.outcome]).toEqual([1, 'failed']);
    // The message of the step, and the first failed tests.
    expect(run.annotations.map(({ kind }) => kind)).toEqual(Array.from({ length: 9 }, () => 'error'));
    for (const { title } of run.groups) expect(title).toMatch(/\(job \d+\)|^failed tests/);
    expectOwnCommandsOnly(run, run.groups.length);
    await expectHarmlessReport(run);
  });

  for (const logs of ['failed', 'all']) {
    test(`stays short with lines of a megabyte (logs: ${logs})`, async () => {
      const log = [
        `${'x'.repeat(megabyte)}::error::pwned\n`,
        `${' '.repeat(megabyte)}::error::pwned\n`,
        `${'::error::pwned'.repeat(megabyte / 16)}\n`,
        `${'\u001b[31m'.repeat(megabyte / 8)}##[error]pwned\n`,
        `${'y'.repeat(megabyte)}\r::error::pwned\n`,
        'the end\n',
      ].join('');
      const run = await followRun({
        scenario: oneProject({
          ci: valid(quickScript('failed', { log, failureReason: log.slice(0, megabyte) })),
        }),
        inputs: { logs },
      });
      expect([run.exitCode, run.outputs.outcome]).toEqual([1, 'failed']);
      expect(run.annotations.map(({ kind }) => kind)).toEqual(['error']);
      expectOwnCommandsOnly(run, run.groups.length);
      expect(run.shownLines.filter((line) => line.includes('the end'))).toHaveLength(1);
      expect(Math.max(...run.shownLines.map((line) => line.length))).toBeLessThan(5000);
      expect(run.summary.length).toBeLessThan(100_000);
      await expectHarmlessReport(run);
    });
  }

  test('stays text in the response of a GitLab that refuses', async () => {
    for (const text of [hostileTexts.slice(0, 12), hostileTexts.slice(12)]) {
      const run = await followRun({
        scenario: oneProject({ ci: { kind: 'invalid', errors: text } }),
      });
      expect([run.exitCode, run.outputs, run.annotations.length]).toEqual([3, {}, 1]);
      expectOwnCommandsOnly(run, 0);
    }
  });

  test('stays text in a ref, and is unchanged as an output', async () => {
    const ref = 'x/`<b>$(id)`|_@octocat_%0A';
    const run = await followRun({
      scenario: oneProject({ refs: [{ name: ref }], ci: valid(quickScript('failed')) }),
      inputs: { ref },
    });
    expect([run.exitCode, run.outputs.ref]).toEqual([1, ref]);
    expectOwnCommandsOnly(run, run.groups.length);
    await expectHarmlessReport(run);
  });

  test('stays text in the reason why a pipeline is blocked or times out', async () => {
    for (const result of ['manual', 'success'] as const) {
      const script: PipelineScript = {
        createdForMs: 0,
        jobs: names.map((name) => ({ name, stage: name, durationMs: 3_600_000, result })),
        stages: [],
      };
      const run = await followRun({
        scenario: oneProject({ ci: valid(script) }),
        inputs: { timeout: '1s', on_manual: 'stop', logs: 'all' },
      });
      expect(run.annotations.map(({ kind }) => kind)).toEqual(['error']);
      expectOwnCommandsOnly(run, run.groups.length);
      await expectHarmlessReport(run);
    }
  });
});
