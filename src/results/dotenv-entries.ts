import type { EntriesReading, ValueEntry } from './value-entry.js';

/**
 * Reads `KEY=VALUE` lines as GitLab reads a dotenv report: the key ends at the first `=`, white space around key and value goes, quotes and `$` are
 * characters like any other, and a `#` behind a value belongs to it. Blank lines and lines that begin with `#`, which GitLab refuses, are skipped.
 * @see https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportsdotenv
 */
export function readDotenv(text: string): EntriesReading {
  const entries: ValueEntry[] = [];
  let why: string | undefined;
  for (const [index, rawLine] of text.split('\n').entries()) {
    const line = rawLine.trim();
    if (line === '' || line.startsWith('#')) continue;
    const at = ` (line ${index + 1})`;
    if (line.includes('\r')) why ??= `has a carriage return within a line${at}`;
    const equals = line.indexOf('=');
    if (equals >= 0)
      entries.push({ key: line.slice(0, equals).trim(), value: line.slice(equals + 1).trim(), at });
    else why ??= `is neither a JSON object nor KEY=VALUE lines${at}${looksLikeYaml(line) ? yamlHint : ''}`;
  }
  return why === undefined ? { kind: 'entries', entries } : { kind: 'unfit', why, entries };
}

/** Why there is no guessing: YAML has types, and would turn the version 1.10 into 1.1 and the country NO into false. */
const yamlHint = '; it looks like YAML, which is not read because it changes texts such as 1.10 or NO';

function looksLikeYaml(line: string): boolean {
  return line === '---' || /^(?:- |["']?[\w.-]+["']?\s*:(?:\s|$))/.test(line);
}
