import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { systemClock } from '../../../src/base/clock.js';
import { Secret } from '../../../src/base/secret.js';
import { type GitLabClient, createGitLabClient } from '../../../src/gitlab/client.js';
import type { Reply } from '../../../src/gitlab/responses/reply.js';
import { SimulatedGitLab } from '../../../src/simulator/gitlab/simulated-gitlab.js';
import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import { type RunningServer, startServer } from '../../../src/simulator/gitlab/wire/server.js';
import { newTransport } from '../http/sending.js';

const signal = new AbortController().signal;
const log = 'first line\nlast line ✓\n';

/** A pipeline of 250 finished jobs and a bridge, and one whose job waits for somebody. */
const scenario: Scenario = {
  relativeUrlRoot: '/gitlab',
  firstPipelineId: 100,
  users: [{ username: 'ada' }],
  projects: [
    {
      id: 42,
      path: 'group/app',
      members: { ada: 'maintainer' },
      refs: [{ name: 'main' }],
      triggers: [{ token: 'glptt-one', owner: 'ada' }],
      ci: {
        kind: 'valid',
        script: { createdForMs: 0, jobs: [{ name: 'deploy', result: 'manual', durationMs: 3_600_000 }] },
      },
      pastPipelines: [
        {
          ref: 'main',
          user: 'ada',
          startedAgoMs: 7_200_000,
          script: {
            jobs: Array.from({ length: 250 }, (_, index) => ({ name: `job ${index}`, log })),
            bridges: [{ name: 'child', downstream: { script: { jobs: [{ name: 'one' }] } } }],
            tests: [{ name: 'unit', cases: [{ name: 'adds', status: 'failed', executionTime: 2 }] }],
          },
        },
      ],
    },
  ],
  accessTokens: [{ token: 'glpat-one', user: 'ada', scopes: ['api'] }],
};

const project = { kind: 'id', id: 42 } as const;
const past = { project, pipelineId: 100 };
const open: { close: () => unknown }[] = [];
let server: RunningServer;
let client: GitLabClient;

beforeEach(async () => {
  server = await startServer({
    gitlab: new SimulatedGitLab({ clock: systemClock }, scenario),
    clock: systemClock,
  });
  const transport = newTransport();
  open.push(transport, server);
  client = createGitLabClient(
    { transport, clock: systemClock },
    {
      connection: {
        apiUrl: new URL(`${server.url}/api/v4/`),
        requestTimeoutMs: 10_000,
        requestHeaders: [],
      },
      accessToken: new Secret('glpat-one'),
    },
  );
});

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

function valueOf<T>(reply: Reply<T>): T {
  if (reply.kind !== 'ok') throw new Error(JSON.stringify(reply));
  return reply.value;
}

describe('the client, with a GitLab that has another external URL', () => {
  test('reads all jobs with one request per page', async () => {
    const { items, truncated } = valueOf(await client.fetchJobs(past, signal));

    expect({
      jobs: new Set(items.map(({ name }) => name)).size,
      statuses: [...new Set(items.map(({ status }) => status))],
      truncated,
      targets: server.requests.map(({ target }) => target.replace(/^.*pipelines\//, '')).sort(),
    }).toEqual({
      jobs: 250,
      statuses: ['success'],
      truncated: 'complete',
      targets: [
        '100/jobs?include_retried=true&per_page=100',
        '100/jobs?include_retried=true&per_page=100&page=2',
        '100/jobs?include_retried=true&per_page=100&page=3',
      ],
    });
  });

  test('reads what a pipeline would meet', async () => {
    expect(valueOf(await client.fetchVersion(signal))).toEqual({ version: '19.3.0' });
    expect(valueOf(await client.fetchOwnToken(signal))).toEqual({ scopes: ['api'], active: true });
    const branch = valueOf(await client.fetchBranch({ project, name: 'main' }, signal));
    expect(branch).toMatchObject({ name: 'main', isProtected: false, canPush: true });
    expect(await client.fetchTag({ project, name: 'main' }, signal)).toMatchObject({
      kind: 'refused',
      refusal: { status: 404, texts: ['404 Tag Not Found'] },
    });
    const lint = await client.lintConfig({ project, ref: 'main', parameter: 'content_ref' }, signal);
    expect(valueOf(lint)).toMatchObject({ valid: true, errors: [], warnings: [] });
    const file = await client.fetchFile({ project, ref: 'main', path: '.gitlab-ci.yml' }, signal);
    expect(valueOf(file)).toContain('"deploy"');
    expect(new Set(server.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  test('reads bridges, test totals and a log from any byte', async () => {
    const bridges = valueOf(await client.fetchBridges(past, signal));
    const jobs = valueOf(await client.fetchJobs(past, signal));
    const totals = valueOf(await client.fetchTestSummary(past, signal));
    const taken: Buffer[] = [];
    const traced = await client.streamTrace(
      { project, jobId: jobs.items[0]?.id ?? 0, fromByte: 11 },
      (bytes) => taken.push(bytes),
      signal,
    );

    const counts = { total: 1, success: 0, failed: 1, skipped: 0, error: 0, seconds: 2 };
    expect(bridges.items).toMatchObject([{ name: 'child', downstream: { projectId: 42 } }]);
    expect(totals).toEqual({ ...counts, suites: [{ name: 'unit', ...counts, jobIds: [] }] });
    expect({ traced: valueOf(traced), text: Buffer.concat(taken).toString() }).toEqual({
      traced: { bytes: Buffer.byteLength('last line ✓\n') },
      text: 'last line ✓\n',
    });
  });

  test('leaves a mark, plays a job and cancels', async () => {
    const { id: pipelineId } = valueOf(
      await client.triggerPipeline(
        {
          project,
          ref: 'main',
          token: new Secret('glptt-one'),
          variables: { A: '1' },
          inputs: {},
          mark: { key: 'k', run: '7' },
        },
        signal,
      ),
    );
    const call = { project, pipelineId };
    const variables = valueOf(await client.fetchVariables(call, signal));
    const payload: unknown = JSON.parse(variables.find(({ key }) => key === 'TRIGGER_PAYLOAD')?.value ?? '');
    const jobs = valueOf(await client.fetchJobs(call, signal));
    const played = valueOf(await client.playJob({ project, jobId: jobs.items[0]?.id ?? 0 }, signal));
    const canceled = valueOf(await client.cancelPipeline(call, signal));

    expect(payload).toMatchObject({ gitlab_trigger: { key: 'k', run: '7' }, variables: { A: '1' } });
    expect(played).toMatchObject({ name: 'deploy', status: expect.stringMatching(/pending|running/) });
    expect(canceled).toMatchObject({ id: pipelineId, status: expect.stringMatching(/cancel/) });
  });
});
