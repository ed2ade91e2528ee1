/** A secret that was found where it must not be. */
export interface Leak {
  readonly place: string;
  readonly secret: string;
  /** How it was written there. */
  readonly form: string;
}

/**
 * A piece of a secret that is as long as this is as good as found: less than this stays to be guessed, or it
 * is half of what was cut off.
 */
const pieceCharacters = 8;

/**
 * Looks for every secret (by name) in every text (by place): whole, in pieces, and in all encodings in which
 * text travels.
 */
export function leaksIn(
  texts: Readonly<Record<string, string>>,
  secrets: Readonly<Record<string, string>>,
): readonly Leak[] {
  return Object.entries(secrets).flatMap(([secret, value]) => {
    const forms = knownFormsOf(value);
    return Object.entries(texts).flatMap(([place, text]) =>
      forms
        .filter(([, writings]) => writings.some((writing) => text.includes(writing)))
        .map(([form]) => ({ place, secret, form })),
    );
  });
}

type Form = readonly [name: string, writings: readonly string[]];

/** A suite looks for the same secrets in hundreds of texts. */
const knownForms = new Map<string, readonly Form[]>();

function knownFormsOf(secret: string): readonly Form[] {
  const forms = knownForms.get(secret) ?? Object.entries(formsOf(secret));
  knownForms.set(secret, forms);
  return forms;
}

/** All writings of a secret, by the name of the encoding. */
export function formsOf(secret: string): Readonly<Record<string, readonly string[]>> {
  const json = JSON.stringify(secret).slice(1, -1);
  const percent = encodeURIComponent(secret);
  const strict = percent.replace(/[!'()*]/g, (mark) => percentSign(mark));
  return {
    plain: piecesOf(secret),
    'JSON-escaped': [json, json.replaceAll('/', '\\/'), JSON.stringify(json).slice(1, -1)].flatMap(piecesOf),
    'percent-encoded': [
      percent,
      strict,
      lowerEscapes(percent),
      new URLSearchParams([['', secret]]).toString().slice(1),
      encodeURI(secret),
    ],
    'HTML-escaped': [htmlText(secret)],
    base64: base64Forms(secret),
    hexadecimal: [Buffer.from(secret).toString('hex'), Buffer.from(secret).toString('hex').toUpperCase()],
  };
}

function piecesOf(text: string): readonly string[] {
  const last = Math.max(0, text.length - pieceCharacters);
  return Array.from({ length: last + 1 }, (_, start) => text.slice(start, start + pieceCharacters));
}

/**
 * Base64 of the secret wherever it stands in a longer text: without the characters at both ends that its
 * neighbors decide.
 */
function base64Forms(secret: string): readonly string[] {
  return [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]);
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor((bytes.length * 8) / 6);
    const standard = bytes.toString('base64').slice(first, last);
    return [standard, standard.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function percentSign(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}

function lowerEscapes(text: string): string {
  return text.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
}

function htmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
