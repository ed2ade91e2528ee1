import type { Agenda } from './agenda.js';
import type { ArtifactStorage } from './artifact-storage.js';
import type { ChangeTag, ChangeTagMode } from './change-tags.js';
import type { Numbered } from './numbered.js';
import type { BridgeScript, JobScript, PipelineScript, StatusMoment } from './pipeline-script.js';
import type { ReleaseTraits } from './release-traits.js';
import type {
  AccessTokenDescription,
  CiConfiguration,
  CiFileDescription,
  JobTokenDescription,
  MirrorDescription,
  ProjectDescription,
  PushDescription,
  Role,
  ThrottleDescription,
  WriteMode,
} from './scenario.js';
import type { WindowCounter } from './window-counter.js';

export interface UserRecord {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly blocked: boolean;
  readonly createdMs: number;
}

export interface RefRecord {
  readonly name: string;
  readonly kind: 'branch' | 'tag';
  readonly sha: string;
  readonly commit: 'present' | 'missing';
  readonly protectedFor: Role | 'no_one' | undefined;
  /** Commits in the history of `sha`. */
  readonly past: readonly string[];
  readonly ci: CiConfiguration;
  readonly ciFile: CiFileDescription;
}

export interface TriggerRecord {
  readonly id: number;
  readonly token: string;
  readonly owner: UserRecord;
  description: string;
  readonly createdMs: number;
  updatedMs: number;
  readonly expiresMs: number | undefined;
}

export interface ProjectRecord {
  readonly id: number;
  readonly path: string;
  readonly description: ProjectDescription;
  readonly members: ReadonlyMap<string, Role>;
  refs: readonly RefRecord[];
  triggers: TriggerRecord[];
  readonly createdMs: number;
  /** Absent in a project without a pull mirror. */
  readonly mirror: MirrorRecord | undefined;
  pipelineCount: number;
}

export interface AccessTokenRecord {
  readonly id: number;
  readonly description: AccessTokenDescription;
  readonly user: UserRecord;
  readonly createdMs: number;
}

export interface JobTokenRecord {
  readonly description: JobTokenDescription;
  readonly user: UserRecord;
}

export interface PipelineVariable {
  readonly key: string;
  readonly value: string;
  readonly type: 'env_var' | 'file';
}

export interface PipelineRecord {
  readonly id: number;
  readonly iid: number;
  readonly project: ProjectRecord;
  readonly ref: RefRecord;
  readonly user: UserRecord;
  readonly source: string;
  readonly script: PipelineScript;
  readonly stages: readonly string[];
  readonly variables: readonly PipelineVariable[];
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly trigger: TriggerRecord | undefined;
  /** The bridge that started this one. */
  readonly upstream: JobRecord | undefined;
  readonly createdMs: number;
  name: string | undefined;
  status: string;
  updatedMs: number;
  startedMs: number | undefined;
  finishedMs: number | undefined;
  durationSeconds: number | undefined;
  yamlErrors: string | undefined;
  /** When the stages are processed for the first time; `Infinity` once that has happened. */
  processDueMs: number;
  /** Future statuses; once a pipeline has shown one, its jobs no longer determine its status. */
  timeline: readonly StatusMoment[];
  statusFrom: 'jobs' | 'timeline';
  /** Statuses of external systems on the commit. */
  readonly externalStatuses: ExternalStatusRecord[];
  /** Every attempt of every job and bridge, oldest first. */
  readonly jobs: JobRecord[];
}

/** A status that an external system has set; it has an id if it came through the API. */
export interface ExternalStatusRecord {
  readonly id: number | undefined;
  readonly name: string;
  status: string;
  /** A later one of its name took its place. */
  retried: boolean;
  readonly allowFailure: boolean;
  description: string | undefined;
  targetUrl: string | undefined;
  /** Percent. */
  coverage: number | undefined;
}

/** A period of a job with one status; `Infinity` waits for a user. */
export interface JobStep {
  readonly status: string;
  readonly forMs: number;
}

export type StepOwner =
  | { readonly kind: 'job'; readonly script: JobScript }
  | { readonly kind: 'bridge'; readonly script: BridgeScript };

export interface JobRecord {
  readonly id: number;
  readonly pipeline: PipelineRecord;
  readonly owner: StepOwner;
  readonly name: string;
  readonly stage: string;
  readonly allowFailure: boolean;
  /** From 1; counts every retry. */
  readonly attempt: number;
  /** `replay`: a user retried it, so it neither waits to be played nor fails as scripted. */
  readonly mode: 'first' | 'replay';
  readonly createdMs: number;
  /** A later attempt replaced it. */
  retried: boolean;
  /** False until its stage has been reached. */
  activated: boolean;
  status: string;
  steps: readonly JobStep[];
  stepIndex: number;
  /** When the current step ends; `Infinity` if nothing happens by itself. */
  dueMs: number;
  /** How it ends after its steps. */
  ending: string;
  queuedMs: number | undefined;
  startedMs: number | undefined;
  finishedMs: number | undefined;
  failureReason: string | undefined;
  downstream: PipelineRecord | undefined;
  /** When a user erased its log and its artifacts. */
  erasedMs: number | undefined;
  /** `kept`: they no longer expire; `deleted`: the log stays. */
  artifactsFate: 'as_scripted' | 'kept' | 'deleted';
}

/** The last and the next pull of a mirror. */
export interface MirrorRecord {
  readonly description: MirrorDescription;
  lastUpdateMs: number | undefined;
  /** When the requested pull ends. */
  pullMs: number | undefined;
}

/** A push that has not arrived yet. */
export interface PushRecord {
  readonly project: ProjectRecord;
  readonly user: UserRecord;
  readonly description: PushDescription;
  /** `Infinity` until it is triggered. */
  readonly atMs: number;
}

/** The complete state of a simulated GitLab. */
export interface Instance {
  /** Scheme, host and relative root, without a slash at the end. */
  externalUrl: string;
  readonly relativeUrlRoot: string;
  readonly release: ReleaseTraits;
  readonly users: ReadonlyMap<string, UserRecord>;
  readonly projects: ReadonlyMap<number, ProjectRecord>;
  readonly accessTokens: readonly AccessTokenRecord[];
  readonly jobTokens: readonly JobTokenRecord[];
  readonly pipelines: Map<number, PipelineRecord>;
  /** The jobs of all of them. */
  readonly jobs: Numbered<JobRecord>;
  /** The pipelines that can still change by themselves. */
  readonly moving: Agenda<PipelineRecord>;
  pushes: readonly PushRecord[];
  readonly throttle: ThrottleDescription | undefined;
  readonly pipelineCreationsPerMinute: number;
  readonly counters: WindowCounter;
  readonly maintenanceMessage: string;
  readonly artifactStorage: ArtifactStorage | undefined;
  writes: WriteMode;
  readonly changeTagMode: ChangeTagMode;
  /** By the id of the pipeline. */
  readonly changeTags: Map<number, ChangeTag>;
  readonly changeTagLagMs: number;
  readonly replicaLagMs: number;
  /** Hears of each pipeline in which something may have changed. */
  onChange: ((pipeline: PipelineRecord, atMs: number) => void) | undefined;
  readonly nextIds: { pipeline: number; job: number; trigger: number; request: number; tag: number };
}
