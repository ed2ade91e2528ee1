// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-output-parameter
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { EOL } from 'node:os';

import { taken, type OutputCarrier } from './output-carrier.js';
import { appendText } from './process-files.js';

/** The outputs of a step of GitHub's kind: added to the file that the runner has made for them, whatever kind of file that is. */
export function githubOutputs(): OutputCarrier {
  return {
    audience: 'later_steps',
    carry: ({ name, value }) => {
      append(recordOf(name, value));
      return taken;
    },
    check: () => append(''),
  };
}

/** @throws {Error} when the runner has made no file, or it cannot be written whole. */
function append(text: string): void {
  const { GITHUB_OUTPUT: path = '' } = process.env;
  if (path === '') throw new Error('GITHUB_OUTPUT is not set');
  if (!existsSync(path)) throw new Error('the file that GITHUB_OUTPUT names does not exist');
  appendText(path, text);
}

/** The delimiter is one that no value can hold. */
function recordOf(name: string, value: string): string {
  const delimiter = `ghadelimiter_${randomUUID()}`;
  return [`${name}<<${delimiter}`, value, delimiter, ''].join(EOL);
}
