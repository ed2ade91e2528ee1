import { describe, expect, test } from '@jest/globals';

import { commands } from '../../../src/cli/commands.js';
import { readWords } from '../../../src/cli/words.js';

describe('readWords', () => {
  test.each([
    { give: [], want: { first: undefined, command: undefined, flags: [], asksForHelp: false } },
    { give: [''], want: { first: '', command: undefined, flags: [''], asksForHelp: false } },
    {
      give: ['wait', '--json', '-h'],
      want: { first: 'wait', command: 'wait', flags: ['wait', '--json', '-h'], asksForHelp: true },
    },
    {
      give: ['wiat', '--help'],
      want: { first: 'wiat', command: undefined, flags: ['wiat', '--help'], asksForHelp: true },
    },
    {
      give: ['run', '--', '--help', '--json'],
      want: { first: 'run', command: 'run', flags: ['run'], asksForHelp: false },
    },
    {
      give: ['run', '--ref=--help', '-hx'],
      want: { first: 'run', command: 'run', flags: ['run', '--ref=--help', '-hx'], asksForHelp: false },
    },
    {
      give: ['--', 'run'],
      want: { first: '--', command: undefined, flags: [], asksForHelp: false },
    },
  ])('splits $give', ({ give, want }) => {
    const { first, command, flags, asksForHelp } = readWords(give, commands);
    expect({ first, command: command?.name, flags, asksForHelp }).toEqual(want);
  });
});
