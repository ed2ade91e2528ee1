import type { CallerContext } from '../model/caller-context.js';
import type { Finding, Host, HostInputs, HostMeans, InputHint } from './host.js';
import { linesOf } from './neutralize.js';
import { type OutputCarrier, outputSink } from './outputs.js';
import { createRedaction, maskerOf } from './redaction/redaction.js';

/** Says a text the first time, and is silent when it comes again. */
export function sayOnce(say: (text: string) => void): (text: string) => void {
  const printed = new Set<string>();
  return (text) => {
    if (!printed.has(text)) say(text);
    printed.add(text);
  };
}

/** Reads a variable of the environment; an empty one is `undefined`. */
export type ReadVariable = (name: string) => string | undefined;

/** What is printed for lines of text. */
type Speak = (lines: readonly string[]) => readonly string[];

/**
 * How a CI is spoken to, where that differs from a plain terminal. All text that comes here is free of
 * secrets; a line has no line break, and no control character but those of colors and tabs.
 */
export interface Dialect {
  readonly name: string;
  /** What the host itself hands over. */
  readonly inputs?: HostInputs;
  /** The line, with nothing in it that the host would take for a command. */
  readonly harmless?: (line: string) => string;
  readonly warning?: Speak;
  readonly error?: Speak;
  /** Nothing is printed without it. */
  readonly debug?: Speak;
  readonly group?: (title: string, lines: readonly string[]) => readonly string[];
  readonly finding?: (finding: Finding) => readonly string[];
  /** Tells the host what to hide from now on. */
  readonly mask?: (forms: readonly string[]) => void;
  readonly outputs?: readonly OutputCarrier[];
  /** Shows a report. @throws {Error} when that is not possible. */
  readonly summary?: (markdown: string) => void;
  readonly context?: (read: ReadVariable) => Omit<CallerContext, 'ci'>;
  readonly hints?: (read: ReadVariable) => readonly InputHint[];
}

/**
 * The host that speaks a dialect. Secrets are taken out of everything here, because most CIs cannot hide what
 * a step has got to know; foreign text is cleaned and made harmless here, too.
 */
export function consoleHost(means: HostMeans, dialect: Dialect): Host {
  const { harmless = unchanged, group = indented, outputs: carriers = [] } = dialect;
  const { warning = titled('Warning'), error = titled('Error'), debug = silent, finding } = dialect;
  const redaction = createRedaction();
  const read: ReadVariable = (name) => {
    const text = means.environment[name];
    return text === '' ? undefined : text;
  };
  const clean = (text: string): readonly string[] => linesOf(redaction.apply(text)).map(harmless);
  const print = (lines: readonly string[]): void => {
    if (lines.length > 0) means.print(`${lines.join('\n')}\n`);
  };
  const cleanFinding = (given: Finding): Finding => ({
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
      finding: finding && ((given) => print(finding(cleanFinding(given)))),
    },
    masker: maskerOf(redaction, (forms) => dialect.mask?.(forms)),
    outputs: outputSink({
      carriers,
      holdsSecret: (value) => redaction.apply(value) !== value,
      warnOnce: sayOnce((text) => print(clean(text))),
    }),
    summary: {
      write: (markdown) => {
        try {
          dialect.summary?.(redaction.applyToMarkdown(markdown));
          return Promise.resolve(true);
        } catch {
          return Promise.resolve(false);
        }
      },
    },
    // A step that was killed has no second chance but on GitHub and its kind.
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

/**
 * No CI that we know: a terminal, or a CI whose own commands we do not speak. Nobody takes outputs here; they
 * can go to a file.
 */
export function plainHost(means: HostMeans): Host {
  return consoleHost(means, { name: 'a terminal' });
}
