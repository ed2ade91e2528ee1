import type { ProbeVerdict } from '../gitlab/probe-trigger-token.js';
import { describeReply } from '../gitlab/responses/explain.js';
import { oldestRelease, tooOldHint } from '../gitlab/responses/oldest-release.js';
import type { FailedReply, Reply } from '../gitlab/responses/reply.js';
import { granularHint } from '../gitlab/responses/token-hints.js';
import type { OwnToken } from '../model/pipeline.js';
import type { Credentials, TriggerRequest } from '../model/requests.js';
import { type CheckResult, bad, good, isBefore, open } from './check.js';
import { gapsPhrase } from './release-gaps.js';

type Server = Reply<{ readonly version: string }>;

/**
 * Whether further requests make sense: GitLab responded, even if it withholds its version or refused because
 * of its rate limit.
 */
export function answersAsGitLab(server: Server): boolean {
  return server.kind === 'ok' || isReserved(server) || isThrottled(server);
}

/** GitLab returns the version to signed-in users only. */
function isReserved(server: Server): boolean {
  if (server.kind !== 'refused') return false;
  const { status, speaker } = server.refusal;
  return (status === 401 || status === 403) && speaker === 'gitlab';
}

function isThrottled(server: Server): boolean {
  return server.kind === 'refused' && server.refusal.status === 429;
}

/** Whether a GitLab answers at the given address, and whether its version is supported. */
export function serverCheck(server: Server, { connection }: TriggerRequest): CheckResult {
  const { gitlabUrl } = connection;
  if (server.kind === 'ok') return versionCheck(server.value.version, gitlabUrl);
  if (isReserved(server)) {
    return good(`GitLab answers at ${gitlabUrl}; it shows its version only to an access token with read_api`);
  }
  const { code, why, hint } = describeReply(server);
  return isThrottled(server) ? open(why, hint) : bad(code, { finding: why, hint });
}

function versionCheck(version: string, gitlabUrl: string): CheckResult {
  const answers = `GitLab ${version} answers at ${gitlabUrl}`;
  if (isBefore(version, oldestRelease) !== true) return good(`${answers}${gapsPhrase(version)}`);
  return bad('gitlab_too_old', {
    finding: `${answers}, which is older than ${oldestRelease.join('.')}`,
    hint: tooOldHint,
  });
}

/** The result of a check whose request got no usable response: unknown, with the reason. */
export function unanswered(reply: FailedReply): CheckResult {
  const { why, hint } = describeReply(reply);
  return open(why, hint);
}

/** The result of trying the token that starts pipelines. */
export function tokenCheck(
  probe: ProbeVerdict,
  { tokenKind }: Extract<Credentials, { readonly kind: 'trigger' }>,
): CheckResult {
  if (probe.kind === 'accepted') {
    const what = tokenKind === 'job_token' ? 'the CI_JOB_TOKEN of a running job' : 'a pipeline trigger token';
    return good(`GitLab accepts it for this project: it is ${what}`);
  }
  const { code, why, hint } = probe;
  return probe.kind === 'unknown' ? open(why, hint) : bad(code, { finding: why, hint });
}

/** Number of days before expiry from which the check mentions it. */
const soonDays = 14;
const dayMs = 86_400_000;

/**
 * Whether the access token allows what the request needs. Permissions beyond its scopes show in the responses
 * to the requests that used it.
 */
export function accessTokenCheck(
  reply: Reply<OwnToken>,
  request: TriggerRequest,
  tried: TriedDuties = {},
): CheckResult {
  if (reply.kind !== 'ok') return ofFailure(reply);
  const { scopes, active, granular } = reply.value;
  if (active === false) {
    return bad('unauthorized', {
      finding: 'GitLab says that it is not active: it has expired or been revoked',
      hint: 'Make a new access token and store it in the secret.',
    });
  }
  const missingDuties = missingDutiesOf(tried);
  if (missingDuties !== undefined) return missingDuties;
  // The permissions of a fine-grained token are not in its scopes.
  if (granular === true || scopes.includes('granular')) return fineGrained(tried, request);
  const { scope, duties } = needsOf(request);
  const fits = scopes.includes('api') || (scope === 'read_api' && scopes.includes('read_api'));
  if (!fits) {
    return bad('insufficient_scope', {
      finding: `Its scopes are ${shown(scopes)}, and this run needs ${scope} (${duties.join(', ')})`,
      hint: `Use an access_token with the scope ${scope}.`,
    });
  }
  return good(`It is active, with the scopes ${shown(scopes)}${expiryOf(reply)}${limitOf(scopes, request)}`);
}

function ofFailure(reply: FailedReply): CheckResult {
  if (reply.kind !== 'refused') return unanswered(reply);
  if (reply.refusal.status === 401) {
    const { code, why } = describeReply(reply);
    const hint =
      'Give one that has neither expired nor been revoked: make a new one and store it in the secret.';
    return bad(code, { finding: why, hint });
  }
  // Servers before 15.5 do not have this call.
  return reply.refusal.status === 404
    ? open('This GitLab does not show what an access token may do')
    : unanswered(reply);
}

interface Needs {
  readonly scope: 'read_api' | 'api';
  readonly duties: readonly string[];
}

/** What the run needs the access token for. */
function needsOf({ credentials, follow, supersede }: TriggerRequest): Needs {
  const writing = [
    ...(credentials.kind === 'access' ? ['to create the pipeline'] : []),
    ...(follow?.onManual === 'play' ? ['to play manual jobs'] : []),
    ...(follow?.retryFailed === undefined ? [] : ['to retry failed jobs']),
    ...(supersede ? ['to cancel older pipelines'] : []),
  ];
  return writing.length > 0
    ? { scope: 'api', duties: writing }
    : { scope: 'read_api', duties: ['to read the pipeline'] };
}

function expiryOf(reply: Extract<Reply<OwnToken>, { readonly kind: 'ok' }>): string {
  const { expiresAt } = reply.value;
  if (expiresAt === undefined) return '';
  const leftMs = Date.parse(expiresAt) - (reply.hints.serverTimeMs ?? NaN);
  const days = Math.max(0, Math.ceil(leftMs / dayMs));
  return leftMs < soonDays * dayMs
    ? `; it expires on ${expiresAt}, in ${days} ${days === 1 ? 'day' : 'days'}`
    : `, until ${expiresAt}`;
}

/** Optional uses are no reason to fail. */
function limitOf(scopes: readonly string[], { follow }: TriggerRequest): string {
  const wants = follow === undefined || follow.cancelOn.size > 0;
  return wants && !scopes.includes('api')
    ? '; without api it cannot cancel the pipeline when this run is stopped'
    : '';
}

function shown(scopes: readonly string[]): string {
  return scopes.length === 0 ? '(none)' : scopes.join(', ');
}

/** The responses to requests that need one permission each and change nothing. */
export interface TriedDuties {
  readonly project?: Reply<unknown> | undefined;
  /** Absent if the pipeline is not to be followed. */
  readonly pipelines?: Reply<unknown> | undefined;
  /** For a pipeline on a ref that cannot exist; absent if the access token does not create one. */
  readonly creation?: Reply<unknown> | undefined;
}

function missingDutiesOf({ project, pipelines, creation }: TriedDuties): CheckResult | undefined {
  for (const reply of [creation, pipelines, project]) {
    const hint = reply?.kind === 'refused' ? granularHint(reply.refusal) : undefined;
    if (reply?.kind === 'refused' && hint !== undefined) {
      return bad('insufficient_scope', { finding: describeReply(reply).why, hint });
    }
  }
  return undefined;
}

function fineGrained({ pipelines, creation }: TriedDuties, request: TriggerRequest): CheckResult {
  const { follow, report, results } = request;
  const duties = new Set([
    ...needsOf(request).duties,
    ...(follow === undefined ? [] : ['to read the pipeline']),
    ...(follow === undefined || report.logs === 'none' ? [] : ['to read the logs of jobs']),
    ...(results.artifacts === undefined && results.values === undefined ? [] : ['to read artifacts']),
  ]);
  const done = [
    ...(creation?.kind === 'refused' && isRefMissing(creation) ? ['to create the pipeline'] : []),
    ...(pipelines?.kind === 'ok' ? ['to read the pipeline'] : []),
  ];
  const left = [...duties].filter((duty) => !done.includes(duty));
  const tried = done.length === 0 ? '' : `; it was tried, and may be used ${done.join(' and ')}`;
  return left.length === 0
    ? good(`It is an active fine-grained token${tried}`)
    : open(
        `It is a fine-grained token, and GitLab does not say what it may do${tried}`,
        `Grant it what this run needs: ${left.join(', ')}.`,
      );
}

/** GitLab checks the token and the permissions of its user before the ref. */
function isRefMissing({ refusal }: Extract<FailedReply, { readonly kind: 'refused' }>): boolean {
  const { speaker, status, texts } = refusal;
  return speaker === 'gitlab' && status === 400 && texts.some((text) => /^Reference not found/i.test(text));
}
