import { InputError } from '../../base/errors.js';

/** An input as action.yml declares it. */
export interface ActionInput {
  readonly name: string;
  readonly description: string;
  /** For documentation only: the runner starts the action without it. */
  readonly required: boolean;
  readonly default: string | undefined;
  readonly deprecationMessage: string | undefined;
}

export interface ActionOutput {
  readonly name: string;
  readonly description: string;
}

/** The scripts of a JavaScript action, relative to its folder. */
export interface ActionRuns {
  readonly using: string;
  readonly main: string;
  readonly pre: string | undefined;
  readonly post: string | undefined;
  readonly preIf: string;
  readonly postIf: string;
}

export interface ActionMetadata {
  readonly name: string;
  readonly description: string;
  readonly branding: { readonly icon: string; readonly color: string } | undefined;
  readonly inputs: readonly ActionInput[];
  readonly outputs: readonly ActionOutput[];
  readonly runs: ActionRuns;
}

/** The values of `runs.using` that runner 2.336 starts with Node; it refuses a manifest with a newer one. */
const nodeRuntimes: readonly string[] = ['node12', 'node16', 'node20', 'node24'];

type Mapping = Readonly<Record<string, unknown>>;

/** Read once: one action takes many steps. */
const known = new Map<string, ActionMetadata>();

/**
 * Reads the text of an action.yml. Every scalar is a string exactly as written, so `default: false` is
 * `'false'`.
 * @throws {InputError} when the text is not YAML, lacks `runs.main`, or names a runtime that the runner would
 * refuse.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax
 */
export async function parseActionMetadata(text: string): Promise<ActionMetadata> {
  const read = known.get(text);
  if (read !== undefined) return read;
  const { parse } = await import('yaml');
  const metadata = metadataOf(parse(text, { schema: 'failsafe' }));
  known.set(text, metadata);
  return metadata;
}

function metadataOf(document: unknown): ActionMetadata {
  const root = mappingOf(document, 'the file');
  const branding = root.branding === undefined ? undefined : mappingOf(root.branding, 'branding');
  return {
    name: textOf(root.name) ?? '',
    description: textOf(root.description) ?? '',
    branding: branding && {
      icon: textOf(branding.icon) ?? '',
      color: textOf(branding.color) ?? '',
    },
    inputs: entriesOf(root.inputs, 'inputs').map(([name, row]) => ({
      name,
      description: textOf(row.description) ?? '',
      required: textOf(row.required) === 'true',
      default: textOf(row.default),
      deprecationMessage: textOf(row.deprecationMessage),
    })),
    outputs: entriesOf(root.outputs, 'outputs').map(([name, row]) => ({
      name,
      description: textOf(row.description) ?? '',
    })),
    runs: runsOf(mappingOf(root.runs, 'runs')),
  };
}

function runsOf(runs: Mapping): ActionRuns {
  const using = textOf(runs.using);
  const main = textOf(runs.main);
  if (using === undefined || !nodeRuntimes.includes(using)) {
    throw unusable(`runs.using is ${using ?? 'missing'}; a JavaScript action has ${nodeRuntimes.join(', ')}`);
  }
  if (main === undefined) throw unusable('runs.main is missing');
  return {
    using,
    main,
    pre: textOf(runs.pre),
    post: textOf(runs.post),
    preIf: textOf(runs['pre-if']) ?? 'always()',
    postIf: textOf(runs['post-if']) ?? 'always()',
  };
}

function entriesOf(value: unknown, where: string): readonly (readonly [string, Mapping])[] {
  if (value === undefined) return [];
  return Object.entries(mappingOf(value, where)).map(([name, row]) => [
    name,
    row === '' ? {} : mappingOf(row, `${where}.${name}`),
  ]);
}

function mappingOf(value: unknown, where: string): Mapping {
  if (!isMapping(value)) throw unusable(`${where} is not a mapping`);
  return value;
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function unusable(why: string): InputError {
  return new InputError({ code: 'invalid_input', what: 'The runner cannot use this action.yml', why });
}
