import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import { InputError, ResultsError } from '../base/errors.js';
import type { Secret } from '../base/secret.js';
import { holdFolder } from './files/held-folder.js';
import { linkOnWay } from './foreign-links.js';

/**
 * Only this user may read the file from the first moment. On Windows, which has no such modes, the file gets
 * the permissions of its folder.
 */
const mode = 0o600;

/**
 * Checks that a secret can be written to `place` before the secret exists, with an empty file beside it.
 * @throws {InputError} when it cannot.
 */
export async function checkSecretFile(place: string): Promise<void> {
  try {
    const link = linkOnWay(place, 'is_replaced');
    if (link !== undefined) throw unwritable(`${link} is a symbolic link, which is not followed`);
    // The draft would be created beside it, as if the path were free.
    if (place.endsWith('/') || place.endsWith(path.sep)) throw unwritable('it is the path of a folder');
    const draft = draftOf(place);
    await (await open(draft, 'wx', mode)).close();
    await rm(draft);
  } catch (error) {
    throw error instanceof InputError ? error : unwritable(codeOf(error));
  }
  const found = await stat(place).catch(() => undefined);
  if (found !== undefined && !found.isFile()) throw unwritable('it is there and no file');
}

/**
 * Writes a secret, without a line end, to a file that only this user may read. Replaces an existing file or
 * link in one step, or leaves it unchanged. No other user can read the file at any moment.
 * @throws {ResultsError} `token_not_stored`; the existing file is then unchanged.
 */
export async function writeSecretFile(place: string, secret: Secret): Promise<void> {
  try {
    await replaceWhole(place, secret.reveal());
  } catch (error) {
    throw new ResultsError({
      code: 'token_not_stored',
      what: 'The new token could not be written to save_to_file',
      why: `The system says ${codeOf(error)}`,
      hint: 'Give the path of a file in a folder that this user may write to.',
    });
  }
}

async function replaceWhole(place: string, text: string): Promise<void> {
  const folder = holdFolder(path.dirname(place), { links: 'followed_above' });
  try {
    await replaceIn(`${folder.path()}/${path.basename(place)}`, text);
  } finally {
    folder.close();
  }
}

async function replaceIn(place: string, text: string): Promise<void> {
  const draft = draftOf(place);
  const file = await open(draft, 'wx', mode);
  try {
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** In the same folder, because a file can be moved in one step only within a file system. */
function draftOf(place: string): string {
  return path.join(path.dirname(place), `.${path.basename(place)}.${randomBytes(6).toString('hex')}.tmp`);
}

function unwritable(why: string): InputError {
  return new InputError({
    code: 'invalid_input',
    what: 'save_to_file cannot be written, so nothing was changed',
    why,
    hint: 'Give the path of a file in a folder that exists and that this user may write to.',
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no error code';
}
