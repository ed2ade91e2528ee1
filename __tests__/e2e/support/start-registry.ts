import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

import { version } from '../../../src/cli/commands.js';
import { packageName } from '../../support/package-name.js';

/** A registry on loopback, below any folder of its address, that has one version of a package. */
export interface Registry {
  /** With a slash behind it, as npm writes it. */
  readonly url: string;
  /** Paths, decoded. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

/** Our package alone, or whatever somebody asks for. */
export interface Offer {
  readonly archive: string;
  readonly names?: 'ours' | 'any';
  /** Of our package, by name. */
  readonly dependencies?: Readonly<Record<string, string>>;
}

export async function startRegistry({
  archive,
  names = 'ours',
  dependencies = {},
}: Offer): Promise<Registry> {
  const content = readFileSync(archive);
  const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`;
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    requests.push(path);
    if (path.endsWith('.tgz')) {
      response.end(content);
      return;
    }
    const [, below = '', name = ''] = /^\/(.*?\/)??((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? [];
    const isOurs = name === packageName;
    if ((names === 'ours' && !isOurs) || path.includes('/-/')) {
      response.writeHead(404).end('{}');
      return;
    }
    const manifest = {
      name,
      version,
      bin: isOurs ? { 'gitlab-trigger': 'dist/cli.js' } : {},
      dist: { tarball: `${url}${below}package.tgz`, integrity },
      dependencies: isOurs ? dependencies : {},
      hasInstallScript: isOurs,
    };
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ name, 'dist-tags': { latest: version }, versions: { [version]: manifest } }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What a package has in its package.json beside its name and its version, and what runs. */
export interface FakePackage {
  readonly cli: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

/** Packs files as a version of our package. */
export function packFake(folder: string, { cli, scripts = {} }: FakePackage): string {
  writeTexts(join(folder, 'package'), { 'dist/cli.js': `#!/usr/bin/env node\n${cli}` });
  return packFolder(folder, scripts);
}

/** Packs `package/` of a folder, whose `dist/cli.js` is what runs, as `npm pack` would. */
export function packFolder(folder: string, scripts: Readonly<Record<string, string>> = {}): string {
  const manifest = { name: packageName, version, type: 'module', bin: { 'gitlab-trigger': 'dist/cli.js' } };
  writeTexts(join(folder, 'package'), { 'package.json': JSON.stringify({ ...manifest, scripts }) });
  const archive = join(folder, 'package.tgz');
  execFileSync('tar', ['-czf', archive, '-C', folder, 'package']);
  return archive;
}

/** Writes files by their paths in a folder, with the folders that they need; all may be run. */
export function writeTexts(folder: string, texts: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode: 0o755 });
  }
}
