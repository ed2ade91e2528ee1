import type { ArtifactStorage } from './artifact-storage.js';
import type { ChangeTagMode } from './change-tags.js';
import type { PipelineScript, ScriptRequest } from './pipeline-script.js';
import type { ReleaseTraits } from './release-traits.js';
import type { ReleaseName } from './release.js';

/** The description of a GitLab instance, which `SimulatedGitLab` runs. */
export interface Scenario {
  /**
   * Scheme and host of the configured external URL, for `web_url` and `Link`; `https://gitlab.example.com`
   * when absent.
   */
  readonly externalUrl?: string | undefined;
  /** E.g. `/gitlab`; none when absent. */
  readonly relativeUrlRoot?: string | undefined;
  /** A release by name, or the newest with changes; the newest when absent. */
  readonly release?: ReleaseName | Partial<ReleaseTraits> | undefined;
  readonly users: readonly UserDescription[];
  readonly projects: readonly ProjectDescription[];
  readonly accessTokens?: readonly AccessTokenDescription[] | undefined;
  readonly jobTokens?: readonly JobTokenDescription[] | undefined;
  /** Per project, user and commit; unlimited when absent. */
  readonly pipelineCreationsPerMinute?: number | undefined;
  readonly throttle?: ThrottleDescription | undefined;
  /** `open` when absent. */
  readonly writes?: WriteMode | undefined;
  readonly maintenanceMessage?: string | undefined;
  /** The storage of artifact archives; GitLab itself when absent. */
  readonly artifactStorage?: ArtifactStorage | undefined;
  /** `working` when absent. */
  readonly changeTags?: ChangeTagMode | undefined;
  /** For how long after a change the tag is still the one before, as where workers lag; 0 when absent. */
  readonly changeTagLagMs?: number | undefined;
  /** How long after a change a pipeline may be shown in its earlier state; 0 when absent. */
  readonly replicaLagMs?: number | undefined;
  readonly firstPipelineId?: number | undefined;
  readonly firstJobId?: number | undefined;
}

export type WriteMode = 'open' | 'maintenance' | 'read_only';

/** The limits in front of the application; each caller has its own count per minute. */
export interface ThrottleDescription {
  readonly unauthenticatedPerMinute?: number | undefined;
  readonly authenticatedPerMinute?: number | undefined;
  /** `Retry later` and a line end when absent. */
  readonly text?: string | undefined;
  /**
   * `always`: ordinary responses have the counters too, as in newer releases; the default of the release when
   * absent.
   */
  readonly headers?: ReleaseTraits['rateLimitHeaders'] | undefined;
}

export type Role = 'guest' | 'planner' | 'reporter' | 'developer' | 'maintainer' | 'owner';

export interface UserDescription {
  readonly username: string;
  readonly name?: string | undefined;
  readonly blocked?: boolean | undefined;
}

export interface ProjectDescription {
  readonly id: number;
  /** Full path, e.g. `group/sub/app`. */
  readonly path: string;
  readonly renamedFrom?: string | undefined;
  /** `private` when absent. */
  readonly visibility?: 'public' | 'internal' | 'private' | undefined;
  /** True when absent. */
  readonly publicPipelines?: boolean | undefined;
  /** True when absent. */
  readonly ciEnabled?: boolean | undefined;
  readonly archived?: boolean | undefined;
  readonly importRunning?: boolean | undefined;
  /** Projects that answer as if they did not exist. */
  readonly gone?: 'pending_deletion' | 'hidden' | undefined;
  /** The first branch when absent. */
  readonly defaultBranch?: string | undefined;
  /** Roles by username. */
  readonly members?: Readonly<Record<string, Role>> | undefined;
  readonly refs: readonly RefDescription[];
  /** For refs without their own; missing when absent. */
  readonly ci?: CiConfiguration | undefined;
  /** The text of the CI file, for refs without their own. */
  readonly ciFile?: CiFileDescription | undefined;
  /** `.gitlab-ci.yml` when absent. */
  readonly ciConfigPath?: string | undefined;
  /** Who may set pipeline variables; `developer` when absent. */
  readonly variablesMinimumRole?: 'no_one_allowed' | 'owner' | 'maintainer' | 'developer' | undefined;
  readonly triggers?: readonly TriggerTokenDescription[] | undefined;
  readonly webhooks?: readonly WebhookDescription[] | undefined;
  /** The limit of the plan; none when absent. */
  readonly mostTriggers?: number | undefined;
  /** Ids of projects whose jobs may use their token here, in addition to its own. */
  readonly jobTokenAllowlist?: readonly number[] | undefined;
  readonly pastPipelines?: readonly PastPipelineDescription[] | undefined;
  /** The pull mirror; none when absent. */
  readonly mirror?: MirrorDescription | undefined;
  /** The commits that arrive during the simulation, from a user or a mirror. */
  readonly pushes?: readonly PushDescription[] | undefined;
}

export interface RefDescription {
  readonly name: string;
  /** `branch` when absent. */
  readonly kind?: 'branch' | 'tag' | undefined;
  /** Generated when absent. */
  readonly sha?: string | undefined;
  /** SHAs of commits in its history. */
  readonly past?: readonly string[] | undefined;
  /** `missing`: the ref exists, its commit cannot be read. */
  readonly commit?: 'present' | 'missing' | undefined;
  /** The lowest role that may push to it and run pipelines on it; not protected when absent. */
  readonly protectedFor?: Role | 'no_one' | undefined;
  readonly ci?: CiConfiguration | undefined;
  readonly ciFile?: CiFileDescription | undefined;
}

/**
 * The readable content of a CI file; generated when absent. It does not affect what a pipeline does: that is
 * `CiConfiguration`.
 */
export interface CiFileDescription {
  readonly text?: string | undefined;
  /** With everything that it includes, without the header. */
  readonly merged?: string | undefined;
  readonly warnings?: readonly string[] | undefined;
}

export interface InputDeclaration {
  readonly type: 'string' | 'number' | 'boolean' | 'array';
  /** The input is required when absent. */
  readonly default?: string | number | boolean | readonly unknown[] | undefined;
  readonly options?: readonly (string | number)[] | undefined;
}

/** How the CI file of a ref responds to a request for a pipeline. */
export type CiConfiguration =
  | {
      readonly kind: 'valid';
      readonly script: PipelineScript | ((request: ScriptRequest) => PipelineScript);
      /** What `spec:inputs` declares; a file without that header when absent. */
      readonly inputs?: Readonly<Record<string, InputDeclaration>> | undefined;
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'invalid'; readonly errors: readonly string[] }
  | { readonly kind: 'filtered_by_workflow' }
  | { readonly kind: 'no_jobs' }
  | { readonly kind: 'too_many_active_jobs' }
  /**
   * Saved as failed and refused with this text: size or deployment limits, external validation, identity
   * verification.
   */
  | { readonly kind: 'refused_once_saved'; readonly text: string; readonly failureReason: string }
  /** Saved as failed without any text. */
  | { readonly kind: 'failed_without_text'; readonly failureReason?: string | undefined }
  /** Saved as failed and refused, in the words of the release. */
  | { readonly kind: 'too_many_jobs'; readonly requested: number; readonly limit: number }
  | { readonly kind: 'id_clash' }
  /**
   * Gitaly turns the making of a pipeline away; `gitaly_overloaded` is any other call that meets an overload.
   */
  | { readonly kind: 'gitaly_exhausted' }
  | {
      readonly kind: 'gitaly_overloaded';
      readonly text: string;
      readonly retryAfterSeconds?: number | undefined;
    }
  | { readonly kind: 'resource_locked' }
  /** A crash, or the 60 s limit of the application server, before or after the pipeline was saved. */
  | {
      readonly kind: 'internal_error';
      readonly leaves: 'nothing' | 'pipeline';
      readonly script?: PipelineScript | undefined;
    };

export interface TriggerTokenDescription {
  readonly token: string;
  /** Username. */
  readonly owner: string;
  readonly description?: string | undefined;
  /** ISO 8601. */
  readonly expiresAt?: string | undefined;
}

/** Who hears of pipelines and jobs of a project. */
export interface WebhookDescription {
  readonly url: string;
  /** Sent along as `X-Gitlab-Token`; none when absent. */
  readonly token?: string | undefined;
  /** True when absent. */
  readonly pipelineEvents?: boolean | undefined;
  /** True when absent. */
  readonly jobEvents?: boolean | undefined;
  /** Whether the certificate of a receiver is checked; true when absent. */
  readonly verifiesTls?: boolean | undefined;
}

export interface AccessTokenDescription {
  readonly token: string;
  readonly user: string;
  readonly name?: string | undefined;
  readonly scopes: readonly string[];
  /** `active` when absent. */
  readonly state?: 'active' | 'expired' | 'revoked' | undefined;
  /** ISO 8601; past it the token is expired. */
  readonly expiresAt?: string | undefined;
  /** A project access token of this project. */
  readonly projectId?: number | undefined;
  /**
   * The permissions of a fine-grained token, e.g. `read_pipelines`; all permissions of its scopes when
   * absent.
   */
  readonly permissions?: readonly string[] | undefined;
}

export interface JobTokenDescription {
  readonly token: string;
  readonly user: string;
  /** The project whose job holds the token. */
  readonly projectId: number;
  readonly job: 'running' | 'canceling' | 'finished' | 'erased' | 'project_deleted' | 'expired';
  /** Fine-grained policies granted by other projects' allow-lists, e.g. `read_jobs`; all when absent. */
  readonly policies?: readonly string[] | undefined;
}

/** A pipeline that began before the simulation did. */
export interface PastPipelineDescription {
  readonly ref: string;
  readonly user: string;
  readonly startedAgoMs: number;
  readonly script: PipelineScript;
  /** `push` when absent. */
  readonly source?: string | undefined;
  readonly variables?: Readonly<Record<string, string>> | undefined;
}

/** A commit that arrives at a branch, and the pipelines that GitLab starts for it by itself. */
export interface PushDescription {
  /** Time since the start of the simulation; `Infinity` waits for a trigger. */
  readonly afterMs: number;
  readonly ref: string;
  readonly sha: string;
  /** Commits that arrive with it, below it. */
  readonly past?: readonly string[] | undefined;
  /** `forced`: the branch loses its earlier commits. */
  readonly kind?: 'forced' | undefined;
  /** Username of the pusher. */
  readonly user: string;
  /** None when absent. */
  readonly pipelines?: readonly PushedPipelineDescription[] | undefined;
}

export interface PushedPipelineDescription {
  /** `push` when absent. */
  readonly source?: string | undefined;
  /** E.g. `refs/merge-requests/7/head`; the branch when absent. */
  readonly ref?: string | undefined;
  /** That of the branch when absent. */
  readonly script?: PipelineScript | undefined;
}

/** A mirror that GitLab pulls; its commits are pushes with `afterMs: Infinity`. */
export interface MirrorDescription {
  /** How long a pull takes; 2 seconds when absent. */
  readonly pullTakesMs?: number | undefined;
  /** Before the simulation; never when absent. */
  readonly lastUpdateAgoMs?: number | undefined;
  /** The error of each pull; none when absent. */
  readonly lastError?: string | undefined;
  /** `paused`: it has failed so often that GitLab no longer tries. */
  readonly state?: 'active' | 'paused' | undefined;
}
