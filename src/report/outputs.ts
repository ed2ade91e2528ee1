import { assertNever } from '../base/assert-never.js';
import type { ErrorParts } from '../base/errors.js';
import type { Pipeline } from '../model/pipeline.js';
import type { PipelineSnapshot } from '../model/snapshot.js';
import type { Cancellation, ExternalStatuses, Verdict } from '../model/verdict.js';
import { jobOutputs } from './json-outputs.js';
import { tokensOutputs } from './tokens.js';

const pipelineId = {
  name: 'pipeline_id',
  description: 'Id of the pipeline, unique on the GitLab instance.',
} as const;
const webUrl = { name: 'web_url', description: 'The page of the pipeline in GitLab.' } as const;
const status = {
  name: 'status',
  description:
    "The last known status of the pipeline, in GitLab's own word: `created`, `running`, `success`, `failed`, …",
} as const;

/** The outputs that identify the pipeline. */
const identityOutputs = [
  pipelineId,
  webUrl,
  { name: 'pipeline_iid', description: 'Number of the pipeline within its project, as `CI_PIPELINE_IID`.' },
  { name: 'project_id', description: 'Numeric id of the project.' },
  { name: 'ref', description: 'Short name of the branch or tag the pipeline runs on.' },
  { name: 'sha', description: 'The commit the pipeline runs on.' },
  { name: 'created_at', description: "When GitLab created the pipeline: ISO 8601, GitLab's clock." },
  status,
] as const;

/** The outputs that following adds. */
const followOutputs = [
  {
    name: 'duration',
    description:
      'Whole seconds the pipeline ran, as GitLab counts them; set when it was followed to its end.',
  },
  { name: 'coverage', description: 'Test coverage in percent, where the pipeline reports one.' },
  {
    name: 'jobs',
    description:
      'Every job of the pipeline and of its downstream pipelines as JSON, in the shape that docs/outputs.md describes; set when it was followed.',
  },
  {
    name: 'failed_jobs',
    description:
      'The failed ones among them, in the same shape; also those that may fail, with `allow_failure: true`.',
  },
  {
    name: 'downstream',
    description:
      'Trigger jobs and the child and downstream pipelines they started as JSON, in the shape that docs/outputs.md describes.',
  },
  {
    name: 'tests',
    description:
      'Test totals, suites and failed cases of the pipeline as JSON, in the shape that docs/outputs.md describes; set when a job left a test report.',
  },
  {
    name: 'values',
    description:
      'What `values_from` read, as a JSON object of texts: `fromJSON(steps.ID.outputs.values).KEY`. With `values_as_outputs` also `value_KEY` for each.',
  },
  {
    name: 'artifacts_path',
    description:
      'Absolute path of the folder with the requested artifacts, with `/` as the separator on Windows too.',
  },
] as const;

/**
 * The outputs of the root action, in the order in which users need them. A test compares them with the
 * action's metadata and docs/outputs.md.
 */
export const triggerOutputs = [
  ...identityOutputs,
  {
    name: 'outcome',
    description:
      'Outcome: `triggered` (not followed), `success`, `warnings`, `failed`, `canceled`, `skipped`, `manual`, `timeout`, `outage`, `aborted`.',
  },
  ...followOutputs,
  {
    name: 'checks',
    description:
      'For a dry run: the result of every check, as JSON in the shape that docs/outputs.md describes.',
  },
] as const;

/** The outputs of the sub-action `wait`. */
export const waitOutputs = [
  ...identityOutputs,
  {
    name: 'outcome',
    description:
      'Outcome: `success`, `warnings`, `failed`, `canceled`, `skipped`, `manual`, `timeout`, `outage`, `aborted`.',
  },
  ...followOutputs,
] as const;

/** The outputs of the sub-action `cancel`. */
export const cancelOutputs = [
  pipelineId,
  webUrl,
  status,
  {
    name: 'outcome',
    description:
      'Outcome: `canceled` when GitLab confirmed it, or how the pipeline had already ended: `success`, `failed`, `skipped`.',
  },
] as const;

/** The outputs of the sub-action `simulate`; its tokens are no secrets. */
export const simulateOutputs = [
  { name: 'url', description: 'Address of the simulated GitLab, without a trailing slash.' },
  {
    name: 'token',
    description:
      'The first trigger token of the scenario. It works nowhere else, and is not masked in the log.',
  },
  { name: 'access_token', description: 'The first access token of the scenario, likewise.' },
  {
    name: 'ca_file',
    description: 'With tls: the file with its CA certificate, for ca_certificate or NODE_EXTRA_CA_CERTS.',
  },
] as const;

export type SimulateOutputs = Readonly<Record<(typeof simulateOutputs)[number]['name'], string>>;

/** The name of every output that a command writes to a file. */
export const outputNames: readonly string[] = [
  ...new Set([...triggerOutputs, ...waitOutputs, ...cancelOutputs, ...tokensOutputs].map(({ name }) => name)),
];

export type OutputName = (typeof triggerOutputs)[number]['name'];

export type Outputs = Readonly<Partial<Record<OutputName, string>>>;

/** The outputs known as soon as GitLab has answered the request to start the pipeline. */
export function startOutputs(pipeline: Pipeline): Outputs {
  return { ...foundOutputs(pipeline), outcome: 'triggered' };
}

/** The first outputs of a pipeline that GitLab has created: only its ID is known. */
export function createdOutputs(pipelineId: number): Outputs {
  return { pipeline_id: String(pipelineId) };
}

/** The outputs that identify a pipeline that was started elsewhere. */
export function foundOutputs(pipeline: Pipeline): Outputs {
  return known({
    pipeline_id: String(pipeline.id),
    web_url: pipeline.webUrl,
    pipeline_iid: pipeline.iid?.toString(),
    project_id: pipeline.projectId > 0 ? String(pipeline.projectId) : undefined,
    ref: pipeline.ref,
    sha: pipeline.sha === '' ? undefined : pipeline.sha,
    created_at: pipeline.createdAt,
    status: pipeline.status,
  });
}

/** The outputs that the verdict adds. */
export function verdictOutputs({ outcome, pipeline, snapshot, externalStatuses }: Verdict): Outputs {
  return known({
    ...lastOutputs(pipeline, snapshot, externalStatuses),
    outcome,
    duration:
      pipeline.durationSeconds === undefined ? undefined : String(Math.round(pipeline.durationSeconds)),
    coverage: pipeline.coverage,
  });
}

/**
 * The folder of the artifacts; `folder` is an absolute path. A Windows path gets slashes: all shells there
 * except the oldest accept them, and `bash` would read a backslash as an escape.
 */
export function artifactsOutput(folder: string): Outputs {
  const isOfWindows = /^(?:[A-Za-z]:)?\\/.test(folder);
  return { artifacts_path: isOfWindows ? folder.replaceAll('\\', '/') : folder };
}

/** The outputs of canceling a pipeline. */
export function cancellationOutputs({ pipeline, result }: Cancellation): Outputs {
  switch (result) {
    case 'canceled':
    case 'canceling':
      return { status: pipeline.status, outcome: 'canceled' };
    case 'already_ended':
      return { status: pipeline.status, outcome: pipeline.status };
    case 'left_running':
      return { status: pipeline.status };
    default:
      return assertNever(result);
  }
}

/** The outputs for a pipeline that the step left: its last known status and jobs. */
export function lastOutputs(
  pipeline: Pipeline,
  snapshot: PipelineSnapshot | undefined,
  statuses?: ExternalStatuses,
): Outputs {
  return { status: pipeline.status, ...(snapshot === undefined ? {} : jobOutputs(snapshot, statuses)) };
}

function known(outputs: Readonly<Partial<Record<OutputName, string | undefined>>>): Outputs {
  return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== undefined));
}

/** Maximum number of names in a message; the rest is counted. */
const maxNamed = 5;

/** The warning for values that were read but cannot be passed to later steps. */
export function lostValues(
  lost: readonly { readonly name: string; readonly why: string }[],
): readonly ErrorParts[] {
  if (lost.length === 0) return [];
  const named = lost.slice(0, maxNamed);
  const more = lost.length > maxNamed ? ` and ${lost.length - maxNamed} more` : '';
  return [
    {
      code: 'output_lost',
      what: `values_from: ${named.map(({ name }) => name).join(', ')}${more} could not be handed to later steps`,
      why: named.map(({ name, why }) => `${name}: ${why}.`).join('\n'),
      hint: 'With the command, give output_file, with an ending that can carry them (.json): it has all outputs on every CI. Or bring long texts back as artifacts.',
    },
  ];
}
