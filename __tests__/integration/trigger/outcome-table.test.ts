import { describe, expect, test } from '@jest/globals';

import { type Clock, systemClock } from '../../../src/base/clock.js';
import { AppError } from '../../../src/base/errors.js';
import { createGitLabClient } from '../../../src/gitlab/client.js';
import { createNodeTransport } from '../../../src/http/node-transport.js';
import type { Transport } from '../../../src/http/transport.js';
import { parseTriggerRequest } from '../../../src/inputs/commands/trigger.js';
import type { Pipeline } from '../../../src/model/pipeline.js';
import { SimulatedGitLab } from '../../../src/simulator/gitlab/simulated-gitlab.js';
import { type ReleaseName, releaseNames } from '../../../src/simulator/gitlab/state/release.js';
import { FaultPlan } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import { startServer } from '../../../src/simulator/gitlab/wire/server.js';
import type { SimulatedRequest } from '../../../src/simulator/gitlab/wire/wire.js';
import { startContextOf, failedAtCreation } from '../../../src/trigger/start-context.js';
import { startPipeline } from '../../../src/trigger/start-pipeline.js';
import { inputsFor, oneProject, tokens } from '../../support/one-project.js';
import { type OutcomeRow, outcomeTable, releasesOf } from '../../support/outcome-table.js';
import { noFiles, sourceOf } from '../../unit/inputs/input-sources.js';
import { standingClock } from '../../unit/simulator/gitlab/support/world.js';
import { type Way, wayToFailedCreation, waysToOutcomes } from './ways-to-outcomes.js';

/**
 * Rows in words of releases in between, of parts that are not simulated, or of something in front of GitLab.
 */
const playedBack: readonly string[] = [
  'method not allowed by Grape',
  'protected ref, older wording',
  'project about to be deleted',
  'pipeline that cannot be built',
  'external validation refused',
  'to be reviewed by a person first',
  'a policy that fails',
  'an error without a name',
  'application throttle',
  'content type refused',
  'permission of a fine-grained token missing, older wording',
];

interface Start {
  readonly pipeline: Pipeline | undefined;
  readonly error: unknown;
  readonly creationFailure: AppError | undefined;
  readonly left: readonly string[];
  readonly posts: number;
  /** What GitLab said to the last request. */
  readonly answer: Answer | undefined;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Where a start goes: the requests that arrive there, and the way to it. */
interface Place {
  readonly url: string;
  readonly requests: readonly { readonly method: string }[];
  readonly transport: Transport;
}

/**
 * Starts a pipeline in the way given, through the real client, in a GitLab whose time stands still. What is
 * played back comes through the real transport, too.
 */
async function startBy(
  way: Way,
  { release, playback }: { readonly release?: ReleaseName; readonly playback?: OutcomeRow } = {},
): Promise<Start> {
  const scenario = release === undefined ? way.scenario : { ...way.scenario, release };
  const gitlab = new SimulatedGitLab({ clock: standingClock() }, scenario);
  const heard: Answer[] = [];
  const start = (place: Place): ReturnType<typeof startIn> =>
    startIn({ ...place, transport: meddled(place.transport, way, heard) }, way);
  const started = await (playback === undefined
    ? start(inMemory(gitlab))
    : overSockets(gitlab, playback, start));
  return { ...started, left: gitlab.pipelines().map(({ status }) => status), answer: heard.at(-1) };
}

function inMemory(gitlab: SimulatedGitLab): Place {
  const requests: SimulatedRequest[] = [];
  const send: Transport['send'] = ({ method, url, headers, body = '' }) => {
    const request = { method, target: url.pathname + url.search, headers, body: Buffer.from(body) };
    requests.push(request);
    return Promise.resolve(gitlab.handle(request));
  };
  return { url: 'https://gitlab.example.com', requests, transport: { send, close: () => undefined } };
}

async function overSockets<T>(
  gitlab: SimulatedGitLab,
  playback: OutcomeRow,
  work: (place: Place) => Promise<T>,
): Promise<T> {
  const server = await startServer({ gitlab, clock: systemClock, faults: faultsFor(playback) });
  const transport = createNodeTransport({ caCertificate: undefined, clock: systemClock });
  try {
    return await work({ url: server.url, requests: server.requests, transport });
  } finally {
    transport.close();
    await server.close();
  }
}

async function startIn(
  { requests, url, transport }: Place,
  way: Way,
): Promise<Omit<Start, 'left' | 'answer'>> {
  const inputs = { ...inputsFor(url), ...way.inputs };
  const { request: parsed } = await parseTriggerRequest(sourceOf(inputs), noFiles);
  const request = { ...parsed, ...way.request };
  const client = createGitLabClient(
    { transport, clock: systemClock },
    { connection: request.connection, accessToken: request.credentials.accessToken },
  );
  const context = startContextOf(request);
  const mark = { key: 'test', run: '1' };
  const deps = { gitlab: client, clock: hurriedClock, random: () => 0.5, onEvent: () => undefined };
  const run = { request, context, mark, signal: new AbortController().signal };
  for (let count = 0; count < (way.startedBefore ?? 0); count += 1) await startPipeline(deps, run);
  let pipeline: Pipeline | undefined;
  let error: unknown;
  try {
    pipeline = await startPipeline(deps, run);
  } catch (caught) {
    error = caught;
  }
  return {
    pipeline,
    error,
    creationFailure: pipeline === undefined ? undefined : failedAtCreation(pipeline, context),
    posts: requests.filter(({ method }) => method === 'POST').length,
  };
}

/** Something between us and GitLab that changes what we send. */
function meddled(transport: Transport, { meddle, reroute }: Way, heard: Answer[]): Transport {
  return {
    ...transport,
    send: async (request) => {
      const body = JSON.parse(request.body ?? '{}') as Record<string, unknown>;
      const url = new URL(request.url);
      url.pathname = reroute?.(url.pathname) ?? url.pathname;
      const answer = await transport.send({ ...request, url, body: JSON.stringify(meddle?.(body) ?? body) });
      if (request.method === 'POST') heard.push({ status: answer.status, body: answer.body.toString() });
      return answer;
    },
  };
}

function faultsFor(row: OutcomeRow): FaultPlan {
  const { status, body, contentType = 'application/json', headers } = row;
  return new FaultPlan([
    {
      when: { method: 'POST' },
      fault: { kind: 'status', status, work: 'not_done', body, contentType, headers },
    },
  ]);
}

/**
 * A 503 of GitLab's that is no maintenance leaves it open what came of the request, and so does a 409: they
 * are no rows of the table.
 */
function outcomeOf(answer: Answer | undefined): 'started' | 'refused' | 'uncertain' {
  if (answer?.status === 201) return 'started';
  return answer?.status === 503 || answer?.status === 409 ? 'uncertain' : 'refused';
}

function playbackWay(row: OutcomeRow): Way {
  if (row.via === 'job_token') return { scenario: oneProject(), inputs: { token: tokens.job } };
  if (row.via === 'access_token') {
    return { scenario: oneProject(), inputs: { token: '', access_token: tokens.api } };
  }
  return { scenario: oneProject() };
}

/**
 * Time passes for the server, but nobody here waits for it: pauses between requests are no part of these
 * tests.
 */
const hurriedClock: Clock = {
  ...systemClock,
  schedule: (_delayMs, callback) => systemClock.schedule(0, callback),
};

/**
 * Requests that certainly did nothing are repeated: throttled and maintained ones four times, a full minute
 * once.
 */
function postsFor({ name, code, status }: OutcomeRow): number {
  if (
    code === 'rate_limited' ||
    name === 'Gitaly overloaded, newer wording' ||
    (code === 'maintenance' && status === 503)
  )
    return 5;
  return code === 'pipeline_rate_limit' ? 2 : 1;
}

function expectRefusal({ error, pipeline }: Start, { code, says, hint }: OutcomeRow): void {
  expect(pipeline).toBeUndefined();
  expect(error).toBeInstanceOf(AppError);
  if (!(error instanceof AppError)) return;
  expect([error.code, error.exitCode]).toEqual([code, 3]);
  expect(error.parts.why).toContain(says);
  expect(error.parts.hint).toMatch(hint);
  expect(error.message).not.toMatch(new RegExp(Object.values(tokens).join('|')));
}

test('every row of the table has a way to produce it', () => {
  const names = [...Object.keys(waysToOutcomes), ...playedBack].sort();
  expect(names).toEqual(outcomeTable.map(({ name }) => name).sort());
});

describe.each(releaseNames)('GitLab %s itself refuses, and the message matches:', (release) => {
  const given = outcomeTable.filter((row) => row.name in waysToOutcomes && releasesOf(row).includes(release));

  test.each(given)('$name', async (row) => {
    const way = waysToOutcomes[row.name] ?? { scenario: oneProject() };
    const start = await startBy(way, { release });
    expectRefusal(start, row);
    expect(start.answer).toEqual({ status: row.status, body: row.body });
    expect(start.left).toEqual(way.leaves ?? []);
    expect(start.posts).toBe(postsFor(row) + (way.startedBefore ?? 0));
  });
});

describe.each(releaseNames)('GitLab %s gives another response, which the table also has:', (release) => {
  const others = outcomeTable.filter(
    (row) => row.name in waysToOutcomes && !releasesOf(row).includes(release),
  );

  test.each(others)('$name', async (row) => {
    const way = waysToOutcomes[row.name] ?? { scenario: oneProject() };
    const { answer, pipeline } = await startBy(way, { release });
    const details = outcomeTable.filter(
      ({ status, body }) => status === answer?.status && body === answer.body,
    );
    expect(details).not.toContain(row);
    const isPrinted = details.some((each) => releasesOf(each).includes(release));
    expect(outcomeOf(answer)).toBe(isPrinted ? 'refused' : pipeline === undefined ? 'uncertain' : 'started');
  });
});

describe('the same response, played back, gets the same message:', () => {
  test.each(outcomeTable)('$name', async (row) => {
    const start = await startBy(playbackWay(row), { playback: row });
    expectRefusal(start, row);
    expect([start.left, start.posts]).toEqual([[], postsFor(row)]);
  });
});

describe('a response that is no refusal', () => {
  test('gives the pipeline when it is a success', async () => {
    const { pipeline, error, left } = await startBy({ scenario: oneProject() });
    expect([pipeline?.id, pipeline?.status, error, left]).toEqual([257, 'created', undefined, ['created']]);
  });

  test('of an older release is 201 for a pipeline that failed at creation', async () => {
    const { pipeline, creationFailure, left } = await startBy(wayToFailedCreation);
    expect([pipeline?.status, creationFailure?.code, creationFailure?.parts.why, left]).toEqual([
      'failed',
      'ci_config_invalid',
      'bad: yaml',
      wayToFailedCreation.leaves,
    ]);
  });

  test.each([
    { name: 'a crash that left nothing', leaves: 'nothing', want: [] },
    { name: 'a crash after the pipeline was saved', leaves: 'pipeline', want: ['created'] },
  ] as const)('leaves it open whether something was started: $name', async ({ leaves, want }) => {
    const ci = { kind: 'internal_error', leaves } as const;
    const { error, left, posts } = await startBy({ scenario: oneProject({ ci }) });
    expect(error).toMatchObject({ code: 'start_uncertain', exitCode: 4 });
    expect([left, posts]).toEqual([want, 1]);
  });

  test('of a lock that is taken leaves it open too', async () => {
    const { error, answer, left, posts } = await startBy({
      scenario: oneProject({ ci: { kind: 'resource_locked' } }),
    });
    expect(error).toMatchObject({
      code: 'start_uncertain',
      exitCode: 4,
      parts: { why: expect.stringContaining('GitLab answered 409: 409 Conflict: Resource lock') as unknown },
    });
    expect([answer?.status, left, posts]).toEqual([409, [], 1]);
  });

  test('of an overloaded Gitaly leaves it open too', async () => {
    const ci = { kind: 'gitaly_overloaded', text: 'too busy', retryAfterSeconds: 3 } as const;
    const { error, left } = await startBy({ scenario: oneProject({ ci }) });
    expect(error).toMatchObject({ code: 'start_uncertain', exitCode: 4 });
    expect(left).toEqual([]);
  });
});
