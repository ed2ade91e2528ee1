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
 * Reads a `Content-Encoding` header. Labels that name no coding say nothing and are passed over: storages and proxies write `utf-8`, `none` or
 * `aws-chunked` onto bodies that are plain. Two codings, one upon the other, are foreign.
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
