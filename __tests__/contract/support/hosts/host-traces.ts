import type { HostProgram } from '../../../../src/hosts/host.js';

/** Everything that a step left with its host. */
export interface HostTraces {
  readonly stdout: string;
  /** The text of a file, `undefined` when there is none. */
  readonly readText: (path: string) => string | undefined;
  /** Names of the files in a folder. */
  readonly namesIn: (folder: string) => readonly string[];
  /** The programs of the host that were run, in order. */
  readonly programs: readonly HostProgram[];
}

export interface ReadGroup {
  readonly title: string;
  readonly lines: readonly string[];
}

/**
 * What a host makes of the traces of a step, by its own grammar. Every function throws where the host would
 * complain.
 */
export interface HostReader {
  /** What a later step gets, by the name of the output. */
  readonly outputs: (traces: HostTraces) => Readonly<Record<string, string>>;
  /** What it takes for a command in standard output, by name, in order. */
  readonly commands: (stdout: string) => readonly string[];
  /** What it can fold away; hosts that fold nothing have none. */
  readonly groups?: (stdout: string) => readonly ReadGroup[];
  /** Lines as people see them, without commands. */
  readonly shownLines: (stdout: string) => readonly string[];
  /** What it hides by itself from then on. */
  readonly masked?: (traces: HostTraces) => readonly string[];
  /** The report that it shows. */
  readonly summary?: (traces: HostTraces) => string;
}

/** Lines as every reader of a log splits them. */
export function linesIn(stdout: string): readonly string[] {
  const lines = stdout.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** A reader of a host that takes no commands in its log. */
export const plainReader: HostReader = {
  outputs: () => ({}),
  commands: () => [],
  shownLines: linesIn,
};

/** Outputs by the names that they have as variables of an environment. */
export function byOutputName(variables: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const prefix = 'TRIGGERED_';
  return Object.fromEntries(
    Object.entries(variables)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value] as const)
      .map(([name, value]) => [name.replace(/^(?:VALUE_(?=.)|.*$)/, (fixed) => fixed.toLowerCase()), value]),
  );
}
