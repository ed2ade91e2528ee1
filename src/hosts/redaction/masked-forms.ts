/**
 * Shorter texts are not worth hiding, and hiding them would blank out half of the log and make the runner
 * drop job outputs (it drops every output that contains a masked text).
 */
export const shortestMaskedLength = 4;

/**
 * What a secret leaves in base64 in the middle of a longer text, or in hexadecimal digits, is only hidden
 * when it is long enough to be no accident.
 */
const shortestPieceLength = 8;

/**
 * A secret and the forms of it that can turn up in a log, many of which a CI host does not derive by itself:
 * percent-encoded, form-encoded, JSON-escaped, in hexadecimal digits, and in base64 (both alphabets), alone
 * and wherever it stands in a longer text. Each form once, the longest first.
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
 * What base64 makes of these bytes in the middle of others, as in `Authorization: Basic` of `user:TOKEN`: one
 * text for each of the three places in which they can begin, in both alphabets, without the characters at
 * both ends that the neighbors decide.
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
 * `encodeURIComponent`, which throws on half of a surrogate pair; such a text has no percent-encoded form
 * that anybody would print.
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
