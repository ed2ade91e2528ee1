import { createPublicKey } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import sodium from 'libsodium-wrappers';

import { seal } from '../../../src/github/seal.js';
import { anyText } from '../../support/any-text.js';

await sodium.ready;

interface Pair {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/** Opens a box with the library that GitHub's own page names. */
function opened(sealed: string, pair: Pair): string {
  const box = Buffer.from(sealed, 'base64');
  return Buffer.from(sodium.crypto_box_seal_open(box, pair.publicKey, pair.privateKey)).toString('utf8');
}
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

describe('a sealed text', () => {
  test('is decrypted by libsodium with its key, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(anyText({ maxLength: 300 }), async (text) => {
        const pair = sodium.crypto_box_keypair();
        const read = Buffer.from(text, 'utf8').toString('utf8');
        expect(opened(await seal(text, base64(pair.publicKey)), pair)).toBe(read);
      }),
      { numRuns: 100 },
    );
  });

  test.each([0, 1, 15, 16, 17, 31, 32, 33, 63, 64, 65, 48 * 1024])(
    'of %i bytes is decrypted, and is 48 bytes longer',
    async (length) => {
      const pair = sodium.crypto_box_keypair();
      const sealed = await seal('x'.repeat(length), base64(pair.publicKey));
      expect(opened(sealed, pair)).toBe('x'.repeat(length));
      expect(Buffer.from(sealed, 'base64')).toHaveLength(length + 48);
    },
  );

  test('is different each time, from its first byte on', async () => {
    const { publicKey } = sodium.crypto_box_keypair();
    const boxes = await Promise.all(Array.from({ length: 20 }, () => seal('same', base64(publicKey))));
    expect(new Set(boxes.map((box) => box.slice(0, 40))).size).toBe(20);
  });

  test('is decrypted neither with another key nor after a change of any byte', async () => {
    const pair = sodium.crypto_box_keypair();
    const sealed = await seal('glptt-x', base64(pair.publicKey));
    expect(() => opened(sealed, sodium.crypto_box_keypair())).toThrow('incorrect key pair');
    for (let at = 0; at < Buffer.from(sealed, 'base64').length; at += 1) {
      const bytes = Buffer.from(sealed, 'base64');
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      expect(() => opened(base64(bytes), pair)).toThrow('incorrect key pair');
    }
  });
});

describe('encryption is refused with', () => {
  test.each([
    { name: 'no key', key: '' },
    { name: 'a short key', key: base64(new Uint8Array(31).fill(7)) },
    { name: 'a long key', key: base64(new Uint8Array(33).fill(7)) },
    // Whatever the other side has, the secret would be zero.
    { name: 'the key 0', key: base64(new Uint8Array(32)) },
    { name: 'the key 1', key: base64(Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 1 : 0))) },
    {
      name: 'a key of small order',
      key: base64(Buffer.from('e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800', 'hex')),
    },
  ])('$name', async ({ key }) => {
    await expect(seal('glptt-x', key)).rejects.toThrow(/^(?:The public key has|.*(?:deriv|small))/i);
  });

  test("a key in Node's own longer form", async () => {
    const { publicKey } = sodium.crypto_box_keypair();
    const der = Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), publicKey]);
    expect(createPublicKey({ key: der, type: 'spki', format: 'der' }).asymmetricKeyType).toBe('x25519');
    await expect(seal('glptt-x', base64(der))).rejects.toThrow('The public key has 44 bytes, not 32');
  });
});
