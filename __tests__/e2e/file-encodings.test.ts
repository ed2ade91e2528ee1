import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { inputsFor, oneProject, tokens } from '../support/one-project.js';
import { withTemporaryFolder } from '../support/temporary-folder.js';
import { tellCommand } from './support/command-story.js';
import { runAction } from './support/run-action.js';
import { runCommand } from './support/run-command.js';
import { withSimulator } from './support/with-simulator.js';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const marked = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

/** Every way in which the command is given a file to read an input from, with a text that fits. */
const files = [
  { flag: '--variables-file', text: 'NAME=Jose\n' },
  { flag: '--token-file', text: `${tokens.trigger}\n` },
  { flag: '--access-token-file', text: `${tokens.api}\n` },
  { flag: '--github-token-file', text: 'ghs_0123456789abcdefghijkl\n' },
  { flag: '--request-headers-file', text: 'X-Team: payments\n' },
];

const unread = [...files, { flag: '--ca-certificate', text: '-----BEGIN CERTIFICATE-----\n' }];

describe.each(unread)('the file of $flag in an unreadable encoding', ({ flag, text }) => {
  test.each([
    { name: 'Latin-1', bytes: latin1(`${text.trimEnd()}\xe9\n`), want: 'seems to be Latin-1' },
    {
      name: 'UTF-16 without a mark',
      bytes: Buffer.from(text, 'utf16le'),
      want: 'seems to be UTF-16 without a byte order mark',
    },
    { name: 'packed', bytes: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]), want: 'packed with gzip' },
    { name: 'with a NUL', bytes: Buffer.from(`${text.trimEnd()}\0\n`), want: 'has a NUL byte in it' },
  ])('is refused before any request: $name', async ({ bytes, want }) => {
    const { exitCode, stdout, stderr, requests } = await tellCommand({
      words: ['run', flag, 'given.txt'],
      prepare: (folder) => writeFile(join(folder, 'given.txt'), bytes),
    });
    expect([exitCode, requests]).toEqual([2, []]);
    expect(`${stdout}${stderr}`).toContain(want);
    expect(`${stdout}${stderr}`).not.toContain('\ufffd');
  });
});

describe.each(files)('the file of $flag in a readable encoding', ({ flag, text }) => {
  test.each([
    { name: 'UTF-8 with a mark', bytes: Buffer.from(`\ufeff${text}`) },
    { name: 'UTF-16 with a mark', bytes: marked(text.replace('\n', '\r\n')) },
    { name: 'UTF-16 with a mark, big end first', bytes: marked(text).swap16() },
  ])('is read: $name', async ({ bytes }) => {
    const { exitCode, stdout } = await tellCommand({
      words: ['run', flag, 'given.txt'],
      prepare: (folder) => writeFile(join(folder, 'given.txt'), bytes),
    });
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('257')]);
  });
});

test('the action reads files by the same rule', async () => {
  await withTemporaryFolder(async (folder) => {
    await writeFile(join(folder, 'wide.json'), marked('{"NAME":"José"}'));
    await writeFile(join(folder, 'latin.env'), latin1('NAME=Jos\xe9\n'));
    await withSimulator({ scenario: oneProject() }, async ({ url, gitlab, requests }) => {
      const run = async (name: string) =>
        await runAction({
          with: { ...inputsFor(url), variables_file: join(folder, name) },
        });
      const refused = await run('latin.env');
      expect([refused.exitCode, requests]).toEqual([2, []]);
      expect(refused.annotations[0]?.message).toMatch(
        /variables_file ".*latin\.env" is not text in UTF-8 \(line 1\): it seems to be Latin-1[^]*What to do: Save the file as UTF-8/,
      );
      expect((await run('wide.json')).exitCode).toBe(0);
      expect(gitlab.pipelines()[0]?.variables).toMatchObject({ NAME: 'José' });
    });
  });
});

describe('variables from a pipe', () => {
  test.each([
    { what: '<(…)', through: `exec bash -c '"$@" --variables-file <(echo NAME=Jose)' bash "$@"` },
    { what: 'standard input', through: `echo NAME=Jose | "$@" --variables-file /dev/stdin` },
    { what: 'a named pipe', through: `mkfifo p; { echo NAME=Jose > p; } & "$@" --variables-file p` },
  ])('are read from $what', async ({ through }) => {
    await withSimulator({ scenario: oneProject() }, async ({ url, gitlab }) => {
      const { exitCode } = await runCommand({
        words: ['run', '--gitlab-url', url, '--project-id', 'group/app', '--ref', 'main'],
        environment: { GITLAB_TRIGGER_TOKEN: tokens.trigger },
        through,
      });
      expect([exitCode, gitlab.pipelines()[0]?.variables]).toMatchObject([0, { NAME: 'Jose' }]);
    });
  });
});
