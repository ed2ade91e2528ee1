import type { RunResult } from '../gitlab/state/pipeline-script.js';
import type { ReleaseName } from '../gitlab/state/release.js';
import type {
  AccessTokenDescription,
  JobTokenDescription,
  Role,
  WriteMode,
} from '../gitlab/state/scenario.js';
import type { faultKinds, refusals } from './schema.js';

type ByName<T> = Readonly<Record<string, T>>;

/** A scenario file that matches the schema. */
export interface ScenarioFile {
  readonly release?: ReleaseName;
  readonly relative_url_root?: string;
  readonly users: ByName<{ readonly name?: string; readonly blocked?: boolean }>;
  readonly projects: ByName<FileProject>;
  readonly access_tokens?: readonly FileAccessToken[];
  readonly job_tokens?: readonly FileJobToken[];
  readonly pipelines?: ByName<FilePipeline>;
  readonly throttle?: {
    readonly authenticated_per_minute?: number;
    readonly unauthenticated_per_minute?: number;
    readonly text?: string;
  };
  readonly pipeline_creations_per_minute?: number;
  readonly writes?: WriteMode;
  readonly maintenance_message?: string;
  readonly faults?: readonly FileFaultRule[];
}

export interface FileProject {
  readonly id: number;
  readonly visibility?: 'public' | 'internal' | 'private';
  readonly public_pipelines?: boolean;
  readonly ci_enabled?: boolean;
  readonly archived?: boolean;
  readonly renamed_from?: string;
  readonly default_branch?: string;
  readonly members?: ByName<Role>;
  readonly variables_minimum_role?: 'no_one_allowed' | 'owner' | 'maintainer' | 'developer';
  readonly job_token_allowlist?: readonly number[];
  readonly inputs?: ByName<FileInput>;
  readonly trigger_tokens?: readonly {
    readonly token: string;
    readonly owner: string;
    readonly description?: string;
    readonly expires_at?: string;
  }[];
  readonly webhooks?: readonly FileWebhook[];
  readonly refs: ByName<FileRef>;
}

export interface FileWebhook {
  readonly url: string;
  readonly token?: string;
  readonly pipeline_events?: boolean;
  readonly job_events?: boolean;
  readonly enable_ssl_verification?: boolean;
}

export interface FileRef {
  readonly kind?: 'branch' | 'tag';
  readonly sha?: string;
  readonly protected?: Role | 'no_one';
  readonly pipeline?: string;
  readonly refuses?: (typeof refusals)[number];
}

export interface FileInput {
  readonly type: 'string' | 'number' | 'boolean' | 'array';
  readonly required?: boolean;
  readonly default?: string;
  readonly options?: readonly string[];
}

interface FileAccessToken extends Pick<
  AccessTokenDescription,
  'token' | 'user' | 'name' | 'scopes' | 'state'
> {
  readonly expires_at?: string;
  readonly project_id?: number;
}

interface FileJobToken extends Pick<JobTokenDescription, 'token' | 'user'> {
  readonly project_id: number;
  readonly job?: JobTokenDescription['job'];
}

export interface FilePipeline {
  readonly name?: string;
  readonly stages?: readonly string[];
  readonly created_for?: string;
  readonly coverage?: number;
  readonly jobs?: ByName<FileJob>;
}

export interface FileJob {
  readonly stage?: string;
  readonly needs?: readonly string[];
  readonly when?: 'on_success' | 'on_failure' | 'always';
  readonly allow_failure?: boolean;
  readonly queued?: string;
  readonly duration?: string;
  readonly delay?: string;
  readonly result?: RunResult | 'manual' | 'scheduled';
  readonly result_after_play?: RunResult;
  readonly result_after_retry?: RunResult;
  readonly retries_before_success?: number;
  readonly failure_reason?: string;
  readonly failures?: readonly string[];
  readonly log?: string;
  readonly coverage?: number;
  readonly tags?: readonly string[];
  readonly artifacts?: {
    readonly files?: ByName<string>;
    readonly reports?: readonly string[];
    readonly expire_after?: string;
  };
  readonly tests?: readonly FileTest[];
  readonly trigger?: FileBridge;
}

export interface FileTest {
  readonly name: string;
  readonly classname?: string;
  readonly file?: string;
  readonly status: 'success' | 'failed' | 'skipped' | 'error';
  readonly seconds?: number;
  readonly output?: string;
}

export interface FileBridge {
  readonly pipeline: string;
  readonly project_id?: number;
  readonly ref?: string;
  readonly strategy?: 'none' | 'depend' | 'mirror';
}

export interface FileFaultRule {
  readonly fault: (typeof faultKinds)[number];
  readonly method?: string;
  readonly path?: string;
  readonly nth?: number;
  readonly times?: number;
  readonly status?: number;
  readonly location?: string;
  readonly every?: string;
  readonly megabytes?: number;
  readonly retry_after?: string;
  readonly body?: string;
}
