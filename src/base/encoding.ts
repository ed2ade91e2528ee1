/** The text in some bytes, or why they are no text. */
export type TextReading =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'unfit';
      /** Follows the name of the file in a sentence; contains nothing of the file's content. */
      readonly why: string;
      /** The part that could be decoded. */
      readonly text?: string | undefined;
    };

/** The error for a file that is not reliable text. */
export class UnfitTextError extends Error {
  override readonly name = 'UnfitTextError';
  /** The same as in {@link TextReading}. */
  readonly why: string;

  constructor(why: string) {
    super(`The file ${why}`);
    this.why = why;
  }
}

/**
 * Decodes UTF-8, or UTF-16 with its byte order mark (as PowerShell writes it), and omits the mark. Never
 * replaces bytes: bytes that are no such text are unfit, with the encoding that they seem to have.
 */
export function decodeText(bytes: Uint8Array): TextReading {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) return unfit('UTF-32');
  if (startsWith(bytes, [0xff, 0xfe])) return decodeMarked(bytes, 'utf-16le');
  if (startsWith(bytes, [0xfe, 0xff])) return decodeMarked(bytes, 'utf-16be');
  const text = decoded(bytes, 'utf-8');
  const nul = bytes.indexOf(0);
  if (text !== undefined && nul < 0) return { kind: 'text', text };
  const container = containers.find(([, magic]) => startsWith(bytes, magic))?.[0];
  if (container !== undefined) return unfit(container);
  if (nul >= 0 && isWide(bytes.subarray(nul))) {
    const from = nul < 2 ? '' : `, from line ${lineAt(bytes, nul)} on`;
    return unfit(`UTF-16 without a byte order mark${from}`);
  }
  if (text === undefined) return { kind: 'unfit', why: `${notText}${faultOf(bytes)}` };
  return { kind: 'unfit', why: `has a NUL byte in it, so it is not text (line ${lineAt(bytes, nul)})`, text };
}

/**
 * The text in some bytes.
 * @throws {UnfitTextError} when they are no text.
 */
export function textIn(bytes: Uint8Array): string {
  const reading = decodeText(bytes);
  if (reading.kind === 'unfit') throw new UnfitTextError(reading.why);
  return reading.text;
}

const notText = 'is not text in UTF-8';

/** Other kinds of files, by their first bytes. */
const containers: readonly (readonly [name: string, magic: readonly number[]])[] = [
  ['a file packed with gzip', [0x1f, 0x8b]],
  ['a zip archive', [0x50, 0x4b, 0x03, 0x04]],
  ['a file packed with zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a file packed with xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['a file packed with bzip2', [0x42, 0x5a, 0x68]],
];

function unfit(likely: string): TextReading {
  return { kind: 'unfit', why: `${notText}: it seems to be ${likely}` };
}

function decodeMarked(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): TextReading {
  const text = decoded(bytes, encoding);
  if (text === undefined) {
    const fault = bytes.length % 2 === 1 ? 'an odd number of bytes' : 'half a character (a lone surrogate)';
    return { kind: 'unfit', why: `begins as UTF-16 does, and has ${fault}` };
  }
  const nul = text.indexOf('\0');
  if (nul < 0) return { kind: 'text', text };
  const line = text.slice(0, nul).split('\n').length;
  return { kind: 'unfit', why: `has a NUL byte in it, so it is not text (line ${line})`, text };
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Whether bytes that begin with a NUL look like two-byte characters: NULs are frequent, and only at every
 * other position.
 */
function isWide(bytes: Uint8Array): boolean {
  let count = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 1) return false;
    count += 1;
  }
  return count >= 2 && count * 4 >= bytes.length;
}

/** Why bytes are not UTF-8, by the first invalid position. */
function faultOf(bytes: Uint8Array): string {
  const at = firstFault(bytes);
  const rest = bytes.subarray(at);
  const [lead = 0, next = 0] = rest;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  const isBinary = bytes.some((byte) => byte < 0x20 && !shownControls.has(byte));
  if (isBinary) return ': it seems to be binary';
  const where = `(line ${lineAt(bytes, at)})`;
  if (lead === 0xed && next >= 0xa0 && next <= 0xbf)
    return ` ${where}: it has half a character (a lone surrogate)`;
  if (at > 0 && lead >= 0xc2 && rest.length < length && rest.subarray(1).every(isContinuation)) {
    return `, or ends in the middle of a character ${where}`;
  }
  return ` ${where}: it seems to be Latin-1, Windows-1252 or another encoding with one byte a letter`;
}

/** Tab, line feed, form feed, carriage return, escape: texts contain them too. */
const shownControls: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b]);

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

/** Decoding with replacement and encoding again gives the same bytes up to the first invalid one. */
function firstFault(bytes: Uint8Array): number {
  const reencoded = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  const different = bytes.findIndex((byte, index) => byte !== reencoded[index]);
  const at = different < 0 ? bytes.length - 1 : different;
  // A multi-byte character may share its first bytes with the replacement character.
  let lead = at;
  while (lead > 0 && at - lead < 3 && isContinuation(bytes[lead] ?? 0)) lead -= 1;
  return lead;
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (const byte of bytes.subarray(0, offset)) if (byte === 0x0a) line += 1;
  return line;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
