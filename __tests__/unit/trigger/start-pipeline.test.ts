import { describe, expect, test } from '@jest/globals';

import { Secret } from '../../../src/base/secret.js';
import type { Pipeline } from '../../../src/gitlab/pipeline.js';
import type { Reply } from '../../../src/gitlab/reply.js';
import type { Credentials, TriggerRequest } from '../../../src/inputs/trigger-request.js';
import type { StartContext } from '../../../src/trigger/start-context.js';
import { startPipeline, stillbirthOf } from '../../../src/trigger/start-pipeline.js';
import { lost, ok, pipelineWith, refused } from '../../support/pipelines.js';

const context: StartContext = {
  via: 'trigger_token',
  project: 'group/app',
  ref: 'main',
  gitlabUrl: 'https://gitlab.example.com',
};

function requestWith(credentials: Credentials): TriggerRequest {
  return {
    connection: {
      apiUrl: new URL('https://gitlab.example.com/api/v4/'),
      gitlabUrl: 'https://gitlab.example.com',
      requestTimeoutMs: 30_000,
      caCertificate: undefined,
      requestHeaders: [],
    },
    project: { kind: 'path', path: 'group/app' },
    ref: 'main',
    credentials,
    variables: { A: '1' },
    pipelineInputs: { replicas: 3 },
    forwardContext: false,
    supersede: false,
    follow: undefined,
    report: { logs: 'failed', logLines: 50, summary: true },
  };
}

const token = new Secret('glptt-x');
const mark = { key: 'GitHub Actions | owner/app', run: '1.1.abc' };
const byTrigger = requestWith({ kind: 'trigger', token, tokenKind: 'trigger_token', accessToken: undefined });

async function startWith(reply: Reply<Pipeline>): Promise<Pipeline> {
  const calls: string[] = [];
  const starter = {
    triggerPipeline: () => {
      calls.push('trigger');
      return Promise.resolve(reply);
    },
    createPipeline: () => {
      throw new Error('the access token was not to be used');
    },
  };
  try {
    return await startPipeline(starter, byTrigger, { context, mark, signal: new AbortController().signal });
  } finally {
    expect(calls).toEqual(['trigger']);
  }
}

describe('startPipeline', () => {
  test('sends what was asked for, with the trigger token', async () => {
    const sent: unknown[] = [];
    const signal = new AbortController().signal;
    const starter = {
      triggerPipeline: (...call: readonly unknown[]) => {
        sent.push(call);
        return Promise.resolve(ok(pipelineWith()));
      },
      createPipeline: () => {
        throw new Error('the access token was not to be used');
      },
    };
    expect(await startPipeline(starter, byTrigger, { context, mark, signal })).toEqual(pipelineWith());
    const call = {
      project: { kind: 'path', path: 'group/app' },
      ref: 'main',
      variables: { A: '1' },
      inputs: { replicas: 3 },
      token,
      mark,
    };
    expect(sent).toEqual([[call, signal]]);
  });

  test('creates the pipeline with the access token when that is the only one', async () => {
    const starter = {
      triggerPipeline: () => {
        throw new Error('there is no trigger token');
      },
      createPipeline: () => Promise.resolve(ok(pipelineWith())),
    };
    const request = requestWith({ kind: 'access', accessToken: new Secret('glpat-x') });
    const signal = new AbortController().signal;
    expect(await startPipeline(starter, request, { context, mark, signal })).toEqual(pipelineWith());
  });

  test.each([
    { name: 'a lost connection', reply: lost('maybe') },
    { name: 'an internal error', reply: refused({ status: 500, texts: ['500 Internal Server Error'] }) },
    { name: 'a gateway that gave up', reply: refused({ status: 504, shape: 'html' }) },
    {
      name: 'a body that cannot be read',
      reply: { kind: 'unreadable', status: 201, why: 'cut JSON', hints: {} } as const,
    },
  ])('after $name it is not known whether a pipeline was started, and it says so', async ({ reply }) => {
    await expect(startWith(reply)).rejects.toMatchObject({
      code: 'start_uncertain',
      exitCode: 4,
      parts: { cure: expect.stringContaining('https://gitlab.example.com/group/app/-/pipelines') },
    });
  });

  test('a request that certainly never arrived is said to have failed', async () => {
    await expect(startWith(lost('no'))).rejects.toMatchObject({ code: 'connection_lost', exitCode: 4 });
  });

  test('maintenance is a refusal, nothing was started', async () => {
    const reply = refused({ status: 503, texts: ['GitLab is undergoing maintenance'] });
    await expect(startWith(reply)).rejects.toMatchObject({ code: 'maintenance', exitCode: 3 });
  });
});

describe('stillbirthOf', () => {
  test('a pipeline that is alive is none', () => {
    expect(stillbirthOf(pipelineWith({ status: 'created' }), context)).toBeUndefined();
  });

  test('a pipeline that failed at birth is shown with its YAML errors', () => {
    const error = stillbirthOf(
      pipelineWith({ status: 'failed', yamlErrors: 'jobs:build is empty' }),
      context,
    );
    expect(error).toMatchObject({ code: 'ci_config_invalid', parts: { why: 'jobs:build is empty' } });
  });
});
