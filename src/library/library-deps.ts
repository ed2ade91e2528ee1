import type { Random } from '../base/random.js';
import type { Secret } from '../base/secret.js';
import type { TextFiles } from '../inputs/input-source.js';
import type { ConnectionDeps } from './open-gitlab.js';

/** Everything outside that a call touches. */
export interface LibraryDeps extends Omit<ConnectionDeps, 'redact'> {
  readonly files: TextFiles;
  readonly random: Random;
  /** Secrets of one call, and texts without them. */
  readonly createMasker: () => {
    readonly mask: (secret: Secret) => void;
    readonly redact: (text: string) => string;
  };
}
