import { adviceOnRef } from '../base/ref-advice.js';
import type { FailedReply } from '../gitlab/failed-reply.js';
import type { Reply } from '../gitlab/reply.js';
import type { RepositoryRef } from '../gitlab/repository-ref.js';
import type { TriggerRequest } from '../inputs/trigger-request.js';
import { bad, good, open, type Finding } from './check.js';
import type { LookDetails } from './look.js';
import { unanswered } from './server-check.js';

/** What GitLab says of a ref. */
export type FoundRef =
  | { readonly kind: 'found'; readonly type: 'branch' | 'tag'; readonly ref: RepositoryRef }
  | { readonly kind: 'ambiguous' | 'absent' }
  /** Why is in the answer. */
  | { readonly kind: 'unseen'; readonly reply: FailedReply };

type Seen = RepositoryRef | 'absent' | { readonly unseen: FailedReply };

/** Puts the answers about branch and tag together. Of a project that is not seen, neither is. */
export function foundRef({ branch, tag, project }: LookDetails): FoundRef {
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

/** What was not asked for is not there, as far as this ref goes. */
function seenIn(reply: Reply<RepositoryRef> | undefined): Seen {
  if (reply === undefined) return 'absent';
  if (reply.kind === 'ok') return reply.value;
  if (reply.kind !== 'refused') return { unseen: reply };
  const { status, speaker, shape } = reply.refusal;
  return status === 404 && speaker === 'gitlab' && shape === 'message' ? 'absent' : { unseen: reply };
}

/** Whether the ref exists, is one only, and leads where it should. */
export function refCheck(found: FoundRef, { ref, expectedSha: expected }: TriggerRequest): Finding {
  switch (found.kind) {
    case 'unseen':
      return unanswered(found.reply);
    case 'absent':
      return bad('ref_not_found', {
        finding: `There is no branch or tag ${ref}`,
        cure:
          adviceOnRef(ref) ??
          'Check ref for a typing error; a branch that was just pushed or mirrored may not have arrived yet.',
      });
    case 'ambiguous':
      return bad('ref_ambiguous', {
        finding: `A branch and a tag are both called ${ref}`,
        cure: `Give refs/heads/${ref} or refs/tags/${ref}.`,
      });
    case 'found': {
      const { sha } = found.ref;
      if (expected !== undefined && sha !== undefined && !sha.toLowerCase().startsWith(expected)) {
        return bad('wrong_commit', {
          finding: `The ${found.type} ${ref} is at ${sha}, not at the expected_sha ${expected}`,
          cure: 'Push the commit, wait for the mirror, or change expected_sha.',
        });
      }
      return good(`It is a ${found.type}${sha === undefined ? '' : `, at the commit ${sha}`}`);
    }
  }
}

/** Whether the user behind the token may run pipelines on the ref, as far as GitLab tells: who owns a trigger token, it does not. */
export function protectedRefCheck(found: FoundRef, { credentials, ref }: TriggerRequest): Finding {
  if (found.kind === 'unseen') return unanswered(found.reply);
  if (found.kind !== 'found') return open('The ref has to be found first');
  const { type, ref: seen } = found;
  const { isProtected, canPush, developersCanPush, developersCanMerge } = seen;
  if (isProtected === false) return good(`${ref} is not protected`);
  if (isProtected === undefined) return open(`GitLab does not say whether ${ref} is protected`);
  if (developersCanPush === true || developersCanMerge === true) {
    return good(`${ref} is protected, and open to everybody who may start pipelines`);
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
