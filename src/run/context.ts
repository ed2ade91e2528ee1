import type { Random } from '../base/clock.js';
import type { ExitCode } from '../base/errors.js';
import type { Secret } from '../base/secret.js';
import { type ConnectionDeps, type OpenGitLab, openGitLab as openConnection } from '../gitlab/connect.js';
import type { Host } from '../hosts/host.js';
import { namedSecrets, proxySecrets } from '../inputs/secrets.js';
import type { InputTable } from '../inputs/table.js';
import type { RunEvent } from '../model/events.js';
import type { Connection, TextFiles } from '../model/requests.js';
import type { Outputs } from '../report/outputs.js';
import type { TokensOutputs } from '../report/tokens.js';
import { shownOutput } from './shown-output.js';

/** Everything outside that a run touches. */
export interface RunDeps extends Omit<ConnectionDeps, 'redact'> {
  readonly host: Host;
  readonly files: TextFiles;
  readonly random: Random;
  /** Asks whoever sits at the terminal, and gives what they typed, trimmed; absent where nobody does. */
  readonly ask?: ((question: string, signal: AbortSignal) => Promise<string>) | undefined;
  /** Prints what standard output is for, where that is not the log. */
  readonly printProduct?: ((text: string) => void) | undefined;
  /** How many cells a line of the log may take, where it is shown in a terminal. */
  readonly lineCells?: (() => number | undefined) | undefined;
  /** Hears everything that happens; never throws. */
  readonly watch?: ((event: RunEvent) => void) | undefined;
}

/** What one action or command does, and the inputs that it reads. */
export interface ActionRun {
  readonly inputs: InputTable;
  /** Called when the secrets of these inputs are masked. */
  readonly run: (deps: RunDeps, context: EntryContext) => Promise<ExitCode>;
}

/**
 * Hides every secret of the inputs, and of the proxies in the environment, before anything is printed; then
 * runs.
 */
export async function runMasked(
  { inputs, run }: ActionRun,
  deps: RunDeps,
  context: EntryContext,
): Promise<ExitCode> {
  const { host, environment } = deps;
  for (const { secret, origin } of namedSecrets(host.inputs, inputs)) host.masker.mask(secret, origin);
  for (const secret of proxySecrets(environment)) host.masker.mask(secret, 'the address of the proxy');
  return await run(deps, context);
}

/** @throws {InputError} when the environment does not allow it: `checkWay`. */
export function openGitLab(
  deps: RunDeps,
  connection: Connection,
  accessToken: Secret | undefined,
  jobToken?: Secret,
): OpenGitLab {
  return openConnection({ ...deps, redact: deps.host.masker.redact }, connection, accessToken, jobToken);
}

/** Hands on what GitLab says, without secrets; says once of each output that it holds one. */
export function setOutputs({ host }: Pick<RunDeps, 'host'>, outputs: Outputs | TokensOutputs): void {
  for (const [name, given] of Object.entries(outputs)) {
    const { value, warning } = shownOutput(host.masker, name, given);
    host.outputs.set(name, value);
    if (warning !== undefined) warnOnce(host, warning);
  }
}

const warned = new WeakMap<Host['masker'], Set<string>>();

/** Says a warning, unless this step has said the same before. */
export function warnOnce({ masker, log }: Pick<Host, 'masker' | 'log'>, warning: string): void {
  const before = warned.get(masker) ?? new Set();
  warned.set(masker, before);
  if (before.has(warning)) return;
  before.add(warning);
  log.warning(warning);
}

/** What an entry gets from the process that runs it. */
export interface EntryContext {
  /**
   * Aborts, with an `AbortedError` as its reason, at the first SIGINT, SIGTERM or SIGBREAK, or when its
   * terminal is closed: stop, and clean up.
   */
  readonly signal: AbortSignal;
  /** Aborts at the second, which is no echo of the first: leave the cleaning up. */
  readonly forceSignal: AbortSignal;
}

/** How an entry came to its end. */
export interface Ending {
  readonly exitCode: ExitCode;
  /** What was thrown; `undefined` when nothing was. */
  readonly error: unknown;
}
