import { describe, expect, test } from '@jest/globals';

import type { PipelineScript } from '../../src/simulator/gitlab/state/pipeline-script.js';
import type { Scenario } from '../../src/simulator/gitlab/state/scenario.js';
import type { RecordedRequest } from '../../src/simulator/gitlab/wire/server.js';
import { inputsFor, oneProject, tokens, valid } from '../support/one-project.js';
import { startAction } from './support/run-action.js';
import { withSimulator } from './support/with-simulator.js';

/** Ends in its 40th second. */
const script: PipelineScript = {
  stages: ['build', 'test'],
  jobs: [
    { name: 'compile', stage: 'build', durationMs: 13_000 },
    { name: 'unit', stage: 'test', durationMs: 24_500 },
  ],
};

interface Ended {
  readonly outcome: string | undefined;
  readonly log: string;
  readonly probes: readonly RecordedRequest[];
  /** What was asked once the pipeline had ended, up to the poll that saw it. */
  readonly after: readonly ('probe' | 'poll')[];
}

async function run(
  changes: Partial<Scenario>,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const scenario = oneProject({ ci: valid(script) }, changes);
  return await withSimulator({ scenario }, async ({ url, requests, gitlab }) => {
    const step = await startAction({
      with: { ...inputsFor(url), access_token: tokens.api, wait: 'true', summary: 'false', ...inputs },
    });
    const { outputs, shownLines } = await step.finished;
    const endMs = gitlab.pipelines()[0]?.finishedMs ?? NaN;
    const isProbe = ({ target }: RecordedRequest): boolean => target === '/api/graphql';
    const isPoll = ({ target }: RecordedRequest): boolean => target.endsWith('/pipelines/257');
    const asked = requests.filter((request) => isProbe(request) || isPoll(request));
    const after = asked.filter(({ epochMs }) => epochMs >= endMs);
    return {
      outcome: outputs.outcome,
      log: shownLines.join('\n'),
      probes: asked.filter(isProbe),
      after: after.map((request) => (isProbe(request) ? 'probe' : 'poll')),
    };
  });
}

const traps = {
  'polling is switched off': { changeTags: 'polling_off' },
  'the tag is stuck': { changeTags: 'stuck' },
  'the tag is another one each time': { changeTags: 'restless' },
  'headers are taken off': { changeTags: 'stripped' },
  'a page comes': { changeTags: 'page' },
  'a redirect comes': { changeTags: 'redirect' },
  'the path is blocked': { changeTags: 'blocked_403' },
  'the release is too old': { release: { changeTags: 'absent' } },
} as const satisfies Readonly<Record<string, Partial<Scenario>>>;

describe('a pipeline of 40 seconds', () => {
  // Judged by what is asked between its end and the verdict, not by a clock: a probe each second to three.
  test('is known to have ended after one probe and one poll, and despite the fault after one poll', async () => {
    const [asking, fixed, ...trapped] = await Promise.all([
      run({}),
      run({}, { poll_interval: '10s' }),
      ...Object.values(traps).map((trap) => run(trap)),
    ]);
    expect(asking.outcome).toBe('success');
    expect([['probe', 'poll'], ['poll']]).toContainEqual(asking.after);
    // In 40 s, and some a second apart.
    expect(asking.probes.length).toBeGreaterThan(12);
    expect(new Set(asking.probes.map(({ headers }) => headers['private-token']))).toEqual(
      new Set([tokens.api]),
    );

    expect([fixed.outcome, fixed.probes, fixed.after]).toEqual(['success', [], ['poll']]);

    for (const { outcome, after, log } of trapped) {
      expect(outcome).toBe('success');
      expect(after.filter((kind) => kind === 'poll')).toEqual(['poll']);
      expect(after.at(-1)).toBe('poll');
      expect(log).not.toMatch(/graphql|whether anything has changed|cannot be reached/i);
    }
  }, 180_000);
});
