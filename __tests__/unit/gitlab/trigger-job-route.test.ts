import { describe, expect, test } from '@jest/globals';

import { type TriggerJobRoute, createTriggerJobReader } from '../../../src/gitlab/job-token-reads.js';
import type { Refusal, Reply } from '../../../src/gitlab/responses/reply.js';
import { lost, ok, refused } from '../../support/pipelines.js';

const { signal } = new AbortController();

type Answers = Readonly<Record<TriggerJobRoute, Reply<string>>>;

/** Asks as often as there are answers, and tells what was asked and what came. */
async function ask(
  ...turns: readonly Answers[]
): Promise<{ asked: TriggerJobRoute[]; replies: Reply<string>[] }> {
  const asked: TriggerJobRoute[] = [];
  const read = createTriggerJobReader<number, string>((route, turn) => {
    asked.push(route);
    return Promise.resolve(turns[turn]?.[route] ?? lost());
  });
  const replies: Reply<string>[] = [];
  for (const turn of turns.keys()) replies.push(await read(turn, signal));
  return { asked, replies };
}

const noRoute = refused({ status: 404, shape: 'error', texts: ['404 Not Found'] });
const both: Answers = { bridges: ok('old'), trigger_jobs: ok('new') };
const onlyNew: Answers = { bridges: noRoute, trigger_jobs: ok('new') };
const onlyOld: Answers = { bridges: ok('old'), trigger_jobs: noRoute };
const neither: Answers = {
  bridges: noRoute,
  trigger_jobs: refused({ status: 404, shape: 'error', texts: ['the other'] }),
};

describe('createTriggerJobReader', () => {
  test('uses no other name while the old one exists', async () => {
    expect(await ask(both, onlyOld)).toEqual({
      asked: ['bridges', 'bridges'],
      replies: [ok('old'), ok('old')],
    });
  });

  test('switches to the new name, and keeps it', async () => {
    expect(await ask(onlyNew, both)).toEqual({
      asked: ['bridges', 'trigger_jobs', 'trigger_jobs'],
      replies: [ok('new'), ok('new')],
    });
  });

  test('switches back when the server does', async () => {
    expect(await ask(onlyNew, onlyOld, both)).toEqual({
      asked: ['bridges', 'trigger_jobs', 'trigger_jobs', 'bridges', 'bridges'],
      replies: [ok('new'), ok('old'), ok('old')],
    });
  });

  test('returns the first response if there is neither', async () => {
    expect((await ask(neither)).replies).toEqual([noRoute]);
  });

  test('returns a temporary failure, and does not switch', async () => {
    expect(await ask({ ...onlyNew, trigger_jobs: lost() }, onlyOld)).toEqual({
      asked: ['bridges', 'trigger_jobs', 'bridges'],
      replies: [lost(), ok('old')],
    });
  });

  const refusals: readonly (readonly [
    why: string,
    refusal: Partial<Refusal> & Pick<Refusal, 'status'>,
    number,
  ])[] = [
    ['an unknown route', { status: 404, shape: 'error' }, 2],
    ['a route that is gone', { status: 410, shape: 'error' }, 2],
    ['a route that is gone, in the other shape', { status: 410, shape: 'message' }, 2],
    ['a pipeline that is not shown', { status: 404, shape: 'message' }, 1],
    ['a page of something in front', { status: 404, shape: 'html' }, 1],
    ['a page that says gone', { status: 410, shape: 'html' }, 1],
    ['an empty answer', { status: 404, shape: 'none' }, 1],
    ['a text', { status: 404, shape: 'text' }, 1],
    ['a refusal', { status: 403, shape: 'error' }, 1],
    ['a parameter that is wrong', { status: 400, shape: 'error' }, 1],
    ['failure', { status: 500, shape: 'error' }, 1],
  ];
  test.each(refusals)(
    'tries the other name after %s: %j, %d requests in all',
    async (_why, refusal, requests) => {
      const { asked } = await ask({ ...onlyNew, bridges: refused(refusal) });
      expect(asked).toHaveLength(requests);
    },
  );
});
