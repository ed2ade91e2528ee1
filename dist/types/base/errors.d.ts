/**
 * Exit codes of all commands. Any code other than `accepted` is a failed step on a CI host. A process starts
 * with `internal` and must set another one.
 */
export declare const exitCodes: {
    readonly accepted: 0;
    readonly notAccepted: 1;
    readonly invalidInput: 2;
    readonly refused: 3;
    readonly unreachable: 4;
    readonly timeout: 5;
    readonly resultsIncomplete: 6;
    readonly internal: 70;
    readonly interrupted: 130;
    readonly terminated: 143;
};
/**
 * The signals that stop a step, each with its exit code: 128 plus the number of the signal on Linux. SIGBREAK
 * exists only on Windows and has the code of SIGINT.
 */
export declare const signalExitCodes: {
    readonly SIGHUP: 129;
    readonly SIGINT: 130;
    readonly SIGQUIT: 131;
    readonly SIGUSR1: 138;
    readonly SIGUSR2: 140;
    readonly SIGALRM: 142;
    readonly SIGTERM: 143;
    readonly SIGXCPU: 152;
    readonly SIGBREAK: 130;
};
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
export declare abstract class AppError extends Error {
    abstract readonly exitCode: ExitCode;
    readonly code: ErrorCode;
    readonly parts: ErrorParts;
    constructor(parts: ErrorParts);
}
/** The parts as a text of several lines, as in the message of an error. */
export declare function formatParts({ code, what, why, hint }: ErrorParts): string;
/** A mistake of the user: nothing was sent. */
export declare class InputError extends AppError {
    readonly exitCode: 2;
}
/** The pipeline ended in an outcome that the user does not accept. */
export declare class OutcomeError extends AppError {
    readonly exitCode: 1;
}
/** GitLab refused, and would refuse again. */
export declare class RefusedError extends AppError {
    readonly exitCode: 3;
}
/** GitLab is unreachable, or gave no usable response. */
export declare class UnreachableError extends AppError {
    readonly exitCode: 4;
}
/** A time limit of this program expired. */
export declare class TimeoutError extends AppError {
    readonly exitCode: 5;
}
/** The outcome is accepted, but a requested result could not be collected. */
export declare class ResultsError extends AppError {
    readonly exitCode: 6;
}
/**
 * What stops a step: a signal, sent by Ctrl+C, a runner or the operating system; the program that called the
 * library; or the end of the process that waited for the step.
 */
export type StopSignal = StopSignalName | 'AbortSignal' | 'the end of the process that started it';
/** The step was stopped. */
export declare class AbortedError extends AppError {
    readonly exitCode: SignalExitCode;
    readonly stopSignal: StopSignal;
    constructor(stopSignal: StopSignal, parts?: Pick<ErrorParts, 'why' | 'hint' | 'cause'>);
}
/**
 * Every error code with its meaning. `docs/troubleshooting.md` has a section for each (a test compares the
 * two).
 */
export declare const errorCodes: {
    readonly invalid_input: "an input is missing or wrong";
    readonly read_access_needed: "the pipeline could be started but not followed with the tokens given";
    readonly trigger_not_found: "GitLab answers 404 to the trigger: wrong token, wrong project, foreign token, or a token of another kind";
    readonly route_not_found: "the API route does not exist at this URL: wrong base path, or a proxy decoded %2F";
    readonly job_token_not_running: "the job of this CI_JOB_TOKEN is not running any more";
    readonly job_token_invalid: "this CI_JOB_TOKEN is of an erased job, a deleted project, or has expired";
    readonly pipeline_hook_refused: "GitLab refuses to start pipelines from pipeline events";
    readonly ref_invalid: "GitLab could not use the ref as it was sent";
    readonly ref_not_found: "the branch or tag does not exist";
    readonly ref_ambiguous: "a branch and a tag share this name";
    readonly ref_protected: "the user behind the token may not run pipelines on this protected ref";
    readonly commit_not_found: "the ref exists, its commit cannot be read";
    readonly pipelines_disabled: "CI/CD is switched off in the project";
    readonly import_running: "the project is still being imported";
    readonly owner_not_permitted: "the user behind the token may not create pipelines";
    readonly variables_restricted: "the project does not let this user set pipeline variables";
    readonly variables_invalid: "GitLab refused the name or the shape of a variable";
    readonly inputs_invalid: "GitLab refused the pipeline inputs";
    readonly ci_config_missing: "there is no CI configuration on this ref";
    readonly ci_config_invalid: "the CI configuration on this ref is not valid";
    readonly no_jobs: "rules left no job to run, or filtered out the whole pipeline";
    readonly pipeline_limit: "a limit for pipelines, jobs or deployments of the project is reached";
    readonly user_not_verified: "the user behind the token has to verify their identity first";
    readonly pipeline_rate_limit: "too many pipelines were created in the last minute";
    readonly persist_failed: "GitLab could not save the pipeline";
    readonly rate_limited: "too many requests";
    readonly resource_locked: "GitLab was busy with the same resource";
    readonly maintenance: "GitLab is under maintenance";
    readonly read_only_instance: "this GitLab is read-only: a secondary site, or set so by an administrator";
    readonly server_error: "GitLab answered with an internal error or is overloaded";
    readonly unauthorized: "the access token is wrong, expired or revoked";
    readonly insufficient_scope: "the access token lacks a scope";
    readonly forbidden: "GitLab forbids this to the user behind the token";
    readonly not_found: "the project or the pipeline does not exist, or is hidden from this token";
    readonly project_moved: "the project was renamed or moved";
    readonly redirected: "the server answered with a redirect, which is never followed with a token";
    readonly storage_refused: "the server where GitLab keeps a file does not hand it out, or may not be asked for it";
    readonly not_gitlab: "the answer did not come from a GitLab API: a login page, a proxy page, or unreadable text";
    readonly gitlab_too_old: "this GitLab is older than the oldest release that is supported";
    readonly request_too_large: "a server in front of GitLab does not take a request of this size";
    readonly request_refused: "GitLab refused the request for a reason not listed here";
    readonly name_not_resolved: "the host name could not be resolved";
    readonly connection_refused: "nothing listens at this address";
    readonly tls_failed: "no trusted TLS connection could be made";
    readonly proxy_failed: "the proxy refused or could not reach the server";
    readonly connection_lost: "the connection broke";
    readonly request_timeout: "no complete answer within request_timeout";
    readonly response_too_large: "the answer is larger than any that GitLab gives";
    readonly check_failed: "a check before any start found that the pipeline would not work as asked";
    readonly pipeline_not_appeared: "GitLab started no pipeline for the commit within appear_timeout";
    readonly pipeline_ambiguous: "GitLab started several pipelines for the commit, and nothing says which one is meant";
    readonly commit_not_arrived: "the ref in GitLab did not get the commit of expected_sha within wait_for_commit";
    readonly ref_moved_on: "the ref in GitLab has the commit of expected_sha and newer ones";
    readonly mirror_refused: "GitLab does not pull the mirror of the project";
    readonly mirror_failed: "GitLab could not pull the mirror of the project";
    readonly wrong_commit: "GitLab runs another commit than expected_sha";
    readonly wrong_project: "GitLab answered with a pipeline of another project than the one that was asked for";
    readonly project_unknown: "the pipeline was started, but the ID of its project is unknown, and following needs it";
    readonly start_uncertain: "the response to the start request was lost, and the pipeline may exist";
    readonly rerun_uncertain: "whether an earlier attempt of this step has started a pipeline is not known";
    readonly rerun_overtaken: "another attempt of this step has started a pipeline at the same time, or since";
    readonly rerun_pipeline_gone: "the pipeline of the earlier attempt was deleted before it could be reused";
    readonly retry_refused: "GitLab does not retry the pipeline of the earlier attempt";
    readonly retry_uncertain: "the response to the retry request was lost, and nothing shows whether GitLab retried the jobs";
    readonly wait_timeout: "the pipeline did not end within timeout";
    readonly outage: "GitLab could not be reached for longer than outage_timeout while following";
    readonly not_canceled: "the pipeline could not be canceled, or that could not be confirmed";
    readonly outcome_not_accepted: "the pipeline ended in an outcome that accept does not list";
    readonly token_not_found: "the project has no such trigger token, or it has expired";
    readonly token_ambiguous: "several trigger tokens have this description";
    readonly token_lifetime: "GitLab does not let a trigger token live that long";
    readonly token_limit: "the project has as many trigger tokens as it may have";
    readonly token_changed: "the trigger token was changed after the time that the request names";
    readonly token_kept: "the trigger token is one that keep_trigger_id keeps";
    readonly token_uncertain: "the response to the request was lost, and the trigger token may exist";
    readonly token_not_stored: "the trigger token exists, but could not be stored";
    readonly not_confirmed: "confirm names a trigger token other than the one to be deleted";
    readonly rotation_unfinished: "the new trigger token exists, and the rotation is incomplete";
    readonly github_unauthorized: "GitHub does not take the github_token: wrong, expired or revoked";
    readonly github_forbidden: "the github_token lacks a permission, or is not authorized for single sign-on";
    readonly github_not_found: "what is asked of GitHub does not exist, or is hidden from the github_token";
    readonly github_rate_limited: "the github_token has used up a limit of GitHub";
    readonly github_refused: "GitHub refused the request for a reason not listed here";
    readonly github_unreachable: "GitHub could not be reached, has an outage, or gave no usable answer";
    readonly result_job_not_found: "a line of values_from or artifacts matches no job of the pipeline";
    readonly result_job_ambiguous: "a line of values_from or artifacts matches several jobs";
    readonly artifact_missing: "the job has no such file in its artifacts, no artifacts, or has not ended";
    readonly dotenv_report_only: "the job has the file as a dotenv report only, which GitLab does not hand out";
    readonly artifacts_invalid: "the archive of artifacts is broken";
    readonly artifacts_unsafe: "the archive of artifacts would write outside its folder, or is too large when unpacked";
    readonly artifacts_not_written: "the artifacts could not be written to their folder";
    readonly results_incomplete: "the pipeline is accepted, but several results could not be fetched";
    readonly values_unfit: "a file of values is neither KEY=VALUE lines nor a JSON object, or too large";
    readonly tests_incomplete: "the tests of the pipeline could not all be read";
    readonly file_not_written: "a file could not be written";
    readonly output_lost: "the results are there, but could not be handed to later steps or to standard output";
    readonly results_too_slow: "collecting results exceeded its time limit";
    readonly aborted: "the step was canceled";
    readonly internal: "a bug in this program";
};
export type ErrorCode = keyof typeof errorCodes;
export {};
