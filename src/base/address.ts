/**
 * Whether a text is a URL, alone or seen from `base`. Not `URL.canParse`: once Node 20 has optimized it, it
 * calls a URL with Latin-1 letters broken that `new URL` reads.
 */
export function isUrl(text: string, base?: string): boolean {
  try {
    return new URL(text, base).href !== '';
  } catch {
    return false;
  }
}
