import { describe, expect, test } from '@jest/globals';

import { sleep } from '../../../src/base/clock.js';
import { AbortedError } from '../../../src/base/errors.js';
import { Secret } from '../../../src/base/secret.js';
import { type Reply, type ServerHints, readServerHints } from '../../../src/gitlab/responses/reply.js';
import { TransportFault } from '../../../src/http/transport.js';
import type { ProjectAddress } from '../../../src/model/addresses.js';
import type { StartEvent } from '../../../src/model/events.js';
import type { CreatedPipeline, Pipeline, Project } from '../../../src/model/pipeline.js';
import type { Credentials, TriggerRequest } from '../../../src/model/requests.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import type { StartContext } from '../../../src/trigger/start-context.js';
import { type PipelineStarter, startPipeline } from '../../../src/trigger/start-pipeline.js';
import { lost, ok, pipelineWith, refused } from '../../support/pipelines.js';

const context: StartContext = {
  via: 'trigger_token',
  project: { kind: 'path', path: 'group/app' },
  ref: 'main',
  gitlabUrl: 'https://gitlab.example.com',
};

function toldAs(id: number, path: string): Reply<Project> {
  return ok({ id, path, webUrl: `https://gitlab.example.com/${path}` });
}

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

/**
 * What there is in GitLab beside the answers: pipelines with the run of their mark, `none` for a stranger's,
 * `hidden` where it may not be read.
 */
interface Existing {
  readonly pipeline: Pipeline;
  readonly run: string;
  readonly fromMs?: number;
}

type ListCall = Parameters<PipelineStarter['listPipelines']>[0];

interface Started {
  readonly result: Promise<Pipeline>;
  readonly sent: readonly (readonly unknown[])[];
  readonly events: readonly StartEvent[];
  readonly lists: readonly ListCall[];
  /** Ids of pipelines that were read. */
  readonly fetched: readonly number[];
  readonly asks: readonly string[];
  /** What was said to be created, and how many pipelines had been read by then. */
  readonly created: readonly { readonly id: number; readonly readBefore: number }[];
  readonly nowMs: () => number;
}

type Answer = Reply<CreatedPipeline> | 'never';

function start(
  answers: readonly Answer[],
  given: {
    readonly credentials?: Credentials;
    readonly existing?: readonly Existing[];
    readonly listing?: Reply<readonly Pipeline[]>;
    readonly listHints?: ServerHints;
    readonly knownId?: number;
    readonly project?: ProjectAddress;
    readonly details?: Reply<Pipeline>;
    /** Until then, a replica does not have the pipeline. */
    readonly detailsFromMs?: number;
    readonly toldProject?: Reply<Project>;
    readonly knownProjectId?: number;
    readonly gitlabUrl?: string;
    readonly abortAtMs?: number;
    readonly answerAfterMs?: number;
  } = {},
): Started {
  const clock = createVirtualClock();
  const sent: (readonly unknown[])[] = [];
  const events: StartEvent[] = [];
  const lists: ListCall[] = [];
  const fetched: number[] = [];
  const created: { readonly id: number; readonly readBefore: number }[] = [];
  const asks: string[] = [];
  const visible = (): readonly Existing[] =>
    (given.existing ?? []).filter(({ fromMs = 0 }) => clock.nowMs() >= fromMs);
  const answer = async (...call: readonly unknown[]): Promise<Reply<CreatedPipeline>> => {
    sent.push(call);
    const reply = answers[Math.min(sent.length, answers.length) - 1] ?? 'never';
    await sleep(clock, given.answerAfterMs ?? 0, call[1] as AbortSignal);
    if (reply !== 'never') return reply;
    await sleep(clock, 1e9, call[1] as AbortSignal);
    throw new Error('an answer that never comes has come');
  };
  const gitlab: PipelineStarter = {
    triggerPipeline: answer,
    createPipeline: answer,
    listPipelines: (call) => {
      lists.push(call);
      return Promise.resolve(
        given.listing ?? {
          ...ok(visible().map(({ pipeline }) => pipeline)),
          hints: given.listHints ?? { serverTimeMs: clock.epochMs(), isPaged: true },
        },
      );
    },
    fetchVariables: ({ pipelineId }) => {
      const run = visible().find(({ pipeline }) => pipeline.id === pipelineId)?.run;
      if (run === 'hidden') return Promise.resolve(refused({ status: 403 }));
      if (run === 'no payload') return Promise.resolve(ok([]));
      if (run === 'cut off')
        return Promise.resolve(ok([{ key: 'TRIGGER_PAYLOAD', value: '{"gitlab_trigger":{"ke' }]));
      const payload = run === 'none' ? {} : { gitlab_trigger: { key: 'k', run } };
      return Promise.resolve(ok([{ key: 'TRIGGER_PAYLOAD', value: JSON.stringify(payload) }]));
    },
    fetchPipeline: ({ pipelineId }) => {
      fetched.push(pipelineId);
      if (clock.nowMs() < (given.detailsFromMs ?? 0)) return Promise.resolve(refused({ status: 404 }));
      return Promise.resolve(given.details ?? ok(pipelineWith({ id: pipelineId, name: 'whole' })));
    },
    fetchProject: () => {
      asks.push('project');
      return Promise.resolve(given.toldProject ?? refused({ status: 404 }));
    },
  };
  const abort = new AbortController();
  if (given.abortAtMs !== undefined)
    clock.schedule(given.abortAtMs, () => abort.abort(new AbortedError('SIGINT')));
  const address = given.project ?? project;
  const request = { ...requestWith(given.credentials ?? blind), project: address };
  const result = clock.run(
    startPipeline(
      {
        gitlab,
        clock,
        random: () => 0.5,
        onEvent: (event) => events.push(event),
        onCreated: (id) => created.push({ id, readBefore: fetched.length }),
      },
      {
        request,
        context: { ...context, project: address, gitlabUrl: given.gitlabUrl ?? context.gitlabUrl },
        mark,
        knownId: given.knownId,
        knownProjectId: given.knownProjectId,
        signal: abort.signal,
      },
    ),
  );
  return { result, sent, events, lists, fetched, asks, created, nowMs: clock.nowMs };
}

const minuteFull = refused({
  status: 400,
  about: 'minute_full',
  texts: ['Too many pipelines created in the last minute. Try again later.'],
});
const maintenance = refused({
  status: 503,
  about: 'maintenance',
  texts: ['GitLab is undergoing maintenance'],
});
const throttled = refused({ status: 429, about: 'throttle', shape: 'text', hints: { retryAfterMs: 12_000 } });

const lastYear = new Date(Date.UTC(2025, 0, 1)).toISOString();

/** As far as the virtual clock's first second is concerned, created just now. */
const justNow = new Date(Date.UTC(2026, 0, 1)).toISOString();

describe('startPipeline', () => {
  test('sends the request once, with the trigger token and a mark', async () => {
    const { result, sent } = start([ok(pipelineWith())]);
    expect(await result).toEqual(pipelineWith());
    expect(sent.map(([call]) => call)).toEqual([
      { project, ref: 'main', variables: { A: '1' }, inputs: { replicas: 3 }, token, mark },
    ]);
  });

  test('creates the pipeline with the access token if there is no other', async () => {
    const { result, sent } = start([ok(pipelineWith())], {
      credentials: { kind: 'access', accessToken: new Secret('glpat-x') },
    });
    expect(await result).toEqual(pipelineWith());
    expect(sent.map(([call]) => call)).toEqual([
      { project, ref: 'main', variables: { A: '1' }, inputs: { replicas: 3 } },
    ]);
  });

  test('treats a refusal as final', async () => {
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
      events: ['retrying'],
    });
  });

  test('is sent again when the server asks for that', async () => {
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

  test('is not sent again when a proxy rejects the password', async () => {
    const message = 'the proxy proxy.example.com:3128 refused the way: it answered 407';
    const fault = new TransportFault({ kind: 'proxy', reached: 'no', message });
    const { result, sent } = start([{ kind: 'fault', fault }]);
    await expect(result).rejects.toMatchObject({ code: 'proxy_failed', exitCode: 4 });
    expect(sent).toHaveLength(1);
  });

  test('is not sent again when the server asks for a longer pause than allowed', async () => {
    const { result, sent, nowMs } = start([
      refused({ status: 429, about: 'throttle', hints: { retryAfterMs: 3_600_000 } }),
    ]);
    await expect(result).rejects.toMatchObject({
      code: 'rate_limited',
      exitCode: 3,
      parts: { hint: expect.stringContaining('1h00m') as unknown },
    });
    expect({ sent: sent.length, nowMs: nowMs() }).toEqual({ sent: 1, nowMs: 0 });
  });

  test('waits for the next minute once when too many pipelines were created', async () => {
    const { result, nowMs } = start([minuteFull, ok(pipelineWith())]);
    await result;
    expect(nowMs()).toBeGreaterThanOrEqual(60_000);
  });

  test('waits for the next minute only once', async () => {
    const { result, sent } = start([minuteFull]);
    await expect(result).rejects.toMatchObject({ code: 'pipeline_rate_limit', exitCode: 3 });
    expect(sent).toHaveLength(2);
  });
});

const internalError = refused({ status: 500, about: 'crash', texts: ['500 Internal Server Error'] });

const ambiguous: readonly { readonly name: string; readonly answer: Reply<Pipeline> }[] = [
  { name: 'a lost connection', answer: lost('maybe') },
  { name: 'an internal error', answer: internalError },
  { name: 'a gateway that gave up', answer: refused({ status: 504, shape: 'html' }) },
  {
    name: 'a body that cannot be read',
    answer: { kind: 'unreadable', status: 201, why: 'cut JSON', hints: {} },
  },
];

describe('after a response that leaves it open whether a pipeline exists', () => {
  test.each(ambiguous)(
    'with $name and without a token that can read, nothing is repeated, and the error says so',
    async ({ answer }) => {
      const { result, sent } = start([answer]);
      await expect(result).rejects.toMatchObject({
        code: 'start_uncertain',
        exitCode: 4,
        parts: {
          hint: expect.stringContaining('https://gitlab.example.com/group/app/-/pipelines') as unknown,
        },
      });
      expect(sent).toHaveLength(1);
    },
  );

  test.each(ambiguous)('with $name, the pipeline with our mark is used', async ({ answer }) => {
    const { result, sent, events } = start([answer], {
      credentials: seeing,
      existing: [
        { pipeline: pipelineWith({ id: 9, createdAt: justNow }), run: 'none' },
        { pipeline: pipelineWith({ id: 8, createdAt: justNow }), run: mark.run },
      ],
    });
    expect(await result).toEqual(pipelineWith({ id: 8, name: 'whole' }));
    expect(sent).toHaveLength(1);
    expect(events.map(({ kind }) => kind)).toEqual(['response_lost', 'lost_pipeline_found']);
  });

  test('a pipeline that appears late is used, too', async () => {
    const { result, nowMs } = start([lost()], {
      credentials: seeing,
      existing: [{ pipeline: pipelineWith({ id: 8, createdAt: justNow }), run: mark.run, fromMs: 50_000 }],
    });
    expect((await result).id).toBe(8);
    expect(nowMs()).toBeGreaterThanOrEqual(50_000);
  });

  test.each(ambiguous.filter(({ answer }) => answer.kind !== 'unreadable'))(
    'with $name, the request is repeated once if it certainly created nothing',
    async ({ answer }) => {
      const given = { credentials: seeing, knownId: 0 };
      const { result, sent, events } = start([answer, ok(pipelineWith())], given);
      expect(await result).toEqual(pipelineWith());
      expect(sent).toHaveLength(2);
      expect(events.map(({ kind }) => kind)).toEqual(['response_lost', 'lost_pipeline_absent']);
    },
  );

  test('nothing is certain before GitLab has given up a lost request', async () => {
    const { result, nowMs } = start([lost(), ok(pipelineWith())], { credentials: seeing, knownId: 0 });
    await result;
    expect(nowMs()).toBeGreaterThanOrEqual(135_000);
  });

  test.each([
    { name: 'the next replica', lagMs: 15_000 },
    { name: 'the last replica that GitLab reads from', lagMs: 60_000 },
  ])('an internal error hides no pipeline that $name does not show yet', async ({ lagMs }) => {
    for (const answerAfterMs of [0, 25_000]) {
      for (const knownId of [0, 7, undefined]) {
        const before =
          knownId === 0 ? [] : [{ pipeline: pipelineWith({ id: 7, createdAt: lastYear }), run: 'none' }];
        const createdAt = new Date(Date.UTC(2026, 0, 1) + answerAfterMs).toISOString();
        const fromMs = answerAfterMs + lagMs;
        const { result, sent } = start([internalError, ok(pipelineWith({ id: 1000 }))], {
          credentials: seeing,
          answerAfterMs,
          ...(knownId === undefined ? {} : { knownId }),
          existing: [...before, { pipeline: pipelineWith({ id: 8, createdAt }), run: mark.run, fromMs }],
        });
        expect({ id: (await result).id, sent: sent.length }).toEqual({ id: 8, sent: 1 });
      }
    }
  });

  test.each([lost(), refused({ status: 502, shape: 'html' })])(
    'a pipeline of the last second of GitLab’s work is waited for until the last replica shows it (%#)',
    async (answer) => {
      const createdAt = new Date(Date.UTC(2026, 0, 1) + 59_000).toISOString();
      const existing = [
        { pipeline: pipelineWith({ id: 8, createdAt }), run: mark.run, fromMs: 59_000 + 60_000 },
      ];
      const given = { credentials: seeing, knownId: 0, existing };
      const { result, sent } = start([answer, ok(pipelineWith({ id: 1000 }))], given);
      expect({ id: (await result).id, sent: sent.length }).toEqual({ id: 8, sent: 1 });
    },
  );

  test.each([lost(), internalError])(
    'the repeated request has the whole time of a first one (%#)',
    async (answer) => {
      const { result, sent } = start([answer, lost('no'), lost('no'), ok(pipelineWith())], {
        credentials: seeing,
        knownId: 0,
      });
      expect(await result).toEqual(pipelineWith());
      expect(sent).toHaveLength(4);
    },
  );

  test('a second lost response is not followed by a third request', async () => {
    const { result, sent } = start([lost()], { credentials: seeing, knownId: 0 });
    await expect(result).rejects.toMatchObject({ code: 'connection_lost', exitCode: 4 });
    expect(sent).toHaveLength(2);
  });

  test.each([
    {
      name: 'a pipeline whose mark may not be read',
      given: { existing: [{ pipeline: pipelineWith({ id: 9, createdAt: justNow }), run: 'hidden' }] },
      why: 'Pipeline 9 appeared since the request',
    },
    {
      name: 'a list that may not be read',
      given: { listing: refused({ status: 403 }) },
      why: 'GitLab answered 403',
    },
    { name: 'a GitLab that stays silent', given: { listing: lost() }, why: 'ECONNRESET' },
  ])('with $name it stays open, and nothing is repeated', async ({ given, why }) => {
    const { result, sent } = start([lost()], { credentials: seeing, ...given });
    await expect(result).rejects.toMatchObject({
      code: 'start_uncertain',
      parts: { why: expect.stringContaining(why) as unknown },
    });
    expect(sent).toHaveLength(1);
  });

  test('pipelines that were there before the request are no candidates', async () => {
    const { result, events } = start([lost(), ok(pipelineWith())], {
      credentials: seeing,
      knownId: 9,
      existing: [{ pipeline: pipelineWith({ id: 9, createdAt: justNow }), run: 'hidden' }],
    });
    await result;
    expect(events.at(-1)?.kind).toBe('lost_pipeline_absent');
  });

  test('pipelines that were created long before the newest one are no candidates', async () => {
    const { result, events } = start([lost(), ok(pipelineWith())], {
      credentials: seeing,
      existing: [
        { pipeline: pipelineWith({ id: 9, createdAt: justNow }), run: 'none' },
        { pipeline: pipelineWith({ id: 8, createdAt: lastYear }), run: 'hidden' },
      ],
    });
    await result;
    expect(events.at(-1)?.kind).toBe('lost_pipeline_absent');
  });
});

const strangers: readonly { readonly name: string; readonly answer: Reply<Pipeline> }[] = [
  ...[301, 302, 400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 502, 503].flatMap((status) => [
    { name: `a page with ${status}`, answer: refused({ status, shape: 'html', texts: ['maintenance'] }) },
    {
      name: `JSON of a stranger with ${status}`,
      answer: refused({ status, speaker: 'stranger', texts: ['GitLab is undergoing maintenance'] }),
    },
  ]),
  { name: 'a login page with 200', answer: { kind: 'unreadable', status: 200, why: 'HTML', hints: {} } },
  { name: 'a 202 without a number', answer: { kind: 'unreadable', status: 202, why: 'JSON', hints: {} } },
];

describe('a response of another server to the start request', () => {
  test.each(strangers)('with $name says nothing, and is not repeated', async ({ answer }) => {
    const { result, sent } = start([answer, ok(pipelineWith())]);
    await expect(result).rejects.toMatchObject({
      code: 'start_uncertain',
      parts: {
        why: expect.not.stringContaining('othing was started') as unknown,
        hint: expect.stringContaining('group/app/-/pipelines') as unknown,
      },
    });
    expect(sent).toHaveLength(1);
  });

  test.each(strangers)('with $name leads to the pipeline that the request did start', async ({ answer }) => {
    const { result, sent } = start([answer], {
      credentials: seeing,
      existing: [{ pipeline: pipelineWith({ id: 8, createdAt: justNow }), run: mark.run, fromMs: 16_000 }],
    });
    expect((await result).id).toBe(8);
    expect(sent).toHaveLength(1);
  });

  test.each([301, 403, 413])('with %i as a page is not retried if nothing was created', async (status) => {
    const { result, sent, nowMs } = start([refused({ status, shape: 'html' })], { credentials: seeing });
    await expect(result).rejects.toMatchObject({ code: 'start_uncertain' });
    expect([sent.length, nowMs() < 30_000]).toEqual([1, true]);
  });

  test.each([
    { name: 'a page with 403', listing: refused({ status: 403, shape: 'html' }) },
    { name: 'a redirect', listing: refused({ status: 302, shape: 'html' }) },
    { name: 'a login page', listing: { kind: 'unreadable', status: 200, why: 'HTML', hints: {} } as const },
  ])('ends the search early if the list is answered with $name, too', async ({ listing }) => {
    const { result, nowMs } = start([refused({ status: 404, shape: 'html' })], {
      credentials: seeing,
      listing,
    });
    await expect(result).rejects.toMatchObject({
      code: 'start_uncertain',
      parts: { hint: expect.stringMatching(/^Check gitlab_url/) as unknown },
    });
    expect(nowMs()).toBeLessThanOrEqual(6000);
  });

  test('with 413 as a page has a hint of its own', async () => {
    const { result } = start([refused({ status: 413, shape: 'html' })]);
    await expect(result).rejects.toMatchObject({
      parts: { hint: expect.stringMatching(/^The request is too large .*Look for it at/) as unknown },
    });
  });

  test('with 500 in other words than GitLab’s does not end its work', async () => {
    const answer = refused({ status: 500, speaker: 'stranger', texts: ['An unexpected error occurred'] });
    const { result, nowMs } = start([answer, ok(pipelineWith())], { credentials: seeing, knownId: 0 });
    await result;
    expect(nowMs()).toBeGreaterThanOrEqual(135_000);
  });
});

const created = (status: number): Reply<never> => ({
  kind: 'fault',
  fault: new TransportFault({ kind: 'truncated', reached: 'maybe', status, message: 'cut' }),
});

describe('the absence of a pipeline is proved', () => {
  const absent = async (given: Parameters<typeof start>[1], answer: Answer = lost()): Promise<string> => {
    const { result, sent, events } = start([answer, ok(pipelineWith({ id: 1000 }))], {
      credentials: seeing,
      ...given,
    });
    const code = await result.then(
      () => events.at(-1)?.kind ?? 'none',
      (error: unknown) => (error as { readonly code: string }).code,
    );
    expect([code, sent.length]).toEqual([code, code === 'lost_pipeline_absent' ? 2 : 1]);
    return code;
  };

  test('by an empty list of GitLab, if there was none before', async () => {
    expect(await absent({ knownId: 0 })).toBe('lost_pipeline_absent');
  });

  test.each([
    { name: 'nobody knows what was there before', given: {} },
    { name: 'a pipeline was there before', given: { knownId: 7 } },
    {
      name: 'it lacks what GitLab sends with a list',
      given: { knownId: 0, listHints: { serverTimeMs: Date.UTC(2026, 0, 1) } },
    },
    { name: 'it comes out of a cache', given: { knownId: 0, listHints: { fromCache: true, isPaged: true } } },
  ] as const)('not by an empty list if $name', async ({ given }) => {
    expect(await absent(given)).toBe('start_uncertain');
  });

  test.each([
    {
      name: 'a 200 that is no pipeline',
      answer: { kind: 'unreadable', status: 200, why: 'x', hints: {} } as const,
    },
    { name: 'a 201 that was cut', answer: created(201) },
  ])('but never after $name', async ({ answer }) => {
    expect(await absent({ knownId: 0 }, answer)).toBe('start_uncertain');
  });

  test('not by a cached list', async () => {
    const existing = [{ pipeline: pipelineWith({ id: 7, createdAt: justNow }), run: 'none' }];
    const listHints = { fromCache: true } as const;
    expect(await absent({ knownId: 7, existing, listHints })).toBe('start_uncertain');
    expect(await absent({ knownId: 7, existing })).toBe('lost_pipeline_absent');
  });

  test.each([-600_000, 600_000])('not by the clock of a server in front that is %i ms off', async (offMs) => {
    const listHints = { serverTimeMs: Date.UTC(2026, 0, 1) + 135_000 + offMs };
    const { result } = start([lost()], {
      credentials: seeing,
      listHints,
      existing: [{ pipeline: pipelineWith({ id: 8, createdAt: justNow }), run: mark.run, fromMs: 40_000 }],
    });
    expect((await result).id).toBe(8);
  });

  test.each(['push', 'pipeline', 'trigger', 'web', undefined])(
    'not by the source: one from %s with our mark is ours',
    async (source) => {
      const { result } = start([lost()], {
        credentials: seeing,
        existing: [{ pipeline: pipelineWith({ id: 8, createdAt: justNow, source }), run: mark.run }],
      });
      expect((await result).id).toBe(8);
    },
  );

  test.each(['main', 'refs/heads/main', 'refs/tags/main'])('not by the form of the ref: %s', async (ref) => {
    const { result } = start([lost()], {
      credentials: seeing,
      existing: [{ pipeline: pipelineWith({ id: 8, createdAt: justNow, ref }), run: mark.run }],
    });
    expect((await result).id).toBe(8);
  });

  test.each([
    ['no payload', 'push', 'lost_pipeline_absent'],
    ['no payload', 'trigger', 'start_uncertain'],
    ['no payload', 'a source of later', 'start_uncertain'],
    ['cut off', 'trigger', 'start_uncertain'],
    ['', 'trigger', 'start_uncertain'],
  ])('depending on the mark or payload %j and the source %s: %s', async (run, source, expected) => {
    const pipeline = pipelineWith({ id: 8, createdAt: justNow, source });
    expect(await absent({ existing: [{ pipeline, run }] })).toBe(expected);
  });

  test('not by a list that may continue', async () => {
    const existing = Array.from({ length: 20 }, (_, index) => ({
      pipeline: pipelineWith({ id: 300 - index, createdAt: justNow }),
      run: 'none',
    }));
    expect(await absent({ existing })).toBe('start_uncertain');
    expect(await absent({ existing, knownId: 281 })).toBe('lost_pipeline_absent');
  });

  test('by a list without a filter, with another URL each time', async () => {
    const { result, lists } = start([lost(), ok(pipelineWith())], { credentials: seeing, knownId: 0 });
    await result;
    expect(lists.length).toBeGreaterThan(3);
    expect(new Set(lists.map(({ fresh }) => fresh)).size).toBe(lists.length);
    for (const { filters } of lists) expect(filters).toEqual({ orderBy: 'id', sort: 'desc', perPage: 100 });
  });
});

describe('a response with the number of a pipeline', () => {
  const old: CreatedPipeline = { ...pipelineWith({ id: 33 }), projectId: undefined };

  test('and its commit is a start, whatever else it lacks', async () => {
    const sha = 'b'.repeat(40);
    const { result, sent } = start([ok({ id: 33, sha })], { details: refused({ status: 404 }) });
    expect(await result).toEqual({
      id: 33,
      projectId: 0,
      status: 'created',
      ref: 'main',
      sha,
      webUrl: 'https://gitlab.example.com/group/app/-/pipelines/33',
    });
    expect(sent).toHaveLength(1);
  });

  test('is completed with the known number, without a request', async () => {
    const { result, fetched } = start([ok(old)], { project: { kind: 'id', id: 42 } });
    expect(await result).toEqual(pipelineWith({ id: 33 }));
    expect(fetched).toEqual([]);
  });

  test('is completed by GitLab if only a path was given', async () => {
    const { result, fetched } = start([ok(old)]);
    expect(await result).toMatchObject({ id: 33, projectId: 42, sha: 'a'.repeat(40) });
    expect(fetched).toEqual([33]);
  });

  test('is not delayed by a GitLab that does not answer', async () => {
    const { result, nowMs } = start([ok(old)], { details: lost() });
    expect((await result).id).toBe(33);
    expect(nowMs()).toBeLessThanOrEqual(5000);
  });

  test.each([1, 2000, 4000])('is completed by a replica that has it %i ms later', async (detailsFromMs) => {
    const { result, asks } = start([ok(old)], { detailsFromMs });
    expect(await result).toMatchObject({ id: 33, projectId: 42 });
    expect(asks).toEqual([]);
  });

  test.each([
    { name: 'GitLab does not show it', details: refused({ status: 404 }) },
    { name: 'its route is lost', details: refused({ status: 404, shape: 'error' }) },
    { name: 'it may not be read', details: refused({ status: 403 }) },
    { name: 'nobody answers', details: lost() },
  ] as const)('gets its project from the project itself if $name', async ({ details }) => {
    const { result, asks, nowMs } = start([ok(old)], { details, toldProject: toldAs(42, 'group/app') });
    expect(await result).toMatchObject({ id: 33, projectId: 42, sha: 'a'.repeat(40) });
    expect(asks).toEqual(['project']);
    expect(nowMs()).toBeLessThanOrEqual(5000);
  });

  test('of another project is an error, and not followed', async () => {
    const { result, sent } = start([ok(pipelineWith({ id: 9, projectId: 4651 }))], {
      project: { kind: 'id', id: 4650 },
    });
    await expect(result).rejects.toMatchObject({
      code: 'wrong_project',
      exitCode: 3,
      parts: { what: expect.stringContaining('pipeline 9 of project 4651') as unknown },
    });
    expect(sent).toHaveLength(1);
  });
});

const unlike = (status: number): Reply<never> => ({
  kind: 'unreadable',
  status,
  why: 'GitLab answers such a request with 200 or 201',
  claimedId: 7781,
  hints: {},
});

describe('a success with a number that need not be that of a pipeline', () => {
  const answers: readonly { readonly name: string; readonly answer: Reply<CreatedPipeline> }[] = [
    { name: 'another status', answer: unlike(202) },
    { name: 'another content type', answer: unlike(201) },
    { name: 'nothing else', answer: ok({ id: 7781 }) },
    { name: 'a status', answer: ok({ id: 7781, status: 'created' }) },
    { name: 'what was sent', answer: ok({ id: 7781, ref: 'main', status: 'pending', source: 'trigger' }) },
    { name: 'a project', answer: ok({ id: 7781, ref: 'main', projectId: 42 }) },
    { name: 'an empty commit', answer: ok(pipelineWith({ id: 7781, sha: '' })) },
    { name: 'a short commit', answer: ok(pipelineWith({ id: 7781, sha: '8f2b6c1d' })) },
    { name: 'a commit that is none', answer: ok(pipelineWith({ id: 7781, sha: 'z'.repeat(40) })) },
  ];
  const others = pipelineWith({ id: 7781, status: 'success', source: 'trigger' });

  test.each(answers)('beside $name is not believed, and not sent again', async ({ answer }) => {
    const { result, sent, created, fetched } = start([answer, ok(pipelineWith())]);
    await expect(result).rejects.toMatchObject({
      code: 'start_uncertain',
      exitCode: 4,
      parts: { why: expect.stringContaining('number 7781, which need not be that of a pipeline') as unknown },
    });
    expect({ sent: sent.length, created, fetched }).toEqual({ sent: 1, created: [], fetched: [] });
  });

  test.each(answers)('beside $name leads to the pipeline that has our mark', async ({ answer }) => {
    const { result, sent } = start([answer], {
      credentials: seeing,
      knownId: 256,
      existing: [
        { pipeline: others, run: 'none' },
        { pipeline: pipelineWith({ id: 257 }), run: mark.run, fromMs: 9000 },
      ],
    });
    expect((await result).id).toBe(257);
    expect(sent).toHaveLength(1);
  });

  test.each(answers)('beside $name is right if that pipeline has our mark', async ({ answer }) => {
    const { result, sent } = start([answer], {
      credentials: seeing,
      knownId: 256,
      existing: [{ pipeline: others, run: mark.run }],
    });
    expect((await result).id).toBe(7781);
    expect(sent).toHaveLength(1);
  });

  test.each(answers.flatMap((each) => ['none', 'hidden', 'absent'].map((run) => ({ ...each, run }))))(
    'beside $name is never sent again if that pipeline is $run',
    async ({ answer, run }) => {
      const existing = run === 'absent' ? [] : [{ pipeline: others, run }];
      const { result, sent } = start([answer, ok(pipelineWith())], {
        credentials: seeing,
        knownId: run === 'absent' ? 0 : 256,
        existing: [...existing, ...(run === 'absent' ? [] : [{ pipeline: pipelineWith({ id: 256 }), run }])],
      });
      await expect(result).rejects.toMatchObject({ code: 'start_uncertain', exitCode: 4 });
      expect(sent).toHaveLength(1);
    },
  );
});

describe('a lock conflict, by GitLab itself, leaves it open whether a pipeline exists', () => {
  const locked = refused({ status: 409, about: 'locked', texts: ['409 Conflict: Resource lock'] });

  test('and is not repeated without a token that can read', async () => {
    const { result, sent } = start([locked, ok(pipelineWith())]);
    await expect(result).rejects.toMatchObject({
      code: 'start_uncertain',
      parts: { why: expect.stringContaining('Resource lock') as unknown },
    });
    expect(sent).toHaveLength(1);
  });

  test('which is then found by its mark', async () => {
    const existing = [{ pipeline: pipelineWith({ id: 8 }), run: mark.run, fromMs: 60_000 }];
    const { result, sent } = start([locked], { credentials: seeing, knownId: 0, existing });
    expect((await result).id).toBe(8);
    expect(sent).toHaveLength(1);
  });

  test('and is repeated once if there is none', async () => {
    const { result, sent, nowMs } = start([locked, ok(pipelineWith())], { credentials: seeing, knownId: 0 });
    expect((await result).id).toBe(257);
    expect([sent.length, nowMs() >= 75_000]).toEqual([2, true]);
  });

  test('and is the reason if there is none after the second one', async () => {
    const { result, sent } = start([locked], { credentials: seeing, knownId: 0 });
    await expect(result).rejects.toMatchObject({ code: 'resource_locked', exitCode: 3 });
    expect(sent).toHaveLength(2);
  });
});

describe('a response about a pipeline of another ref belongs to another request', () => {
  const mixedUp = ok(pipelineWith({ id: 300, ref: 'release/2' }));

  test.each(['refs/heads/main', 'refs/tags/main', 'main'])('unless %s is only another name', async (ref) => {
    const { result, sent } = start([ok(pipelineWith({ id: 300, ref }))]);
    expect((await result).id).toBe(300);
    expect(sent).toHaveLength(1);
  });

  test('and is not followed; it is not known whether ours was started', async () => {
    const { result, sent } = start([mixedUp]);
    await expect(result).rejects.toMatchObject({
      code: 'start_uncertain',
      exitCode: 4,
      parts: {
        why: expect.stringContaining('pipeline 300 of release/2, and this request was about main') as unknown,
      },
    });
    expect(sent).toHaveLength(1);
  });

  test('and ours is found by its mark', async () => {
    const { result, sent } = start([mixedUp], {
      credentials: seeing,
      knownId: 256,
      existing: [
        { pipeline: pipelineWith({ id: 300, ref: 'release/2' }), run: 'none' },
        { pipeline: pipelineWith({ id: 299 }), run: mark.run },
      ],
    });
    expect((await result).id).toBe(299);
    expect(sent).toHaveLength(1);
  });

  test('and never sent again when ours is not there', async () => {
    const { result, sent } = start([mixedUp], { credentials: seeing, knownId: 256, existing: [] });
    await expect(result).rejects.toMatchObject({ code: 'start_uncertain' });
    expect(sent).toHaveLength(1);
  });
});

describe('a response that a cache gave belongs to another request', () => {
  const cached: Reply<CreatedPipeline> = {
    kind: 'ok',
    value: pipelineWith({ id: 300 }),
    hints: { fromCache: true },
  };

  test('and is not followed; it is not known whether ours was started', async () => {
    const { result, sent, fetched, created } = start([cached]);
    await expect(result).rejects.toMatchObject({
      code: 'start_uncertain',
      exitCode: 4,
      parts: { why: expect.stringContaining('pipeline 300 comes from a cache') as unknown },
    });
    expect({ sent: sent.length, fetched, created }).toEqual({ sent: 1, fetched: [], created: [] });
  });

  test.each([
    { what: 'ours', id: 301 },
    { what: 'ours after all', id: 300 },
  ])('and $what is found by its mark', async ({ id }) => {
    const strangers = id === 300 ? [] : [{ pipeline: pipelineWith({ id: 300 }), run: 'none' }];
    const { result, sent } = start([cached], {
      credentials: seeing,
      knownId: 256,
      existing: [...strangers, { pipeline: pipelineWith({ id }), run: mark.run }],
    });
    expect((await result).id).toBe(id);
    expect(sent).toHaveLength(1);
  });

  test('and never sent again when ours is not there', async () => {
    const { result, sent } = start([cached], { credentials: seeing, knownId: 256, existing: [] });
    await expect(result).rejects.toMatchObject({ code: 'start_uncertain' });
    expect(sent).toHaveLength(1);
  });

  test.each([
    { what: 'an age', headers: { age: '5000' }, want: true },
    { what: 'a hit', headers: { 'x-cache': 'HIT' }, want: true },
    { what: 'a hit by its standard', headers: { 'cache-status': 'x; hit' }, want: true },
    { what: 'stale', headers: { 'x-cache-status': 'STALE' }, want: true },
    {
      what: 'a miss',
      headers: { age: '0', 'x-cache': 'MISS', 'cache-status': 'x; fwd=method' },
      want: undefined,
    },
    { what: 'dynamic', headers: { 'cf-cache-status': 'DYNAMIC', 'x-cache-hits': '0' }, want: undefined },
  ])('when its headers say so: $what', ({ headers, want }) => {
    const { fromCache } = readServerHints({
      status: 201,
      headers,
      localTimeMs: 0,
    });
    expect(fromCache).toBe(want);
  });
});

describe('a response to a request by path', () => {
  const answered = async (
    answer: Partial<CreatedPipeline>,
    given: Parameters<typeof start>[1] = {},
  ): Promise<readonly string[]> => {
    const { result, events, asks, sent } = start([ok({ ...pipelineWith(), ...answer })], given);
    const end = await result.then(
      ({ id }) => `pipeline ${id}`,
      (error: unknown) => (error as { readonly code: string }).code,
    );
    expect(sent).toHaveLength(1);
    return [end, ...events.map(({ kind }) => kind), ...asks];
  };
  const at = (path: string, root = 'https://gitlab.example.com'): Partial<CreatedPipeline> => ({
    webUrl: `${root}/${path}/257`,
  });

  test('with another number than that of the project is an error, whatever path it names', async () => {
    expect(await answered({ projectId: 43 }, { knownProjectId: 42 })).toEqual(['wrong_project']);
    expect(await answered(at('other/app/-/pipelines'), { knownProjectId: 43 })).toEqual(['wrong_project']);
  });

  test('with the number of the project belongs to it, whatever path it names: projects move', async () => {
    expect(await answered(at('new/home/-/pipelines'), { knownProjectId: 42 })).toEqual(['pipeline 257']);
  });

  test.each([
    { name: 'its own path', answer: at('group/app/-/pipelines') },
    { name: 'the path in another case', answer: at('Group/App/-/pipelines') },
    { name: 'the path as old releases have it', answer: at('group/app/pipelines') },
    { name: 'another host of GitLab', answer: at('group/app/-/pipelines', 'https://ci.example.org') },
    { name: 'a folder that GitLab is in', answer: at('group/app/-/pipelines', 'https://ci.example.org/git') },
    { name: 'no address', answer: { webUrl: undefined } },
    {
      name: 'an address that is no page of a pipeline',
      answer: { webUrl: 'https://gitlab.example.com/x/y' },
    },
    { name: 'no address at all', answer: { webUrl: 'nonsense' } },
  ])('with $name belongs to it without a further request', async ({ answer }) => {
    expect(await answered(answer)).toEqual(['pipeline 257']);
  });

  const elsewhere = [
    { name: 'another path', answer: at('other/app/-/pipelines') },
    { name: 'a longer path', answer: at('top/group/app/-/pipelines') },
    { name: 'a path that only ends alike', answer: at('mygroup/app/-/pipelines', 'https://ci.example.org') },
  ];

  test.each(elsewhere)('with $name belongs to it if GitLab says so', async ({ answer }) => {
    const toldProject = toldAs(42, 'new/home');
    expect(await answered(answer, { toldProject })).toEqual(['pipeline 257', 'project']);
  });

  test.each(elsewhere)('with $name does not belong to it if GitLab says so', async ({ answer }) => {
    const toldProject = toldAs(41, 'group/app');
    expect(await answered(answer, { toldProject })).toEqual(['wrong_project', 'project']);
  });

  test.each(elsewhere)(
    'with $name is accepted with a warning if nothing can be checked',
    async ({ answer }) => {
      expect(await answered(answer)).toEqual(['pipeline 257', 'project_unconfirmed', 'project']);
    },
  );

  test('of a moved project without a number is recognized by the path that GitLab gives', async () => {
    const answer = { ...at('new/home/-/pipelines'), projectId: undefined };
    const toldProject = toldAs(42, 'New/Home');
    expect(await answered(answer, { toldProject })).toEqual(['pipeline 257', 'project']);
  });

  test('below a folder of our own is compared from there on', async () => {
    const gitlabUrl = 'https://example.com/gitlab';
    const given = { gitlabUrl, toldProject: toldAs(41, 'group/app') };
    expect(await answered(at('group/app/-/pipelines', gitlabUrl), given)).toEqual(['pipeline 257']);
    expect(await answered(at('x/group/app/-/pipelines', gitlabUrl), given)).toEqual([
      'wrong_project',
      'project',
    ]);
  });

  test('does not wait for a GitLab that does not answer', async () => {
    const given = { toldProject: lost() } as const;
    const { result, nowMs } = start([ok({ ...pipelineWith(), ...at('other/app/-/pipelines') })], given);
    expect((await result).id).toBe(257);
    expect(nowMs()).toBeLessThanOrEqual(5000);
  });
});

describe('evidence against a pipeline from before the request', () => {
  test('in a list that lacks it does not prove that nothing was started', async () => {
    const { result, sent, lists } = start([lost(), ok(pipelineWith({ id: 9 }))], {
      credentials: seeing,
      knownId: 7,
      listing: ok([]),
    });
    await expect(result).rejects.toMatchObject({ code: 'start_uncertain' });
    expect(sent).toHaveLength(1);
    expect(lists.length).toBeGreaterThan(3);
  });

  test('in an empty list proves it if there was none before', async () => {
    const { result, sent } = start([lost(), ok(pipelineWith({ id: 9 }))], {
      credentials: seeing,
      knownId: 0,
      listing: { kind: 'ok', value: [], hints: { isPaged: true } },
    });
    expect((await result).id).toBe(9);
    expect(sent).toHaveLength(2);
  });

  test.each([6, 7])(
    'in a response about pipeline %i shows that it belongs to another request',
    async (id) => {
      const { result, sent } = start([ok(pipelineWith({ id }))], { knownId: 7 });
      await expect(result).rejects.toMatchObject({
        code: 'start_uncertain',
        parts: { why: expect.stringContaining(`about pipeline ${id}, which was there before`) as unknown },
      });
      expect(sent).toHaveLength(1);
    },
  );

  test('in such a response starts the search for the pipeline', async () => {
    const { result, sent } = start([ok(pipelineWith({ id: 6 }))], {
      credentials: seeing,
      knownId: 7,
      existing: [
        { pipeline: pipelineWith({ id: 8 }), run: mark.run },
        { pipeline: pipelineWith({ id: 7 }), run: 'none' },
      ],
    });
    expect((await result).id).toBe(8);
    expect(sent).toHaveLength(1);
  });
});

describe('a step that is stopped during the start request', () => {
  test('reports that a pipeline may exist when no response comes in time', async () => {
    const { result } = start(['never'], { abortAtMs: 100 });
    await expect(result).rejects.toMatchObject({
      name: 'AbortedError',
      parts: { why: expect.stringContaining('may have been started') as unknown },
    });
  });

  test('searches for the pipeline when no response comes', async () => {
    const { result, nowMs } = start(['never'], {
      credentials: seeing,
      abortAtMs: 100,
      existing: [{ pipeline: pipelineWith({ id: 8, createdAt: justNow }), run: mark.run }],
    });
    expect((await result).id).toBe(8);
    expect(nowMs()).toBe(1600);
  });

  test('ends after less than three seconds in any case', async () => {
    const { result, nowMs } = start(['never'], { credentials: seeing, abortAtMs: 100 });
    await expect(result).rejects.toMatchObject({ name: 'AbortedError' });
    expect(nowMs()).toBe(2600);
  });

  test('reports that a pipeline may exist when it is stopped during the search', async () => {
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

test('the id of a pipeline is reported before GitLab is asked for what its response omits', async () => {
  const { result, created, fetched } = start([ok({ id: 258, sha: 'a'.repeat(40) })], {
    project: { kind: 'path', path: 'group/app' },
    details: ok(pipelineWith({ id: 258 })),
  });
  await result;
  expect(created).toEqual([{ id: 258, readBefore: 0 }]);
  expect(fetched).toEqual([258]);
});
