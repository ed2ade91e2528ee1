import { describe, expect, test } from '@jest/globals';

import type { PipelineScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import type { ThrottleDescription } from '../../../src/simulator/gitlab/state/scenario.js';
import { type SimulatedEnd, type SimulatedRun, followSimulated } from './follow-simulated.js';

/** Some minutes, in twelve pipelines: a look takes some 14 requests. */
const tree: PipelineScript = {
  stages: ['below', 'last'],
  bridges: Array.from({ length: 12 }, (_, index) => ({
    name: `part ${index}`,
    stage: 'below',
    strategy: 'depend',
    downstream: { script: { jobs: [{ name: 'inner', durationMs: 20_000 + index * 10_000 }] } },
  })),
  jobs: [{ name: 'sum', stage: 'last', durationMs: 5000 }],
};

function follow(throttle: ThrottleDescription, request: SimulatedRun['request'] = {}): Promise<SimulatedEnd> {
  return followSimulated({ script: tree, scenario: { throttle }, request });
}

const refusals = ({ asked }: SimulatedEnd): number => asked.filter(({ status }) => status === 429).length;

describe('a rate limit', () => {
  test.each([45, 60, 75])(
    'of %d requests a minute is not reached if GitLab shows what is left',
    async (limit) => {
      const throttle = { authenticatedPerMinute: limit } as const;
      const [details, unread] = [
        await follow({ ...throttle, headers: 'always' }),
        await follow({ ...throttle, headers: 'when_throttled' }),
      ];

      expect([details.verdict.outcome, refusals(details)]).toEqual(['success', 0]);
      expect(details.events.filter(({ kind }) => kind === 'poll_failed')).toEqual([]);
      // The same run without the headers shows that the limit is one.
      expect(refusals(unread)).toBeGreaterThan(0);
    },
  );

  test('that is far away has no effect', async () => {
    const far = await follow({ authenticatedPerMinute: 100_000, headers: 'always' });
    const none = await follow({});
    expect(far.asked).toEqual(none.asked);
  });

  test('does not move the deadline', async () => {
    const timeoutMs = 70_500;
    const { verdict, asked } = await follow({ authenticatedPerMinute: 60, headers: 'always' }, { timeoutMs });
    expect(verdict).toMatchObject({ outcome: 'timeout', elapsedMs: timeoutMs });
    expect(asked.at(-1)?.atMs).toBe(timeoutMs);
  });

  test('does not change a fixed interval', async () => {
    const request = { pollInterval: 5000, timeoutMs: 60_000 };
    const polls = ({ asked }: SimulatedEnd): readonly number[] =>
      asked.filter(({ target }) => target.endsWith('/pipelines/257')).map(({ atMs }) => atMs);
    const limited = await follow({ authenticatedPerMinute: 10_000, headers: 'always' }, request);
    const low = await follow({ authenticatedPerMinute: 200, headers: 'always' }, request);
    expect(polls(limited).slice(0, 5)).toEqual([0, 5000, 10_000, 15_000, 20_000]);
    expect(polls(low).slice(0, 5)).toEqual([0, 5000, 10_000, 15_000, 20_000]);
  });

  test('that refuses only a part of a poll is respected, too', async () => {
    const end = await follow({ authenticatedPerMinute: 20 });
    const first = end.asked.find(({ status }) => status === 429)?.atMs ?? NaN;
    // Counted by the minute of the clock, so that the next one is free again.
    const nextMs = end.asked.find(({ atMs }) => atMs > first)?.atMs ?? NaN;
    expect(nextMs).toBeGreaterThanOrEqual(Math.ceil((first + 1) / 60_000) * 60_000);
  });
});
