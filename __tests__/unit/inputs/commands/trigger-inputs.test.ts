import { describe, expect, test } from '@jest/globals';

import { triggerInputs, triggerTable } from '../../../../src/inputs/commands/trigger.js';
import { readInputs } from '../../../../src/inputs/table.js';
import { noFiles, sourceOf } from '../input-sources.js';
import { unfitDescriptions } from '../support/requests.js';

describe('the inputs of the trigger action', () => {
  test('have these names and defaults, in this order', () => {
    expect(triggerInputs.map((row) => [row.name, row.default ?? null])).toEqual([
      ['gitlab_url', 'https://gitlab.com'],
      ['project_id', null],
      ['ref', null],
      ['token', null],
      ['access_token', null],
      ['variables', null],
      ['variables_file', null],
      ['inputs', null],
      ['forward_context', 'false'],
      ['expected_sha', null],
      ['wait_for_commit', null],
      ['accept_newer_commit', 'false'],
      ['sync_mirror', 'false'],
      ['dry_run', 'false'],
      ['wait', 'false'],
      ['jobs', null],
      ['accept', 'success, warnings'],
      ['on_manual', 'stop'],
      ['retry_failed', '0'],
      ['retry_on', 'infrastructure'],
      ['downstream', 'show'],
      ['timeout', '1h'],
      ['queue_timeout', null],
      ['outage_timeout', '5m'],
      ['poll_interval', 'auto'],
      ['cancel_on', 'abort'],
      ['supersede', 'false'],
      ['on_rerun', 'new'],
      ['rerun_key', '${{ toJSON(matrix) }}'],
      ['logs', 'failed'],
      ['log_lines', '50'],
      ['summary', 'true'],
      ['values_from', null],
      ['mask_values', null],
      ['values_as_outputs', 'false'],
      ['artifacts', null],
      ['artifacts_path', 'gitlab-artifacts'],
      ['junit_file', null],
      ['results_on', 'success'],
      ['github_token', null],
      ['comment', 'false'],
      ['commit_status', null],
      ['ca_certificate', null],
      ['request_headers', null],
      ['request_timeout', '30s'],
      ['allow_http', 'false'],
    ]);
  });

  test('always require project_id and ref', () => {
    const required = triggerInputs.filter((row) => row.required === 'always').map((row) => row.name);
    expect(required).toEqual(['project_id', 'ref']);
  });

  test('have one-line descriptions that end as sentences', () => {
    expect(unfitDescriptions(triggerInputs)).toEqual([]);
  });

  test('accept their own defaults', async () => {
    const nothingGiven = await readInputs(triggerTable, {
      source: sourceOf({ project_id: '1', ref: 'main' }),
      files: noFiles,
    });
    expect(Object.values(nothingGiven).filter((outcome) => outcome.kind === 'wrong')).toEqual([]);
  });
});
