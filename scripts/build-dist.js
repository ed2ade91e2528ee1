// @ts-check
// Writes dist/ anew.
import path from 'node:path';

import { bundle, writeFolder } from './bundle.js';

const files = await bundle();
await writeFolder(files, path.join(path.dirname(import.meta.dirname), 'dist'));
for (const [name, content] of files) console.log(`${String(content.length).padStart(9)}  dist/${name}`);
