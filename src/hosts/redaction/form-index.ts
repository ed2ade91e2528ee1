/** The number of characters by which a position of a text is assigned to a slot. */
export const slotLength = 4;

/**
 * Which of many texts may start at a position. Slots rule out most positions and prove nothing about the
 * others.
 */
export interface TextSlots {
  /** A text of at least four characters. */
  readonly add: (text: string) => void;
  /** The next position, up to `to`, at which one of the texts may start; -1 if there is none. */
  readonly nextIn: (text: string, from: number, to?: number) => number;
}

const slotCount = 1 << 16;

/** Slots that need one step per character of a text, however many texts were added. */
export function createTextSlots(): TextSlots {
  // A bit each: most processes search little, and a table of bytes is slow to make.
  const table = new Uint32Array(slotCount / 32);
  return {
    add: (text) => {
      let slot = 0;
      for (let at = 0; at < slotLength; at += 1) slot = (slot << 4) ^ text.charCodeAt(at);
      slot &= slotCount - 1;
      table[slot >> 5] = (table[slot >> 5] ?? 0) | (1 << (slot & 31));
    },
    nextIn: (text, from, to = text.length) => {
      // Each character shifts the earlier ones by four bits, so it is gone after four.
      let slot = 0;
      const first = from + slotLength - 1;
      for (let at = from; at < to; at += 1) {
        slot = ((slot << 4) ^ text.charCodeAt(at)) & (slotCount - 1);
        if (at >= first && ((table[slot >> 5] ?? 0) & (1 << (slot & 31))) !== 0) return at - slotLength + 1;
      }
      return -1;
    },
  };
}

/** An index of texts to find in others. The cost per position does not grow with their number. */
export interface FormIndex {
  /** A text of at least four characters. */
  readonly add: (form: string) => void;
  /** The next position at which one of them may start; -1 if there is none. */
  readonly nextIn: (text: string, from: number) => number;
  /** The length of the longest of them that starts at a position; 0 if there is none. */
  readonly longestAt: (text: string, at: number) => number;
}

/**
 * Each text is indexed by its stem: as many of its first characters as the largest power of two allows. At a
 * position of a text, stems of 4, 8, 16 … characters are looked up as long as some text starts with them.
 */
export function createFormIndex(): FormIndex {
  const forms = new Set<string>();
  const slots = createTextSlots();
  /** The lengths of the texts with this stem; none if it is only the start of longer stems. */
  const lengthsByStem = new Map<string, Set<number>>();
  return {
    add: (form) => {
      if (forms.has(form)) return;
      forms.add(form);
      slots.add(form);
      for (let size = slotLength; size <= form.length; size *= 2) {
        const stem = form.slice(0, size);
        const lengths = lengthsByStem.get(stem) ?? new Set();
        lengthsByStem.set(stem, lengths);
        if (form.length < size * 2) lengths.add(form.length);
      }
    },
    nextIn: slots.nextIn,
    longestAt: (text, at) => {
      let longest = 0;
      for (let size = slotLength; at + size <= text.length; size *= 2) {
        const lengths = lengthsByStem.get(text.slice(at, at + size));
        if (lengths === undefined) break;
        for (const length of lengths) {
          const end = at + length;
          // Past the end of the text, a slice is shorter than the form.
          if (length > longest && end <= text.length && forms.has(text.slice(at, end))) longest = length;
        }
      }
      return longest;
    },
  };
}
