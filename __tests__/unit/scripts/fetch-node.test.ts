import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, test } from '@jest/globals';

import { withTemporaryFolder } from '../../support/temporary-folder.js';

const script = join(import.meta.dirname, '..', '..', '..', 'scripts', 'fetch-node.js');

/** The certificates that npm is told to trust beside its own; nothing if it is not asked, as on Node 24. */
async function certificatesOfNpm(environment: Readonly<Record<string, string>>): Promise<string | undefined> {
  return await withTemporaryFolder(async (folder) => {
    const told = join(folder, 'told');
    mkdirSync(join(folder, 'scripts'));
    copyFileSync(script, join(folder, 'scripts', 'fetch-node.mjs'));
    writeFileSync(join(folder, 'npm'), `#!/bin/sh\nprintf %s "$NODE_EXTRA_CA_CERTS" > '${told}'\nexit 1\n`, {
      mode: 0o755,
    });
    await promisify(execFile)(process.execPath, [join(folder, 'scripts', 'fetch-node.mjs'), '24'], {
      env: { PATH: `${folder}${delimiter}${process.env.PATH ?? ''}`, ...environment },
    }).catch(() => 'it says that npm failed');
    return existsSync(told) ? readFileSync(told, 'utf8') : undefined;
  });
}

const asked = (certificates: string): string | undefined =>
  process.versions.node.startsWith('24.') ? undefined : certificates;

describe('npm that fetches a Node trusts', () => {
  test('what the machine trusts beside, which the tests do not', async () => {
    expect(await certificatesOfNpm({ CERTIFICATES_FOR_NPM: '/machine.pem' })).toBe(asked('/machine.pem'));
  });

  test('what it is told outside of the tests', async () => {
    expect(await certificatesOfNpm({ NODE_EXTRA_CA_CERTS: '/own.pem' })).toBe(asked('/own.pem'));
    expect(await certificatesOfNpm({})).toBe(asked(''));
  });
});
