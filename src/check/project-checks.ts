import { describeReply } from '../gitlab/describe-reply.js';
import { jobTokenReadCure } from '../gitlab/lacking-permission.js';
import type { Project } from '../gitlab/project.js';
import type { Refusal, Reply } from '../gitlab/reply.js';
import { readsWithJobToken, type Credentials, type TriggerRequest } from '../inputs/trigger-request.js';
import { bad, good, open, type Finding } from './check.js';
import { unanswered } from './server-check.js';

const developer = 30;

/** Whether the project can be seen and runs pipelines. */
export function projectCheck(reply: Reply<Project>, request: TriggerRequest): Finding {
  if (reply.kind !== 'ok') return ofFailure(reply, request);
  const { id, path, archived, ciAccess, accessLevel } = reply.value;
  if (archived === true) {
    return bad('owner_not_permitted', {
      finding: `${path} is archived, and an archived project runs no pipelines`,
      cure: 'Take it out of the archive in Settings > General > Advanced, or give another project_id.',
    });
  }
  if (ciAccess === 'disabled') {
    return bad('pipelines_disabled', {
      finding: `CI/CD is switched off in ${path}`,
      cure: 'Switch it on: Settings > General > Visibility, project features, permissions > CI/CD.',
    });
  }
  if (request.credentials.kind === 'access' && accessLevel !== undefined && accessLevel < developer) {
    return open(
      `${path} is there (id ${id}), but the role of the user behind access_token seems to be below Developer`,
      'Creating pipelines takes the role Developer. A role that comes from an invited group is not shown here.',
    );
  }
  return good(`${path} is there, with the id ${id}`);
}

function ofFailure(
  reply: Exclude<Reply<Project>, { readonly kind: 'ok' }>,
  { credentials }: TriggerRequest,
): Finding {
  if (reply.kind !== 'refused') return unanswered(reply);
  const { code, why, cure } = describeReply(reply);
  const { status } = reply.refusal;
  if (credentials.accessToken === undefined) {
    return status === 404 || status === 401
      ? open(
          'It cannot be seen without an access_token, so that most of the rest cannot be checked, either',
          'Give an access_token with the scope read_api of a member.',
        )
      : open(why, cure);
  }
  return status === 404 && code === 'not_found'
    ? bad(code, {
        finding: why,
        cure: 'Check project_id, and that the user behind access_token is a member of the project; a fine-grained token must cover it.',
      })
    : open(why, cure);
}

/** Whether a pipeline could be followed. */
export function pipelinesCheck(reply: Reply<unknown>, { credentials }: TriggerRequest): Finding {
  if (reply.kind === 'ok') return good('Its pipelines can be read, so that one can be followed');
  const { why, cure } = describeReply(reply);
  if (reply.kind !== 'refused' || ![401, 403, 404].includes(reply.refusal.status)) return open(why, cure);
  return bad('read_access_needed', {
    finding: why,
    cure: credentials.accessToken === undefined ? cureWithoutAccess(reply.refusal, credentials) : cure,
  });
}

function cureWithoutAccess(refusal: Refusal, credentials: Credentials): string {
  return readsWithJobToken(credentials)
    ? `${jobTokenReadCure(refusal)} Or leave wait at false.`
    : 'Give an access_token with the scope read_api: a trigger token reads nothing. Or leave wait at false.';
}
