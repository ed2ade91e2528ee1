import { describe, expect, test } from '@jest/globals';

import type { PipelineScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import type { ReleaseTraits } from '../../../src/simulator/gitlab/state/release-traits.js';
import { type SimulatedEnd, followSimulated } from './follow-simulated.js';

const child: PipelineScript = { jobs: [{ name: 'inner', durationMs: 20_000, result: 'failed' }] };
const script: PipelineScript = {
  jobs: [{ name: 'compile', durationMs: 30_000 }],
  bridges: [
    { name: 'one', downstream: { script: child } },
    { name: 'other', downstream: { script: { jobs: [{ name: 'fine' }] } } },
  ],
};

function follow(triggerJobRoutes: ReleaseTraits['triggerJobRoutes']): Promise<SimulatedEnd> {
  return followSimulated({
    script,
    scenario: { release: { triggerJobRoutes } },
    request: { downstream: 'require' },
  });
}

function askedFor({ asked }: SimulatedEnd, name: string): number {
  return asked.filter(({ target }) => target.includes(`/${name}?`)).length;
}

describe('the trigger jobs of a pipeline', () => {
  test.each([
    { routes: ['bridges'] as const, known: true },
    { routes: ['bridges', 'trigger_jobs'] as const, known: true },
    { routes: ['trigger_jobs'] as const, known: false },
  ])('are read where the server lists them as $routes', async ({ routes, known }) => {
    const end = await follow(routes);
    expect(end.verdict.outcome).toBe('failed');
    expect(end.verdict.snapshot?.root.bridges.map(({ downstream }) => downstream?.pipeline.status)).toEqual([
      'success',
      'failed',
    ]);
    expect(end.verdict.snapshot?.unreadable).toEqual([]);
    if (known) expect(askedFor(end, 'trigger_jobs')).toBe(0);
    else expect(askedFor(end, 'bridges')).toBe(1);
  });

  test('without any list end following with the refusal if they are required', async () => {
    await expect(follow([])).rejects.toThrow(/404 Not Found/);
  });

  test('without any list are partial data if they are only shown', async () => {
    const { verdict } = await followSimulated({
      script,
      scenario: { release: { triggerJobRoutes: [] } },
      request: { downstream: 'show' },
    });
    expect(verdict.outcome).toBe('success');
    const unreadable = verdict.snapshot?.unreadable ?? [];
    expect(unreadable.length).toBeGreaterThan(0);
    expect(
      unreadable.filter(
        (unreadablePart) => !unreadablePart.startsWith('the trigger jobs of pipeline 257 cannot be read'),
      ),
    ).toEqual([]);
  });
});
