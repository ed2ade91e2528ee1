import { assertNever } from '../../base/assert-never.js';
import { formatDuration } from '../../base/duration.js';
import { type AppError, type ErrorCode, RefusedError, UnreachableError } from '../../base/errors.js';
import type { TransportFault } from '../../http/transport.js';
import { tooOldHint } from './oldest-release.js';
import type { FailedReply, Refusal } from './reply.js';
import { isTransient } from './response-meaning.js';
import { granularHint, jobTokenHint } from './token-hints.js';

/** Describes a transport fault for users: its code, its meaning, and what to do. */
export function describeFault(fault: TransportFault): DescribedFailure {
  const why = fault.message;
  switch (fault.kind) {
    case 'name':
      return {
        code: 'name_not_resolved',
        why,
        hint: 'Check gitlab_url for a typo, and that this machine uses the DNS that knows the host.',
      };
    case 'refused':
      return {
        code: 'connection_refused',
        why,
        hint: 'Check host and port of gitlab_url, and that no firewall stands between this machine and GitLab.',
      };
    case 'tls':
      return {
        code: 'tls_failed',
        why,
        hint: 'If GitLab uses a certificate of your own authority, give that authority in ca_certificate; also check that gitlab_url names the host as the certificate does.',
      };
    case 'proxy':
      return {
        code: 'proxy_failed',
        why,
        hint: why.includes('it answered 407')
          ? 'Check user name and password in https_proxy or http_proxy; special characters in them have to be percent-encoded.'
          : 'Check https_proxy and http_proxy, or list the host of gitlab_url in no_proxy if it is reached directly.',
      };
    case 'reset':
    case 'truncated':
      return {
        code: 'connection_lost',
        why,
        hint: 'Try again; if it happens often, look at the proxies and gateways between this machine and GitLab.',
      };
    case 'timeout':
      return {
        code: 'request_timeout',
        why,
        hint: 'Check that GitLab is up and reachable from this machine; a slow one may need a longer request_timeout.',
      };
    case 'too_large':
      return {
        code: 'response_too_large',
        why,
        hint: 'Check that gitlab_url leads to GitLab itself and not to a file server or a proxy.',
      };
  }
}

/**
 * Describes a refusal of any call for users. Calls with refusals of their own check those first. In `why`,
 * the server's own words come first, then its request ID.
 */
export function describeRefusal(refusal: Refusal): DescribedFailure {
  const code = codeOf(refusal);
  return { code, why: reasonOf(refusal), hint: specialHintOf(refusal, code) ?? hintOf(code) };
}

/** Why a reply failed, without the request ID, so that the same response gives the same reason. */
export function lastingReason(reply: FailedReply): string {
  if (reply.kind !== 'refused') return describeReply(reply).why;
  const { refusal } = reply;
  return reasonOf({ ...refusal, hints: { ...refusal.hints, requestId: undefined } });
}

/** `GitLab answered 403: words; more words (request id abc)`. */
export function reasonOf({ status, speaker, shape, texts, elsewhere, location, hints }: Refusal): string {
  const isStorage = elsewhere !== undefined && location === undefined;
  const server = isStorage
    ? `${elsewhere}, where GitLab keeps the file,`
    : speaker === 'gitlab'
      ? 'GitLab'
      : 'The server';
  const who = shape === 'html' ? `The server answered ${status} with a page` : `${server} answered ${status}`;
  const words = texts.length === 0 ? '' : `: ${texts.join('; ')}`;
  const target = location === undefined ? '' : ` (to ${location})`;
  const requestId = hints.requestId === undefined ? '' : ` (request id ${hints.requestId})`;
  return `${who}${words}${target}${requestId}`;
}

function codeOf(refusal: Refusal): ErrorCode {
  switch (refusal.speaker) {
    case 'gitlab':
      return codeOfGitLab(refusal);
    case 'storage':
      return refusal.status >= 500 ? 'server_error' : codeOfBusy(refusal.status, 'storage_refused');
    case 'stranger':
      return codeOfStranger(refusal.status);
  }
}

function codeOfGitLab(refusal: Refusal): ErrorCode {
  const { status, about, shape, texts, oauthError } = refusal;
  const says = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
  if (about === 'maintenance') return 'maintenance';
  if (status >= 300 && status < 400) return says(/moved permanently to/i) ? 'project_moved' : 'redirected';
  if (status >= 500 || about === 'git_busy') return 'server_error';
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
      if (oauthError !== undefined && /^insufficient_(?:granular_)?scope$/.test(oauthError)) {
        return 'insufficient_scope';
      }
      return says(/read-only instance/) ? 'read_only_instance' : 'forbidden';
    case 404:
      return shape === 'error' ? 'route_not_found' : 'not_found';
    case 405:
      return says(/moved projects/i) ? 'project_moved' : 'request_refused';
    case 409:
      return 'resource_locked';
    default:
      return codeOfBusy(status, 'request_refused');
  }
}

function codeOfStranger(status: number): ErrorCode {
  if (status >= 300 && status < 400) return 'redirected';
  if (status >= 500) return 'server_error';
  return codeOfBusy(status, status === 413 || status === 414 ? 'request_too_large' : 'not_gitlab');
}

function codeOfBusy(status: number, otherwise: ErrorCode): ErrorCode {
  if (status === 429) return 'rate_limited';
  return status === 408 || status === 425 ? 'server_error' : otherwise;
}

const hints: Readonly<Partial<Record<ErrorCode, string>>> = {
  project_moved: 'Use the new path of the project, or better its numeric id, which never changes.',
  redirected: 'Set gitlab_url to the address that GitLab itself uses: https, right host, right path.',
  storage_refused:
    'Check that this machine may reach that server, over https if GitLab is reached over https, and that its clock is right: signed links expire. GitLab hands artifacts out itself when proxy_download is on.',
  rate_limited: 'Wait a minute; ask less often (poll_interval), or have the limit of the server raised.',
  maintenance: 'Wait until the maintenance is over and run the step again.',
  read_only_instance:
    'This GitLab takes no changes: it is a copy (a secondary site of Geo), or was made read-only. Waiting does not help: set gitlab_url to the address of the primary.',
  server_error:
    'Run the step again later; an administrator of GitLab finds the cause in the logs by the request id.',
  not_gitlab:
    'Check gitlab_url. If a gateway or single sign-on stands in front, let the API pass or set request_headers.',
  request_too_large:
    'The request is too large for a server in front of GitLab: give fewer or shorter variables and inputs, or have the limit of that server raised.',
  unauthorized:
    'Give an access_token with the scope read_api, and check that it has neither expired nor been revoked.',
  insufficient_scope: 'Use an access_token with the scope read_api, or api to cancel and to play.',
  forbidden:
    'Give the user behind the access_token a higher role in the project, or check the IP restrictions of the group.',
  not_found:
    'Check project_id and the id of the pipeline; a private project needs an access_token of a member, and a fine-grained one must cover the project.',
  route_not_found:
    'Check the path in gitlab_url, or use the numeric project_id: a proxy may have decoded the slashes.',
  resource_locked: 'Run the step again in a moment.',
};

function specialHintOf(refusal: Refusal, code: ErrorCode): string | undefined {
  const { speaker, hints } = refusal;
  if (isLostRoute(refusal)) return lostRouteHint;
  if (code === 'rate_limited') return waitHint(hints.retryAfterMs, speaker);
  return speaker === 'gitlab' ? (granularHint(refusal) ?? jobTokenHint(refusal)) : undefined;
}

/**
 * Whether a proxy that decodes slashes has changed the path: GitLab, or something in front of it, answers
 * with a page that says it does not know the path.
 */
function isLostRoute({ status, speaker, shape }: Refusal): boolean {
  return status === 404 && speaker === 'stranger' && shape === 'html';
}

const lostRouteHint =
  'Check gitlab_url and the path in it. If they are right, a proxy on the way may have decoded the slashes: give the numeric project_id instead of the path.';

const shortWaitMs = 90_000;

/** The hint for a rate limit; none if GitLab itself asks for a short wait. */
function waitHint(retryAfterMs: number | undefined, speaker: Refusal['speaker']): string | undefined {
  const whose =
    speaker === 'gitlab' ? 'the limit of the server' : 'the limit of the server in front of GitLab';
  if (retryAfterMs === undefined || retryAfterMs <= shortWaitMs) {
    return speaker === 'gitlab'
      ? undefined
      : `Wait a minute; ask less often (poll_interval), or have ${whose} raised.`;
  }
  return `Wait for ${formatDuration(retryAfterMs)}, as the server asks, and run the step again; or have ${whose} raised.`;
}

function hintOf(code: ErrorCode): string {
  return (
    hints[code] ?? "GitLab's message says what it did not accept; check the inputs of the step against it."
  );
}

/** Describes for users why a call failed. */
export function describeReply(reply: FailedReply): DescribedFailure {
  switch (reply.kind) {
    case 'fault':
      return describeFault(reply.fault);
    case 'refused':
      return describeRefusal(reply.refusal);
    case 'unreadable':
      if (reply.tooOld === true) return { code: 'gitlab_too_old', why: reply.why, hint: tooOldHint };
      return {
        code: 'not_gitlab',
        why: `The server answered ${reply.status}, but ${reply.why}`,
        hint: 'Check gitlab_url. If a gateway or single sign-on stands in front of GitLab, let the API pass or set request_headers.',
      };
  }
}

/**
 * The error to throw for a call that failed permanently. `what` names the operation and its target
 * (`Reading pipeline 7 of group/app`). Refused if GitLab would give the same answer again, unreachable for
 * everything else.
 */
export function errorOf(reply: FailedReply, { what }: { readonly what: string }): AppError {
  const parts = { what, ...describeReply(reply), cause: reply.kind === 'fault' ? reply.fault : undefined };
  return isTransient(reply) ? new UnreachableError(parts) : new RefusedError(parts);
}

/** The parts of an error message after what failed: a stable code, the reason, and a hint. */
export interface DescribedFailure {
  readonly code: ErrorCode;
  readonly why: string;
  readonly hint: string;
}

/** A failed poll in the words of a log line. */
export interface PollFailure {
  readonly why: string;
  readonly status?: number | undefined;
  readonly retryAfterMs?: number | undefined;
}

/** Why a poll failed. */
export function failureOf(reply: FailedReply): PollFailure {
  const { why } = describeReply(reply);
  switch (reply.kind) {
    case 'refused': {
      const { status, hints } = reply.refusal;
      return { why, status, retryAfterMs: hints.retryAfterMs };
    }
    case 'unreadable':
      return { why, status: reply.status, retryAfterMs: reply.hints.retryAfterMs };
    case 'fault':
      return { why };
    default:
      return assertNever(reply);
  }
}
