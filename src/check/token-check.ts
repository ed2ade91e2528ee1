import type { ProbeVerdict } from '../gitlab/probe-trigger-token.js';
import type { Credentials } from '../inputs/trigger-request.js';
import { bad, good, open, type Finding } from './check.js';

/** What became of trying the token that starts pipelines. */
export function tokenCheck(
  probe: ProbeVerdict,
  { tokenKind }: Extract<Credentials, { readonly kind: 'trigger' }>,
): Finding {
  if (probe.kind === 'accepted') {
    const what = tokenKind === 'job_token' ? 'the CI_JOB_TOKEN of a running job' : 'a pipeline trigger token';
    return good(`GitLab takes it for this project: it is ${what}`);
  }
  const { code, why, cure } = probe;
  return probe.kind === 'unknown' ? open(why, cure) : bad(code, { finding: why, cure });
}
