import { terminalSequence } from '../base/foreign-text.js';
import { controlCharacters, invisibleCharacter } from '../base/invisible-text.js';

/** A text as somebody may read it, and where each of its characters comes from. */
export interface Reading {
  readonly text: string;
  /** The place in the original text, for every place in this one; the same when absent. */
  readonly places?: { readonly starts: Int32Array; readonly ends: Int32Array } | undefined;
}

/** A way to read a text: what `pattern` finds, once the quick `sign` is there, is read as `as` says, never as more characters. */
interface Step {
  readonly sign: RegExp;
  readonly pattern: RegExp;
  readonly as: (found: string) => string;
}

const nothing = (): string => '';

/** Characters that take no place: terminal sequences, control characters other than white space, and what nobody sees. */
const unseen: Step = {
  sign: /[^\n\u0020-\u007e]/,
  pattern: new RegExp(
    `${terminalSequence.source}|(?![\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029])[${controlCharacters}]|${invisibleCharacter}|\\p{M}`,
    'gu',
  ),
  as: nothing,
};

const entityNames: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** What HTML writes for a character, and the element that we put around some. */
const entities: Step = {
  sign: /&|<span>/,
  pattern: /&#\d{1,7};|&#x[\da-f]{1,6};|&(?:amp|lt|gt|quot|apos|nbsp);|<span>[^<]<\/span>/giu,
  as: unescaped,
};

/** Escapes of URLs, JSON, HTML and Markdown; the last alternatives are those that were cut off. */
const escapes: Step = {
  sign: /[%\\&]|<span>/,
  pattern:
    /(?:%[\da-f]{2})+|\\u[\da-f]{4}|\\x[\da-f]{2}|\\[!-/:-@[-`{-~nrt]|&#\d{1,7};|&#x[\da-f]{1,6};|&(?:amp|lt|gt|quot|apos|nbsp);|<span>[^<]<\/span>|(?:%[\da-f]?|\\(?:[ux][\da-f]{0,3})?|&[#\da-z]{0,7})(?=…)/giu,
  as: unescaped,
};

function unescaped(found: string): string {
  const rest = found.slice(1);
  if (found.startsWith('%')) return rest === '' || rest.length === 1 ? '' : percentDecoded(found);
  if (found.startsWith('<')) return found.slice(6, -7);
  if (found.startsWith('\\')) {
    const code = /^[ux]([\da-f]{2,4})$/i.exec(rest)?.[1];
    if (code !== undefined && rest.length !== 4) return String.fromCharCode(parseInt(code, 16));
    if (/^[nrt]$/.test(rest)) return rest === 'n' ? '\n' : ' ';
    return /^[^\da-z]$/i.test(rest) ? rest : '';
  }
  if (!found.endsWith(';')) return '';
  const [, decimal, hex] = /^&#(?:(\d+)|x([\da-f]+));$/i.exec(found) ?? [];
  if (decimal === undefined && hex === undefined) return entityNames[found.slice(1, -1).toLowerCase()] ?? '';
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** What is not UTF-8 is left as it is. */
function percentDecoded(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run.replace(/%[2-7][\da-f]/gi, (escape) => String.fromCharCode(parseInt(escape.slice(1), 16)));
  }
}

const whiteSpace: Step = { sign: /\s/, pattern: /\s+/g, as: nothing };

/** How bytes are written apart in dumps: `67:6c`, `0x67, 0x6c`. */
const byteMarks: Step = { sign: /[:,_-]|0x/i, pattern: /[:,_-]|0x/gi, as: nothing };

/** Encodings in encodings are taken off so many times. */
const mostRounds = 4;

/** The text without what nobody sees. */
export function seen(reading: Reading): Reading {
  return taken(reading, unseen);
}

/**
 * Every way to read a text: as it is, without what nobody sees, with entities resolved, and with all escapes resolved once, twice and so on. Those that
 * differ; the last one has no escapes left.
 */
export function readingsOf(reading: Reading): readonly Reading[] {
  const bare = seen(reading);
  const readings = [reading, bare, seen(taken(bare, entities))];
  let last = bare;
  for (let round = 0; round < mostRounds; round += 1) {
    const next = seen(taken(last, escapes));
    if (next === last) break;
    readings.push(next);
    last = next;
  }
  return [...new Set(readings)];
}

/** A text without escapes and what nobody sees. */
export function resolved(text: string): string {
  return readingsOf({ text }).at(-1)?.text ?? text;
}

/** The text without white space, as a wrapped line is read. */
export function compact(reading: Reading): Reading {
  return taken(reading, whiteSpace);
}

/** Lower case digits of bytes, without what stands between them. */
export function byteDigits(reading: Reading): Reading {
  const apart = taken(reading, byteMarks);
  const lower = apart.text.replace(/[A-F]/g, (digit) => digit.toLowerCase());
  return lower === apart.text ? apart : { ...apart, text: lower };
}

/** The reading itself when there is nothing to take. Keeps track of places only where the reading before does. */
function taken(reading: Reading, { sign, pattern, as }: Step): Reading {
  const { text, places } = reading;
  if (!sign.test(text)) return reading;
  if (places === undefined) {
    const changed = text.replace(pattern, as);
    return changed === text ? reading : { text: changed };
  }
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  let length = 0;
  let changed = '';
  let done = 0;
  const keep = (until: number): void => {
    changed += text.slice(done, until);
    for (let at = done; at < until; at += 1, length += 1) {
      starts[length] = places.starts[at] ?? 0;
      ends[length] = places.ends[at] ?? 0;
    }
  };
  for (const { 0: found, index } of text.matchAll(pattern)) {
    keep(index);
    done = index + found.length;
    const read = as(found);
    changed += read;
    for (let unit = 0; unit < read.length; unit += 1, length += 1) {
      starts[length] = places.starts[index] ?? 0;
      ends[length] = places.ends[done - 1] ?? 0;
    }
  }
  keep(text.length);
  if (changed === text) return reading;
  return { text: changed, places: { starts: starts.subarray(0, length), ends: ends.subarray(0, length) } };
}

/** A text as it is, with its places. */
export function placed(text: string): Reading {
  const starts = Int32Array.from({ length: text.length }, (_, at) => at);
  return { text, places: { starts, ends: starts.map((at) => at + 1) } };
}
