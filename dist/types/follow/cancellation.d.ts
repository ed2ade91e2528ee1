import type { Pipeline } from '../gitlab/pipeline.js';
/** What became of the wish to cancel one pipeline. `left_running`: it was not, or nobody knows. */
export interface Cancellation {
    readonly pipeline: Pipeline;
    readonly result: 'canceled' | 'canceling' | 'already_ended' | 'left_running';
    /** Whether one that has ended otherwise was still going on when GitLab took the request. */
    readonly meanwhile?: true | undefined;
    /** Why it was left running. */
    readonly why?: string | undefined;
}
