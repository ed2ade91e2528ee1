import { describe, expect, test } from '@jest/globals';

import { type StartContext, failedAtCreation } from '../../../src/trigger/start-context.js';
import { pipelineWith } from '../../support/pipelines.js';

const context: StartContext = {
  via: 'trigger_token',
  project: { kind: 'path', path: 'group/app' },
  ref: 'main',
  gitlabUrl: 'https://gitlab.example.com',
};

describe('stillbirthOf', () => {
  test('a pipeline that is alive is none', () => {
    expect(failedAtCreation(pipelineWith({ status: 'created' }), context)).toBeUndefined();
  });

  test('a pipeline that failed at birth is shown with its YAML errors, cleaned', () => {
    const pipeline = pipelineWith({ status: 'failed', yamlErrors: 'jobs:build is empty\n\u001b[31msecond' });
    const error = failedAtCreation(pipeline, context);
    expect(error).toMatchObject({ code: 'ci_config_invalid', parts: { why: 'jobs:build is empty\nsecond' } });
  });
});
