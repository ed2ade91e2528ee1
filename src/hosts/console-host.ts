import type { CallerContext } from '../model/caller-context.js';
import type { Annotation, Host, HostInputs, HostMeans, InputHint } from './host.js';
import { linesOf } from './neutralize.js';
import { type OutputCarrier, outputSink } from './outputs.js';
import { createRedaction, maskerOf } from './redaction/redaction.js';

/** Passes a text on the first time, and ignores repetitions. */
export function sayOnce(say: (text: string) => void): (text: string) => void {
  const printed = new Set<string>();
  return (text) => {
    if (!printed.has(text)) say(text);
    printed.add(text);
  };
}

/** Reads an environment variable; `undefined` if it is empty. */
export type ReadVariable = (name: string) => string | undefined;

/** Formats lines of text for printing. */
type Speak = (lines: readonly string[]) => readonly string[];

/**
 * How a CI's output differs from that of a plain terminal. All text that arrives here contains no secrets. A
 * line has no line break, and no control characters except tabs and colors.
 */
export interface Dialect {
  readonly name: string;
  /** Inputs that the host itself provides. */
  readonly inputs?: HostInputs;
  /** The line without anything that the host would read as a command. */
  readonly harmless?: (line: string) => string;
  readonly warning?: Speak;
  readonly error?: Speak;
  /** Debug lines are not printed without it. */
  readonly debug?: Speak;
  readonly group?: (title: string, lines: readonly string[]) => readonly string[];
  readonly annotation?: (annotation: Annotation) => readonly string[];
  /** Makes the host hide these texts from now on. */
  readonly mask?: (forms: readonly string[]) => void;
  readonly outputs?: readonly OutputCarrier[];
  /**
   * Shows a report.
   * @throws {Error} when the host cannot.
   */
  readonly summary?: (markdown: string) => void;
  readonly context?: (read: ReadVariable) => Omit<CallerContext, 'ci'>;
  readonly hints?: (read: ReadVariable) => readonly InputHint[];
}

/**
 * The host with this output format. Removes secrets from all text, because most CIs cannot hide what a step
 * learns at run time. Also cleans and neutralizes outside text.
 */
export function consoleHost(means: HostMeans, dialect: Dialect): Host {
  const { harmless = unchanged, group = indented, outputs: carriers = [] } = dialect;
  const { warning = titled('Warning'), error = titled('Error'), debug = silent, annotation } = dialect;
  const redaction = createRedaction();
  const read: ReadVariable = (name) => {
    const text = means.environment[name];
    return text === '' ? undefined : text;
  };
  const clean = (text: string): readonly string[] => linesOf(redaction.apply(text)).map(harmless);
  const print = (lines: readonly string[]): void => {
    if (lines.length > 0) means.print(`${lines.join('\n')}\n`);
  };
  const cleanAnnotation = (given: Annotation): Annotation => ({
    ...given,
    title: clean(given.title).join(' '),
    message: clean(given.message).join('\n'),
    file: given.file === undefined ? undefined : clean(given.file).join(' '),
  });
  return {
    name: dialect.name,
    inputs: dialect.inputs ?? { read: () => undefined },
    log: {
      info: (text) => print(clean(text)),
      debug: (text) => print(debug(clean(text))),
      warning: (text) => print(warning(clean(text))),
      error: (text) => print(error(clean(text))),
      group: (title, lines) => print(group(clean(title).join(' '), lines.flatMap(clean))),
      annotation: annotation && ((given) => print(annotation(cleanAnnotation(given)))),
    },
    masker: maskerOf(redaction, (forms) => dialect.mask?.(forms)),
    outputs: outputSink({
      carriers,
      holdsSecret: (value) => redaction.apply(value) !== value,
      warnOnce: sayOnce((text) => print(warning(clean(text)))),
      noteOnce: sayOnce((text) => print(clean(text))),
    }),
    summary: {
      hasPlace: dialect.summary !== undefined,
      write: (markdown) => {
        try {
          dialect.summary?.(redaction.applyToMarkdown(markdown));
          return Promise.resolve(true);
        } catch {
          return Promise.resolve(false);
        }
      },
    },
    // A killed step has no post step, except on GitHub and compatible hosts.
    state: { save: () => undefined, load: () => undefined },
    context: () => ({ ci: dialect.name, ...dialect.context?.(read) }),
    hints: dialect.hints?.(read) ?? [],
  };
}

function unchanged(line: string): string {
  return line;
}

function silent(): readonly string[] {
  return [];
}

function titled(title: string): Speak {
  return ([first = '', ...others]) => [`${title}: ${first}`, ...others];
}

function indented(title: string, lines: readonly string[]): readonly string[] {
  return [title, ...lines.map((line) => `  ${line}`)];
}

/** A terminal, or a CI without an adapter. No later step takes outputs here; they can go to a file. */
export function plainHost(means: HostMeans): Host {
  return consoleHost(means, { name: 'a terminal' });
}
