import { describe, expect, test } from '@jest/globals';

import { cancelInputs, parseCancelRequest } from '../../../../src/inputs/commands/wait-and-cancel.js';
import { noFiles, sourceOf } from '../input-sources.js';
import { plainConnection, unfitDescriptions } from '../support/requests.js';

describe('parseCancelRequest', () => {
  test('reads connection, project, pipeline and token', async () => {
    const { request, warnings } = await parseCancelRequest(
      sourceOf({
        gitlab_url: 'example.com/gitlab',
        project_id: '42',
        pipeline_id: '257',
        access_token: 'glpat-x',
      }),
      noFiles,
    );
    const { accessToken, ...rest } = request;
    expect(rest).toEqual({
      connection: plainConnection('https://example.com/gitlab'),
      project: { kind: 'id', id: 42 },
      pipelineId: 257,
    });
    expect([accessToken.reveal(), warnings]).toEqual(['glpat-x', []]);
  });

  test('requires the access token', async () => {
    const parsing = parseCancelRequest(sourceOf({ project_id: '42', pipeline_id: '257' }), noFiles);
    await expect(parsing).rejects.toThrow(/^access_token was not given \[invalid_input\]\n.*scope api/);
  });
});

describe('the inputs of the cancel action', () => {
  test('have these names and defaults, in this order', () => {
    expect(cancelInputs.map((row) => [row.name, row.required, row.default ?? null])).toEqual([
      ['gitlab_url', 'never', 'https://gitlab.com'],
      ['project_id', 'always', null],
      ['pipeline_id', 'always', null],
      ['access_token', 'always', null],
      ['ca_certificate', 'never', null],
      ['request_headers', 'never', null],
      ['request_timeout', 'never', '30s'],
      ['allow_http', 'never', 'false'],
    ]);
  });

  test('have one-line descriptions that end as sentences', () => {
    expect(unfitDescriptions(cancelInputs)).toEqual([]);
  });
});
