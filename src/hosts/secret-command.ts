import { spawn } from 'node:child_process';

import type { Clock } from '../base/clock.js';
import type { Secret } from '../base/secret.js';
import { endGroup, endOfChild, environmentForOthers, ownGroup } from './child-process.js';

/** A command of the user, and how it is run. */
export interface SecretCommand {
  /** One or more lines for the shell: `sh` on Linux and macOS, `cmd.exe` on Windows. */
  readonly line: string;
  readonly timeoutMs: number;
  readonly clock: Clock;
  /** Ends the command when it aborts. */
  readonly signal: AbortSignal;
  /** Finds the secrets of the step, which the command must not have in its environment. */
  readonly redact: (text: string) => string;
}

/** Why a command failed. Contains no output of the command, because that can show the secret in any form. */
export interface CommandFailure {
  readonly kind: 'failed';
  /** Follows the name of the input in a sentence: `ended with exit code 1`. */
  readonly why: string;
}

/**
 * Runs a command with the secret on its standard input, without a line end. The secret is neither in the
 * arguments nor in the environment. `undefined` when the command ended with exit code 0. Whatever of its
 * process group it leaves behind is ended then.
 * @throws the reason of the signal when it aborts; the command and what it started are ended then.
 */
export async function pipeSecret(
  command: SecretCommand,
  secret: Secret,
): Promise<CommandFailure | undefined> {
  const ended = await run(command, secret.reveal());
  return ended.kind === 'failed' ? ended : undefined;
}

/**
 * Runs a command that prints a secret, and compares what it printed, without the line end, with `secret`.
 * @throws the reason of the signal when it aborts; the command and what it started are ended then.
 */
export async function printsSecret(
  command: SecretCommand,
  secret: Secret,
): Promise<'same' | 'other' | CommandFailure> {
  const ended = await run(command, '');
  if (ended.kind === 'failed') return ended;
  return ended.printed.replace(/\r?\n$/, '') === secret.reveal() ? 'same' : 'other';
}

type Ended = { readonly kind: 'done'; readonly printed: string } | CommandFailure;

/** No token is longer. */
const mostBytes = 64 * 1024;

async function run({ line, timeoutMs, clock, signal, redact }: SecretCommand, input: string): Promise<Ended> {
  signal.throwIfAborted();
  const child = spawn(line, {
    shell: true,
    env: environmentForOthers(redact),
    stdio: ['pipe', 'pipe', 'ignore'],
    ...ownGroup,
  });
  const printed = collect(child.stdout);
  const end = { isLate: false };
  const onAbort = (): void => endGroup(child);
  signal.addEventListener('abort', onAbort, { once: true });
  const forget = clock.schedule(timeoutMs, () => {
    end.isLate = true;
    endGroup(child);
  });
  try {
    const ending = endOfChild(child);
    // It is in time when it has ended itself; its output may take a moment more.
    child.on('exit', forget);
    // The command may end without reading all of it; its exit code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const code = await ending;
    signal.throwIfAborted();
    const failed = (why: string): Ended => ({ kind: 'failed', why });
    if (end.isLate) return failed(`took longer than ${timeoutMs / 1000} s`);
    if (typeof code === 'string') return failed(`could not be run (${code})`);
    if (code === null) return failed('was ended by a signal');
    return code === 0 ? { kind: 'done', printed: printed() } : failed(`ended with exit code ${code}`);
  } finally {
    forget();
    // What it has left behind is not to go on with a token that it may hold.
    endGroup(child);
    signal.removeEventListener('abort', onAbort);
  }
}

/**
 * Collects the output of a stream and discards the part that is too long. Reading continues, so that the
 * command can end.
 */
function collect(stream: NodeJS.ReadableStream): () => string {
  let pieces: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes <= mostBytes) pieces.push(piece);
    else pieces = [];
  });
  return () => Buffer.concat(pieces).toString('utf8');
}
