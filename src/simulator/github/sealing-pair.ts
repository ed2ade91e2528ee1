/** The two keys that secrets are sealed and opened with. */
export interface SealingPair {
  readonly id: string;
  /** Base64. */
  readonly publicKey: string;
  /** @throws {Error} when the text was not sealed with this key. */
  readonly open: (sealed: string) => string;
}

/** A new pair. The library is loaded only here. */
export async function newSealingPair(): Promise<SealingPair> {
  const { default: sodium } = await import('libsodium-wrappers');
  await sodium.ready;
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  return {
    id: '568250167242549743',
    publicKey: Buffer.from(publicKey).toString('base64'),
    open: (sealed) =>
      Buffer.from(sodium.crypto_box_seal_open(Buffer.from(sealed, 'base64'), publicKey, privateKey)).toString(
        'utf8',
      ),
  };
}
