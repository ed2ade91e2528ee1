import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from '@jest/globals';

const launch = join(import.meta.dirname, '..', '..', 'scripts', 'launch.sh');

/** In the place of npm: what it installs tells which variables it got. */
const npm = `#!/bin/sh
for word; do case $word in --prefix=*) prefix=\${word#--prefix=} ;; esac; done
folder="$prefix/node_modules/@OWNER/gitlab-trigger/dist"
mkdir -p "$folder"
echo 'console.log(Object.keys(process.env).filter((name) => /^(NODE|LD)_/.test(name)).join())' > "$folder/cli.js"
`;

test('of the variables that Node obeys, the program gets the authorities outside of the checkout and no other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gitlab-trigger-launch-environment-'));
  try {
    const [tools, checkout] = [join(folder, 'tools'), join(folder, 'checkout')];
    await Promise.all([mkdir(tools), mkdir(checkout)]);
    await writeFile(join(tools, 'npm'), npm, { mode: 0o755 });
    await writeFile(join(folder, 'ca.pem'), '');
    const { stdout } = await promisify(execFile)('sh', ['-c', `. '${launch}'\nexec "$@"`], {
      cwd: checkout,
      env: {
        PATH: `${tools}:${dirname(process.execPath)}:/usr/bin:/bin`,
        NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
        NODE_ICU_DATA: 'icu',
        NODE_REDIRECT_WARNINGS: 'warnings.txt',
        NODE_PRESERVE_SYMLINKS: '1',
        NODE_TLS_REJECT_UNAUTHORIZED: '0',
        NODE_V8_COVERAGE: 'coverage',
        LD_AUDIT: '',
      },
    });
    expect(stdout).toBe('NODE_EXTRA_CA_CERTS\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
