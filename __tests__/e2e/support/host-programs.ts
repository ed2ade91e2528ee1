import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { version } from '../../../src/cli/commands.js';
import { packageName } from '../../support/package-name.js';

const dist = join(import.meta.dirname, '..', '..', '..', 'dist');

/** What `npm install` would fetch is here already; asked for anything else, or told a secret, it fails. */
const npm = `#!/bin/sh
for word; do case $word in --prefix=*) prefix=\${word#--prefix=} ;; esac; done
case "$*" in *' ${packageName}@${version}') ;; *) echo "npm: not here: $*" >&2; exit 1 ;; esac
if env | grep -q ^GITLAB_TRIGGER_; then echo 'npm: was told inputs' >&2; exit 1; fi
mkdir -p "$prefix/node_modules/${packageName}" && ln -s "${dist}" "$prefix/node_modules/${packageName}/dist"
`;

/** The Node that runs the tests. */
const node = `#!/bin/sh
exec "${process.execPath}" "$@"
`;

/** The entry point and the command of our image. */
const image = `#!/bin/sh
exec "${process.execPath}" "${join(dist, 'cli.js')}" run
`;

/**
 * `meta-data set KEY` (value by standard input or behind it), `meta-data get KEY`; everything else is taken
 * and forgotten.
 */
function buildkiteAgent(store: string): string {
  return `#!/bin/sh
case "$1 $2" in
'meta-data set') if [ $# -gt 3 ]; then printf %s "$4"; else cat; fi > "${store}/$3" ;;
'meta-data get') cat "${store}/$3" ;;
*) cat > /dev/null ;;
esac
`;
}

/** `add --key KEY [--value VALUE]`: the value by standard input where it is not given. */
function envman(store: string): string {
  return `#!/bin/sh
while [ $# -gt 0 ]; do
  case "$1" in
  --key) key=$2; shift ;;
  --value) value=$2; shift ;;
  esac
  shift
done
if [ -n "\${value+x}" ]; then printf %s "$value"; else cat; fi > "${store}/$key"
`;
}

/** Puts the programs that hosts bring into a folder; what they are told to keep is a file each in `store`. */
export async function writeHostPrograms(folder: string, store: string): Promise<void> {
  const programs = {
    npm,
    node,
    'gitlab-trigger-image': image,
    'buildkite-agent': buildkiteAgent(store),
    envman: envman(store),
  };
  await mkdir(folder);
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(join(folder, name), text, { mode: 0o755 });
  }
}
