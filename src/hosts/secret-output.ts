import type { Secret } from '../base/secret.js';
import type { Host } from './ports.js';

/** Makes a secret known to later steps: masked first, so that nothing can show it. */
export function setSecretOutput(
  { masker, outputs }: Pick<Host, 'masker' | 'outputs'>,
  name: string,
  secret: Secret,
): void {
  masker.mask(secret);
  outputs.set(name, secret.reveal());
}
