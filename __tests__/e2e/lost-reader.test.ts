import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect } from '@jest/globals';

import { inputsFor, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { codesIn } from './support/arriving.js';
import { tellCommand } from './support/command-story.js';
import { runCommand } from './support/run-command.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { withSimulator } from './support/with-simulator.js';

const passing = oneProject({ ci: valid(quickScript('success')) });
const red = oneProject({ ci: valid(quickScript('failed')) });

/** What a shell line has written to the file `name`. */
function reading(name: string): {
  readonly got: () => string;
  readonly inspect: (at: string) => Promise<void>;
} {
  let text = '';
  return {
    got: () => text,
    inspect: async (folder) => {
      text = await readFile(join(folder, name), 'utf8');
    },
  };
}

describe('a reader that has gone', () => {
  const test = testsAtOnce();
  const gone = { closesOutput: true };

  for (const words of [['completion', 'bash'], ['--version'], ['run', '--help']]) {
    test(`makes ${words.join(' ')} fail`, async () => {
      const { exitCode, stderr } = await runCommand({ words, ...gone });
      expect([exitCode, codesIn(stderr)]).toEqual([6, ['output_lost']]);
      expect(stderr).toContain('Its reader has ended before it had read everything (EPIPE).');
      expect(stderr).toContain('What to do: Let the reader read to the end');
    });
  }

  test('makes run --json fail', async () => {
    const { exitCode, stderr } = await tellCommand({ words: ['run', '--json'], ...gone });
    expect([exitCode, codesIn(stderr).at(-1)]).toEqual([6, 'output_lost']);
  });

  test('during the run makes run --json-lines fail at its end, and not before', async () => {
    const { got, inspect } = reading('code');
    const { exitCode, stdout, stderr } = await tellCommand({
      words: ['run', '--wait', '--poll-interval', '1s', '--json-lines'],
      scenario: passing,
      through: '{ "$@"; echo $? > code; } | head -n 1',
      inspect,
    });
    expect([exitCode, stdout.split('\n').length, got()]).toEqual([0, 2, '6\n']);
    expect(stderr).toContain('Pipeline 257 passed');
    expect(codesIn(stderr)).toEqual(['output_lost']);
  });

  test('does not replace the error of a failed pipeline', async () => {
    const { exitCode, stderr } = await tellCommand({
      words: ['run', '--wait', '--poll-interval', '1s', '--json'],
      scenario: red,
      ...gone,
    });
    expect([exitCode, codesIn(stderr)]).toEqual([1, ['outcome_not_accepted']]);
    expect(stderr).toContain('Standard output cannot be written (EPIPE)');
  });

  test('after it was given everything is none', async () => {
    const { got, inspect } = reading('code');
    const through = '{ "$@"; echo $? > code; } | head -c 1';
    const { stdout } = await runCommand({ words: ['completion', 'bash'], through, inspect });
    expect([stdout, got()]).toEqual(['#', '0\n']);
  });

  test('that has not taken everything when the command is stopped makes it fail', async () => {
    const { got, inspect } = reading('code');
    // The first byte shows that the command has nothing left to do but to write the others.
    const through = `{ "$@" & pid=$!; echo $pid > pid; wait $pid; echo $? > code; } | {
      head -c 1; while [ ! -s code ]; do kill -TERM $(cat pid); sleep 0.6; done; }`;
    const { stderr } = await runCommand({
      words: ['snippet', 'github'],
      environment: {
        GITLAB_TRIGGER_PROJECT_ID: 'group/app',
        GITLAB_TRIGGER_REF: 'main',
        GITLAB_TRIGGER_VARIABLES: `LONG=${'x'.repeat(100_000)}`,
      },
      through,
      inspect,
    });
    expect([got(), codesIn(stderr)]).toEqual(['6\n', ['output_lost']]);
    expect(stderr).toContain('stopped while its reader had not taken everything');
  });

  test('of a log is no error, also for an action', async () => {
    const { got, inspect } = reading('output');
    const { exitCode } = await withSimulator({ scenario: passing }, async ({ url }) => {
      const inputs = { ...inputsFor(url), wait: 'true', poll_interval: '1s', access_token: tokens.api };
      const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
      return await runCommand({
        words: [],
        through: 'touch output; GITHUB_OUTPUT="$PWD/output" exec "$1" "$(dirname "$2")/trigger.js"',
        environment: { GITHUB_ACTIONS: 'true', ...(Object.fromEntries(given) as Record<string, string>) },
        closesOutput: true,
        inspect,
      });
    });
    expect([exitCode, got()]).toEqual([0, expect.stringMatching(/^outcome<<.*\nsuccess$/m)]);
  });
});

describe('standard output of a kind that Node does not know', () => {
  const test = testsAtOnce();

  test('is written', async () => {
    const socket = createSocket('udp4');
    const heard: string[] = [];
    socket.on('message', (message) => heard.push(message.toString())).bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const { port } = socket.address();
    const through = `exec bash -c 'exec "$@" > /dev/udp/127.0.0.1/${port}' bash "$@"`;
    const { exitCode } = await runCommand({ words: ['--version'], through });
    // It comes after everything that the command has sent.
    socket.send('the end', port, '127.0.0.1');
    while (!heard.includes('the end')) await once(socket, 'message');
    socket.close();
    expect([exitCode, heard]).toEqual([0, [expect.stringMatching(/^\d+\.\d+\.\d+\n$/), 'the end']]);
  });

  test('makes the command fail if it cannot be written', async () => {
    const { exitCode, stderr } = await runCommand({ words: ['--version'], through: 'exec "$@" 1< .' });
    expect([exitCode, codesIn(stderr)]).toEqual([6, ['output_lost']]);
  });
});
