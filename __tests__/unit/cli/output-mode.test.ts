import { expect, test } from '@jest/globals';

import { commands } from '../../../src/cli/commands.js';
import { outputUseOf } from '../../../src/cli/output-mode.js';
import { readWords } from '../../../src/cli/words.js';

const product = { ...commands[0], name: 'paper', product: true };

test.each([
  { words: ['run'], want: { json: 'none', holds: 'log' } },
  { words: ['run', '--json'], want: { json: 'end', holds: 'product' } },
  { words: ['run', '--json=true'], want: { json: 'end', holds: 'product' } },
  { words: ['run', '--json=yes'], want: { json: 'none', holds: 'log' } },
  { words: ['run', '--json', '--no-json'], want: { json: 'none', holds: 'log' } },
  { words: ['run', '--json-lines', '--json'], want: { json: 'lines', holds: 'product' } },
  { words: ['run', '--variables', 'A=--json'], want: { json: 'none', holds: 'log' } },
  { words: ['run', '--', '--json'], want: { json: 'none', holds: 'log' } },
  { words: ['runn', '--json'], want: { json: 'end', holds: 'product' } },
  { words: ['runn'], want: { json: 'none', holds: 'product' } },
  { words: ['paper'], want: { json: 'none', holds: 'product' } },
  { words: ['run', '-h'], want: { json: 'none', holds: 'product' } },
  { words: [], want: { json: 'none', holds: 'product' } },
])('the words $words give $want', ({ words, want }) => {
  expect(outputUseOf(readWords(words, [...commands, product]), {})).toEqual(want);
});

test.each([
  { environment: { GITLAB_TRIGGER_JSON: 'true' }, words: ['run'], want: 'end' },
  { environment: { GITLAB_TRIGGER_JSON: 'true' }, words: ['run', '--no-json'], want: 'none' },
  { environment: { GITLAB_TRIGGER_JSON_LINES: 'true' }, words: ['run'], want: 'lines' },
  { environment: { GITLAB_TRIGGER_JSON: 'maybe' }, words: ['run'], want: 'none' },
])('the environment $environment and the words $words give $want', ({ environment, words, want }) => {
  expect(outputUseOf(readWords(words, commands), environment).json).toBe(want);
});
