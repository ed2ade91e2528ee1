import { systemClock } from '../base/clock.js';
import type { HostMeans } from './host-means.js';
import { appendText, processFiles } from './process-files.js';

/** What this process has. */
export function processMeans(): HostMeans {
  return {
    environment: process.env,
    print: (text) => void process.stdout.write(text),
    appendText,
    writeText: processFiles.replace,
    isFolder,
    run: async (program) => await (await import('./run-program.js')).runProgram(program),
    clock: systemClock,
    processId: process.pid,
  };
}

function isFolder(path: string): boolean {
  try {
    return processFiles.kindOf(path) === 'folder';
  } catch {
    return false;
  }
}
