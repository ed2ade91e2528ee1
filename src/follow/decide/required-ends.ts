import { isTerminalStatus } from '../../model/pipeline.js';
import type { BridgeState, PipelineNode } from '../../model/snapshot.js';
import { endOfPipeline } from './pipeline-end.js';
import type { End, DecisionRules } from './rules.js';

/** What a trigger job contributes to a verdict that counts downstream pipelines (`downstream: require`). */
export interface RequiredEnd {
  /** Names of the trigger jobs on the way, outermost first. */
  readonly path: readonly string[];
  readonly state: BridgeState;
  /** The pipeline that has the trigger job. */
  readonly above: PipelineNode;
  /** `undefined` while it runs. */
  readonly end: End | undefined;
  /** What GitLab does not show, so that the end is unknown. */
  readonly question?: string | undefined;
}

/**
 * How everything below a pipeline ended, each trigger job before what is below it. A pipeline that GitLab
 * does not let us read is judged by the status of its trigger job; one beyond a limit of ours stays a
 * question, unless it failed. A trigger job that never ran has nothing below it.
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

/** The lists of trigger jobs that are known to be incomplete, in words; `undefined` if all are complete. */
export function unseenBridges(node: PipelineNode): string | undefined {
  const below = node.bridges.flatMap(({ downstream }) => (downstream === undefined ? [] : [downstream]));
  return node.incomplete?.bridges ?? below.map(unseenBridges).find((why) => why !== undefined);
}

function unseenEnd(
  { bridge, cutOff }: BridgeState,
  above: PipelineNode,
  onManual: DecisionRules['onManual'],
): Pick<RequiredEnd, 'end' | 'question'> | undefined {
  const details = bridge.downstream?.status ?? bridge.unreadDownstream?.status;
  if (details !== undefined) {
    const end = endByStatus(details, onManual);
    // What is below it may have failed all the same.
    return cutOff === undefined || end?.outcome === 'failed' ? { end } : { end, question: cutOff };
  }
  // The part below cannot improve the outcome of the pipeline above. Only a worse outcome matters, and that
  // is open.
  const nothing: End = { outcome: 'success', certainty: 'firm' };
  if (bridge.unreadDownstream !== undefined) {
    return { end: nothing, question: `GitLab does not show which pipeline ${bridge.name} started` };
  }
  switch (bridge.status) {
    case 'success':
      return { end: nothing, question: `GitLab shows no pipeline that ${bridge.name} started` };
    case 'failed':
    case 'canceled':
      // The required pipeline was never started.
      return { end: { outcome: bridge.status, certainty: 'firm' } };
    case 'skipped':
      return undefined;
    case 'manual':
      // It mirrors a pipeline that waits.
      if (bridge.startedAt !== undefined)
        return { end: nothing, question: `GitLab shows no pipeline that ${bridge.name} started` };
      if (bridge.allowFailure) return undefined;
      break;
  }
  return above.pipeline.status === 'success' ? { end: undefined } : undefined;
}

function endByStatus(status: string, onManual: DecisionRules['onManual']): End | undefined {
  if (status === 'manual') return onManual === 'stop' ? { outcome: 'manual', certainty: 'firm' } : undefined;
  return isTerminalStatus(status) ? { outcome: status, certainty: 'firm' } : undefined;
}
