import type { ProjectAddress } from '../../model/addresses.js';
import {
  type Pipeline,
  type ReadPipeline,
  type UnfitEntry,
  partedEntries,
  unknownProjectId,
} from '../../model/pipeline.js';
import type { GitLabApiCall } from '../request.js';
import type { Reading } from './schemas.js';

/** What is known about the project from which a pipeline was read. */
export interface KnownProject {
  readonly address: ProjectAddress;
  /** The root of the API. */
  readonly apiUrl: URL;
  /** Its ID, if it was read in addition to the address. */
  readonly id?: number | undefined;
}

/** Adds what old releases omit from a pipeline, from what is known about the requested project. */
export function completePipeline(read: ReadPipeline, known: KnownProject): Pipeline {
  return {
    ...read,
    projectId: read.projectId ?? idOf(known) ?? unknownProjectId,
    webUrl: read.webUrl ?? pipelinePage(known, read.id),
  };
}

/** Whether only GitLab knows the project of a pipeline. */
export function lacksProject(
  { projectId }: Pick<ReadPipeline, 'projectId'>,
  address: ProjectAddress,
): boolean {
  return projectId === undefined && address.kind === 'path';
}

function idOf({ address, id }: KnownProject): number | undefined {
  return address.kind === 'id' ? address.id : id;
}

/** The page of a pipeline, or of its project if only the project's ID is known. */
function pipelinePage({ address, apiUrl }: KnownProject, pipelineId: number): string {
  const root = new URL('../../', apiUrl).href;
  return address.kind === 'id'
    ? `${root}projects/${address.id}`
    : `${root}${encodeURI(address.path)}/-/pipelines/${pipelineId}`;
}

// The functions below accept only responses about the requested thing: data about another one, from a cache
// or a misrouting proxy, must not decide anything.

/**
 * Reads the requested pipeline. A response about another one, which a cache on the way may return, must not
 * decide anything.
 */
export function readingOf({
  project,
  pipelineId,
}: {
  readonly project: ProjectAddress;
  readonly pipelineId: number;
}): GitLabApiCall<ReadPipeline>['read'] {
  return (schemas) => (body) => {
    const reading = schemas.readPipeline(body);
    if (reading.kind !== 'ok') return reading;
    const { id, projectId } = reading.value;
    const isOfProject = project.kind === 'path' || projectId === undefined || projectId === project.id;
    if (id === pipelineId && isOfProject) return reading;
    return { kind: 'unfit', why: `it is about pipeline ${id} of project ${projectId ?? 'unknown'}` };
  };
}

/** Reads the jobs of the requested pipeline. In GitLab's response, each job names its pipeline. */
export function readingJobsOf<T>(
  pipelineId: number,
  read: (body: unknown) => Reading<T>,
): (body: unknown) => Reading<T> {
  return (body) => {
    const other = pipelinesOf(body).find((id) => id !== pipelineId);
    return other === undefined ? read(body) : { kind: 'unfit', why: `it is about jobs of pipeline ${other}` };
  };
}

function pipelinesOf(body: unknown): readonly number[] {
  if (!Array.isArray(body)) return [];
  return body.flatMap((entry: { readonly pipeline?: { readonly id?: unknown } | null } | null) => {
    const id = entry?.pipeline?.id;
    return typeof id === 'number' ? [id] : [];
  });
}

/**
 * Reads a list of pipelines of the requested project. A list of another project says nothing about this one.
 */
export function readingListOf(
  project: ProjectAddress,
): GitLabApiCall<readonly (ReadPipeline | UnfitEntry)[]>['read'] {
  return (schemas) => (body) => {
    const reading = schemas.readPipelines(body);
    if (reading.kind !== 'ok' || project.kind === 'path') return reading;
    const { fit } = partedEntries(reading.value);
    const other = fit.find(({ projectId = project.id }) => projectId !== project.id);
    return other === undefined
      ? reading
      : { kind: 'unfit', why: `it is about pipelines of project ${other.projectId ?? 'unknown'}` };
  };
}
