import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/** How the bytes of a body stand for what was sent. `foreign`: a way that we cannot undo. */
export type ContentCoding =
  | { readonly kind: 'plain' }
  | { readonly kind: 'gzip' }
  | { readonly kind: 'foreign'; readonly name: string };

/** Every coding that shortens or hides a body. @see https://www.iana.org/assignments/http-parameters/ */
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
 * Reads a `Content-Encoding` header. Labels that name no coding say nothing and are passed over: storages and
 * proxies write `utf-8`, `none` or `aws-chunked` onto bodies that are plain. Two codings, one upon the other,
 * are foreign.
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

/** Whether bytes begin as gzip does, which no text does. */
export function beginsAsGzip(bytes: Buffer): boolean {
  return bytes.length > 1 && bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The bytes are not one whole gzip stream: broken, cut off, or with something behind its end. */
export class BrokenGzip extends Error {}

/**
 * Inflates piece by piece, and reads no more of `source` than is asked for; nothing comes of nothing. Memory
 * is bounded however far the bytes swell. Leaving the loop early ends `source` with its next piece.
 * @throws {BrokenGzip} at the end at the latest, so that nothing is whole before the loop is over.
 * @throws whatever `source` throws, and the reason of `signal` when it aborts.
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
  // Told by the loop below as well; an error must not be left unhandled when the loop is left early.
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
  // Zeros behind the end are passed over by zlib.
  if (gunzip.bytesWritten !== takenBytes) throw new BrokenGzip('something stands behind the gzip stream');
}
