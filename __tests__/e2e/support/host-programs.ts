import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { version } from '../../../src/cli/commands.js';
import { buildkiteAgent } from '../../support/host-programs/buildkite-agent.js';
import { envman } from '../../support/host-programs/envman.js';
import { installStandIns } from '../../support/host-programs/stand-in.js';
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

/** Puts the programs that hosts bring into a folder; what they are told to keep is a file each in `store`. */
export async function writeHostPrograms(folder: string, store: string): Promise<void> {
  const programs = {
    npm,
    node,
    'gitlab-trigger-image': image,
  };
  installStandIns([buildkiteAgent, envman], folder, store);
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(join(folder, name), text, { mode: 0o755 });
  }
}
