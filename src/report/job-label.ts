import { cleanLine } from '../base/foreign-text.js';

/** How a pipeline below the first is written: the trigger jobs that lead there, outermost first. */
export function pathLabel(path: readonly string[], maxCharacters = 60): string {
  return path.map((name) => nameLabel(name, maxCharacters)).join(' › ');
}

/** A name that somebody else chose, on one line; never empty. */
export function nameLabel(name: string, maxCharacters = 60): string {
  return cleanLine(name, maxCharacters) || '(unnamed)';
}

/** How a job is written: `unit`, `unit (attempt 2)`, `child › unit`. `maxCharacters` is for each name in it. */
export function jobLabel(
  of: { readonly path: readonly string[]; readonly name: string; readonly attempt?: number | undefined },
  maxCharacters = 60,
): string {
  const label = pathLabel([...of.path, of.name], maxCharacters);
  return of.attempt === undefined || of.attempt < 2 ? label : `${label} (attempt ${of.attempt})`;
}

/** The first few of a list of names, and how many more there are: `unit, lint and 3 more`. */
export function listLabel(labels: readonly string[], maxLabels = 5): string {
  const more = labels.length - maxLabels;
  const shown = labels.slice(0, maxLabels).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}
