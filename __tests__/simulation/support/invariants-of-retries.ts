import type { PipelineTreeView } from '../../../src/simulator/gitlab/api/pipeline-entity.js';
import type { Evidence } from './evidence.js';
import { mayHaveWorked } from './invariants-of-start.js';
import { type Violation, unless } from './violation.js';
import type { Exchange } from './wire.js';

/** A job is retried only where that was asked for, no attempt twice, and no job too often. */
export function retryFaults({ life, exchanges }: Evidence): readonly Violation[] {
  const retries = exchanges.filter(isRetryPost);
  const most = Number(life.story.inputs.retry_failed ?? '') || 0;
  if (retries.length === 0) return [];
  const trees = life.exchanges.flatMap(({ tree, treeBefore }) => [tree, treeBefore]);
  const jobs = jobsIn([...trees, life.treeAfterMain, life.finalTree].filter((tree) => tree !== undefined));
  const counts = new Map<string, number>();
  for (const retry of retries.filter(hasRetried)) {
    const job = jobs.get(idOf(retry)) ?? String(idOf(retry));
    counts.set(job, (counts.get(job) ?? 0) + 1);
  }
  const repeated = retries.filter((retry, index) =>
    retries.slice(0, index).some((before) => idOf(before) === idOf(retry) && mayHaveWorked(before)),
  );
  return [
    ...unless(most > 0, 'only who asks for it retries jobs', () => `${retries.length} retries`),
    ...unless(
      [...counts.values()].every((count) => count <= most),
      'no job is retried more often than it may be',
      () => `${JSON.stringify([...counts])}, and ${most} may be`,
    ),
    ...unless(repeated.length === 0, 'no attempt is retried twice', () => repeated.map(idOf).join()),
  ];
}

export function isRetryPost({ method, url }: Pick<Exchange, 'method' | 'url'>): boolean {
  return method === 'POST' && /\/jobs\/\d+\/retry$/.test(url.pathname);
}

function idOf({ url }: Exchange): number {
  return Number(/\/jobs\/(\d+)\/retry$/.exec(url.pathname)?.[1]);
}

function hasRetried({ worked, status = 201 }: Exchange): boolean {
  return worked && status < 300;
}

/** Which job of which pipeline each attempt belongs to. */
function jobsIn(trees: readonly PipelineTreeView[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const add = ({ id: pipelineId, jobs }: PipelineTreeView): void => {
    for (const { id, name, downstream } of jobs) {
      found.set(id, `${name} of ${pipelineId}`);
      if (downstream !== undefined) add(downstream);
    }
  };
  for (const tree of trees) add(tree);
  return found;
}
