import { createTextSlots } from './form-index.js';

/** The starts and ends of secrets, next to which a text was truncated. */
export interface SecretRests {
  readonly add: (form: string) => void;
  /**
   * Where the longest end of `text.slice(from, mark)` starts that is the start of a form; -1 if there is
   * none.
   */
  readonly headBefore: (text: string, from: number, mark: number) => number;
  /**
   * Where the longest start of `text.slice(mark, to)` ends that is the end of a form; -1 if there is none.
   */
  readonly tailBehind: (text: string, mark: number, to: number) => number;
}

/** A rest of a secret reveals it too, unless it is shorter than this. */
const shortestRest = 6;

/** For forms of at least six characters, each added once. */
export function createSecretRests(): SecretRests {
  const heads = createGroups((form) => form.slice(0, shortestRest), compareHeads);
  const tails = createGroups((form) => form.slice(-shortestRest), compareTails);
  let longest = 0;
  return {
    add: (form) => {
      longest = Math.max(longest, form.length);
      heads.add(form);
      tails.add(form);
    },
    headBefore: (text, from, mark) => {
      let at = heads.nextIn(text, Math.max(from, mark - longest), mark);
      while (at >= 0 && at <= mark - shortestRest) {
        if (heads.has(text, { at, from: at, to: mark })) return at;
        at = heads.nextIn(text, at + 1, mark);
      }
      return -1;
    },
    tailBehind: (text, mark, to) => {
      for (let end = Math.min(to, mark + longest); end >= mark + shortestRest; end -= 1) {
        if (tails.has(text, { at: end - shortestRest, from: mark, to: end })) return end;
      }
      return -1;
    },
  };
}

/** A part of a text, and the position in it of the characters that identify its group. */
interface Part {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Compares a form with a part of a text as far as possible: 0 if the form starts, or ends, with it. */
type Compare = (form: string, text: string, part: Part) => number;

/**
 * Forms grouped by their first or last six characters. Each group is sorted, so that only few of them are
 * compared.
 */
function createGroups(
  keyOf: (form: string) => string,
  compare: Compare,
): {
  readonly add: (form: string) => void;
  readonly has: (text: string, part: Part) => boolean;
  readonly nextIn: (text: string, from: number, to: number) => number;
} {
  const slots = createTextSlots();
  const groups = new Map<string, { readonly forms: string[]; order: 'sorted' | 'as_told' }>();
  return {
    nextIn: slots.nextIn,
    add: (form) => {
      const key = keyOf(form);
      slots.add(key);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { forms: [form], order: 'sorted' });
      else {
        group.forms.push(form);
        group.order = 'as_told';
      }
    },
    has: (text, part) => {
      const group = groups.get(text.slice(part.at, part.at + shortestRest));
      if (group === undefined) return false;
      const { forms } = group;
      // Sorts once after many additions, not after each.
      if (group.order === 'as_told') {
        forms.sort(
          (one, other) =>
            compare(one, other, { at: 0, from: 0, to: other.length }) || one.length - other.length,
        );
        group.order = 'sorted';
      }
      let [low, high] = [0, forms.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        const order = compare(forms[middle] ?? '', text, part);
        if (order === 0) return true;
        if (order < 0) low = middle + 1;
        else high = middle;
      }
      return false;
    },
  };
}

function compareHeads(form: string, text: string, { from, to }: Part): number {
  for (let index = 0; index < to - from; index += 1) {
    // Past the end of a form this is NaN: a shorter form comes before a longer one.
    const difference = (form.charCodeAt(index) || -1) - text.charCodeAt(from + index);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareTails(form: string, text: string, { from, to }: Part): number {
  for (let index = 1; index <= to - from; index += 1) {
    const difference = (form.charCodeAt(form.length - index) || -1) - text.charCodeAt(to - index);
    if (difference !== 0) return difference;
  }
  return 0;
}
