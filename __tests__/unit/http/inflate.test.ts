import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { BrokenGzip, inflate } from '../../../src/http/inflate.js';

const never = new AbortController().signal;
const text = JSON.stringify(Array.from({ length: 2000 }, (_, id) => ({ id, name: `job ${id}` })));
const packed = gzipSync(text);
/** A fiftieth, for what goes byte by byte. */
const shortText = text.slice(0, text.length / 50);
const short = gzipSync(shortText);

/** Hands its pieces out one by one; counts those that were asked for, and tells when it was ended. */
function sourceOf(pieces: Iterable<Buffer>): {
  readonly source: AsyncIterable<Buffer>;
  readonly seen: { pieces: number };
  readonly whenEnded: Promise<void>;
} {
  const seen = { pieces: 0 };
  let end = (): void => undefined;
  const whenEnded = new Promise<void>((resolve) => (end = resolve));
  async function* handOut(): AsyncGenerator<Buffer> {
    try {
      for (const piece of pieces) {
        seen.pieces += 1;
        yield await Promise.resolve(piece);
      }
    } finally {
      end();
    }
  }
  return { source: handOut(), seen, whenEnded };
}

async function inflated(pieces: Iterable<Buffer>): Promise<string> {
  const out: Buffer[] = [];
  for await (const piece of inflate(sourceOf(pieces).source, never)) out.push(piece);
  return Buffer.concat(out).toString();
}

function inPieces(bytes: Buffer, size: number): readonly Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}

/** Pieces that each swell a thousandfold, without end. */
function* bomb(): Generator<Buffer> {
  const member = gzipSync(Buffer.alloc(10_000_000));
  for (;;) yield member;
}

describe('inflate', () => {
  test.each([7, 1000, packed.length])('returns what was compressed, in chunks of %d bytes', async (size) => {
    expect(await inflated(inPieces(packed, size))).toBe(text);
  });

  test('returns what was compressed, byte by byte', async () => {
    expect(await inflated(inPieces(short, 1))).toBe(shortText);
  });

  test('returns all members of a stream, however they are split', async () => {
    expect(await inflated([packed, packed])).toBe(text + text);
    expect(await inflated(inPieces(Buffer.concat([packed, gzipSync(''), packed]), 100))).toBe(text + text);
  });

  test('returns nothing for nothing', async () => {
    expect(await inflated([])).toBe('');
  });

  test('has an error for every length but the whole', async () => {
    const small = gzipSync('{"id":1}');
    const taken: number[] = [];
    for (let length = 1; length < small.length; length += 1) {
      const part = inflated([small.subarray(0, length)]);
      await part.then(
        () => taken.push(length),
        (error: unknown) => expect(error).toBeInstanceOf(BrokenGzip),
      );
    }
    expect(taken).toEqual([]);
  });

  test('detects every bit flip', async () => {
    const small = gzipSync('{"id":1,"status":"success"}');
    const details = new Set<string>();
    for (let at = 0; at < small.length * 8; at += 1) {
      const spoilt = Buffer.from(small);
      spoilt[at >> 3] = (spoilt[at >> 3] ?? 0) ^ (1 << (at & 7));
      details.add(await inflated([spoilt]).catch((error: unknown) => (error as Error).constructor.name));
    }
    // A flip in the head of the stream (time, system) changes nothing of what was packed.
    expect([...details].sort()).toEqual(['BrokenGzip', '{"id":1,"status":"success"}']);
  });

  const behind: readonly { readonly name: string; readonly rest: Buffer }[] = [
    { name: 'text', rest: Buffer.from('xx') },
    { name: 'zeros', rest: Buffer.alloc(3) },
    { name: 'zeros and text', rest: Buffer.from('\0\0xx') },
    { name: 'zeros and another stream', rest: Buffer.concat([Buffer.alloc(1), short]) },
    { name: 'the first byte of another stream', rest: packed.subarray(0, 1) },
    { name: 'half of another stream', rest: short.subarray(0, short.length >> 1) },
  ];
  test.each(behind)('does not ignore $name after the end', async ({ rest }) => {
    const together = inflated([Buffer.concat([packed, rest])]);
    await expect(together).rejects.toBeInstanceOf(BrokenGzip);
    await expect(inflated([packed, rest])).rejects.toBeInstanceOf(BrokenGzip);
    await expect(inflated([packed, ...inPieces(rest, 1)])).rejects.toBeInstanceOf(BrokenGzip);
  });

  test.each(['{"id":1}', '\x1f', '\x1f\x8b', '\0'])('rejects %j as gzip', async (bytes) => {
    await expect(inflated([Buffer.from(bytes, 'latin1')])).rejects.toBeInstanceOf(BrokenGzip);
  });

  test('reads little ahead of a reader that stops, and ends the source', async () => {
    const { source, seen, whenEnded } = sourceOf(bomb());
    let bytes = 0;
    for await (const piece of inflate(source, never)) {
      bytes += piece.length;
      if (bytes > 1_000_000) break;
    }
    expect(bytes).toBeLessThan(1_200_000);
    expect(seen.pieces).toBeLessThan(10);
    await whenEnded;
  });

  test('rethrows the error of the source', async () => {
    const error = new Error('the wire broke');
    async function* breaking(): AsyncGenerator<Buffer> {
      yield await Promise.resolve(packed.subarray(0, 100));
      throw error;
    }
    const reading = (async () => {
      for await (const piece of inflate(breaking(), never)) expect(piece.length).toBeGreaterThan(0);
    })();
    await expect(reading).rejects.toBe(error);
  });

  test('stops in the middle of an expanding chunk when it is aborted', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const { source, seen, whenEnded } = sourceOf(bomb());
    let bytes = 0;
    const reading = (async () => {
      for await (const piece of inflate(source, stop.signal)) {
        bytes += piece.length;
        stop.abort(reason);
      }
    })();
    await expect(reading).rejects.toBe(reason);
    expect(bytes).toBeLessThan(1_000_000);
    expect(seen.pieces).toBeLessThan(10);
    await whenEnded;
  });
});
