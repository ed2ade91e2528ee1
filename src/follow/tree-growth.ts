import { isTerminalStatus } from '../gitlab/pipeline-status.js';
import { isMoving } from './contradiction.js';
import type { Rules } from './judgement.js';
import { placesOf } from './pipeline-tree.js';
import type { BridgeState, PipelineNode, PipelineSnapshot } from './snapshot.js';

/**
 * Whether a picture may still gain jobs. A pipeline gets its jobs before it leaves `created`, a downstream pipeline comes when its trigger job has run.
 * `perhaps`: a trigger job has passed, and GitLab does not show, or not yet, what it started.
 */
export function growthOf(
  { root }: PipelineSnapshot,
  { downstream, onManual }: Rules,
): 'none' | 'perhaps' | 'sure' {
  if (downstream === 'ignore') return root.pipeline.status === 'created' ? 'sure' : 'none';
  const nodes = placesOf(root).map(({ node }) => node);
  if (nodes.some((node) => node.pipeline.status === 'created' || mayStartMore(node, onManual))) return 'sure';
  return nodes.some(({ bridges }) => bridges.some(isUnexplained)) ? 'perhaps' : 'none';
}

function mayStartMore({ pipeline, bridges }: PipelineNode, onManual: Rules['onManual']): boolean {
  const isOver = isTerminalStatus(pipeline.status);
  return bridges.some(({ bridge, ...state }) => {
    if (isStarted({ bridge, ...state }) || isTerminalStatus(bridge.status)) return false;
    if (isOver) return isMoving(bridge);
    // Nobody is waited for who might play it.
    return !(bridge.status === 'manual' && onManual === 'stop');
  });
}

function isStarted({ bridge }: BridgeState): boolean {
  return bridge.downstream !== undefined || bridge.unreadDownstream !== undefined;
}

function isUnexplained(state: BridgeState): boolean {
  return !isStarted(state) && state.bridge.status === 'success';
}

/** Why jobs that are there are not in the picture, in words; `undefined` when none is known to be missing. */
export function unseenJobs(
  { root }: PipelineSnapshot,
  { downstream }: Pick<Rules, 'downstream'>,
): string | undefined {
  const nodes = placesOf(root).map(({ node }) => node);
  const why = nodes
    .map(({ incomplete }) => incomplete?.jobs ?? incomplete?.bridges)
    .find((each) => each !== undefined);
  if (why !== undefined || downstream === 'ignore') return why;
  const bridges = nodes.flatMap((node) => node.bridges.map(({ bridge }) => bridge));
  const unread = bridges.find(({ unreadDownstream }) => unreadDownstream !== undefined);
  return unread && `GitLab does not tell which pipeline ${unread.name} started`;
}
