import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';

import { startInTest } from './shared-process/start-in-test.js';

type Environment = Readonly<Record<string, string>>;

/** One run of the command line; the process gets this environment and `PATH`, and nothing else. */
export interface CommandRequest {
  readonly words: readonly string[];
  /**
   * Starts a process of its own with this Node; the command runs in the process of the tests unless given, or
   * unless a terminal, a shell or a closed output needs one.
   */
  readonly nodePath?: string | undefined;
  readonly environment?: Environment | undefined;
  /** The part of it that depends on the folder in which it will run. */
  readonly environmentIn?: ((folder: string) => Environment) | undefined;
  /** Called with every piece of standard output; `stop` sends the process a signal. */
  readonly onOutput?: ((text: string, stop: (signal: NodeJS.Signals) => void) => void) | undefined;
  /** Whether it runs in a pseudo terminal of 100 by 30. */
  readonly inTerminal?: boolean | undefined;
  /** A device that is its standard output while it runs in the process of the tests: `/dev/full`. */
  readonly toDevice?: string | undefined;
  /** A line of a shell that begins it, as `exec "$@"`. */
  readonly through?: string | undefined;
  /** Whether nobody reads its standard output. */
  readonly closesOutput?: boolean | undefined;
  /** Called with the folder it will run in. */
  readonly prepare?: ((folder: string) => Promise<void>) | undefined;
  /** Called with the folder it ran in before that is removed. */
  readonly inspect?: ((folder: string) => Promise<void>) | undefined;
}

/** How it ended, and what it wrote. */
export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const program = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli.js');

/** Runs `gitlab-trigger` from `dist/` in an empty temporary folder of its own. */
export async function runCommand(request: CommandRequest): Promise<CommandResult> {
  const { words, environment, environmentIn, onOutput, prepare, inspect } = request;
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'gitlab-trigger-command-')));
  try {
    await prepare?.(folder);
    if (!needsProcess(request)) {
      const result = await withDevice(request.toDevice, (fd) => runInTest(request, folder, fd));
      await inspect?.(folder);
      return result;
    }
    const inTerminal = request.inTerminal === true;
    const [name, args] = inTerminal ? terminalCommand(words) : plainCommand(request);
    const child = spawn(name, args, {
      cwd: folder,
      env: {
        PATH: process.env.PATH ?? '',
        ...environmentIn?.(folder),
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (request.closesOutput === true) child.stdout.destroy();
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      onOutput?.(text, (signal) => {
        if (inTerminal) process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), signal);
        else child.kill(signal);
      });
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const [exitCode] = (await once(child, 'close')) as [number | null];
    await inspect?.(folder);
    return { exitCode, stdout, stderr };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function needsProcess({ nodePath, inTerminal, through, closesOutput }: CommandRequest): boolean {
  return nodePath !== undefined || inTerminal === true || through !== undefined || closesOutput === true;
}

/** Does `work` with a device that is open meanwhile, if there is one. */
async function withDevice<T>(
  path: string | undefined,
  work: (fd: number | undefined) => Promise<T>,
): Promise<T> {
  if (path === undefined) return await work(undefined);
  const fd = openSync(path, 'w');
  try {
    return await work(fd);
  } finally {
    closeSync(fd);
  }
}

async function runInTest(
  { words, environment, environmentIn, onOutput }: CommandRequest,
  cwd: string,
  stdoutFd: number | undefined,
): Promise<CommandResult> {
  let stdout = '';
  let stderr = '';
  const [out, err] = [new StringDecoder(), new StringDecoder()];
  const started = startInTest(program, {
    words,
    stdoutFd,
    environment: { PATH: process.env.PATH ?? '', ...environmentIn?.(cwd), ...environment },
    cwd,
    onStdout: (bytes) => {
      const text = out.write(bytes);
      stdout += text;
      onOutput?.(text, (signal) => started.signal(signal));
    },
    onStderr: (bytes) => {
      stderr += err.write(bytes);
    },
  });
  const { exitCode, signal } = await started.ended;
  return { exitCode: signal === undefined ? exitCode : null, stdout, stderr };
}

function plainCommand({ words, through, nodePath }: CommandRequest): [string, string[]] {
  const line = [nodePath ?? process.execPath, program, ...words];
  return through === undefined ? [line[0] ?? '', line.slice(1)] : ['sh', ['-c', through, 'sh', ...line]];
}

/**
 * `script` waits for its shell, which becomes the command and leaves its own number, so that signals find it.
 */
function terminalCommand(words: readonly string[]): [string, string[]] {
  const quoted = [process.execPath, program, ...words].map(
    (word) => `'${word.replaceAll("'", String.raw`'\''`)}'`,
  );
  const line = `stty cols 100 rows 30; echo $$ > pid; exec ${quoted.join(' ')}`;
  return ['script', ['--quiet', '--return', '--command', line, '/dev/null']];
}
