import { controlCharacters, invisibleMark } from '../base/text.js';

/** The effects of a text on one terminal line. */
export interface TerminalSink {
  /** A run without control characters; never empty. */
  readonly text: (run: string) => void;
  readonly newline: () => void;
  /** The cursor returns to the start of its line. */
  readonly carriageReturn: () => void;
  readonly tab: () => void;
  /** Parameters of an SGR sequence, not validated. */
  readonly style: (parameters: string) => void;
  /** `toEnd`: from the cursor to the end; `line`: also what is before the cursor. */
  readonly erase: (what: 'toEnd' | 'line') => void;
}

/** Separates text from control sequences, however the text is split. */
export interface EscapeReader {
  readonly push: (text: string) => void;
  /** The number of characters buffered until the next piece. */
  readonly heldCharacters: () => number;
}

/** Longer parameters belong to no sequence that we use; the rest of them is ignored. */
const maxParameterCharacters = 64;

/** Control characters and invisible characters, except the joiners that emoji and some scripts need. */
const specials = `[${controlCharacters}]|${invisibleMark}`;

type State = 'text' | 'escape' | 'intermediate' | 'shortCsi' | 'csi' | 'string' | 'stringEscape';

/**
 * A reader that reports to `sink`. Drops sequences that do more than color, erase or return, and malformed
 * ones. An unterminated string sequence ends with its line.
 */
export function createEscapeReader(sink: TerminalSink): EscapeReader {
  const special = new RegExp(specials, 'gu');
  /**
   * The rest of the most frequent sequence, after the escape character. Equivalent to reading it character by
   * character, but many times as fast.
   */
  const wholeStyle = new RegExp(`\\[([\\d;:]{0,${maxParameterCharacters}})m`, 'y');
  let state: State = 'text';
  let parameters = '';

  const readText = (text: string, from: number): number => {
    special.lastIndex = from;
    const found = special.exec(text);
    const at = found?.index ?? text.length;
    if (at > from) sink.text(text.slice(from, at));
    if (found === null) return at;
    const [character] = found;
    if (character === '\u001b') {
      wholeStyle.lastIndex = at + 1;
      const style = wholeStyle.exec(text)?.[1];
      if (style !== undefined) {
        sink.style(style);
        return wholeStyle.lastIndex;
      }
    }
    readSpecial(character);
    return at + character.length;
  };

  const readSpecial = (character: string): void => {
    switch (character) {
      case '\n':
        sink.newline();
        break;
      case '\r':
        sink.carriageReturn();
        break;
      case '\t':
        sink.tab();
        break;
      case '\u001b':
        state = 'escape';
        break;
      case '\u009b':
        state = 'shortCsi';
        break;
      case '\u2028':
      case '\u2029':
        sink.text(' ');
        break;
      default:
        break;
    }
  };

  const endSequence = (final: string): void => {
    state = 'text';
    if (final === 'm') sink.style(parameters);
    else if (final === 'K' && /^0?$/.test(parameters)) sink.erase('toEnd');
    else if (final === 'K' && /^[12]$/.test(parameters)) sink.erase('line');
    else if (final === 'G' && /^[01]?$/.test(parameters)) sink.carriageReturn();
    parameters = '';
  };

  /**
   * Consumes one character of a sequence. Returns false if the character does not belong to it and must be
   * read again in the new state.
   */
  const readSequence = (character: string): boolean => {
    switch (state) {
      case 'text':
        return false;
      case 'escape':
        return readEscape(character);
      case 'intermediate':
        if (isBetween(character, ' ', '/')) return true;
        state = 'text';
        return isBetween(character, '0', '~');
      case 'shortCsi':
        // Without parameters it is more likely a character of another encoding.
        state = isBetween(character, '0', '?') ? 'csi' : 'text';
        return false;
      case 'csi':
        if (isBetween(character, ' ', '?')) {
          if (parameters.length <= maxParameterCharacters) parameters += character;
          return true;
        }
        if (isBetween(character, '@', '~')) {
          endSequence(character);
          return true;
        }
        state = 'text';
        parameters = '';
        return false;
      case 'string':
        return readString(character);
      case 'stringEscape':
        state = character === '\\' ? 'text' : 'escape';
        return character === '\\';
    }
  };

  const readEscape = (character: string): boolean => {
    if (character === '\u001b') return true;
    if (character === '[') state = 'csi';
    else if (']PX^_'.includes(character)) state = 'string';
    else if (isBetween(character, ' ', '/')) state = 'intermediate';
    else {
      state = 'text';
      return isBetween(character, '0', '~');
    }
    return true;
  };

  const readString = (character: string): boolean => {
    if (character === '\n' || character === '\r') {
      state = 'text';
      return false;
    }
    if (character === '\u0007' || character === '\u009c') state = 'text';
    else if (character === '\u001b') state = 'stringEscape';
    return true;
  };

  return {
    push: (text) => {
      let at = 0;
      while (at < text.length) {
        if (state === 'text') at = readText(text, at);
        else if (readSequence(text.charAt(at))) at += 1;
      }
    },
    heldCharacters: () => parameters.length,
  };
}

function isBetween(character: string, first: string, last: string): boolean {
  return character >= first && character <= last;
}
