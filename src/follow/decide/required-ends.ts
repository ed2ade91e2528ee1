import { isTerminalStatus } from '../../model/pipeline.js';
import type { BridgeState, PipelineNode } from '../../model/snapshot.js';
import { endOfPipeline } from './pipeline-end.js';
import type { End, DecisionRules } from './rules.js';

/** What a trigger job brings to a verdict that counts the pipelines below (`downstream: require`). */
export interface RequiredEnd {
  /** Names of the trigger jobs that lead there, outermost first. */
  readonly path: readonly string[];
  readonly state: BridgeState;
  /** In what kind of pipeline the trigger job is. */
  readonly above: PipelineNode;
  /** `undefined` while it goes on. */
  readonly end: End | undefined;
  /** What GitLab does not tell, so that nobody knows how it ended. */
  readonly question?: string | undefined;
}

/**
 * How everything below a pipeline ended, each trigger job before what is below it. One that may not be read
 * is judged by its trigger job's word. A trigger job that never ran has nothing below.
 */
export function requiredEnds(
  node: PipelineNode,
  onManual: DecisionRules['onManual'],
  path: readonly string[] = [],
): readonly RequiredEnd[] {
  return node.bridges.flatMap((state): readonly RequiredEnd[] => {
    const at = { path: [...path, state.bridge.name], state, above: node };
    const { downstream } = state;
    if (downstream !== undefined) {
      const end = endOfPipeline(downstream, onManual);
      return [{ ...at, end }, ...requiredEnds(downstream, onManual, at.path)];
    }
    const found = unseenEnd(state, node, onManual);
    return found === undefined ? [] : [{ ...at, ...found }];
  });
}

/** Which lists of trigger jobs are known to lack some, in words; `undefined` when all are whole. */
export function unseenBridges(node: PipelineNode): string | undefined {
  const below = node.bridges.flatMap(({ downstream }) => (downstream === undefined ? [] : [downstream]));
  return node.incomplete?.bridges ?? below.map(unseenBridges).find((why) => why !== undefined);
}

function unseenEnd(
  { bridge }: BridgeState,
  above: PipelineNode,
  onManual: DecisionRules['onManual'],
): Pick<RequiredEnd, 'end' | 'question'> | undefined {
  const details = bridge.downstream?.status ?? bridge.unreadDownstream?.status;
  if (details !== undefined) return { end: endByWord(details, onManual) };
  // A better outcome than that of the pipeline above it cannot come of it: only what is worse matters, and
  // that is open.
  const nothing: End = { outcome: 'success', certainty: 'firm' };
  if (bridge.unreadDownstream !== undefined) {
    return { end: nothing, question: `GitLab does not tell which pipeline ${bridge.name} started` };
  }
  switch (bridge.status) {
    case 'success':
      return { end: nothing, question: `GitLab shows no pipeline that ${bridge.name} started` };
    case 'failed':
    case 'canceled':
      // What was required was never started.
      return { end: { outcome: bridge.status, certainty: 'firm' } };
    case 'skipped':
      return undefined;
    case 'manual':
      if (bridge.allowFailure) return undefined;
      break;
  }
  return above.pipeline.status === 'success' ? { end: undefined } : undefined;
}

function endByWord(status: string, onManual: DecisionRules['onManual']): End | undefined {
  if (status === 'manual') return onManual === 'stop' ? { outcome: 'manual', certainty: 'firm' } : undefined;
  return isTerminalStatus(status) ? { outcome: status, certainty: 'firm' } : undefined;
}
