import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from '@jest/globals';

import { systemClock } from '../../src/base/clock.js';
import { runSimulate } from '../../src/entries/simulate.js';
import { textFilesUntil } from '../../src/hosts/text-files.js';
import type { RunDeps } from '../../src/run/context.js';
import { until } from '../e2e/support/with-simulator.js';

const folder = mkdtempSync(join(tmpdir(), 'gitlab-trigger-served-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command in this process, with these inputs. */
function command(inputs: Readonly<Record<string, string>>): {
  readonly ended: Promise<unknown>;
  readonly said: readonly string[];
  readonly stop: () => void;
} {
  const said: string[] = [];
  const stop = new AbortController();
  const host = {
    inputs: { read: (name: string) => inputs[name] },
    log: { info: (text: string) => said.push(text) },
  };
  // It needs no more of a host.
  const deps = {
    host,
    files: textFilesUntil(new AbortController().signal),
    clock: systemClock,
  } as unknown as RunDeps;
  const ended = runSimulate(deps, { signal: stop.signal, forceSignal: stop.signal }).catch(
    (error: unknown) => error,
  );
  return { ended, said, stop: () => stop.abort(new Error('stopped')) };
}

interface Ready {
  readonly url: string;
  readonly ca_file: string;
}

function readyIn(file: string): Ready {
  return JSON.parse(readFileSync(file, 'utf8')) as Ready;
}

describe('the ready file', () => {
  test('tells what a test needs once it answers, and ends the server when it is removed', async () => {
    const file = join(folder, 'ready.json');
    const { ended, said } = command({ ready_file: file, host: '0.0.0.0', scenario: 'failed' });
    await until(() => existsSync(file));
    const ready = readyIn(file);
    expect(ready).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      token: `glptt-${'0'.repeat(40)}`,
      access_token: 'glpat-00000000000000000000',
      ca_file: '',
      pid: process.pid,
    });
    expect((await fetch(`${ready.url}/-/health`)).status).toBe(200);
    rmSync(file);
    expect([await ended, said.at(-1)]).toEqual([0, 'Stopped, because its ready_file was removed.']);
  });

  test('is gone when the server ends otherwise, but not when it is that of another one', async () => {
    const file = join(folder, 'own.json');
    const own = command({ ready_file: file });
    await until(() => existsSync(file));
    own.stop();
    expect([await own.ended, existsSync(file)]).toEqual([0, false]);
    const other = command({ ready_file: file });
    await until(() => existsSync(file));
    writeFileSync(file, 'of another');
    other.stop();
    expect([await other.ended, readFileSync(file, 'utf8')]).toEqual([0, 'of another']);
  });

  test.each(['ready_file', 'ca_file'])(
    '%s that cannot be written is an error, and nothing is served',
    async (name) => {
      const { ended } = command({ [name]: '/dev/null/a/ready.json', tls: 'true' });
      expect(await ended).toMatchObject({
        code: 'file_not_written',
        message: expect.stringContaining(`${name} /dev/null/a/ready.json cannot be written`),
      });
    },
  );
});

describe('tls', () => {
  test.each([
    { where: 'a file of its own', inputs: {} },
    { where: 'the file that was named', inputs: { ca_file: join(folder, 'ca.pem') } },
  ])('keeps the CA certificate in $where, which is gone at the end', async ({ inputs }) => {
    const file = join(folder, 'tls.json');
    const { ended, said, stop } = command({ ...inputs, tls: 'true', ready_file: file });
    await until(() => existsSync(file));
    const { url, ca_file: caFile } = readyIn(file);
    expect(said).toContain(
      `CA certificate ${caFile}`.replace('CA certificate ', 'CA certificate '.padEnd(15)),
    );
    const ca = readFileSync(caFile, 'utf8');
    const answer = await new Promise<{ readonly status: number | undefined; readonly text: string }>(
      (resolve, reject) => {
        get(`${url}/-/simulator/ca.pem`, { ca, agent: false }, (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => (text += part));
          response.on('end', () => resolve({ status: response.statusCode, text }));
        }).on('error', reject);
      },
    );
    expect(answer).toEqual({ status: 200, text: ca });
    expect(said.some((line) => line.startsWith(`curl --cacert '${caFile}' `))).toBe(true);
    stop();
    expect([await ended, existsSync(caFile)]).toEqual([0, false]);
  });
});
