import type { Secret } from '../base/secret.js';
import type { PipelineCall, ProjectAddress } from './addresses.js';
import type { KnownSource } from './pipeline.js';

/**
 * How outputs are written to a file, in the order of their documentation. `docs/command.md` tells each
 * exactly.
 */
export const outputFormats = ['dotenv', 'json', 'shell', 'properties', 'files'] as const;

export type OutputFormat = (typeof outputFormats)[number];

/** How to reach GitLab. */
export interface Connection {
  /**
   * The API's root with a trailing slash, e.g. `https://gitlab.example.com/gitlab/api/v4/`; no user, query or
   * fragment.
   */
  readonly apiUrl: URL;
  /** As a person would write it, e.g. `https://gitlab.example.com/gitlab`; for messages. */
  readonly gitlabUrl: string;
  readonly requestTimeoutMs: number;
  /** PEM, one certificate or more, to be trusted beside the system's. */
  readonly caCertificate: string | undefined;
  readonly requestHeaders: readonly RequestHeader[];
}

export interface RequestHeader {
  readonly name: string;
  readonly value: Secret;
}

/**
 * `trigger`: the pipeline is created with a trigger or job token; `access`: with the access token. Either may
 * read with the access token.
 */
export type Credentials =
  | {
      readonly kind: 'trigger';
      readonly token: Secret;
      /** As far as it shows; an unknown shape is a trigger token. */
      readonly tokenKind: 'trigger_token' | 'job_token';
      readonly accessToken: Secret | undefined;
    }
  | { readonly kind: 'access'; readonly accessToken: Secret };

/** The job token, which reads where GitLab lets it. */
export function jobTokenOf(credentials: Credentials): Secret | undefined {
  return credentials.kind === 'trigger' && credentials.tokenKind === 'job_token'
    ? credentials.token
    : undefined;
}

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Everything that starts one pipeline, checked and frozen. */
export interface TriggerRequest {
  readonly connection: Connection;
  readonly project: ProjectAddress;
  /** As given, trimmed: short, `refs/heads/…` or `refs/tags/…`. */
  readonly ref: string;
  readonly credentials: Credentials;
  readonly variables: Readonly<Record<string, string>>;
  readonly pipelineInputs: Readonly<Record<string, JsonValue>>;
  /** Whether to add the caller's context as variables `UPSTREAM_…`. */
  readonly forwardContext: boolean;
  /** Whether to cancel older pipelines that the same workflow started for the same project and ref. */
  readonly supersede: boolean;
  /** Whether only to check: nothing is started then, whatever else is asked for. */
  readonly dryRun: boolean;
  /**
   * The commit that it has to run on: lower case, 40 or 64 hexadecimal digits, or at least 7 of them from the
   * start.
   */
  readonly expectedSha: string | undefined;
  /** How to wait for that commit before the start; absent when nobody does. */
  readonly commitWait?: CommitWait | undefined;
  /** Absent when the step does not wait. */
  readonly follow: FollowRequest | undefined;
  readonly report: ReportRequest;
  readonly results: ResultsRequest;
  /** Absent when none is asked for. */
  readonly feedback: FeedbackRequest | undefined;
}

/** How to wait until a ref has a commit. */
export interface CommitWait {
  readonly timeoutMs: number;
  /** Whether a ref will do that has newer commits, too. */
  readonly acceptNewer: boolean;
  /** Whether GitLab is to pull its mirror. */
  readonly syncMirror: boolean;
}

/** The outcomes a followed pipeline can have that `accept` may list. */
export const acceptableOutcomes = ['success', 'warnings', 'skipped', 'canceled', 'manual', 'failed'] as const;

export type AcceptableOutcome = (typeof acceptableOutcomes)[number];

/** How to follow a pipeline. */
export interface FollowRequest {
  readonly accept: ReadonlySet<AcceptableOutcome>;
  readonly timeoutMs: number;
  /** Limit for the time before the first job runs; none when absent. */
  readonly queueTimeoutMs: number | undefined;
  /** How long GitLab may be out of reach in one go. */
  readonly outageTimeoutMs: number;
  /** `auto`, or a fixed number of milliseconds, 1,000 or more. */
  readonly pollInterval: 'auto' | number;
  /** Names or globs: the verdict is about these jobs only. Empty: about the whole pipeline. */
  readonly jobs: readonly string[];
  readonly onManual: 'stop' | 'wait' | 'play';
  readonly downstream: 'ignore' | 'show' | 'require';
  /** When the pipeline is canceled by us; empty: never. */
  readonly cancelOn: ReadonlySet<CancelReason>;
}

export const cancelReasons = ['abort', 'timeout', 'failure'] as const;

export type CancelReason = (typeof cancelReasons)[number];

/** What to show of a pipeline that is followed. */
export interface ReportRequest {
  readonly logs: 'none' | 'failed' | 'all';
  /** How many last lines of a failed job's log, 1 to 1,000. */
  readonly logLines: number;
  /** Whether to write the report where the host shows reports. */
  readonly summary: boolean;
}

/** What to bring back from a pipeline that was followed. */
export interface ResultsRequest {
  /** `success`: when the outcome is accepted; `failure`: when it is not. */
  readonly on: 'success' | 'failure' | 'always';
  /** Absent when none are asked for. */
  readonly values: ValuesRequest | undefined;
  /** Absent when none are asked for. */
  readonly artifacts: ArtifactsRequest | undefined;
  /** Where to write the tests as JUnit XML. */
  readonly junitFile: string | undefined;
}

/** Values to read from files in the artifacts of jobs. */
export interface ValuesRequest {
  /** In this order; a later file wins. */
  readonly lines: readonly JobPathLine[];
  /** Keys whose values are masked. */
  readonly mask: readonly string[];
  /** Whether each value also becomes an output of its own. */
  readonly asOutputs: boolean;
}

/**
 * What to keep up to date beside the code: a comment on the pull request, a status of the commit. One of them
 * is asked for at least.
 */
export interface FeedbackRequest {
  readonly token: Secret;
  readonly comment: CommentSetting;
  /** The name that the status goes by; none when absent. */
  readonly commitStatus: string | undefined;
}

/** Whether there is to be a comment, and the name that tells it from others of the same workflow. */
export type CommentSetting =
  { readonly kind: 'none' } | { readonly kind: 'kept'; readonly name: string | undefined };

/** Artifacts of jobs to download. */
export interface ArtifactsRequest {
  readonly lines: readonly JobPathLine[];
  /** The folder for all of them, relative to the working directory or absolute. */
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
  /** A job token in place of it, which only reads. */
  readonly jobToken: Secret | undefined;
  /** As in {@link TriggerRequest}. */
  readonly expectedSha: string | undefined;
  readonly follow: FollowRequest;
  readonly report: ReportRequest;
  readonly results: ResultsRequest;
  /** Absent when none is asked for. */
  readonly feedback: FeedbackRequest | undefined;
}

/** Everything that the sub-action `cancel` needs. */
export interface CancelRequest extends PipelineCall {
  readonly connection: Connection;
  readonly accessToken: Secret;
}

/** Whether nothing but a job token is there to read with. */
export function readsWithJobToken(credentials: Credentials): boolean {
  const { kind, accessToken } = credentials;
  return kind === 'trigger' && credentials.tokenKind === 'job_token' && accessToken === undefined;
}

/** What can be done with the trigger tokens of a project. */
export const tokenOperations = ['list', 'get', 'create', 'update', 'delete', 'rotate'] as const;

export type TokenOperation = (typeof tokenOperations)[number];

/**
 * When `rotate` deletes the token that it replaces; `auto`: once the new one is stored in a file or in a
 * secret of GitHub.
 */
export const oldTokenFates = ['auto', 'always', 'never'] as const;

export type OldTokenFate = (typeof oldTokenFates)[number];

/** When a new token expires. */
export interface Expiry {
  /** Milliseconds since 1970. */
  readonly atMs: number;
  /** How it was written: a `date` alone means its midnight in UTC; a `span` counts from now. */
  readonly written: 'date' | 'time' | 'span';
}

/** A secret of GitHub Actions, by its place and name. */
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

/** Where a new token goes, beside the output of the step. */
export interface TokenTargets {
  /** Path of a file. */
  readonly file: string | undefined;
  readonly command: StoreCommand | undefined;
  /** Absent when there are no secrets to write. */
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
  /** Id or description of the token, as a second look at what is about to go. */
  readonly confirm: string | undefined;
}

export interface RotateOrder {
  readonly operation: 'rotate';
  /** The token to replace; found by `description` when absent. */
  readonly triggerId: number | undefined;
  /** What the new token is called; as the old one when absent. One of the two is there. */
  readonly description: string | undefined;
  readonly expires: Expiry | undefined;
  readonly targets: TokenTargets;
  readonly deleteOld: OldTokenFate;
  /** Never deleted, whatever else is said. */
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

/** Types that `spec:inputs` knows. */
export const specInputTypes = ['string', 'number', 'boolean', 'array'] as const;

export type SpecInputType = (typeof specInputTypes)[number];

/** An input that a CI file is to declare. */
export interface SpecInput {
  readonly name: string;
  readonly type: SpecInputType;
  /** Of its type; required when absent. */
  readonly default: string | number | boolean | readonly unknown[] | undefined;
}

/** GitLab's words for where the pipelines come from that are to be let through. */
export const snippetSources = ['trigger', 'pipeline'] as const;

export type SnippetSource = (typeof snippetSources)[number];

/** What is to be written: the GitLab side, or the step of a GitHub workflow. */
export type SnippetRequest =
  | {
      readonly kind: 'gitlab';
      readonly sources: readonly SnippetSource[];
      /** Whether one job gets the rules, or the whole workflow. */
      readonly perJob: boolean;
      readonly inputs: readonly SpecInput[];
    }
  | {
      readonly kind: 'github';
      /** Inputs of the action as they were given, in the order of its documentation. */
      readonly step: readonly (readonly [name: string, text: string])[];
      readonly tokenSecret: string;
      readonly accessTokenSecret: string | undefined;
    };

/** Where inputs come from: a host's environment, or a table in a test. */
export interface InputSource {
  /**
   * The text given for an input by its snake_case name; `undefined` when it was not given. May be empty,
   * which means the same.
   */
  readonly read: (name: string) => string | undefined;
}

/** The files that inputs may name. */
export interface TextFiles {
  /**
   * The text of a file, without a byte order mark.
   * @throws {UnfitTextError} when the file holds something else than text, or text in an encoding that is
   *   not read.
   * @throws {Error} when the file cannot be read.
   */
  readonly readText: (path: string) => Promise<string>;
}

/** One line that names a job, and perhaps something in its artifacts. */
export interface JobPathLine {
  /** As it was written, without the mark for optional ones. */
  readonly text: string;
  readonly need: 'required' | 'optional';
  /**
   * Every way to read it, the longest name of a job first. Names may hold colons, so the jobs that exist
   * decide.
   */
  readonly splits: readonly JobPathSplit[];
}

/** One way to read a line. */
export interface JobPathSplit {
  /** The name of a job, behind those of the trigger jobs that lead to it: `JOB`, `CHILD/JOB`. */
  readonly job: string;
  /** A path, or a glob of paths, in the job's artifacts; absent when the line names the job alone. */
  readonly path: string | undefined;
}
