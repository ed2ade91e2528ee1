import { join } from 'node:path';

import { parse } from 'yaml';

import { at, filled, listAt, meaningFor, named, scalarText, textAt } from './document.js';
import type { Environment, Project, ShellWrapper } from './wrapper.js';

/** @see https://cloud.google.com/build/docs/build-config-file-schema */
export const cloudBuild: ShellWrapper = {
  kind: 'shell',
  host: 'google-cloud-build',
  icons: ({ folder }) => ({ BUILDER_OUTPUT: join(folder, 'builder-output') }),
  trigger: (project) => {
    const step = stepOf(project, 'gitlab');
    const substitutions = meaningFor({ COMMIT_SHA: project.commit });
    const variables = listAt(step, 'env').map((entry) => {
      const [name = '', value = ''] = scalarText(entry).split(/=(.*)/s, 2);
      return [name, filled(value, /\$(\w+)/g, substitutions)];
    });
    return {
      shell: 'sh',
      script: textAt(step, 'script'),
      environment: { ...Object.fromEntries(variables), ...secretsOf(project, step) } as Environment,
    };
  },
  // A step that fails ends the build.
  announce: (project, { exitCode }) =>
    exitCode === 0
      ? { shell: 'sh', script: textAt(stepOf(project, 'announce'), 'script'), environment: {} }
      : undefined,
};

function file({ read }: Project): unknown {
  return parse(read('cloudbuild.yaml'));
}

function stepOf(project: Project, id: string): unknown {
  return named(listAt(file(project), 'steps'), 'id', id);
}

function secretsOf(project: Project, step: unknown): Environment {
  const versions = meaningFor({
    'projects/$PROJECT_ID/secrets/gitlab-trigger-token/versions/latest': project.secrets.token,
    'projects/$PROJECT_ID/secrets/gitlab-api-token/versions/latest': project.secrets.accessToken,
  });
  const available = listAt(file(project), 'availableSecrets', 'secretManager');
  return Object.fromEntries(
    listAt(step, 'secretEnv').map((name) => [
      scalarText(name),
      versions(scalarText(at(named(available, 'env', scalarText(name)), 'versionName'))),
    ]),
  );
}
