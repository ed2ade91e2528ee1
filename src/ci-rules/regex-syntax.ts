/** A node of a regular expression. */
export type Pattern =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'edge'; readonly edge: Edge }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] }
  | {
      readonly kind: 'repetition';
      readonly part: Pattern;
      readonly least: number;
      readonly most: number | 'endless';
    };

/** Whether a character (its code point) belongs to the class. */
export type CharacterTest = (code: number) => boolean;

export type Edge = 'text_start' | 'text_end' | 'line_start' | 'line_end' | 'word' | 'inside_word';

/** Longer patterns do not occur in real rules, and the parser is recursive. */
const maxCharacters = 1000;

/**
 * Parses the part of RE2's syntax that rules use; `undefined` for everything else.
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function parsePattern(source: string, flags: string): Pattern | undefined {
  const inline = /^\(\?([ism]+)\)/.exec(source);
  const rest = inline === null ? source : source.slice(inline[0].length);
  const all = flags + (inline?.[1] ?? '');
  if (rest.length > maxCharacters || /[^ismU]/.test(all)) return undefined;
  const reader: Reader = {
    characters: Array.from(rest),
    at: 0,
    ignoreCase: all.includes('i'),
    dotTakesLineEnds: all.includes('s'),
    linewise: all.includes('m'),
  };
  const pattern = readChoice(reader);
  return reader.at === reader.characters.length ? pattern : undefined;
}

interface Reader {
  readonly characters: readonly string[];
  at: number;
  readonly ignoreCase: boolean;
  readonly dotTakesLineEnds: boolean;
  readonly linewise: boolean;
}

function peek({ characters, at }: Reader): string | undefined {
  return characters[at];
}

function take(reader: Reader): string | undefined {
  const character = peek(reader);
  reader.at += 1;
  return character;
}

/** Consumes a text if it is at this position. */
function takes(reader: Reader, text: string): boolean {
  const found = reader.characters.slice(reader.at, reader.at + text.length).join('') === text;
  if (found) reader.at += text.length;
  return found;
}

function readChoice(reader: Reader): Pattern | undefined {
  const options: Pattern[] = [];
  do {
    const option = readSequence(reader);
    if (option === undefined) return undefined;
    options.push(option);
  } while (takes(reader, '|'));
  return { kind: 'choice', options };
}

function readSequence(reader: Reader): Pattern | undefined {
  const parts: Pattern[] = [];
  for (let next = peek(reader); next !== undefined && next !== '|' && next !== ')'; next = peek(reader)) {
    const part = readRepeated(reader);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return { kind: 'sequence', parts };
}

function readRepeated(reader: Reader): Pattern | undefined {
  const part = readPart(reader);
  const bounds = readBounds(reader);
  if (part === undefined || bounds === undefined) return part;
  if (bounds.least > maxCount || (bounds.most !== 'endless' && bounds.most > maxCount)) return undefined;
  if (bounds.most !== 'endless' && bounds.most < bounds.least) return undefined;
  // Greedy and lazy quantifiers match the same texts.
  takes(reader, '?');
  // RE2 rejects a repetition of a repetition without a group, and so does this parser.
  return readBounds(reader) === undefined ? { kind: 'repetition', part, ...bounds } : undefined;
}

/** RE2's limit. */
const maxCount = 1000;

interface Bounds {
  readonly least: number;
  readonly most: number | 'endless';
}

function readBounds(reader: Reader): Bounds | undefined {
  if (takes(reader, '*')) return { least: 0, most: 'endless' };
  if (takes(reader, '+')) return { least: 1, most: 'endless' };
  if (takes(reader, '?')) return { least: 0, most: 1 };
  const counted = /^\{(\d{1,9})(,?)(\d{0,9})\}/.exec(
    reader.characters.slice(reader.at, reader.at + 25).join(''),
  );
  if (counted === null) return undefined;
  const [whole, least = '', comma, most = ''] = counted;
  reader.at += whole.length;
  const upper = comma === '' ? Number(least) : most === '' ? 'endless' : Number(most);
  return { least: Number(least), most: upper };
}

function readPart(reader: Reader): Pattern | undefined {
  const character = take(reader);
  switch (character) {
    case undefined:
    case '*':
    case '+':
    case '?':
      return undefined;
    case '(':
      return readGroup(reader);
    case '[':
      return readClass(reader);
    case '^':
      return { kind: 'edge', edge: reader.linewise ? 'line_start' : 'text_start' };
    case '$':
      return { kind: 'edge', edge: reader.linewise ? 'line_end' : 'text_end' };
    case '.':
      return characterPart((code) => reader.dotTakesLineEnds || code !== lineEnd);
    case '\\':
      return readEscape(reader);
    default:
      return characterPart(sameCharacter(character, reader));
  }
}

function characterPart(test: CharacterTest): Pattern {
  return { kind: 'character', test };
}

function readGroup(reader: Reader): Pattern | undefined {
  if (takes(reader, '?')) {
    const rest = reader.characters.slice(reader.at, reader.at + 40).join('');
    const head = /^(?::|P?<[A-Za-z_]\w*>)/.exec(rest);
    if (head === null) return undefined;
    reader.at += head[0].length;
  }
  const inner = readChoice(reader);
  return takes(reader, ')') ? inner : undefined;
}

const edges: Readonly<Partial<Record<string, Edge>>> = {
  A: 'text_start',
  z: 'text_end',
  b: 'word',
  B: 'inside_word',
};

function readEscape(reader: Reader): Pattern | undefined {
  const letter = take(reader);
  if (letter === undefined) return undefined;
  const edge = edges[letter];
  if (edge !== undefined) return { kind: 'edge', edge };
  const test = escapedTest(letter, reader);
  return test === undefined ? undefined : characterPart(test);
}

const lineEnd = 10;
const controls: Readonly<Partial<Record<string, string>>> = { n: '\n', t: '\t', r: '\r', f: '\f' };

/**
 * The meaning of the character after a backslash: a character class, a control character, or the character
 * itself.
 */
function escapedTest(letter: string, reader: Reader): CharacterTest | undefined {
  const sort = sorts[letter.toLowerCase()];
  if (sort !== undefined) return letter === letter.toLowerCase() ? sort : (code) => !sort(code);
  const control = controls[letter];
  if (control !== undefined) return sameCharacter(control, reader);
  return /[A-Za-z0-9]/.test(letter) ? undefined : sameCharacter(letter, reader);
}

/** ASCII only, as in RE2. */
const sorts: Readonly<Partial<Record<string, CharacterTest>>> = {
  d: (code) => /^[0-9]$/.test(String.fromCodePoint(code)),
  w: isWordCharacter,
  s: (code) => /^[\t\n\f\r ]$/.test(String.fromCodePoint(code)),
};

/** An ASCII letter, a digit or an underscore. */
export function isWordCharacter(code: number): boolean {
  return /^[0-9A-Za-z_]$/.test(String.fromCodePoint(code));
}

function sameCharacter(character: string, { ignoreCase }: Reader): CharacterTest {
  const wanted = character.codePointAt(0);
  return ignoreCase ? (code) => casesOf(code).includes(wanted ?? -1) : (code) => code === wanted;
}

function casesOf(code: number): readonly (number | undefined)[] {
  const character = String.fromCodePoint(code);
  return [code, character.toLowerCase().codePointAt(0), character.toUpperCase().codePointAt(0)];
}

function readClass(reader: Reader): Pattern | undefined {
  const isNegated = takes(reader, '^');
  const tests: CharacterTest[] = [];
  let isFirst = true;
  for (let next = take(reader); next !== ']' || isFirst; next = take(reader)) {
    const member = next === undefined ? undefined : readMember(next, reader);
    if (member === undefined) return undefined;
    tests.push(member);
    isFirst = false;
  }
  return characterPart((code) => tests.some((test) => test(code)) !== isNegated);
}

/** A character, a range, or a class. */
function readMember(first: string, reader: Reader): CharacterTest | undefined {
  if (first === '[' && peek(reader) === ':') return undefined;
  if (first === '\\') {
    const letter = take(reader) ?? '';
    // A range that ends with an escape is easily misread and rarely needed, so it is not supported.
    const isRange = peek(reader) === '-' && reader.characters[reader.at + 1] !== ']';
    return isRange || letter === '' ? undefined : escapedTest(letter, reader);
  }
  if (peek(reader) !== '-' || reader.characters[reader.at + 1] === ']') return sameCharacter(first, reader);
  reader.at += 1;
  const last = take(reader);
  if (last === undefined || last === '\\' || last === '[') return undefined;
  const [low = 0, high = 0] = [first.codePointAt(0), last.codePointAt(0)];
  if (low > high) return undefined;
  return reader.ignoreCase
    ? (code) => casesOf(code).some((each) => each !== undefined && each >= low && each <= high)
    : (code) => code >= low && code <= high;
}
