import { describe, expect, test } from '@jest/globals';

import type { Reply } from '../../../src/gitlab/responses/reply.js';
import type { ListedVariable, Pipeline } from '../../../src/model/pipeline.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { type EarlierAttempt, findEarlierAttempt } from '../../../src/trigger/find-earlier-attempt.js';
import { ok, pipelineWith } from '../../support/pipelines.js';

type Listed = Reply<readonly Pipeline[]>;

const mark = { step: 'step of run 77', attempt: '3', asked: 'this' } as const;
const rerun = { ...mark, attempt: '1' } as const;
const payload = { ref: 'main', gitlab_trigger: { key: 'key', run: '77.1.nonce', rerun } };
const variables: readonly ListedVariable[] = [{ key: 'TRIGGER_PAYLOAD', value: JSON.stringify(payload) }];
const list = [pipelineWith({ id: 257 })];

/** Looks for what was asked for in pipeline 257; the last list is given again and again. */
async function found(...lists: readonly [Listed, ...Listed[]]): Promise<EarlierAttempt> {
  const clock = createVirtualClock();
  const left = [...lists];
  const gitlab = {
    listPipelines: async (): Promise<Listed> =>
      Promise.resolve((left.length > 1 ? left.shift() : left[0]) ?? lists[0]),
    fetchVariables: async () => Promise.resolve(ok(variables)),
  };
  return await clock.run(
    findEarlierAttempt(
      { gitlab, clock },
      {
        project: { kind: 'id', id: 42 },
        via: 'trigger_token',
        mark,
        asked: { ref: 'main', variables: {}, pipelineInputs: {} },
        settledMs: 0,
        onWaiting: () => undefined,
        judged: new Map(),
        signal: new AbortController().signal,
      },
    ),
  );
}

const fromCache: Listed = { kind: 'ok', value: list, hints: { fromCache: true } };
const withUnread = (id: number | undefined): Listed => ({
  kind: 'ok',
  value: list,
  unfit: [{ unfit: 'no status', id }],
  hints: {},
});

describe('a list that shows a pipeline of an earlier attempt', () => {
  test.each([
    { what: 'comes out of a cache', listed: fromCache, says: /a cache on the way/ },
    { what: 'has a newer one that cannot be read', listed: withUnread(258), says: /no status/ },
    {
      what: 'has one that cannot be read, of whatever age',
      listed: withUnread(undefined),
      says: /no status/,
    },
  ])('is not the last word when it $what', async ({ listed, says }) => {
    expect(await found(listed)).toEqual({ kind: 'unknown', why: expect.stringMatching(says) });
    const newer = [pipelineWith({ id: 258 }), ...list];
    expect(await found(listed, ok(newer))).toMatchObject({
      kind: 'found',
      pipelines: [{ pipeline: { id: 258 } }, { pipeline: { id: 257 } }],
    });
  });

  test('is the last word when only an older one cannot be read', async () => {
    expect(await found(withUnread(256))).toMatchObject({ pipelines: [{ pipeline: { id: 257 } }] });
  });
});
