import { createHash } from 'node:crypto';

import { archiveOf } from '../engine/stored-archive.js';
import type { StoredArchive } from '../state/artifact-storage.js';
import type { JobRecord } from '../state/records.js';
import { emptyAnswer, messageAnswer, notFoundAnswer, textAnswer } from '../wire/answer.js';
import type { Call } from '../wire/call.js';
import type { SimulatedRequest, SimulatedResponse } from '../wire/wire.js';

/**
 * A stored file as Go's file server and S3 send it: whole, or from the byte in `Range`, unless `If-Range`
 * names another version. Understands only a single range without an end, which is what resuming needs.
 */
export function rangedAnswer(
  request: Pick<SimulatedRequest, 'headers'>,
  archive: StoredArchive,
  {
    etag,
    headers,
  }: { readonly etag: string | undefined; readonly headers: Readonly<Record<string, string>> },
): SimulatedResponse {
  const lastModified = new Date(archive.storedMs).toUTCString();
  const shared = {
    'accept-ranges': 'bytes',
    'last-modified': lastModified,
    ...(etag === undefined ? {} : { etag }),
    ...headers,
  };
  const condition = request.headers['if-range'];
  const isSame = condition === undefined || condition === etag || condition === lastModified;
  const asked = isSame ? /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] : undefined;
  const fromByte = asked === undefined ? 0 : Number(asked);
  if (asked !== undefined && fromByte >= archive.bytes) {
    return emptyAnswer(416, { ...shared, 'content-range': `bytes */${archive.bytes}` });
  }
  const range = `bytes ${fromByte}-${archive.bytes - 1}/${archive.bytes}`;
  return {
    status: asked === undefined ? 200 : 206,
    headers: asked === undefined ? shared : { ...shared, 'content-range': range },
    ...bodyFrom(archive, fromByte),
  };
}

function bodyFrom(
  { content, bytes }: StoredArchive,
  fromByte: number,
): Pick<SimulatedResponse, 'body' | 'stream'> {
  if (Buffer.isBuffer(content)) return { body: content.subarray(fromByte) };
  return {
    body: Buffer.alloc(0),
    stream: { bytes: bytes - fromByte, open: () => content.open(fromByte) },
  };
}

/** `GET …/jobs/:job_id/artifacts`: the archive, or a redirect to the object storage that holds it. */
export function downloadArchive({ instance, request, nowMs }: Call, job: JobRecord): SimulatedResponse {
  const archive = archiveOf(job, nowMs);
  if (archive === undefined) return notFoundAnswer();
  const { artifactStorage, release } = instance;
  if (artifactStorage !== undefined) {
    const location = artifactStorage.store(archive);
    return textAnswer(302, `This resource has been moved temporarily to ${location}.`, { location });
  }
  const headers = {
    'content-type': 'application/octet-stream',
    'content-disposition': attachment(archive.filename),
    'content-transfer-encoding': 'binary',
  };
  const etag = release.artifactEtags === 'sent' ? `"${archive.sha256}"` : undefined;
  return rangedAnswer(request, archive, { etag, headers });
}

/**
 * `GET …/jobs/:job_id/artifacts/*artifact_path`: one file, extracted from the archive; never a part of it.
 */
export function downloadArtifactFile(
  { instance, nowMs, pathParameters }: Call,
  job: JobRecord,
): SimulatedResponse {
  const archive = archiveOf(job, nowMs);
  if (archive === undefined) return notFoundAnswer();
  const path = pathParameters.artifact_path ?? '';
  if (isUnsafe(path)) return messageAnswer(400, '400 Bad request');
  const file = Object.hasOwn(archive.files, path) ? archive.files[path] : undefined;
  // GitLab's front server reads the archive, and has its own error texts.
  if (file === undefined) {
    return textAnswer(404, '404 page not found\n', {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
  }
  const digest = createHash('sha256').update(`${archive.sha256}:${path}`).digest('hex');
  return {
    status: 200,
    headers: {
      'content-type': contentTypeOf(path),
      'content-disposition': attachment(path.slice(path.lastIndexOf('/') + 1)),
      ...(instance.release.artifactEtags === 'sent' ? { etag: `"${digest}"` } : {}),
    },
    body: Buffer.from(file),
  };
}

function isUnsafe(path: string): boolean {
  return path.includes('\0') || path.includes('\ufffd') || /(?:^|\/)\.\.?(?:\/|$)/.test(path);
}

function attachment(filename: string): string {
  return `attachment; filename="${filename.replaceAll(/[^ -~]/g, '_').replaceAll('"', '\\"')}"`;
}

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

function contentTypeOf(path: string): string {
  const extension = /\.([a-z]+)$/.exec(path)?.[1] ?? '';
  return contentTypes[extension] ?? 'application/octet-stream';
}
