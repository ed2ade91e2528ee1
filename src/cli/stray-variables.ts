import { editDistance, nearestName } from '../base/text.js';
import type { InputSource } from '../model/requests.js';
import { type CommandDescription, variableOf } from './options.js';

/** A variable that was meant to set an input but sets none. */
export interface StrayVariable {
  readonly name: string;
  /** The variable that was probably meant. */
  readonly near: string | undefined;
}

/** The prefix of input variables. */
const prefix = variableOf('');
const pluginPrefix = 'PLUGIN_';

/** Variables with our prefix that are no inputs. */
const notInputs: ReadonlySet<string> = new Set([variableOf('tekton_results')]);

/** Maximum number of differing letters: prefixes of other programs differ more. */
const mostMistakes = 2;

/** No name of ours is nearly as long. A longer one is compared by its first characters. */
const comparedCharacters = 100;

/**
 * The variables that look like inputs but are none, by name: those that begin with `GITLAB_TRIGGER_`, or with
 * nearly that and end in the name of an input; and settings of a plugin (`PLUGIN_…`) if `host` reads some as
 * inputs. Inputs of other commands are accepted, because one environment may serve several commands. Empty
 * variables are accepted too, because they count as absent. Values are never included.
 */
export function strayVariables(
  environment: Readonly<Record<string, string | undefined>>,
  command: CommandDescription,
  { commands, host }: { readonly commands: readonly CommandDescription[]; readonly host: InputSource },
): readonly StrayVariable[] {
  const own = inputsOf(command);
  const known = [...new Set([...own, ...commands.flatMap(inputsOf)])];
  const given = Object.entries(environment).flatMap(([name, value = '']) =>
    value.trim() === '' || notInputs.has(name) ? [] : [name],
  );
  const isPlugin = own.some((input) => {
    const setting = environment[`${pluginPrefix}${input.toUpperCase()}`] ?? '';
    return setting !== '' && host.read(input) === setting;
  });
  return given.sort().flatMap((name) => {
    const start = startOf(name, known, isPlugin ? [prefix, pluginPrefix] : [prefix]);
    if (start === undefined) return [];
    const rest = name.slice(start.length);
    // On a system that ignores case, the variable is found anyway.
    const exact = known.find((input) => `${start.right}${input.toUpperCase()}` === name.toUpperCase());
    if (exact !== undefined && environment[`${start.right}${exact.toUpperCase()}`] !== undefined) return [];
    const near = exact ?? likelyInput(rest, own) ?? likelyInput(rest, known);
    return [{ name, near: near === undefined ? undefined : `${start.right}${near.toUpperCase()}` }];
  });
}

function inputsOf({ inputs, options }: CommandDescription): readonly string[] {
  return [...Object.keys(inputs), ...Object.keys(options)];
}

/** The part of a name that stands for one of the prefixes, and that prefix; `undefined` for other names. */
function startOf(
  name: string,
  known: readonly string[],
  prefixes: readonly string[],
): { readonly length: number; readonly right: string } | undefined {
  const upper = name.toUpperCase();
  const right = prefixes.find((start) => upper.startsWith(start));
  if (right !== undefined) return { length: right.length, right };
  if (!upper.startsWith('GITL') || upper.length > comparedCharacters) return undefined;
  const lengths = known
    .filter((input) => upper.endsWith(input.toUpperCase()))
    .map((input) => upper.length - input.length)
    .filter((length) => editDistance(upper.slice(0, length), prefix) <= mostMistakes);
  return lengths.length === 0 ? undefined : { length: Math.min(...lengths), right: prefix };
}

/** By edit distance, or by a word that only one input contains: `url` means `gitlab_url`. */
function likelyInput(given: string, inputs: readonly string[]): string | undefined {
  const name = given.toLowerCase().replaceAll('-', '_').slice(0, comparedCharacters);
  const sharing = inputs.filter((input) => `_${input}_`.includes(`_${name}_`));
  return nearestName(name, inputs) ?? (sharing.length === 1 ? sharing[0] : undefined);
}
