import { describe, expect, test } from '@jest/globals';

import { type ErrorParts, RefusedError, exitCodes } from '../../../src/base/errors.js';
import { withFaults } from '../../../src/entries/process.js';
import { sayOnce } from '../../../src/hosts/console-host.js';
import { outputSink, taken } from '../../../src/hosts/outputs.js';

const missingFile: ErrorParts = { code: 'file_not_written', what: 'output_file is not there' };

/** A host whose place takes so many outputs, and what it warned of. */
function hostWithRoom(
  room: number,
  arrival?: 'later',
): {
  readonly host: Parameters<typeof withFaults>[0];
  readonly warnings: string[];
} {
  const warnings: string[] = [];
  let count = 0;
  const failure = (): string | undefined => ((count += 1) > room ? 'ENOSPC' : undefined);
  const outputs = outputSink({
    carriers: [
      {
        audience: 'later_steps',
        carry: () => {
          const why = failure();
          if (arrival === 'later') return { kind: 'under_way', arrival: Promise.resolve(why) };
          if (why !== undefined) throw Object.assign(new Error('full'), { code: why });
          return taken;
        },
      },
    ],
    holdsSecret: () => false,
    warnOnce: sayOnce((text) => void warnings.push(text)),
  });
  const silent = (): void => undefined;
  const log = { info: silent, debug: silent, error: silent, group: silent };
  const warning = (text: string): void => void warnings.push(text);
  return {
    host: { outputs, log: { ...log, warning }, summary: { write: () => Promise.resolve(true) } },
    warnings,
  };
}

describe('a run whose later outputs were not taken', () => {
  for (const arrival of [undefined, 'later'] as const) {
    test(`fails when it would have passed (${arrival ?? 'at once'})`, async () => {
      const { host } = hostWithRoom(1, arrival);
      const run = withFaults(host, () => {
        host.outputs.set('status', 'created');
        host.outputs.set('status', 'failed');
        return Promise.resolve(exitCodes.accepted);
      });
      await expect(run).rejects.toMatchObject({
        code: 'output_lost',
        exitCode: 6,
        message: expect.stringContaining('out of date or missing: status'),
      });
    });
  }

  test('keeps its own error, and warns', async () => {
    const { host, warnings } = hostWithRoom(1);
    const error = new RefusedError({ code: 'wrong_commit', what: 'It runs another commit' });
    const run = withFaults(host, () => {
      host.outputs.set('status', 'created');
      host.outputs.set('status', 'failed');
      return Promise.reject(error);
    });
    await expect(run).rejects.toBe(error);
    expect(warnings).toEqual([
      expect.stringContaining('Outputs cannot be handed to later steps: ENOSPC'),
      expect.stringContaining('[output_lost]'),
    ]);
  });

  test('names a missing file beside it', async () => {
    const { host, warnings } = hostWithRoom(1);
    const outputs = { ...host.outputs, fault: () => missingFile };
    const run = withFaults({ ...host, outputs }, () => {
      host.outputs.set('status', 'created');
      host.outputs.set('status', 'failed');
      return Promise.resolve(exitCodes.accepted);
    });
    await expect(run).rejects.toMatchObject({ code: 'output_lost' });
    expect(warnings.at(-1)).toContain('output_file is not there');
  });

  test('fails, also when none was taken', async () => {
    const { host } = hostWithRoom(0);
    const ended = withFaults(host, () => {
      host.outputs.set('status', 'created');
      host.outputs.set('outcome', 'triggered');
      return Promise.resolve(exitCodes.accepted);
    });
    await expect(ended).rejects.toMatchObject({ code: 'output_lost', exitCode: exitCodes.resultsIncomplete });
  });
});
