import type { JobState, PipelineNode } from './snapshot.js';

/** A pipeline of the tree, with the names of the trigger jobs that lead to it, outermost first. */
export interface TreePlace {
  readonly path: readonly string[];
  readonly node: PipelineNode;
}

/** Every pipeline of the tree, each before those below it. */
export function placesOf(node: PipelineNode, path: readonly string[] = []): readonly TreePlace[] {
  const below = node.bridges.flatMap(({ bridge, downstream }) =>
    downstream === undefined ? [] : placesOf(downstream, [...path, bridge.name]),
  );
  return [{ path, node }, ...below];
}

/** The jobs of a pipeline, trigger jobs among them. */
export function stepsOf({ jobs, bridges }: PipelineNode): readonly JobState[] {
  return [...jobs, ...bridges.map(({ bridge }): JobState => ({ job: bridge, attempt: 1, earlier: [] }))];
}
