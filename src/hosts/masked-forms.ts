/**
 * Shorter texts are not worth hiding, and hiding them would blank out half of the log and make the runner drop job outputs
 * (it drops every output that contains a masked text).
 */
export const shortestMaskedLength = 4;

/**
 * A secret and the forms of it that can turn up in a log but that a CI host does not derive by itself: percent-encoded, form-encoded,
 * base64 (both alphabets) and JSON-escaped. Each form once, the longest first.
 */
export function maskedForms(text: string): readonly string[] {
  const trimmed = text.trim();
  const json = JSON.stringify(trimmed).slice(1, -1);
  const base64 = Buffer.from(trimmed, 'utf8').toString('base64');
  const forms = [
    text,
    trimmed,
    percentEncoded(trimmed),
    new URLSearchParams({ '': trimmed }).toString().slice(1),
    json,
    json.replaceAll('/', '\\/'),
    base64,
    base64.replace(/={1,2}$/, ''),
    Buffer.from(trimmed, 'utf8').toString('base64url'),
  ];
  return [...new Set(forms)]
    .filter((form) => form.trim().length >= shortestMaskedLength)
    .sort((one, other) => other.length - one.length);
}

/** `encodeURIComponent`, which throws on half of a surrogate pair; such a text has no percent-encoded form that anybody would print. */
function percentEncoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}
