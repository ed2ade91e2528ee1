import { type ExitCode, InputError, exitCodes } from '../base/errors.js';
import { simulateTable } from '../cli/commands.js';
import { all } from '../inputs/parsing.js';
import { parsedOf, readInputs } from '../inputs/table.js';
import type { EntryContext, RunDeps } from '../run/context.js';
import { demoScenario, demoTokens } from '../simulator/demo-scenario.js';
import { SimulatedGitLab } from '../simulator/gitlab/simulated-gitlab.js';
import type { ReleaseName } from '../simulator/gitlab/state/release.js';
import { type RunningServer, startServer } from '../simulator/gitlab/wire/server.js';

/**
 * Serves the simulated GitLab of the demo on loopback until the process is stopped, which is its regular end.
 * @throws {InputError} when the port cannot be used.
 */
export async function runSimulate(
  { host, files, clock }: RunDeps,
  { signal }: EntryContext,
): Promise<ExitCode> {
  const reading = await readInputs(simulateTable, { source: host.inputs, files });
  const { port, release } = parsedOf(all({ port: reading.port, release: reading.release })).request;
  const gitlab = new SimulatedGitLab({ clock }, { ...demoScenario, release });
  const server = await startServer({ gitlab, clock, port }).catch((error: unknown): RunningServer => {
    throw new InputError({
      code: 'invalid_input',
      what: `port ${port} cannot be used`,
      hint: 'Give another one, or none for any that is free.',
      cause: error,
    });
  });
  try {
    for (const line of explanation(server.url, release)) host.log.info(line);
    if (!signal.aborted) {
      await new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
    return exitCodes.accepted;
  } finally {
    await server.close();
  }
}

function explanation(url: string, release: ReleaseName): readonly string[] {
  return [
    `A simulated GitLab ${release} listens on ${url}, until it is stopped (Ctrl+C). Its tokens open nothing anywhere else.`,
    '',
    `project        group/app (id 42), branch main; its pipeline takes some ten seconds and fails`,
    `trigger token  ${demoTokens.trigger}`,
    `access token   ${demoTokens.access}`,
    '',
    `curl --data "token=${demoTokens.trigger}" --data ref=main ${url}/api/v4/projects/42/trigger/pipeline`,
    `GITLAB_TRIGGER_TOKEN=${demoTokens.trigger} GITLAB_TRIGGER_ACCESS_TOKEN=${demoTokens.access} gitlab-trigger run --gitlab-url ${url} --project-id group/app --ref main --wait`,
  ];
}
