/** What a pipeline will do, and when. All times are milliseconds of the simulator's clock. */
export interface PipelineScript {
  /** In order; stages that only jobs name come after these, in order of appearance. */
  readonly stages?: readonly string[] | undefined;
  /**
   * Without jobs and without a timeline, the pipeline stays `created` forever, as after a lost background
   * task.
   */
  readonly jobs?: readonly JobScript[] | undefined;
  readonly bridges?: readonly BridgeScript[] | undefined;
  /** How long the pipeline stays `created` before its first stage starts; 200 when absent. */
  readonly createdForMs?: number | undefined;
  /**
   * Statuses by age, known or unknown, shown instead of the status of the jobs; the response to the POST also
   * has the first one.
   */
  readonly statusTimeline?: readonly StatusMoment[] | undefined;
  /** The result of `workflow:name`. */
  readonly name?: string | undefined;
  readonly yamlErrors?: string | undefined;
  /** Percent; the mean of the jobs' coverage when absent. */
  readonly coverage?: number | undefined;
  /** Each belongs to the job of its name, or to that job's numbered parts. */
  readonly tests?: readonly TestSuiteScript[] | undefined;
  /**
   * Statuses of external systems on its commit, set from the beginning: they count for its status, and are in
   * no list of jobs.
   */
  readonly externalStatuses?: readonly ExternalStatusScript[] | undefined;
  /** How long after the end of a job GitLab has counted its tests; 0 when absent. */
  readonly testsCountedAfterMs?: number | undefined;
}

export interface ExternalStatusScript {
  readonly name: string;
  readonly status: 'pending' | 'running' | 'success' | 'failed' | 'canceled' | 'skipped';
  readonly allowFailure?: boolean | undefined;
  readonly description?: string | undefined;
  readonly targetUrl?: string | undefined;
}

export interface StatusMoment {
  readonly afterMs: number;
  readonly status: string;
}

export type JobResult = 'success' | 'failed' | 'canceled' | 'skipped' | 'manual' | 'scheduled';

/** How a job that actually runs can end. */
export type RunResult = 'success' | 'failed' | 'canceled' | 'skipped';

interface StepScript {
  readonly name: string;
  /** `test` when absent, as in GitLab. */
  readonly stage?: string | undefined;
  /** Other jobs that it waits for instead of the earlier stages; if empty, it waits for nothing. */
  readonly needs?: readonly string[] | undefined;
  /** `on_success` when absent. */
  readonly when?: 'on_success' | 'on_failure' | 'always' | undefined;
  readonly allowFailure?: boolean | undefined;
  /** From pending to running; 0 when absent. */
  readonly queuedMs?: number | undefined;
  readonly failureReason?: string | undefined;
}

export interface JobScript extends StepScript {
  /**
   * How the job ends. `manual` waits for a user to play it (blocking the pipeline unless `allowFailure`),
   * `scheduled` starts by itself after `startAfterMs`; both then end as `resultAfterPlay` says. `success`
   * when absent.
   */
  readonly result?: JobResult | undefined;
  /** `success` when absent. */
  readonly resultAfterPlay?: RunResult | undefined;
  /** The result of a manual retry; the same result as before when absent. */
  readonly resultAfterRetry?: RunResult | undefined;
  /**
   * Reasons for which its first attempts fail, in this order, whoever retries them; `result` comes with the
   * attempt after them.
   */
  readonly failures?: readonly string[] | undefined;
  /** Extra time before the job leaves `created`, or the time it stays `scheduled`. */
  readonly startAfterMs?: number | undefined;
  /** Statuses before `pending`, e.g. `preparing` or `waiting_for_resource`. */
  readonly before?: readonly { readonly status: string; readonly forMs: number }[] | undefined;
  /** From running to the result; 1,000 when absent. */
  readonly durationMs?: number | undefined;
  /** How long a canceled running job stays `canceling`; 0 when absent. */
  readonly cancelingForMs?: number | undefined;
  /** This many attempts fail and are retried by GitLab itself before `result`; 0 when absent. */
  readonly retriesBeforeSuccess?: number | undefined;
  /**
   * The whole log, of which a running job shows the lines due so far; or a function of the time since the job
   * started.
   */
  readonly log?: string | ((run: LogMoment) => string) | undefined;
  /** Percent. */
  readonly coverage?: number | undefined;
  readonly artifacts?: readonly ArtifactScript[] | undefined;
  /** How long after its end GitLab keeps the artifacts; forever when absent. */
  readonly artifactsExpireAfterMs?: number | undefined;
  readonly tags?: readonly string[] | undefined;
}

export interface LogMoment {
  readonly elapsedMs: number;
  readonly state: 'running' | 'ended';
  /** 1 for the first run of this job, 2 for the first retry. */
  readonly attempt: number;
}

export interface ArtifactScript {
  /** `archive` is the downloadable one; the others are only listed. */
  readonly fileType: string;
  readonly filename: string;
  /** The size that GitLab shows; the true size of the archive when absent. */
  readonly sizeBytes?: number | undefined;
  readonly fileFormat?: 'raw' | 'zip' | 'gzip' | undefined;
  /** What is in the archive, by path; each can also be fetched alone. */
  readonly files?: Readonly<Record<string, string | Buffer>> | undefined;
  /** The archive itself, if it is not a valid one made of `files`. */
  readonly archive?: Buffer | ArchiveStream | undefined;
}

/** An archive that is too large for memory. */
export interface ArchiveStream {
  /** A different name means a different archive. */
  readonly name: string;
  readonly bytes: number;
  readonly open: (fromByte: number) => AsyncIterable<Buffer>;
}

/** A trigger job. Without `downstream` it fails with `failureReason`. */
export interface BridgeScript extends StepScript {
  /**
   * `depend` waits for the downstream pipeline and passes or fails as it does; `mirror` (18.2) also becomes
   * manual or skipped as it does; `none` (when absent) succeeds as soon as it is created.
   */
  readonly strategy?: 'none' | 'depend' | 'mirror' | undefined;
  readonly downstream?: DownstreamScript | undefined;
  /**
   * What the list of trigger jobs shows of the downstream pipeline: `nothing` (null), only its `status`, or
   * `garbled` (an object without even that); everything when absent.
   */
  readonly tells?: 'nothing' | 'status' | 'garbled' | undefined;
}

export interface DownstreamScript {
  /** Another project's id; a child pipeline of the same project when absent. */
  readonly projectId?: number | undefined;
  /** The upstream's ref when absent. */
  readonly ref?: string | undefined;
  readonly script: PipelineScript;
}

export interface TestSuiteScript {
  readonly name: string;
  readonly cases: readonly TestCaseScript[];
  /** Why GitLab could not read the report; it has no cases then. */
  readonly error?: string | undefined;
}

export interface TestCaseScript {
  readonly name: string;
  readonly classname?: string | undefined;
  readonly status: 'success' | 'failed' | 'skipped' | 'error';
  readonly file?: string | undefined;
  /** Seconds. */
  readonly executionTime?: number | undefined;
  /** An object is what GitLab makes of a failure that has attributes and no text. */
  readonly systemOutput?: string | Readonly<Record<string, string>> | undefined;
}

/** The request that started a scripted pipeline. */
export interface ScriptRequest {
  readonly ref: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, unknown>>;
}
