import { readFile } from 'node:fs/promises';

import { textIn } from '../base/encoding.js';
import type { TextFiles } from '../model/requests.js';

/** The files of this machine; the only way in which an input's file is read. */
export const textFiles: TextFiles = { readText: async (path) => textIn(await readFile(path)) };
