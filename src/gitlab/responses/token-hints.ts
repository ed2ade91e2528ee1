import { cleanLine } from '../../base/text.js';
import type { Refusal } from './reply.js';

type Words = Pick<Refusal, 'texts' | 'oauthError'>;

const firstGroup = ({ texts }: Words, pattern: RegExp): string | undefined => {
  const found = texts.map((text) => pattern.exec(text)?.[1]).find((group) => group !== undefined);
  return found === undefined ? undefined : cleanLine(found, 200);
};

/**
 * What to do about a 403 `insufficient_granular_scope`, with the permission that GitLab names; `undefined`
 * for every other refusal. It also affects a legacy access token where a GitLab enforces fine-grained ones:
 * its scopes do not help there.
 * @see GitLab 19.3; docs/tokens.md lists the permissions
 */
export function granularHint(refusal: Words): string | undefined {
  if (refusal.oauthError !== 'insufficient_granular_scope') return undefined;
  const named = firstGroup(refusal, /permissions?: \[([^[\]]{1,400})\]/);
  const permission =
    named === undefined ? 'the permission that GitLab names above' : `the permission ${named}`;
  const isRequired = refusal.texts.some((text) =>
    /requires a fine-grained (?:personal )?access token/i.test(text),
  );
  return isRequired
    ? `Use a fine-grained access_token that covers the project and has ${permission}: an access token of the old kind is refused here, whatever its scopes, and a fine-grained one that meets this lacks the permission.`
    : `The access_token is a fine-grained one, and lacks a permission: give it ${permission}.`;
}

/** What to do about a refusal that is about a CI job token; `undefined` for every other one. */
export function jobTokenHint(refusal: Words): string | undefined {
  if (refusal.texts.some((text) => /Authentication by CI\/CD job token not allowed/i.test(text))) {
    return `Add the project of the job to the allowlist of the target project (${jobTokenPage}).`;
  }
  const named = firstGroup(refusal, /token permission is required: (\w{1,100})/i);
  return named === undefined
    ? undefined
    : `Give the project of the job the permission ${named} in the target project (${jobTokenPage}).`;
}

/** What to do when a job token may not read the pipelines or the jobs of a project. */
export function jobTokenReadHint(refusal: Words): string {
  return (
    `${jobTokenHint(refusal) ?? `A CI_JOB_TOKEN reads pipelines in a recent GitLab only (19.1 does it, 18.0 and older do not), and only if the target project lets it: the project of the job on its allowlist (${jobTokenPage}), with read_pipelines and read_jobs where permissions are chosen, and a user of the job who may see them.`} ` +
    'Else give an access_token with the scope read_api as well.'
  );
}

const jobTokenPage = 'Settings > CI/CD > Job token permissions';

/**
 * The effect of expiry on a trigger token, in words for users.
 * @see GitLab 19.3, `app/models/ci/trigger.rb`, `app/workers/ci/delete_expired_trigger_token_worker.rb`;
 *   neither a test nor a documentation page of GitLab states it.
 */
export const expiredTokenFact =
  "By GitLab's source (19.3), an expired token still starts pipelines until GitLab deletes it, 30 days later, and can meanwhile be neither listed, shown nor deleted.";
