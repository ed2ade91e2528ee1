import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly repository: { readonly url: string };
};

/** What npm calls the package, with its scope. */
export const packageName = manifest.name;

/** Who has the repository: `OWNER` until `scripts/set-owner.js` is told somebody. */
export const owner = /github\.com\/([^/]+)\//.exec(manifest.repository.url)?.[1] ?? '';
