import { decodeText } from '../base/text-encoding.js';
import { readDotenv } from './dotenv-entries.js';
import { readJsonObject } from './json-entries.js';
import type { EntriesReading, ValueEntry } from './value-entry.js';

/** What a file of values holds, or why it is none. */
export type ValuesReading =
  | { readonly kind: 'values'; readonly entries: readonly ValueEntry[] }
  | {
      readonly kind: 'unfit';
      /** Follows the name of the file in a sentence; shows nothing of a value. */
      readonly why: string;
      /** What could be told all the same, for masks. */
      readonly entries: readonly ValueEntry[];
    };

/** The values become outputs, and GitHub gives all outputs of a job 1 MB: whoever has more than this wants artifacts. */
export const maxValuesBytes = 1_000_000;

const maxKeyCharacters = 255;

/**
 * Reads a file of values: a text that begins with `{` is a JSON object, any other is `KEY=VALUE` lines. Keys are letters, digits and `_` and do not begin with a
 * digit. A value may hold tabs and line ends (JSON can write them), and no other control characters. Whatever a file holds, this throws nothing.
 */
export function readValues(bytes: Uint8Array): ValuesReading {
  const decoded = decodeText(bytes);
  const { text = '' } = decoded;
  const reading = text.trimStart().startsWith('{') ? readJsonObject(text) : readDotenv(text);
  const values = checked(reading);
  if (decoded.kind === 'text') return values;
  // What is wrong with a pair says more than what is wrong with the file, as long as that could be read.
  const why = decoded.text !== undefined && values.kind === 'unfit' ? values.why : decoded.why;
  return { kind: 'unfit', why, entries: reading.entries };
}

function checked(reading: EntriesReading): ValuesReading {
  if (reading.kind === 'unfit') return reading;
  const { entries } = reading;
  for (const entry of entries) {
    const why = faultOf(entry);
    if (why !== undefined) return { kind: 'unfit', why: `${why}${entry.at}`, entries };
  }
  return { kind: 'values', entries };
}

/** A key that is none is not shown: it may be a part of a value. */
function faultOf({ key, value }: ValueEntry): string | undefined {
  if (key.length > maxKeyCharacters || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) {
    return /^export\s/.test(key)
      ? 'is a script: write KEY=VALUE without "export"'
      : 'has a key that is not made of letters, digits and _ (not shown)';
  }
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u.test(value)) {
    return 'has a control character in a value';
  }
  return undefined;
}
