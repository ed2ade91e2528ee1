import { describe, expect, test } from '@jest/globals';

import { AbortedError } from '../../../src/base/app-error.js';
import { sleep } from '../../../src/base/clock.js';
import { Secret } from '../../../src/base/secret.js';
import type { Pipeline } from '../../../src/gitlab/pipeline.js';
import type { Reply } from '../../../src/gitlab/reply.js';
import { TransportFault } from '../../../src/http/transport.js';
import type { Credentials, TriggerRequest } from '../../../src/inputs/trigger-request.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import type { StartContext } from '../../../src/trigger/start-context.js';
import type { StartEvent } from '../../../src/trigger/start-event.js';
import { startPipeline, type PipelineStarter } from '../../../src/trigger/start-pipeline.js';
import { lost, ok, pipelineWith, refused } from '../../support/pipelines.js';

const context: StartContext = {
  via: 'trigger_token',
  project: 'group/app',
  ref: 'main',
  gitlabUrl: 'https://gitlab.example.com',
};

const token = new Secret('glptt-x');
const mark = { key: 'GitHub Actions | owner/app', run: '1.1.abc' };
const project = { kind: 'path', path: 'group/app' } as const;

function requestWith(credentials: Credentials): TriggerRequest {
  return {
    connection: {
      apiUrl: new URL('https://gitlab.example.com/api/v4/'),
      gitlabUrl: 'https://gitlab.example.com',
      requestTimeoutMs: 30_000,
      caCertificate: undefined,
      requestHeaders: [],
    },
    project,
    ref: 'main',
    credentials,
    variables: { A: '1' },
    pipelineInputs: { replicas: 3 },
    forwardContext: false,
    supersede: false,
    dryRun: false,
    follow: undefined,
    results: { on: 'success', values: undefined, artifacts: undefined, junitFile: undefined },
    feedback: undefined,
    expectedSha: undefined,
    report: { logs: 'failed', logLines: 50, summary: true },
  };
}

const blind: Credentials = { kind: 'trigger', token, tokenKind: 'trigger_token', accessToken: undefined };
const seeing: Credentials = { ...blind, accessToken: new Secret('glpat-x') };

/** What there is in GitLab beside the answers: pipelines with the run of their mark, `none` for a stranger's, `hidden` where it may not be read. */
interface Existing {
  readonly pipeline: Pipeline;
  readonly run: string;
  readonly fromMs?: number;
}

interface Started {
  readonly result: Promise<Pipeline>;
  readonly sent: readonly (readonly unknown[])[];
  readonly events: readonly StartEvent[];
  readonly nowMs: () => number;
}

type Answer = Reply<Pipeline> | 'never';

function start(
  answers: readonly Answer[],
  given: {
    readonly credentials?: Credentials;
    readonly existing?: readonly Existing[];
    readonly listing?: Reply<readonly Pipeline[]>;
    readonly abortAtMs?: number;
  } = {},
): Started {
  const clock = createVirtualClock();
  const sent: (readonly unknown[])[] = [];
  const events: StartEvent[] = [];
  const visible = (): readonly Existing[] =>
    (given.existing ?? []).filter(({ fromMs = 0 }) => clock.nowMs() >= fromMs);
  const answer = async (...call: readonly unknown[]): Promise<Reply<Pipeline>> => {
    sent.push(call);
    const reply = answers[Math.min(sent.length, answers.length) - 1] ?? 'never';
    if (reply !== 'never') return reply;
    await sleep(clock, 1e9, call[1] as AbortSignal);
    throw new Error('an answer that never comes has come');
  };
  const gitlab: PipelineStarter = {
    triggerPipeline: answer,
    createPipeline: answer,
    listPipelines: () =>
      Promise.resolve(
        given.listing ?? {
          ...ok(visible().map(({ pipeline }) => pipeline)),
          hints: { serverTimeMs: clock.epochMs() },
        },
      ),
    fetchVariables: ({ pipelineId }) => {
      const run = visible().find(({ pipeline }) => pipeline.id === pipelineId)?.run;
      if (run === 'hidden') return Promise.resolve(refused({ status: 403 }));
      const payload = run === 'none' ? {} : { gitlab_trigger: { key: 'k', run } };
      return Promise.resolve(ok([{ key: 'TRIGGER_PAYLOAD', value: JSON.stringify(payload) }]));
    },
    fetchPipeline: ({ pipelineId }) => Promise.resolve(ok(pipelineWith({ id: pipelineId, name: 'whole' }))),
  };
  const abort = new AbortController();
  if (given.abortAtMs !== undefined)
    clock.schedule(given.abortAtMs, () => abort.abort(new AbortedError('SIGINT')));
  const request = requestWith(given.credentials ?? blind);
  const result = clock.run(
    startPipeline(
      { gitlab, clock, random: () => 0.5, onEvent: (event) => events.push(event) },
      { request, context, mark, signal: abort.signal },
    ),
  );
  return { result, sent, events, nowMs: clock.nowMs };
}

const minuteFull = refused({
  status: 400,
  texts: ['Too many pipelines created in the last minute. Try again later.'],
});
const maintenance = refused({ status: 503, texts: ['GitLab is undergoing maintenance'] });
const throttled = refused({ status: 429, shape: 'text', hints: { retryAfterMs: 12_000 } });

/** As far as the virtual clock's first second is concerned, created just now. */
const justNow = new Date(Date.UTC(2026, 0, 1)).toISOString();

describe('startPipeline', () => {
  test('sends what was asked for, once, with the trigger token and a mark', async () => {
    const { result, sent } = start([ok(pipelineWith())]);
    expect(await result).toEqual(pipelineWith());
    expect(sent.map(([call]) => call)).toEqual([
      { project, ref: 'main', variables: { A: '1' }, inputs: { replicas: 3 }, token, mark },
    ]);
  });

  test('creates the pipeline with the access token when that is the only one', async () => {
    const { result, sent } = start([ok(pipelineWith())], {
      credentials: { kind: 'access', accessToken: new Secret('glpat-x') },
    });
    expect(await result).toEqual(pipelineWith());
    expect(sent.map(([call]) => call)).toEqual([
      { project, ref: 'main', variables: { A: '1' }, inputs: { replicas: 3 } },
    ]);
  });

  test('a refusal is final', async () => {
    const { result, sent } = start([refused({ status: 400, texts: ['Reference not found'] })]);
    await expect(result).rejects.toMatchObject({ code: 'ref_not_found', exitCode: 3 });
    expect(sent).toHaveLength(1);
  });
});

describe('a request that certainly did nothing', () => {
  test.each([
    { name: 'never arrived', answer: lost('no') },
    { name: 'was throttled', answer: throttled },
    { name: 'met maintenance', answer: maintenance },
  ])('is sent again when it $name', async ({ answer }) => {
    const { result, sent, events } = start([answer, ok(pipelineWith())]);
    expect(await result).toEqual(pipelineWith());
    expect({ sent: sent.length, events: events.map(({ kind }) => kind) }).toEqual({
      sent: 2,
      events: ['will_repeat'],
    });
  });

  test('is sent again when the server wishes', async () => {
    const { result, nowMs } = start([throttled, ok(pipelineWith())]);
    await result;
    expect(nowMs()).toBe(12_000);
  });

  test.each([
    { name: 'never arrives', answer: lost('no'), code: 'connection_lost' },
    { name: 'meets maintenance', answer: maintenance, code: 'maintenance' },
  ])('is given up after five attempts when it $name', async ({ answer, code }) => {
    const { result, sent, nowMs } = start([answer]);
    await expect(result).rejects.toMatchObject({ code });
    expect(sent).toHaveLength(5);
    expect(nowMs()).toBeLessThan(120_000);
  });

  test('is not sent again when a proxy does not know the password', async () => {
    const message = 'the proxy proxy.example.com:3128 refused the way: it answered 407';
    const fault = new TransportFault({ kind: 'proxy', reached: 'no', message });
    const { result, sent } = start([{ kind: 'fault', fault }]);
    await expect(result).rejects.toMatchObject({ code: 'proxy_failed', exitCode: 4 });
    expect(sent).toHaveLength(1);
  });

  test('is not sent again when the server wants more patience than there is', async () => {
    const { result, sent, nowMs } = start([refused({ status: 429, hints: { retryAfterMs: 3_600_000 } })]);
    await expect(result).rejects.toMatchObject({ code: 'rate_limited', exitCode: 3 });
    expect({ sent: sent.length, nowMs: nowMs() }).toEqual({ sent: 1, nowMs: 0 });
  });

  test('waits for the next minute once when too many pipelines were created', async () => {
    const { result, nowMs } = start([minuteFull, ok(pipelineWith())]);
    await result;
    expect(nowMs()).toBeGreaterThanOrEqual(60_000);
  });

  test('and only once', async () => {
    const { result, sent } = start([minuteFull]);
    await expect(result).rejects.toMatchObject({ code: 'pipeline_rate_limit', exitCode: 3 });
    expect(sent).toHaveLength(2);
  });
});

const ambiguous: readonly { readonly name: string; readonly answer: Reply<Pipeline> }[] = [
  { name: 'a lost connection', answer: lost('maybe') },
  { name: 'an internal error', answer: refused({ status: 500, texts: ['500 Internal Server Error'] }) },
  { name: 'a gateway that gave up', answer: refused({ status: 504, shape: 'html' }) },
  {
    name: 'a body that cannot be read',
    answer: { kind: 'unreadable', status: 201, why: 'cut JSON', hints: {} },
  },
];

describe('after an answer that leaves it open whether a pipeline exists', () => {
  test.each(ambiguous)(
    '$name: without a token that reads, nothing is repeated, and it says so',
    async ({ answer }) => {
      const { result, sent } = start([answer]);
      await expect(result).rejects.toMatchObject({
        code: 'start_uncertain',
        exitCode: 4,
        parts: {
          cure: expect.stringContaining('https://gitlab.example.com/group/app/-/pipelines') as unknown,
        },
      });
      expect(sent).toHaveLength(1);
    },
  );

  test.each(ambiguous)('$name: the pipeline with our mark is taken', async ({ answer }) => {
    const { result, sent, events } = start([answer], {
      credentials: seeing,
      existing: [
        { pipeline: pipelineWith({ id: 9, createdAt: justNow }), run: 'none' },
        { pipeline: pipelineWith({ id: 8, createdAt: justNow }), run: mark.run },
      ],
    });
    expect(await result).toEqual(pipelineWith({ id: 8, name: 'whole' }));
    expect(sent).toHaveLength(1);
    expect(events.map(({ kind }) => kind)).toEqual(['answer_lost', 'orphan_found']);
  });

  test('a pipeline that appears late is taken, too', async () => {
    const { result, nowMs } = start([lost()], {
      credentials: seeing,
      existing: [{ pipeline: pipelineWith({ id: 8, createdAt: justNow }), run: mark.run, fromMs: 50_000 }],
    });
    expect((await result).id).toBe(8);
    expect(nowMs()).toBeGreaterThanOrEqual(50_000);
  });

  test.each(ambiguous)(
    '$name: the request is sent once more when it certainly left nothing',
    async ({ answer }) => {
      const { result, sent, events } = start([answer, ok(pipelineWith())], { credentials: seeing });
      expect(await result).toEqual(pipelineWith());
      expect(sent).toHaveLength(2);
      expect(events.map(({ kind }) => kind)).toEqual(['answer_lost', 'orphan_absent']);
    },
  );

  test('nothing is certain before GitLab has given a lost request up', async () => {
    const { result, nowMs } = start([lost(), ok(pipelineWith())], { credentials: seeing });
    await result;
    expect(nowMs()).toBeGreaterThanOrEqual(75_000);
  });

  test('a second loss is not followed by a third request', async () => {
    const { result, sent } = start([lost()], { credentials: seeing });
    await expect(result).rejects.toMatchObject({ code: 'connection_lost', exitCode: 4 });
    expect(sent).toHaveLength(2);
  });

  test.each([
    {
      name: 'a pipeline whose mark may not be read',
      given: { existing: [{ pipeline: pipelineWith({ id: 9, createdAt: justNow }), run: 'hidden' }] },
      why: 'Pipeline 9 appeared meanwhile',
    },
    {
      name: 'a list that may not be read',
      given: { listing: refused({ status: 403 }) },
      why: 'GitLab answered 403',
    },
    { name: 'a GitLab that stays silent', given: { listing: lost() }, why: 'ECONNRESET' },
  ])('$name leaves it open: nothing is repeated', async ({ given, why }) => {
    const { result, sent } = start([lost()], { credentials: seeing, ...given });
    await expect(result).rejects.toMatchObject({
      code: 'start_uncertain',
      parts: { why: expect.stringContaining(why) as unknown },
    });
    expect(sent).toHaveLength(1);
  });

  test('older pipelines are no candidates', async () => {
    const lastYear = new Date(Date.UTC(2025, 0, 1)).toISOString();
    const { result, events } = start([lost(), ok(pipelineWith())], {
      credentials: seeing,
      existing: [{ pipeline: pipelineWith({ id: 9, createdAt: lastYear }), run: 'hidden' }],
    });
    await result;
    expect(events.at(-1)?.kind).toBe('orphan_absent');
  });
});

describe('a step that is stopped while the request is on its way', () => {
  test('says that a pipeline may exist when no answer comes in time', async () => {
    const { result } = start(['never'], { abortAtMs: 100 });
    await expect(result).rejects.toMatchObject({
      name: 'AbortedError',
      parts: { why: expect.stringContaining('may have been started') as unknown },
    });
  });

  test('looks for the pipeline when no answer comes', async () => {
    const { result, nowMs } = start(['never'], {
      credentials: seeing,
      abortAtMs: 100,
      existing: [{ pipeline: pipelineWith({ id: 8, createdAt: justNow }), run: mark.run }],
    });
    expect((await result).id).toBe(8);
    expect(nowMs()).toBe(1600);
  });

  test('is over after less than three seconds in any case', async () => {
    const { result, nowMs } = start(['never'], { credentials: seeing, abortAtMs: 100 });
    await expect(result).rejects.toMatchObject({ name: 'AbortedError' });
    expect(nowMs()).toBe(2600);
  });

  test('says that a pipeline may exist when it is stopped while looking for one', async () => {
    const { result } = start([lost()], { credentials: seeing, abortAtMs: 10_000 });
    await expect(result).rejects.toMatchObject({
      name: 'AbortedError',
      parts: { why: expect.stringContaining('may have been started') as unknown },
    });
  });

  test('sends nothing when it was stopped before', async () => {
    const { result, sent } = start([lost('no')], { abortAtMs: 500 });
    await expect(result).rejects.toMatchObject({ name: 'AbortedError' });
    expect(sent).toHaveLength(1);
  });
});
