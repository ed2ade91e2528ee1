import { createTextSlots } from './form-index.js';

/** A piece of a secret with this many consecutive characters reveals too much of it. */
export const pieceLength = 8;

/**
 * Shorter secrets, and those that consist of words, are hidden only as a whole: their pieces are ordinary
 * texts.
 */
const shortestRandom = 16;

/**
 * Minimum number of changes between capitals, small letters and digits. Ordinary words and numbers have fewer
 * in so short a piece.
 */
const fewestTurns = 2;

/** Whether a piece of a text looks random. */
export function looksRandom(piece: string): boolean {
  let turns = 0;
  let before: ReturnType<typeof kindOf> = '';
  for (let at = 0; at < piece.length; at += 1) {
    const kind = kindOf(piece.charCodeAt(at));
    if (kind === '') continue;
    if (before !== '' && kind !== before) turns += 1;
    before = kind;
  }
  return turns >= fewestTurns;
}

/** Whether pieces of a secret must be hidden as well: keys and tokens are random in most places. */
export function isRandom(secret: string): boolean {
  if (secret.length < shortestRandom || /\s/.test(secret)) return false;
  const pieces = piecesOf(secret);
  return pieces.filter(looksRandom).length * 2 >= pieces.length;
}

/** Every piece of a text with so many characters. */
export function piecesOf(text: string, length = pieceLength): readonly string[] {
  const count = Math.max(0, text.length - length + 1);
  return Array.from({ length: count }, (_, at) => text.slice(at, at + length));
}

/**
 * A piece of a token that does not look random is hidden only if it is as long: an ordinary word that the
 * token contains stays readable.
 */
const tokenPieceLength = 12;

/** The pieces of a token that tell too much, whatever it consists of: letters alone, or words. */
export function tokenPieces(token: string): readonly string[] {
  const close = token.replace(/\s+/g, '');
  return close.length < shortestRandom ? [] : piecesOf(close, tokenPieceLength);
}

/** An index of pieces of texts. */
export interface PieceIndex {
  readonly add: (piece: string) => void;
  /** The next position at which one of them may start; -1 if there is none. */
  readonly nextIn: (text: string, from: number) => number;
  /** Whether one of them is at a position of a text, and looks random. */
  readonly kindAt: (text: string, at: number) => 'random' | 'plain' | 'none';
}

/** An index that needs a few steps per character of a text, however many pieces it has. */
export function createPieceIndex(): PieceIndex {
  const pieces = new Set<string>();
  const slots = createTextSlots();
  return {
    add: (piece) => {
      pieces.add(piece);
      slots.add(piece);
    },
    nextIn: slots.nextIn,
    kindAt: (text, at) => {
      const piece = text.slice(at, at + pieceLength);
      if (!pieces.has(piece)) return 'none';
      return looksRandom(piece) ? 'random' : 'plain';
    },
  };
}

/** Of a character by its code: from `0` to `9`, from `a` to `z`, from `A` to `Z`. */
function kindOf(code: number): 'upper' | 'lower' | 'digit' | '' {
  if (code >= 0x30 && code <= 0x39) return 'digit';
  if (code >= 0x61 && code <= 0x7a) return 'lower';
  return code >= 0x41 && code <= 0x5a ? 'upper' : '';
}
