import type { Secret } from '../base/secret.js';

/**
 * A pipeline as we read it; fields that GitLab leaves out or sends as null are absent.
 * @see https://docs.gitlab.com/api/pipelines/
 */
export interface Pipeline {
  readonly id: number;
  readonly iid?: number | undefined;
  /** {@link unknownProjectId} where nobody tells it. */
  readonly projectId: number;
  /** GitLab's own word: one of `pipelineStatuses`, or one that did not exist when this was written. */
  readonly status: string;
  /** The short name, without `refs/heads/` or `refs/tags/`. */
  readonly ref: string;
  /** Empty where the answer to the start did not tell it. */
  readonly sha: string;
  readonly webUrl: string;
  readonly source?: string | undefined;
  readonly name?: string | undefined;
  /** ISO 8601, by the server's clock; so are the other times. */
  readonly createdAt?: string | undefined;
  readonly updatedAt?: string | undefined;
  readonly startedAt?: string | undefined;
  readonly finishedAt?: string | undefined;
  readonly durationSeconds?: number | undefined;
  readonly queuedSeconds?: number | undefined;
  /** Percent, as GitLab prints it. */
  readonly coverage?: string | undefined;
  readonly yamlErrors?: string | undefined;
  /** `detailed_status.group`, e.g. `success-with-warnings`. */
  readonly statusGroup?: string | undefined;
}

/**
 * In place of a project's number that nobody tells: GitLab before 13.10 leaves it out of a pipeline, the
 * project was given by its path, and the tokens may not read it. No project has it.
 */
export const unknownProjectId = 0;

/** A pipeline as GitLab told it; what old releases leave out is absent. */
export type ReadPipeline = MaybeAbsent<Pipeline, 'projectId' | 'webUrl'>;

/** The answer to a request that started a pipeline: its number, and whatever else was told. */
export type CreatedPipeline = MaybeAbsent<Pipeline, 'projectId' | 'webUrl' | 'status' | 'ref' | 'sha'>;

/** `T` with some members that may not have been told. */
type MaybeAbsent<T, Name extends keyof T> = Omit<T, Name> & { readonly [Key in Name]?: T[Key] | undefined };

/**
 * A job, or one attempt at it, as we read it.
 * @see https://docs.gitlab.com/api/jobs/#list-all-jobs-in-a-pipeline
 */
export interface Job {
  readonly id: number;
  readonly name: string;
  readonly stage: string;
  /** Same words as a pipeline's status. */
  readonly status: string;
  readonly allowFailure: boolean;
  readonly webUrl: string;
  /** ISO 8601, by the server's clock; so are the other times. */
  readonly createdAt?: string | undefined;
  readonly startedAt?: string | undefined;
  readonly finishedAt?: string | undefined;
  readonly durationSeconds?: number | undefined;
  readonly queuedSeconds?: number | undefined;
  /** E.g. `script_failure`; only failed jobs have one. */
  readonly failureReason?: string | undefined;
  /** Percent. */
  readonly coverage?: string | undefined;
  /** What the job left behind; absent when GitLab does not list it. */
  readonly artifacts?: readonly JobArtifact[] | undefined;
  /** When GitLab drops the archive, or has dropped it. */
  readonly artifactsExpireAt?: string | undefined;
}

/** A file that GitLab keeps for a job: the archive of `artifacts:paths`, its index, the log, or a report. */
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
  readonly downstream?:
    | {
        readonly projectId: number;
        readonly pipelineId: number;
        readonly status: string;
        readonly webUrl: string;
      }
    | undefined;
  /**
   * Instead of `downstream`: GitLab tells of a pipeline, and not which one it is; its status where that can
   * be read.
   */
  readonly unreadDownstream?: { readonly status?: string | undefined } | undefined;
}

/** The statuses of pipelines and jobs. @see GitLab 19.1, `app/models/concerns/ci/has_status.rb` */
export const pipelineStatuses = [
  'created',
  'waiting_for_resource',
  'preparing',
  'waiting_for_callback',
  'pending',
  'running',
  'success',
  'failed',
  'canceling',
  'canceled',
  'skipped',
  'manual',
  'scheduled',
] as const;

export type PipelineStatus = (typeof pipelineStatuses)[number];

/** Statuses in which nothing more happens unless somebody retries or plays a job. */
export const terminalStatuses = ['success', 'failed', 'canceled', 'skipped'] as const;

export type TerminalStatus = (typeof terminalStatuses)[number];

/**
 * Where pipelines come from, `CI_PIPELINE_SOURCE`.
 * @see GitLab 19.3, `app/models/concerns/enums/ci/pipeline.rb`
 */
export const pipelineSources = [
  'push',
  'merge_request_event',
  'external_pull_request_event',
  'external',
  'schedule',
  'web',
  'api',
  'trigger',
  'pipeline',
  'parent_pipeline',
  'chat',
  'webide',
  'security_orchestration_policy',
  'pipeline_execution_policy_schedule',
  'ondemand_dast_scan',
  'ondemand_dast_validation',
  'container_registry_push',
  'duo_workflow',
  'unknown',
] as const;

export type KnownSource = (typeof pipelineSources)[number];

/** Those of pipelines that GitLab starts by itself when a commit arrives. */
export const automaticSources: ReadonlySet<string> = new Set<KnownSource>([
  'push',
  'merge_request_event',
  'external_pull_request_event',
]);

export function isKnownStatus(status: string): status is PipelineStatus {
  return (pipelineStatuses as readonly string[]).includes(status);
}

/** False for a status that did not exist when this was written: an unknown one means "still running". */
export function isTerminalStatus(status: string): status is TerminalStatus {
  return (terminalStatuses as readonly string[]).includes(status);
}

/** A project as we read it. @see https://docs.gitlab.com/api/projects/ */
export interface Project {
  readonly id: number;
  /** The full path, `group/sub/project`. */
  readonly path: string;
  readonly webUrl: string;
  readonly defaultBranch?: string | undefined;
  readonly archived?: boolean | undefined;
  /**
   * What the rest says is only for those who may see it. `enabled`, `private` (for members) or `disabled`.
   */
  readonly ciAccess?: string | undefined;
  /** Where the CI configuration is; empty for `.gitlab-ci.yml`. */
  readonly ciConfigPath?: string | undefined;
  /**
   * The lowest role that may set pipeline variables: `no_one_allowed`, `owner`, `maintainer` or `developer`.
   */
  readonly variablesRole?: string | undefined;
  /** Older servers have this beside the role, which counts for nothing while this is false. */
  readonly restrictsVariables?: boolean | undefined;
  /** The role of whoever asks, as GitLab's number: 30 is Developer, 40 Maintainer, 50 Owner. */
  readonly accessLevel?: number | undefined;
}

/** A branch or a tag as we read it. @see https://docs.gitlab.com/api/branches/ */
export interface RepositoryRef {
  readonly name: string;
  /** Of the commit that it leads to. */
  readonly sha?: string | undefined;
  readonly isProtected?: boolean | undefined;
  /** What the rest says is of branches only. Whether whoever asks may push to it. */
  readonly canPush?: boolean | undefined;
  /**
   * Whether everybody with the role Developer may push or merge; GitLab only fills this in for protected
   * branches.
   */
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

/** What GitLab makes of a CI configuration. @see https://docs.gitlab.com/api/lint/ */
export interface ConfigLint {
  readonly valid: boolean;
  /** GitLab's words, as they came. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /**
   * The configuration with everything that it includes and extends; absent when GitLab could not put it
   * together.
   */
  readonly mergedYaml?: string | undefined;
}

/**
 * An access token, as it may see itself.
 * @see https://docs.gitlab.com/api/personal_access_tokens/#get-details-on-a-personal-access-token
 */
export interface OwnToken {
  readonly scopes: readonly string[];
  readonly active?: boolean | undefined;
  /** Whether it is a fine-grained one, whose permissions GitLab does not tell; absent before 18.10. */
  readonly granular?: boolean | undefined;
  /** The day on whose beginning it expires, as GitLab writes it (`2026-12-31`); absent: never. */
  readonly expiresAt?: string | undefined;
}

/**
 * A variable that a pipeline was started with.
 * @see https://docs.gitlab.com/api/pipelines/#get-variables-of-a-pipeline
 */
export interface PipelineVariable {
  readonly key: string;
  readonly value: string;
}

/** A pipeline trigger token as we read it. @see https://docs.gitlab.com/api/pipeline_triggers/ */
export interface TriggerToken {
  readonly id: number;
  readonly description: string;
  /**
   * The first four characters after the prefix: what GitLab shows everybody who may see the list. Absent
   * where it shows others.
   */
  readonly start: string | undefined;
  /** The whole token. GitLab gives it to its owner only, and each time that the owner asks. */
  readonly secret?: Secret | undefined;
  /** Username of the owner: pipelines started with the token run as this user. */
  readonly owner?: string | undefined;
  /** ISO 8601, by the server's clock; so are the other times. */
  readonly createdAt?: string | undefined;
  readonly updatedAt?: string | undefined;
  /** When the newest pipeline was started with it. */
  readonly lastUsed?: string | undefined;
  /** Absent: it never expires. */
  readonly expiresAt?: string | undefined;
}

/**
 * What a job, or a system outside of GitLab, says of a commit within a pipeline. Those of other systems count
 * for the status of the pipeline, and are in no list of its jobs.
 * @see https://docs.gitlab.com/api/commits/#list-commit-statuses
 */
export interface CommitStatus {
  readonly id: number;
  readonly name: string;
  readonly status: string;
  readonly allowFailure: boolean;
  /** Of the pipeline that it belongs to; older servers do not tell. */
  readonly pipelineId?: number | undefined;
  readonly description?: string | undefined;
  /** Where that system shows more. */
  readonly targetUrl?: string | undefined;
}

/** A list that came in pages. `cut_off`: there was more, but it ended where we stop asking. */
export interface Paged<T> {
  readonly items: readonly T[];
  readonly truncated: 'complete' | 'timed_out';
  /** Entries that are not among the items, because they cannot be read; absent when there are none. */
  readonly unfit?: { readonly count: number; readonly why: string } | undefined;
}

/** An entry of a list that cannot be read. */
export interface UnfitEntry {
  readonly unfit: string;
  /** Where even that much is known. */
  readonly id?: number | undefined;
}

export function isUnfit(entry: object): entry is UnfitEntry {
  return 'unfit' in entry;
}

/** What of a list can be read, and what cannot; absent when there is nothing of it. */
export function partedEntries<T extends object>(
  entries: readonly (T | UnfitEntry)[],
): { readonly fit: readonly T[]; readonly unfit: readonly UnfitEntry[] | undefined } {
  const unfit = entries.filter(isUnfit);
  const fit = entries.filter((entry): entry is T => !isUnfit(entry));
  return { fit, unfit: unfit.length === 0 ? undefined : unfit };
}
