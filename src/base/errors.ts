/**
 * Exit codes of all commands. Any code other than `accepted` is a failed step on a CI host. A process starts
 * with `internal` and must set another one.
 */
export const exitCodes = {
  accepted: 0,
  notAccepted: 1,
  invalidInput: 2,
  refused: 3,
  unreachable: 4,
  timeout: 5,
  resultsIncomplete: 6,
  internal: 70,
  interrupted: 130,
  terminated: 143,
} as const;

/**
 * The signals that stop a step, each with its exit code: 128 plus the number of the signal on Linux. SIGBREAK
 * exists only on Windows and has the code of SIGINT.
 */
export const signalExitCodes = {
  SIGHUP: 129,
  SIGINT: exitCodes.interrupted,
  SIGQUIT: 131,
  SIGUSR1: 138,
  SIGUSR2: 140,
  SIGALRM: 142,
  SIGTERM: exitCodes.terminated,
  SIGXCPU: 152,
  SIGBREAK: exitCodes.interrupted,
} as const;

export type StopSignalName = keyof typeof signalExitCodes;

type SignalExitCode = (typeof signalExitCodes)[StopSignalName];

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes] | SignalExitCode;

/**
 * The three parts of every message: what failed and on what, why (in GitLab's own words if there are some),
 * and what to do.
 */
export interface ErrorParts {
  readonly code: ErrorCode;
  readonly what: string;
  readonly why?: string | undefined;
  readonly hint?: string | undefined;
  readonly cause?: unknown;
}

/**
 * The only kind of error that this program throws deliberately. Its `message` contains the three parts, each
 * on a line of its own or more.
 */
export abstract class AppError extends Error {
  abstract readonly exitCode: ExitCode;
  readonly code: ErrorCode;
  readonly parts: ErrorParts;

  constructor(parts: ErrorParts) {
    super(formatParts(parts), parts.cause === undefined ? undefined : { cause: parts.cause });
    this.name = new.target.name;
    this.code = parts.code;
    this.parts = parts;
  }
}

/** The parts as a text of several lines, as in the message of an error. */
export function formatParts({ code, what, why, hint }: ErrorParts): string {
  const lines = [`${what} [${code}]`];
  if (why !== undefined) lines.push(`Why: ${why}`);
  if (hint !== undefined) lines.push(`What to do: ${hint}`);
  return lines.join('\n');
}

/** A mistake of the user: nothing was sent. */
export class InputError extends AppError {
  readonly exitCode = exitCodes.invalidInput;
}

/** The pipeline ended in an outcome that the user does not accept. */
export class OutcomeError extends AppError {
  readonly exitCode = exitCodes.notAccepted;
}

/** GitLab refused, and would refuse again. */
export class RefusedError extends AppError {
  readonly exitCode = exitCodes.refused;
}

/** GitLab is unreachable, or gave no usable response. */
export class UnreachableError extends AppError {
  readonly exitCode = exitCodes.unreachable;
}

/** A time limit of this program expired. */
export class TimeoutError extends AppError {
  readonly exitCode = exitCodes.timeout;
}

/** The outcome is accepted, but a requested result could not be collected. */
export class ResultsError extends AppError {
  readonly exitCode = exitCodes.resultsIncomplete;
}

/**
 * What stops a step: a signal, sent by Ctrl+C, a runner or the operating system; the program that called the
 * library; or the end of the process that waited for the step.
 */
export type StopSignal = StopSignalName | 'AbortSignal' | 'the end of the process that started it';

/** The step was stopped. */
export class AbortedError extends AppError {
  readonly exitCode: SignalExitCode;
  readonly stopSignal: StopSignal;

  constructor(stopSignal: StopSignal, parts: Pick<ErrorParts, 'why' | 'hint' | 'cause'> = {}) {
    super({ code: 'aborted', what: `Stopped by ${stopSignal}`, ...parts });
    this.stopSignal = stopSignal;
    const codes: Partial<Record<StopSignal, SignalExitCode>> = signalExitCodes;
    this.exitCode = codes[stopSignal] ?? exitCodes.interrupted;
  }
}

/**
 * Every error code with its meaning. `docs/troubleshooting.md` has a section for each (a test compares the
 * two).
 */
export const errorCodes = {
  invalid_input: 'an input is missing or wrong',
  read_access_needed: 'the pipeline could be started but not followed with the tokens given',
  trigger_not_found:
    'GitLab answers 404 to the trigger: wrong token, wrong project, foreign token, or a token of another kind',
  route_not_found: 'the API route does not exist at this URL: wrong base path, or a proxy decoded %2F',
  job_token_not_running: 'the job of this CI_JOB_TOKEN is not running any more',
  job_token_invalid: 'this CI_JOB_TOKEN is of an erased job, a deleted project, or has expired',
  pipeline_hook_refused: 'GitLab refuses to start pipelines from pipeline events',
  ref_invalid: 'GitLab could not use the ref as it was sent',
  ref_not_found: 'the branch or tag does not exist',
  ref_ambiguous: 'a branch and a tag share this name',
  ref_protected: 'the user behind the token may not run pipelines on this protected ref',
  commit_not_found: 'the ref exists, its commit cannot be read',
  pipelines_disabled: 'CI/CD is switched off in the project',
  import_running: 'the project is still being imported',
  owner_not_permitted: 'the user behind the token may not create pipelines',
  variables_restricted: 'the project does not let this user set pipeline variables',
  variables_invalid: 'GitLab refused the name or the shape of a variable',
  inputs_invalid: 'GitLab refused the pipeline inputs',
  ci_config_missing: 'there is no CI configuration on this ref',
  ci_config_invalid: 'the CI configuration on this ref is not valid',
  no_jobs: 'rules left no job to run, or filtered out the whole pipeline',
  pipeline_limit: 'a limit for pipelines, jobs or deployments of the project is reached',
  user_not_verified: 'the user behind the token has to verify their identity first',
  pipeline_rate_limit: 'too many pipelines were created in the last minute',
  persist_failed: 'GitLab could not save the pipeline',
  rate_limited: 'too many requests',
  resource_locked: 'GitLab was busy with the same resource',
  maintenance: 'GitLab is under maintenance',
  read_only_instance: 'this GitLab is read-only: a secondary site, or set so by an administrator',
  server_error: 'GitLab answered with an internal error or is overloaded',
  unauthorized: 'the access token is wrong, expired or revoked',
  insufficient_scope: 'the access token lacks a scope',
  forbidden: 'GitLab forbids this to the user behind the token',
  not_found: 'the project or the pipeline does not exist, or is hidden from this token',
  project_moved: 'the project was renamed or moved',
  redirected: 'the server answered with a redirect, which is never followed with a token',
  storage_refused: 'the server where GitLab keeps a file does not hand it out, or may not be asked for it',
  not_gitlab: 'the answer did not come from a GitLab API: a login page, a proxy page, or unreadable text',
  gitlab_too_old: 'this GitLab is older than the oldest release that is supported',
  request_too_large: 'a server in front of GitLab does not take a request of this size',
  request_refused: 'GitLab refused the request for a reason not listed here',
  name_not_resolved: 'the host name could not be resolved',
  connection_refused: 'nothing listens at this address',
  tls_failed: 'no trusted TLS connection could be made',
  proxy_failed: 'the proxy refused or could not reach the server',
  connection_lost: 'the connection broke',
  request_timeout: 'no complete answer within request_timeout',
  response_too_large: 'the answer is larger than any that GitLab gives',
  check_failed: 'a check before any start found that the pipeline would not work as asked',
  pipeline_not_appeared: 'GitLab started no pipeline for the commit within appear_timeout',
  pipeline_ambiguous: 'GitLab started several pipelines for the commit, and nothing says which one is meant',
  commit_not_arrived: 'the ref in GitLab did not get the commit of expected_sha within wait_for_commit',
  ref_moved_on: 'the ref in GitLab has the commit of expected_sha and newer ones',
  mirror_refused: 'GitLab does not pull the mirror of the project',
  mirror_failed: 'GitLab could not pull the mirror of the project',
  wrong_commit: 'GitLab runs another commit than expected_sha',
  wrong_project: 'GitLab answered with a pipeline of another project than the one that was asked for',
  project_unknown: 'the pipeline was started, but the ID of its project is unknown, and following needs it',
  start_uncertain: 'the response to the start request was lost, and the pipeline may exist',
  rerun_uncertain: 'whether an earlier attempt of this step has started a pipeline is not known',
  rerun_overtaken: 'another attempt of this step has started a pipeline at the same time, or since',
  rerun_pipeline_gone: 'the pipeline of the earlier attempt was deleted before it could be reused',
  retry_refused: 'GitLab does not retry the pipeline of the earlier attempt',
  retry_uncertain:
    'the response to the retry request was lost, and nothing shows whether GitLab retried the jobs',
  wait_timeout: 'the pipeline did not end within timeout',
  outage: 'GitLab could not be reached for longer than outage_timeout while following',
  not_canceled: 'the pipeline could not be canceled, or that could not be confirmed',
  outcome_not_accepted: 'the pipeline ended in an outcome that accept does not list',
  token_not_found: 'the project has no such trigger token, or it has expired',
  token_ambiguous: 'several trigger tokens have this description',
  token_lifetime: 'GitLab does not let a trigger token live that long',
  token_limit: 'the project has as many trigger tokens as it may have',
  token_changed: 'the trigger token was changed after the time that the request names',
  token_kept: 'the trigger token is one that keep_trigger_id keeps',
  token_uncertain: 'the response to the request was lost, and the trigger token may exist',
  token_not_stored: 'the trigger token exists, but could not be stored',
  not_confirmed: 'confirm names a trigger token other than the one to be deleted',
  rotation_unfinished: 'the new trigger token exists, and the rotation is incomplete',
  github_unauthorized: 'GitHub does not take the github_token: wrong, expired or revoked',
  github_forbidden: 'the github_token lacks a permission, or is not authorized for single sign-on',
  github_not_found: 'what is asked of GitHub does not exist, or is hidden from the github_token',
  github_rate_limited: 'the github_token has used up a limit of GitHub',
  github_refused: 'GitHub refused the request for a reason not listed here',
  github_unreachable: 'GitHub could not be reached, has an outage, or gave no usable answer',
  result_job_not_found: 'a line of values_from or artifacts matches no job of the pipeline',
  result_job_ambiguous: 'a line of values_from or artifacts matches several jobs',
  artifact_missing: 'the job has no such file in its artifacts, no artifacts, or has not ended',
  dotenv_report_only: 'the job has the file as a dotenv report only, which GitLab does not hand out',
  artifacts_invalid: 'the archive of artifacts is broken',
  artifacts_unsafe: 'the archive of artifacts would write outside its folder, or is too large when unpacked',
  artifacts_not_written: 'the artifacts could not be written to their folder',
  results_incomplete: 'the pipeline is accepted, but several results could not be fetched',
  values_unfit: 'a file of values is neither KEY=VALUE lines nor a JSON object, or too large',
  tests_incomplete: 'the tests of the pipeline could not all be read',
  file_not_written: 'a file could not be written',
  output_lost: 'the results are there, but could not be handed to later steps or to standard output',
  results_too_slow: 'collecting results exceeded its time limit',
  aborted: 'the step was canceled',
  internal: 'a bug in this program',
} as const;

export type ErrorCode = keyof typeof errorCodes;
