import type { Secret } from '../base/secret.js';
import type { PipelineCall, ProjectAddress } from './addresses.js';
import type { KnownSource } from './pipeline.js';

/** The formats of the outputs file, in the order of their documentation. `docs/command.md` specifies each. */
export const outputFormats = ['dotenv', 'json', 'shell', 'properties', 'files'] as const;

export type OutputFormat = (typeof outputFormats)[number];

/** How to reach GitLab. */
export interface Connection {
  /**
   * The API root with a trailing slash, e.g. `https://gitlab.example.com/gitlab/api/v4/`; without user, query
   * or fragment.
   */
  readonly apiUrl: URL;
  /** As users write it, e.g. `https://gitlab.example.com/gitlab`; for messages. */
  readonly gitlabUrl: string;
  readonly requestTimeoutMs: number;
  /** One or more certificates as PEM text, trusted in addition to the system's. */
  readonly caCertificate: string | undefined;
  readonly requestHeaders: readonly RequestHeader[];
}

export interface RequestHeader {
  readonly name: string;
  readonly value: Secret;
}

/**
 * `trigger`: the pipeline is created with a trigger token or job token; `access`: with the access token. Both
 * may read with the access token.
 */
export type Credentials =
  | {
      readonly kind: 'trigger';
      readonly token: Secret;
      /** By its shape; a token of unknown shape is a trigger token. */
      readonly tokenKind: 'trigger_token' | 'job_token';
      readonly accessToken: Secret | undefined;
    }
  | { readonly kind: 'access'; readonly accessToken: Secret };

/** The job token, for reads that GitLab allows with it. */
export function jobTokenOf(credentials: Credentials): Secret | undefined {
  return credentials.kind === 'trigger' && credentials.tokenKind === 'job_token'
    ? credentials.token
    : undefined;
}

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** Everything that starts one pipeline, validated and frozen. */
export interface TriggerRequest {
  readonly connection: Connection;
  readonly project: ProjectAddress;
  /** As given, trimmed: a short name, `refs/heads/…` or `refs/tags/…`. */
  readonly ref: string;
  readonly credentials: Credentials;
  readonly variables: Readonly<Record<string, string>>;
  readonly pipelineInputs: Readonly<Record<string, JsonValue>>;
  /** Whether to add the caller's context as variables `UPSTREAM_…`. */
  readonly forwardContext: boolean;
  /** Whether to cancel older pipelines that the same workflow started for the same project and ref. */
  readonly supersede: boolean;
  /** How to take up the pipeline of an earlier attempt. Absent if each attempt starts its own. */
  readonly rerun?: RerunRequest | undefined;
  /** Whether only to check. Then nothing is started, whatever the other members say. */
  readonly dryRun: boolean;
  /**
   * The commit that the pipeline must run on: 40 or 64 hexadecimal digits in lower case, or at least the
   * first 7 of them.
   */
  readonly expectedSha: string | undefined;
  /** How to wait for that commit before the start. Absent if the step does not. */
  readonly commitWait?: CommitWait | undefined;
  /** Absent if the step does not wait. */
  readonly follow: FollowRequest | undefined;
  readonly report: ReportRequest;
  readonly results: ResultsRequest;
  /** Absent if no feedback is requested. */
  readonly feedback: FeedbackRequest | undefined;
}

/** How to take up the pipeline that an earlier attempt of the same step has started. */
export interface RerunRequest {
  /** `follow` it as it is, or first `retry` what failed in it or was canceled. */
  readonly mode: 'follow' | 'retry';
  /** Tells the step from others that ask for the same. */
  readonly key: string | undefined;
}

/** How to wait until a ref has a commit. */
export interface CommitWait {
  readonly timeoutMs: number;
  /** Whether a ref will do that has newer commits, too. */
  readonly acceptNewer: boolean;
  /** Whether GitLab is to pull its mirror. */
  readonly syncMirror: boolean;
}

/** The outcomes of a followed pipeline that `accept` may list. */
export const acceptableOutcomes = ['success', 'warnings', 'skipped', 'canceled', 'manual', 'failed'] as const;

export type AcceptableOutcome = (typeof acceptableOutcomes)[number];

/** How to follow a pipeline. */
export interface FollowRequest {
  readonly accept: ReadonlySet<AcceptableOutcome>;
  readonly timeoutMs: number;
  /** Time limit before the first job runs, in milliseconds; none if absent. */
  readonly queueTimeoutMs: number | undefined;
  /** How long GitLab may be unreachable without interruption, in milliseconds. */
  readonly outageTimeoutMs: number;
  /** `auto`, or a fixed interval in milliseconds, 1,000 or more. */
  readonly pollInterval: 'auto' | number;
  /** Names or globs: the verdict covers only these jobs. Empty: the whole pipeline. */
  readonly jobs: readonly string[];
  readonly onManual: 'stop' | 'wait' | 'play';
  readonly downstream: 'ignore' | 'show' | 'require';
  /** When the step cancels the pipeline; empty: never. */
  readonly cancelOn: ReadonlySet<CancelReason>;
  /** Which failed jobs to retry. Absent: none. */
  readonly retryFailed?: RetryFailed | undefined;
}

/** Which failed jobs of a followed pipeline to retry, and how often. */
export interface RetryFailed {
  /** How often each job is retried at most, 1 or more. */
  readonly most: number;
  /** Reasons for a failure, in GitLab's words. */
  readonly reasons: ReadonlySet<string>;
}

export const cancelReasons = ['abort', 'timeout', 'failure'] as const;

export type CancelReason = (typeof cancelReasons)[number];

/** What to show of a followed pipeline. */
export interface ReportRequest {
  readonly logs: 'none' | 'failed' | 'all';
  /** Number of lines shown from the end of a failed job's log, 1 to 1,000. */
  readonly logLines: number;
  /** Whether to write the report where the host shows reports. */
  readonly summary: boolean;
}

/** What to collect from a followed pipeline. */
export interface ResultsRequest {
  /** `success`: if the outcome is accepted; `failure`: if it is not. */
  readonly on: 'success' | 'failure' | 'always';
  /** Absent if none are requested. */
  readonly values: ValuesRequest | undefined;
  /** Absent if none are requested. */
  readonly artifacts: ArtifactsRequest | undefined;
  /** Where to write the tests as JUnit XML. */
  readonly junitFile: string | undefined;
}

/** Values to read from files in the artifacts of jobs. */
export interface ValuesRequest {
  /** In this order; a later file takes precedence. */
  readonly lines: readonly JobPathLine[];
  /** Keys whose values are masked. */
  readonly mask: readonly string[];
  /** Whether each value also becomes an output of its own. */
  readonly asOutputs: boolean;
}

/**
 * The feedback to keep up to date on the code host: a comment on the pull request, a commit status. At least
 * one of them is requested.
 */
export interface FeedbackRequest {
  readonly token: Secret;
  readonly comment: CommentSetting;
  /** The name of the commit status; none if absent. */
  readonly commitStatus: string | undefined;
}

/** Whether there is a comment, and the name that distinguishes it from others of the same workflow. */
export type CommentSetting =
  | { readonly kind: 'none' }
  | { readonly kind: 'kept'; readonly name: string | undefined };

/** Artifacts to download. */
export interface ArtifactsRequest {
  readonly lines: readonly JobPathLine[];
  /** The folder for all of them, absolute or relative to the working directory. */
  readonly path: string;
}

/** A pipeline that GitLab starts by itself for a commit. */
export interface CommitPipeline {
  /** All of it, in lower case. */
  readonly sha: string;
  /** As GitLab shows it: short, or `refs/merge-requests/…`. */
  readonly ref: string | undefined;
  readonly source: KnownSource | undefined;
  /** How long to wait for it to be there. */
  readonly appearTimeoutMs: number;
}

/** A pipeline that was started elsewhere, by its id or by its commit. */
export type PipelineChoice =
  | { readonly pipelineId: number; readonly commit?: undefined }
  | { readonly commit: CommitPipeline; readonly pipelineId?: undefined };

/** Everything that the sub-action `wait` needs. */
export type WaitRequest = WaitSettings & PipelineChoice;

interface WaitSettings {
  readonly connection: Connection;
  readonly project: ProjectAddress;
  readonly accessToken: Secret | undefined;
  /** A job token in place of it; it can only read. */
  readonly jobToken: Secret | undefined;
  /** As in {@link TriggerRequest}. */
  readonly expectedSha: string | undefined;
  readonly follow: FollowRequest;
  readonly report: ReportRequest;
  readonly results: ResultsRequest;
  /** Absent if no feedback is requested. */
  readonly feedback: FeedbackRequest | undefined;
}

/** Everything that the sub-action `cancel` needs. */
export interface CancelRequest extends PipelineCall {
  readonly connection: Connection;
  readonly accessToken: Secret;
}

/** Whether a job token is the only credential for reads. */
export function readsWithJobToken(credentials: Credentials): boolean {
  const { kind, accessToken } = credentials;
  return kind === 'trigger' && credentials.tokenKind === 'job_token' && accessToken === undefined;
}

/** The operations on the trigger tokens of a project. */
export const tokenOperations = ['list', 'get', 'create', 'update', 'delete', 'rotate'] as const;

export type TokenOperation = (typeof tokenOperations)[number];

/**
 * When `rotate` deletes the token that it replaces. `auto`: once the new one is stored in a file or in a
 * GitHub secret.
 */
export const oldTokenFates = ['auto', 'always', 'never'] as const;

export type OldTokenFate = (typeof oldTokenFates)[number];

/** When a new token expires. */
export interface Expiry {
  /** Milliseconds since 1970. */
  readonly atMs: number;
  /** How the user wrote it. A `date` alone means midnight UTC; a `span` counts from now. */
  readonly written: 'date' | 'time' | 'span';
}

/** The location and name of a GitHub Actions secret. */
export interface GitHubSecretAddress {
  readonly place:
    | { readonly kind: 'repository'; readonly owner: string; readonly repository: string }
    | {
        readonly kind: 'environment';
        readonly owner: string;
        readonly repository: string;
        readonly environment: string;
      }
    | { readonly kind: 'organization'; readonly organization: string };
  readonly name: string;
}

/** A command that stores a token, such as the client of a secret manager. */
export interface StoreCommand {
  /** Lines for the shell; the token comes on standard input. */
  readonly store: string;
  /** Lines for the shell that print the stored token; nothing is read back when absent. */
  readonly verify: string | undefined;
  /** For each run of one of the two, in milliseconds. */
  readonly timeoutMs: number;
}

/** Where a new token goes, in addition to the output of the step. */
export interface TokenTargets {
  /** Path of a file. */
  readonly file: string | undefined;
  readonly command: StoreCommand | undefined;
  /** Absent if no secrets are to be written. */
  readonly github:
    | { readonly apiUrl: URL; readonly token: Secret; readonly secrets: readonly GitHubSecretAddress[] }
    | undefined;
}

/** A new token, and where it goes. */
export interface CreateOrder {
  readonly operation: 'create';
  readonly description: string;
  readonly expires: Expiry | undefined;
  readonly targets: TokenTargets;
}

export interface DeleteOrder {
  readonly operation: 'delete';
  readonly triggerId: number;
  /** ID or description of the token, as a second confirmation of what will be deleted. */
  readonly confirm: string | undefined;
}

export interface RotateOrder {
  readonly operation: 'rotate';
  /** The token to replace; found by `description` when absent. */
  readonly triggerId: number | undefined;
  /** The name of the new token; the old token's if absent. At least one of the two is present. */
  readonly description: string | undefined;
  readonly expires: Expiry | undefined;
  readonly targets: TokenTargets;
  readonly deleteOld: OldTokenFate;
  /** A token that is never deleted. */
  readonly keepTriggerId: number | undefined;
}

export type TokenOrder =
  | { readonly operation: 'list' }
  | { readonly operation: 'get'; readonly triggerId: number }
  | { readonly operation: 'update'; readonly triggerId: number; readonly description: string }
  | CreateOrder
  | DeleteOrder
  | RotateOrder;

/** Everything that the sub-action `tokens` needs. */
export interface TokensRequest {
  readonly connection: Connection;
  readonly project: ProjectAddress;
  readonly accessToken: Secret;
  readonly order: TokenOrder;
}

/** The types of `spec:inputs`. */
export const specInputTypes = ['string', 'number', 'boolean', 'array'] as const;

export type SpecInputType = (typeof specInputTypes)[number];

/** An input that a CI file declares. */
export interface SpecInput {
  readonly name: string;
  readonly type: SpecInputType;
  /** A value of the type; the input is required if absent. */
  readonly default: string | number | boolean | readonly unknown[] | undefined;
}

/** GitLab's names for the sources of pipelines that the rules let through. */
export const snippetSources = ['trigger', 'pipeline'] as const;

export type SnippetSource = (typeof snippetSources)[number];

/** What starts `cron` jobs. */
export const schedulers = ['crontab', 'systemd', 'kubernetes'] as const;

/** When a job starts: the numbers of each field of a crontab line; a field that names all is absent. */
export interface Schedule {
  /** As it was written, with single spaces. */
  readonly text: string;
  readonly minutes: readonly number[] | undefined;
  readonly hours: readonly number[] | undefined;
  readonly days: readonly number[] | undefined;
  readonly months: readonly number[] | undefined;
  /** From 0, which is Sunday. */
  readonly weekdays: readonly number[] | undefined;
}

/** A program that takes calls of others and starts the pipeline. */
export interface ReceiverRequest {
  readonly kind: 'webhook' | 'bot';
  /** Options of `triggerPipeline`, but for the token and the variables. */
  readonly options: Readonly<Record<string, JsonValue>>;
  /** Sent with every pipeline. */
  readonly variables: Readonly<Record<string, string>>;
  /** The values that a caller may give to a variable; any other variable is refused. */
  readonly allowed: Readonly<Record<string, readonly string[]>>;
  readonly refs: readonly string[];
  /** `TEAM/USER`. */
  readonly people: readonly string[];
  readonly secretsFolder: string;
}

/** What is to be written: the GitLab side, the step of a GitHub workflow, or another caller. */
export type SnippetRequest =
  | {
      readonly kind: 'cron';
      readonly scheduler: (typeof schedulers)[number];
      readonly schedule: Schedule;
      /** Words behind `gitlab-trigger`, without the files of the tokens. */
      readonly words: readonly string[];
      readonly needsAccessToken: boolean;
      readonly image: string;
      readonly secretsFolder: string;
    }
  | { readonly kind: 'curl'; readonly request: TriggerRequest; readonly secretsFolder: string }
  | ReceiverRequest
  | {
      readonly kind: 'gitlab';
      readonly sources: readonly SnippetSource[];
      /** Whether the rules go to one job or to the whole workflow. */
      readonly perJob: boolean;
      readonly inputs: readonly SpecInput[];
    }
  | {
      readonly kind: 'github';
      /** Inputs of the action as given, in the order of its documentation. */
      readonly step: readonly (readonly [name: string, text: string])[];
      readonly tokenSecret: string;
      readonly accessTokenSecret: string | undefined;
    };

/** The source of inputs: the environment of a host, or a table in a test. */
export interface InputSource {
  /**
   * The text given for an input by its snake_case name; `undefined` if it was not given. An empty text means
   * the same.
   */
  readonly read: (name: string) => string | undefined;
}

/** The files that inputs may name. */
export interface TextFiles {
  /**
   * The text of a file, without a byte order mark.
   * @throws {UnfitTextError} when the file is not text, or is in an unsupported encoding.
   * @throws {FileTooLargeError} when it is larger than any input, or never ends.
   * @throws {AbortedError} when the run is stopped meanwhile.
   * @throws {Error} when the file cannot be read.
   */
  readonly readText: (path: string) => Promise<string>;
}

/** One line that names a job, and optionally a path in its artifacts. */
export interface JobPathLine {
  /** As written, without the mark for optional lines. */
  readonly text: string;
  readonly need: 'required' | 'optional';
  /** All ways to split it, longest job name first. Names may contain colons, so the existing jobs decide. */
  readonly splits: readonly JobPathSplit[];
}

/** One way to split a line. */
export interface JobPathSplit {
  /** The name of a job, after the trigger jobs that lead to it: `JOB`, `CHILD/JOB`. */
  readonly job: string;
  /** A path, or a glob of paths, in the job's artifacts; absent if the line names only the job. */
  readonly path: string | undefined;
}
