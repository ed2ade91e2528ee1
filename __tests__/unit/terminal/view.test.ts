import { expect, test } from '@jest/globals';

import { Secret } from '../../../src/base/secret.js';
import { createMasker } from '../../../src/hosts/redaction/redaction.js';
import { createLiveView } from '../../../src/terminal/view.js';
import { jobWith } from '../../support/pipelines.js';
import { nodeOf, snapshotOf } from '../report/support/snapshots.js';

test('the live view in a terminal shows no secret that GitLab repeats, nor a piece of one', () => {
  const token = 'glptt-5f0c1d2e3b4a59687786950a1b2c3d4e5f607182';
  const masker = createMasker();
  masker.mask(new Secret(token));
  const shown: string[] = [];
  const size = { columns: 60, rows: 20 };
  const view = createLiveView({
    clock: { nowMs: () => 0, epochMs: () => 0, schedule: () => () => undefined },
    screen: {
      print: () => undefined,
      show: (lines) => void shown.push(...lines),
      clear: () => undefined,
    },
    traits: { isLive: true, glyphs: 'ascii', colors: 'none' },
    size: () => size,
    redact: masker.redact,
  });
  const hidden = `\u001b[${token.slice(0, 9)}\u200b${token.slice(9)}`;
  const root = nodeOf({
    pipeline: { id: 257, status: `waiting for ${token}` },
    jobs: [
      jobWith({ id: 1, name: token, stage: hidden, status: 'running' }),
      jobWith({ id: 2, name: hidden, stage: 'test', status: 'failed', failureReason: token }),
    ],
  });
  for (const columns of [30, 44, 60, 200]) {
    size.columns = columns;
    view.watch({ kind: 'snapshot', elapsedMs: 0, snapshot: snapshotOf(root), remainingMs: undefined });
  }
  expect(shown.filter((line) => line.includes('Pipeline 257 waiting for ***'))).toHaveLength(3);
  for (let at = 6; at + 8 <= token.length; at += 1)
    expect(shown.join('\n')).not.toContain(token.slice(at, at + 8));
});
