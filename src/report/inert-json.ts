import { hostCommands } from '../base/host-commands.js';
import { controlCharacters, invisibleCharacter } from '../base/invisible-text.js';

/**
 * JSON that may be printed to a log, on whatever CI, whole or cut into lines: no command of any is in it, and nothing that is not seen. The value stays the same.
 */
export function inertJson(value: unknown): string {
  return inert(JSON.stringify(value));
}

/** The same for a text that is JSON already. */
export function inert(json: string): string {
  const seen = asciiOnly.test(json) ? json : json.replace(unseen, escaped);
  return openings.reduce(
    // The last character alone, so that the rest stays legible. Commands stand in texts, never in what holds JSON together.
    (rest, opening) => rest.replace(opening, (found) => found.slice(0, -1) + escaped(found.slice(-1))),
    seen,
  );
}

const asciiOnly = /^[\u0020-\u007e]*$/;
const unseen = new RegExp(`[${controlCharacters}]|${invisibleCharacter}`, 'gu');

/** Two number signs begin commands of several hosts, and of hosts to come. */
const openings: readonly RegExp[] = [/##/g, ...Object.values(hostCommands)];

function escaped(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}
