import { padText, textWidth } from '../base/text-width.js';
import { shortNames, shortened } from './short-names.js';

/** A column of names in a table whose lines are printed while more names become known. */
export interface NameColumn {
  readonly cells: number;
  /** How often it has become wider for names that came late. */
  readonly growths: number;
  /** The form of each name that is known. */
  readonly shown: ReadonlyMap<string, string>;
}

/** A column that holds no name yet. */
export function emptyColumn(cells: number): NameColumn {
  return { cells, growths: 0, shown: new Map() };
}

/**
 * The column with more names in it. It is as wide as the names need that are known at first, and never wider
 * than `mostCells`. Lines that were printed stay as they are: so a name that comes late and is longer makes
 * the column as wide as it needs once, and the next such name makes it as wide as it may ever be.
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

/** A name as it stands in the column, filled up with blanks. */
export function cellOf({ shown, cells }: NameColumn, name: string): string {
  return padText(shown.get(name) ?? shortened(name, cells), cells);
}

/** The cells of the widest of some names. */
export function widestOf(names: Iterable<string>): number {
  let widest = 0;
  for (const name of names) widest = Math.max(widest, textWidth(name));
  return widest;
}
