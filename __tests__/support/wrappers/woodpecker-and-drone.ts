import { parse } from 'yaml';

import { at, entriesAt, filled, hasKey, listAt, meaningFor, named, scalarText } from './document.js';
import type { Environment, Project, ShellStep, ShellWrapper } from './wrapper.js';

interface Kind {
  readonly host: string;
  readonly icons: (project: Project) => Environment;
  readonly commitVariable: string;
}

/** @see https://woodpecker-ci.org/docs/usage/plugins/creating-plugins */
const woodpecker: Kind = {
  host: 'woodpecker',
  icons: ({ commit }) => ({ CI: 'woodpecker', CI_COMMIT_SHA: commit }),
  commitVariable: 'CI_COMMIT_SHA',
};

/** @see https://docs.drone.io/pipeline/docker/syntax/plugins/ */
const drone: Kind = {
  host: 'drone',
  icons: () => ({ CI: 'true', DRONE: 'true' }),
  commitVariable: 'DRONE_COMMIT_SHA',
};

/** Steps that run commands in an image with Node, and steps whose image is ours and that have settings. */
export const woodpeckerAndDrone: readonly ShellWrapper[] = [woodpecker, drone].flatMap((kind) => [
  wrapperOf(kind, 'gitlab.yml'),
  { ...wrapperOf(kind, 'plugin.yml'), variant: 'plugin' },
]);

function wrapperOf({ host, icons, commitVariable }: Kind, file: string): ShellWrapper {
  const stepOf = (project: Project, name: string): unknown => {
    const values = meaningFor({ [commitVariable]: project.commit });
    const text = filled(project.read(file), /\$\{(\w+)\}/g, values);
    return named(listAt(parse(text), 'steps'), 'name', name);
  };
  return {
    kind: 'shell',
    host,
    icons,
    trigger: (project) => shellStep(stepOf(project, 'gitlab'), project),
    announce: (project) => shellStep(stepOf(project, 'announce'), project),
  };
}

/**
 * What the entry point of our image is called by; `__tests__/e2e/docker.test.ts` is about the image itself.
 */
export const imageCommand = 'gitlab-trigger-image';

function shellStep(step: unknown, project: Project): ShellStep {
  const variables = (key: string, prefix: string): Environment =>
    hasKey(step, key)
      ? Object.fromEntries(
          entriesAt(step, key).map(([name, value]) => [
            `${prefix}${prefix === '' ? name : name.toUpperCase()}`,
            valueOf(value, project),
          ]),
        )
      : {};
  return {
    shell: 'sh',
    script: hasKey(step, 'commands') ? listAt(step, 'commands').map(scalarText).join('\n') : imageCommand,
    environment: { ...variables('environment', ''), ...variables('settings', 'PLUGIN_') },
  };
}

function valueOf(value: unknown, { secrets }: Project): string {
  if (typeof value !== 'object' || value === null) return scalarText(value);
  const secret = meaningFor({ gitlab_trigger_token: secrets.token, gitlab_api_token: secrets.accessToken });
  return secret(scalarText(at(value, 'from_secret')));
}
