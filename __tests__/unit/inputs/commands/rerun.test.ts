import { describe, expect, test } from '@jest/globals';

import { parseTriggerRequest } from '../../../../src/inputs/commands/trigger.js';
import { noFiles, sourceOf } from '../input-sources.js';

const least = { project_id: 'group/app', ref: 'main', token: 'glptt-a', access_token: 'glpat-b' };

async function parse(given: Readonly<Record<string, string>>) {
  return await parseTriggerRequest(sourceOf({ ...least, ...given }), noFiles);
}

describe('on_rerun', () => {
  test.each([{}, { on_rerun: '' }, { on_rerun: 'new', rerun_key: 'x' }])(
    'asks for nothing unless it is given: %j',
    async (given) => {
      expect((await parse(given)).request.rerun).toBeUndefined();
    },
  );

  test.each(['follow', 'retry'] as const)('takes %s, and the key of the leg', async (mode) => {
    const { request } = await parse({ on_rerun: mode, rerun_key: ' {"os":"linux"}\n' });
    expect(request.rerun).toEqual({ mode, key: '{"os":"linux"}' });
  });

  test.each(['', '${{ toJSON(matrix) }}'])('has no key that nobody has filled in: %j', async (key) => {
    expect((await parse({ on_rerun: 'follow', rerun_key: key })).request.rerun?.key).toBeUndefined();
  });

  test.each([
    { given: { on_rerun: 'always' }, says: /on_rerun is "always"[^]*new, follow, retry/ },
    {
      given: { on_rerun: 'follow', access_token: '' },
      says: /no other token may find the pipeline[^]*read_api/,
    },
    {
      given: { on_rerun: 'retry', access_token: '' },
      says: /no other token may find and retry[^]*scope api/,
    },
    { given: { on_rerun: 'follow', token: '' }, says: /has no mark to recognize it by/ },
    { given: { on_rerun: 'follow', rerun_key: 'a\0b' }, says: /rerun_key has a zero byte/ },
  ])('is refused as $given', async ({ given, says }) => {
    await expect(parse(given)).rejects.toThrow(says);
  });
});
