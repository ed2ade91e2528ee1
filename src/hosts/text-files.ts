import { readFile } from 'node:fs/promises';

import { textIn } from '../base/encoding.js';
import type { TextFiles } from '../model/requests.js';
import { refuseLinksToRead } from './foreign-links.js';

/**
 * The files of this machine; all files that inputs name are read here. A link in the working folder may have
 * come with a checkout, and would choose which file of the machine is sent to GitLab: it is not followed.
 */
export const textFiles: TextFiles = {
  readText: async (path) => {
    refuseLinksToRead(path);
    return textIn(await readFile(path));
  },
};
