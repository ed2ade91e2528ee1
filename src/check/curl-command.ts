import { tokensIn } from '../base/token-kind.js';
import { endpoints } from '../gitlab/endpoints.js';
import type { JsonValue, TriggerRequest } from '../inputs/trigger-request.js';
import { plainJson, shellWord } from './shell-text.js';

/** A command that does the same with curl; absent when it would be longer than anybody copies. */
export interface CurlCommand {
  readonly lines: readonly string[] | undefined;
  /** Variables of the shell that it takes secrets and long texts from. */
  readonly environment: readonly string[];
}

/** A part of a body: text as it is, or a variable of the shell that holds it. */
type Piece = { readonly text: string } | { readonly variable: string };

const longestValue = 200;
const longestCommand = 6000;

/** A value under such a name is taken for a secret. */
const secretName = /TOKEN|SECRET|PASS|KEY|CREDENTIAL|AUTH|PRIVATE/i;

/** Takes secrets that are known out of a text. */
type Redact = (text: string) => string;

/** The request that would start the pipeline, for a POSIX shell: no secret stands in it, nor in the arguments of a process that it starts. */
export function curlCommandOf(request: TriggerRequest, redact: Redact): CurlCommand {
  const { credentials } = request;
  const pieces =
    credentials.kind === 'trigger' ? triggerPieces(request, redact) : creationPieces(request, redact);
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

/** The body comes from standard input: a command line is there for everybody on the machine to read. */
function triggerLines(request: TriggerRequest, pieces: readonly Piece[]): readonly string[] {
  return [
    `printf '%s' ${pieces.map(wordOf).join(' ')} |`,
    ...curlLines(request, ['--data @-']),
    `    ${shellWord(endpoints.triggerPipeline(request.connection.apiUrl, request.project).href)}`,
  ];
}

/** Here it is the header that has the secret in it. */
function creationLines(request: TriggerRequest, pieces: readonly Piece[]): readonly string[] {
  const body = pieces.map((piece) => ('text' in piece ? piece.text : '***')).join('');
  return [
    `printf 'PRIVATE-TOKEN: %s\\n' "$${accessTokenVariable}" |`,
    ...curlLines(request, ['--header @-', `--data ${shellWord(body)}`]),
    `    ${shellWord(endpoints.createPipeline(request.connection.apiUrl, request.project).href)}`,
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

function triggerPieces({ ref, variables, pipelineInputs }: TriggerRequest, redact: Redact): readonly Piece[] {
  return merged([
    { text: '{"token":"' },
    { variable: tokenVariable },
    { text: `","ref":${plainJson(redact(ref))}` },
    ...(isEmpty(variables) ? [] : [{ text: ',"variables":' }, ...mapPieces(variables, redact)]),
    ...inputPieces(pipelineInputs, redact),
    { text: '}' },
  ]);
}

function creationPieces(
  { ref, variables, pipelineInputs }: TriggerRequest,
  redact: Redact,
): readonly Piece[] {
  const entries = Object.entries(variables).flatMap(([key, value], index): readonly Piece[] => [
    { text: `${index === 0 ? '' : ','}{"key":${plainJson(redact(key))},"value":` },
    ...valuePieces(key, value, redact),
    { text: '}' },
  ]);
  return merged([
    { text: `{"ref":${plainJson(redact(ref))}` },
    ...(isEmpty(variables) ? [] : [{ text: ',"variables":[' }, ...entries, { text: ']' }]),
    ...inputPieces(pipelineInputs, redact),
    { text: '}' },
  ]);
}

function inputPieces(inputs: Readonly<Record<string, JsonValue>>, redact: Redact): readonly Piece[] {
  return isEmpty(inputs) ? [] : [{ text: ',"inputs":' }, ...mapPieces(inputs, redact)];
}

function mapPieces(map: Readonly<Record<string, JsonValue>>, redact: Redact): readonly Piece[] {
  const entries = Object.entries(map).flatMap(([key, value], index): readonly Piece[] => [
    { text: `${index === 0 ? '' : ','}${plainJson(redact(key))}:` },
    ...valuePieces(key, value, redact),
  ]);
  return [{ text: '{' }, ...entries, { text: '}' }];
}

/** A value that may be a secret, or is too long to be read, is left to a variable of the shell. */
function valuePieces(name: string, value: JsonValue, redact: Redact): readonly Piece[] {
  const json = JSON.stringify(value);
  const isSecret = secretName.test(name) || tokensIn(json).length > 0 || redact(json) !== json;
  if (!isSecret && json.length <= longestValue) return [{ text: plainJson(value) }];
  const variable = shellVariableOf(redact(name));
  // A text goes between its quotes; anything else is JSON as a whole.
  return typeof value === 'string' ? [{ text: '"' }, { variable }, { text: '"' }] : [{ variable }];
}

function shellVariableOf(name: string): string {
  const word = name.replace(/[^A-Za-z0-9_]/g, '_').slice(0, 60);
  return /^\d|^$/.test(word) ? `_${word}` : word;
}

/** Texts that follow each other become one. */
function merged(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.reduce<readonly Piece[]>((before, piece) => {
    const last = before.at(-1);
    return last !== undefined && 'text' in last && 'text' in piece
      ? [...before.slice(0, -1), { text: last.text + piece.text }]
      : [...before, piece];
  }, []);
}

function isEmpty(map: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(map).length === 0;
}
