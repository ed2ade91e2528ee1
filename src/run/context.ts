import type { Random } from '../base/clock.js';
import type { ExitCode } from '../base/errors.js';
import type { Secret } from '../base/secret.js';
import { type ConnectionDeps, type OpenGitLab, openGitLab as openConnection } from '../gitlab/connect.js';
import type { Host } from '../hosts/host.js';
import { namedSecrets, proxySecrets } from '../inputs/secrets.js';
import type { InputTable } from '../inputs/table.js';
import type { RunEvent } from '../model/events.js';
import type { Connection, TextFiles } from '../model/requests.js';
import type { Outputs, SimulateOutputs } from '../report/outputs.js';
import type { TokensOutputs } from '../report/tokens.js';
import { shownOutput } from './shown-output.js';

/** All external dependencies of a run. */
export interface RunDeps extends Omit<ConnectionDeps, 'redact'> {
  readonly host: Host;
  readonly files: TextFiles;
  readonly random: Random;
  /**
   * Asks the user at the terminal and resolves to the trimmed reply. Absent if there is no interactive
   * terminal.
   */
  readonly ask?: ((question: string, signal: AbortSignal) => Promise<string>) | undefined;
  /** Prints the product of a command to standard output. Absent where standard output is the log. */
  readonly printProduct?: ((text: string) => void) | undefined;
  /** The width of the terminal in cells, where the log is shown in a terminal. */
  readonly lineCells?: (() => number | undefined) | undefined;
  /** Receives all events; never throws. */
  readonly watch?: ((event: RunEvent) => void) | undefined;
}

/** What an action or a command does, and the inputs that it reads. */
export interface ActionRun {
  readonly inputs: InputTable;
  /** Called after the secrets of these inputs are masked. */
  readonly run: (deps: RunDeps, context: EntryContext) => Promise<ExitCode>;
}

/**
 * Masks every secret of the inputs, and of the proxies in the environment, before anything is printed; then
 * runs.
 */
export async function runMasked(
  { inputs, run }: ActionRun,
  deps: RunDeps,
  context: EntryContext,
): Promise<ExitCode> {
  const { host, environment } = deps;
  for (const { secret, origin, kind } of namedSecrets(host.inputs, inputs))
    host.masker.mask(secret, origin, kind);
  for (const secret of proxySecrets(environment)) host.masker.mask(secret, 'the address of the proxy');
  return await run(deps, context);
}

/** @throws {InputError} from `checkWay` when the environment does not allow the connection. */
export function openGitLab(
  deps: RunDeps,
  connection: Connection,
  accessToken: Secret | undefined,
  jobToken?: Secret,
): OpenGitLab {
  return openConnection({ ...deps, redact: deps.host.masker.redact }, connection, accessToken, jobToken);
}

/** Sets outputs with secrets removed. Warns once for each output that contained one. */
export function setOutputs(
  { host }: Pick<RunDeps, 'host'>,
  outputs: Outputs | TokensOutputs | SimulateOutputs,
): void {
  for (const [name, given] of Object.entries(outputs)) {
    const { value, warning } = shownOutput(host.masker, name, given);
    host.outputs.set(name, value);
    if (warning !== undefined) warnOnce(host, warning);
  }
}

const warned = new WeakMap<Host['masker'], Set<string>>();

/** Logs a warning, unless this step has logged the same one before. */
export function warnOnce({ masker, log }: Pick<Host, 'masker' | 'log'>, warning: string): void {
  const before = warned.get(masker) ?? new Set();
  warned.set(masker, before);
  if (before.has(warning)) return;
  before.add(warning);
  log.warning(warning);
}

/** What an entry receives from the process that runs it. */
export interface EntryContext {
  /**
   * Aborts with an `AbortedError` as its reason at the first SIGINT, SIGTERM or SIGBREAK, or when the
   * terminal is closed. It means: graceful shutdown.
   */
  readonly signal: AbortSignal;
  /** Aborts at the second signal that is not an echo of the first. It means: exit without cleanup. */
  readonly forceSignal: AbortSignal;
}

/** How an entry ended. */
export interface Ending {
  readonly exitCode: ExitCode;
  /** The thrown error; `undefined` if there is none. */
  readonly error: unknown;
}
