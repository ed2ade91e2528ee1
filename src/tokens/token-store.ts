import type { Secret } from '../base/secret.js';

/** A place that keeps a token: a file, a secret of a CI. */
export interface TokenStore {
  /** Fits after "in": `the file token.txt`, `the secret DEPLOY of octo/app`. */
  readonly where: string;
  /**
   * Puts the token there, in place of what was there. Gives what people should know about it: a sentence, if there is something.
   * @throws {AppError} when it could not; what was there before still is.
   * @throws the reason of `signal` when it aborts.
   */
  readonly store: (token: Secret, signal: AbortSignal) => Promise<string | undefined>;
}
