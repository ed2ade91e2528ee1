import type { Secret } from '../../base/secret.js';
import type { CommitWait } from '../../model/requests.js';
import { isAbsent } from '../follow.js';
import { type InputOutcome, type Problem, all, andThen, okUnless } from '../parsing.js';
import { durationWithin, parseBoolean } from '../scalars.js';
import type { InputTable, ReadingOf } from '../table.js';

/** The inputs that wait for a commit before a pipeline is started. */
export const commitWaitInputs = {
  wait_for_commit: {
    required: 'never',
    default: undefined,
    description:
      'Maximum time to wait, before the start, until ref in GitLab is at expected_sha (a mirror may lag): 1s to 14d. If the commit does not arrive, nothing is started. Needs expected_sha, and access_token with the scope read_api unless the project is public.',
    secret: 'none',
    parse: durationWithin({ shortest: '1s', longest: '14d' }),
  },
  accept_newer_commit: {
    required: 'never',
    default: 'false',
    description:
      'With wait_for_commit: go on when ref has moved on and has expected_sha in its past. Otherwise the step fails then, and starts nothing.',
    secret: 'none',
    parse: parseBoolean,
  },
  sync_mirror: {
    required: 'never',
    default: 'false',
    description:
      'With wait_for_commit: ask GitLab to pull its mirror when the commit is not there. Needs a pull mirror (GitLab Premium), and access_token with the scope api of a Maintainer. GitLab pulls at most every five minutes.',
    secret: 'none',
    parse: parseBoolean,
  },
} satisfies InputTable;

type CommitWaitReading = ReadingOf<typeof commitWaitInputs> & {
  readonly expected_sha: InputOutcome<string | undefined>;
  readonly access_token: InputOutcome<Secret | undefined>;
};

/** How to wait for the commit; what only makes sense with the wait is refused without it. */
export function commitWaitOf(reading: CommitWaitReading): InputOutcome<CommitWait | undefined> {
  const read = all({
    timeoutMs: reading.wait_for_commit,
    acceptNewer: reading.accept_newer_commit,
    syncMirror: reading.sync_mirror,
  });
  return andThen(read, ({ timeoutMs, acceptNewer, syncMirror }) => {
    const problems: Problem[] = [];
    const given = { accept_newer_commit: acceptNewer, sync_mirror: syncMirror };
    for (const [at, isOn] of Object.entries(given)) {
      if (!isOn || timeoutMs !== undefined) continue;
      problems.push({
        at,
        what: 'is true, but wait_for_commit was not given, and nothing is waited for without it',
        hint: `Give wait_for_commit, such as 10m, or set ${at} to false.`,
      });
    }
    if (timeoutMs !== undefined && isAbsent(reading.expected_sha)) {
      problems.push({
        at: 'wait_for_commit',
        what: 'was given, but expected_sha was not, so there is no commit to wait for',
        hint: 'Give expected_sha, such as github.sha (in a pull request github.event.pull_request.head.sha).',
      });
    }
    if (syncMirror && isAbsent(reading.access_token)) {
      problems.push({
        at: 'sync_mirror',
        what: 'is true, but access_token was not given, and no other token may have GitLab pull a mirror',
        hint: 'Give access_token with the scope api, of a Maintainer, or set sync_mirror to false.',
      });
    }
    const wait = timeoutMs === undefined ? undefined : { timeoutMs, acceptNewer, syncMirror };
    return okUnless(problems, wait);
  });
}
