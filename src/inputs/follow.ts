import type { Secret } from '../base/secret.js';
import type { FollowRequest } from '../model/requests.js';
import { parseJobPatterns } from './job-lines.js';
import { following, showing } from './needs-wait.js';
import { type InputOutcome, all, andThen, ok, wrong } from './parsing.js';
import { retryFailedInputs, retryFailedOf } from './retry-failed.js';
import {
  durationWithin,
  oneOf,
  parseAcceptedOutcomes,
  parseCancelReasons,
  parseExpectedSha,
  parsePollInterval,
} from './scalars.js';
import type { InputTable, ReadingOf } from './table.js';

/** The commit that a pipeline must run on. */
export const expectedShaInput = {
  required: 'never',
  default: undefined,
  description:
    'Commit that the pipeline has to run on: its SHA or at least the first 7 digits. If GitLab runs another one, the step fails, and the pipeline is canceled if access_token has the scope api.',
  secret: 'none',
  parse: parseExpectedSha,
} satisfies InputTable[string];

/** The inputs for following a pipeline. */
export const followInputs = {
  jobs: {
    required: 'never',
    default: undefined,
    description:
      'Jobs to wait for, one name or glob a line, at most 100; * stands for any text, ? for one character. The verdict is about these only, and comes as soon as they have ended. Without it the whole pipeline counts.',
    secret: 'none',
    lines: 'many',
    needsWait: following,
    parse: parseJobPatterns,
  },
  accept: {
    required: 'never',
    default: 'success, warnings',
    description:
      'Outcomes that make the step pass: any of success, warnings, skipped, canceled, manual, failed, or any for all of them; separated by commas, spaces or lines.',
    secret: 'none',
    lines: 'many',
    needsWait: following,
    parse: parseAcceptedOutcomes,
  },
  on_manual: {
    required: 'never',
    default: 'stop',
    description:
      'What to do when a manual job blocks the pipeline: stop with the outcome manual, wait until a user plays the job, or play it (needs access_token with the scope api).',
    secret: 'none',
    needsWait: following,
    parse: oneOf(['stop', 'wait', 'play']),
  },
  ...retryFailedInputs,
  downstream: {
    required: 'never',
    default: 'show',
    description:
      'Child and downstream pipelines: ignore them, show them in the log and the report, or require their outcomes to be accepted too.',
    secret: 'none',
    needsWait: following,
    parse: oneOf(['ignore', 'show', 'require']),
  },
  timeout: {
    required: 'never',
    default: '1h',
    description:
      'Limit for the whole wait, 1s to 14d, written like 90s, 15m or 1h30m. A number without a unit is refused.',
    secret: 'none',
    needsWait: following,
    parse: durationWithin({ shortest: '1s', longest: '14d' }),
  },
  queue_timeout: {
    required: 'never',
    default: undefined,
    description: 'Limit for the time before the first job runs: 1s to 14d. Without it only timeout counts.',
    secret: 'none',
    needsWait: following,
    parse: durationWithin({ shortest: '1s', longest: '14d' }),
  },
  outage_timeout: {
    required: 'never',
    default: '5m',
    description:
      'How long GitLab may be unreachable or failing without interruption while the pipeline is followed: 0s to 14d.',
    secret: 'none',
    needsWait: following,
    parse: durationWithin({ shortest: '0s', longest: '14d' }),
  },
  poll_interval: {
    required: 'never',
    default: 'auto',
    description:
      'Pause between two polls of the pipeline: auto adapts to the pipeline, or a fixed duration from 1s to 1h.',
    secret: 'none',
    needsWait: showing,
    parse: parsePollInterval,
  },
  cancel_on: {
    required: 'never',
    default: 'abort',
    description:
      'When to cancel the pipeline: any of abort (this step is canceled), timeout, failure (the step fails while the pipeline still runs); or never. Needs access_token with the scope api; without it the log says what keeps running.',
    secret: 'none',
    lines: 'many',
    needsWait: following,
    parse: parseCancelReasons,
  },
} satisfies InputTable;

type FollowReading = ReadingOf<typeof followInputs> & {
  readonly access_token: InputOutcome<Secret | undefined>;
};

/** Builds the follow settings; `on_manual: play` requires the access token. */
export function followOf(reading: FollowReading): InputOutcome<FollowRequest> {
  return all({
    jobs: andThen(reading.jobs, (jobs = []) => ok(jobs)),
    accept: reading.accept,
    onManual: onManualOf(reading),
    downstream: reading.downstream,
    timeoutMs: reading.timeout,
    queueTimeoutMs: reading.queue_timeout,
    outageTimeoutMs: reading.outage_timeout,
    pollInterval: reading.poll_interval,
    cancelOn: reading.cancel_on,
    retryFailed: retryFailedOf(reading, { hasAccessToken: !isAbsent(reading.access_token) }),
  });
}

/** Whether a valid input was not given. */
export function isAbsent(outcome: InputOutcome<unknown>): boolean {
  return outcome.kind === 'ok' && outcome.value === undefined;
}

function onManualOf(reading: FollowReading): InputOutcome<FollowRequest['onManual']> {
  return andThen(reading.on_manual, (onManual) => {
    if (onManual !== 'play' || !isAbsent(reading.access_token)) return ok(onManual);
    return wrong({
      at: 'on_manual',
      what: 'is play, but access_token was not given, and no other token may play jobs',
      hint: 'Give access_token with the scope api, or set on_manual to stop or wait.',
    });
  });
}
