import { join } from 'node:path';

import { version } from '../../../src/cli/commands.js';
import { packageName } from '../package-name.js';
import type { ProgramStandIn } from './stand-in.js';

const dist = join(import.meta.dirname, '..', '..', '..', 'dist');

/**
 * `npm install` of our package: what it would fetch is here already. It keeps nothing in the store.
 * @see https://docs.npmjs.com/cli/commands/npm-install
 */
export const npm: ProgramStandIn = {
  name: 'npm',
  script: () => `
for word; do case $word in --prefix=*) prefix=\${word#--prefix=} ;; esac; done
case "$*" in 'install '*' ${packageName}@${version}') ;; *) echo "npm: not here: $*" >&2; exit 1 ;; esac
if [ ! "$prefix" ]; then echo 'npm: would go into the checkout' >&2; exit 1; fi
if env | grep -q ^GITLAB_TRIGGER_; then echo 'npm: was told inputs' >&2; exit 1; fi
mkdir -p "$prefix/node_modules/${packageName}" && ln -s "${dist}" "$prefix/node_modules/${packageName}/dist"
`,
  refusals: [
    {
      what: 'a version that was never published',
      source: 'npm: E404, No matching version found',
      words: ['install', '--prefix=/nowhere', `${packageName}@99.0.0`],
      exitCode: 1,
      stored: {},
    },
    {
      what: 'another package',
      source: 'npm: E404, is not in this registry',
      words: ['install', '--prefix=/nowhere', `gitlab-trigger@${version}`],
      exitCode: 1,
      stored: {},
    },
    {
      what: 'our package without a folder of its own: it would read the checkout',
      source: 'https://docs.npmjs.com/cli/configuring-npm/npmrc: the .npmrc of the project',
      words: ['install', `${packageName}@${version}`],
      exitCode: 1,
      stored: {},
    },
    {
      what: 'a call that is told a token: scripts of packages see the environment',
      source: 'https://docs.npmjs.com/cli/using-npm/scripts: environment',
      words: ['install', '--prefix=/nowhere', `${packageName}@${version}`],
      environment: { GITLAB_TRIGGER_TOKEN: 'glptt-x' },
      exitCode: 1,
      stored: {},
    },
  ],
};
