import type { Clock } from '../../../src/base/clock.js';
import type { ExitCode } from '../../../src/base/errors.js';
import type { Transport } from '../../../src/http/transport.js';
import type { Line } from './virtual-transport.js';

/**
 * What a run is made of beside the product; a test makes one of these parts worse and sees whether anybody
 * notices.
 */
export interface Safeguards {
  /** What the process ends with when the run never does. */
  readonly firstExitCode: ExitCode;
  readonly onTruncated: Line['onTruncated'];
  readonly masks: 'honored' | 'forgotten';
  readonly signals: 'heard' | 'ignored';
  /** What a host makes of outputs that it cannot hand on. */
  readonly onFullPlace: 'error' | 'silence';
  readonly wrapTransport: (transport: Transport, clock: Pick<Clock, 'nowMs'>) => Transport;
  readonly changeInputs: (inputs: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
}

export const intact: Safeguards = {
  firstExitCode: 70,
  onTruncated: 'fault',
  masks: 'honored',
  signals: 'heard',
  onFullPlace: 'error',
  wrapTransport: (transport) => transport,
  changeInputs: (inputs) => inputs,
};
