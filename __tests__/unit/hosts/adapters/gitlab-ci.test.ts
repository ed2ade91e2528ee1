import { expect, test } from '@jest/globals';

import { gitlabCiHost } from '../../../../src/hosts/adapters/gitlab-ci.js';
import { memoryMeans } from '../support/memory-means.js';

test.each([
  { server: 'https://gitlab.example.org', want: [['gitlab_url'], ['token', 'access_token']] },
  // It is the default.
  { server: 'https://gitlab.com', want: [['token', 'access_token']] },
  { server: '', want: [['token', 'access_token']] },
])('a job on $server gets a hint about $want', ({ server, want }) => {
  const { hints = [] } = gitlabCiHost(memoryMeans({ CI_SERVER_URL: server }).means);
  expect(hints.map(({ inputs }) => inputs)).toEqual(want);
});

test.each([
  { give: { CI_COMMIT_TAG: 'v1', CI_COMMIT_REF_NAME: 'v1' }, want: 'refs/tags/v1' },
  { give: { CI_COMMIT_BRANCH: 'main', CI_COMMIT_REF_NAME: 'main' }, want: 'refs/heads/main' },
  { give: {}, want: undefined },
])('the ref of $give is $want', ({ give, want }) => {
  expect(gitlabCiHost(memoryMeans(give).means).context().ref).toBe(want);
});

test("outputs beyond GitLab's limit are omitted, and the first ones stay", () => {
  const { means, record } = memoryMeans({ CI_PROJECT_DIR: '/builds/app' });
  const { outputs } = gitlabCiHost(means);
  for (let count = 1; count <= 21; count += 1) outputs.set(`value_KEY_${count}`, String(count));
  outputs.set('value_KEY_1', 'anew');
  const lines = record.files.get('/builds/app/gitlab-trigger.env')?.trimEnd().split('\n') ?? [];
  expect([lines.length, lines.at(-1)]).toEqual([20, 'TRIGGERED_VALUE_KEY_1=anew']);
  expect(record.printed()).toMatch(
    /^The output value_KEY_21 was left out: there is room for 20 outputs here/,
  );
});
