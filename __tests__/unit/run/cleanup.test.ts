import { describe, expect, test } from '@jest/globals';

import { cleanupAction } from '../../../src/run/cleanup.js';
import type { BridgeScript, PipelineScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import { endlessScript, mainSha, oneProject, tokens, valid } from '../../support/one-project.js';
import { type RunEnd, type RunStory, placeOf, runInVirtualTime } from './support/run-in-virtual-time.js';

const saved = JSON.stringify({
  projectId: 42,
  pipelineId: 257,
  webUrl: 'https://gitlab.example.com/group/app/-/pipelines/257',
});

async function cleanUp({
  state = new Map([['pipeline', saved]]),
  ...story
}: Partial<RunStory> = {}): Promise<RunEnd> {
  return await runInVirtualTime({
    action: cleanupAction,
    scenario: oneProject({ ci: valid(endlessScript) }),
    isStarted: true,
    state,
    ...story,
  });
}

/** Ends before the post step looks; what its trigger job has started does not. */
function endsAbove(bridge: Partial<BridgeScript> = {}): PipelineScript {
  return {
    createdForMs: 10,
    jobs: [{ name: 'unit', durationMs: 20 }],
    bridges: [{ name: 'deploy', needs: [], downstream: { script: endlessScript }, ...bridge }],
  };
}

describe('the post step', () => {
  test.each([
    { what: 'nothing was saved', state: new Map<string, string>() },
    { what: 'the main step came to its end', state: new Map([['pipeline', '']]) },
    { what: 'what was saved is of another shape', state: new Map([['pipeline', '{"projectId":"42"}']]) },
  ])('requests and logs nothing when $what', async ({ state }) => {
    const run = await cleanUp({ state });
    expect(run).toMatchObject({ exitCode: 0, requests: [], statuses: ['running'] });
    expect(run.events.filter((event) => !event.startsWith('masked: '))).toEqual([]);
  });

  test('cancels the pipeline that a killed step has left, and says which', async () => {
    const run = await cleanUp();
    expect(run).toMatchObject({ exitCode: 0, statuses: ['canceled'] });
    expect(run.events).toContain('info: The step ended before pipeline 257 did.');
    expect(run.events).toContain('info: Pipeline 257 is canceled');
  });

  test('masks the secrets of the main step before it logs anything', async () => {
    const { events } = await cleanUp();
    const last = events.map((event) => event.startsWith('masked: ')).lastIndexOf(true);
    expect(last).toBeGreaterThanOrEqual(1);
    expect(last).toBeLessThan(placeOf(events, 'info: '));
  });

  test.each([
    { what: 'no token may cancel it', inputs: { access_token: '' } },
    { what: 'GitLab refuses', inputs: { access_token: tokens.readApi } },
    { what: 'the token is wrong', inputs: { access_token: 'glpat-Tt5rRe4wWq3sSd2fFg1h' } },
  ])('passes when $what, and warns with the link', async ({ inputs }) => {
    const run = await cleanUp({ inputs });
    expect(run).toMatchObject({ exitCode: 0, error: undefined, statuses: ['running'] });
    const warnings = run.events.filter((event) => event.startsWith('warning: '));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('https://gitlab.example.com/group/app/-/pipelines/257');
  });

  test('passes when GitLab cannot be reached, and gives up in time', async () => {
    const run = await cleanUp({ faults: [{ when: { nth: 'every' }, fault: { kind: 'reset_before' } }] });
    expect(run).toMatchObject({ exitCode: 0, statuses: ['running'] });
    expect(run.events.some((event) => event.startsWith('warning: It may still be running'))).toBe(true);
    expect(run.tookMs).toBeLessThan(60_000);
  });

  test('reports a request without a known pipeline as uncertain', async () => {
    const pending = JSON.stringify({ run: 'no-such-mark' });
    const run = await cleanUp({ state: new Map([['pipeline', pending]]) });
    expect(run).toMatchObject({ exitCode: 0, statuses: ['running'] });
    expect(run.events.join('\n')).toContain('It is not known whether a pipeline was started');
    expect(run.requests.filter((line) => line.startsWith('POST'))).toEqual([]);
  });

  test('does not search for a lost start without an access token', async () => {
    const run = await cleanUp({
      state: new Map([['pipeline', JSON.stringify({ run: 'a-mark' })]]),
      inputs: { access_token: '' },
    });
    expect(run).toMatchObject({ exitCode: 0, requests: [] });
    expect(run.events.join('\n')).toContain('without an access_token the step cannot search for it');
  });

  test.each(['show', 'require'])(
    'cancels what runs below a pipeline that has ended, with downstream: %s',
    async (downstream) => {
      const run = await cleanUp({ scenario: oneProject({ ci: valid(endsAbove()) }), inputs: { downstream } });
      expect(run).toMatchObject({ exitCode: 0, statuses: ['success', 'canceled'] });
      expect(run.events).toContain('info: Pipeline 257 had already ended as success');
      expect(run.events).toContain('info: Pipeline 258 is canceled');
    },
  );

  test('leaves what runs below alone with downstream: ignore, as the main step does', async () => {
    const run = await cleanUp({
      scenario: oneProject({ ci: valid(endsAbove()) }),
      inputs: { downstream: 'ignore' },
    });
    expect(run.statuses).toEqual(['success', 'running']);
    expect(run.events).toContain('info: It has ended by itself: success.');
    expect(run.requests.filter((line) => line.startsWith('POST'))).toEqual([]);
  });

  test('cancels what runs in another project below a pipeline that has failed', async () => {
    const script: PipelineScript = {
      ...endsAbove({ downstream: { projectId: 43, ref: 'main', script: endlessScript } }),
      jobs: [{ name: 'unit', durationMs: 20, result: 'failed' }],
    };
    const scenario = oneProject({ ci: valid(script) });
    const projects = scenario.projects.map((project) =>
      project.id === 43
        ? { ...project, members: { ada: 'maintainer' as const }, refs: [{ name: 'main', sha: mainSha }] }
        : project,
    );
    const run = await cleanUp({ scenario: { ...scenario, projects } });
    expect(run.statuses).toEqual(['failed', 'canceled']);
  });

  test('cancels what runs below an ended one although the tree cannot be read at first', async () => {
    const run = await cleanUp({
      scenario: oneProject({ ci: valid(endsAbove()) }),
      faults: [
        {
          when: { pathMatches: /\/bridges/, nth: 1 },
          fault: { kind: 'status', status: 503, work: 'not_done' },
        },
      ],
    });
    expect(run.statuses).toEqual(['success', 'canceled']);
  });

  test('requests nothing more where a pipeline and everything below it have ended', async () => {
    const child = { createdForMs: 5, jobs: [{ name: 'short', durationMs: 10 }] };
    const run = await cleanUp({
      scenario: oneProject({ ci: valid(endsAbove({ downstream: { script: child } })) }),
    });
    expect(run.statuses).toEqual(['success', 'success']);
    expect(run.events).toContain('info: It has ended by itself: success.');
    expect(run.requests.filter((line) => line.startsWith('POST'))).toEqual([]);
  });
});
