/** A way to write characters, and what they stand for: never more characters than it takes. */
export interface Spelling {
  /** The character with which it begins; nothing where any digit does. */
  readonly first: string;
  readonly pattern: RegExp;
  readonly read: (found: string) => string;
}

const nothing = (): string => '';

/** Of URLs. Percent signs that were encoded again, however often, are one. */
const percent: Spelling = { first: '%', pattern: /(?:%(?:25)*[\da-fA-F]{2})+/, read: percentDecoded };

/** What `escape` of JavaScript writes. */
const percentUnit: Spelling = {
  first: '%',
  pattern: /%(?:25)*u[\da-fA-F]{4}/,
  read: (found) => character(found.slice(-4), 16),
};

/**
 * Of JSON, JavaScript, Java, C, Python, Perl, Rust and the like, behind any number of backslashes: `\u0067`,
 * `\u{67}`, `\u{67 6c}`, `\U00000067`, `\x67`, `\x{67}`, `\N{U+67}`, `\o{147}`.
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
  // As C has it, and as `echo` has it, with a zero in front.
  pattern: /(?<!\\)\\+(?:0[0-3][0-7]{2}|[0-3][0-7]{2}|[4-7][0-7])/,
  read: (found) => character(withoutBackslashes(found), 8),
};

/** Of zone files and Lua. */
const decimal: Spelling = {
  first: '\\',
  pattern: /(?<!\\)\\+\d{1,3}/,
  read: (found) => character(withoutBackslashes(found), 10),
};

/** Of style sheets. */
const cssEscape: Spelling = {
  first: '\\',
  pattern: /(?<!\\)\\+[\da-fA-F]{1,6}/,
  read: (found) => character(withoutBackslashes(found), 16),
};

/** Of Markdown, shells and C. */
const escapedMark: Spelling = {
  first: '\\',
  pattern: /\\[!-/:-@[-`{-~nrt]/,
  read: ([, mark = '']) => (mark === 'n' ? '\n' : mark === 'r' || mark === 't' ? ' ' : mark),
};

/**
 * Of HTML, with any number of zeros, and without the semicolon where browsers do without it. An ampersand
 * that was encoded again, however often, is one.
 */
const entity: Spelling = {
  first: '&',
  pattern:
    /&(?:amp;)*(?:#[xX][\da-fA-F]+;?|#\d+;?|[A-Za-z]{2,20};|(?:amp|AMP|lt|LT|gt|GT|quot|QUOT|nbsp|shy))/,
  read: entityRead,
};

/** The element that we put around some marks. */
const element: Spelling = { first: '<', pattern: /<span>[^<]<\/span>/, read: (found) => found.slice(6, -7) };

/** What was cut off in the middle. */
const stopReason: readonly Spelling[] = [
  { first: '%', pattern: /%(?:25)*u?[\da-fA-F]{0,3}(?=…)/, read: nothing },
  { first: '\\', pattern: /(?<!\\)\\+(?:[uUxNo]\{?[\da-fA-F+ ]*|\d{0,3})(?=…)/, read: nothing },
  { first: '&', pattern: /&(?:amp;)*#?[\da-zA-Z]*(?=…)/, read: nothing },
];

/** Of mails, with lines that go on. */
const quotedPrintable: readonly Spelling[] = [
  { first: '=', pattern: /(?:=[\da-fA-F]{2})+/, read: (found) => percentDecoded(found.replaceAll('=', '%')) },
  { first: '=', pattern: /=\r?\n|=[\da-fA-F]?(?=…)/, read: nothing },
];

/** Bytes as numbers: `103, 108, 112`, as an array is printed. */
const byteList: Spelling = {
  first: '',
  pattern: /(?:\d{1,3}[ ,]{1,3}){7,}\d{1,3}/,
  read: (found) => {
    const bytes = found.split(/[ ,]+/).map(Number);
    return bytes.every((byte) => byte < 256) ? Buffer.from(bytes).toString('utf8') : found;
  },
};

/** Spellings that are read together. */
export interface Alphabet {
  /** Whether a text may have any of them. */
  readonly sign: RegExp;
  readonly spellings: readonly Spelling[];
}

export const entities: Alphabet = { sign: /&|<span>/, spellings: [entity, element] };

const ofPrograms = [percent, percentUnit, escape] as const;
const ofMarkup = [escapedMark, entity, element, ...stopReason] as const;

export const escapes: Alphabet = { sign: /[%\\&]|<span>/, spellings: [...ofPrograms, octal, ...ofMarkup] };

/** Those that can be told from others by nobody: numbers behind a backslash are of one kind or the other. */
export const numberEscapes: readonly Alphabet[] = [
  { sign: /\\\d/, spellings: [...ofPrograms, decimal, ...ofMarkup] },
  { sign: /\\[\da-fA-F]/, spellings: [...ofPrograms, cssEscape, ...ofMarkup] },
];

/** Those that may be something else: `=67` is a value more often than a letter. */
export const rareEscapes: readonly Alphabet[] = [
  { sign: /=(?:[\da-fA-F]{2}|\r?\n)/, spellings: [...quotedPrintable, ...ofPrograms, octal, ...ofMarkup] },
  { sign: /(?:\d{1,3}[ ,]{1,3}){7}/, spellings: [byteList] },
];

function withoutBackslashes(found: string): string {
  return found.slice(found.lastIndexOf('\\') + 1);
}

/** Nothing where the number is that of no character. */
function character(digits: string, base: number): string {
  const code = parseInt(digits, base);
  if (!(code <= 0x10ffff)) return '';
  return String.fromCodePoint(code);
}

/** What is not UTF-8 is left as it is. */
function percentDecoded(found: string): string {
  const run = found.replace(/%(?:25)+(?=[\da-fA-F]{2})/g, '%');
  try {
    return decodeURIComponent(run);
  } catch {
    return run.replace(/%[2-7][\da-f]/gi, (each) => String.fromCharCode(parseInt(each.slice(1), 16)));
  }
}

/** Of those that HTML has for ASCII, and for what nobody sees. */
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
