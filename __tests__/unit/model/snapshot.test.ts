import { expect, test } from '@jest/globals';

import { rowsByStage } from '../../../src/model/snapshot.js';
import { bridgeOf, nodeOf, numberedJob, stateOf } from '../report/support/snapshots.js';

test('stages are in the order of their jobs, and one with only trigger jobs is placed by their ids', () => {
  const node = {
    ...nodeOf({
      bridges: [
        bridgeOf(numberedJob({ id: 3, name: 'child', stage: 'trigger' })),
        bridgeOf(numberedJob({ id: 9, name: 'last', stage: 'after' })),
        bridgeOf(numberedJob({ id: 5, name: 'other', stage: 'deploy' })),
      ],
    }),
    jobs: [
      stateOf(numberedJob({ id: 8, name: 'compile', stage: 'build' }), [numberedJob({ id: 1 })]),
      stateOf(numberedJob({ id: 4, name: 'ship', stage: 'deploy' })),
    ],
  };
  expect(rowsByStage(node).map(({ stage, rows }) => [stage, ...rows.map(({ job }) => job.name)])).toEqual([
    ['build', 'compile'],
    ['trigger', 'child'],
    ['deploy', 'ship', 'other'],
    ['after', 'last'],
  ]);
});
