import { describe, expect, test } from '@jest/globals';

import { InputError } from '../../../../src/base/errors.js';
import { bitbucketPipelinesHost } from '../../../../src/hosts/adapters/bitbucket-pipelines.js';
import { circleciHost } from '../../../../src/hosts/adapters/circleci.js';
import { memoryMeans } from '../support/memory-means.js';

const names = ['pipeline_id', 'outcome', 'values'];
const hosts = [
  { id: 'circleci', open: circleciHost, variable: 'BASH_ENV' },
  { id: 'bitbucket', open: bitbucketPipelinesHost, variable: 'BITBUCKET_PIPELINES_VARIABLES_PATH' },
] as const;

function assignments(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, unset, name = '', value = ''] of text.matchAll(
    /^(?:unset (.*)|(?:export )?(\w+)='?(.*?)'?)$/gm,
  )) {
    if (unset === undefined) found[name] = value;
    else for (const each of unset.split(' ')) found[each] = '';
  }
  return found;
}

describe.each(hosts)('the file of $id', ({ open, variable }) => {
  const environment = { [variable]: '/file' };

  test('has nothing of an earlier call in the same step', () => {
    const { means, record } = memoryMeans(environment);
    const first = open(means).outputs;
    first.clear?.(names);
    for (const name of [...names, 'value_image', 'value_Image']) first.set(name, '1');
    open(means).outputs.clear?.(names);
    expect(assignments(record.files.get('/file') ?? '')).toEqual({
      TRIGGERED_PIPELINE_ID: '',
      TRIGGERED_OUTCOME: '',
      TRIGGERED_VALUES: '',
      TRIGGERED_VALUE_image: '',
      TRIGGERED_VALUE_Image: '',
    });
  });

  test('has the outputs of a third call after those of the others', () => {
    const { means, record } = memoryMeans(environment);
    for (const id of ['1', '2', '3']) {
      const { outputs } = open(means);
      outputs.clear?.(names);
      outputs.set('pipeline_id', id);
      if (id !== '3') outputs.set('outcome', 'success');
    }
    expect(assignments(record.files.get('/file') ?? '')).toEqual({
      TRIGGERED_PIPELINE_ID: '3',
      TRIGGERED_OUTCOME: '',
    });
  });

  test('keeps what is not ours, and is not touched without anything of ours', () => {
    const { means, record } = memoryMeans(environment);
    const theirs = "export TRIGGERED_BY='me'\nTRIGGERED_BY=me\nPIPELINE_ID=5\nMY_TRIGGERED_OUTCOME=1\n";
    means.appendText('/file', theirs);
    open(means).outputs.clear?.(names);
    expect(record.files.get('/file')).toBe(theirs);
  });

  test('need not exist, nor be named', () => {
    const { means, record } = memoryMeans(environment);
    open(means).outputs.clear?.(names);
    open({ ...means, environment: {} }).outputs.clear?.(names);
    expect(record.files.size).toBe(0);
  });

  test('that cannot be written prevents the start if it has outputs of an earlier call', () => {
    const { means } = memoryMeans(environment);
    open(means).outputs.set('outcome', 'success');
    const full = {
      ...means,
      appendText: () => {
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    };
    expect(() => open(full).outputs.clear?.(names)).toThrow(InputError);
    expect(() => open(full).outputs.clear?.(names)).toThrow('ENOSPC');
  });
});

test('on circleci, a value that contains a line of the script hides nothing', () => {
  const { means, record } = memoryMeans({ BASH_ENV: '/file' });
  const { outputs } = circleciHost(means);
  outputs.set('outcome', 'success');
  outputs.set('values', 'a\nunset TRIGGERED_OUTCOME\nb');
  circleciHost(means).outputs.clear?.(names);
  expect(record.files.get('/file')).toMatch(/\nunset TRIGGERED_OUTCOME TRIGGERED_VALUES\n$/);
});

test('on bitbucket, emptied outputs count against its limit', () => {
  const { means, record } = memoryMeans({ BITBUCKET_PIPELINES_VARIABLES_PATH: '/file' });
  const first = bitbucketPipelinesHost(means).outputs;
  for (let at = 1; at <= 40; at += 1) first.set(`value_A${at}`, '1');
  const second = bitbucketPipelinesHost(means).outputs;
  second.clear?.(names);
  for (let at = 1; at <= 40; at += 1) second.set(`value_B${at}`, '1');
  expect(Object.keys(assignments(record.files.get('/file') ?? ''))).toHaveLength(50);
});
