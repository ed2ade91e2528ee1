import { createHash } from 'node:crypto';

import type { StoredArchive } from '../state/artifact-storage.js';
import type { ArtifactScript } from '../state/pipeline-script.js';
import type { JobRecord } from '../state/records.js';
import { zipArchive } from '../state/zip-archive.js';
import { logOf } from './job-steps.js';
import { testReportOf } from './test-suites.js';

/** The artifacts of a job at `nowMs`: none before it ended, and none after they have expired. */
export function artifactsOf(job: JobRecord, nowMs: number): readonly ArtifactScript[] {
  const script = job.owner.kind === 'job' ? job.owner.script : undefined;
  if (script === undefined || job.finishedMs === undefined) return [];
  const expiredMs = expiryOf(job);
  const gone = job.artifactsFate === 'deleted' || job.erasedMs !== undefined;
  if (gone || (expiredMs !== undefined && expiredMs <= nowMs)) return [];
  const report = testReportOf(job);
  return [...(script.artifacts ?? []), ...(report === undefined ? [] : [report])];
}

/**
 * The entries that GitLab itself adds to the list: an index of each archive, and the log, which does not
 * expire.
 */
export function listedArtifactsOf(job: JobRecord, nowMs: number): readonly ArtifactScript[] {
  const own = artifactsOf(job, nowMs).flatMap((artifact) =>
    artifact.fileType === 'archive' ? [artifact, metadataOf(artifact)] : [artifact],
  );
  const log = job.finishedMs === undefined ? '' : logOf(job, nowMs);
  return log === '' ? own : [...own, { ...logArtifact, sizeBytes: Buffer.byteLength(log) }];
}

const logArtifact = { fileType: 'trace', filename: 'job.log', fileFormat: 'raw' } as const;

/** About as large as the index of so many files. */
function metadataOf({ files = {} }: ArtifactScript): ArtifactScript {
  const sizeBytes = 100 + 30 * Object.keys(files).length;
  return { fileType: 'metadata', filename: 'metadata.gz', fileFormat: 'gzip', sizeBytes };
}

/**
 * When the artifacts of a job expire, in milliseconds since 1970; `undefined` if they do not, or do not exist
 * yet.
 */
export function expiryOf({ owner, finishedMs, artifactsFate }: JobRecord): number | undefined {
  if (artifactsFate === 'kept') return undefined;
  const afterMs = owner.kind === 'job' ? owner.script.artifactsExpireAfterMs : undefined;
  return afterMs === undefined || finishedMs === undefined ? undefined : finishedMs + afterMs;
}

/** The size in bytes that a list of artifacts shows for one. */
export function sizeOf(artifact: ArtifactScript): number {
  return artifact.sizeBytes ?? builtOf(artifact)?.bytes ?? 0;
}

/** The downloadable archive of a job at `nowMs`. */
export function archiveOf(job: JobRecord, nowMs: number): StoredArchive | undefined {
  const artifact = artifactsOf(job, nowMs).find(({ fileType }) => fileType === 'archive');
  const built = artifact === undefined ? undefined : builtOf(artifact);
  if (artifact === undefined || built === undefined) return undefined;
  return {
    ...built,
    filename: artifact.filename,
    files: artifact.files ?? {},
    storedMs: job.finishedMs ?? nowMs,
  };
}

type BuiltArchive = Pick<StoredArchive, 'content' | 'bytes' | 'sha256'>;

const builtByScript = new WeakMap<ArtifactScript, BuiltArchive>();

/** Built once for each script; `undefined` for an artifact that has only a name and a size. */
function builtOf(artifact: ArtifactScript): BuiltArchive | undefined {
  const known = builtByScript.get(artifact);
  if (known !== undefined) return known;
  const { files, archive } = artifact;
  if (files === undefined && archive === undefined) return undefined;
  const content =
    archive ?? zipArchive(Object.entries(files ?? {}).map(([name, file]) => ({ name, content: file })));
  const built = Buffer.isBuffer(content)
    ? { content, bytes: content.length, sha256: digestOf(content) }
    : { content, bytes: content.bytes, sha256: digestOf(Buffer.from(content.name)) };
  builtByScript.set(artifact, built);
  return built;
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
