import { adviceOnRef } from '../base/ref-advice.js';
import { describeReply } from '../gitlab/responses/explain.js';
import type { FailedReply, Refusal, Reply } from '../gitlab/responses/reply.js';
import { jobTokenReadHint } from '../gitlab/responses/token-hints.js';
import type { Project, RepositoryRef } from '../model/pipeline.js';
import { type Credentials, type TriggerRequest, readsWithJobToken } from '../model/requests.js';
import { type CheckResult, bad, good, open } from './check.js';
import type { ProjectFacts } from './gather.js';
import { unanswered } from './server-and-token.js';

const developer = 30;

/** Whether the project is visible and runs pipelines. */
export function projectCheck(reply: Reply<Project>, request: TriggerRequest): CheckResult {
  if (reply.kind !== 'ok') return ofFailure(reply, request);
  const { id, path, archived, ciAccess, accessLevel } = reply.value;
  if (archived === true) {
    return bad('owner_not_permitted', {
      finding: `${path} is archived, and an archived project runs no pipelines`,
      hint: 'Take it out of the archive in Settings > General > Advanced, or give another project_id.',
    });
  }
  if (ciAccess === 'disabled') {
    return bad('pipelines_disabled', {
      finding: `CI/CD is switched off in ${path}`,
      hint: 'Switch it on: Settings > General > Visibility, project features, permissions > CI/CD.',
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
): CheckResult {
  if (reply.kind !== 'refused') return unanswered(reply);
  const { code, why, hint } = describeReply(reply);
  const { status } = reply.refusal;
  if (credentials.accessToken === undefined) {
    return status === 404 || status === 401
      ? open(
          'It is not visible without an access_token, so most other checks are not possible either',
          'Give an access_token with the scope read_api of a member.',
        )
      : open(why, hint);
  }
  return status === 404 && code === 'not_found'
    ? bad(code, {
        finding: why,
        hint: 'Check project_id, and that the user behind access_token is a member of the project; a fine-grained token must cover it.',
      })
    : open(why, hint);
}

/** Whether the pipeline can be followed. */
export function pipelinesCheck(reply: Reply<unknown>, { credentials }: TriggerRequest): CheckResult {
  if (reply.kind === 'ok') return good('Its pipelines can be read, so a pipeline can be followed');
  const { why, hint } = describeReply(reply);
  if (reply.kind !== 'refused' || ![401, 403, 404].includes(reply.refusal.status)) return open(why, hint);
  return bad('read_access_needed', {
    finding: why,
    hint: credentials.accessToken === undefined ? hintWithoutAccess(reply.refusal, credentials) : hint,
  });
}

function hintWithoutAccess(refusal: Refusal, credentials: Credentials): string {
  return readsWithJobToken(credentials)
    ? `${jobTokenReadHint(refusal)} Or leave wait at false.`
    : 'Give an access_token with the scope read_api: a trigger token reads nothing. Or leave wait at false.';
}

/** The result of looking up a ref. */
export type FoundRef =
  | { readonly kind: 'found'; readonly type: 'branch' | 'tag'; readonly ref: RepositoryRef }
  | { readonly kind: 'ambiguous' | 'absent' }
  /** The reply contains the reason. */
  | { readonly kind: 'unseen'; readonly reply: FailedReply };

type Seen = RepositoryRef | 'absent' | { readonly unseen: FailedReply };

/** Combines the responses for branch and tag. If the project is not visible, neither is. */
export function foundRef({ branch, tag, project }: ProjectFacts): FoundRef {
  if (project.kind !== 'ok') return { kind: 'unseen', reply: project };
  const [seenBranch, seenTag] = [seenIn(branch), seenIn(tag)];
  const unseen = [seenBranch, seenTag].find((seen) => typeof seen === 'object' && 'unseen' in seen);
  if (unseen !== undefined) return { kind: 'unseen', reply: unseen.unseen };
  const isBranch = typeof seenBranch === 'object' && 'name' in seenBranch;
  const isTag = typeof seenTag === 'object' && 'name' in seenTag;
  if (isBranch && isTag) return { kind: 'ambiguous' };
  if (isBranch) return { kind: 'found', type: 'branch', ref: seenBranch };
  return isTag ? { kind: 'found', type: 'tag', ref: seenTag } : { kind: 'absent' };
}

/** What was not requested counts as absent, because the ref excludes it. */
function seenIn(reply: Reply<RepositoryRef> | undefined): Seen {
  if (reply === undefined) return 'absent';
  if (reply.kind === 'ok') return reply.value;
  if (reply.kind !== 'refused') return { unseen: reply };
  const { status, speaker, shape } = reply.refusal;
  return status === 404 && speaker === 'gitlab' && shape === 'message' ? 'absent' : { unseen: reply };
}

/** Whether the ref exists, is unambiguous, and points to the expected commit. */
export function refCheck(found: FoundRef, { ref, expectedSha: expected }: TriggerRequest): CheckResult {
  switch (found.kind) {
    case 'unseen':
      return unanswered(found.reply);
    case 'absent':
      return bad('ref_not_found', {
        finding: `There is no branch or tag ${ref}`,
        hint:
          adviceOnRef(ref) ??
          'Check ref for a typo; a branch that was just pushed or mirrored may not have arrived yet.',
      });
    case 'ambiguous':
      return bad('ref_ambiguous', {
        finding: `A branch and a tag are both called ${ref}`,
        hint: `Give refs/heads/${ref} or refs/tags/${ref}.`,
      });
    case 'found': {
      const { sha } = found.ref;
      if (expected !== undefined && sha !== undefined && !sha.toLowerCase().startsWith(expected)) {
        return bad('wrong_commit', {
          finding: `The ${found.type} ${ref} is at ${sha}, not at the expected_sha ${expected}`,
          hint: 'Push the commit, wait for the mirror, or change expected_sha.',
        });
      }
      return good(`It is a ${found.type}${sha === undefined ? '' : `, at the commit ${sha}`}`);
    }
  }
}

/**
 * Whether the user of the token may run pipelines on the ref, as far as GitLab shows it. GitLab does not
 * return who owns a trigger token.
 */
export function protectedRefCheck(found: FoundRef, { credentials, ref }: TriggerRequest): CheckResult {
  if (found.kind === 'unseen') return unanswered(found.reply);
  if (found.kind !== 'found') return open('The ref has to be found first');
  const { type, ref: seen } = found;
  const { isProtected, canPush, developersCanPush, developersCanMerge } = seen;
  if (isProtected === false) return good(`${ref} is not protected`);
  if (isProtected === undefined) return open(`GitLab does not say whether ${ref} is protected`);
  if (developersCanPush === true || developersCanMerge === true) {
    return good(`${ref} is protected, and open to every user who may start pipelines`);
  }
  if (credentials.kind === 'access' && canPush === true) {
    return good(`${ref} is protected, and the user behind access_token may push to it`);
  }
  const whose = credentials.kind === 'access' ? 'the user behind access_token' : 'the owner of the token';
  const right = type === 'tag' ? 'create it' : 'push or merge to it';
  return open(
    `${ref} is protected, and GitLab does not say whether ${whose} may ${right}`,
    `Look into Settings > Repository > Protected ${type === 'tag' ? 'tags' : 'branches'}; if not, GitLab refuses the pipeline.`,
  );
}
