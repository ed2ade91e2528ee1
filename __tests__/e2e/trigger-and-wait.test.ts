import { describe, expect } from '@jest/globals';

import type { PipelineScript } from '../../src/simulator/gitlab/state/pipeline-script.js';
import { FaultPlan } from '../../src/simulator/gitlab/wire/fault-plan.js';
import { endlessScript, inputsFor, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { describeEachNode } from './support/node-versions.js';
import { runAction } from './support/run-action.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { requestLines, withSimulator } from './support/with-simulator.js';

const polls = /^GET \/api\/v4\/projects\/42\/pipelines\/257$/;
const readCheck = 'GET /api/v4/projects/group%2Fapp/pipelines?per_page=1';
/** Whether anything has changed: it starts nothing. */
const question = 'POST /api/graphql';
const start = 'POST /api/v4/projects/group%2Fapp/trigger/pipeline';

interface EndCase {
  readonly name: string;
  readonly give: { readonly script: PipelineScript; readonly accept?: string };
  readonly want: { readonly exitCode: number; readonly status: string; readonly outcome: string };
}

const ends: readonly EndCase[] = [
  {
    name: 'a green pipeline passes',
    give: { script: quickScript('success', { coverage: 87.5 }) },
    want: { exitCode: 0, status: 'success', outcome: 'success' },
  },
  {
    name: 'warnings pass',
    give: { script: quickScript('failed', { allowFailure: true }) },
    want: { exitCode: 0, status: 'success', outcome: 'warnings' },
  },
  {
    name: 'warnings fail where only success is accepted',
    give: { script: quickScript('failed', { allowFailure: true }), accept: 'success' },
    want: { exitCode: 1, status: 'success', outcome: 'warnings' },
  },
  {
    name: 'a failed pipeline fails',
    give: { script: quickScript('failed') },
    want: { exitCode: 1, status: 'failed', outcome: 'failed' },
  },
  {
    name: 'a failed pipeline passes where it is accepted',
    give: { script: quickScript('failed'), accept: 'any' },
    want: { exitCode: 0, status: 'failed', outcome: 'failed' },
  },
  {
    name: 'a green pipeline fails where only failure is accepted',
    give: { script: quickScript('success'), accept: 'failed' },
    want: { exitCode: 1, status: 'success', outcome: 'success' },
  },
  {
    name: 'a canceled pipeline fails',
    give: { script: quickScript('canceled') },
    want: { exitCode: 1, status: 'canceled', outcome: 'canceled' },
  },
  {
    name: 'a skipped pipeline fails',
    give: { script: quickScript('skipped') },
    want: { exitCode: 1, status: 'skipped', outcome: 'skipped' },
  },
  {
    name: 'a skipped pipeline passes where it is accepted',
    give: { script: quickScript('skipped'), accept: 'success\nskipped' },
    want: { exitCode: 0, status: 'skipped', outcome: 'skipped' },
  },
  {
    name: 'a pipeline that waits for a person fails',
    give: { script: quickScript('manual') },
    want: { exitCode: 1, status: 'manual', outcome: 'manual' },
  },
];

describeEachNode('a process that starts a pipeline and follows it', ({ path: nodePath }) => {
  const test = testsAtOnce();

  test('reports the changes of a passing run, and sets all outputs', async () => {
    const ci = valid(quickScript('success', { coverage: 87.5, durationMs: 400 }));
    await withSimulator({ scenario: oneProject({ ci }) }, async ({ url }) => {
      const result = await runAction({
        nodePath,
        with: { ...inputsFor(url), access_token: tokens.readApi, wait: 'true' },
      });

      expect(result.shownLines.at(-1)).toMatch(/^Pipeline 257 passed after [\d.]+s$/);
      expect(result.outputs).toMatchObject({
        pipeline_id: '257',
        status: 'success',
        outcome: 'success',
        duration: '0',
        coverage: '87.50',
      });
      expect(new Set(result.shownLines).size).toBe(result.shownLines.length);
    });
  });
});

describe('starting a pipeline and following it', () => {
  const test = testsAtOnce();

  for (const { name, give, want } of ends) {
    test(name, async () => {
      await withSimulator({ scenario: oneProject({ ci: valid(give.script) }) }, async ({ url, requests }) => {
        const result = await runAction({
          with: {
            ...inputsFor(url),
            access_token: tokens.readApi,
            wait: 'true',
            accept: give.accept ?? '',
          },
        });

        const { status = '', outcome = '' } = result.outputs;
        expect({ exitCode: result.exitCode, status, outcome }).toEqual(want);
        expect(result.conclusion).toBe(want.exitCode === 0 ? 'success' : 'failure');
        expect(result.annotations.map(({ kind }) => kind)).toEqual(want.exitCode === 0 ? [] : ['error']);
        const lines = requestLines(requests);
        expect(lines.slice(0, 2)).toEqual([readCheck, start]);
        expect(lines.filter((line) => line.startsWith('POST') && line !== question)).toHaveLength(1);
        expect(lines.filter((line) => polls.test(line)).length).toBeGreaterThan(0);
      });
    });
  }

  test('follows a public project without any credentials', async () => {
    await withSimulator({ scenario: oneProject({ visibility: 'public' }) }, async ({ url, requests }) => {
      const result = await runAction({ with: { ...inputsFor(url), wait: 'true' } });

      expect([result.exitCode, result.outputs.outcome]).toEqual([0, 'success']);
      expect(requests.filter(({ headers }) => 'private-token' in headers)).toEqual([]);
    });
  });

  const unreadable = [
    { name: 'none', give: {}, hint: /access_token with the scope read_api/ },
    { name: 'a wrong one', give: { access_token: 'glpat-00000000000000000000' }, hint: /access_token/ },
  ];
  for (const row of unreadable) {
    test(`without an access token that reads a private project (${row.name}), nothing is started`, async () => {
      await withSimulator({ scenario: oneProject() }, async ({ url, requests, gitlab }) => {
        const result = await runAction({ with: { ...inputsFor(url), wait: 'true', ...row.give } });

        expect([result.exitCode, result.outputs, gitlab.pipelines()]).toEqual([3, {}, []]);
        expect(requestLines(requests)).toEqual([readCheck]);
        const { message = '' } = result.annotations[0] ?? {};
        expect(message).toContain('Nothing was started');
        expect(message).toContain('[read_access_needed]');
        expect(message).toMatch(row.hint);
      });
    });
  }

  test('reports a timeout, with all outputs, for a pipeline that does not end in time', async () => {
    await withSimulator({ scenario: oneProject({ ci: valid(endlessScript) }) }, async ({ url }) => {
      const result = await runAction({
        with: { ...inputsFor(url), access_token: tokens.readApi, wait: 'true', timeout: '1s' },
      });

      expect(result.exitCode).toBe(5);
      expect(result.outputs).toMatchObject({ pipeline_id: '257', status: 'running', outcome: 'timeout' });
      expect(result.annotations[0]?.message).toContain('[wait_timeout]');
    });
  });

  test('reports an outage, not a failure, when GitLab is unreachable for longer than outage_timeout', async () => {
    const faults = new FaultPlan([
      {
        when: { method: 'GET', pathMatches: /pipelines\/257/, nth: 2, times: Infinity },
        fault: { kind: 'status', status: 502, work: 'not_done' },
      },
    ]);
    const ci = valid(endlessScript);
    await withSimulator({ scenario: oneProject({ ci }), faults }, async ({ url, requests }) => {
      const result = await runAction({
        with: { ...inputsFor(url), access_token: tokens.readApi, wait: 'true', outage_timeout: '1s' },
      });

      expect(result.exitCode).toBe(4);
      expect(result.outputs).toMatchObject({ pipeline_id: '257', outcome: 'outage' });
      expect(result.annotations[0]?.message).toContain('[outage]');
      const posts = requestLines(requests).filter((line) => line.startsWith('POST') && line !== question);
      expect(posts).toEqual([start]);
    });
  });

  test('treats a status with commands, or an unknown one, as text and as running', async () => {
    const statuses = ['::error::pwned', 'dreaming ##[error]pwned'];
    const script: PipelineScript = {
      statusTimeline: [
        ...statuses.map((status, index) => ({ afterMs: index * 600, status })),
        { afterMs: 1500, status: 'success' },
      ],
    };
    await withSimulator({ scenario: oneProject({ ci: valid(script) }) }, async ({ url }) => {
      const result = await runAction({
        with: { ...inputsFor(url), access_token: tokens.readApi, wait: 'true' },
      });

      expect([result.exitCode, result.annotations, result.outputs.outcome]).toEqual([0, [], 'success']);
    });
  });
});
