import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

import type { HostProgram } from '../../../src/hosts/host.js';
import type { HostSpecimen } from '../../contract/support/hosts/host-specimens.js';
import type { HostReader, HostTraces } from '../../contract/support/hosts/host-traces.js';
import { buildkiteAgent } from '../../support/host-programs/buildkite-agent.js';
import { envman } from '../../support/host-programs/envman.js';
import { installStandIns } from '../../support/host-programs/stand-in.js';
import { type CommandRequest, type CommandResult, runCommand } from './run-command.js';

/** A run of the command line as a step of a CI. */
export interface HostRun extends Pick<CommandRequest, 'words' | 'nodePath' | 'onOutput' | 'through'> {
  readonly specimen: HostSpecimen;
  /**
   * What the programs of the CI do, as a shell script; what the real ones do, and leave behind what they were
   * told, unless given.
   */
  readonly program?: string;
  /** Called with the folder in which the step will run. */
  readonly prepareFolder?: (folder: string) => Promise<void>;
  /** Beside that of the CI. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** How it ended, and what became of what it wrote. */
export interface HostRunResult extends CommandResult {
  /** What a later step gets. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly shownLines: readonly string[];
  readonly masked: readonly string[];
  readonly summary: string | undefined;
  readonly programs: readonly HostProgram[];
  /** Every file that it left, by its path in the folder. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Leaves the words and the input of a program of a CI behind, in a file for each call, and does what stands
 * for the program.
 */
const recorder = `#!/bin/sh
name="\${0##*/}"
root="\${0%/*}/.."
call="$root/programs/$$"
while [ -e "$call" ]; do call="$call+"; done
input="$root/bin/.input.$$"
for last; do :; done
case " $*" in *' --valuefile '*) cat "$last" ;; *) cat ;; esac > "$input"
{ printf '%s\\0' "$#" "$name" "$@"; cat "$input"; } > "$call"
exec < "$input"
exec "$root/strict/$name" "$@"
`;

/**
 * Runs `gitlab-trigger` from `dist/` in the environment of a CI, and reads by the CI's own grammar what it
 * left.
 */
export async function runOnHost(run: HostRun): Promise<HostRunResult> {
  const { specimen, program = recorder, words, nodePath, environment, onOutput, through } = run;
  const seen: Omit<HostRunResult, keyof CommandResult>[] = [];
  let stdout = '';
  const result = await runCommand({
    words,
    nodePath,
    through,
    environment,
    environmentIn: (folder) => ({
      PATH: [join(folder, 'bin'), process.env.PATH ?? ''].join(delimiter),
      ...specimen.environment(folder),
    }),
    prepare: async (folder) => {
      await prepare({ specimen, program }, folder);
      await run.prepareFolder?.(folder);
    },
    onOutput: (text, stop) => {
      stdout += text;
      onOutput?.(text, stop);
    },
    inspect: (folder) => {
      seen.push(viewOf(specimen.reader(folder), tracesIn(folder, stdout), folder));
      return Promise.resolve();
    },
  });
  const [view] = seen;
  if (view === undefined) throw new Error('nothing was inspected');
  return { ...result, ...view };
}

async function prepare(
  { specimen, program }: { readonly specimen: HostSpecimen; readonly program: string },
  folder: string,
): Promise<void> {
  const { environment, folders = [] } = specimen;
  for (const name of ['bin', 'programs', ...folders]) await mkdir(join(folder, name));
  const standIns = [buildkiteAgent, envman];
  installStandIns(standIns, join(folder, 'strict'), join(folder, 'store'));
  for (const { name } of standIns) {
    const path = join(folder, 'bin', name);
    await writeFile(path, program);
    await chmod(path, 0o755);
  }
  // A runner of GitHub's kind makes the files of its commands itself.
  const paths = Object.entries(environment(folder)).filter(([name]) =>
    /^GITHUB_(?:OUTPUT|STATE|STEP_SUMMARY)$/.test(name),
  );
  for (const [, path] of paths) await writeFile(path, '');
}

function tracesIn(folder: string, stdout: string): HostTraces {
  return {
    stdout,
    readText: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
    namesIn: (path) => (existsSync(path) ? readdirSync(path) : []),
    programs: programsIn(join(folder, 'programs')),
  };
}

function viewOf(
  reader: HostReader,
  traces: HostTraces,
  folder: string,
): Omit<HostRunResult, keyof CommandResult> {
  const left = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !/^(?:bin|programs|store|strict)\//.test(path));
  return {
    outputs: reader.outputs(traces),
    shownLines: reader.shownLines(traces.stdout),
    masked: reader.masked?.(traces) ?? [],
    summary: reader.summary?.(traces),
    programs: traces.programs,
    files: Object.fromEntries(left.map((path) => [path, readFileSync(join(folder, path), 'utf8')])),
  };
}

function programsIn(folder: string): readonly HostProgram[] {
  const writtenNs = (path: string): bigint => statSync(path, { bigint: true }).mtimeNs;
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .sort((a, b) => (writtenNs(a) < writtenNs(b) ? -1 : 1))
    .map((path) => {
      const [count = '0', ...rest] = readFileSync(path, 'utf8').split('\0');
      const [program = '', ...words] = rest.slice(0, Number(count) + 1);
      return { name: program, words, input: rest.slice(Number(count) + 1).join('\0') };
    });
}
