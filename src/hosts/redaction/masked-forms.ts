/**
 * Shorter texts are not masked: masking them would hide half of the log, and the runner drops every job
 * output that contains a masked text.
 */
export const shortestMaskedLength = 4;

/**
 * A piece of a secret in hexadecimal digits, or in base64 inside a longer text, is hidden only if it is too
 * long for a coincidence.
 */
export const shortestPieceLength = 8;

/**
 * A secret and the forms in which it can occur in a log. Hosts do not derive many of them: percent-encoded,
 * form-encoded, JSON-escaped, in hexadecimal digits, and in base64 (both alphabets), alone and inside a
 * longer text. Each form once, the longest first.
 */
export function maskedForms(text: string): readonly string[] {
  const trimmed = text.trim();
  const json = JSON.stringify(trimmed).slice(1, -1);
  const bytes = Buffer.from(trimmed, 'utf8');
  const base64 = bytes.toString('base64');
  const percent = percentEncoded(trimmed);
  const form = new URLSearchParams({ '': trimmed }).toString().slice(1);
  const hex = bytes.toString('hex');
  const whole = [
    text,
    trimmed,
    percent,
    form,
    ...[percent, form].map(withLowerEscapes),
    json,
    json.replaceAll('/', '\\/'),
    base64,
    base64.replace(/={1,2}$/, ''),
    bytes.toString('base64url'),
  ].filter((each) => each.trim().length >= shortestMaskedLength);
  const pieces = [...base64Cores(bytes), hex, hex.toUpperCase()].filter(
    (each) => each.length >= shortestPieceLength && bytes.length >= shortestMaskedLength,
  );
  return [...new Set([...whole, ...pieces])].sort((one, other) => other.length - one.length);
}

/**
 * The base64 text of these bytes inside of others, as in `Authorization: Basic` of `user:TOKEN`: one text for
 * each of the three possible offsets, in both alphabets, without the characters at both ends that depend on
 * the neighbors.
 */
export function base64Cores(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((offset) => {
    const moved = Buffer.concat([Buffer.alloc(offset), bytes]);
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor((moved.length * 8) / 6);
    const core = moved.toString('base64').slice(first, last);
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/**
 * `encodeURIComponent` throws on half of a surrogate pair. Such a text has no percent-encoded form that a
 * program would print.
 */
function percentEncoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}

function withLowerEscapes(text: string): string {
  return text.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
}
