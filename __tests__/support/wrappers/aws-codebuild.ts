import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { entriesAt, listAt, meaningFor, scalarText } from './document.js';
import type { Project, ShellWrapper } from './wrapper.js';

/** @see https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html */
export const codeBuild: ShellWrapper = {
  kind: 'shell',
  host: 'aws-codebuild',
  icons: ({ commit }) => ({
    CODEBUILD_BUILD_ARN: 'arn:aws:codebuild:eu-central-1:123456789012:build/deploy:7',
    CODEBUILD_RESOLVED_SOURCE_VERSION: commit,
  }),
  // One shell for the whole build; `finally` runs in it after a failure, too, and the exported variables are
  // those that it has in the end.
  trigger: (project) => {
    const secrets = meaningFor({
      'gitlab-trigger:token': project.secrets.token,
      'gitlab-trigger:access_token': project.secrets.accessToken,
    });
    const exported = listAt(file(project), 'env', 'exported-variables').map(scalarText);
    return {
      shell: 'bash',
      script: [
        'build() {',
        ...lines(project, 'commands').map((line) => `${line} || return`),
        '}',
        'code=0',
        'build || code=$?',
        ...lines(project, 'finally').map((line) => `${line} >> finally.log`),
        ...exported.map((name) => `printf '%s=%s\\n' ${name} "$${name}" >> exported-variables`),
        'exit "$code"',
      ].join('\n'),
      environment: {
        ...Object.fromEntries(
          entriesAt(file(project), 'env', 'secrets-manager').map(([name, key]) => [
            name,
            secrets(scalarText(key)),
          ]),
        ),
      },
    };
  },
  // A later action of CodePipeline sees the exported variables.
  announce: ({ folder }) => ({
    shell: 'bash',
    script: 'cat finally.log; grep -c . exported-variables >&2',
    environment: Object.fromEntries(
      (existsSync(join(folder, 'exported-variables'))
        ? readFileSync(join(folder, 'exported-variables'), 'utf8').trimEnd().split('\n')
        : []
      ).map((line) => line.split(/=(.*)/s, 2) as [string, string]),
    ),
  }),
};

function file({ read }: Project): unknown {
  return parse(read('buildspec.yml'));
}

function lines(project: Project, key: 'commands' | 'finally'): readonly string[] {
  return listAt(file(project), 'phases', 'build', key).map(scalarText);
}
