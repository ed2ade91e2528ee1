import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { at, listAt, scalarText } from './document.js';
import type { Project, ShellWrapper } from './wrapper.js';

/** @see https://support.atlassian.com/bitbucket-cloud/docs/variable-sharing/ */
export const bitbucket: ShellWrapper = {
  kind: 'shell',
  host: 'bitbucket-pipelines',
  icons: (project) => ({
    BITBUCKET_BUILD_NUMBER: '7',
    BITBUCKET_COMMIT: project.commit,
    BITBUCKET_PIPELINES_VARIABLES_PATH: sharedFile(project),
  }),
  trigger: (project) => ({
    shell: 'bash',
    script: scriptOf(stepAt(project, 0)),
    // Secured variables of the repository.
    environment: {
      GITLAB_TRIGGER_TOKEN: project.secrets.token,
      GITLAB_TRIGGER_ACCESS_TOKEN: project.secrets.accessToken,
    },
  }),
  announce: (project, { exitCode }) => {
    if (exitCode !== 0) return undefined;
    const declared = listAt(stepAt(project, 0), 'output-variables').map(scalarText);
    const written = readFileSync(sharedFile(project), 'utf8')
      .split('\n')
      .map((line) => line.split(/=(.*)/s, 2) as [string, string]);
    return {
      shell: 'bash',
      script: scriptOf(stepAt(project, 1)),
      environment: Object.fromEntries(written.filter(([name]) => declared.includes(name))),
    };
  },
};

function sharedFile({ folder }: Project): string {
  return join(folder, 'shared-variables');
}

function stepAt({ read }: Project, index: number): unknown {
  return at(parse(read('bitbucket-pipelines.yml')), 'pipelines', 'branches', 'main', index, 'step');
}

function scriptOf(step: unknown): string {
  return listAt(step, 'script').map(scalarText).join('\n');
}
