import type { PipelineRecord } from './records.js';

/** A pipeline as the simulation itself knows it, beside the API. */
export interface PipelineView {
  readonly id: number;
  readonly projectId: number;
  readonly ref: string;
  readonly sha: string;
  readonly source: string;
  readonly username: string;
  readonly status: string;
  readonly name: string | undefined;
  readonly yamlErrors: string | undefined;
  readonly variables: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970, as the other times. */
  readonly createdMs: number;
  readonly startedMs: number | undefined;
  readonly finishedMs: number | undefined;
}

export function pipelineView(pipeline: PipelineRecord): PipelineView {
  return {
    id: pipeline.id,
    projectId: pipeline.project.id,
    ref: pipeline.ref.name,
    sha: pipeline.ref.sha,
    source: pipeline.source,
    username: pipeline.user.username,
    status: pipeline.status,
    name: pipeline.name,
    yamlErrors: pipeline.yamlErrors,
    variables: Object.fromEntries(pipeline.variables.map(({ key, value }) => [key, value])),
    inputs: pipeline.inputs,
    createdMs: pipeline.createdMs,
    startedMs: pipeline.startedMs,
    finishedMs: pipeline.finishedMs,
  };
}
