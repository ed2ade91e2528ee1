import type { ProjectAddress } from './calls.js';
import { unknownProjectId, type Pipeline, type ReadPipeline } from './pipeline.js';

/** What is known of the project that a pipeline was read from. */
export interface KnownProject {
  readonly address: ProjectAddress;
  /** The root of the API. */
  readonly apiUrl: URL;
  /** Its number, where it was asked for beside the address. */
  readonly id?: number | undefined;
}

/** Fills in what old releases leave out of a pipeline, from what is known of the project that was asked for. */
export function completePipeline(read: ReadPipeline, known: KnownProject): Pipeline {
  return {
    ...read,
    projectId: read.projectId ?? idOf(known) ?? unknownProjectId,
    webUrl: read.webUrl ?? pipelinePage(known, read.id),
  };
}

/** Whether only GitLab can tell which project a pipeline belongs to. */
export function lacksProject(
  { projectId }: Pick<ReadPipeline, 'projectId'>,
  address: ProjectAddress,
): boolean {
  return projectId === undefined && address.kind === 'path';
}

function idOf({ address, id }: KnownProject): number | undefined {
  return address.kind === 'id' ? address.id : id;
}

/** The page of a pipeline; that of its project where only the number of the project is known. */
function pipelinePage({ address, apiUrl }: KnownProject, pipelineId: number): string {
  const root = new URL('../../', apiUrl).href;
  return address.kind === 'id'
    ? `${root}projects/${address.id}`
    : `${root}${encodeURI(address.path)}/-/pipelines/${pipelineId}`;
}
