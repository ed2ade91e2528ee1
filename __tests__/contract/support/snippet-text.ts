import { commands } from '../../../src/cli/commands.js';
import { commandSource, parseCommandLine } from '../../../src/cli/parse.js';
import { readWords } from '../../../src/cli/words.js';
import { textFilesUntil } from '../../../src/hosts/text-files.js';
import { runSnippet } from '../../../src/run/print.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { createRecordingHost } from '../../simulation/support/recording-host.js';

/**
 * What `gitlab-trigger snippet` prints for these words, without a process of its own.
 * @throws {InputError} when the words are wrong.
 */
export async function snippetText(words: readonly string[]): Promise<string> {
  const line = parseCommandLine(readWords(['snippet', ...words], commands));
  if (line.kind !== 'command') throw new Error('the words ask for help');
  const inputs = commandSource({ given: line.given, environment: {}, host: { read: () => undefined } });
  const clock = createVirtualClock();
  const { host } = createRecordingHost({ inputs, clock, state: new Map(), masks: 'honored' });
  const printed: string[] = [];
  await runSnippet({
    host,
    clock,
    files: textFilesUntil(new AbortController().signal),
    random: () => 0.5,
    environment: {},
    createTransport: () => {
      throw new Error('there is no network');
    },
    printProduct: (text) => void printed.push(text),
  });
  return printed.join('');
}
