import { shellWord } from '../base/text.js';
import { endpoints } from '../gitlab/endpoints.js';
import type { JsonValue, TriggerRequest } from '../model/requests.js';

/** JSON of printable ASCII only, so that nothing in it can steer a terminal. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\u0020-\u007e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The equivalent curl command; `lines` is absent if it would be too long to copy. */
export interface CurlCommand {
  readonly lines: readonly string[] | undefined;
  /** Shell variables that provide the token and all values. */
  readonly environment: readonly string[];
}

/** A part of a body: literal text, or a shell variable that holds it. */
type Piece = { readonly text: string } | { readonly variable: string };

const longestCommand = 6000;

/** Removes known secrets from a text. */
type Redact = (text: string) => string;

/**
 * The request that would start the pipeline, for a POSIX shell. It contains names but no values, because any
 * value may be a secret. No secret is in the arguments of a process that it starts.
 */
export function curlCommandOf(request: TriggerRequest, redact: Redact): CurlCommand {
  const { credentials } = request;
  const write = createBodyWriter(redact);
  const pieces = merged(
    credentials.kind === 'trigger' ? triggerPieces(request, write) : creationPieces(request, write),
  );
  const environment = pieces.flatMap((piece) => ('variable' in piece ? [piece.variable] : []));
  const lines =
    credentials.kind === 'trigger' ? triggerLines(request, pieces) : creationLines(request, pieces);
  const isTooLong = lines.join('\n').length > longestCommand;
  return {
    lines: isTooLong ? undefined : lines,
    environment: credentials.kind === 'trigger' ? environment : [accessTokenVariable, ...environment],
  };
}

const tokenVariable = 'GITLAB_TRIGGER_TOKEN';
const accessTokenVariable = 'GITLAB_TRIGGER_ACCESS_TOKEN';

/** The body comes from standard input, because every user of the machine can read a command line. */
function triggerLines(request: TriggerRequest, pieces: readonly Piece[]): readonly string[] {
  return [
    `printf '%s' ${pieces.map(wordOf).join(' ')} |`,
    ...curlLines(request, ['--data @-']),
    `    ${shellWord(endpoints.triggerPipeline(request.connection.apiUrl, request.project).href)}`,
  ];
}

/** Here the header contains the secret. A body with values comes through a third pipe. */
function creationLines(request: TriggerRequest, pieces: readonly Piece[]): readonly string[] {
  const url = shellWord(endpoints.createPipeline(request.connection.apiUrl, request.project).href);
  const header = `printf 'PRIVATE-TOKEN: %s\\n' "$${accessTokenVariable}" |`;
  const [first] = pieces;
  if (first !== undefined && pieces.length === 1) {
    return [header, ...curlLines(request, ['--header @-', `--data ${wordOf(first)}`]), `    ${url}`];
  }
  return [
    `printf '%s' ${pieces.map(wordOf).join(' ')} | {`,
    header,
    ...curlLines(request, ['--header @-', '--data @/dev/fd/3']),
    `    ${url}`,
    '} 3<&0',
  ];
}

function curlLines({ connection }: TriggerRequest, rest: readonly string[]): readonly string[] {
  return [
    '  curl --silent --show-error --fail-with-body \\',
    "    --header 'Content-Type: application/json' \\",
    ...(connection.requestHeaders.length > 0 ? ['    --header @request-headers.txt \\'] : []),
    ...(connection.caCertificate === undefined ? [] : ['    --cacert ca.pem \\']),
    ...rest.map((option) => `    ${option} \\`),
  ];
}

function wordOf(piece: Piece): string {
  return 'text' in piece ? shellWord(piece.text) : `"$${piece.variable}"`;
}

function triggerPieces(
  { ref, variables, pipelineInputs }: TriggerRequest,
  write: BodyWriter,
): readonly Piece[] {
  return [
    { text: '{"token":"' },
    { variable: tokenVariable },
    { text: `","ref":${write.text(ref)}` },
    ...(isEmpty(variables) ? [] : [{ text: ',"variables":' }, ...mapPieces(variables, write)]),
    ...inputPieces(pipelineInputs, write),
    { text: '}' },
  ];
}

function creationPieces(
  { ref, variables, pipelineInputs }: TriggerRequest,
  write: BodyWriter,
): readonly Piece[] {
  const entries = Object.entries(variables).flatMap(([key, value], index): readonly Piece[] => [
    { text: `${index === 0 ? '' : ','}{"key":${write.text(key)},"value":` },
    ...write.value(key, value),
    { text: '}' },
  ]);
  return [
    { text: `{"ref":${write.text(ref)}` },
    ...(isEmpty(variables) ? [] : [{ text: ',"variables":[' }, ...entries, { text: ']' }]),
    ...inputPieces(pipelineInputs, write),
    { text: '}' },
  ];
}

function inputPieces(inputs: Readonly<Record<string, JsonValue>>, write: BodyWriter): readonly Piece[] {
  return isEmpty(inputs) ? [] : [{ text: ',"inputs":' }, ...mapPieces(inputs, write)];
}

function mapPieces(map: Readonly<Record<string, JsonValue>>, write: BodyWriter): readonly Piece[] {
  const entries = Object.entries(map).flatMap(([key, value], index): readonly Piece[] => [
    { text: `${index === 0 ? '' : ','}${write.text(key)}:` },
    ...write.value(key, value),
  ]);
  return [{ text: '{' }, ...entries, { text: '}' }];
}

/** Writes parts of a body. */
interface BodyWriter {
  /** A name or the ref, as JSON. */
  readonly text: (text: string) => string;
  /** A value, read from the shell variable with its name. */
  readonly value: (name: string, value: JsonValue) => readonly Piece[];
}

/** Variables that every shell uses for other purposes. */
const takenNames = ['PATH', 'HOME', 'IFS', 'PWD', 'OLDPWD', 'SHELL', 'USER', 'ENV', 'PS1', 'LANG', '_'];

function createBodyWriter(redact: Redact): BodyWriter {
  const used = new Set([tokenVariable, accessTokenVariable, ...takenNames]);
  const freeName = (name: string): string => {
    const wanted = shellVariableOf(redact(name));
    let free = wanted;
    for (let number = 2; used.has(free); number += 1) free = `${wanted}_${number}`;
    used.add(free);
    return free;
  };
  return {
    text: (text) => plainJson(redact(text)),
    value: (name, value) => {
      const variable = freeName(name);
      // A text goes between quotes; any other value is complete JSON.
      return typeof value === 'string' ? [{ text: '"' }, { variable }, { text: '"' }] : [{ variable }];
    },
  };
}

function shellVariableOf(name: string): string {
  const word = name.replace(/[^A-Za-z0-9_]/g, '_').slice(0, 60);
  return /^\d|^$/.test(word) ? `_${word}` : word;
}

/** Merges adjacent texts. */
function merged(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last !== undefined && 'text' in last && 'text' in piece) {
      result[result.length - 1] = { text: last.text + piece.text };
    } else result.push(piece);
  }
  return result;
}

function isEmpty(map: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(map).length === 0;
}
