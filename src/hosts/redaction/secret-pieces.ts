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
  let before = '';
  for (const character of piece) {
    const kind = kindOf(character);
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

/** Every piece of a text. */
export function piecesOf(text: string): readonly string[] {
  const count = Math.max(0, text.length - pieceLength + 1);
  return Array.from({ length: count }, (_, at) => text.slice(at, at + pieceLength));
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
  const pieces = new Map<string, 'random' | 'plain'>();
  const slots = createTextSlots();
  return {
    add: (piece) => {
      if (!pieces.has(piece)) pieces.set(piece, looksRandom(piece) ? 'random' : 'plain');
      slots.add(piece);
    },
    nextIn: slots.nextIn,
    kindAt: (text, at) => pieces.get(text.slice(at, at + pieceLength)) ?? 'none',
  };
}

function kindOf(character: string): 'upper' | 'lower' | 'digit' | '' {
  if (character >= '0' && character <= '9') return 'digit';
  if (character >= 'a' && character <= 'z') return 'lower';
  return character >= 'A' && character <= 'Z' ? 'upper' : '';
}
