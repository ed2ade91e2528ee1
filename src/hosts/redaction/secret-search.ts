import { cutMark } from '../../base/text.js';
import { type FormIndex, createFormIndex } from './form-index.js';
import { maskedForms, shortestMaskedLength } from './masked-forms.js';
import { type PieceIndex, createPieceIndex, isRandom, pieceLength, piecesOf } from './secret-pieces.js';
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

/** A part of a text, from its first character to behind its last. */
export type Range = readonly [from: number, to: number];

/** Finds secrets in texts, in whatever way they are written there. */
export interface SecretSearch {
  /** The forms that are new. */
  readonly add: (secret: string) => readonly string[];
  /** What of a text is secret: apart from each other, in order. */
  readonly rangesIn: (text: string) => readonly Range[];
}

/** What a search has found so far: everything, or only that there is something. */
interface Finds {
  readonly add: (reading: SecretTextReading, from: number, to: number) => void;
  readonly isEnough: () => boolean;
}

/**
 * Looks at a text as it is, without what nobody sees, with its escapes resolved, and without white space, for
 * every form of every secret; of keys and tokens also for pieces, because sequences of terminals can swallow
 * a character. Takes a few steps for each character of a text, however many secrets there are.
 */
export function createSecretSearch(): SecretSearch {
  const details = new Set<string>();
  /** All forms, and the same as they are read when their own escapes are resolved. */
  const known = new Set<string>();
  /** The same also without white space, where they are long enough to be told without it. */
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
    add: (secret) => {
      const added = maskedForms(secret).filter((form) => !details.has(form));
      const areAllPiecesSecret = isRandom(secret.trim());
      for (const form of added) {
        details.add(form);
        addForm(form, areAllPiecesSecret);
        addForm(resolved(form), areAllPiecesSecret);
      }
      return added;
    },
    rangesIn: (text) => {
      if (known.size === 0) return [];
      // Only where there is something it is worth while to know the places.
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
      // Most come in order, and thousands may overlap.
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

/** Pieces that overlap are one; that counts when a part of it looks random. */
function findPieces(reading: SecretTextReading, pieces: PieceIndex, finds: Finds): void {
  const { text } = reading;
  let from = -1;
  let to = -1;
  let isCounted = false;
  const close = (): void => {
    if (isCounted) finds.add(reading, from, to);
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
 * The text may have been cut off in a secret: the part of it beside the mark. What stands between two marks
 * is looked at once, however many forms there are: whoever writes a log can fill it with marks.
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
