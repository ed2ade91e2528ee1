import { assertNever } from '../../base/assert-never.js';
import { formatDuration } from '../../base/duration.js';
import { cleanLine } from '../../base/text.js';
import type { CommitState } from '../../github/api.js';
import type { Pipeline } from '../../model/pipeline.js';
import type { PipelineSnapshot } from '../../model/snapshot.js';
import type { TestTotals } from '../../model/test-report.js';
import type { Verdict } from '../../model/verdict.js';
import { type ReportedOutcome, phraseOf } from '../../report/labels.js';
import { verdictSentence } from '../../report/verdict-message.js';

/**
 * Reports the state of the pipeline on the commit and on the pull request. All of it is best effort and runs
 * in the background. Nothing throws, and the result of the step never depends on it.
 */
export interface Feedback {
  /** The pipeline exists. */
  readonly begin: (pipeline: Pipeline) => void;
  /** How it ended. Only the first call has an effect. */
  readonly end: (moment: PipelineMoment) => void;
  /**
   * The run ended with an error before anything was known. Reports nothing if the step was stopped before
   * there was a pipeline.
   */
  readonly fail: (error: unknown) => void;
  /** Adds results that arrive after the end. */
  readonly addTests: (tests: TestTotals | undefined) => void;
  /** Waits a limited time for pending feedback, and logs once what failed. */
  readonly close: () => Promise<void>;
}

/** For runs without feedback. */
export const noFeedback: Feedback = {
  begin: () => undefined,
  end: () => undefined,
  fail: () => undefined,
  addTests: () => undefined,
  close: () => Promise.resolve(),
};

/** A state of a pipeline as it is reported on a commit or a pull request. */
export type PipelineMoment =
  | { readonly kind: 'running'; readonly pipeline: Pipeline }
  | {
      readonly kind: 'ended';
      readonly outcome: ReportedOutcome;
      /** Whether the step passes with this outcome. */
      readonly accepted: boolean;
      readonly pipeline: Pipeline;
      readonly snapshot: PipelineSnapshot | undefined;
      readonly elapsedMs: number;
      readonly grounds?: Verdict['grounds'];
      readonly externalStatuses?: Verdict['externalStatuses'];
    }
  /** Only a sentence is known, and perhaps a reason. There may be no pipeline. */
  | {
      readonly kind: 'told';
      readonly state: CommitState;
      readonly sentence: string;
      readonly why?: string | undefined;
      readonly pipeline: Pick<Pipeline, 'id' | 'webUrl'> | undefined;
    };

/**
 * GitHub's commit state for a pipeline state. Only failed jobs give `failure`, because only they are the
 * fault of the commit. Everything that says nothing about the commit gives `error`.
 */
export function commitStateOf(moment: PipelineMoment): CommitState {
  switch (moment.kind) {
    case 'running':
      return 'pending';
    case 'told':
      return moment.state;
    case 'ended':
      if (moment.accepted) return 'success';
      return moment.outcome === 'failed' || moment.outcome === 'warnings' ? 'failure' : 'error';
    default:
      return assertNever(moment);
  }
}

/** The state in one short line. */
export function momentSentence(moment: PipelineMoment): string {
  switch (moment.kind) {
    case 'running':
      return `Pipeline ${moment.pipeline.id} is running`;
    case 'told':
      return cleanLine(moment.sentence);
    case 'ended': {
      const { outcome, pipeline, elapsedMs } = moment;
      if (outcome !== 'aborted') return verdictSentence({ ...moment, outcome });
      return `Pipeline ${pipeline.id} ${phraseOf(outcome)} after ${formatDuration(elapsedMs)}: the step was stopped`;
    }
    default:
      return assertNever(moment);
  }
}
