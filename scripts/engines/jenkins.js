// @ts-check
// The Jenkinsfile and its library, compiled and run by what Jenkins compiles and runs them with. Jenkins
// itself is not on Maven Central: its steps are in jenkins/Steps.groovy, and `sh` is real.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { call, root, stored } from './engine.js';
import { withOwnProgram } from './own-program.js';
import { look, lookForTokens, pipelineIn, tokens, withGitlab } from './simulated-gitlab.js';

const version = '1.31';
const files = path.join(import.meta.dirname, 'jenkins');
let jars = '';

/**
 * @param {string} url
 * @param {string} place
 * @returns {Promise<readonly string[]>} the logs of three builds: green, red, and one that is aborted
 */
async function build(url, place) {
  const read = (/** @type {string} */ name) => readFileSync(path.join(root, 'ci', 'jenkins', name), 'utf8');
  const library = path.join(place, 'gitlabTrigger.groovy');
  writeFileSync(library, withOwnProgram(read(path.join('vars', 'gitlabTrigger.groovy'))));
  const [green, red, aborted] = ['main', 'fails', 'slow'].map((ref) => {
    const file = path.join(place, `Jenkinsfile-${ref}`);
    const text = read('Jenkinsfile').replace('https://gitlab.example.com', url);
    writeFileSync(file, text.replace("ref: 'main'", `ref: '${ref}'`));
    return file;
  });
  const workspace = path.join(place, 'workspace');
  mkdirSync(workspace);
  const opened = ['java.lang', 'java.util'].flatMap((name) => [
    '--add-opens',
    `java.base/${name}=ALL-UNNAMED`,
  ]);
  const java = [...opened, '-XX:TieredStopAtLevel=1', '-cp', path.join(jars, '*'), 'groovy.ui.GroovyMain'];
  const words = [path.join(files, 'Run.groovy'), library, path.join(files, 'Steps.groovy'), workspace];
  const builds = [green ?? '', red ?? '', 'stop', aborted ?? ''];
  // The ids of the credentials in the example, as Run.groovy looks for them.
  const env = { ...process.env, GITLAB_TRIGGER_TOKEN: tokens.trigger, GITLAB_API_TOKEN: tokens.api };
  const { output } = await call('java', [...java, ...words, ...builds], { cwd: place, env });
  return output.split(/(?<=^Finished: \w+$)/m);
}

/** @type {import('./engine.js').Engine} */
export const jenkins = {
  name: "Jenkins' Groovy with CPS",
  version,
  missing: async (limitMs) => {
    if (process.platform === 'win32') return 'is tried with sh only';
    for (const name of ['java', 'mvn'])
      if (spawnSync(name, ['-version']).status !== 0) return `needs ${name === 'mvn' ? 'Maven' : 'Java'}`;
    const { folder, why } = await stored(`groovy-cps-${version}`, async (part) => {
      const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';
      const words = ['-q', '-B', '-f', path.join(files, 'pom.xml'), goal, `-DoutputDirectory=${part}`];
      return { what: 'mvn', ...(await call('mvn', words, { timeout: limitMs })) };
    });
    jars = folder;
    return why;
  },
  run: async () =>
    await withGitlab(async ({ url, statusOf }) => {
      const place = mkdtempSync(path.join(tmpdir(), 'gitlab-trigger-jenkins-'));
      try {
        const [green = '', red = '', stopped = ''] = await build(url, place);
        const status = await statusOf(pipelineIn(stopped) ?? 'unknown');
        return [
          look('a green pipeline passes its build', green, [/^Finished: SUCCESS$/m]),
          look('the next step reads its properties', green, [
            new RegExp(`^Pipeline ${pipelineIn(green)} ended as success, see http`, 'm'),
          ]),
          look('a red pipeline fails its build', red, [
            /^ERROR: script returned exit code 1$/m,
            /^Finished: FAILURE$/m,
          ]),
          look('its properties are read all the same', red, [/^Pipeline \d+ ended as failed, see http/m]),
          look('an abort reaches the program', `${stopped}\nit is ${status}`, [
            /^Pipeline \d+ ended as aborted, see http/m,
            /^it is cancel(?:ed|ing)$/m,
          ]),
          lookForTokens(green + red + stopped),
        ];
      } finally {
        rmSync(place, { recursive: true, force: true });
      }
    }),
};
