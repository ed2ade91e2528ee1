import { inputsFor, oneProject, tokens } from '../../support/one-project.js';
import { runCommand, type CommandRequest, type CommandResult } from './run-command.js';
import { requestLines, withSimulator, type Stage } from './with-simulator.js';

/**
 * A command against a simulated GitLab with one project; where that is, its flags say, and its tokens the
 * environment.
 */
export interface CommandStory extends Omit<CommandRequest, 'words'> {
  /** The command, and its flags beside those that say where. */
  readonly words: readonly string[];
  readonly scenario?: Stage['scenario'];
  readonly faults?: Stage['faults'];
  readonly pace?: Stage['pace'];
}

/** How it ended, and what GitLab heard. */
export interface CommandTold extends CommandResult {
  readonly requests: readonly string[];
}

/** Runs a command in a story of its own. */
export async function tellCommand(story: CommandStory): Promise<CommandTold> {
  const { scenario = oneProject(), faults, pace, environment, ...rest } = story;
  return await withSimulator({ scenario, faults, pace }, async ({ url, requests }) => {
    const { project_id: project = '', ref = '' } = inputsFor(url);
    const [command = 'run', ...words] = story.words;
    const where = ['--gitlab-url', url, '--project-id', project];
    const onRef = command === 'run' ? ['--ref', ref] : [];
    const result = await runCommand({
      ...rest,
      words: [command, ...where, ...onRef, ...words],
      environment: {
        GITLAB_TRIGGER_TOKEN: tokens.trigger,
        GITLAB_TRIGGER_ACCESS_TOKEN: tokens.api,
        ...environment,
      },
    });
    return { ...result, requests: requestLines(requests) };
  });
}
