import { describe, expect, test } from '@jest/globals';

import { parseTriggerRequest } from '../../../src/inputs/commands/trigger.js';
import { parseWaitRequest } from '../../../src/inputs/commands/wait-and-cancel.js';
import { parseFeedbackRequest } from '../../../src/inputs/feedback.js';
import { noFiles, sourceOf } from './input-sources.js';
import { leastTriggerInputs, refusalOf } from './support/requests.js';

const githubToken = 'ghs_0123456789abcdefghijkl';

describe('the feedback inputs', () => {
  test.each([
    { give: {}, want: undefined },
    { give: { github_token: githubToken, comment: 'False' }, want: undefined },
    {
      give: { comment: 'true' },
      want: { comment: { kind: 'kept', name: undefined }, commitStatus: undefined },
    },
    {
      give: { comment: ' eu west / staging ' },
      want: { comment: { kind: 'kept', name: 'eu west / staging' }, commitStatus: undefined },
    },
    {
      give: { commit_status: 'gitlab/tests' },
      want: { comment: { kind: 'none' }, commitStatus: 'gitlab/tests' },
    },
  ])('are read from $give', async ({ give, want }) => {
    const request = await parseFeedbackRequest(sourceOf({ github_token: githubToken, ...give }), noFiles);
    if (request === undefined || want === undefined) {
      expect(request).toBe(want);
      return;
    }
    const { token, ...rest } = request;
    expect(token.reveal()).toBe(githubToken);
    expect(rest).toEqual(want);
  });

  test.each([
    { give: { comment: 'tru' }, want: 'comment is "tru"' },
    { give: { comment: 'yes' }, want: 'comment is "yes"' },
    { give: { comment: 'a\nb' }, want: 'comment is "a b"' },
    { give: { comment: 'x'.repeat(101) }, want: 'comment is' },
    { give: { commit_status: 'true' }, want: 'commit_status is "true"' },
    { give: { commit_status: 'a\u202eb' }, want: 'commit_status is' },
    { give: { commit_status: githubToken }, want: 'commit_status holds a token (not shown)' },
    { give: { comment: 'true', github_token: '' }, want: 'comment was given, but github_token was not' },
    {
      give: { commit_status: 'x', github_token: ' ' },
      want: 'commit_status was given, but github_token was not',
    },
    {
      give: { github_token: 'glpat-0123456789abcdefghij' },
      want: 'github_token is a personal, project or group access token',
    },
    { give: { github_token: 'a b' }, want: 'github_token has white space inside (not shown)' },
  ])('are refused: $give', async ({ give, want }) => {
    const source = sourceOf({ github_token: githubToken, ...give });
    expect((await refusalOf(parseFeedbackRequest(source, noFiles))).message).toContain(want);
  });

  test.each([{ comment: 'true' }, { commit_status: 'gitlab' }])(
    'require a step that waits: %j',
    async (selector) => {
      const source = sourceOf({ ...leastTriggerInputs, github_token: githubToken, ...selector });
      expect((await refusalOf(parseTriggerRequest(source, noFiles))).message).toContain(
        'was given, but wait is false',
      );
      const waiting = sourceOf({
        ...leastTriggerInputs,
        github_token: githubToken,
        ...selector,
        wait: 'true',
      });
      const { request } = await parseTriggerRequest(waiting, noFiles);
      expect(request.feedback).toBeDefined();
    },
  );

  test('are accepted by the sub-action wait', async () => {
    const source = sourceOf({
      project_id: '42',
      pipeline_id: '257',
      github_token: githubToken,
      comment: 'true',
    });
    const { request } = await parseWaitRequest(source, noFiles);
    expect(request.feedback?.comment).toEqual({ kind: 'kept', name: undefined });
  });
});
