import type { AcceptableOutcome } from '../inputs/trigger-request.js';
/** What a verdict counts, so that whoever explains it counts the same. */
export interface VerdictGrounds {
    /** The jobs that it is about (`jobs`), by id. */
    readonly jobIds?: readonly number[] | undefined;
    /**
     * With `downstream: require`, where every pipeline of the tree counts as itself, whatever its trigger job may: the parts below that brought the outcome. Empty when the pipeline
     * itself did.
     */
    readonly below?: readonly RequiredPart[] | undefined;
}
/** A part of the tree that was required, and ended as the verdict says. */
export interface RequiredPart {
    /** Names of the trigger jobs that lead there, outermost first. */
    readonly path: readonly string[];
    readonly outcome: AcceptableOutcome;
    /** `child`: a pipeline of the same project. `trigger_job`: it started no pipeline. */
    readonly kind: 'child' | 'downstream' | 'trigger_job';
    /** The page of the pipeline, or of the trigger job. */
    readonly webUrl: string;
}
