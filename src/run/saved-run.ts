import { redactedLine } from '../base/text.js';
import type { StateStore } from '../hosts/host.js';
import { type Pipeline, unknownProjectId } from '../model/pipeline.js';
import type { PendingStart } from '../trigger/start-pipeline.js';
import type { RunDeps } from './context.js';

/** Real GitLab URLs are far shorter. */
const maxUrlCharacters = 2000;

/** What the post step needs to know about the main step. */
export interface SavedRun {
  /** Absent if it is unknown: the project is then the one of the inputs. */
  readonly projectId?: number | undefined;
  readonly pipelineId: number;
  readonly webUrl: string;
}

/**
 * Tells the post step which pipeline to cancel if nothing more is saved. Call this as soon as the pipeline is
 * known: a step can be killed at any time.
 */
export function saveUnsettled({ host }: RunDeps, { projectId, id: pipelineId, webUrl: url }: Pipeline): void {
  const webUrl = redactedLine(url, host.masker.redact, maxUrlCharacters);
  const known = projectId === unknownProjectId ? undefined : projectId;
  host.state.save('pipeline', JSON.stringify({ projectId: known, pipelineId, webUrl } satisfies SavedRun));
}

/**
 * Tells the post step that a request to start a pipeline is in flight, and how to identify its pipeline. Call
 * this before the request is sent.
 */
export function savePendingStart({ host }: RunDeps, { run, knownId }: PendingStart): void {
  host.state.save('pipeline', JSON.stringify({ run, knownId } satisfies PendingStart));
}

/** Tells the post step that nothing is left to do. */
export function saveSettled({ host }: RunDeps): void {
  host.state.save('pipeline', '');
}

/**
 * The pipeline that the main step left unsettled, or the request that may have started one; `undefined` if
 * there is neither.
 */
export function unsettledRun(state: StateStore): SavedRun | PendingStart | undefined {
  const text = state.load('pipeline');
  if (text === undefined) return undefined;
  const saved: unknown = JSON.parse(text);
  if (typeof saved !== 'object' || saved === null) return undefined;
  if ('run' in saved && typeof saved.run === 'string') {
    const knownId = 'knownId' in saved && typeof saved.knownId === 'number' ? saved.knownId : undefined;
    return { run: saved.run, knownId };
  }
  if (!('pipelineId' in saved) || !('webUrl' in saved)) return undefined;
  const { pipelineId, webUrl } = saved;
  const projectId = 'projectId' in saved ? saved.projectId : undefined;
  if (typeof pipelineId !== 'number') return undefined;
  if (projectId !== undefined && typeof projectId !== 'number') return undefined;
  return { projectId, pipelineId, webUrl: String(webUrl) };
}
