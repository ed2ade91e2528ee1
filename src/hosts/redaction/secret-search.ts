import { cutMark } from '../../base/text.js';
import type { SecretKind } from '../../base/secret.js';
import { type FormIndex, createFormIndex } from './form-index.js';
import { maskedForms, shortestMaskedLength, shortestPieceLength } from './masked-forms.js';
import {
  type PieceIndex,
  createPieceIndex,
  isRandom,
  pieceLength,
  piecesOf,
  tokenPieces,
} from './secret-pieces.js';
import { rareForms, widePieces } from './rare-forms.js';
import { type SecretRests, createSecretRests } from './secret-rests.js';
import {
  type SecretTextReading,
  byteDigits,
  compact,
  placeOf,
  readingsOf,
  resolved,
  seen,
} from './text-reading.js';

/** A part of a text, from its first character to the position after its last. */
export type Range = readonly [from: number, to: number];

/** Finds secrets in texts, whatever their spelling. */
export interface SecretSearch {
  /** Returns the new forms. */
  readonly add: (secret: string, kind?: SecretKind) => readonly string[];
  /** The secret parts of a text, disjoint and in order. */
  readonly rangesIn: (text: string) => readonly Range[];
}

/** The result of a search so far: all ranges, or only whether there is one. */
interface Finds {
  readonly add: (reading: SecretTextReading, from: number, to: number) => void;
  readonly isEnough: () => boolean;
}

/**
 * Searches a text in several readings: unchanged, without invisible characters, with its escapes resolved,
 * and without white space. It looks for every form of every secret; for keys and tokens also for pieces,
 * because a terminal sequence can swallow a character. Takes a few steps per character of a text, however
 * many secrets there are.
 */
export function createSecretSearch(): SecretSearch {
  const details = new Set<string>();
  /** All forms, and the same after their own escapes are resolved. */
  const known = new Set<string>();
  /** The same also without white space, if they are long enough to be recognized without it. */
  const forms = createFormIndex();
  const rests = createSecretRests();
  const pieces = createPieceIndex();
  const knownClose = new Set<string>();

  const addForm = (form: string, areAllPiecesSecret: boolean): void => {
    if (known.has(form) || form.trim().length < shortestMaskedLength) return;
    known.add(form);
    forms.add(form);
    const close = withoutSpaces(form);
    if (close.length < pieceLength || knownClose.has(close)) return;
    knownClose.add(close);
    forms.add(close);
    rests.add(close);
    if (areAllPiecesSecret) for (const piece of piecesOf(close)) pieces.add(piece);
  };

  const addRareForms = (secret: string, areAllPiecesSecret: boolean): void => {
    const { whole, nested, wide } = rareForms(secret, { isRandom: areAllPiecesSecret });
    for (const form of [...whole, ...nested, ...wide].filter(({ length }) => length >= shortestPieceLength))
      addForm(form, areAllPiecesSecret && whole.includes(form));
    if (areAllPiecesSecret) for (const piece of wide.flatMap(widePieces)) forms.add(piece);
  };

  const search = (whole: SecretTextReading, finds: Finds): void => {
    for (const reading of readingsOf(whole)) {
      findForms(reading, { forms, shortest: shortestMaskedLength }, finds);
      const close = compact(reading);
      for (const each of new Set([close, byteDigits(close)])) {
        if (finds.isEnough()) return;
        if (each !== reading) findForms(each, { forms, shortest: pieceLength }, finds);
        findPieces(each, pieces, finds);
      }
      findRests(close, rests, finds);
      if (finds.isEnough()) return;
    }
  };

  return {
    add: (secret, kind = 'other') => {
      const added = maskedForms(secret).filter((form) => !details.has(form));
      const areAllPiecesSecret = isRandom(secret.trim());
      for (const form of added) {
        details.add(form);
        addForm(form, areAllPiecesSecret);
        addForm(resolved(form), areAllPiecesSecret);
      }
      if (kind === 'token') for (const piece of tokenPieces(secret)) forms.add(piece);
      if (added.length > 0) addRareForms(secret, areAllPiecesSecret);
      return added;
    },
    rangesIn: (text) => {
      if (known.size === 0) return [];
      // The positions are computed only if there is a secret.
      const first = collected('one');
      search({ text, places: 'untold' }, first);
      if (first.ranges.length === 0) return [];
      const all = collected('all');
      search({ text, places: 'same' }, all);
      return apart(all.ranges);
    },
  };
}

function collected(wanted: 'one' | 'all'): Finds & { readonly ranges: readonly Range[] } {
  const ranges: [number, number][] = [];
  return {
    ranges,
    add: (reading, from, to) => {
      const [start, end] = placeOf(reading, from, to);
      const last = ranges.at(-1);
      // Most ranges arrive in order, and thousands may overlap.
      if (last !== undefined && last[0] <= start && start < last[1]) last[1] = Math.max(last[1], end);
      else ranges.push([start, end]);
    },
    isEnough: () => wanted === 'one' && ranges.length > 0,
  };
}

/** As a wrapped line of it is read. */
function withoutSpaces(form: string): string {
  return compact(seen({ text: form, places: 'untold' })).text;
}

function findForms(
  reading: SecretTextReading,
  { forms, shortest }: { readonly forms: FormIndex; readonly shortest: number },
  finds: Finds,
): void {
  const { text } = reading;
  for (let at = forms.nextIn(text, 0); at >= 0; at = forms.nextIn(text, at + 1)) {
    const length = forms.longestAt(text, at);
    if (length < shortest) continue;
    finds.add(reading, at, at + length);
    if (finds.isEnough()) return;
  }
}

/**
 * As many hexadecimal digits are no coincidence, even if they look like a number: those of digits have no
 * letters. A line of a dump has more.
 */
const telltaleDigits = 24;

/** Overlapping pieces are merged; the result counts if a part of it looks random. */
function findPieces(reading: SecretTextReading, pieces: PieceIndex, finds: Finds): void {
  const { text } = reading;
  let from = -1;
  let to = -1;
  let isCounted = false;
  const close = (): void => {
    if (isCounted || (to - from >= telltaleDigits && /^[\da-f]+$/.test(text.slice(from, to))))
      finds.add(reading, from, to);
    isCounted = false;
  };
  for (let at = pieces.nextIn(text, 0); at >= 0; at = pieces.nextIn(text, at + 1)) {
    const kind = pieces.kindAt(text, at);
    if (kind === 'none') continue;
    if (at > to - pieceLength + 1) {
      close();
      if (finds.isEnough()) return;
      from = at;
    }
    to = at + pieceLength;
    isCounted ||= kind === 'random';
  }
  close();
}

/**
 * A text may have been truncated inside a secret; this finds the part next to the mark. Each stretch between
 * two marks is searched once, however many forms there are, because the author of a log can fill it with
 * marks.
 */
function findRests(reading: SecretTextReading, rests: SecretRests, finds: Finds): void {
  const { text } = reading;
  let before = 0;
  for (let mark = text.indexOf(cutMark); mark >= 0 && !finds.isEnough();) {
    const next = text.indexOf(cutMark, mark + 1);
    const head = rests.headBefore(text, before, mark);
    if (head >= 0) finds.add(reading, head, mark);
    const tail = rests.tailBehind(text, mark + 1, next < 0 ? text.length : next);
    if (tail >= 0) finds.add(reading, mark + 1, tail);
    before = mark + 1;
    mark = next;
  }
}

/** Merges overlapping ranges. */
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
