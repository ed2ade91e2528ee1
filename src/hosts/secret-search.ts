import { cutMark } from '../base/foreign-text.js';
import { maskedForms, shortestMaskedLength } from './masked-forms.js';
import { createPieceIndex, isRandom, looksRandom, pieceLength, piecesOf } from './secret-pieces.js';
import { byteDigits, compact, placed, readingsOf, resolved, seen, type Reading } from './text-reading.js';

/** A part of a text, from its first character to behind its last. */
export type Range = readonly [from: number, to: number];

/** Finds secrets in texts, in whatever way they are written there. */
export interface SecretSearch {
  /** The forms that are new. */
  readonly add: (secret: string) => readonly string[];
  /** What of a text is secret: apart from each other, in order. */
  readonly rangesIn: (text: string) => readonly Range[];
}

/** The beginning or end of a secret at which a text was cut off gives it away, too, unless it is shorter than this. */
const shortestRest = 6;

/** Dumps of bytes with something between them. */
const apartBytes = /(?:[\da-f]{2}[:,_-]+(?:0x)?){7}/i;

/**
 * Looks at a text as it is, without what nobody sees, with its escapes resolved, and without white space, for every form of every secret; of keys and
 * tokens also for pieces, because sequences of terminals can swallow a character. Takes a few steps for each character of a text without secrets.
 */
export function createSecretSearch(): SecretSearch {
  const told = new Set<string>();
  /** All forms, and the same as they are read when their own escapes are resolved. */
  const forms = new Set<string>();
  /** Those that are long enough to be told without white space. */
  const closeForms = new Set<string>();
  const heads = new Map<string, string[]>();
  const tails = new Map<string, string[]>();
  let longest = 0;
  const shortForms = new Set<string>();
  /** Beginnings and random pieces: a long text that has none of these holds no secret. */
  const signs = createPieceIndex();
  const pieces = createPieceIndex();

  const addForm = (form: string, areAllPiecesSecret: boolean): void => {
    if (form.trim().length < shortestMaskedLength) return;
    forms.add(form);
    const close = withoutGaps(form);
    if (close.length < pieceLength) {
      shortForms.add(form);
      return;
    }
    closeForms.add(close);
    pushTo(heads, close.slice(0, shortestRest), close);
    pushTo(tails, close.slice(-shortestRest), close);
    longest = Math.max(longest, close.length);
    signs.add(close.slice(0, pieceLength));
    if (!areAllPiecesSecret) return;
    for (const piece of piecesOf(close)) {
      pieces.add(piece);
      if (looksRandom(piece)) signs.add(piece);
    }
  };

  const mayHold = (text: string): boolean => {
    if (text.includes(cutMark)) return true;
    return readingsOf({ text }).some((reading) => {
      for (const form of shortForms) if (reading.text.includes(form)) return true;
      const close = compact(reading).text;
      return signs.nextIn(close, 0) >= 0 || apartBytes.test(close);
    });
  };

  return {
    add: (secret) => {
      const added = maskedForms(secret).filter((form) => !told.has(form));
      const areAllPiecesSecret = isRandom(secret.trim());
      for (const form of added) {
        told.add(form);
        addForm(form, areAllPiecesSecret);
        addForm(resolved(form), areAllPiecesSecret);
      }
      return added;
    },
    rangesIn: (text) => {
      if (forms.size === 0 || !mayHold(text) || foundIn({ text }).length === 0) return [];
      // Only now it is worth while to know the places.
      return apart(foundIn(placed(text)));
    },
  };

  function foundIn(whole: Reading): readonly Range[] {
    const found: Range[] = [];
    for (const reading of readingsOf(whole)) {
      find(reading, forms, found);
      const close = compact(reading);
      for (const each of new Set([close, byteDigits(close)])) {
        find(each, closeForms, found);
        findPieces(each, found);
      }
      findRests(close, { heads, tails, longest }, found);
    }
    return found;
  }

  function findPieces(reading: Reading, found: Range[]): void {
    const { text } = reading;
    let from = -1;
    let to = -1;
    let isCounted = false;
    const close = (): void => {
      if (isCounted) found.push(original(reading, from, to));
      isCounted = false;
    };
    for (let at = pieces.nextIn(text, 0); at >= 0; at = pieces.nextIn(text, at + 1)) {
      if (at > to - pieceLength + 1) {
        close();
        from = at;
      }
      to = at + pieceLength;
      isCounted ||= looksRandom(text.slice(at, to));
    }
    close();
  }
}

/** As a wrapped line of it is read. */
function withoutGaps(form: string): string {
  return compact(seen({ text: form })).text;
}

function find(reading: Reading, forms: Iterable<string>, found: Range[]): void {
  const { text } = reading;
  for (const form of forms) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
      found.push(original(reading, at, at + form.length));
    }
  }
}

/** Forms by the characters with which they begin or end. */
type FormsByRest = ReadonlyMap<string, readonly string[]>;

/**
 * The text may have been cut off in a secret: the part of it beside the mark. What stands between two marks is looked at once, however many forms there are: whoever
 * writes a log can fill it with marks.
 */
function findRests(reading: Reading, { heads, tails, longest }: Rests, found: Range[]): void {
  const { text } = reading;
  let before = 0;
  for (let mark = text.indexOf(cutMark); mark >= 0; mark = text.indexOf(cutMark, mark + 1)) {
    const next = text.indexOf(cutMark, mark + 1);
    const behindEnd = Math.min(next < 0 ? text.length : next, mark + 1 + longest);
    for (let at = Math.max(before, mark - longest); at <= mark - shortestRest; at += 1) {
      const forms = heads.get(text.slice(at, at + shortestRest)) ?? [];
      if (!forms.some((form) => form.startsWith(text.slice(at, mark)))) continue;
      found.push(original(reading, at, mark));
      break;
    }
    for (let end = behindEnd; end >= mark + 1 + shortestRest; end -= 1) {
      const forms = tails.get(text.slice(end - shortestRest, end)) ?? [];
      if (!forms.some((form) => form.endsWith(text.slice(mark + 1, end)))) continue;
      found.push(original(reading, mark + 1, end));
      break;
    }
    before = mark + 1;
  }
}

/** What `findRests` has to know of the forms. */
interface Rests {
  readonly heads: FormsByRest;
  readonly tails: FormsByRest;
  readonly longest: number;
}

function pushTo(forms: Map<string, string[]>, rest: string, form: string): void {
  const known = forms.get(rest);
  if (known === undefined) forms.set(rest, [form]);
  else if (!known.includes(form)) known.push(form);
}

function original({ places }: Reading, from: number, to: number): Range {
  return [places?.starts[from] ?? from, places?.ends[to - 1] ?? to];
}

/** Ranges that overlap become one. */
function apart(ranges: readonly Range[]): readonly Range[] {
  const sorted = [...ranges].sort(([one], [other]) => one - other);
  const merged: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && from < last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
