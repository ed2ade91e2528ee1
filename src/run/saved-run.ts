import { redactedLine } from '../base/text.js';
import type { StateStore } from '../hosts/host.js';
import type { Pipeline } from '../model/pipeline.js';
import type { StartStake } from '../trigger/start-pipeline.js';
import type { RunDeps } from './context.js';

/** GitLab's own are far shorter. */
const maxUrlCharacters = 2000;

/** What the post step has to know of the main step. */
export interface SavedRun {
  readonly projectId: number;
  readonly pipelineId: number;
  readonly webUrl: string;
}

/**
 * Tells the post step which pipeline it is to cancel if nothing more is saved.
 * To be called as soon as the pipeline is known: a step can be killed at any time.
 */
export function saveUnsettled({ host }: RunDeps, { projectId, id: pipelineId, webUrl: url }: Pipeline): void {
  const webUrl = redactedLine(url, host.masker.redact, maxUrlCharacters);
  host.state.save('pipeline', JSON.stringify({ projectId, pipelineId, webUrl } satisfies SavedRun));
}

/**
 * Tells the post step that a request to start a pipeline is on its way, and by what its pipeline is known if
 * nothing more is saved. To be called before it is sent.
 */
export function saveStake({ host }: RunDeps, { run, knownId }: StartStake): void {
  host.state.save('pipeline', JSON.stringify({ run, knownId } satisfies StartStake));
}

/** Tells the post step that nothing is left to be done. */
export function saveSettled({ host }: RunDeps): void {
  host.state.save('pipeline', '');
}

/**
 * The pipeline that the main step left unsettled, or the request that may have started one; `undefined` when
 * there is neither.
 */
export function unsettledRun(state: StateStore): SavedRun | StartStake | undefined {
  const text = state.load('pipeline');
  if (text === undefined) return undefined;
  const saved: unknown = JSON.parse(text);
  if (typeof saved !== 'object' || saved === null) return undefined;
  if ('run' in saved && typeof saved.run === 'string') {
    const knownId = 'knownId' in saved && typeof saved.knownId === 'number' ? saved.knownId : undefined;
    return { run: saved.run, knownId };
  }
  if (!('projectId' in saved) || !('pipelineId' in saved) || !('webUrl' in saved)) return undefined;
  const { projectId, pipelineId, webUrl } = saved;
  if (typeof projectId !== 'number' || typeof pipelineId !== 'number') return undefined;
  return { projectId, pipelineId, webUrl: String(webUrl) };
}
