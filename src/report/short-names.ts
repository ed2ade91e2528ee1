import { graphemesOf, headOf, tailOf, textWidth } from '../base/text-width.js';

/** Maximum number of differing positions that are tried before names get numbers. */
const mostSteps = 5;

/**
 * The displayed form of each of `names` in at most `cells` cells. A name that fits stays unchanged; a longer
 * one keeps its head and its tail. Names whose forms would be equal, also to a form in `known`, show the part
 * where they differ, or get a number. `known` has names with the form that they already have, which does not
 * change.
 */
export function shortNames(
  names: readonly string[],
  cells: number,
  known: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const shown = new Map<string, string>();
  const owners = new Map(Array.from(known, ([name, form]) => [form, name]));
  const give = (name: string, form: string): void => {
    shown.set(name, form);
    owners.set(form, name);
  };
  const long: string[] = [];
  for (const name of new Set(names)) {
    if (known.has(name)) continue;
    if (textWidth(name) <= cells && !owners.has(name)) give(name, name);
    else long.push(name);
  }
  let number = 1;
  const giveNumber = (name: string): void => {
    for (;;) {
      number += 1;
      const form = numbered(name, cells, number);
      if (owners.has(form)) continue;
      give(name, form);
      return;
    }
  };
  const settle = (group: readonly string[], write: (name: string) => string, steps = 1): void => {
    for (const [form, alike] of groupedBy(group, write)) {
      const owner = owners.get(form);
      const [first = '', ...others] = alike;
      if (others.length === 0 && owner === undefined) {
        give(first, form);
        continue;
      }
      if (steps > mostSteps) {
        alike.forEach(giveNumber);
        continue;
      }
      // Names that this step does not distinguish may differ further on.
      const from = commonStart((owner === undefined ? alike : [...alike, owner]).map(graphemesOf));
      settle(alike, (name) => shortenedAround(name, cells, from), steps + 1);
    }
  };
  settle(long, (name) => shortened(name, cells));
  return shown;
}

/** A name in at most `cells` cells, shortened in the middle: `deploy-eu-…-canary: [a, b]`. */
export function shortened(name: string, cells: number): string {
  if (textWidth(name) <= cells) return name;
  return cutOut(graphemesOf(name), { cells, mark: '…', tailCells: tailCellsOf(name, cells) });
}

/** The same, with the text from the position where other names differ. */
function shortenedAround(name: string, cells: number, from: number): string {
  const graphemes = graphemesOf(name);
  const headCells = Math.floor(cells / 4);
  const tailCells = Math.floor(cells / 3);
  const rest = graphemes.slice(from);
  if (textWidth(rest.join('')) <= cells - headCells - 1) {
    return cutOut(graphemes, { cells, mark: '…', tailCells: cells - headCells - 1 });
  }
  const middle = headOf(rest, cells - headCells - tailCells - 2);
  return cutOut(graphemes, { cells, mark: `…${middle}…`, tailCells });
}

/** `deploy-eu-…2…-canary`. */
function numbered(name: string, cells: number, number: number): string {
  return cutOut(graphemesOf(name), { cells, mark: `…${number}…`, tailCells: Math.floor(cells / 3) });
}

interface Cut {
  readonly cells: number;
  /** The text in place of the omitted part. */
  readonly mark: string;
  readonly tailCells: number;
}

function cutOut(graphemes: readonly string[], { cells, mark, tailCells }: Cut): string {
  const tail = tailOf(graphemes, tailCells);
  return `${headOf(graphemes, Math.max(0, cells - textWidth(mark) - textWidth(tail)))}${mark}${tail}`;
}

/** Half of the cells, or what distinguishes matrix jobs and attempts if that leaves a third for the head. */
function tailCellsOf(name: string, cells: number): number {
  const attempt = name.endsWith(')') ? name.lastIndexOf(' (attempt ') : -1;
  const body = attempt < 0 ? name : name.slice(0, attempt);
  const bracket = body.endsWith(']') ? body.lastIndexOf(': [') : -1;
  const from = bracket < 0 ? body.length : bracket;
  const half = Math.floor((cells - 1) / 2);
  return Math.min(Math.max(half, textWidth(name.slice(from))), Math.floor((cells * 2) / 3));
}

function commonStart([first = [], ...others]: readonly (readonly string[])[]): number {
  const end = first.findIndex((grapheme, index) => others.some((other) => other[index] !== grapheme));
  return end < 0 ? first.length : end;
}

function groupedBy(
  names: readonly string[],
  write: (name: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const form = write(name);
    const group = groups.get(form);
    if (group === undefined) groups.set(form, [name]);
    else group.push(name);
  }
  return groups;
}
