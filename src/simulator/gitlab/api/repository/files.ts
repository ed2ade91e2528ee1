import { createHash } from 'node:crypto';

import { findCommit } from '../../state/lookup.js';
import type { ProjectRecord, RefRecord } from '../../state/records.js';
import { type Step, go, jsonAnswer, messageAnswer, stop, textAnswer } from '../../wire/answer.js';
import type { Call } from '../../wire/call.js';
import { requiredTextProblems, scalarText } from '../../wire/parameters.js';
import type { SimulatedResponse } from '../../wire/wire.js';
import { configPathOf, fileTextOf } from '../lint.js';
import { defaultBranchOf } from '../projects.js';

/**
 * `GET /projects/:id/repository/files/:path/raw`: the CI file is the only one there is; Workhorse finds out
 * what kind of file it is.
 * @see https://docs.gitlab.com/api/repository_files/
 * @see GitLab, `lib/api/files.rb`, `lib/gitlab/no_cache_headers.rb`
 */
export function showRawFile(call: Call, project: ProjectRecord): SimulatedResponse {
  const found = findFile(call, project);
  if (found.kind === 'stop') return found.answer;
  const known = knownOf(call, found.value);
  const name = known.file_name;
  return textAnswer(200, found.value.text, {
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `inline; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'max-age=0, private, must-revalidate, no-store, no-cache',
    expires: 'Fri, 01 Jan 1990 00:00:00 GMT',
    ...headersOf(known),
  });
}

interface FoundFile {
  readonly path: string;
  readonly text: string;
  readonly ref: RefRecord;
}

/** Without a `ref`, or with `HEAD`, the default branch counts. */
function findFile({ parameters, pathParameters }: Call, project: ProjectRecord): Step<FoundFile> {
  const given = scalarText(parameters.ref);
  const ref = findCommit(project, ['', 'HEAD'].includes(given) ? (defaultBranchOf(project) ?? '') : given);
  if (ref === undefined) return stop(messageAnswer(404, '404 Commit Not Found'));
  const path = pathParameters.path ?? '';
  const text = path === configPathOf(project) ? fileTextOf(ref) : undefined;
  return text === undefined ? stop(messageAnswer(404, '404 File Not Found')) : go({ path, text, ref });
}

/** Problems of the parameters of a file with what is known of it. */
export function fileProblems({ parameters }: Call): readonly string[] {
  return requiredTextProblems(parameters, 'ref', 'refused');
}

/** `GET /projects/:id/repository/files/:path`: the same with what is known of it, in Base64. */
export function showFile(call: Call, project: ProjectRecord): SimulatedResponse {
  const found = findFile(call, project);
  if (found.kind === 'stop') return found.answer;
  const known = knownOf(call, found.value);
  const content = Buffer.from(found.value.text).toString('base64');
  return jsonAnswer(200, { ...known, content }, headersOf(known));
}

type KnownOfFile = ReturnType<typeof knownOf>;

/** What GitLab knows of a file, beside what is in it. */
function knownOf({ parameters }: Call, { path, text, ref }: FoundFile) {
  const content = Buffer.from(text);
  return {
    file_name: path.slice(path.lastIndexOf('/') + 1),
    file_path: path,
    size: content.length,
    encoding: 'base64',
    content_sha256: createHash('sha256').update(content).digest('hex'),
    ref: scalarText(parameters.ref),
    blob_id: createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex'),
    commit_id: ref.sha,
    last_commit_id: ref.sha,
    execute_filemode: false,
  };
}

/** The same as headers, which is all that a HEAD gives. */
function headersOf(known: KnownOfFile): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(known).map(([name, value]) => [
      `x-gitlab-${name.replaceAll('_', '-')}`,
      encodeURI(String(value)),
    ]),
  );
}
