// @ts-check
// GitLab's own client for Go, in a small program that Go builds from its module proxy.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { call } from '../engines/engine.js';
import { checksOf, folderFor, tokens } from './client.js';

const version = '1.46.0';
const program = path.join(folderFor(`client-go-${version}`), 'program');
const cwd = path.join(import.meta.dirname, 'go');

/** @type {import('./client.js').Client} */
export const clientGo = {
  name: 'client-go',
  version,
  missing: async () => {
    if (spawnSync('go', ['version']).status !== 0) return 'needs Go';
    const { exitCode, output } = await call('go', ['mod', 'download'], { cwd });
    return exitCode === 0 ? undefined : `go mod download failed: ${output.trim().split('\n').at(-1)}`;
  },
  run: async ({ url }) => {
    const { exitCode, output } = await call('go', ['build', '-o', program, '.'], { cwd });
    if (exitCode !== 0) return [{ what: 'go build', faults: [output] }];
    return await checksOf(program, [url, tokens.access, tokens.trigger, tokens.job]);
  },
};
