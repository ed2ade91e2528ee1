import type { Pipeline } from '../gitlab/pipeline.js';
import type { AcceptableOutcome } from '../inputs/trigger-request.js';
import type { ExternalStatuses } from './external-status.js';
import type { OpenAbout } from './judgement.js';
import type { PipelineSnapshot } from './snapshot.js';
import type { VerdictGrounds } from './verdict-grounds.js';
/** What became of a followed pipeline; the last two say that we do not know. */
export type Outcome = AcceptableOutcome | 'timeout' | 'outage';
/** The end of following. */
export interface Verdict {
    readonly outcome: Outcome;
    /** As last seen. */
    readonly pipeline: Pipeline;
    /** The last whole picture; absent when there never was one. */
    readonly snapshot: PipelineSnapshot | undefined;
    /** How long we followed, in milliseconds. */
    readonly elapsedMs: number;
    /** Which limit a `timeout` met. */
    readonly limit?: 'timeout' | 'queue_timeout' | undefined;
    /** What the verdict counts beside the pipeline itself, or in its place; absent when it is about the pipeline alone. */
    readonly grounds?: VerdictGrounds | undefined;
    /** Of a pipeline that failed although no job that GitLab lists has: what other systems say of its commit. */
    readonly externalStatuses?: ExternalStatuses | undefined;
    /** What GitLab did not tell when all that was seen had ended, in words. */
    readonly question?: string | undefined;
    /** `warnings` when that is whether a job failed that may; absent when it is a part of the tree. */
    readonly questionAbout?: OpenAbout | undefined;
}
