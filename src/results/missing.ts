import { assertNever } from '../base/assert-never.js';
import type { Clock } from '../base/clock.js';
import type { ErrorParts } from '../base/errors.js';
import { cleanLine } from '../base/text.js';
import { isTerminalStatus } from '../model/pipeline.js';
import type { JobPathLine } from '../model/requests.js';
import { type FoundJob, type JobSearch, lineNameOf } from './find-job.js';

type NotFound = Exclude<JobSearch, { readonly kind: 'found' }>;

/**
 * Why a line names no readable job. `what` says which line of which input (`values_from: pack:build.env`).
 * An optional line is not advised to become one.
 */
export function noSuchJob(
  what: string,
  search: NotFound,
  need: JobPathLine['need'] = 'required',
): ErrorParts {
  const code = 'result_job_not_found';
  switch (search.kind) {
    case 'ambiguous':
      return {
        code: 'result_job_ambiguous',
        what,
        why: `Several jobs have the name ${shown(search.name)}: ${search.jobs
          .map(({ job }) => job.webUrl)
          .map((url) => cleanLine(url, 200))
          .slice(0, 5)
          .join(', ')}`,
        hint: 'Rename one of them.',
      };
    case 'trigger_job':
      return {
        code,
        what,
        why: `${shown(search.name)} is a trigger job, which has no artifacts of its own.`,
        hint:
          search.below.length === 0
            ? 'Name a job of the pipeline that it starts: TRIGGER-JOB/JOB. None can be seen: check the input downstream, and that access_token may read that project.'
            : `Name a job of the pipeline that it starts: ${search.below.map(shown).join(', ')}`,
      };
    case 'unknown':
      return {
        code,
        what,
        why: 'The pipeline has no job of that name.',
        hint: `${search.near.length === 0 ? '' : `Did you mean ${search.near.map(shown).join(' or ')}? `}Give the name as GitLab shows it.${need === 'optional' ? '' : ' If rules may leave the job out, put ? at the end of the line.'}`,
      };
    default:
      return assertNever(search);
  }
}

/** Why a job has nothing to read yet; `undefined` if it has ended. */
export function notEnded(what: string, { job }: FoundJob): ErrorParts | undefined {
  if (isTerminalStatus(job.status)) return undefined;
  return {
    code: 'artifact_missing',
    what,
    why: `The job has not ended: its status is ${cleanLine(job.status, 60)}.`,
    hint: 'If the step waits for single jobs, add this one to the input jobs.',
  };
}

/** The meaning of GitLab's 404 for a file, or for the whole archive, of a job that has ended. */
export function missingArtifact(
  what: string,
  { found, path }: { readonly found: FoundJob; readonly path: string | undefined },
  clock: Pick<Clock, 'epochMs'>,
): ErrorParts {
  const { job } = found;
  const { artifacts, artifactsExpireAt } = job;
  const has = (fileType: string): boolean =>
    artifacts?.some((artifact) => artifact.fileType === fileType) === true;
  const open = `Open ${cleanLine(job.webUrl, 300)}`;
  if (has('archive') && path !== undefined) {
    return {
      code: 'artifact_missing',
      what,
      why: `The job has artifacts, but not this file${has('dotenv') ? '; it also has a dotenv report, which GitLab does not hand out' : ''}.`,
      hint: `Compare the path with artifacts:paths of the job. ${open}`,
    };
  }
  if (has('dotenv') && !has('archive')) {
    return {
      code: 'dotenv_report_only',
      what,
      why: 'The job has the file as a dotenv report only (artifacts:reports:dotenv), and no API of GitLab hands reports out.',
      hint: 'List the file under artifacts:paths of the job, too.',
    };
  }
  const expireMs = Date.parse(artifactsExpireAt ?? '');
  if (expireMs <= clock.epochMs()) {
    return {
      code: 'artifact_missing',
      what,
      why: `The artifacts of the job expired at ${cleanLine(artifactsExpireAt ?? '', 40)}.`,
      hint: 'Raise artifacts:expire_in of the job.',
    };
  }
  if (artifacts === undefined) {
    return {
      code: 'artifact_missing',
      what,
      why: 'GitLab has no such file in artifacts of the job.',
      hint: `Check artifacts:paths of the job. ${open}`,
    };
  }
  return {
    code: 'artifact_missing',
    what,
    why: `The job left no artifacts behind; it has ended with the status ${cleanLine(job.status, 60)}.`,
    hint:
      job.status === 'failed'
        ? `A job that failed keeps artifacts only with artifacts:when: always (or on_failure). ${open}`
        : `Check artifacts:paths of the job. ${open}`,
  };
}

/** A name as messages show it. */
function shown(name: string): string {
  return cleanLine(name, 100);
}

/** The jobs of a line as messages show them. */
export function jobNames(jobs: readonly FoundJob[]): string {
  return jobs
    .slice(0, 5)
    .map((job) => shown(lineNameOf(job)))
    .join(', ');
}
