import type { Verdict } from '../follow/verdict.js';
import type { Pipeline } from '../gitlab/pipeline.js';

/** The outputs of the root action, in the order in which people need them. The action's metadata and the README say the same (a test compares). */
export const triggerOutputs = [
  { name: 'pipeline_id', description: 'Id of the pipeline, unique on the GitLab instance.' },
  { name: 'web_url', description: 'The page of the pipeline in GitLab.' },
  { name: 'pipeline_iid', description: 'Number of the pipeline within its project, as `CI_PIPELINE_IID`.' },
  { name: 'project_id', description: 'Numeric id of the project.' },
  { name: 'ref', description: 'Short name of the branch or tag the pipeline runs on.' },
  { name: 'sha', description: 'The commit the pipeline runs on.' },
  { name: 'created_at', description: "When GitLab created the pipeline: ISO 8601, GitLab's clock." },
  {
    name: 'status',
    description:
      "The pipeline's status in GitLab's own word, as last seen: `created`, `running`, `success`, `failed`, …",
  },
  {
    name: 'outcome',
    description:
      'What became of it: `triggered` (not followed), `success`, `warnings`, `failed`, `canceled`, `skipped`, `manual`, `timeout`, `outage`, `aborted`.',
  },
  {
    name: 'duration',
    description:
      'Whole seconds the pipeline ran, as GitLab counts them; set when it was followed to its end.',
  },
  { name: 'coverage', description: 'Test coverage in percent, where the pipeline reports one.' },
] as const;

export type OutputName = (typeof triggerOutputs)[number]['name'];

export type Outputs = Readonly<Partial<Record<OutputName, string>>>;

/** What is known as soon as GitLab has answered the request to start the pipeline. */
export function startOutputs(pipeline: Pipeline): Outputs {
  return known({
    pipeline_id: String(pipeline.id),
    web_url: pipeline.webUrl,
    pipeline_iid: pipeline.iid?.toString(),
    project_id: String(pipeline.projectId),
    ref: pipeline.ref,
    sha: pipeline.sha,
    created_at: pipeline.createdAt,
    status: pipeline.status,
    outcome: 'triggered',
  });
}

/** What the end of following adds. */
export function verdictOutputs({ outcome, pipeline }: Verdict): Outputs {
  return known({
    status: pipeline.status,
    outcome,
    duration:
      pipeline.durationSeconds === undefined ? undefined : String(Math.round(pipeline.durationSeconds)),
    coverage: pipeline.coverage,
  });
}

function known(outputs: Readonly<Partial<Record<OutputName, string | undefined>>>): Outputs {
  return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== undefined));
}
