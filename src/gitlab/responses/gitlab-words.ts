/** The topic of a fixed text of GitLab, where the status alone does not determine the meaning. */
export type Topic = 'throttle' | 'maintenance' | 'minute_full' | 'git_busy' | 'locked' | 'crash';

/**
 * Words that GitLab sends with these statuses and no other server is known to send. `message`:
 * `{"message":"…"}`; `message_error`: `{"message":{"error":"…"}}`; `base`: one of the texts of
 * `{"message":{"base":["…"]}}`; `error`: `{"error":"…"}`; `oauth`: `error_description` beside the `error`
 * given in `oauthError`; `text`: the whole of a plain text.
 */
export interface Saying {
  readonly statuses: readonly number[];
  readonly where: 'message' | 'message_error' | 'base' | 'error' | 'oauth' | 'text';
  readonly words: RegExp;
  readonly oauthError?: string;
  readonly about?: Topic;
  /** Only in responses to this kind of call. */
  readonly call?: 'artifact';
}

/** GitLab's names for records that it does not find: `404 Project Not Found`. */
const record =
  '(?:Project|Pipeline|Job|Trigger|Branch|Tag|Ref|Reference|Commit|Repository|File|Tree|Merge Base|Artifacts?|Runner|Environment|User|Group|Namespace|Member) ';

/** GitLab stores one of these reasons for a failed pipeline. It sends only the reason if there is no text. */
const failureReasons =
  'unknown_failure|config_error|external_validation_failure|user_not_verified|activity_limit_exceeded|size_limit_exceeded|job_activity_limit_exceeded|deployments_limit_exceeded|' +
  'project_deleted|filtered_by_rules|filtered_by_workflow_rules|filtered_by_no_pipeline|composite_identity_forbidden|pipeline_ref_creation_failure|gitaly_unavailable';

/**
 * Errors of Grape about the parameters that we send. Names are listed, because a gateway that checks tokens
 * also says that a token is invalid.
 */
const parameter =
  '(?:(?:id|ref|variables|inputs|description|expires_at|sha|content_ref|dry_run|page|per_page|order_by|sort|source|status|scope|name|username|pipeline_id|job_id|trigger_id|byte_offset|updated_after|created_after) (?:is missing|is empty|is invalid|does not have a valid value)|token is (?:missing|empty))';

/**
 * GitLab's fixed words, as read in its source. A response in other words may come from any server.
 * @see GitLab 19.3, `lib/api/helpers.rb`, `lib/api/ci/triggers.rb`, `lib/api/api_guard.rb`,
 *   `lib/gitlab/middleware/read_only/controller.rb`, `lib/gitlab/rack_attack.rb`
 */
export const sayings: readonly Saying[] = [
  { statuses: [400], where: 'message', words: /^400 Bad request(?: - .+)?$/s },
  { statuses: [400], where: 'message', words: /^400 \(Bad request\) .+$/s },
  { statuses: [400], where: 'message', words: /^variables needs to be a map of key-valued strings$/ },
  { statuses: [400], where: 'message', words: /^400 Job has to be running$/ },
  { statuses: [400], where: 'message', words: /^Could not find refs?: .+$/ },
  { statuses: [400], where: 'message', words: /^The project is not mirrored$/ },
  { statuses: [403], where: 'message', words: /^Mirroring for the project is on pause$/ },
  { statuses: [401], where: 'message', words: /^401 Unauthorized(?: - .+)?$/s },
  {
    statuses: [401],
    where: 'message',
    words: /^(?:Job is not running|Job has been erased!|Project has been deleted!|Job token has expired)$/,
  },
  { statuses: [403], where: 'message', words: /^403 Forbidden(?: - .+)?$/s },
  {
    statuses: [403],
    where: 'message',
    words: /^You cannot perform write operations on a read-only instance$/,
  },
  { statuses: [404], where: 'message', words: new RegExp(`^404 (?:${record})?Not [Ff]ound$`) },
  { statuses: [405], where: 'message', words: /^Non GET methods are not allowed for moved projects$/ },
  { statuses: [405], where: 'message', words: /^405 Method Not Allowed$/ },
  { statuses: [409], where: 'message', words: /^409 Conflict: Resource lock$/, about: 'locked' },
  { statuses: [409], where: 'message', words: /^409 Conflict(?:: .+| - .+)?$/s },
  { statuses: [412], where: 'message', words: /^412 Precondition Failed$/ },
  { statuses: [422], where: 'message', words: /^422 Unprocessable [Ee]ntity(?: - .+)?$/s },
  {
    statuses: [422],
    where: 'message',
    words: new RegExp(`^(?:${failureReasons}|Could not create pipeline)$`),
  },
  {
    statuses: [429],
    where: 'message_error',
    words: /^This endpoint has been requested too many times\. Try again later\.$/,
    about: 'throttle',
  },
  {
    statuses: [400],
    where: 'base',
    words: /^Too many pipelines created in the last minute\. Try again later\.$/,
    about: 'minute_full',
  },
  {
    statuses: [400],
    where: 'base',
    words: /^(?:Upstream Gitaly has been exhausted|Gitaly service temporarily unavailable)/,
    about: 'git_busy',
  },
  { statuses: [400, 422], where: 'base', words: /^/ },
  { statuses: [500], where: 'message', words: /^500 Internal Server Error$/, about: 'crash' },
  { statuses: [503], where: 'message', words: /^GitLab is undergoing maintenance$/, about: 'maintenance' },
  { statuses: [400], where: 'error', words: new RegExp(`^${parameter}(?:, ${parameter})*$`) },
  { statuses: [400], where: 'error', words: /^sha, content_ref are mutually exclusive$/ },
  { statuses: [400], where: 'error', words: /message body does not match declared format/ },
  { statuses: [404], where: 'error', words: /^404 Not Found$/ },
  { statuses: [405], where: 'error', words: /^405 Not Allowed$/ },
  { statuses: [410], where: 'error', words: /^API V3 is no longer supported\. Use API V4 instead\.$/ },
  { statuses: [415], where: 'error', words: /^The provided content-type '[^']*' is not supported\.$/ },
  {
    statuses: [401],
    where: 'oauth',
    oauthError: 'invalid_token',
    words:
      /^(?:Token is expired\. You can either do re-authorization or token refresh\.|Token was revoked\. You have to re-authorize from the user\.|Token is an impersonation token but impersonation was disabled\.)$/,
  },
  {
    statuses: [403],
    where: 'oauth',
    oauthError: 'insufficient_scope',
    words: /^The request requires higher privileges than provided by the access token\.$/,
  },
  {
    statuses: [403],
    where: 'oauth',
    oauthError: 'insufficient_granular_scope',
    words: /^(?:$|Access denied: )/,
  },
  { statuses: [301], where: 'text', words: /^This resource has been moved permanently to \S+$/ },
  { statuses: [404], where: 'text', words: /^404 page not found$/, call: 'artifact' },
];

/** GitLab's throttle. An administrator may change its words. */
export const throttleWords = /^Retry later$/;
