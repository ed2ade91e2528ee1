import type { IncomingMessage } from 'node:http';

import { cleanLine, withoutTokens } from '../base/text.js';
import { BrokenGzip, beginsAsGzip, contentCodingOf, inflate } from './inflate.js';
import { TransportFault } from './transport.js';

/**
 * What gzip adds to incompressible bytes: one in a thousand is more than enough, plus a name in the header.
 */
const gzipOverhead = (bytes: number): number => Math.ceil(bytes / 1000) + 1024;

/**
 * Reads a body to its end and decompresses gzip. `maxBytes` limits the decompressed size. `signal` aborts
 * decompression too.
 * @throws {TransportFault} `truncated` when the connection ended before the body did, when it claims to be
 *   gzip but is not one complete gzip stream, when it is gzip without saying so, or when it has another
 *   coding; `too_large` as soon as it is known to exceed `maxBytes`. The socket is closed then.
 */
export async function readBody(
  message: IncomingMessage,
  { maxBytes, signal }: { readonly maxBytes: number; readonly signal: AbortSignal },
): Promise<Buffer> {
  const coding = contentCodingOf(message.headers['content-encoding']);
  switch (coding.kind) {
    case 'plain':
      return notGzip(
        message,
        await collected(message, piecesOf(message, { maxBytes, wireBytes: maxBytes }), maxBytes),
      );
    case 'gzip': {
      const wireBytes = maxBytes + gzipOverhead(maxBytes);
      const pieces = inflate(piecesOf(message, { maxBytes, wireBytes }), signal);
      try {
        return notGzip(message, await collected(message, pieces, maxBytes));
      } catch (error) {
        // The loop over the chunks would end only with the next chunk, which may never come.
        message.destroy();
        throw error instanceof BrokenGzip
          ? notWhole(
              "the answer's body is not the whole gzip stream that its headers announce",
              message,
              error,
            )
          : error;
      }
    }
    case 'foreign':
      message.destroy();
      throw foreignCoding(coding.name, message);
  }
}

/**
 * Passes a body to `take` chunk by chunk without decoding, and awaits the promise that it returns. An error
 * that `take` throws is rethrown, and the socket is closed.
 * @throws {TransportFault} as `readBody`, and `truncated` for any coding; earlier chunks have been passed
 *   on by then.
 */
export async function passBody(
  message: IncomingMessage,
  { maxBytes, take }: { readonly maxBytes: number; readonly take: (chunk: Buffer) => unknown },
): Promise<void> {
  const coding = contentCodingOf(message.headers['content-encoding']);
  if (coding.kind !== 'plain') {
    message.destroy();
    throw foreignCoding(coding.kind === 'gzip' ? 'gzip' : coding.name, message);
  }
  for await (const piece of piecesOf(message, { maxBytes, wireBytes: maxBytes })) {
    const taken = take(piece);
    if (taken instanceof Promise) await taken;
  }
}

/** The chunks of a body as they arrive. Leaving the loop early closes the socket. */
async function* piecesOf(
  message: IncomingMessage,
  { maxBytes, wireBytes }: { readonly maxBytes: number; readonly wireBytes: number },
): AsyncGenerator<Buffer, void, undefined> {
  if (Number(message.headers['content-length'] ?? 0) > wireBytes) {
    message.destroy();
    throw tooLarge(maxBytes, message);
  }
  let length = 0;
  try {
    for await (const piece of message as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > wireBytes) throw tooLarge(maxBytes, message);
      yield piece;
    }
  } catch (error) {
    throw error instanceof TransportFault ? error : truncated(length, message, error);
  }
  if (!message.complete) throw truncated(length, message);
}

async function collected(
  message: IncomingMessage,
  pieces: AsyncIterable<Buffer>,
  maxBytes: number,
): Promise<Buffer> {
  const kept: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > maxBytes) throw tooLarge(maxBytes, message);
    kept.push(piece);
  }
  return Buffer.concat(kept, length);
}

/** A buffered body is text. One that starts as gzip lost its header on the way, or was compressed twice. */
function notGzip(message: IncomingMessage, body: Buffer): Buffer {
  if (beginsAsGzip(body)) throw notWhole("the answer's body is gzip, and its headers do not say so", message);
  return body;
}

function tooLarge(maxBytes: number, { statusCode: status }: IncomingMessage): TransportFault {
  return new TransportFault({
    kind: 'too_large',
    reached: 'maybe',
    message: `the answer is longer than ${maxBytes} bytes`,
    status,
  });
}

function truncated(length: number, message: IncomingMessage, cause?: unknown): TransportFault {
  return notWhole(`the connection broke after ${length} bytes of the answer's body`, message, cause);
}

function foreignCoding(name: string, message: IncomingMessage): TransportFault {
  return notWhole(
    `the answer's body came compressed in a way that was not asked for (${name}); something in front of GitLab does that`,
    message,
  );
}

function notWhole(text: string, { statusCode: status }: IncomingMessage, cause?: unknown): TransportFault {
  return new TransportFault({ kind: 'truncated', reached: 'maybe', message: text, status, cause });
}

/** How much of a page is read; its title and first sentence are at the top. */
const readCharacters = 16_384;

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  nbsp: ' ',
  quot: '"',
};

/**
 * Decodes once the entities that GitLab's sanitizer produces and numeric ones: `&amp;lt;` becomes `&lt;`.
 * Others stay.
 */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,4}));/g,
    (entity, ...groups: unknown[]) => {
      const [decimal, hex, name] = groups;
      if (typeof name === 'string') return namedEntities[name] ?? entity;
      const code = typeof decimal === 'string' ? Number(decimal) : Number(`0x${String(hex)}`);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    },
  );
}

/** Whether a text starts as an HTML page does; reads its first 1,000 characters. */
export function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 1000));
}

/** The title and the visible words of a page, in this order, not yet cleaned; omits empty ones. */
export function pageTexts(html: string): readonly string[] {
  const top = html.slice(0, readCharacters);
  const title = elementText(top, 'title');
  const visible = ['head', 'script', 'style'].reduce(withoutElement, top);
  const words = textOf(visible);
  return [title, words].filter((text, index, all) => text !== '' && all.indexOf(text) === index);
}

function elementText(html: string, name: string): string {
  const lower = html.toLowerCase();
  const start = lower.indexOf(`<${name}`);
  const open = start === -1 ? -1 : lower.indexOf('>', start);
  const end = open === -1 ? -1 : lower.indexOf(`</${name}`, open);
  return end === -1 ? '' : textOf(html.slice(open + 1, end));
}

/**
 * Searches instead of matching a pattern, so that a hostile page cannot make it slow. An element without an
 * end tag extends to the end.
 */
function withoutElement(html: string, name: string): string {
  const lower = html.toLowerCase();
  let kept = '';
  let position = 0;
  for (;;) {
    const start = indexOfTag(lower, `<${name}`, position);
    if (start === -1) return kept + html.slice(position);
    kept += `${html.slice(position, start)} `;
    const end = indexOfTag(lower, `</${name}`, start);
    if (end === -1) return kept;
    position = end;
  }
}

/** The position of a tag with exactly this name, so that `<head` is not found in `<header>`. */
function indexOfTag(lower: string, opening: string, from: number): number {
  let start = lower.indexOf(opening, from);
  while (start !== -1 && /[a-z\d-]/.test(lower.charAt(start + opening.length))) {
    start = lower.indexOf(opening, start + 1);
  }
  return start;
}

function textOf(html: string): string {
  return decodeEntities(html.replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The kind of a body. `texts` are cleaned, contain nothing that looks like a token, and are never empty. */
export type AnswerBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'html' | 'text'; readonly texts: readonly string[] }
  | { readonly kind: 'none' };

/** Enough of a text that is not JSON to recognize its origin. */
const readBytes = 65_536;

/**
 * Determines the kind of a body from its content and its `content-type` together. JSON must parse, whatever
 * the header says. A body is a page if either says so. Never throws.
 */
export function readAnswerBody(contentType: string | undefined, body: Buffer): AnswerBody {
  const start = body.toString('utf8', 0, readBytes).replace(/^\ufeff/, '');
  if (start.trim() === '') return { kind: 'none' };
  if (looksLikeHtml(start)) return { kind: 'html', texts: cleaned(pageTexts(start)) };
  const value = parsedJson(startsWithMark(body) ? body.subarray(byteOrderMark.length) : body);
  if (value !== undefined) return { kind: 'json', value };
  if (/\bx?html\b/i.test(contentType ?? '')) return { kind: 'html', texts: cleaned(pageTexts(start)) };
  return { kind: 'text', texts: cleaned([start]) };
}

const byteOrderMark = Buffer.from('\ufeff');

function startsWithMark(body: Buffer): boolean {
  return body.subarray(0, byteOrderMark.length).equals(byteOrderMark);
}

/** The values of the bodies that were parsed, as long as somebody holds the bodies. */
const parsed = new WeakMap<Buffer, unknown>();

/**
 * The value of a body that is JSON from its first byte on; `undefined` for any other. A body is parsed once,
 * however many look at it.
 */
export function parsedJson(body: Buffer): unknown {
  const known = parsed.get(body);
  if (known !== undefined) return known;
  const value = parseJson(body.toString('utf8'));
  if (value !== undefined) parsed.set(body, value);
  return value;
}

/** Valid JSON never gives `undefined`, so it stands for everything else. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function cleaned(texts: readonly string[]): readonly string[] {
  return texts.map((text) => cleanLine(withoutTokens(text))).filter((text) => text !== '');
}
