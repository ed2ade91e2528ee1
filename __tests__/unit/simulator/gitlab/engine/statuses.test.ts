import { describe, expect, test } from '@jest/globals';

import { compositeStatus, hasWarnings } from '../../../../../src/simulator/gitlab/engine/statuses.js';

/** `failed?` is a failed job that is allowed to fail. */
function parts(words: string): { readonly status: string; readonly allowFailure: boolean }[] {
  return words
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ status: word.replace('?', ''), allowFailure: word.endsWith('?') }));
}

describe('the status of a pipeline follows from its jobs', () => {
  test.each([
    { give: '', want: undefined },
    { give: 'skipped skipped', want: 'skipped' },
    { give: 'manual?', want: 'skipped' },
    { give: 'skipped manual?', want: 'skipped' },
    { give: 'success', want: 'success' },
    { give: 'success skipped failed? manual?', want: 'success' },
    { give: 'success canceled?', want: 'success' },
    { give: 'failed?', want: 'success' },
    { give: 'created created', want: 'created' },
    { give: 'created manual?', want: 'created' },
    { give: 'preparing', want: 'preparing' },
    { give: 'canceled success skipped', want: 'canceled' },
    { give: 'canceled failed', want: 'failed' },
    { give: 'canceled created', want: 'running' },
    { give: 'pending created skipped', want: 'pending' },
    { give: 'pending success', want: 'running' },
    { give: 'running failed', want: 'running' },
    { give: 'running manual', want: 'running' },
    { give: 'waiting_for_resource manual failed', want: 'waiting_for_resource' },
    { give: 'waiting_for_callback scheduled failed', want: 'waiting_for_callback' },
    { give: 'success manual created', want: 'manual' },
    { give: 'failed manual', want: 'manual' },
    { give: 'success scheduled created', want: 'scheduled' },
    { give: 'manual scheduled', want: 'manual' },
    { give: 'success preparing created', want: 'preparing' },
    { give: 'success created', want: 'running' },
    { give: 'canceling success', want: 'canceling' },
    { give: 'canceling created', want: 'running' },
    { give: 'failed success skipped', want: 'failed' },
    { give: 'failed', want: 'failed' },
  ])('[$give] gives $want', ({ give, want }) => {
    expect(compositeStatus(parts(give))).toBe(want);
  });

  test.each([
    { give: 'success failed?', want: true },
    { give: 'success canceled?', want: true },
    { give: 'success manual?', want: false },
    { give: 'success failed', want: false },
  ])('[$give] has warnings: $want', ({ give, want }) => {
    expect(hasWarnings(parts(give))).toBe(want);
  });
});
