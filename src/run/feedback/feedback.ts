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
 * Tells those who look at the commit or at the pull request how the pipeline stands. All of it is best
 * effort, and goes on in the background: nothing throws, and the color of the step never depends on it.
 */
export interface Feedback {
  /** The pipeline is there. */
  readonly begin: (pipeline: Pipeline) => void;
  /** What became of it; only the first moment counts. */
  readonly end: (moment: PipelineMoment) => void;
  /**
   * The run ended with an error before anything was known. Says nothing when the step was stopped before
   * there was a pipeline.
   */
  readonly fail: (error: unknown) => void;
  /** Results that come after the end. */
  readonly addTests: (tests: TestTotals | undefined) => void;
  /** Gives what is still under way a little time, and says once what did not work. */
  readonly close: () => Promise<void>;
}

/** For runs that nobody wants to hear of. */
export const noFeedback: Feedback = {
  begin: () => undefined,
  end: () => undefined,
  fail: () => undefined,
  addTests: () => undefined,
  close: () => Promise.resolve(),
};

/**
 * A moment in the life of a pipeline that people hear of who look at a commit or a pull request, and not at
 * this run.
 */
export type PipelineMoment =
  | { readonly kind: 'running'; readonly pipeline: Pipeline }
  | {
      readonly kind: 'ended';
      readonly outcome: ReportedOutcome;
      /** Whether the step passes with it. */
      readonly accepted: boolean;
      readonly pipeline: Pipeline;
      readonly snapshot: PipelineSnapshot | undefined;
      readonly elapsedMs: number;
      readonly grounds?: Verdict['grounds'];
      readonly externalStatuses?: Verdict['externalStatuses'];
    }
  /** All that is known is a sentence, and perhaps why. There need not be a pipeline. */
  | {
      readonly kind: 'told';
      readonly state: CommitState;
      readonly sentence: string;
      readonly why?: string | undefined;
      readonly pipeline: Pick<Pipeline, 'id' | 'webUrl'> | undefined;
    };

/**
 * GitHub's word for a moment. Only jobs that failed are the commit's own fault; all that tells nothing of the
 * commit is an error.
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

/** The moment in one line, as short as that can be. */
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
