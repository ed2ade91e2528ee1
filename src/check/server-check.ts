import { describeReply } from '../gitlab/describe-reply.js';
import type { FailedReply } from '../gitlab/failed-reply.js';
import { oldestRelease, tooOldCure } from '../gitlab/oldest-release.js';
import type { Reply } from '../gitlab/reply.js';
import type { TriggerRequest } from '../inputs/trigger-request.js';
import { bad, good, open, type Finding } from './check.js';
import { gapsPhrase } from './release-gaps.js';
import { isBefore } from './server-version.js';

type Server = Reply<{ readonly version: string }>;

/** Whether it is worth asking for more: GitLab answered, be it that the version is not for everybody, or that we asked too often. */
export function answersAsGitLab(server: Server): boolean {
  return server.kind === 'ok' || isReserved(server) || isThrottled(server);
}

/** The version is only told to users. */
function isReserved(server: Server): boolean {
  if (server.kind !== 'refused') return false;
  const { status, speaker } = server.refusal;
  return (status === 401 || status === 403) && speaker === 'gitlab';
}

function isThrottled(server: Server): boolean {
  return server.kind === 'refused' && server.refusal.status === 429;
}

export function serverCheck(server: Server, { connection }: TriggerRequest): Finding {
  const { gitlabUrl } = connection;
  if (server.kind === 'ok') return versionCheck(server.value.version, gitlabUrl);
  if (isReserved(server)) {
    return good(`GitLab answers at ${gitlabUrl}; it tells its version to an access token with read_api only`);
  }
  const { code, why, cure } = describeReply(server);
  return isThrottled(server) ? open(why, cure) : bad(code, { finding: why, cure });
}

function versionCheck(version: string, gitlabUrl: string): Finding {
  const answers = `GitLab ${version} answers at ${gitlabUrl}`;
  if (isBefore(version, oldestRelease) !== true) return good(`${answers}${gapsPhrase(version)}`);
  return bad('gitlab_too_old', {
    finding: `${answers}, which is older than ${oldestRelease.join('.')}`,
    cure: tooOldCure,
  });
}

/** What is to be said of a question that got no usable answer: nobody knows, and why. */
export function unanswered(reply: FailedReply): Finding {
  const { why, cure } = describeReply(reply);
  return open(why, cure);
}
