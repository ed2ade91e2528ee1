import { join } from 'node:path';

import { version } from '../../../src/cli/commands.js';
import { packageName } from '../package-name.js';
import type { ProgramStandIn } from './stand-in.js';

const dist = join(import.meta.dirname, '..', '..', '..', 'dist');

/** Beside these, npm is told nothing: what it does depends on nobody else. */
export const namesForNpm = [
  ...['PATH', 'HOME', 'NODE_EXTRA_CA_CERTS'],
  ...['http_proxy', 'https_proxy', 'no_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'],
  // Of the shell.
  ...['PWD', 'OLDPWD', 'SHLVL', '_'],
];

/** The words that install our package from this registry, and nothing else, into a folder. */
export function wordsForNpm(prefix: string, registry = 'https://registry.npmjs.org/'): readonly string[] {
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier'];
  return ['install', `--prefix=${prefix}`, `--registry=${registry}`, ...options, `${packageName}@${version}`];
}

/**
 * Refuses a call of npm that anybody but the step could affect: other words, started elsewhere than in the
 * empty folder that it installs into and that is its home, or with a variable that it may obey.
 */
export function refuseOthers(registry?: string): string {
  const [, , ...others] = wordsForNpm('', registry);
  return `
refuse() { echo "npm: $1" >&2; exit 1; }
[ "$1" = install ] || refuse "not here: $*"
prefix=\${2#--prefix=}
[ "$prefix" ] && [ "$2" = "--prefix=$prefix" ] || refuse 'would go into the checkout'
case "$*" in "$1 $2 ${others.join(' ')}") ;; *) refuse "not here: $*" ;; esac
[ "$(pwd -P)" = "$prefix" ] && [ "$HOME" = "$prefix" ] || refuse 'would read the configuration of others'
others=$(env | grep -oE '^[A-Za-z_][A-Za-z0-9_]*=' | grep -vxE '(${namesForNpm.join('|')})=')
[ ! "$others" ] || refuse "was told $others"
[ "$(ls "$prefix")" = 'leave.mjs
package.json' ] || refuse 'the folder is not its own'
`;
}

/**
 * `npm install` of our package: what it would fetch is here already. It keeps nothing in the store.
 * @see https://docs.npmjs.com/cli/commands/npm-install
 */
export const npm: ProgramStandIn = {
  name: 'npm',
  script: () => `${refuseOthers()}
mkdir -p "$prefix/node_modules/${packageName}" && ln -s "${dist}" "$prefix/node_modules/${packageName}/dist"
`,
  // Each would pass for want of the others: `__tests__/contract/host-programs.test.ts` spoils a good call.
  refusals: [],
};
