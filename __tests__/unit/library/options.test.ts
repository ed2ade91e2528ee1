import { describe, expect, test } from '@jest/globals';

import { InputError } from '../../../src/base/errors.js';
import { type FollowOptions, type TriggerOptions, optionSource } from '../../../src/library/options.js';

const options: TriggerOptions & FollowOptions = {
  projectId: 42,
  pipelineId: '257',
  ref: 'main',
  gitlabUrl: undefined,
  allowHttp: false,
  variables: { A: '1=2\n3', B: 4, C: true },
  inputs: { list: [1, { deep: null }] },
  jobs: ['unit', 'deploy-*'],
  requestHeaders: { 'X-One': 'a', 'X-Two': 'b: c' },
  signal: new AbortController().signal,
};

describe('optionSource', () => {
  test.each([
    { name: 'project_id', want: '42' },
    { name: 'pipeline_id', want: '257' },
    { name: 'ref', want: 'main' },
    { name: 'gitlab_url', want: undefined },
    { name: 'allow_http', want: 'false' },
    { name: 'variables', want: '{"A":"1=2\\n3","B":4,"C":true}' },
    { name: 'inputs', want: '{"list":[1,{"deep":null}]}' },
    { name: 'jobs', want: 'unit\ndeploy-*' },
    { name: 'request_headers', want: 'X-One: a\nX-Two: b: c' },
    { name: 'signal', want: undefined },
    { name: 'token', want: undefined },
  ])('reads $name', ({ name, want }) => {
    expect(optionSource(options).read(name)).toBe(want);
  });

  test.each(['a\nX-Evil: b', 'a\rb'])('refuses a header of several lines: %j', (value) => {
    const read = (): unknown => optionSource({ projectId: 1, requestHeaders: { 'X-One': value } });
    expect(read).toThrow(InputError);
    expect(read).not.toThrow('Evil');
  });
});
