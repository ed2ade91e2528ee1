import type { Secret } from '../base/secret.js';
import type { ProjectAddress } from '../model/addresses.js';
import type { GitLabClient } from './client.js';
import { type DescribedFailure, describeRefusal, describeReply } from './responses/explain.js';
import type { Refusal } from './responses/reply.js';

/** The part of GitLab that a probe needs. */
export type PipelineTrigger = Pick<GitLabClient, 'triggerPipeline'>;

/**
 * A branch or tag that no repository can have: git rejects every name with a part that ends in `.lock`. The
 * name has no character that a gateway, or GitLab before it looks up the ref, could reject.
 * @see https://git-scm.com/docs/git-check-ref-format
 */
export const impossibleRef = 'gitlab-trigger-probe/this-ref-cannot-exist.lock';

/**
 * GitLab's verdict on a token. `accepted`: it belongs to the project. `blocked`: it does, but can start
 * nothing (CI/CD is off, or its owner lacks permission). `refused`: GitLab does not know it for this project.
 * `unknown`: the response does not show it.
 */
export type ProbeVerdict =
  | { readonly kind: 'accepted' }
  | (DescribedFailure & { readonly kind: 'blocked' | 'refused' | 'unknown' });

/**
 * Checks whether a trigger token or a CI_JOB_TOKEN works, without starting anything, by asking for a pipeline
 * on a ref that cannot exist. GitLab checks the token first (404), then whether its owner may create
 * pipelines, then the ref (400 `Reference not found`). Throws only the reason of `signal`.
 * @see GitLab 19.1, `lib/api/ci/triggers.rb`, `lib/gitlab/ci/pipeline/chain/validate`
 */
export async function probeTriggerToken(
  gitlab: PipelineTrigger,
  { project, token }: { readonly project: ProjectAddress; readonly token: Secret },
  signal: AbortSignal,
): Promise<ProbeVerdict> {
  const call = { project, ref: impossibleRef, token, variables: {}, inputs: {} };
  const reply = await gitlab.triggerPipeline(call, signal);
  switch (reply.kind) {
    case 'ok':
      return {
        kind: 'unknown',
        code: 'not_gitlab',
        why: `The server claims to have started pipeline ${reply.value.id} on a ref that no repository can have`,
        hint: 'Check that gitlab_url leads to GitLab itself.',
      };
    case 'refused':
      return readProbe(reply.refusal);
    case 'unreadable':
    case 'fault':
      return { kind: 'unknown', ...describeReply(reply) };
  }
}

/**
 * What GitLab's responses say about the token. The first match wins; other responses say nothing about it.
 */
const readings: readonly (Pick<DescribedFailure, 'code' | 'hint'> & {
  readonly kind: 'blocked' | 'refused';
  readonly status: number;
  readonly says: RegExp;
})[] = [
  {
    kind: 'blocked',
    status: 400,
    says: /^Pipelines are disabled/i,
    code: 'pipelines_disabled',
    hint: 'The token is right, but CI/CD is switched off in the project: switch it on in Settings > General > Visibility, project features, permissions.',
  },
  {
    kind: 'blocked',
    status: 400,
    says: /before project import is complete/i,
    code: 'import_running',
    hint: 'The token is right; wait until the import of the project has ended.',
  },
  {
    kind: 'blocked',
    status: 400,
    says: /^Insufficient permissions to create/i,
    code: 'owner_not_permitted',
    hint: 'The token is right, but its owner may not create pipelines: that takes the role Developer or a higher one, in a project that is not archived.',
  },
  {
    kind: 'refused',
    status: 401,
    says: /^Job is not running/i,
    code: 'job_token_not_running',
    hint: 'A CI_JOB_TOKEN only works while its job runs; use a pipeline trigger token.',
  },
  {
    kind: 'refused',
    status: 400,
    says: /^400 Job has to be running$/i,
    code: 'job_token_not_running',
    hint: 'A CI_JOB_TOKEN only works while its job runs; use a pipeline trigger token.',
  },
  {
    kind: 'refused',
    status: 401,
    says: /^(?:Job has been erased|Project has been deleted|Job token has expired)/i,
    code: 'job_token_invalid',
    hint: 'Use the CI_JOB_TOKEN of a running job, or a pipeline trigger token.',
  },
  {
    kind: 'refused',
    status: 404,
    says: /./,
    code: 'trigger_not_found',
    hint: 'The token belongs to another project, or was deleted by a user, or by GitLab after its expiry; or project_id names the wrong project.',
  },
];

function readProbe(refusal: Refusal): ProbeVerdict {
  const { speaker, status, shape, texts } = refusal;
  const says = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
  // Other shapes come from checks that GitLab runs before it reads the token, or from something in front of
  // GitLab.
  const isAboutToken = speaker === 'gitlab' && shape === 'message';
  if (isAboutToken && status === 400 && says(/^Reference not found/i)) return { kind: 'accepted' };
  const { why, ...described } = describeRefusal(refusal);
  const reading = readings.find((each) => isAboutToken && each.status === status && says(each.says));
  if (reading === undefined) return { kind: 'unknown', why, ...described };
  return { kind: reading.kind, code: reading.code, why, hint: reading.hint };
}
