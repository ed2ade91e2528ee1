import type { JsonValue } from '../inputs/trigger-request.js';
import { isConfigMap, type ConfigMap } from './config-document.js';
import { matchesPattern } from './pattern-match.js';

/** What `spec:inputs` declares. */
export type DeclaredInputs =
  /** There is no such header: GitLab refuses every input. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'listed';
      readonly inputs: ReadonlyMap<string, InputDeclaration>;
      /** Whether more may come from files that the header includes. */
      readonly isComplete: boolean;
    };

export interface InputDeclaration {
  readonly type: string;
  readonly isRequired: boolean;
  readonly options: readonly unknown[] | undefined;
  readonly regex: string | undefined;
}

/** Reads the header of a CI file. @see https://docs.gitlab.com/ci/yaml/#specinputs */
export function inputsIn(header: unknown): DeclaredInputs {
  const spec = isConfigMap(header) ? header.spec : undefined;
  if (!isConfigMap(spec)) return { kind: 'none' };
  const inputs = isConfigMap(spec.inputs) ? spec.inputs : {};
  return {
    kind: 'listed',
    inputs: new Map(Object.entries(inputs).map(([name, value]) => [name, declarationOf(value)])),
    isComplete: Object.keys(spec).every((key) => key === 'inputs'),
  };
}

function declarationOf(value: unknown): InputDeclaration {
  const declaration: ConfigMap = isConfigMap(value) ? value : {};
  const { type, options, regex } = declaration;
  // Rules may set a default and options of their own.
  const hasRules = 'rules' in declaration;
  return {
    type: typeof type === 'string' ? type : 'string',
    isRequired: !('default' in declaration) && !hasRules,
    options: Array.isArray(options) && !hasRules ? options : undefined,
    regex: typeof regex === 'string' ? regex : undefined,
  };
}

/** Something that GitLab would refuse about the inputs of a pipeline. */
export type InputFault =
  | { readonly kind: 'undeclared' | 'missing'; readonly name: string }
  | { readonly kind: 'wrong_type'; readonly name: string; readonly type: string }
  | { readonly kind: 'not_an_option' | 'not_of_pattern'; readonly name: string };

/** What is certainly wrong with the inputs that a pipeline is to be given. */
export function inputFaults(
  declared: DeclaredInputs,
  given: Readonly<Record<string, JsonValue>>,
): readonly InputFault[] {
  const names = Object.keys(given);
  if (declared.kind === 'none') return names.map((name) => ({ kind: 'undeclared', name }));
  const { inputs, isComplete } = declared;
  const undeclared = isComplete ? names.filter((name) => !inputs.has(name)) : [];
  const missing = [...inputs].filter(([name, { isRequired }]) => isRequired && !Object.hasOwn(given, name));
  return [
    ...undeclared.map((name): InputFault => ({ kind: 'undeclared', name })),
    ...missing.map(([name]): InputFault => ({ kind: 'missing', name })),
    ...Object.entries(given).flatMap(([name, value]) => {
      const declaration = inputs.get(name);
      return declaration === undefined ? [] : valueFaults({ name, value, declaration });
    }),
  ];
}

function valueFaults(input: {
  readonly name: string;
  readonly value: JsonValue;
  readonly declaration: InputDeclaration;
}): readonly InputFault[] {
  const { name, value, declaration } = input;
  const { type, options, regex } = declaration;
  if (!hasType(value, type)) return [{ kind: 'wrong_type', name, type }];
  if (options !== undefined && typeof value !== 'object' && !options.includes(value)) {
    return [{ kind: 'not_an_option', name }];
  }
  if (regex === undefined || typeof value !== 'string') return [];
  const [, source = regex, flags = ''] = /^\/(.*)\/([ismU]*)$/s.exec(regex) ?? [];
  return matchesPattern(value, { source, flags }) === 'no' ? [{ kind: 'not_of_pattern', name }] : [];
}

/** Types of releases to come are not judged. */
function hasType(value: JsonValue, type: string): boolean {
  switch (type) {
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type;
    case 'array':
      return Array.isArray(value);
    default:
      return true;
  }
}
