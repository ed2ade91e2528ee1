import { InputError } from '../base/app-error.js';
import type { Clock } from '../base/clock.js';
import type { Random } from '../base/random.js';
import type { Secret } from '../base/secret.js';
import { createGitLabClient, type GitLabClient } from '../gitlab/gitlab-client.js';
import type { Host } from '../hosts/ports.js';
import { proxyProblem } from '../http/proxy-environment.js';
import { withRedactedAnswers } from '../http/redacted-answers.js';
import type { Transport } from '../http/transport.js';
import type { TextFiles } from '../inputs/input-source.js';
import type { InputTable } from '../inputs/input-table.js';
import { secretTexts } from '../inputs/secret-texts.js';
import type { Connection } from '../inputs/trigger-request.js';
import type { Outputs } from '../report/outputs.js';

/** Everything outside that a run touches. */
export interface RunDeps {
  readonly host: Host;
  readonly files: TextFiles;
  readonly clock: Clock;
  readonly random: Random;
  /** For the proxies that it names. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly createTransport: (options: {
    readonly clock: Clock;
    readonly caCertificate: string | undefined;
  }) => Transport;
}

/** A way to GitLab, to be closed. */
export interface OpenGitLab {
  readonly gitlab: GitLabClient;
  readonly close: () => void;
}

/** Hides every secret of the inputs; to be called before anything is printed. */
export function maskSecrets({ host }: RunDeps, table: InputTable): void {
  for (const secret of secretTexts(host.inputs, table)) host.masker.mask(secret);
}

/** @throws {InputError} when the environment names a proxy that would be passed over in silence. */
export function openGitLab(
  deps: RunDeps,
  connection: Connection,
  accessToken: Secret | undefined,
): OpenGitLab {
  const problem = proxyProblem(deps.environment, connection.apiUrl);
  if (problem !== undefined) {
    const { variable, why, cure } = problem;
    throw new InputError({ code: 'invalid_input', what: `${variable} cannot be used: ${why}`, cure });
  }
  const { clock, createTransport } = deps;
  const transport = withRedactedAnswers(
    createTransport({ clock, caCertificate: connection.caCertificate }),
    deps.host.masker.redact,
  );
  return {
    gitlab: createGitLabClient({ transport, clock }, { connection, accessToken }),
    close: () => transport.close(),
  };
}

export function setOutputs({ host }: RunDeps, outputs: Outputs): void {
  for (const [name, value] of Object.entries(outputs)) host.outputs.set(name, value);
}
