import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/** The encoding of a body. `foreign`: one that this code cannot decode. */
export type ContentCoding =
  | { readonly kind: 'plain' }
  | { readonly kind: 'gzip' }
  | { readonly kind: 'foreign'; readonly name: string };

/** Every coding that compresses or encrypts a body. @see https://www.iana.org/assignments/http-parameters/ */
const knownCodings: ReadonlySet<string> = new Set([
  'aes128gcm',
  'br',
  'compress',
  'dcb',
  'dcz',
  'deflate',
  'exi',
  'gzip',
  'pack200-gzip',
  'x-compress',
  'x-gzip',
  'zstd',
]);

/**
 * Parses a `Content-Encoding` header. Labels that are no coding are ignored: storages and proxies put
 * `utf-8`, `none` or `aws-chunked` on plain bodies. Two codings in sequence are foreign.
 */
export function contentCodingOf(header: string | undefined): ContentCoding {
  const codings = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => knownCodings.has(name));
  const [first] = codings;
  if (first === undefined) return { kind: 'plain' };
  if (codings.length > 1) return { kind: 'foreign', name: codings.join(' and ') };
  return first === 'gzip' || first === 'x-gzip' ? { kind: 'gzip' } : { kind: 'foreign', name: first };
}

/** Whether bytes start with the gzip magic number, which no text does. */
export function beginsAsGzip(bytes: Buffer): boolean {
  return bytes.length > 1 && bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The bytes are not one complete gzip stream: corrupt, truncated, or with trailing bytes. */
export class BrokenGzip extends Error {}

/**
 * Decompresses chunk by chunk and reads `source` only on demand. Empty input gives empty output. Memory is
 * bounded, whatever the compression ratio. Leaving the loop early ends `source` with its next chunk.
 * @throws {BrokenGzip} at the end at the latest, so the content is complete only after the loop.
 * @throws any error of `source`, and the reason of `signal` when it aborts.
 */
export async function* inflate(
  source: AsyncIterable<Buffer>,
  signal: AbortSignal,
): AsyncGenerator<Buffer, void, undefined> {
  const gunzip = createGunzip();
  let takenBytes = 0;
  const sourceEnd: { error?: { readonly thrown: unknown } } = {};
  async function* counted(): AsyncGenerator<Buffer, void, undefined> {
    try {
      for await (const piece of source) {
        takenBytes += piece.length;
        yield piece;
      }
    } catch (error) {
      sourceEnd.error = { thrown: error };
      throw error;
    }
  }
  const pumping = pipeline(counted, gunzip, { signal });
  // The loop below reports the error too. The handler keeps it from being unhandled if the loop is left
  // early.
  pumping.catch(() => undefined);
  try {
    for await (const piece of gunzip as AsyncIterable<Buffer>) yield piece;
    await pumping;
  } catch (error) {
    if (sourceEnd.error !== undefined) throw sourceEnd.error.thrown;
    signal.throwIfAborted();
    if (takenBytes > 0) throw new BrokenGzip('the gzip stream is broken', { cause: error });
    return;
  }
  // zlib ignores trailing zeros.
  if (gunzip.bytesWritten !== takenBytes) throw new BrokenGzip('there are bytes after the gzip stream');
}
