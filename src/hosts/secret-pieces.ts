/** So many characters in a row of a secret give too much of it away. */
export const pieceLength = 8;

/** Shorter secrets, and those that are made of words, are hidden as a whole only: pieces of them are ordinary texts. */
const shortestRandom = 16;

/** Turns between capitals, small letters and digits; words and numbers of people have fewer in so short a piece. */
const fewestTurns = 2;

/** Whether a piece of a text looks as if nobody had chosen its characters. */
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

/** Whether pieces of a secret have to be hidden as well: keys and tokens are random in most places. */
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

/** Pieces of texts, found quickly. */
export interface PieceIndex {
  readonly add: (piece: string) => void;
  /** Where the next of them is in a text; -1 when there is none. */
  readonly nextIn: (text: string, from: number) => number;
}

const tableSize = 1 << 16;

/** An index for which a text costs a few steps for each of its characters, however many pieces there are. */
export function createPieceIndex(): PieceIndex {
  const pieces = new Set<string>();
  const table = new Uint8Array(tableSize);
  const nextIn = (text: string, from: number): number => {
    const last = text.length - pieceLength;
    for (let at = from; at <= last; at += 1) {
      if (table[slotAt(text, at)] === 1 && pieces.has(text.slice(at, at + pieceLength))) return at;
    }
    return -1;
  };
  return {
    add: (piece) => {
      pieces.add(piece);
      table[slotAt(piece, 0)] = 1;
    },
    nextIn,
  };
}

function slotAt(text: string, at: number): number {
  const start = text.charCodeAt(at) * 4801 + text.charCodeAt(at + 1) * 961;
  return (start + text.charCodeAt(at + 2) * 31 + text.charCodeAt(at + 3)) & (tableSize - 1);
}

function kindOf(character: string): 'upper' | 'lower' | 'digit' | '' {
  if (character >= '0' && character <= '9') return 'digit';
  if (character >= 'a' && character <= 'z') return 'lower';
  return character >= 'A' && character <= 'Z' ? 'upper' : '';
}
