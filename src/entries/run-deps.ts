import type { Random } from '../base/random.js';
import type { Secret } from '../base/secret.js';
import type { Host } from '../hosts/ports.js';
import type { TextFiles } from '../inputs/input-source.js';
import type { InputTable } from '../inputs/input-table.js';
import { proxySecrets } from '../inputs/proxy-secrets.js';
import { secretTexts } from '../inputs/secret-texts.js';
import type { Connection } from '../inputs/trigger-request.js';
import {
  openGitLab as openConnection,
  type ConnectionDeps,
  type OpenGitLab,
} from '../library/open-gitlab.js';
import type { Outputs } from '../report/outputs.js';
import type { TokensOutputs } from '../report/token-outputs.js';
import type { RunEvent } from '../report/run-event.js';

/** Everything outside that a run touches. */
export interface RunDeps extends Omit<ConnectionDeps, 'redact'> {
  readonly host: Host;
  readonly files: TextFiles;
  readonly random: Random;
  /** Asks whoever sits at the terminal, and gives what they typed, trimmed; absent where nobody does. */
  readonly ask?: ((question: string, signal: AbortSignal) => Promise<string>) | undefined;
  /** Prints what standard output is for, where that is not the log. */
  readonly printProduct?: ((text: string) => void) | undefined;
  /** Hears everything that happens; never throws. */
  readonly watch?: ((event: RunEvent) => void) | undefined;
}

/** Hides every secret of the inputs, and of the proxies in the environment; to be called before anything is printed. */
export function maskSecrets({ host, environment }: RunDeps, table: InputTable): void {
  for (const secret of secretTexts(host.inputs, table)) host.masker.mask(secret);
  for (const secret of proxySecrets(environment)) host.masker.mask(secret);
}

/** @throws {InputError} when the environment does not allow it: `checkWay`. */
export function openGitLab(
  deps: RunDeps,
  connection: Connection,
  accessToken: Secret | undefined,
): OpenGitLab {
  return openConnection({ ...deps, redact: deps.host.masker.redact }, connection, accessToken);
}

export function setOutputs({ host }: Pick<RunDeps, 'host'>, outputs: Outputs | TokensOutputs): void {
  for (const [name, value] of Object.entries(outputs)) host.outputs.set(name, value);
}
