import { archiveOf } from '../../engine/stored-archive.js';
import { findRef } from '../../state/lookup.js';
import type { JobRecord, ProjectRecord } from '../../state/records.js';
import { notFoundAnswer } from '../../wire/answer.js';
import type { Call } from '../../wire/call.js';
import { requiredTextProblems, scalarText } from '../../wire/parameters.js';
import type { SimulatedResponse } from '../../wire/wire.js';
import { downloadArchive, downloadArtifactFile } from '../artifacts.js';

/** Problems of the parameters of archives by ref. */
export function archiveOfRefProblems({ parameters }: Call): readonly string[] {
  return requiredTextProblems(parameters, 'job', 'accepted');
}

/** `GET /projects/:id/jobs/artifacts/:ref/download?job=`. */
export function downloadArchiveOfRef(call: Call, project: ProjectRecord): SimulatedResponse {
  const job = latestJob(call, project);
  return job === undefined ? notFoundAnswer() : downloadArchive(call, job);
}

/** `GET /projects/:id/jobs/artifacts/:ref/raw/*artifact_path?job=`. */
export function downloadFileOfRef(call: Call, project: ProjectRecord): SimulatedResponse {
  const job = latestJob(call, project);
  return job === undefined ? notFoundAnswer() : downloadArtifactFile(call, job);
}

/** The job of this name in the newest pipeline of the ref that passed; no child pipeline counts. */
function latestJob(
  { instance, nowMs, parameters, pathParameters }: Call,
  project: ProjectRecord,
): JobRecord | undefined {
  const found = findRef(project, pathParameters.ref ?? '');
  if (found.kind !== 'found') return undefined;
  const pipeline = [...instance.pipelines.values()].findLast(
    (each) =>
      each.project === project &&
      each.ref === found.ref &&
      each.status === 'success' &&
      each.source !== 'parent_pipeline',
  );
  const name = scalarText(parameters.job);
  const job = pipeline?.jobs.findLast((each) => each.name === name && each.status === 'success');
  return job === undefined || archiveOf(job, nowMs) === undefined ? undefined : job;
}
