import { parse } from 'yaml';

import { listAt, scalarText, textAt } from './document.js';
import type { Project, ShellWrapper } from './wrapper.js';

/** @see https://docs.travis-ci.com/user/job-lifecycle/ */
export const travis: ShellWrapper = {
  kind: 'shell',
  host: 'travis',
  icons: (project) => ({ TRAVIS: 'true', TRAVIS_COMMIT: project.commit }),
  trigger: (project) => ({
    shell: 'bash',
    script: `${exportsOf(project)}\n${textAt(file(project), 'script')}`,
    // Variables of the settings of the repository.
    environment: {
      GITLAB_TRIGGER_TOKEN: project.secrets.token,
      GITLAB_TRIGGER_ACCESS_TOKEN: project.secrets.accessToken,
    },
  }),
  announce: (project) => ({
    shell: 'bash',
    script: listAt(file(project), 'after_script').map(scalarText).join('\n'),
    environment: {},
  }),
};

function file({ read }: Project): unknown {
  return parse(read('travis.yml'));
}

/** Travis writes each entry into its script, behind `export`. */
function exportsOf(project: Project): string {
  return listAt(file(project), 'env', 'global')
    .map((entry) => `export ${scalarText(entry)}`)
    .join('\n');
}
