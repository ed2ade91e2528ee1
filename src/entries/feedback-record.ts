import { redactedLine } from '../base/foreign-text.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { Host } from '../hosts/ports.js';
import { commitStateOf, momentSentence, type PipelineMoment } from '../report/pipeline-moment.js';
import { saveFeedback, type FeedbackKind, type SavedFeedback } from './feedback-state.js';

/** Keeps what the post step has to know true at every moment. */
export interface FeedbackRecord {
  readonly begun: (pipeline: Pipeline) => void;
  readonly ended: (moment: PipelineMoment) => void;
  /** The last moment was told, or never can be. */
  readonly closed: (kind: FeedbackKind) => void;
}

export function createFeedbackRecord(
  { state, masker }: Pick<Host, 'state' | 'masker'>,
  { identity, kinds }: { readonly identity: string; readonly kinds: readonly FeedbackKind[] },
): FeedbackRecord {
  const shownUrl = (url: string): string => redactedLine(url, masker.redact, 2000);
  let open = kinds;
  let last: Pick<SavedFeedback, 'pipeline' | 'state' | 'sentence'> | undefined;
  const save = (): void => {
    if (last !== undefined) saveFeedback(state, { identity, open, ...last });
  };
  return {
    begun: ({ id, webUrl }) => {
      last = {
        pipeline: { id, webUrl: shownUrl(webUrl) },
        state: 'error',
        sentence: `The step was killed before pipeline ${id} ended`,
      };
      save();
    },
    ended: (moment) => {
      if (moment.pipeline === undefined) return;
      const { id, webUrl } = moment.pipeline;
      const sentence = redactedLine(momentSentence(moment), masker.redact, 2000);
      last = { pipeline: { id, webUrl: shownUrl(webUrl) }, state: commitStateOf(moment), sentence };
      save();
    },
    closed: (kind) => {
      open = open.filter((other) => other !== kind);
      save();
    },
  };
}
