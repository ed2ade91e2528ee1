import { parseAcceptedOutcomes } from './accepted-outcomes.js';
import { durationWithin, parsePollInterval } from './duration-input.js';
import type { InputTable, ReadingOf } from './input-table.js';
import { all, type Outcome } from './outcome.js';
import type { FollowRequest } from './trigger-request.js';

/** The inputs that say how to follow a pipeline. */
export const followInputs = {
  accept: {
    required: 'never',
    default: 'success, warnings',
    description:
      'Outcomes that make the step pass: any of success, warnings, skipped, canceled, manual, failed, or any for all of them; separated by commas, spaces or lines.',
    secret: 'none',
    parse: parseAcceptedOutcomes,
  },
  timeout: {
    required: 'never',
    default: '1h',
    description:
      'Limit for the whole wait, 1s to 14d, written like 90s, 15m or 1h30m. A number without a unit is refused.',
    secret: 'none',
    parse: durationWithin({ shortest: '1s', longest: '14d' }),
  },
  poll_interval: {
    required: 'never',
    default: 'auto',
    description:
      'Pause between two looks at the pipeline: auto adapts to the pipeline, or a fixed duration from 1s to 1h.',
    secret: 'none',
    parse: parsePollInterval,
  },
  outage_timeout: {
    required: 'never',
    default: '5m',
    description:
      'How long GitLab may be unreachable or failing in one go while the pipeline is followed: 0s to 14d.',
    secret: 'none',
    parse: durationWithin({ shortest: '0s', longest: '14d' }),
  },
} satisfies InputTable;

/** Puts together how a pipeline is followed. */
export function followOf(reading: ReadingOf<typeof followInputs>): Outcome<FollowRequest> {
  return all({
    accept: reading.accept,
    timeoutMs: reading.timeout,
    outageTimeoutMs: reading.outage_timeout,
    pollInterval: reading.poll_interval,
  });
}
