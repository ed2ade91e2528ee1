import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import { InputError, ResultsError } from '../base/app-error.js';
import type { Secret } from '../base/secret.js';

/** For this user only, from the first moment. Windows has no such modes: there the file gets the rights of its folder. */
const mode = 0o600;

/**
 * Makes sure that a secret can be written to `place`, before there is one: tries with an empty file beside it.
 * @throws {InputError} when it cannot.
 */
export async function checkSecretFile(place: string): Promise<void> {
  try {
    const draft = draftOf(place);
    await (await open(draft, 'wx', mode)).close();
    await rm(draft);
  } catch (error) {
    throw unwritable(codeOf(error));
  }
  const found = await stat(place).catch(() => undefined);
  if (found !== undefined && !found.isFile()) throw unwritable('it is there and no file');
}

/**
 * Writes a secret, without a line end, to a file that only this user may read. It takes the place of what was there whole or not at all, links included;
 * nobody else can read it at any moment.
 * @throws {ResultsError} `token_not_stored`; what was there before still is.
 */
export async function writeSecretFile(place: string, secret: Secret): Promise<void> {
  const draft = draftOf(place);
  try {
    const file = await open(draft, 'wx', mode);
    try {
      await file.writeFile(secret.reveal());
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw new ResultsError({
      code: 'token_not_stored',
      what: 'The new token could not be written to save_to_file',
      why: `The system says ${codeOf(error)}`,
      cure: 'Give the path of a file in a folder that this user may write to.',
    });
  }
}

/** In the same folder, because a file can only be moved at once within a file system. */
function draftOf(place: string): string {
  return path.join(path.dirname(place), `.${path.basename(place)}.${randomBytes(6).toString('hex')}.tmp`);
}

function unwritable(why: string): InputError {
  return new InputError({
    code: 'invalid_input',
    what: 'save_to_file cannot be written, so nothing was changed',
    why,
    cure: 'Give the path of a file in a folder that exists and that this user may write to.',
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no error code';
}
