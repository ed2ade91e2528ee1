import type { AcceptableOutcome, FollowRequest } from '../inputs/trigger-request.js';
/**
 * What one picture says about the end. `doubtful`: an outcome that the next look may well take back: parts of the picture contradict each other, or are
 * old. `open`: all that is seen has ended, and something that the verdict depends on is not seen. `unmatched`: a line of `jobs` fits no job, and none is to come;
 * `doubtful` as long as GitLab may only not show one yet.
 */
export type Decision = {
    readonly kind: 'going_on';
} | {
    readonly kind: 'doubtful';
    readonly outcome: AcceptableOutcome;
} | {
    readonly kind: 'open';
    readonly why: string;
    readonly about?: OpenAbout | undefined;
} | {
    readonly kind: 'unmatched';
    readonly certainty: End['certainty'];
} | {
    readonly kind: 'decided';
    readonly outcome: AcceptableOutcome;
};
/** `warnings`: GitLab says that the pipeline passed, and not whether a job failed that may. Absent: parts of the tree are not seen. */
export type OpenAbout = 'warnings';
/** How a picture is judged. Without `accept` nothing depends on whether a success is one with warnings. */
export type Rules = Pick<FollowRequest, 'downstream' | 'onManual'> & Partial<Pick<FollowRequest, 'accept'>>;
/** How a pipeline or a job ended. `doubtful`: nothing that GitLab says rules out that it goes on by itself. */
export interface End {
    readonly outcome: AcceptableOutcome;
    readonly certainty: 'firm' | 'doubtful';
}
/** The worst of them; `undefined` stands for what goes on. A failure needs no company: it is final whatever the others do. */
export declare function worstOf(ends: readonly (End | undefined)[]): End | undefined;
