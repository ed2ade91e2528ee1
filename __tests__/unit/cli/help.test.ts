import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { commands, version } from '../../../src/cli/commands.js';
import { commandText, overviewText } from '../../../src/cli/help.js';
import { flagsOf } from '../../../src/cli/options.js';
import { parseCommandLine } from '../../../src/cli/parse.js';
import { readWords } from '../../../src/cli/words.js';

test('the overview names every command', () => {
  const text = overviewText(commands);
  expect(commands.filter(({ name }) => !text.includes(`\n  ${name} `))).toEqual([]);
});

describe.each(commands)('the help of $name', (command) => {
  test('names every flag with its description', () => {
    const text = commandText(command).replace(/\s+/g, ' ');
    const missing = flagsOf(command).filter(
      ({ name, row }) => !text.includes(`--${name}`) || !text.includes(row.description),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  test('is at most 100 columns wide, except for examples', () => {
    const [flags = ''] = commandText(command).split('\nExamples:');
    expect(flags.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  test('has examples that the parser accepts', () => {
    expect(command.examples.length).toBeGreaterThan(0);
    for (const example of command.examples) {
      const [program, ...words] = example.split(' ');
      expect([program, parseCommandLine(readWords(words, commands)).kind]).toEqual([
        'gitlab-trigger',
        'command',
      ]);
    }
  });
});

test('the version is that of package.json', () => {
  const manifest = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', '..', '..', 'package.json'), 'utf8'),
  ) as { readonly version: string };
  expect(version).toBe(manifest.version);
});
