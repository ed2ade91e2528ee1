import type { TestTotals } from '../gitlab/test-totals.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { PipelineMoment } from '../report/pipeline-moment.js';

/**
 * Tells those who look at the commit or at the pull request how the pipeline stands. All of it is best effort, and goes on in the background: nothing throws, and the colour of the step
 * never depends on it.
 */
export interface Feedback {
  /** The pipeline is there. */
  readonly begin: (pipeline: Pipeline) => void;
  /** What became of it; only the first moment counts. */
  readonly end: (moment: PipelineMoment) => void;
  /** The run ended with an error before anything was known. Says nothing when the step was stopped before there was a pipeline. */
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
