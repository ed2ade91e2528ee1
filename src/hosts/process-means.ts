import { lstatSync, statSync } from 'node:fs';

import { systemClock } from '../base/clock.js';
import type { FileNaming } from '../base/file-naming.js';
import type { HostMeans } from './host-means.js';
import { appendText, processFiles, replaceHostText } from './process-files.js';

/** What this process has. */
export function processMeans(): HostMeans {
  return {
    environment: process.env,
    print: (text) => void process.stdout.write(text),
    appendText,
    writeText: (path, text, owner) =>
      owner === 'host' ? replaceHostText(path, text) : processFiles.replace(path, text),
    isThere,
    isFolder,
    run: async (program) => await (await import('./run-program.js')).runProgram(program),
    clock: systemClock,
    processId: process.pid,
  };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** What names of files this system allows. */
export function fileNaming(): FileNaming {
  if (process.platform === 'win32') return 'windows';
  return process.platform === 'darwin' ? 'macos' : 'posix';
}
