import type { Secret } from '../base/secret.js';
import type { ProjectAddress } from './addresses.js';
/**
 * A pipeline as we read it. Fields that GitLab omits or sends as null are absent.
 * @see https://docs.gitlab.com/api/pipelines/
 */
export interface Pipeline {
    readonly id: number;
    readonly iid?: number | undefined;
    /** {@link unknownProjectId} if it is unknown. */
    readonly projectId: number;
    /** GitLab's status: one of `pipelineStatuses`, or one that this version does not know. */
    readonly status: string;
    /** The short name, without `refs/heads/` or `refs/tags/`. */
    readonly ref: string;
    /** Empty if the response to the start did not include it. */
    readonly sha: string;
    readonly webUrl: string;
    readonly source?: string | undefined;
    readonly name?: string | undefined;
    /** ISO 8601, by the server's clock, like the other times. */
    readonly createdAt?: string | undefined;
    readonly updatedAt?: string | undefined;
    readonly startedAt?: string | undefined;
    readonly finishedAt?: string | undefined;
    readonly durationSeconds?: number | undefined;
    readonly queuedSeconds?: number | undefined;
    /** Percent, as GitLab formats it. */
    readonly coverage?: string | undefined;
    readonly yamlErrors?: string | undefined;
    /** `detailed_status.group`, e.g. `success-with-warnings`. */
    readonly statusGroup?: string | undefined;
}
/**
 * Stands for an unknown project ID: GitLab before 13.10 omits it from a pipeline, the project was given by
 * its path, and the tokens may not read it. No project has this ID.
 */
export declare const unknownProjectId = 0;
/** The address of a pipeline's project: its ID, or as the user gave it where the ID is unknown. */
export declare function projectOf({ projectId }: Pick<Pipeline, 'projectId'>, given: ProjectAddress): ProjectAddress;
/** A pipeline as GitLab returned it; what old releases omit is absent. */
export type ReadPipeline = MaybeAbsent<Pipeline, 'projectId' | 'webUrl'>;
/** The response to a request that started a pipeline: its ID, and whatever else it contains. */
export type CreatedPipeline = MaybeAbsent<Pipeline, 'projectId' | 'webUrl' | 'status' | 'ref' | 'sha'>;
/** `T` with some members that may be absent. */
type MaybeAbsent<T, Name extends keyof T> = Omit<T, Name> & {
    readonly [Key in Name]?: T[Key] | undefined;
};
/**
 * A job, or one attempt at it, as we read it.
 * @see https://docs.gitlab.com/api/jobs/#list-all-jobs-in-a-pipeline
 */
export interface Job {
    readonly id: number;
    readonly name: string;
    readonly stage: string;
    /** The same statuses as for a pipeline. */
    readonly status: string;
    readonly allowFailure: boolean;
    /** The response lacks `allow_failure`: `allowFailure` is what the status of the pipeline suggests. */
    readonly isAllowanceUnknown?: true | undefined;
    readonly webUrl: string;
    /** ISO 8601, by the server's clock, like the other times. */
    readonly createdAt?: string | undefined;
    readonly startedAt?: string | undefined;
    readonly finishedAt?: string | undefined;
    readonly durationSeconds?: number | undefined;
    readonly queuedSeconds?: number | undefined;
    /** E.g. `script_failure`; only failed jobs have one. */
    readonly failureReason?: string | undefined;
    /** Percent. */
    readonly coverage?: string | undefined;
    /** The artifacts of the job; absent if GitLab does not list them. */
    readonly artifacts?: readonly JobArtifact[] | undefined;
    /** When GitLab deletes the archive, or deleted it. */
    readonly artifactsExpireAt?: string | undefined;
}
/** A failed job that is not allowed to fail. Whatever the status above it, its pipeline has failed. */
export declare function isCountingFailure({ status, allowFailure }: Job): boolean;
/** A file that GitLab stores for a job: the archive of `artifacts:paths`, its index, the log, or a report. */
export interface JobArtifact {
    /**
     * `archive`, `metadata`, `trace`, `dotenv`, `junit`, … Only the archive can be downloaded through the API.
     */
    readonly fileType: string;
    readonly filename?: string | undefined;
    readonly bytes?: number | undefined;
    /** `zip`, `gzip`, `raw`. */
    readonly fileFormat?: string | undefined;
}
/** A trigger job: a job that starts another pipeline instead of running on a runner. */
export interface Bridge extends Job {
    /** The pipeline it started, once it exists. */
    readonly downstream?: {
        readonly projectId: number;
        readonly pipelineId: number;
        readonly status: string;
        readonly webUrl: string;
    } | undefined;
    /**
     * Present in place of `downstream` if GitLab reports a pipeline but not which one; with its status if that
     * can be read.
     */
    readonly unreadDownstream?: {
        readonly status?: string | undefined;
    } | undefined;
}
/** Whether GitLab shows that a trigger job has started a pipeline, even if not which one. */
export declare function hasStartedPipeline({ downstream, unreadDownstream, }: Pick<Bridge, 'downstream' | 'unreadDownstream'>): boolean;
/** The statuses of pipelines and jobs. @see GitLab 19.1, `app/models/concerns/ci/has_status.rb` */
export declare const pipelineStatuses: readonly ["created", "waiting_for_resource", "preparing", "waiting_for_callback", "pending", "running", "success", "failed", "canceling", "canceled", "skipped", "manual", "scheduled"];
export type PipelineStatus = (typeof pipelineStatuses)[number];
/** Statuses after which nothing changes unless a user retries or plays a job. */
export declare const terminalStatuses: readonly ["success", "failed", "canceled", "skipped"];
export type TerminalStatus = (typeof terminalStatuses)[number];
/**
 * Where pipelines come from, `CI_PIPELINE_SOURCE`.
 * @see GitLab 19.3, `app/models/concerns/enums/ci/pipeline.rb`
 */
export declare const pipelineSources: readonly ["push", "merge_request_event", "external_pull_request_event", "external", "schedule", "web", "api", "trigger", "pipeline", "parent_pipeline", "chat", "webide", "security_orchestration_policy", "pipeline_execution_policy_schedule", "ondemand_dast_scan", "ondemand_dast_validation", "container_registry_push", "duo_workflow", "unknown"];
export type KnownSource = (typeof pipelineSources)[number];
/** Those of pipelines that GitLab starts by itself when a commit arrives. */
export declare const automaticSources: ReadonlySet<string>;
/** Whether this version knows a status. */
export declare function isKnownStatus(status: string): status is PipelineStatus;
/** False for a status that this version does not know: an unknown one counts as still running. */
export declare function isTerminalStatus(status: string): status is TerminalStatus;
/** Whether a job holds up its pipeline until it is played. */
export declare function isBlocking({ status, allowFailure }: Job): boolean;
/**
 * Whether GitLab gives a pipeline this status also if a job of it has failed: only the jobs show the
 * difference.
 */
export declare function hidesFailures(status: string): boolean;
/** A project as we read it. @see https://docs.gitlab.com/api/projects/ */
export interface Project {
    readonly id: number;
    /** The full path, `group/sub/project`. */
    readonly path: string;
    readonly webUrl: string;
    readonly defaultBranch?: string | undefined;
    readonly archived?: boolean | undefined;
    /**
     * This and the members below are visible only to members with access. `enabled`, `private` (for members) or
     * `disabled`.
     */
    readonly ciAccess?: string | undefined;
    /** Where the CI configuration is; empty for `.gitlab-ci.yml`. */
    readonly ciConfigPath?: string | undefined;
    /**
     * The lowest role that may set pipeline variables: `no_one_allowed`, `owner`, `maintainer` or `developer`.
     */
    readonly variablesRole?: string | undefined;
    /** Older servers have this in addition to the role. While it is false, the role has no effect. */
    readonly restrictsVariables?: boolean | undefined;
    /** The role of the calling user as GitLab's number: 30 is Developer, 40 Maintainer, 50 Owner. */
    readonly accessLevel?: number | undefined;
}
/** A branch or a tag as we read it. @see https://docs.gitlab.com/api/branches/ */
export interface RepositoryRef {
    readonly name: string;
    /** The commit that the ref points to. */
    readonly sha?: string | undefined;
    readonly isProtected?: boolean | undefined;
    /** This and the members below exist for branches only. Whether the calling user may push to it. */
    readonly canPush?: boolean | undefined;
    /** Whether every Developer may push or merge. GitLab fills this in for protected branches only. */
    readonly developersCanPush?: boolean | undefined;
    readonly developersCanMerge?: boolean | undefined;
}
/** How the last pull of a mirror went. @see https://docs.gitlab.com/api/project_pull_mirroring/ */
export interface PullMirror {
    /** `none`, `scheduled`, `started`, `finished`, `failed`, `canceled`. */
    readonly updateStatus?: string | undefined;
    /** GitLab's words, without the password in the address. */
    readonly lastError?: string | undefined;
    /** ISO 8601, by the server's clock: when it ended, well or not. */
    readonly lastUpdateAt?: string | undefined;
}
/** GitLab's lint result for a CI configuration. @see https://docs.gitlab.com/api/lint/ */
export interface ConfigLint {
    readonly valid: boolean;
    /** GitLab's messages, unchanged. */
    readonly errors: readonly string[];
    readonly warnings: readonly string[];
    /** The configuration with everything that it includes and extends; absent if GitLab could not merge it. */
    readonly mergedYaml?: string | undefined;
}
/**
 * An access token as GitLab describes it to itself.
 * @see https://docs.gitlab.com/api/personal_access_tokens/#get-details-on-a-personal-access-token
 */
export interface OwnToken {
    readonly scopes: readonly string[];
    readonly active?: boolean | undefined;
    /** Whether it is a fine-grained token, whose permissions GitLab does not return; absent before 18.10. */
    readonly granular?: boolean | undefined;
    /**
     * The date at whose start the token expires, as GitLab writes it (`2026-12-31`); absent if it never
     * expires.
     */
    readonly expiresAt?: string | undefined;
}
/**
 * A variable with which a pipeline was started, as GitLab lists it.
 * @see https://docs.gitlab.com/api/pipelines/#get-variables-of-a-pipeline
 */
export interface ListedVariable {
    readonly key: string;
    readonly value: string;
}
/** A pipeline trigger token as we read it. @see https://docs.gitlab.com/api/pipeline_triggers/ */
export interface TriggerToken {
    readonly id: number;
    readonly description: string;
    /**
     * The first four characters after the prefix: what GitLab shows to all users who may see the list. Absent
     * if GitLab shows others.
     */
    readonly start: string | undefined;
    /** The whole token. GitLab returns it to its owner only, with each request. */
    readonly secret?: Secret | undefined;
    /** Username of the owner: pipelines started with the token run as this user. */
    readonly owner?: string | undefined;
    /** ISO 8601, by the server's clock, like the other times. */
    readonly createdAt?: string | undefined;
    readonly updatedAt?: string | undefined;
    /** When it last started a pipeline. */
    readonly lastUsed?: string | undefined;
    /** Absent: it never expires. */
    readonly expiresAt?: string | undefined;
}
/**
 * A status that a job or an external system reports for a commit within a pipeline. Statuses of external
 * systems count for the status of the pipeline, and no list of its jobs contains them.
 * @see https://docs.gitlab.com/api/commits/#list-commit-statuses
 */
export interface CommitStatus {
    readonly id: number;
    readonly name: string;
    readonly status: string;
    readonly allowFailure: boolean;
    /** ID of its pipeline; older servers omit it. */
    readonly pipelineId?: number | undefined;
    readonly description?: string | undefined;
    /** The page of the external system. */
    readonly targetUrl?: string | undefined;
}
/** A list read page by page. `cut_off`: it has more entries than we request. */
export interface Paged<T> {
    readonly items: readonly T[];
    readonly truncated: 'complete' | 'timed_out';
    /** Entries that are not in `items` because they cannot be read; absent if there are none. */
    readonly unfit?: {
        readonly count: number;
        readonly why: string;
    } | undefined;
}
/** An entry of a list that cannot be read. */
export interface UnfitEntry {
    readonly unfit: string;
    /** If at least the ID can be read. */
    readonly id?: number | undefined;
}
/** Whether an entry of a list could not be read. */
export declare function isUnfit(entry: object): entry is UnfitEntry;
/** Separates the readable entries of a list from the unreadable ones; `unfit` is absent if there are none. */
export declare function partedEntries<T extends object>(entries: readonly (T | UnfitEntry)[]): {
    readonly fit: readonly T[];
    readonly unfit: readonly UnfitEntry[] | undefined;
};
export {};
