import type { AcceptableOutcome } from '../../model/requests.js';
import {
  type BridgeState,
  type PipelineNode,
  type PipelineSnapshot,
  placesOf,
  stepsOf,
} from '../../model/snapshot.js';

/** Whether passing depends on the difference between `success` and `warnings`. */
export function tellsWarningsApart(accept: ReadonlySet<AcceptableOutcome>): boolean {
  return accept.has('success') !== accept.has('warnings');
}

/**
 * The detailed statuses that show whether a job failed that is allowed to. One of another moment (`running`)
 * shows nothing.
 */
const telling: ReadonlySet<string> = new Set(['success', 'success-with-warnings']);

/**
 * Why it is unknown whether a job failed that is allowed to, in words, for a tree that passed and shows no
 * such job; `undefined` if GitLab shows it. GitLab's `success` means both, so the detailed status or all jobs
 * are needed.
 */
export function untoldWarnings(
  { root, failure }: PipelineSnapshot,
  downstream: 'ignore' | 'show' | 'require',
): string | undefined {
  if (downstream !== 'require') return untoldOf(root, failure);
  const nodes = placesOf(root).map(({ node }) => node);
  const words = nodes.flatMap(({ bridges }) => bridges.filter(isKnownByWord));
  return (
    nodes.map((node) => untoldOf(node, failure)).find((why) => why !== undefined) ??
    words.map(({ bridge }) => `GitLab shows only the status of the pipeline that ${bridge.name} started`)[0]
  );
}

/** The same for one pipeline alone. */
export function untoldOf(node: PipelineNode, failure?: string): string | undefined {
  const { pipeline, incomplete } = node;
  if (pipeline.status !== 'success' || telling.has(pipeline.statusGroup ?? '')) return undefined;
  const why = incomplete?.jobs ?? incomplete?.bridges ?? failure;
  return why ?? (stepsOf(node).length === 0 ? `GitLab shows no job of pipeline ${pipeline.id}` : undefined);
}

/** Of a pipeline whose downstream pipeline cannot be read, only the status of the trigger job is known. */
function isKnownByWord({ bridge, downstream }: BridgeState): boolean {
  const word = bridge.downstream?.status ?? bridge.unreadDownstream?.status;
  return downstream === undefined && word === 'success';
}
