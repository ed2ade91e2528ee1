import { describe, expect, test } from '@jest/globals';

import { InputError } from '../../../src/base/errors.js';
import { commands } from '../../../src/cli/commands.js';
import type { CommandDescription } from '../../../src/cli/options.js';
import { parseCommandLine } from '../../../src/cli/parse.js';
import { readWords } from '../../../src/cli/words.js';

const withOperand: CommandDescription = {
  name: 'tokens',
  summary: 'Manage',
  operand: { input: 'operation', words: ['list', 'rotate'] },
  inputs: {},
  options: {},
  examples: [],
};

function read(words: readonly string[]): ReturnType<typeof parseCommandLine> {
  return parseCommandLine(readWords(words, [withOperand, ...commands]));
}

function givenBy(...words: readonly string[]): Readonly<Record<string, string>> {
  const line = read(words);
  if (line.kind !== 'command') throw new Error(line.kind);
  const files = Array.from(line.files, ([input, path]): [string, string] => [`file of ${input}`, path]);
  return Object.fromEntries<string>([...line.given, ...files]);
}

function problemsOf(...words: readonly string[]): string {
  try {
    read(words);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error('no problem');
}

describe('parseCommandLine', () => {
  test.each([
    { words: ['run', '--ref', 'main'], want: { ref: 'main' } },
    {
      words: ['run', '--ref=main', '--project-id=group/app'],
      want: { ref: 'main', project_id: 'group/app' },
    },
    { words: ['run', '--ref=-odd'], want: { ref: '-odd' } },
    { words: ['run', '--wait'], want: { wait: 'true' } },
    { words: ['run', '--wait=false'], want: { wait: 'false' } },
    { words: ['run', '--no-wait'], want: { wait: 'false' } },
    { words: ['run', '--variables', 'A=1', '--variables', 'B=2=3'], want: { variables: 'A=1\nB=2=3' } },
    { words: ['run', '--token-file', '/run/t'], want: { 'file of token': '/run/t' } },
    { words: ['run', '--request-headers-file', 'h'], want: { 'file of request_headers': 'h' } },
    { words: ['tokens', 'rotate'], want: { operation: 'rotate' } },
    { words: ['run', '--ref='], want: { ref: '' } },
    { words: ['run', '--output-file', 'out.json'], want: { output_file: 'out.json' } },
  ])('reads $words', ({ words, want }) => {
    expect(givenBy(...words)).toEqual(want);
  });

  test.each([
    { words: ['--help'], want: 'help' },
    { words: ['help', 'run'], want: 'help' },
    { words: ['run', '--ref', '-h'], want: 'help' },
    { words: ['run', '--unknown', '--help'], want: 'help' },
    { words: ['--version'], want: 'version' },
  ])('returns $want for $words', ({ words, want }) => {
    const line = words.includes('-h') ? read(['run', '-h']) : read(words);
    expect(line.kind).toBe(want);
  });

  test.each([
    { words: [], want: 'has no command', hint: 'gitlab-trigger --help' },
    { words: ['runn'], want: 'has no command "runn"', hint: 'Did you mean run?' },
    { words: ['run', '--reff', 'main'], want: '"--reff" is no flag of run', hint: 'Did you mean --ref?' },
    { words: ['run', '--ref'], want: '--ref has no value', hint: 'Write --ref=VALUE' },
    { words: ['run', '--ref', '--wait'], want: '--ref has no value', hint: 'Write --ref=VALUE' },
    { words: ['run', '--ref', 'a', '--ref', 'b'], want: '--ref is given more than once', hint: 'once' },
    { words: ['run', 'main'], want: 'run does not take "main"', hint: 'behind a flag' },
    { words: ['run', '--no-wait=1'], want: '--no-wait takes no value', hint: '--wait=true' },
    { words: ['run', '--no-ref'], want: '"--no-ref" is no flag', hint: '--help' },
    { words: ['run', '-branch', 'main'], want: '"-b" is no flag of run', hint: '--help' },
    { words: ['run', '-host=a'], want: '"-h" is no flag of run', hint: '--help' },
    { words: ['run', '--__proto__', 'x'], want: '"--__proto__" is no flag', hint: '--help' },
    { words: ['tokens'], want: 'tokens lacks the operation', hint: 'list, rotate' },
    { words: ['tokens', 'lst'], want: 'tokens has no operation "lst"', hint: 'Did you mean list?' },
  ])('refuses $words', ({ words, want, hint }) => {
    const message = problemsOf(...words);
    expect(message).toContain(want);
    expect(message).toContain(hint);
  });

  test.each([
    ['run', '--token', 'my-old-secret'],
    ['run', '--token=my-old-secret'],
    ['wait', '--access-token', 'my-old-secret'],
    ['run', '--request-headers', 'my-old-secret'],
  ])('refuses a secret in %s %s, says where it belongs, and does not show it', (...words) => {
    const message = problemsOf(...words);
    expect(message).toContain('GITLAB_TRIGGER_');
    expect(message).toContain('-file PATH');
    expect(message).not.toContain('my-old-secret');
  });

  test('does not show what follows a single dash', () => {
    expect(problemsOf('run', '-tglptt-0123')).toBe(problemsOf('run', '-t'));
  });

  test('reports all problems at once', () => {
    expect(problemsOf('run', '--reff', 'a', '--ref', '--wait', 'x')).toContain('3 problems');
  });
});
