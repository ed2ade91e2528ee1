import { assertNever } from '../base/assert-never.js';
import type { DocumentMap, DocumentNode } from '../base/document.js';
import type { JsonValue } from '../model/requests.js';
import { halfCharacter, parseMap, repeatedKeys } from './documents.js';
import { type InputOutcome, type Problem, okUnless } from './parsing.js';
import { shownKey } from './scalars.js';

/**
 * Parses a JSON object or YAML map of typed pipeline inputs. Keeps types, and rejects whatever JSON cannot
 * express.
 */
export async function parsePipelineInputs(
  given: string,
): Promise<InputOutcome<Readonly<Record<string, JsonValue>>>> {
  const map = await parseMap(given);
  if (map.kind === 'wrong') return map;
  const problems: Problem[] = [];
  const values = jsonMapOf(map.value, { path: '', problems });
  return okUnless(problems, values);
}

interface Place {
  readonly path: string;
  readonly problems: Problem[];
}

function jsonMapOf(map: DocumentMap, place: Place): Readonly<Record<string, JsonValue>> {
  for (const problem of repeatedKeys(map, place.path)) place.problems.push(problem);
  // Without assignment, because `__proto__` is an ordinary key.
  return Object.fromEntries(
    map.entries.map(({ key, value }) => [key, jsonOf(value, inside(place, shownKey(key)))]),
  );
}

function jsonOf(node: DocumentNode, place: Place): JsonValue {
  switch (node.kind) {
    case 'text':
      if (/\p{Surrogate}/u.test(node.text)) place.problems.push({ at: place.path, ...halfCharacter });
      return node.text;
    case 'boolean':
      return node.value;
    case 'null':
      return null;
    case 'number':
      checkNumber(node, place);
      return node.value;
    case 'list':
      return node.items.map((item, index) => jsonOf(item, inside(place, String(index))));
    case 'map':
      return jsonMapOf(node, place);
    default:
      return assertNever(node);
  }
}

function checkNumber(number: { readonly value: number; readonly source: string }, place: Place): void {
  if (Number.isFinite(number.value) && !losesDigits(number)) return;
  place.problems.push({
    at: place.path,
    what: 'is a number that cannot be sent exactly',
    hint: 'Put it in quotes to send it as text, or give a finite number of at most 15 digits.',
  });
}

/**
 * A fraction is sent with the precision of a JSON parser. A whole number is often an ID and must not change.
 */
function losesDigits({ value, source }: { readonly value: number; readonly source: string }): boolean {
  const isWhole = /^(?:[+-]?\d+|0x[\da-f]+|0o[0-7]+)$/i.test(source);
  return isWhole && BigInt(source).toString() !== String(value);
}

function inside(place: Place, key: string): Place {
  return { path: `${place.path}.${key}`, problems: place.problems };
}
