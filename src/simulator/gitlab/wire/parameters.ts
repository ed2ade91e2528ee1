import { type Step, errorAnswer, go, stop } from './answer.js';
import {
  type FormField,
  type ParameterTree,
  type ParameterValue,
  isTree,
  nestFields,
  parameterOf,
  parseFormText,
} from './parameter-tree.js';
import type { SimulatedRequest } from './wire.js';

/**
 * Reads a `multipart/form-data` body; line ends inside a value stay as sent, files become
 * `{filename, content}`.
 */
export function parseMultipart(body: Buffer, contentType: string): ParameterTree {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const name = boundary?.[1] ?? boundary?.[2];
  if (name === undefined) return {};
  const parts = body.toString('latin1').split(`--${name}`).slice(1, -1);
  return nestFields(parts.flatMap((part) => fieldOf(part)));
}

function fieldOf(part: string): readonly FormField[] {
  const end = part.indexOf('\r\n\r\n');
  if (end < 0) return [];
  const head = utf8(part.slice(0, end));
  const name = /[;\s]name="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) return [];
  const value = utf8(part.slice(end + 4).replace(/\r\n$/, ''));
  const filename = /[;\s]filename="([^"]*)"/i.exec(head)?.[1];
  return [{ name, value: filename === undefined ? value : { filename, content: value } }];
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}

/** Path and query of a request target. */
export function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const at = target.indexOf('?');
  return at < 0
    ? { path: target, query: '' }
    : { path: target.slice(0, at), query: target.slice(at + 1).replace(/#.*$/, '') };
}

/** Query and body merged; the body takes precedence; the body of a GET is ignored. */
export function readParameters(request: SimulatedRequest): Step<ParameterTree> {
  const query = parseFormText(splitTarget(request.target).query);
  if (request.method === 'GET' || request.body.length === 0) return go(query);
  const body = readBody(request);
  return body.kind === 'stop' ? body : go({ ...query, ...body.value });
}

function readBody(request: SimulatedRequest): Step<ParameterTree> {
  const contentType = request.headers['content-type'] ?? 'application/x-www-form-urlencoded';
  switch (mediaType(contentType)) {
    case 'application/json':
      return readJson(request.body.toString('utf8'));
    case 'application/x-www-form-urlencoded':
      return go(parseFormText(request.body.toString('utf8')));
    case 'multipart/form-data':
      return go(parseMultipart(request.body, contentType));
    default:
      return stop(errorAnswer(415, `The provided content-type '${contentType}' is not supported.`));
  }
}

export function mediaType(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}

const malformedJson = [
  'Problem:',
  '  message body does not match declared format',
  'Resolution:',
  "  when specifying application/json as content-type, the body must be valid application/json\n  in the request's 'body'",
  '',
].join('\n');

function readJson(text: string): Step<ParameterTree> {
  if (text.trim() === '') return go({});
  try {
    const value = parameterOf(JSON.parse(text));
    return go(isTree(value) ? value : {});
  } catch {
    return stop(errorAnswer(400, malformedJson));
  }
}

/** Problems of a required text that must not be blank, in the words of the parameter checks. */
export function requiredTextProblems(
  parameters: ParameterTree,
  name: string,
  blank: 'refused' | 'accepted',
): readonly string[] {
  const value = parameters[name];
  const empty = blank === 'refused' ? [`${name} is empty`] : [];
  if (value === undefined) return [`${name} is missing`, ...empty];
  if (typeof value === 'object' && value !== null) return [`${name} is invalid`];
  return scalarText(value).trim() === '' ? empty : [];
}

/** Problems of an optional map; null counts as absent, text and lists are invalid. */
export function mapProblems(parameters: ParameterTree, name: string): readonly string[] {
  const value = parameters[name];
  return value === undefined || value === null || isTree(value) ? [] : [`${name} is invalid`];
}

export function mapOf(value: ParameterValue | undefined): ParameterTree {
  return isTree(value) ? value : {};
}

/** The text of a scalar; empty for anything else. */
export function scalarText(value: ParameterValue | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Problems of an optional parameter that must be one of some words. */
export function wordProblems(
  parameters: ParameterTree,
  name: string,
  words: readonly string[],
): readonly string[] {
  const value = parameters[name];
  if (value === undefined) return [];
  return words.includes(scalarText(value)) ? [] : [`${name} does not have a valid value`];
}

/** Problems of an optional date and time. */
export function timeProblems(parameters: ParameterTree, name: string): readonly string[] {
  const value = parameters[name];
  return value === undefined || readTime(value) !== undefined ? [] : [`${name} is invalid`];
}

/**
 * Parses ISO 8601 into milliseconds since 1970. A missing zone, or one after a space (an unencoded `+`),
 * means UTC, as on the real server. A date without a time is its midnight.
 */
export function readTime(value: ParameterValue | undefined): number | undefined {
  const text = scalarText(value);
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?(Z|[+-]\d\d:?\d\d)?( .*)?$/.exec(
    text,
  );
  if (match === null) return undefined;
  const [, day = '', time = '00:00:00', zone = 'Z'] = match;
  const epochMs = Date.parse(`${day}T${time}${zone}`);
  return Number.isNaN(epochMs) ? undefined : epochMs;
}
