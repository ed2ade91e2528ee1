import type { ConfiguredJob, MergedConfig } from './config.js';
import type { PipelineFacts } from './pipeline-facts.js';
import { policyPasses } from './policy.js';
import { decisionOf } from './rules.js';
import { type Answer, allOf, anyOf } from './tri-state.js';

/** The predicted jobs of a pipeline. */
export interface Prediction {
  /** Whether `workflow:rules` allow the pipeline. */
  readonly workflow: Answer;
  readonly jobs: readonly { readonly name: string; readonly runs: Answer }[];
  /** Jobs in the pipeline that need a job outside of it, which GitLab rejects. */
  readonly brokenNeeds: readonly { readonly job: string; readonly needs: string }[];
  /** Whether the pipeline would exist and have a job. */
  readonly runs: Answer;
}

/** GitLab creates no pipeline whose jobs are only in these stages. */
const edgeStages: ReadonlySet<string> = new Set(['.pre', '.post']);

/** Predicts by `workflow:rules` and the rules of each job which jobs a pipeline would have. Pure. */
export function predictJobs({ workflow, jobs }: MergedConfig, facts: PipelineFacts): Prediction {
  const { variables } = facts;
  const passesWorkflow: Answer =
    workflow === undefined ? 'yes' : decisionOf(workflow, { variables, defaultWhen: 'always' }).passes;
  const judged = jobs.map((job) => ({ job, ...judge(job, facts) }));
  const answers = new Map(judged.map(({ job, runs }) => [job.name, runs]));
  const brokenNeeds = judged.flatMap(({ job, runs, mayHaveNeeds }) =>
    runs !== 'yes' || mayHaveNeeds
      ? []
      : job.needs
          .filter((needed) => answers.get(needed) === 'no')
          .map((needed) => ({ job: job.name, needs: needed })),
  );
  const counted = judged.filter(({ job }) => !edgeStages.has(job.stage)).map(({ runs }) => runs);
  return {
    workflow: passesWorkflow,
    jobs: judged.map(({ job, runs }) => ({ name: job.name, runs })),
    brokenNeeds,
    runs: allOf([passesWorkflow, anyOf(counted), brokenNeeds.length > 0 ? 'no' : 'yes']),
  };
}

function judge(
  job: ConfiguredJob,
  facts: PipelineFacts,
): { readonly runs: Answer; readonly mayHaveNeeds: boolean } {
  if (job.rules === undefined) return { runs: policyPasses(job, facts), mayHaveNeeds: false };
  const { variables } = facts;
  const decision = decisionOf(job.rules, { variables, defaultWhen: job.when ?? 'on_success' });
  return { runs: decision.passes, mayHaveNeeds: decision.mayHaveNeeds };
}
