/** A place of a text is put into a slot by so many of its characters. */
export const slotLength = 4;

/** Which of many texts may begin at a place: slots rule out most places, and tell nothing of the others. */
export interface TextSlots {
  /** Of a text of at least four characters. */
  readonly add: (text: string) => void;
  /**
   * The next place, with all that counts before `to`, at which one of the texts may begin; -1 when there is
   * none.
   */
  readonly nextIn: (text: string, from: number, to?: number) => number;
}

const slotCount = 1 << 16;

/** Slots for which a text costs a step for each of its characters, however many texts were added. */
export function createTextSlots(): TextSlots {
  const table = new Uint8Array(slotCount);
  return {
    add: (text) => {
      let slot = 0;
      for (let at = 0; at < slotLength; at += 1) slot = (slot << 4) ^ text.charCodeAt(at);
      table[slot & (slotCount - 1)] = 1;
    },
    nextIn: (text, from, to = text.length) => {
      // Each character goes four bits to the left with each one that follows, and is gone after four.
      let slot = 0;
      const first = from + slotLength - 1;
      for (let at = from; at < to; at += 1) {
        slot = ((slot << 4) ^ text.charCodeAt(at)) & (slotCount - 1);
        if (at >= first && table[slot] === 1) return at - slotLength + 1;
      }
      return -1;
    },
  };
}

/** Texts to be found in others. What it costs to look at a place does not grow with how many there are. */
export interface FormIndex {
  /** One of at least four characters. */
  readonly add: (form: string) => void;
  /** The next place at which one of them may begin; -1 when there is none. */
  readonly nextIn: (text: string, from: number) => number;
  /** The length of the longest of them that begins at a place of a text; 0 when none does. */
  readonly longestAt: (text: string, at: number) => number;
}

/**
 * Each form is known by its stem: as many of its first characters as the largest power of two allows. At a
 * place of a text stems of 4, 8, 16 … characters are looked up for as long as some form begins so.
 */
export function createFormIndex(): FormIndex {
  const forms = new Set<string>();
  const slots = createTextSlots();
  /** The lengths of the forms whose stem this is; none where it is only the beginning of stems. */
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
          if (length > longest && forms.has(text.slice(at, at + length))) longest = length;
        }
      }
      return longest;
    },
  };
}
