import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

import { version } from '../../../src/cli/commands.js';
import { packageName } from '../../support/package-name.js';

/** A registry on loopback that has our package, and no other. */
export interface Registry {
  /** With a slash behind it, as npm writes it. */
  readonly url: string;
  readonly requests: readonly string[];
  /** What it has from now on. */
  readonly serve: (archive: string) => void;
  readonly close: () => Promise<void>;
}

export async function startRegistry(archive: string): Promise<Registry> {
  let content = readFileSync(archive);
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(`${request.method ?? ''} ${path}`);
    if (path.endsWith('.tgz')) {
      response.end(content);
      return;
    }
    if (decodeURIComponent(path) !== `/${packageName}`) {
      response.writeHead(404).end('{}');
      return;
    }
    const dist = {
      tarball: `${url}package.tgz`,
      integrity: `sha512-${createHash('sha512').update(content).digest('base64')}`,
    };
    const manifest = { name: packageName, version, bin: { 'gitlab-trigger': 'dist/cli.js' }, dist };
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        name: packageName,
        'dist-tags': { latest: version },
        versions: { [version]: { ...manifest, hasInstallScript: true } },
      }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    requests,
    serve: (other) => {
      content = readFileSync(other);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Packs files as a version of our package; `cli` is what runs. */
export function packFake(
  folder: string,
  { cli, scripts = {} }: { readonly cli: string; readonly scripts?: Readonly<Record<string, string>> },
): string {
  const manifest = { name: packageName, version, bin: { 'gitlab-trigger': 'dist/cli.js' }, scripts };
  writeTexts(folder, {
    'package.json': JSON.stringify({ ...manifest, type: 'module' }),
    'dist/cli.js': `#!/usr/bin/env node\n${cli}`,
  });
  const name = execFileSync('npm', ['pack', '--silent', '--ignore-scripts'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return join(folder, name.trim());
}

/** Writes files by their paths in a folder, with the folders that they need; all may be run. */
export function writeTexts(folder: string, texts: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode: 0o755 });
  }
}
