import { padText, textWidth } from '../base/text-width.js';
import { shortNames, shortened } from './short-names.js';

/** A column of names in a table that is printed line by line while more names become known. */
export interface NameColumn {
  readonly cells: number;
  /** How often the column has grown for names that came later. */
  readonly growths: number;
  /** The displayed form of each known name. */
  readonly shown: ReadonlyMap<string, string>;
}

/** A column without names. */
export function emptyColumn(cells: number): NameColumn {
  return { cells, growths: 0, shown: new Map() };
}

/**
 * The column with more names. It is first as wide as the known names need, and never wider than `mostCells`.
 * Printed lines cannot change. So the first longer name that comes later widens the column to what it needs,
 * and the next one widens it to the maximum.
 */
export function withNames(column: NameColumn, names: Iterable<string>, mostCells: number): NameColumn {
  const { shown, growths } = column;
  const fresh = [...new Set(names)].filter((name) => !shown.has(name));
  if (fresh.length === 0) return column;
  const needed = Math.min(widestOf(fresh), mostCells);
  if (needed <= column.cells) {
    return { ...column, shown: new Map([...shown, ...shortNames(fresh, column.cells, shown)]) };
  }
  const isFirst = shown.size === 0;
  const cells = growths === 0 ? needed : mostCells;
  const all = [...shown.keys(), ...fresh];
  return { cells, growths: isFirst ? 0 : growths + 1, shown: shortNames(all, cells) };
}

/** A name as displayed in the column, padded with blanks. */
export function cellOf({ shown, cells }: NameColumn, name: string): string {
  return padText(shown.get(name) ?? shortened(name, cells), cells);
}

/** The width of the widest name in cells. */
export function widestOf(names: Iterable<string>): number {
  let widest = 0;
  for (const name of names) widest = Math.max(widest, textWidth(name));
  return widest;
}
