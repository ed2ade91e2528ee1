import { okUnless, type Outcome, type Problem } from './outcome.js';
import { refusalOfVariableName, variableNameCure } from './variable-name.js';

/**
 * Whether a text is `KEY=VALUE` lines: the first line that is neither blank nor a comment decides. It is one when a `=` comes before any
 * colon, quote or bracket, because the first line of a map in YAML or JSON has one of these.
 */
export function isKeyValueText(text: string): boolean {
  const first = text.split('\n').find(isTelling);
  return first !== undefined && /^[^=:"'{}[\]]*=/.test(first);
}

/**
 * Reads `KEY=VALUE` lines. A value is everything after the first `=` to the end of the line, verbatim, quotes and spaces included.
 * Blank lines and lines that start with `#` are skipped. Problems tell the line's number only: a part of a value can look like a name.
 */
export function parseKeyValueLines(text: string): Outcome<Readonly<Record<string, string>>> {
  const variables = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [index, rawLine] of text.split('\n').entries()) {
    if (!isTelling(rawLine)) continue;
    const line = rawLine.replace(/\r$/, '');
    const equals = line.indexOf('=');
    const name = line.slice(0, Math.max(0, equals));
    const problem = equals < 0 ? notKeyValue : problemOfName(name, variables);
    if (problem === undefined) variables.set(name, line.slice(equals + 1));
    else problems.push({ at: ` (line ${index + 1})`, ...problem });
  }
  return okUnless(problems, Object.fromEntries(variables));
}

const notKeyValue: Problem = {
  what: 'is not KEY=VALUE (not shown)',
  cure: 'Write one KEY=VALUE a line; for values of several lines give a YAML map (KEY: ${{ toJSON(…) }}) or a JSON object.',
};

function isTelling(line: string): boolean {
  return line.trim() !== '' && !line.trimStart().startsWith('#');
}

function problemOfName(name: string, known: ReadonlyMap<string, string>): Problem | undefined {
  if (known.has(name)) return { what: `gives ${name} once more`, cure: 'Give each variable once.' };
  if (name === 'TRIGGER_PAYLOAD') {
    return {
      what: 'sets TRIGGER_PAYLOAD, which GitLab itself sets in every triggered pipeline',
      cure: 'Choose another name.',
    };
  }
  return refusalOfVariableName(name) === undefined
    ? undefined
    : {
        what: 'has no valid name before "=" (not shown)',
        cure: `${variableNameCure} No space is allowed around it.`,
      };
}
