/**
 * Seals a text so that only the owner of the key can read it: GitHub takes secrets in no other form. The library is loaded only here. `publicKey`
 * is base64, and so is what comes back.
 * @see https://docs.github.com/en/rest/guides/encrypting-secrets-for-the-rest-api
 */
export async function seal(text: string, publicKey: string): Promise<string> {
  const { default: sodium } = await import('libsodium-wrappers');
  await sodium.ready;
  const sealed = sodium.crypto_box_seal(Buffer.from(text, 'utf8'), Buffer.from(publicKey, 'base64'));
  return Buffer.from(sealed).toString('base64');
}
