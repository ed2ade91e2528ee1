/** A way to write characters, and their meaning. It never has fewer characters than its meaning. */
export interface Spelling {
  /** The character with which it starts; nothing if any digit may. */
  readonly first: string;
  readonly pattern: RegExp;
  readonly read: (found: string) => string;
}

const nothing = (): string => '';

/** In URLs. A percent sign that was encoded several times counts as one. */
const percent: Spelling = { first: '%', pattern: /(?:%(?:25)*[\da-fA-F]{2})+/, read: percentDecoded };

/** As `escape` of JavaScript writes it. */
const percentUnit: Spelling = {
  first: '%',
  pattern: /%(?:25)*u[\da-fA-F]{4}/,
  read: (found) => character(found.slice(-4), 16),
};

/**
 * In JSON, JavaScript, Java, C, Python, Perl, Rust and similar languages, after any number of backslashes:
 * `\u0067`, `\u{67}`, `\u{67 6c}`, `\U00000067`, `\x67`, `\x{67}`, `\N{U+67}`, `\o{147}`.
 */
const escape: Spelling = {
  first: '\\',
  pattern:
    /(?<!\\)\\+(?:u\{[\da-fA-F ]+\}|u+[\da-fA-F]{4}|U[\da-fA-F]{8}|x\{[\da-fA-F]+\}|x[\da-fA-F]{2}|N\{U\+[\da-fA-F]+\}|o\{[0-7]+\})/,
  read: (found) => {
    const digits = found.replace(/^\\+(?:N\{U\+|u+\{?|[Uxo]\{?)/, '').replace('}', '');
    const base = /^\\+o/.test(found) ? 8 : 16;
    return digits
      .trim()
      .split(/ +/)
      .map((each) => character(each, base))
      .join('');
  },
};

const octal: Spelling = {
  first: '\\',
  // As in C, and as in `echo`, with a leading zero.
  pattern: /(?<!\\)\\+(?:0[0-3][0-7]{2}|[0-3][0-7]{2}|[4-7][0-7])/,
  read: (found) => character(withoutBackslashes(found), 8),
};

/** In zone files and Lua. */
const decimal: Spelling = {
  first: '\\',
  pattern: /(?<!\\)\\+\d{1,3}/,
  read: (found) => character(withoutBackslashes(found), 10),
};

/** In style sheets. */
const cssEscape: Spelling = {
  first: '\\',
  pattern: /(?<!\\)\\+[\da-fA-F]{1,6}/,
  read: (found) => character(withoutBackslashes(found), 16),
};

/** In Markdown, shells and C. A line that ends with a backslash continues in the next one. */
const escapedMark: Spelling = {
  first: '\\',
  pattern: /\\[ \n!-/:-@[-`{-~nrt]/,
  read: ([, mark = '']) =>
    mark === 'n' ? '\n' : mark === 'r' || mark === 't' ? ' ' : mark === '\n' ? '' : mark,
};

/**
 * In HTML, with any number of zeros, and without the semicolon where browsers accept that. An ampersand that
 * was encoded several times counts as one.
 */
const entity: Spelling = {
  first: '&',
  pattern:
    /&(?:amp;)*(?:#[xX][\da-fA-F]+;?|#\d+;?|[A-Za-z]{2,20};|(?:amp|AMP|lt|LT|gt|GT|quot|QUOT|nbsp|shy))/,
  read: entityRead,
};

/** The element that we put around some punctuation. */
const element: Spelling = { first: '<', pattern: /<span>[^<]<\/span>/, read: (found) => found.slice(6, -7) };

/** Text that was truncated in the middle. */
const stopReason: readonly Spelling[] = [
  { first: '%', pattern: /%(?:25)*u?[\da-fA-F]{0,3}(?= ?…)/, read: nothing },
  { first: '\\', pattern: /(?<!\\)\\+(?:[uUxNo]\{?[\da-fA-F+ ]*|\d{0,3})(?= ?…)/, read: nothing },
  { first: '&', pattern: /&(?:amp;)*#?[\da-zA-Z]*(?= ?…)/, read: nothing },
];

/** In mails, with soft line breaks. */
const quotedPrintable: readonly Spelling[] = [
  { first: '=', pattern: /(?:=[\da-fA-F]{2})+/, read: (found) => percentDecoded(found.replaceAll('=', '%')) },
  { first: '=', pattern: /=\r?\n|=[\da-fA-F]?(?= ?…)/, read: nothing },
];

function numbersOf(pattern: RegExp, base: 8 | 10): Spelling {
  return {
    first: '',
    pattern,
    read: (found) => {
      const bytes = found.split(/[ ,]+/).map((byte) => parseInt(byte, base));
      return bytes.every((byte) => byte < 256) ? Buffer.from(bytes).toString('utf8') : found;
    },
  };
}

/** Bytes as numbers: `103, 108, 112`, as arrays are printed. */
const byteList = numbersOf(/(?:\d{1,3}[ ,]{1,3}){7,}\d{1,3}/, 10);

/** The same in octal: `147 154 160`, as `od -b` prints them. */
const octalList = numbersOf(/(?:[0-3][0-7]{2}[ ,]{1,3}){7,}[0-3][0-7]{2}/, 8);

/** Of text in UTF-16, every second byte: as `cat -v` prints it, and Rust. */
const zeroBytes: Spelling = { first: '', pattern: /\^@|(?<!\\)\\+0/, read: nothing };

/** Spellings that are resolved together. */
export interface Alphabet {
  /** Matches if a text may contain any of them. */
  readonly sign: RegExp;
  readonly spellings: readonly Spelling[];
}

export const entities: Alphabet = { sign: /&|<span>/, spellings: [entity, element] };

const ofPrograms = [percent, percentUnit, escape] as const;
const ofMarkup = [escapedMark, entity, element, ...stopReason] as const;

export const escapes: Alphabet = { sign: /[%\\&]|<span>/, spellings: [...ofPrograms, octal, ...ofMarkup] };

/** Numbers after a backslash can be octal or decimal, and nothing distinguishes them. */
export const numberEscapes: readonly Alphabet[] = [
  { sign: /\\\d/, spellings: [...ofPrograms, decimal, ...ofMarkup] },
  { sign: /\\[\da-fA-F]/, spellings: [...ofPrograms, cssEscape, ...ofMarkup] },
];

/** Those that may mean something else: `=67` is more often a value than a letter. */
export const rareEscapes: readonly Alphabet[] = [
  { sign: /=(?:[\da-fA-F]{2}|\r?\n)/, spellings: [...quotedPrintable, ...ofPrograms, octal, ...ofMarkup] },
  { sign: /(?:\d{1,3}[ ,]{1,3}){7}/, spellings: [byteList] },
  { sign: /(?:[0-3][0-7]{2}[ ,]{1,3}){7}/, spellings: [octalList] },
  { sign: /\^@|\\0/, spellings: [zeroBytes] },
];

function withoutBackslashes(found: string): string {
  return found.slice(found.lastIndexOf('\\') + 1);
}

/** Nothing if the number is not that of a character. */
function character(digits: string, base: number): string {
  const code = parseInt(digits, base);
  if (!(code <= 0x10ffff)) return '';
  return String.fromCodePoint(code);
}

/** Leaves anything that is not UTF-8 unchanged, but for the start of a character at the end. */
function percentDecoded(found: string): string {
  const run = found.replace(/%(?:25)+(?=[\da-fA-F]{2})/g, '%');
  try {
    return decodeURIComponent(run.replace(/(?:%[c-f][\da-f](?:%[89ab][\da-f]){0,2})$/i, cutCharacter));
  } catch {
    return run.replace(/%[2-7][\da-f]/gi, (each) => String.fromCharCode(parseInt(each.slice(1), 16)));
  }
}

/** Nothing for the first bytes of a character without the last. */
function cutCharacter(bytes: string): string {
  try {
    return decodeURIComponent(bytes) && bytes;
  } catch {
    return '';
  }
}

/** HTML's entities for ASCII and for invisible characters. */
const entityNames: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', Tab: ' ', NewLine: '\n' },
  ...{
    excl: '!',
    num: '#',
    dollar: '$',
    percnt: '%',
    lpar: '(',
    rpar: ')',
    ast: '*',
    midast: '*',
    plus: '+',
  },
  ...{ comma: ',', period: '.', sol: '/', colon: ':', semi: ';', equals: '=', quest: '?', commat: '@' },
  ...{ lsqb: '[', lbrack: '[', bsol: '\\', rsqb: ']', rbrack: ']', Hat: '^', lowbar: '_', UnderBar: '_' },
  ...{ grave: '`', DiacriticalGrave: '`', lcub: '{', lbrace: '{', verbar: '|', vert: '|', VerticalLine: '|' },
  ...{ rcub: '}', rbrace: '}', shy: '', zwj: '', zwnj: '', ZeroWidthSpace: '', NoBreak: '' },
};

function entityRead(found: string): string {
  const name = found.replace(/^&(?:amp;(?=.))*/, '').replace(';', '');
  if (name.startsWith('#')) {
    const isHex = /^#x/i.test(name);
    return character(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  }
  const known = Object.hasOwn(entityNames, name) ? name : name.toLowerCase();
  return Object.hasOwn(entityNames, known) ? (entityNames[known] ?? '') : `&${name};`;
}
