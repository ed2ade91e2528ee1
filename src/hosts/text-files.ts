import { readFile } from 'node:fs/promises';

import { textIn } from '../base/encoding.js';
import type { TextFiles } from '../model/requests.js';

/** The files of this machine; all files that inputs name are read here. */
export const textFiles: TextFiles = { readText: async (path) => textIn(await readFile(path)) };
