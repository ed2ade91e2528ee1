import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { javaProperties } from '../../contract/support/hosts/file-readers.js';
import type { Environment, Project, ShellWrapper } from './wrapper.js';

/** @see https://www.jenkins.io/doc/book/pipeline/shared-libraries/ */
export const jenkins: ShellWrapper = {
  kind: 'shell',
  host: 'jenkins',
  icons: () => ({ JENKINS_URL: 'https://jenkins.example.com/', BUILD_ID: '7' }),
  trigger: (project) => ({
    shell: 'sh',
    script: only(/\bscript: '''(.+?)'''/s.exec(project.read('vars/gitlabTrigger.groovy'))),
    environment: {
      takes: [...Object.keys(argumentsIn(project)), 'token', 'access_token'].join(' ').toUpperCase(),
      ...Object.fromEntries(
        Object.entries(argumentsIn(project)).map(([name, value]) => [
          `GITLAB_TRIGGER_${name.toUpperCase()}`,
          value,
        ]),
      ),
      GITLAB_TRIGGER_TOKEN: project.secrets.token,
      GITLAB_TRIGGER_ACCESS_TOKEN: project.secrets.accessToken,
    },
  }),
  // `readProperties` and `echo` are Jenkins's own; here the text of the example is filled with what the file
  // holds.
  announce: (project) => {
    const text = readFileSync(join(project.folder, 'gitlab-trigger.properties'), 'utf8');
    const outputs = javaProperties(text);
    const sentence = only(/\becho "([^"]+)"/.exec(project.read('Jenkinsfile')));
    return {
      shell: 'sh',
      script: 'printf "%s\\n" "$TEXT"',
      environment: {
        TEXT: sentence.replace(/\$\{gitlab\.(\w+)\}/g, (_, name: string) => outputs[name] ?? ''),
      },
    };
  },
};

/** The arguments of the call: texts in single quotes, strings with the commit, and words. */
function argumentsIn({ read, commit }: Project): Environment {
  const call = only(/\bgitlabTrigger\(\n([^)]+)\n\s*\)/.exec(read('Jenkinsfile')));
  return Object.fromEntries(
    [...call.matchAll(/^\s*(\w+): (?:'([^']*)'|"([^"]*)"|(\w+)),$/gm)].map(
      ([, name = '', text, string, word]) => [
        name,
        text ?? string?.replaceAll('${env.GIT_COMMIT}', commit) ?? word ?? '',
      ],
    ),
  );
}

function only(found: RegExpExecArray | null): string {
  if (found?.[1] === undefined) throw new TypeError('the text is not there');
  return found[1];
}
