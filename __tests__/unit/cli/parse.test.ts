import { expect, test } from '@jest/globals';

import { commandSource } from '../../../src/cli/parse.js';

const places = {
  given: new Map([
    ['ref', 'flag'],
    ['wait', ' '],
  ]),
  environment: {
    GITLAB_TRIGGER_REF: 'environment',
    GITLAB_TRIGGER_WAIT: 'true',
    GITLAB_TRIGGER_TOKEN: '',
    GITLAB_TRIGGER_PROJECT_ID: 'environment',
    GITLAB_TRIGGER_ACCEPT: 'environment',
    TOKEN: 'not ours',
  },
  host: {
    read: (name: string) =>
      new Map([
        ['ref', 'host'],
        ['token', 'host'],
        ['timeout', 'host'],
        ['project_id', 'host'],
      ]).get(name),
  },
};

test.each([
  { name: 'ref', want: 'flag', why: 'a flag wins' },
  { name: 'wait', want: 'true', why: 'a blank flag counts as not given' },
  { name: 'token', want: 'host', why: 'a blank variable counts as not given' },
  { name: 'timeout', want: 'host', why: 'the host comes last' },
  { name: 'project_id', want: 'environment', why: 'the environment wins over the host' },
  { name: 'jobs', want: undefined, why: 'nobody gave it' },
])('$name is $want: $why', ({ name, want }) => {
  expect(commandSource(places).read(name)).toBe(want);
});

test.each([
  { name: 'ref', want: 'flag', why: 'a flag wins' },
  { name: 'project_id', want: 'host', why: 'it is written in the step' },
  {
    name: 'wait',
    want: 'true',
    why: 'it is written nowhere in the step, and a blank flag counts as not given',
  },
  { name: 'accept', want: 'environment', why: 'it is written nowhere in the step' },
  { name: 'token', want: 'host', why: 'a blank variable counts as not given' },
])('$name is $want where the host comes before the environment: $why', ({ name, want }) => {
  const host = { ...places.host, rank: 'above_environment' } as const;
  expect(commandSource({ ...places, host }).read(name)).toBe(want);
});
