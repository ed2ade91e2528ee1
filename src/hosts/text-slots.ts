/** A place of a text is put into a slot by so many of its characters. */
export const slotLength = 4;

/** Which of many texts may begin at a place: slots rule out most places, and tell nothing of the others. */
export interface TextSlots {
  /** Of a text of at least four characters. */
  readonly add: (text: string) => void;
  /** The next place, with all that counts before `to`, at which one of the texts may begin; -1 when there is none. */
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
