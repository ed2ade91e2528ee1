import { hasStartedPipeline } from '../../model/pipeline.js';
import type { PipelineSnapshot } from '../../model/snapshot.js';
import type { Outcome, RequiredPart, VerdictGrounds } from '../../model/verdict.js';
import { choicesOf, chosenJobs } from './by-jobs.js';
import type { JobSelection } from './job-selection.js';
import { endOfPipeline } from './pipeline-end.js';
import { requiredEnds } from './required-ends.js';
import type { DecisionRules } from './rules.js';

/** The jobs that an outcome rests on; `undefined` if it rests on the pipeline alone. */
export function groundsOf(
  { root }: PipelineSnapshot,
  given: { readonly rules: DecisionRules; readonly selection: JobSelection; readonly outcome: Outcome },
): VerdictGrounds | undefined {
  const { rules, selection, outcome } = given;
  if (selection.kind === 'some') {
    const jobs = chosenJobs(choicesOf({ root, unreadable: [] }, selection));
    return { jobIds: jobs.map(({ state }) => state.job.id) };
  }
  if (rules.downstream !== 'require') return undefined;
  if (endOfPipeline(root, rules.onManual)?.outcome === outcome) return { below: [] };
  const ends = requiredEnds(root, rules.onManual);
  const below = ends.flatMap(
    ({ path, state: { bridge, downstream }, above, end, question }): readonly RequiredPart[] => {
      if (end?.outcome !== outcome || question !== undefined) return [];
      const target = downstream?.pipeline ?? bridge.downstream;
      const isOwn = target === undefined || target.projectId === above.pipeline.projectId;
      const kind = hasStartedPipeline(bridge) ? (isOwn ? 'child' : 'downstream') : 'trigger_job';
      return [{ path, outcome: end.outcome, kind, webUrl: target?.webUrl ?? bridge.webUrl }];
    },
  );
  return { below };
}
