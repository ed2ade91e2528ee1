import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { buildkiteAgent } from '../../support/host-programs/buildkite-agent.js';
import { envman } from '../../support/host-programs/envman.js';
import { npm } from '../../support/host-programs/npm.js';
import { installStandIns } from '../../support/host-programs/stand-in.js';

const dist = join(import.meta.dirname, '..', '..', '..', 'dist');

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
    node,
    'gitlab-trigger-image': image,
  };
  installStandIns([buildkiteAgent, envman, npm], folder, store);
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(join(folder, name), text, { mode: 0o755 });
  }
}
