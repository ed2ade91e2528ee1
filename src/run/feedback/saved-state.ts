import { redactedLine } from '../../base/text.js';
import type { CommitState } from '../../github/api.js';
import type { Host, StateStore } from '../../hosts/host.js';
import type { Pipeline } from '../../model/pipeline.js';
import { type PipelineMoment, commitStateOf, momentSentence } from './feedback.js';

/** What the post step needs to finish feedback that the main step could not finish. */
export interface SavedFeedback {
  readonly identity: string;
  readonly pipeline: Pick<Pipeline, 'id' | 'webUrl'>;
  /** What the post step reports if the main step saves nothing more. */
  readonly state: CommitState;
  readonly sentence: string;
  /** The kinds of feedback that are not finished. */
  readonly open: readonly FeedbackKind[];
}

export type FeedbackKind = 'comment' | 'status';

const stateName = 'feedback';

/** Call this before anything is sent: a step can be killed at any time. */
export function saveFeedback(state: StateStore, saved: SavedFeedback): void {
  state.save(stateName, saved.open.length === 0 ? '' : JSON.stringify(saved));
}

/** Whether the main step left feedback unfinished. */
export function isFeedbackOpen(state: StateStore): boolean {
  return (state.load(stateName) ?? '') !== '';
}

/**
 * The feedback that the main step left unfinished; `undefined` if there is none.
 * @throws {SyntaxError} when the saved state is not what this program wrote.
 */
export function openFeedbackOf(state: StateStore): SavedFeedback | undefined {
  const text = state.load(stateName);
  if (text === undefined || text === '') return undefined;
  const saved = JSON.parse(text) as Readonly<Record<keyof SavedFeedback, unknown>> | null;
  if (typeof saved !== 'object' || saved === null) return undefined;
  const { identity, pipeline, state: commitState, sentence, open } = saved;
  if (typeof identity !== 'string' || typeof sentence !== 'string' || !isPipeline(pipeline)) return undefined;
  if (!isCommitState(commitState) || !Array.isArray(open)) return undefined;
  const kinds = feedbackKinds.filter((kind) => open.includes(kind));
  return { identity, pipeline, state: commitState, sentence, open: kinds };
}

const feedbackKinds: readonly FeedbackKind[] = ['comment', 'status'];

function isPipeline(value: unknown): value is SavedFeedback['pipeline'] {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('webUrl' in value)) return false;
  return typeof value.id === 'number' && typeof value.webUrl === 'string';
}

function isCommitState(value: unknown): value is CommitState {
  return value === 'pending' || value === 'success' || value === 'failure' || value === 'error';
}

/** Keeps the saved state for the post step true at all times. */
export interface FeedbackRecord {
  readonly begun: (pipeline: Pipeline) => void;
  readonly ended: (moment: PipelineMoment) => void;
  /** The last state was sent or can never be sent. */
  readonly closed: (kind: FeedbackKind) => void;
}

/** Creates the record that keeps the saved feedback of the post step current. */
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
