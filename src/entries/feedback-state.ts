import type { CommitState } from '../github/commit-status.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { StateStore } from '../hosts/ports.js';

/** What the post step has to know, to finish feedback that the main step could not. */
export interface SavedFeedback {
  readonly identity: string;
  readonly pipeline: Pick<Pipeline, 'id' | 'webUrl'>;
  /** What is to be said if nothing more is heard of the main step. */
  readonly state: CommitState;
  readonly sentence: string;
  /** What has not been brought to its end. */
  readonly open: readonly FeedbackKind[];
}

export type FeedbackKind = 'comment' | 'status';

const stateName = 'feedback';

/** To be called before anything is sent: a step can be killed at any time. */
export function saveFeedback(state: StateStore, saved: SavedFeedback): void {
  state.save(stateName, saved.open.length === 0 ? '' : JSON.stringify(saved));
}

/** Whether the main step left something open. */
export function isFeedbackOpen(state: StateStore): boolean {
  return (state.load(stateName) ?? '') !== '';
}

/**
 * What the main step left open; `undefined` when that is nothing.
 * @throws {SyntaxError} when somebody else has written there.
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
