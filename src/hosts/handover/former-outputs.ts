import { InputError } from '../../base/errors.js';
import type { HostMeans } from '../host.js';
import { environmentName } from '../output-files.js';
import { fileCodeOf } from '../step-files.js';

/** Whether a variable is an output of ours; `names` are the outputs besides values. */
function isOurs(names: readonly string[]): (variable: string) => boolean {
  const known = new Set(names.map(environmentName));
  return (variable) => known.has(variable) || /^TRIGGERED_VALUE_\w+$/.test(variable);
}

/** The variables that an earlier call left in this step's environment, as it will in later ones. */
export function formerVariables(
  environment: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): readonly string[] {
  const ours = isOurs(names);
  return Object.keys(environment).filter((name) => ours(name) && environment[name] !== '');
}

/**
 * The variables that a script of an earlier call of the same step exports. It is no matter that a later line
 * may unset them: such a line may also be part of a value.
 */
export function exportedVariables(script: string, names: readonly string[]): readonly string[] {
  const found = Array.from(script.matchAll(/^export (\w+)='/gm), ([, variable = '']) => variable);
  return Array.from(new Set(found)).filter(isOurs(names));
}

/** The outputs that an earlier call of the same step wrote as `NAME=value`, and that are not empty. */
export function assignedOutputs(text: string, names: readonly string[]): readonly string[] {
  const found = new Map<string, string>();
  for (const [, variable = '', value = ''] of text.matchAll(/^(\w+)=(.*)$/gm)) found.set(variable, value);
  return Array.from(found)
    .filter(([variable, value]) => value !== '' && isOurs(names)(variable))
    .map(([variable]) => outputOf(variable));
}

/** The reverse of `environmentName`. */
function outputOf(variable: string): string {
  const [, key] = /^TRIGGERED_VALUE_(.*)$/.exec(variable) ?? [];
  return key === undefined ? variable.slice('TRIGGERED_'.length).toLowerCase() : `value_${key}`;
}

/**
 * Removes what an earlier call left in a file of the host, if there is one.
 * @throws {InputError} when that is impossible: a later step would take it for ours.
 */
export function removeFormer(
  { isThere }: Pick<HostMeans, 'isThere'>,
  path: string,
  remove: () => void,
): void {
  if (path === '' || !isThere(path)) return;
  try {
    remove();
  } catch (error) {
    throw new InputError({
      code: 'invalid_input',
      what: `Nothing was started: ${path} may have the outputs of an earlier run, which cannot be removed, and later steps would read them`,
      why: `The system says ${fileCodeOf(error)}`,
      hint: 'Make room, or let this user write to that file.',
    });
  }
}
