import { emptyAnswer } from './answer.js';
import type { StoredArchive } from './artifact-storage.js';
import type { SimulatedRequest, SimulatedResponse } from './wire.js';

/**
 * A stored file as Go's file server and S3 hand it out: whole, or from the byte that `Range` asks for, unless `If-Range` names another file.
 * Only one range that is open at its end is understood, which is what resuming needs.
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
