import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { buildkiteAgent } from '../../support/host-programs/buildkite-agent.js';
import { envman } from '../../support/host-programs/envman.js';
import { npm } from '../../support/host-programs/npm.js';
import { installStandIns } from '../../support/host-programs/stand-in.js';

const dist = join(import.meta.dirname, '..', '..', '..', 'dist');

/** The Node that runs the tests; the question of `scripts/launch.sh` for it needs no process of its own. */
const node = `#!/bin/sh
if [ "$*" = '--print process.execPath' ]; then echo "${process.execPath}"; exit; fi
exec "${process.execPath}" "$@"
`;

/** Refuses words that every user of the machine can read while the program runs that it starts. */
const env = `#!/bin/sh
case "$*" in *glptt-* | *glpat-* | *TOKEN=* | *_proxy=* | *_PROXY=*) echo 'env: a secret is in its words' >&2; exit 1 ;; esac
exec /usr/bin/env "$@"
`;

/** The entry point and the command of our image. */
const image = `#!/bin/sh
exec "${process.execPath}" "${join(dist, 'cli.js')}" run
`;

/** Puts the programs that hosts bring into a folder; what they are told to keep is a file each in `store`. */
export async function writeHostPrograms(folder: string, store: string): Promise<void> {
  const programs = {
    env,
    node,
    'gitlab-trigger-image': image,
  };
  installStandIns([buildkiteAgent, envman, npm], folder, store);
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(join(folder, name), text, { mode: 0o755 });
  }
}

/**
 * In the place of Node: a program that runs until it is stopped, leaves the names of the signals that reach
 * it in `store`, and takes a moment to end.
 */
export async function writeEndlessProgram(folder: string, store: string): Promise<void> {
  const text = `#!/bin/sh
if [ "$*" = '--print process.execPath' ]; then echo "$0"; exit; fi
stopped() {
  echo "$1" >> '${store}/signals'
  sleep 0.1
  echo 'the pipeline was canceled with it'
  exit "$2"
}
for each in HUP:129 INT:130 QUIT:131 TERM:143; do trap "stopped \${each%:*} \${each#*:}" "\${each%:*}"; done
rm -r "\${2%/*}"
echo 'soak running'
count=0
while [ $((count += 1)) -lt 1000 ]; do sleep 0.1; done
`;
  await writeFile(join(folder, 'node'), text, { mode: 0o755 });
}
