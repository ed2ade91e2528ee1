import { describe, expect, test } from '@jest/globals';

import { type FindFailure, findPipeline } from '../../../src/follow/find-pipeline.js';
import type { Reply } from '../../../src/gitlab/responses/reply.js';
import type { Pipeline } from '../../../src/model/pipeline.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { lost, ok, pipelineWith, refused } from '../../support/pipelines.js';

interface Found {
  readonly end: string;
  readonly details: readonly (FindFailure & { readonly atMs: number })[];
  readonly nowMs: number;
}

async function find(replies: readonly Reply<Pipeline>[]): Promise<Found> {
  const clock = createVirtualClock();
  const details: (FindFailure & { readonly atMs: number })[] = [];
  let asked = 0;
  const fetchPipeline = (): Promise<Reply<Pipeline>> => {
    const reply = replies[Math.min(asked, replies.length - 1)];
    asked += 1;
    return reply === undefined ? Promise.reject(new Error('no reply')) : Promise.resolve(reply);
  };
  const onFailure = (failure: FindFailure): void => void details.push({ ...failure, atMs: clock.nowMs() });
  const { signal } = new AbortController();
  const wanted = {
    project: { kind: 'id', id: 42 },
    pipelineId: 257,
    retryTimeoutMs: 60_000,
    signal,
  } as const;
  const end = await clock.run(
    findPipeline({ gitlab: { fetchPipeline }, clock, onFailure }, wanted).then(
      ({ id }) => `pipeline ${id}`,
      (error: unknown) => (error as { readonly code: string }).code,
    ),
  );
  return { end, details, nowMs: clock.nowMs() };
}

const page = refused({ status: 404, shape: 'html', texts: ['Welcome'] });

describe('a pipeline that cannot be read yet', () => {
  test.each([
    { name: 'a page', reply: page, why: 'The server answered 404 with a page: Welcome' },
    { name: 'a lost connection', reply: lost(), why: 'ECONNRESET' },
    {
      name: 'a page to sign in',
      reply: { kind: 'unreadable', status: 200, why: 'the body is a web page', hints: {} } as const,
      why: 'web page',
    },
  ])('is reported at once, with who answers and how long the step retries: $name', async ({ reply, why }) => {
    const { end, details } = await find([reply, reply, reply, ok(pipelineWith())]);
    expect([end, details]).toEqual([
      'pipeline 257',
      [{ atMs: 0, retryTimeoutMs: 60_000, why: expect.any(String) as unknown }],
    ]);
    expect(details[0]?.why).toContain(why);
  });

  test('is reported once, and given up after the retry timeout', async () => {
    const { end, details, nowMs } = await find([page]);
    expect([end, details.length]).toEqual([expect.any(String), 1]);
    expect(nowMs).toBeLessThanOrEqual(60_000);
  });

  test('is not reported if it is read at once, or if GitLab refuses for good', async () => {
    expect((await find([ok(pipelineWith())])).details).toEqual([]);
    expect(await find([refused({ status: 403, texts: ['403 Forbidden'] })])).toMatchObject({
      details: [],
      nowMs: 0,
    });
  });
});
