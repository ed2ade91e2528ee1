/**
 * Whether a text is a URL, absolute or relative to `base`. Does not use `URL.canParse`: once Node 20 has
 * optimized it, it rejects URLs with Latin-1 letters that `new URL` accepts.
 */
export function isUrl(text: string, base?: string): boolean {
  try {
    return new URL(text, base).href !== '';
  } catch {
    return false;
  }
}
