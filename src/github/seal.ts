import { createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';

/** The DER prefix of the 32 bytes of an X25519 public key (RFC 8410). */
const derHead = Buffer.from('302a300506032b656e032100', 'hex');

const keyBytes = 32;
const nonceBytes = 24;

/**
 * Encrypts a text so that only the owner of the key can read it, as libsodium's `crypto_box_seal` does;
 * GitHub accepts no other form. Node does the key agreement and the random numbers. The cipher and the hash,
 * which Node lacks, are loaded only here. `publicKey` and the result are base64.
 * @throws {Error} when `publicKey` is no public key.
 * @see https://docs.github.com/en/rest/guides/encrypting-secrets-for-the-rest-api
 * @see https://doc.libsodium.org/public-key_cryptography/sealed_boxes
 */
export async function seal(text: string, publicKey: string): Promise<string> {
  const [{ hsalsa, xsalsa20poly1305 }, { blake2b }] = await Promise.all([
    import('@noble/ciphers/salsa.js'),
    import('@noble/hashes/blake2.js'),
  ]);
  const theirs = Buffer.from(publicKey, 'base64');
  if (theirs.length !== keyBytes)
    throw new Error(`The public key has ${theirs.length} bytes, not ${keyBytes}`);
  // A new key pair for each box: the nonce is derived from the two public keys and must never be reused with
  // one secret.
  const pair = generateKeyPairSync('x25519');
  const ours = pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(derHead.length);
  const secret = diffieHellman({
    privateKey: pair.privateKey,
    publicKey: createPublicKey({ key: Buffer.concat([derHead, theirs]), type: 'spki', format: 'der' }),
  });
  const key = new Uint32Array(keyBytes / 4);
  hsalsa(wordsOf(Buffer.from('expand 32-byte k')), wordsOf(secret), new Uint32Array(4), key);
  const nonce = blake2b(Buffer.concat([ours, theirs]), { dkLen: nonceBytes });
  const box = xsalsa20poly1305(new Uint8Array(key.buffer), nonce).encrypt(Buffer.from(text, 'utf8'));
  return Buffer.concat([ours, box]).toString('base64');
}

/** Bytes as 32-bit words; copied for alignment to four bytes. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}
