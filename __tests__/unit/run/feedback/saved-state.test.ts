import { describe, expect, test } from '@jest/globals';

import {
  type FeedbackKind,
  createFeedbackRecord,
  isFeedbackOpen,
  openFeedbackOf,
} from '../../../../src/run/feedback/saved-state.js';
import { pipelineWith } from '../../../support/pipelines.js';

const identity = 'a'.repeat(32);
const secret = 's3cret-0123456789';

function worldWith(kinds: readonly FeedbackKind[] = ['comment', 'status']): {
  readonly record: ReturnType<typeof createFeedbackRecord>;
  readonly state: {
    readonly save: (name: string, value: string) => void;
    readonly load: (name: string) => string | undefined;
  };
} {
  const saved = new Map<string, string>();
  const state = {
    save: (name: string, value: string): void => void saved.set(name, value),
    load: (name: string) => saved.get(name),
  };
  const redact = (text: string): string => text.replaceAll(secret, '***');
  const masker = { mask: () => undefined, redact, redactMarkdown: redact };
  return { state, record: createFeedbackRecord({ state, masker }, { identity, kinds }) };
}

const pipeline = pipelineWith();
const passed = {
  kind: 'ended',
  outcome: 'success',
  accepted: true,
  pipeline,
  snapshot: undefined,
  elapsedMs: 1000,
} as const;

describe('the saved feedback for the post step', () => {
  test('is empty before there is a pipeline', () => {
    const { state } = worldWith();
    expect(isFeedbackOpen(state)).toBe(false);
    expect(openFeedbackOf(state)).toBeUndefined();
  });

  test('is an error of the step while the pipeline runs: only a killed step leaves it so', () => {
    const { state, record } = worldWith();
    record.begun(pipeline);
    expect(openFeedbackOf(state)).toMatchObject({
      identity,
      state: 'error',
      sentence: `The step was killed before pipeline ${pipeline.id} ended`,
      open: ['comment', 'status'],
    });
  });

  test('is the end of the pipeline, for feedback that has not been sent', () => {
    const { state, record } = worldWith();
    record.begun(pipeline);
    record.ended(passed);
    record.closed('comment');
    expect(openFeedbackOf(state)).toMatchObject({ state: 'success', open: ['status'] });
  });

  test('is empty when everything has been sent', () => {
    const { state, record } = worldWith();
    record.begun(pipeline);
    record.ended(passed);
    record.closed('comment');
    record.closed('status');
    expect(isFeedbackOpen(state)).toBe(false);
  });

  test('contains no secret, although an address or a sentence did', () => {
    const { state, record } = worldWith();
    record.begun(pipelineWith({ webUrl: `https://gitlab.example.com/${secret}` }));
    record.ended({ kind: 'told', state: 'error', sentence: `about ${secret}`, pipeline });
    expect(JSON.stringify(openFeedbackOf(state))).not.toContain(secret);
  });

  test.each([
    'null',
    '[]',
    '7',
    '{}',
    '{"identity":1}',
    JSON.stringify({ identity, sentence: 'x', pipeline: { id: '257' }, state: 'success', open: [] }),
    JSON.stringify({ identity, sentence: 'x', pipeline: { id: 257, webUrl: 'x' }, state: 'green', open: [] }),
    JSON.stringify({
      identity,
      sentence: 'x',
      pipeline: { id: 257, webUrl: 'x' },
      state: 'success',
      open: 'all',
    }),
  ])('is empty if another program has written %s', (text) => {
    const { state } = worldWith();
    state.save('feedback', text);
    expect(openFeedbackOf(state)).toBeUndefined();
  });

  test('contains only the existing kinds of feedback', () => {
    const { state } = worldWith();
    const saved = { identity, sentence: 'x', pipeline: { id: 257, webUrl: 'x' }, state: 'success' };
    state.save('feedback', JSON.stringify({ ...saved, open: ['status', 'telegram'] }));
    expect(openFeedbackOf(state)?.open).toEqual(['status']);
  });
});
