import { nearestName } from '../base/text.js';
import { infrastructureReasons, knownReasons } from '../model/failure-reasons.js';
import type { RetryFailed } from '../model/requests.js';
import { following } from './needs-wait.js';
import { type InputOutcome, type Problem, all, andThen, ok, wrong, wrongAll } from './parsing.js';
import { shownText, wholeNumberWithin } from './scalars.js';
import type { InputTable, ReadingOf } from './table.js';

/** GitLab's own `retry` goes up to 2; whoever needs more than this has another problem. */
const mostRetries = 10;

/** Stands for all reasons that lie with GitLab and its runners. */
const groupName = 'infrastructure';

/** The inputs for retries of failed jobs. */
export const retryFailedInputs = {
  retry_failed: {
    required: 'never',
    default: '0',
    description: `How often each failed job of the followed pipeline is retried when it failed for one of the reasons in retry_on: 0 to ${mostRetries}. Needs access_token with the scope api.`,
    secret: 'none',
    needsWait: following,
    parse: wholeNumberWithin({ least: 0, most: mostRetries }),
  },
  retry_on: {
    required: 'never',
    default: groupName,
    description:
      'With retry_failed: the failure reasons for which a job is retried, in the words of GitLab (such as runner_system_failure), separated by commas, spaces or lines. infrastructure stands for all that lie with GitLab and its runners; script_failure is not among them.',
    secret: 'none',
    lines: 'many',
    needsWait: following,
    parse: parseReasons,
  },
} satisfies InputTable;

/** Which failed jobs to retry; retries need the access token. */
export function retryFailedOf(
  reading: ReadingOf<typeof retryFailedInputs>,
  { hasAccessToken }: { readonly hasAccessToken: boolean },
): InputOutcome<RetryFailed | undefined> {
  const both = all({ most: reading.retry_failed, reasons: reading.retry_on });
  return andThen(both, ({ most, reasons }) => {
    if (most === 0) return ok(undefined, isUsual(reasons) ? [] : [unused]);
    if (hasAccessToken) return ok({ most, reasons });
    return wrong({
      at: 'retry_failed',
      what: `is ${most}, but access_token was not given, and no other token may retry jobs`,
      hint: 'Give access_token with the scope api, or set retry_failed to 0.',
    });
  });
}

const unused = 'retry_on was given, but retry_failed is 0, so that nothing is retried';

function isUsual(reasons: ReadonlySet<string>): boolean {
  return (
    reasons.size === infrastructureReasons.length && infrastructureReasons.every((each) => reasons.has(each))
  );
}

/**
 * Parses failure reasons in GitLab's words. Newer releases have more of them than this version knows: one
 * that looks like a reason is taken with a warning.
 */
function parseReasons(given: string): InputOutcome<ReadonlySet<string>> {
  const words = given.split(/[\s,]+/u).filter((word) => word !== '');
  if (words.length === 0) {
    return wrong({ what: 'names no reason', hint: `Give ${groupName}, or reasons such as ${examples}.` });
  }
  const problems = words.filter((word) => !isReason(word)).map(unfitReason);
  if (problems.length > 0) return wrongAll(problems);
  const reasons = new Set(words.flatMap((word) => (word === groupName ? infrastructureReasons : [word])));
  const unknown = words.filter((word) => word !== groupName && !knownReasons.includes(word));
  return ok(
    reasons,
    unknown.map(
      (word) => `has ${shownText(word)}, which is no failure reason that this version knows${nearest(word)}`,
    ),
  );
}

/** Each of GitLab's reasons has several words. */
function isReason(word: string): boolean {
  return word === groupName || (word.length <= 100 && /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/.test(word));
}

const examples = 'runner_system_failure';

function unfitReason(word: string): Problem {
  return {
    what: `has ${shownText(word)}, which is no failure reason`,
    hint: `Give ${groupName}, or reasons in GitLab's words, such as ${examples}.`,
  };
}

function nearest(word: string): string {
  const name = nearestName(word.slice(0, 60), [groupName, ...knownReasons]);
  return name === undefined ? '' : `; did you mean ${name}?`;
}
