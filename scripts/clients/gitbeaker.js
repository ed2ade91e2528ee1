// @ts-check
// @gitbeaker/rest, which is installed for the tests; these call through the command's own server.
import { Gitlab } from '@gitbeaker/rest';

import { check, tokens } from './client.js';

/**
 * @param {unknown} is
 * @param {unknown} want
 */
function unless(is, want) {
  return JSON.stringify(is) === JSON.stringify(want) ? undefined : `gave ${JSON.stringify(is)}`;
}

/** @type {import('./client.js').Client} */
export const gitbeaker = {
  name: '@gitbeaker/rest',
  version: '43.8.0',
  missing: () => Promise.resolve(undefined),
  run: async ({ url }) => {
    const client = new Gitlab({ host: url, token: tokens.access });
    const { trigger } = tokens;
    return [
      await check('Users.showCurrentUser', async () =>
        unless((await client.Users.showCurrentUser()).username, 'ada'),
      ),
      await check('Projects.all', async () =>
        unless(
          (await client.Projects.all({ membership: true })).map(({ id }) => id),
          [42],
        ),
      ),
      await check('Projects.show', async () => unless((await client.Projects.show('group/app')).id, 42)),
      await check('Branches.all', async () =>
        unless(
          (await client.Branches.all(42)).map(({ name }) => name),
          ['fails', 'feature/x', 'main'],
        ),
      ),
      await check('Tags.all', async () =>
        unless(
          (await client.Tags.all(42)).map(({ name }) => name),
          ['v1'],
        ),
      ),
      await check('Commits.show', async () => unless((await client.Commits.show(42, 'main')).id.length, 40)),
      await check('Lint.check', async () => unless((await client.Lint.check(42, {})).valid, true)),
      await check('PipelineTriggerTokens.trigger', async () =>
        unless((await client.PipelineTriggerTokens.trigger(42, 'main', trigger)).ref, 'main'),
      ),
      await check('Pipelines.all', async () => unless((await client.Pipelines.all(42)).length > 0, true)),
      await check('Jobs.all', async () =>
        unless((await client.Jobs.all(42, { pipelineId: 257 })).map(({ name }) => name).sort(), [
          'compile',
          'publish',
          'unit',
        ]),
      ),
      await check('Pipelines.cancel', async () =>
        unless((await client.Pipelines.cancel(42, 257)).status, 'canceled'),
      ),
      await check('PipelineTriggerTokens.all', async () =>
        unless((await client.PipelineTriggerTokens.all(42)).length, 1),
      ),
      await check('Metadata.show', async () =>
        unless((await client.Metadata.show()).version.slice(0, 4), '19.3'),
      ),
    ];
  },
};
