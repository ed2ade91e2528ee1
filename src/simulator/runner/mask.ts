const shown = '***';

/**
 * The values that `::add-mask::` registers for one payload: the whole of it and each of its lines, trimmed;
 * none when there is only white space. No length is too short, so a masked `{` of a multi-line JSON text
 * hides every `{`.
 */
export function maskedValuesOf(payload: string): readonly string[] {
  if (payload.trim() === '') return [];
  const lines = payload
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [...new Set([payload, ...lines])];
}

/**
 * All texts that runner 2.336 hides for one value: the value, and the forms that its own encoders make of it.
 * Base64 is that of the whole value and of the value without its first one and two bytes, in full length, so
 * any text that follows the value breaks the match. The halves that PowerShell makes of a value with `&` are
 * left out: hiding less than the runner does finds leaks, hiding more loses them.
 */
export function maskForms(value: string): readonly string[] {
  const bytes = Buffer.from(value, 'utf8');
  const wellFormed = bytes.toString('utf8');
  const forms = [
    value,
    bytes.toString('base64'),
    ...[1, 2].map((offset) => bytes.subarray(bytes.length > offset ? offset : 0).toString('base64')),
    value.replaceAll('"', '\\"'),
    value.replaceAll("'", "''"),
    jsonForm(value),
    percentForm(wellFormed),
    xmlForm(value),
    value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : '',
  ];
  return [...new Set(forms)].filter((form) => form !== '');
}

/**
 * The text with every occurrence of every form replaced by `***`; occurrences that touch or overlap become
 * one.
 */
export function maskText(text: string, forms: Iterable<string>): string {
  const spans: { start: number; end: number }[] = [];
  for (const form of forms) {
    if (form === '') continue;
    for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
      spans.push({ start, end: start + form.length });
    }
  }
  spans.sort((a, b) => a.start - b.start);
  let masked = '';
  let position = 0;
  let openEnd: number | undefined;
  for (const { start, end } of spans) {
    if (openEnd === undefined || start > openEnd) {
      masked += text.slice(position, start) + shown;
    }
    openEnd = Math.max(openEnd ?? 0, end);
    position = openEnd;
  }
  return masked + text.slice(position);
}

function jsonForm(value: string): string {
  return JSON.stringify(value)
    .slice(1, -1)
    .replace(/[\u0085\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** .NET encodes `! ' ( ) *`, which JavaScript leaves as they are. */
function percentForm(value: string): string {
  return encodeURIComponent(value).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function xmlForm(value: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': 'amp',
    '<': 'lt',
    '>': 'gt',
    '"': 'quot',
    "'": 'apos',
  };
  return value.replace(/[&<>"']/g, (mark) => `&${names[mark] ?? ''};`);
}
