import type { AcceptableOutcome } from '../../model/requests.js';
import {
  type BridgeState,
  type PipelineNode,
  type PipelineSnapshot,
  placesOf,
  stepsOf,
} from '../../model/snapshot.js';

/** Whether a pass depends on telling a success from one with warnings. */
export function tellsWarningsApart(accept: ReadonlySet<AcceptableOutcome>): boolean {
  return accept.has('success') !== accept.has('warnings');
}

/**
 * The detailed statuses that tell whether a job failed that may. One of another moment (`running`) tells
 * nothing.
 */
const telling: ReadonlySet<string> = new Set(['success', 'success-with-warnings']);

/**
 * Why nobody knows whether a job failed that may, in words, of a tree that passed and shows no such job;
 * `undefined` where GitLab tells. GitLab's `success` is one word for both, so it takes the detailed status or
 * all of the jobs.
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

/** The same of one pipeline alone. */
export function untoldOf(node: PipelineNode, failure?: string): string | undefined {
  const { pipeline, incomplete } = node;
  if (pipeline.status !== 'success' || telling.has(pipeline.statusGroup ?? '')) return undefined;
  const why = incomplete?.jobs ?? incomplete?.bridges ?? failure;
  return why ?? (stepsOf(node).length === 0 ? `GitLab shows no job of pipeline ${pipeline.id}` : undefined);
}

/**
 * That of a pipeline below which may not be read nothing is known but what its trigger job says of its
 * status.
 */
function isKnownByWord({ bridge, downstream }: BridgeState): boolean {
  const word = bridge.downstream?.status ?? bridge.unreadDownstream?.status;
  return downstream === undefined && word === 'success';
}
