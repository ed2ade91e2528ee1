import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { at, filled, listAt, meaningFor, textAt } from './document.js';
import type { Environment, Project, ShellWrapper } from './wrapper.js';

/** @see https://docs.bitrise.io/en/bitrise-ci/references/steps-reference/step-inputs-reference.html */
export const bitrise: ShellWrapper = {
  kind: 'shell',
  host: 'bitrise',
  icons: () => ({ BITRISE_IO: 'true' }),
  trigger: (project) => {
    const values = meaningFor({
      GITLAB_TRIGGER_TOKEN: project.secrets.token,
      GITLAB_API_TOKEN: project.secrets.accessToken,
      BITRISE_GIT_COMMIT: project.commit,
    });
    const step = parse(project.read('step.yml')) as unknown;
    const given = { ...itemsOf(listAt(step, 'inputs')), ...itemsOf(inputsOf(project, 0)) };
    return {
      shell: 'bash',
      script: project.read('step.sh'),
      environment: Object.fromEntries(
        Object.entries(given).map(([name, value]) => [name, filled(value, /\$(\w+)/g, values)]),
      ),
    };
  },
  announce: (project) => ({
    shell: 'bash',
    script: textAt(inputsOf(project, 1), 0, 'content'),
    environment: storedVariables(project),
  }),
};

function inputsOf({ read }: Project, step: number): readonly unknown[] {
  const [description] = Object.values(
    at(parse(read('bitrise.yml')), 'workflows', 'deploy', 'steps', step) as object,
  ) as unknown[];
  return listAt(description, 'inputs');
}

/** Each item has its name as the one key that is not `opts`. */
function itemsOf(items: readonly unknown[]): Environment {
  return Object.fromEntries(
    items.flatMap((item) =>
      Object.entries(item as object)
        .filter(([key]) => key !== 'opts')
        .map(([name, value]): [string, string] => [name, (value as string | null) ?? '']),
    ),
  );
}

/** What `envman` was told; `__tests__/e2e/support/host-programs.ts` keeps each in a file. */
function storedVariables({ store }: Project): Environment {
  return Object.fromEntries(
    readdirSync(store).map((name) => [name, readFileSync(join(store, name), 'utf8')]),
  );
}
