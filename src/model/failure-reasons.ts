/**
 * The reasons for a failed job that lie with GitLab and its runners, not with the job: the same job may well
 * pass a moment later. The older `stuck_or_timeout_failure` became several in 19.0. A script that ran longer
 * than its job may (`job_execution_timeout`) is not among them, nor is what only a change of the
 * configuration helps against.
 * @see GitLab, `app/models/concerns/enums/ci/commit_status.rb`
 */
export const infrastructureReasons = [
  'api_failure',
  'data_integrity_failure',
  'job_router_failure',
  'no_updates_running',
  'runner_external_dependency_failure',
  'runner_interrupted',
  'runner_system_failure',
  'scheduler_failure',
  'server_timeout_running',
  'stale_schedule',
  'stuck_or_timeout_failure',
  'stuck_pending_no_matching_runners',
  'stuck_pending_with_matching_runners',
] as const;

/** GitLab's word when it does not tell the reason. */
export const unknownReason = 'unknown_failure';

/** The other reasons for a failed job of GitLab 19; newer releases add more. */
const otherReasons = [
  'archived_failure',
  'builds_disabled',
  'ci_quota_exceeded',
  'deployment_rejected',
  'environment_creation_failure',
  'failed_outdated_deployment_job',
  'forward_deployment_failure',
  'id_token_burned_project_path',
  'ip_restriction_failure',
  'job_execution_server_timeout',
  'job_execution_timeout',
  'job_token_expired',
  'missing_dependency_failure',
  'no_matching_runner',
  'no_updates_canceling',
  'protected_environment_failure',
  'runner_configuration_error',
  'runner_unsupported',
  'script_failure',
  'secrets_provider_not_found',
  'server_timeout_canceling',
  'trace_size_exceeded',
  'unmet_prerequisites',
  'user_blocked',
  unknownReason,
] as const;

/** Every reason of a job that this version knows. */
export const knownReasons: readonly string[] = [...infrastructureReasons, ...otherReasons];
