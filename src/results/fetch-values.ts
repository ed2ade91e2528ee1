import { decodeText } from '../base/encoding.js';
import type { ErrorParts } from '../base/errors.js';
import { mapInParallel } from '../base/parallel.js';
import { cleanLine } from '../base/text.js';
import type { GitLabClient } from '../gitlab/client.js';
import { describeReply } from '../gitlab/responses/explain.js';
import { hasFault, namesNoRecord } from '../gitlab/responses/reply.js';
import type { JobPathLine } from '../model/requests.js';
import { artifactPathOf } from './artifacts/plan.js';
import { type JobTree, findJobs } from './find-job.js';
import { jobNames, missingArtifact, noSuchJob, notEnded } from './missing.js';
import { type ValueEntry, maxValuesBytes, readValues } from './read-values.js';
import { type RetryWindow, readWithRetry } from './retry-read.js';

/** The GitLab calls that values need. */
export type ArtifactFiles = Pick<GitLabClient, 'fetchArtifactFile'>;

/** The files to read, and their pipelines. */
export interface ValuesCall {
  readonly lines: readonly JobPathLine[];
  readonly tree: JobTree;
  readonly signal: AbortSignal;
}

/** The result of one line. */
export interface ValuesFile {
  readonly line: JobPathLine;
  /** The content of the file. For a failed file, what could be read of it, for masking. */
  readonly entries: readonly ValueEntry[];
  /** Why the file does not count. */
  readonly failure: ErrorParts | undefined;
}

/** The same number as for the snapshot of a tree. */
const parallelRequests = 4;

/**
 * Reads the files that the lines name, in their order. Each failure is reported with its line and contains
 * nothing of a value.
 * @throws the reason of `call.signal` when it aborts.
 */
export async function fetchValues(
  deps: RetryWindow & { readonly gitlab: ArtifactFiles },
  { lines, tree, signal }: ValuesCall,
): Promise<readonly ValuesFile[]> {
  return await mapInParallel(lines, parallelRequests, (line) => fetchFile(deps, { line, tree, signal }));
}

async function fetchFile(
  deps: RetryWindow & { readonly gitlab: ArtifactFiles },
  {
    line,
    tree,
    signal,
  }: { readonly line: JobPathLine; readonly tree: JobTree; readonly signal: AbortSignal },
): Promise<ValuesFile> {
  const what = `values_from: ${cleanLine(line.text, 300)} could not be read`;
  const failed = (failure: ErrorParts, entries: readonly ValueEntry[] = []): ValuesFile => ({
    line,
    entries,
    failure,
  });
  const absent = (failure: ErrorParts): ValuesFile =>
    failed(line.need === 'optional' ? allowed(line, failure) : failure);
  const search = findJobs(line, tree);
  if (search.kind === 'ambiguous') return failed(noSuchJob(what, search));
  if (search.kind !== 'found') return absent(noSuchJob(what, search, line.need));
  const [found, ...others] = search.jobs;
  if (found === undefined || others.length > 0) {
    return failed({
      code: 'result_job_ambiguous',
      what,
      why: `The name stands for ${search.jobs.length} jobs (${jobNames(search.jobs)}), whose values would overwrite each other.`,
      hint: 'Give the whole name of one of them a line.',
    });
  }
  const early = notEnded(what, found);
  if (early !== undefined) return absent(early);
  const path = artifactPathOf(search.path ?? '');
  if (path === undefined) {
    return failed({
      code: 'artifact_missing',
      what,
      why: 'No file in artifacts has such a path.',
      hint: 'Give the path below the root of the repository, as in artifacts:paths.',
    });
  }
  const { projectId, job } = found;
  const call = {
    project: { kind: 'id', id: projectId },
    jobId: job.id,
    path,
    maxBytes: maxValuesBytes,
  } as const;
  const reply = await readWithRetry(
    deps,
    (readSignal) => deps.gitlab.fetchArtifactFile(call, readSignal),
    signal,
  );
  if (namesNoRecord(reply)) return absent(missingArtifact(what, { found, path }, deps.clock));
  if (hasFault(reply, 'too_large')) {
    return failed({
      code: 'values_unfit',
      what,
      why: `The file is longer than ${maxValuesBytes} bytes.`,
      hint: 'Download it as an artifact (input artifacts), and write a small file for values.',
    });
  }
  if (reply.kind !== 'ok') return failed({ what, ...describeReply(reply) });
  const reading = readValues(reply.value);
  if (reply.hints.endUntold === true && !tellsItsEnd(reply.value)) {
    return failed(
      {
        code: 'values_unfit',
        what,
        why: 'The response does not say where the file ends, so a truncated file would look complete: a proxy has removed the length from the response.',
        hint: 'Write one JSON object, whose end is recognizable. Or let the proxy pass on what GitLab sends (Transfer-Encoding: chunked), as with HTTP/1.1 between it and GitLab.',
      },
      reading.entries,
    );
  }
  if (reading.kind === 'values') return { line, entries: reading.entries, failure: undefined };
  return failed(
    {
      code: 'values_unfit',
      what,
      why: `The file ${reading.why}.`,
      hint: 'Write KEY=VALUE lines, or one JSON object; docs/results.md tells what they may hold.',
    },
    reading.entries,
  );
}

/** What is missing, and may be: the user need not act, unless it was meant to be there. */
function allowed(line: JobPathLine, { hint = '', ...failure }: ErrorParts): ErrorParts {
  return {
    ...failure,
    what: `values_from: ${cleanLine(line.text, 300)} is not there, and the ? at the end of its line allows that`,
    hint: `Nothing. If the file should be there: ${hint}`,
  };
}

/** Whether truncation would be noticed: JSON ends with its last brace, lines may end anywhere. */
function tellsItsEnd(bytes: Buffer): boolean {
  const { text = '' } = decodeText(bytes);
  return text.trimStart().startsWith('{') && readValues(bytes).kind === 'values';
}

/** All values together, the last one of each key; or why they conflict. */
export type MergedValues =
  | { readonly kind: 'merged'; readonly values: ReadonlyMap<string, string> }
  | { readonly kind: 'clash'; readonly failure: ErrorParts };

/** GitHub's expressions ignore case: `tag` and `TAG` are the same in an object and among outputs. */
export function mergeValues(files: readonly (readonly ValueEntry[])[]): MergedValues {
  const values = new Map<string, string>();
  const keyOf = new Map<string, string>();
  for (const { key, value } of files.flat()) {
    const other = keyOf.get(key.toLowerCase()) ?? key;
    if (other !== key) {
      return {
        kind: 'clash',
        failure: {
          code: 'values_unfit',
          what: `values_from: ${other} and ${key} differ only in case`,
          why: 'A workflow could not tell them apart.',
          hint: 'Rename one of them.',
        },
      };
    }
    keyOf.set(key.toLowerCase(), key);
    values.set(key, value);
  }
  return { kind: 'merged', values };
}
