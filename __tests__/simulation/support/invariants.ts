import { evidenceOf } from './evidence.js';
import { colorFaults } from './invariants-of-color.js';
import { cancelFaults } from './invariants-of-canceling.js';
import { limitFaults } from './invariants-of-limits.js';
import { retryFaults } from './invariants-of-retries.js';
import { secrecyFaults } from './invariants-of-secrecy.js';
import { startFaults } from './invariants-of-start.js';
import { strangerFaults } from './invariants-of-strangers.js';
import type { Life } from './live-story.js';
import type { Violation } from './violation.js';

/** Every promise that was broken; none in a good life. */
export function violationsOf(life: Life): readonly Violation[] {
  const evidence = evidenceOf(life);
  return [
    colorFaults,
    startFaults,
    retryFaults,
    strangerFaults,
    cancelFaults,
    limitFaults,
    secrecyFaults,
  ].flatMap((faultsOf) => faultsOf(evidence));
}
