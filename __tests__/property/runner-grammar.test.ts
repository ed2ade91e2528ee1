import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { githubActionsHost, withoutCommands } from '../../src/hosts/adapters/github-actions.js';
import { readNamedValues } from '../../src/simulator/runner/file-command.js';
import { parseWorkflowCommand } from '../../src/simulator/runner/workflow-command.js';
import { anyCharacter } from '../support/any-character.js';

/** What the runner's grammars are made of. */
const marks = fc.constantFrom(
  '\n',
  '\r',
  '\r\n',
  '=',
  '<<',
  'ghadelimiter_',
  'ghadelimiter_00000000-0000-4000-8000-000000000000',
  'EOF',
  'name<<EOF\nvalue\nEOF',
  '::set-output name=x::y',
  '::',
  ':',
  '##[error]',
  '##[',
  '#',
  '%0A',
  '%25',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\u3000',
  '\ufeff',
  '\u200b',
  '\0',
  '\ud800',
  '\udc00',
  '🦊',
);
const text = fc
  .array(
    fc.oneof(
      marks,
      marks,
      fc.string({ unit: anyCharacter, maxLength: 10 }),
      fc.constantFrom('error', 'add-mask', ' '),
    ),
    {
      maxLength: 12,
    },
  )
  .map((pieces) => pieces.join(''));

describe('the files of the runner', () => {
  const names = ['GITHUB_OUTPUT', 'GITHUB_STATE'] as const;
  const saved = new Map<string, string | undefined>();
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gitlab-trigger-property-'));
    for (const name of names) {
      saved.set(name, process.env[name]);
      process.env[name] = join(folder, name);
    }
  });

  afterAll(() => {
    for (const [name, value] of saved) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
    rmSync(folder, { recursive: true });
  });

  test('return every value of an output and of the state, whatever it contains', () => {
    const host = githubActionsHost();
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (values) => {
        for (const name of names) writeFileSync(join(folder, name), '');
        values.forEach((value, index) => {
          host.outputs.set(`value_${index}`, value);
          host.state.save(`value_${index}`, value);
        });
        // Half of a surrogate pair has no bytes in UTF-8.
        const pairs = values.map((value, index) => ({
          name: `value_${index}`,
          value: Buffer.from(value).toString('utf8'),
        }));
        for (const name of names) {
          const written = readFileSync(join(folder, name), 'utf8');
          expect(readNamedValues(written, process.platform)).toEqual({ pairs, mistake: undefined });
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('text that is printed as plain', () => {
  /** .NET takes NEL for white space where JavaScript does not. */
  const commandsIn = (printed: string): unknown[] =>
    printed
      .split(/\r\n|\r|\n/)
      .flatMap((line) => parseWorkflowCommand(line.replace(/^[\s\u0085]+/, '')) ?? []);

  test('never is a command', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(commandsIn(withoutCommands(given))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    '::error::x',
    ' \t::add-mask::x',
    '\u0085::error::x',
    '\u00a0::error::x',
    'a\r::error::x',
    'a ##[error]x',
  ])('is not the command %j either', (given) => {
    expect(commandsIn(given)).toHaveLength(1);
    expect(commandsIn(withoutCommands(given))).toEqual([]);
  });
});
