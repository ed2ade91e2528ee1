import { isTree, type ParameterTree, type ParameterValue } from './parameter-tree.js';

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
 * Reads ISO 8601 into milliseconds since 1970; a missing zone, or one that a space has cut off (an unencoded `+`), means UTC,
 * as on the real server. A bare date is its midnight.
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
