import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { version } from '../../../src/command/version.js';

const command = `"${process.execPath}" "${join(import.meta.dirname, '..', '..', '..', 'dist', 'cli.js')}"`;

/** What `npx` would fetch is here already; asked for anything else, it fails. */
const npx = `#!/bin/sh
if [ "$1 $2 $3 $4" != '--yes --package gitlab-trigger@${version} --call' ]; then echo "npx: not here: $*"; exit 127; fi
exec sh -c "$5"
`;

/** The program that the package brings. */
const program = `#!/bin/sh
exec ${command} "$@"
`;

/** The entry point and the command of our image. */
const image = `#!/bin/sh
exec ${command} run
`;

/** `meta-data set KEY` (value by standard input or behind it), `meta-data get KEY`; everything else is taken and forgotten. */
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
    npx,
    'gitlab-trigger': program,
    'gitlab-trigger-image': image,
    'buildkite-agent': buildkiteAgent(store),
    envman: envman(store),
  };
  await mkdir(folder);
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(join(folder, name), text, { mode: 0o755 });
  }
}
