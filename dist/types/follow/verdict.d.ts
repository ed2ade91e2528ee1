import type { Pipeline } from '../gitlab/pipeline.js';
import type { AcceptableOutcome } from '../inputs/trigger-request.js';
import type { PipelineSnapshot } from './snapshot.js';
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
}
