import { controlCharacters, invisibleCharacter, terminalSequence } from '../../base/text.js';
import { type Alphabet, type Spelling, entities, escapes, numberEscapes, rareEscapes } from './spellings.js';

/** The position in the original text for every position in another one. */
interface Places {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * One reading of a text, and the origin of each of its characters: `same` for the original text itself,
 * `untold` if nothing needs the positions.
 */
export interface SecretTextReading {
  readonly text: string;
  readonly places: Places | 'same' | 'untold';
}

/**
 * A step of reading: replaces the matches of `pattern`, if the quick `sign` matches, as `as` defines; never
 * with more characters.
 */
interface Step {
  readonly sign: RegExp;
  readonly pattern: RegExp;
  readonly as: (found: string) => string;
}

const nothing = (): string => '';

/**
 * Blocks of letters, digits and punctuation that are ASCII in another style: raised and lowered, letterlike,
 * in circles and squares, small and full-width forms, mathematical. Our timeline writes punctuation this way.
 */
const styledBlocks =
  '\\u00aa\\u00b2\\u00b3\\u00b9\\u00ba\\u02b0-\\u02b8\\u02e1-\\u02e3\\u1d2c-\\u1d6a\\u2070-\\u209c\\u2102-\\u2149\\u2460-\\u2468\\u24b6-\\u24ea\\ufe50-\\ufe6b\\uff01-\\uff5e\\u{1d400}-\\u{1d7ff}\\u{1f130}-\\u{1f149}';

/**
 * What a reader does not see, or sees as ASCII. Without width are terminal sequences, control characters
 * other than white space, invisible characters, and halves of characters.
 */
const unseen: Step = {
  sign: /[^\n\u0020-\u007e]/,
  pattern: new RegExp(
    `[${styledBlocks}]|${terminalSequence.source}|(?![\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029])[${controlCharacters}]|${invisibleCharacter}|[\\p{M}\\p{Surrogate}]`,
    'gu',
  ),
  as: (found) => (styled.test(found) ? plainOf(found) : ''),
};

const styled = new RegExp(`^[${styledBlocks}]$`, 'u');

/** Never longer than the character; the same character if it stands for no single one of ASCII. */
function plainOf(character: string): string {
  const plain = character.normalize('NFKC');
  return /^[!-~]$/.test(plain) ? plain : character;
}

/**
 * A match is identified by its first character; of several spellings that start the same, the last one
 * applies.
 */
function stepOf({ sign, spellings }: Alphabet): Step {
  const byFirst = new Map<string, { readonly whole: RegExp; readonly read: Spelling['read'] }[]>();
  for (const { first, pattern, read } of spellings) {
    const known = byFirst.get(first) ?? [];
    byFirst.set(first, [...known, { whole: new RegExp(`^(?:${pattern.source})$`), read }]);
  }
  const alone = spellings[0]?.read ?? nothing;
  return {
    sign,
    pattern: new RegExp(spellings.map(({ pattern }) => pattern.source).join('|'), 'g'),
    as: (found) => {
      const candidates = byFirst.get(found.charAt(0)) ?? [];
      const { read = alone } = candidates.find(({ whole }) => whole.test(found)) ?? candidates.at(-1) ?? {};
      return read(found);
    },
  };
}

const entityStep = stepOf(entities);
const escapeStep = stepOf(escapes);
const numberSteps = numberEscapes.map(stepOf);
const rareSteps = rareEscapes.map(stepOf);

const whiteSpace: Step = { sign: /\s/, pattern: /\s+/g, as: nothing };

/** Separators of bytes in dumps: `67:6c`, `0x67, 0x6c`, `U+0067 U+006C`. */
const byteMarks: Step = { sign: /[:,_-]|0x|U\+/i, pattern: /[:,_-]|0x|U\+00/gi, as: nothing };

/** Maximum depth of nested encodings; the same encoding several times in a row counts once. */
const mostRounds = 5;

/** The same for rare spellings. */
const mostRareRounds = 2;

/** The text without invisible characters, and in plain letters. */
export function seen(reading: SecretTextReading): SecretTextReading {
  return taken(reading, unseen);
}

/**
 * Every reading of a text: unchanged, without invisible characters, with entities resolved, with all escapes
 * resolved once, twice and so on, and with ambiguous ones resolved. Yields only those that differ, each
 * computed on demand.
 */
export function* readingsOf(reading: SecretTextReading): Generator<SecretTextReading, void, undefined> {
  yield reading;
  const bare = seen(reading);
  if (bare !== reading) yield bare;
  const page = seen(taken(bare, entityStep));
  if (page !== bare) yield page;
  const last = yield* rounds(bare, escapeStep, mostRounds);
  for (const step of numberSteps) yield* rounds(bare, step, mostRareRounds);
  for (const step of rareSteps) yield* rounds(last, step, mostRareRounds);
}

/** The results of repeating a step until nothing changes. Empty if its sign does not match. */
function* rounds(
  from: SecretTextReading,
  step: Step,
  most: number,
): Generator<SecretTextReading, SecretTextReading, undefined> {
  let last = from;
  for (let round = 0; round < most; round += 1) {
    const next = seen(taken(last, step));
    if (next === last) break;
    yield next;
    last = next;
  }
  return last;
}

/** A text without escapes and invisible characters. */
export function resolved(text: string): string {
  let last = seen({ text, places: 'untold' });
  for (const next of rounds(last, escapeStep, mostRounds)) last = next;
  return last.text;
}

/** The text without white space, as a wrapped line is read. */
export function compact(reading: SecretTextReading): SecretTextReading {
  return taken(reading, whiteSpace);
}

/** The hexadecimal digits of bytes in lower case, without their separators. */
export function byteDigits(reading: SecretTextReading): SecretTextReading {
  const apart = taken(reading, byteMarks);
  const lower = apart.text.replace(/[A-F]+/g, (digits) => digits.toLowerCase());
  return lower === apart.text ? apart : { ...apart, text: lower };
}

/** The position of a part of a reading in the original text. */
export function placeOf(
  { places }: SecretTextReading,
  from: number,
  to: number,
): readonly [from: number, to: number] {
  if (typeof places === 'string') return [from, to];
  return [places.starts[from] ?? from, places.ends[to - 1] ?? to];
}

/** The reading itself if nothing matches. Tracks positions only if the reading before does. */
function taken(reading: SecretTextReading, { sign, pattern, as }: Step): SecretTextReading {
  const { text, places } = reading;
  if (!sign.test(text)) return reading;
  if (places === 'untold') {
    const changed = text.replace(pattern, as);
    return changed === text ? reading : { text: changed, places };
  }
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  let length = 0;
  let done = 0;
  const startOf = (at: number): number => (places === 'same' ? at : (places.starts[at] ?? 0));
  const endOf = (at: number): number => (places === 'same' ? at + 1 : (places.ends[at] ?? 0));
  const keep = (until: number): void => {
    for (let at = done; at < until; at += 1, length += 1) {
      starts[length] = startOf(at);
      ends[length] = endOf(at);
    }
  };
  const changed = text.replace(pattern, (found: string, index: number) => {
    keep(index);
    done = index + found.length;
    const read = as(found);
    for (let unit = 0; unit < read.length; unit += 1, length += 1) {
      starts[length] = startOf(index);
      ends[length] = endOf(done - 1);
    }
    return read;
  });
  keep(text.length);
  if (changed === text) return reading;
  return { text: changed, places: { starts: starts.subarray(0, length), ends: ends.subarray(0, length) } };
}
