/** How many bytes of a body show whether it is a log. */
export const startBytes = 512;

/**
 * Whose log a response says that it is. Every release of GitLab names a log after its job, as
 * `Content-Disposition: infile; filename="ID.log"`. A proxy may turn `infile` into `attachment`, so only the
 * file name counts.
 */
export function namedLogOf(
  headers: Readonly<Record<string, string>>,
  jobId: number,
): 'this' | 'another' | 'untold' {
  const name = /;\s*filename\s*=\s*"?(\d{1,20})\.log"?\s*(?:[;,]|$)/i.exec(
    headers['content-disposition'] ?? '',
  )?.[1];
  if (name === undefined) return 'untold';
  return name === String(jobId) ? 'this' : 'another';
}

/**
 * The first line that the runner writes, or the section around it, with the colors and the timestamp that it
 * may put before them. Runners had another name until 2017.
 */
const runnerStart =
  /^(?:[\d-]{10}T[\d:.]{1,20}Z [\da-f]{2}[EO][+ ])?(?:\u001b\[[\d;]{0,20}[mK])*(?:Running with gitlab-(?:ci-multi-)?runner\b|section_start:\d)/;

/** Whether a body begins as the logs of GitLab Runner do. */
export function beginsAsLog(start: Buffer): boolean {
  return runnerStart.test(start.toString('latin1', 0, startBytes));
}

/** The first bytes of compressed bodies by format. Two bytes may also begin a text. */
const packedStarts: readonly (readonly [name: string, bytes: Buffer])[] = [
  ['gzip', Buffer.from('1f8b', 'hex')],
  ['zstd', Buffer.from('28b52ffd', 'hex')],
  ['zlib', Buffer.from('7801', 'hex')],
  ['zlib', Buffer.from('789c', 'hex')],
  ['zlib', Buffer.from('78da', 'hex')],
  ['xz', Buffer.from('fd377a585a00', 'hex')],
  ['lz4', Buffer.from('04224d18', 'hex')],
  ['compress', Buffer.from('1f9d', 'hex')],
  ['bzip2', Buffer.from('BZh9\x31\x41\x59\x26\x53\x59', 'latin1')],
  ['zip', Buffer.from('PK\u0003\u0004', 'latin1')],
];

/**
 * The format of a body that is compressed although its headers do not say so; `undefined` for any other. A
 * part from the middle of a log may begin with bytes that a job printed, so only a long magic number counts
 * there, or a short one before noise.
 */
export function packingOf(start: Buffer, { fromByte }: { readonly fromByte: number }): string | undefined {
  const known = packedStarts.find(([, bytes]) => start.subarray(0, bytes.length).equals(bytes));
  const isSure = known !== undefined && (fromByte === 0 || known[1].length > 2 || isNoText(start));
  if (isSure) return known[0];
  return fromByte === 0 && !beginsAsLog(start) && isNoText(start) ? 'an unknown format' : undefined;
}

/** Control characters that neither terminals nor texts of another encoding have. */
const oddControls = /[\u0001-\u0006\u0010-\u001a\u001c-\u001f]/g;

/**
 * Whether bytes are noise, as raw deflate and brotli are: many break UTF-8, which texts of other encodings do
 * too, and many are control characters, which those have not.
 */
function isNoText(start: Buffer): boolean {
  const text = start.toString('utf8', 0, startBytes);
  const odd = text.match(oddControls)?.length ?? 0;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return odd > 1 && odd * 25 >= text.length && broken * 5 >= text.length;
}
