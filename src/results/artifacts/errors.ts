import type { Clock } from '../../base/clock.js';
import type { ErrorParts } from '../../base/errors.js';
import { systemCodeOf } from '../../base/files.js';
import { cleanLine } from '../../base/text.js';
import { describeReply } from '../../gitlab/responses/explain.js';
import { type FailedReply, namesNoRecord } from '../../gitlab/responses/reply.js';
import type { JobPathLine } from '../../model/requests.js';
import type { FoundJob } from '../find-job.js';
import { missingArtifact } from '../missing.js';
import { InTheWay } from './place-files.js';
import type { BringDeps } from './plan.js';
import type { ArchiveProblem } from './zip-directory.js';

/** The first sentence of every failure of a line, or of the job that it names. */
export function whatFailed(line: string): string {
  return `artifacts: ${cleanLine(line, 300)} could not be downloaded`;
}

/** A failed request that may only mean that there are no artifacts. */
interface Failure {
  readonly found: FoundJob;
  /** The path of a single file; absent for the archive. */
  readonly path: string | undefined;
  readonly reply: FailedReply;
}

/** Why GitLab returned nothing, and whether it says that there is nothing. A `?` excuses only that. */
export function failedReply(
  what: string,
  { found, path, reply }: Failure,
  clock: Pick<Clock, 'epochMs'>,
): Missing {
  if (!namesNoRecord(reply)) {
    return { kind: 'failure', failure: { what, ...describeReply(reply) } };
  }
  const failure = missingArtifact(what, { found, path }, clock);
  const hint = path === undefined ? '' : ` A folder is written with a slash at its end.`;
  return { kind: 'nothing_there', failure: { ...failure, hint: `${failure.hint ?? ''}${hint}` } };
}

/** Something that was not downloaded. */
export interface Missing {
  readonly kind: 'nothing_there' | 'failure';
  readonly failure: ErrorParts;
}

/** The error for something missing. For a missing optional file there is none, only an event. */
export function missingOf(
  { onEvent }: Pick<BringDeps, 'onEvent'>,
  missing: Missing | ErrorParts,
  need: JobPathLine['need'],
): readonly ErrorParts[] {
  const { kind, failure } = 'failure' in missing ? missing : { kind: 'nothing_there', failure: missing };
  if (need === 'required' || kind === 'failure') return [failure];
  onEvent({ kind: 'passed_over', failure });
  return [];
}

/** Files whose names this system does not support. */
export function cannotBeNamed(
  line: string,
  files: readonly { readonly name: string; readonly why: string }[],
): ErrorParts {
  const [first] = files;
  const more = files.length > 1 ? `; and ${files.length - 1} more` : '';
  return {
    code: 'artifacts_not_written',
    what: `artifacts: ${files.length} of the files of ${cleanLine(line, 300)} could not be written`,
    why: `"${cleanLine(first?.name ?? '', 200)}": ${first?.why ?? ''}${more}.`,
    hint: 'Take only the others, with JOB:GLOB lines, or run the step on Linux.',
  };
}

/** Why an archive is not unpacked. */
export function archiveError(what: string, problem: ArchiveProblem): ErrorParts {
  const { kind, message, cause } = problem;
  const why = `In the archive: ${message}.`;
  switch (kind) {
    case 'invalid':
      return {
        code: 'artifacts_invalid',
        what,
        why,
        hint: 'Download it in GitLab and open it: if it is broken there as well, run the job again.',
        cause,
      };
    case 'unsafe':
      return {
        code: 'artifacts_unsafe',
        what,
        why,
        hint: 'Nothing of it was unpacked. Find out what the job puts into its artifacts, and who may change it.',
        cause,
      };
  }
}

/** Error codes of the system for a path that cannot be written. */
const systemWords: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a file is where a folder should be',
  EEXIST: 'something of that name is there already',
  ENAMETOOLONG: 'the path is too long',
  EMFILE: 'too many open files',
  ESTALE: 'something else has taken the place of a folder',
};

/** Whether an error comes from the file system, or means that a path is blocked. */
export function isFileProblem(error: unknown): boolean {
  return error instanceof InTheWay || systemCodeOf(error) !== undefined;
}

/** Why artifacts could not be written. */
export function notWritten(what: string, error: unknown): ErrorParts {
  const code = systemCodeOf(error);
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  return {
    code: 'artifacts_not_written',
    what,
    why: error instanceof InTheWay ? `${cleanLine(error.place, 300)}: ${error.message}.` : whyOf(error),
    hint: isFull
      ? 'Make room, or take less: JOB:GLOB unpacks only the files that match it. While it is unpacked, an archive needs its own size as well.'
      : hintFor(error),
    cause: error,
  };
}

function hintFor(error: unknown): string {
  return error instanceof InTheWay && error.own !== undefined
    ? `Give ${error.own} a path outside the folders of artifacts, or artifacts_path another folder.`
    : 'Give another folder in artifacts_path, or move away what is there.';
}

/** How a path begins that leads from a held folder. */
const heldPath = /^\/proc\/self\/fd\/\d+\//;

function whyOf(error: unknown): string {
  const code = systemCodeOf(error) ?? 'no error code';
  const path: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'path') : undefined;
  const place = typeof path === 'string' ? ` (${cleanLine(path.replace(heldPath, ''), 300)})` : '';
  return `${systemWords[code] ?? 'The system refuses it'}: ${code}${place}`;
}
