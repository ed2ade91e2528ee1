import { expect, test } from '@jest/globals';

import { commandSource } from '../../../src/command/command-source.js';

const source = commandSource({
  given: new Map([
    ['ref', 'flag'],
    ['wait', ' '],
  ]),
  environment: {
    GITLAB_TRIGGER_REF: 'environment',
    GITLAB_TRIGGER_WAIT: 'true',
    GITLAB_TRIGGER_TOKEN: '',
    TOKEN: 'not ours',
  },
  host: { read: (name) => ({ ref: 'host', token: 'host', timeout: 'host' })[name] },
});

test.each([
  { name: 'ref', want: 'flag', why: 'a flag wins' },
  { name: 'wait', want: 'true', why: 'a blank flag counts as not given' },
  { name: 'token', want: 'host', why: 'a blank variable counts as not given' },
  { name: 'timeout', want: 'host', why: 'the host comes last' },
  { name: 'jobs', want: undefined, why: 'nobody gave it' },
])('$name is $want: $why', ({ name, want }) => {
  expect(source.read(name)).toBe(want);
});
