import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

import type {
  EndedStep,
  Environment,
  Project,
  ShellStep,
  ShellWrapper,
} from '../../support/wrappers/wrapper.js';
import { tokens } from '../../support/one-project.js';
import { writeHostPrograms } from './host-programs.js';

const ci = join(import.meta.dirname, '..', '..', '..', 'ci');

/** What every example calls the GitLab that it starts a pipeline in. */
const exampleAddress = 'https://gitlab.example.com';

/** A commit that no shell may take for more than a text. */
export const hostileCommit = '8f2b6c1d`touch pwned`;touch pwned|tee pwned';

/** How a project went whose first step starts a pipeline and whose second one reads what came of it. */
export interface WrapperRun {
  readonly trigger: EndedStep;
  /** `undefined` where the host does not run it. */
  readonly announce: EndedStep | undefined;
  /** The files that the steps left in their workspace. */
  readonly files: readonly string[];
}

/**
 * A project that copied the files of a host and uses this GitLab, in an empty folder that is gone afterwards.
 */
export async function withProject<T>(
  host: string,
  address: string,
  work: (project: Project) => Promise<T>,
): Promise<T> {
  const root = await realpath(await mkdtemp(join(tmpdir(), `gitlab-trigger-${host}-`)));
  try {
    const [folder, store] = [join(root, 'workspace'), join(root, 'store')];
    await mkdir(folder);
    await mkdir(store);
    await writeHostPrograms(join(root, 'programs'), store);
    return await work({
      read: (path) => readFileSync(join(ci, host, path), 'utf8').replaceAll(exampleAddress, address),
      secrets: { token: tokens.trigger, accessToken: tokens.api },
      commit: hostileCommit,
      folder,
      store,
    });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/**
 * Runs both steps of an example, each by its own shell in the environment that the host makes, and nothing
 * else in it.
 */
export async function runWrapper(wrapper: ShellWrapper, address: string): Promise<WrapperRun> {
  return await withProject(wrapper.host, address, async (project) => {
    const icons = wrapper.icons(project);
    const trigger = await runShell(wrapper.trigger(project), project, icons);
    const next = wrapper.announce(project, trigger);
    return {
      trigger,
      announce: next === undefined ? undefined : await runShell(next, project, icons),
      files: await readdir(project.folder),
    };
  });
}

/** Where the programs are that the host brings. */
export function programsOf({ store }: Project): string {
  return join(store, '..', 'programs');
}

/** Runs a step as hosts do it: the script in a file. */
export async function runShell(
  step: ShellStep,
  project: Project,
  icons: Environment = {},
): Promise<EndedStep> {
  return await (
    await startShell(step, project, icons)
  ).ended;
}

/** How a host stops a step: all that it started, the shell alone, or the terminal in which that runs. */
export type StepStop = 'group' | 'shell' | 'terminal';

/** A step that goes on. */
export interface RunningShell {
  /** What it has said so far. */
  readonly output: () => string;
  /** Sends a signal to the process that the host started: to that one alone, or to all of its group. */
  readonly signal: (name: NodeJS.Signals, to: 'process' | 'group') => void;
  /** When all processes of the step have ended, whoever their parent is. */
  readonly ended: Promise<EndedStep>;
}

/** Starts a step, in a terminal of its own if told so; see `runShell`. */
export async function startShell(
  { shell, script, environment }: ShellStep,
  project: Project,
  icons: Environment,
  inTerminal = false,
): Promise<RunningShell> {
  const { folder } = project;
  const root = join(folder, '..');
  const path = join(root, 'step.sh');
  await writeFile(path, script);
  const [name, words] = inTerminal
    ? ['script', ['--quiet', '--return', '--command', `exec ${shell} -e '${path}'`, '/dev/null']]
    : [shell, ['-e', path]];
  const child = spawn(name, words, {
    cwd: folder,
    detached: true,
    env: {
      PATH: `${programsOf(project)}:${process.env.PATH ?? ''}`,
      HOME: root,
      ...icons,
      ...environment,
    },
    // The last one is open as long as anybody lives who has it from the step.
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  (child.stdio[3] as Readable).resume();
  const ended = once(child, 'close').then(([exitCode]) => ({ exitCode: exitCode as number | null, output }));
  return {
    output: () => output,
    signal: (signal, to) => {
      if (child.pid !== undefined) process.kill(to === 'group' ? -child.pid : child.pid, signal);
    },
    ended,
  };
}

/** Stops a step as a host does; one in a terminal by closing that. */
export function stopShell(step: RunningShell, by: StepStop): void {
  if (by === 'terminal') step.signal('SIGKILL', 'process');
  else step.signal('SIGTERM', by === 'group' ? 'group' : 'process');
}
