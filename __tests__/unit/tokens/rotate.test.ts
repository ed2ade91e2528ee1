import { expect, test } from '@jest/globals';

import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { type RotationDeps, type RotationRun, rotateToken } from '../../../src/tokens/rotate.js';

test('a rotation changes nothing if a trigger token of the project cannot be read', async () => {
  const unfit = { count: 1, why: 'missing or of another type: 1.id' };
  const value = { items: [{ id: 1, description: 'deploys', start: '5f0c' }], truncated: 'complete', unfit };
  const asked: string[] = [];
  const gitlab = new Proxy(
    {},
    {
      get: (_, name) => () => {
        asked.push(String(name));
        return Promise.resolve({ kind: 'ok', value, hints: {} });
      },
    },
  );
  const deps = { gitlab, clock: createVirtualClock(), stores: [] } as unknown as RotationDeps;
  const run = {
    scene: { project: { kind: 'id', id: 42 }, gitlabUrl: 'https://gitlab.test' },
    order: { description: 'deploys' },
    signal: new AbortController().signal,
  } as unknown as RotationRun;
  await expect(rotateToken(deps, run)).rejects.toThrow(/Nothing was rotated[^]*cannot all be read[^]*1\.id/);
  expect(asked).toEqual(['listTriggerTokens']);
});
