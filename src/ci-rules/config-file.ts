import type { JsonValue } from '../model/requests.js';
import { isJob } from './config.js';
import { type ConfigMap, configDocumentsIn, isConfigMap } from './document.js';
import { matchesPattern } from './regex.js';

/** The inputs that `spec:inputs` declares. */
export type DeclaredInputs =
  /** There is no such header, so GitLab rejects every input. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'listed';
      readonly inputs: ReadonlyMap<string, DeclaredInput>;
      /** Whether the list is complete: the header has no other key, such as `include`. */
      readonly isComplete: boolean;
    };

export interface DeclaredInput {
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

function declarationOf(value: unknown): DeclaredInput {
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

/** A reason for GitLab to reject the inputs of a pipeline. */
export type InputFault =
  | { readonly kind: 'undeclared' | 'missing'; readonly name: string }
  | { readonly kind: 'wrong_type'; readonly name: string; readonly type: string }
  | { readonly kind: 'not_an_option' | 'not_of_pattern'; readonly name: string };

/** The certain faults of the inputs for a pipeline. */
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
  readonly declaration: DeclaredInput;
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

/** Types of future releases are accepted. */
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

/** Facts of a CI file that are missing from GitLab's merged configuration. */
export interface ConfigFile {
  readonly inputs: DeclaredInputs;
  /** Its includes: none, always the same files, or files that depend on rules, variables or inputs. */
  readonly includes: 'nothing' | 'always_the_same' | 'depending';
  /** Whether it has `workflow:rules` of its own, which override those of all included files. */
  readonly hasWorkflow: boolean;
  /** Whether inputs determine which jobs exist. */
  readonly inputsDecide: boolean;
}

/** Parses a CI file as it is in the repository; `undefined` if it cannot be parsed. */
export function readConfigFile(text: string): ConfigFile | undefined {
  const documents = configDocumentsIn(text);
  const body = documents?.at(-1);
  if (documents === undefined || !isConfigMap(body)) return undefined;
  const header = documents.length > 1 ? documents[0] : undefined;
  const { workflow, include } = body;
  return {
    inputs: inputsIn(header),
    includes: includesOf(include),
    hasWorkflow: isConfigMap(workflow) && workflow.rules !== undefined,
    inputsDecide: mentions(decidersIn(body), '$[['),
  };
}

function includesOf(include: unknown): ConfigFile['includes'] {
  if (include === undefined || include === null) return 'nothing';
  const entries: readonly unknown[] = Array.isArray(include) ? include : [include];
  const depends = entries.some((entry) => isConfigMap(entry) && 'rules' in entry) || mentions(entries, '$');
  return depends ? 'depending' : 'always_the_same';
}

/** Everything that determines jobs: names, conditions, and includes. */
function decidersIn(body: ConfigMap): readonly unknown[] {
  const ofJobs = Object.entries(body).map(([name, job]) =>
    isJob(name, job) ? [name, job.rules, job.only, job.except, job.when] : name,
  );
  // Templates mostly contain rules for jobs.
  const templates = Object.entries(body).filter(([name]) => name.startsWith('.'));
  const ofTemplates = templates.map(([, template]) =>
    isConfigMap(template) ? [template.rules, template.only, template.except] : template,
  );
  return [body.workflow, body.include, ...ofJobs, ...ofTemplates];
}

/**
 * Whether a text occurs anywhere in a value. The value comes from YAML, so it may contain one object in
 * several places.
 */
function mentions(value: unknown, text: string): boolean {
  const seen = new Set<unknown>();
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string' && next.includes(text)) return true;
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    for (const [key, child] of Object.entries(next)) open.push(key, child);
  }
  return false;
}
