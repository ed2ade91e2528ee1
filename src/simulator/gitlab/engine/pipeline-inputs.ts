import type { PipelineVariable } from '../state/records.js';
import type { InputDeclaration } from '../state/scenario.js';
import type { ParameterTree, ParameterValue } from '../wire/parameter-tree.js';

export type InputCheck =
  | { readonly kind: 'valid'; readonly values: Readonly<Record<string, unknown>> }
  | { readonly kind: 'invalid'; readonly errors: readonly string[] };

type Declarations = Readonly<Record<string, InputDeclaration>>;

/**
 * Checks given inputs against what `spec:inputs` declares. In a form, values of other types than string come
 * as JSON text. `declared` is absent for a CI file without that header.
 */
export function checkInputs(declared: Declarations | undefined, given: ParameterTree): InputCheck {
  if (declared === undefined) {
    return Object.keys(given).length === 0
      ? { kind: 'valid', values: {} }
      : { kind: 'invalid', errors: [undeclared] };
  }
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(declared, name));
  const results = Object.entries(declared).map(([name, declaration]) => ({
    name,
    result: readInput(name, declaration, Object.hasOwn(given, name) ? given[name] : undefined),
  }));
  const errors = results.flatMap(({ result }) => (result.kind === 'wrong' ? [result.error] : []));
  if (unknown.length > 0) errors.push(`unknown input arguments: ${unknown.join(', ')}`);
  if (errors.length > 0) return { kind: 'invalid', errors };
  const entries = results.flatMap(({ name, result }) =>
    result.kind === 'read' ? [[name, result.value] as const] : [],
  );
  return { kind: 'valid', values: Object.fromEntries(entries) };
}

const undeclared = 'Given inputs not defined in the `spec` section of the included configuration file';

type InputResult =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'wrong'; readonly error: string };

function readInput(
  name: string,
  declaration: InputDeclaration,
  given: ParameterValue | undefined,
): InputResult {
  if (given === undefined) {
    return declaration.default === undefined
      ? { kind: 'wrong', error: `\`${name}\` input: required value has not been provided` }
      : { kind: 'read', value: declaration.default };
  }
  const value = typed(declaration.type, given);
  if (value === undefined) {
    const article = declaration.type === 'array' ? 'an' : 'a';
    return {
      kind: 'wrong',
      error: `\`${name}\` input: provided value is not ${article} ${declaration.type}`,
    };
  }
  const { options } = declaration;
  if (options !== undefined && !options.some((option) => option === value)) {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return {
      kind: 'wrong',
      error: `\`${name}\` input: \`${text}\` cannot be used because it is not in the list of allowed options`,
    };
  }
  return { kind: 'read', value };
}

function typed(type: InputDeclaration['type'], given: ParameterValue): unknown {
  const value = type !== 'string' && typeof given === 'string' ? parsedText(given) : given;
  switch (type) {
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type ? value : undefined;
    case 'array':
      return Array.isArray(value) ? value : undefined;
  }
}

function parsedText(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** Keys that come more than once, each named once. */
export function duplicateKeys(variables: readonly PipelineVariable[]): readonly string[] {
  const keys = variables.map(({ key }) => key);
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}

const longestKey = 255;

/**
 * The errors of a pipeline that cannot be saved because of its variables' names; `undefined` when all are
 * fine.
 */
export function checkVariables(
  variables: readonly PipelineVariable[],
): Readonly<Record<string, readonly string[]>> | undefined {
  const problems = [...new Set(variables.flatMap(({ key }) => problemsOf(key)))];
  if (problems.length === 0) return undefined;
  const sentence = problems.map((problem) => `Variables key ${problem}`).join(', ');
  return {
    base: [`Failed to persist the pipeline: Validation failed: ${sentence}`],
    'variables.key': problems,
  };
}

/** The same fault in the words of releases that meet it while the pipeline is built. */
export function variableFault(variables: readonly PipelineVariable[]): string {
  const problems = [...new Set(variables.flatMap(({ key }) => problemsOf(key)))];
  return `Failed to build pipeline variables: ${problems.map((problem) => `Key ${problem}`).join(', ')}`;
}

function problemsOf(key: string): readonly string[] {
  const problems: string[] = [];
  if (key === '') problems.push("can't be blank");
  if (key.length > longestKey) problems.push(`is too long (maximum is ${longestKey} characters)`);
  if (!/^[A-Za-z0-9_]*$/.test(key) || key === '') {
    problems.push("can contain only letters, digits and '_'.");
  }
  return problems;
}
