import { nearestName } from '../base/nearest-name.js';
import { okUnless, wrong, type Outcome, type Problem } from './outcome.js';
import { shownText } from './shown-text.js';
import { specInputTypes, type SpecInput, type SpecInputType } from './snippet-request.js';

const cure = `Write NAME=TYPE or NAME=TYPE=DEFAULT, one a line; types are ${specInputTypes.join(', ')}.`;

/** Reads inputs to be declared, one a line: `NAME=TYPE`, or `NAME=TYPE=DEFAULT`; a list as JSON. */
export function parseSpecInputs(given: string): Outcome<readonly SpecInput[]> {
  const inputs: SpecInput[] = [];
  const problems: Problem[] = [];
  for (const line of given.split(/\r?\n/).map((text) => text.trim())) {
    if (line === '') continue;
    const read = readLine(line);
    if ('cure' in read) problems.push(read);
    else if (inputs.some(({ name }) => name === read.name)) {
      problems.push({ at: `.${read.name}`, what: 'is there twice', cure: 'Give each input once.' });
    } else inputs.push(read);
  }
  return okUnless(problems, inputs);
}

function readLine(line: string): SpecInput | Problem {
  const [name = '', word, ...rest] = line.split('=');
  if (!/^[A-Za-z_][\w-]{0,99}$/.test(name) || word === undefined) {
    return { what: `has the line ${shownText(line)}`, cure };
  }
  const type = specInputTypes.find((known) => known === word.trim());
  if (type === undefined) {
    const nearest = nearestName(word.slice(0, 20), specInputTypes);
    return {
      at: `.${name}`,
      what: `has the type ${shownText(word)}`,
      cure: nearest === undefined ? cure : `Did you mean ${nearest}? ${cure}`,
    };
  }
  const text = rest.length === 0 ? undefined : rest.join('=');
  const value = text === undefined ? undefined : valueOf(type, text);
  return text !== undefined && value === undefined
    ? { at: `.${name}`, what: `has a default that is no ${type}: ${shownText(text)}`, cure }
    : { name, type, default: value };
}

function valueOf(type: SpecInputType, text: string): SpecInput['default'] {
  switch (type) {
    case 'string':
      return text;
    case 'number':
      return /^-?\d+(?:\.\d+)?$/.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'array':
      return listOf(text);
  }
}

function listOf(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the name of a secret of GitHub. */
export function parseSecretName(given: string): Outcome<string> {
  const name = given.trim();
  const fits = /^[A-Za-z_]\w{0,99}$/.test(name) && !/^GITHUB_/i.test(name);
  return fits
    ? { kind: 'ok', value: name, warnings: [] }
    : wrong({
        what: `is ${shownText(name)}, which GitHub does not take as the name of a secret`,
        cure: 'Use letters, digits and _, not a digit first, and nothing that begins with GITHUB_.',
      });
}
