import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { AbortedError } from '../../../src/base/errors.js';
import { nextTurn } from '../../../src/base/clock.js';
import { textFilesUntil } from '../../../src/hosts/text-files.js';
import { withTemporaryFolder } from '../../support/temporary-folder.js';

const limitBytes = 200_000;
const never = textFilesUntil(new AbortController().signal, limitBytes);

/** Windows has neither named pipes nor devices among its files. */
const onPosix = process.platform === 'win32' ? test.skip : test;

async function withPipe<T>(work: (path: string) => Promise<T>): Promise<T> {
  return await withTemporaryFolder(async (folder) => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    return await work(path);
  });
}

/** Stops the run while the file is being read. */
async function readAndStop(path: string, reason: unknown = new AbortedError('SIGTERM')): Promise<unknown> {
  const stop = new AbortController();
  const reading = textFilesUntil(stop.signal).readText(path);
  await nextTurn();
  stop.abort(reason);
  return await reading.catch((error: unknown) => error);
}

describe('the text of a file', () => {
  test.each([0, 2, 64 * 1024, limitBytes])('is read in full: %d bytes', async (length) => {
    await withTemporaryFolder(async (folder) => {
      const path = join(folder, 'given.txt');
      await writeFile(path, 'é'.repeat(length / 2));
      expect(await never.readText(path)).toBe('é'.repeat(length / 2));
    });
  });

  test('is refused beyond the limit', async () => {
    await withTemporaryFolder(async (folder) => {
      const path = join(folder, 'given.txt');
      await writeFile(path, 'a'.repeat(limitBytes + 1));
      await expect(never.readText(path)).rejects.toMatchObject({ name: 'FileTooLargeError' });
    });
  });

  test('is refused where there is none, with the code of the system', async () => {
    await withTemporaryFolder(async (folder) => {
      await mkdir(join(folder, 'd'));
      await expect(never.readText(join(folder, 'missing'))).rejects.toMatchObject({ code: 'ENOENT' });
      await expect(never.readText(join(folder, 'd'))).rejects.toMatchObject({ code: 'EISDIR' });
    });
  });
});

describe('a file that does not end', () => {
  onPosix('is refused as soon as it is larger than the limit', async () => {
    await expect(textFilesUntil(new AbortController().signal).readText('/dev/zero')).rejects.toThrow(
      'The file is larger than 16 MiB, or never ends',
    );
  });

  onPosix('does not outlast a stop: a pipe without a writer', async () => {
    expect(await withPipe(readAndStop)).toMatchObject({ code: 'aborted', exitCode: 143 });
  });

  onPosix('does not outlast a stop: a pipe whose writer says nothing', async () => {
    const error = await withPipe(async (path) => {
      const writer = openSync(path, constants.O_RDWR);
      try {
        return await readAndStop(path);
      } finally {
        closeSync(writer);
      }
    });
    expect(error).toMatchObject({ code: 'aborted', stopSignal: 'SIGTERM' });
  });

  onPosix('does not outlast a stop: a pipe whose writer has begun, and the signal of a caller', async () => {
    const error = await withPipe(async (path) => {
      const writer = openSync(path, constants.O_RDWR);
      try {
        writeSync(writer, 'A=1\n');
        return await readAndStop(path, 'enough');
      } finally {
        closeSync(writer);
      }
    });
    expect(error).toMatchObject({ code: 'aborted', stopSignal: 'AbortSignal', cause: 'enough' });
  });

  test('is not opened after a stop', async () => {
    const reason = new AbortedError('SIGTERM');
    await expect(textFilesUntil(AbortSignal.abort(reason)).readText('missing')).rejects.toBe(reason);
  });
});

describe('a pipe that ends', () => {
  onPosix('is read to its end, also if its writer comes later', async () => {
    const text = await withPipe(async (path) => {
      const reading = never.readText(path);
      await nextTurn();
      await writeFile(path, 'A=1\nB=2\n');
      return await reading;
    });
    expect(text).toBe('A=1\nB=2\n');
  });

  onPosix.each(['', 'A=1\n'])('is read as a shell passes it on, with the text %j', async (given) => {
    const text = await withPipe(async (path) => {
      const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
      try {
        const writer = openSync(path, 'w');
        writeSync(writer, given);
        closeSync(writer);
        return await never.readText(`/dev/fd/${reader}`);
      } finally {
        closeSync(reader);
      }
    });
    expect(text).toBe(given);
  });
});
