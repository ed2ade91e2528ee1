import { cleanLine } from '../base/foreign-text.js';
import { byteLength } from './byte-budget.js';
import { inertJson } from './inert-json.js';

/** Rises when a field changes its meaning or goes; new fields may come without. */
const version = 1;

/** The most that one of the outputs may take, in bytes of UTF-8: GitHub gives the outputs of a whole job 1 MB, and counts two bytes a character. */
const maxBytes = 480_000;

/** GitLab allows 255 for a job's name; nothing that is longer came from there. */
const maxTextCharacters = 1000;

/** A list as an output: JSON on one line, below 480,000 bytes; `omitted` counts the entries at its end that found no room. The members of `more` come last. */
export function jsonList(name: string, entries: readonly object[], more: object = {}): string {
  const rest = inertJson(more).slice(1, -1);
  const texts: string[] = [];
  let bytes = 100 + byteLength(rest);
  for (const entry of entries) {
    const text = inertJson(entry);
    bytes += byteLength(text) + 1;
    if (bytes > maxBytes) break;
    texts.push(text);
  }
  const end = `"omitted":${entries.length - texts.length}${rest === '' ? '' : `,${rest}`}`;
  return `{"version":${version},"${name}":[${texts.join(',')}],${end}}`;
}

/** Exactly as GitLab has it, so that it can be compared; only what GitLab would not allow is cut. */
export function bounded(text: string | undefined): string | null {
  if (text === undefined) return null;
  return text.length > maxTextCharacters ? cleanLine(text, maxTextCharacters) : text;
}
