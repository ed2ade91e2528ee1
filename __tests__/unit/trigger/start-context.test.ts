import { describe, expect, test } from '@jest/globals';

import { type StartContext, failedAtCreation } from '../../../src/trigger/start-context.js';
import { pipelineWith } from '../../support/pipelines.js';

const context: StartContext = {
  via: 'trigger_token',
  project: { kind: 'path', path: 'group/app' },
  ref: 'main',
  gitlabUrl: 'https://gitlab.example.com',
};

describe('failedAtCreation', () => {
  test('returns nothing for a pipeline that has not failed', () => {
    expect(failedAtCreation(pipelineWith({ status: 'created' }), context)).toBeUndefined();
  });

  test('shows a pipeline that failed at creation with its YAML errors, cleaned', () => {
    const pipeline = pipelineWith({ status: 'failed', yamlErrors: 'jobs:build is empty\n\u001b[31msecond' });
    const error = failedAtCreation(pipeline, context);
    expect(error).toMatchObject({ code: 'ci_config_invalid', parts: { why: 'jobs:build is empty\nsecond' } });
  });
});
