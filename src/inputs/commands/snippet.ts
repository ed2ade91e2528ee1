import { nearestName } from '../../base/text.js';
import {
  type InputSource,
  type SnippetRequest,
  type SpecInput,
  type SpecInputType,
  type TextFiles,
  snippetSources,
  specInputTypes,
} from '../../model/requests.js';
import { type InputOutcome, type Problem, all, andThen, ok, okUnless, wrong } from '../parsing.js';
import { oneOf, parseBoolean, parseNameList, shownText } from '../scalars.js';
import { type InputTable, type Parsed, parsedOf, readInputs } from '../table.js';
import { callerRows, parseCallerRequest } from './snippet-callers.js';
import { needsAccessToken, snippetStepTable, stepOf } from './snippet-step.js';

const hint = `Write NAME=TYPE or NAME=TYPE=DEFAULT, one a line; types are ${specInputTypes.join(', ')}.`;

/** Parses the inputs to declare, one per line: `NAME=TYPE`, or `NAME=TYPE=DEFAULT`; a list as JSON. */
export function parseSpecInputs(given: string): InputOutcome<readonly SpecInput[]> {
  const inputs: SpecInput[] = [];
  const problems: Problem[] = [];
  for (const line of given.split(/\r?\n/).map((text) => text.trim())) {
    if (line === '') continue;
    const read = readLine(line);
    if ('hint' in read) problems.push(read);
    else if (inputs.some(({ name }) => name === read.name)) {
      problems.push({ at: `.${read.name}`, what: 'is there twice', hint: 'Give each input once.' });
    } else inputs.push(read);
  }
  return okUnless(problems, inputs);
}

function readLine(line: string): SpecInput | Problem {
  const [name = '', word, ...rest] = line.split('=');
  if (!/^[A-Za-z_][\w-]{0,99}$/.test(name) || word === undefined) {
    return { what: `has the line ${shownText(line)}`, hint };
  }
  const type = specInputTypes.find((known) => known === word.trim());
  if (type === undefined) {
    const nearest = nearestName(word.slice(0, 20), specInputTypes);
    return {
      at: `.${name}`,
      what: `has the type ${shownText(word)}`,
      hint: nearest === undefined ? hint : `Did you mean ${nearest}? ${hint}`,
    };
  }
  const text = rest.length === 0 ? undefined : rest.join('=');
  const value = text === undefined ? undefined : valueOf(type, text);
  return text !== undefined && value === undefined
    ? { at: `.${name}`, what: `has a default that is no ${type}: ${shownText(text)}`, hint }
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

/** Parses the name of a GitHub secret. */
export function parseSecretName(given: string): InputOutcome<string> {
  const name = given.trim();
  const fits = /^[A-Za-z_]\w{0,99}$/.test(name) && !/^GITHUB_/i.test(name);
  return fits
    ? { kind: 'ok', value: name, warnings: [] }
    : wrong({
        what: `is ${shownText(name)}, which GitHub does not take as the name of a secret`,
        hint: 'Use letters, digits and _, not a digit first, and nothing that begins with GITHUB_.',
      });
}

export const snippetKinds = ['gitlab', 'github', 'cron', 'curl', 'webhook', 'bot'] as const;

/** The inputs of the command itself. */
export const snippetOwnTable = {
  kind: {
    required: 'always',
    default: undefined,
    description:
      'What to write: gitlab for rules of .gitlab-ci.yml, github for a step of a workflow; for other callers cron, curl, webhook (a receiver) and bot (a chat command).',
    secret: 'none',
    parse: oneOf(snippetKinds),
  },
  sources: {
    required: 'never',
    default: 'trigger',
    description:
      'For gitlab: which pipelines to let through: trigger (with a trigger token), pipeline (with a CI_JOB_TOKEN), or both.',
    secret: 'none',
    parse: (given: string) => parseNameList(given, { names: snippetSources, noun: 'source' }),
  },
  per_job: {
    required: 'never',
    default: 'false',
    description: 'For gitlab: write the rules of one job, and leave the workflow to other pipelines, too.',
    secret: 'none',
    parse: parseBoolean,
  },
  spec_inputs: {
    required: 'never',
    default: undefined,
    description:
      'For gitlab: inputs to declare, one a line: NAME=TYPE or NAME=TYPE=DEFAULT, where TYPE is string, number, boolean or array (its default as JSON).',
    secret: 'none',
    lines: 'many',
    parse: parseSpecInputs,
  },
  token_secret: {
    required: 'never',
    default: 'GITLAB_TRIGGER_TOKEN',
    description: 'For github: the secret of the repository that holds the trigger token.',
    secret: 'none',
    parse: parseSecretName,
  },
  access_token_secret: {
    required: 'never',
    default: undefined,
    description:
      'For github: the secret that holds the access token; GITLAB_API_TOKEN when the step waits or supersedes and nothing is given.',
    secret: 'none',
    parse: parseSecretName,
  },
  ...callerRows,
} satisfies InputTable;

/** Every input of the command `snippet`. */
export const snippetTable: InputTable = { ...snippetOwnTable, ...snippetStepTable };

/**
 * Parses and validates the request for a snippet.
 * @throws {InputError} once, with every problem of every input.
 */
export async function parseSnippetRequest(
  source: InputSource,
  files: TextFiles,
): Promise<Parsed<SnippetRequest>> {
  const own = all(await readInputs(snippetOwnTable, { source, files }));
  const step = await stepOf(source, files);
  if (own.kind === 'ok') {
    const { kind } = own.value;
    if (kind !== 'gitlab' && kind !== 'github') {
      return await parseCallerRequest({ ...own.value, kind }, parsedOf(step).request, { source, files });
    }
  }
  return parsedOf(
    andThen(own, (read): InputOutcome<SnippetRequest> => {
      if (read.kind === 'gitlab') {
        const sources = snippetSources.filter((each) => read.sources.has(each));
        return ok({ kind: 'gitlab', sources, perJob: read.per_job, inputs: read.spec_inputs ?? [] });
      }
      return andThen(step, (given) =>
        ok({
          kind: 'github',
          step: given,
          tokenSecret: read.token_secret,
          accessTokenSecret:
            read.access_token_secret ?? (needsAccessToken(given) ? 'GITLAB_API_TOKEN' : undefined),
        }),
      );
    }),
  );
}
