import { readFile } from 'node:fs/promises';
import { inspect } from 'node:util';

import { describe, expect, test } from '@jest/globals';

import { systemClock } from '../../../src/base/clock.js';
import {
  AbortedError,
  AppError,
  InputError,
  RefusedError,
  UnreachableError,
} from '../../../src/base/errors.js';
import { createMasker } from '../../../src/hosts/redaction/redaction.js';
import { createNodeTransport } from '../../../src/http/node-transport.js';
import type { LibraryDeps } from '../../../src/library/call.js';
import { cancelPipeline } from '../../../src/library/cancel-pipeline.js';
import { followPipeline } from '../../../src/library/follow-pipeline.js';
import type { FollowOptions, TriggerOptions } from '../../../src/library/options.js';
import { triggerPipeline } from '../../../src/library/trigger-pipeline.js';
import type { PipelineEvent } from '../../../src/model/events.js';
import { FaultPlan } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import { requestLines, withSimulator } from '../../e2e/support/with-simulator.js';
import { endlessScript, oneProject, quickScript, tokens, valid } from '../../support/one-project.js';

const deps: LibraryDeps = {
  clock: systemClock,
  random: () => 0.5,
  environment: {},
  files: { readText: (path) => readFile(path, 'utf8') },
  createTransport: createNodeTransport,
  createMasker,
};

const app = { projectId: 'group/app', accessToken: tokens.api } as const;

function triggerOf(gitlabUrl: string, options: Partial<TriggerOptions> = {}): TriggerOptions {
  return { gitlabUrl, ...app, ref: 'main', token: tokens.trigger, ...options };
}

async function eventsOf(options: FollowOptions): Promise<readonly PipelineEvent[]> {
  const events: PipelineEvent[] = [];
  for await (const event of followPipeline(deps, options)) events.push(event);
  return events;
}

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('a pipeline of the library', () => {
  test('of an earlier attempt is retried, and no other one is started', async () => {
    const scenario = oneProject({ ci: valid(quickScript('failed', { resultAfterRetry: 'success' })) });
    await withSimulator({ scenario }, async ({ url, requests }) => {
      const attempt = async (number: number): Promise<number> => {
        const options = triggerOf(url, { onRerun: 'retry', attempt: { run: 'nightly 7', number } });
        return (await triggerPipeline(deps, options)).id;
      };
      const follow = { gitlabUrl: url, ...app, pipelineId: 257, pollInterval: '1s' };
      expect(await attempt(1)).toBe(257);
      expect((await eventsOf(follow)).at(-1)).toMatchObject({ verdict: { outcome: 'failed' } });
      expect(await attempt(2)).toBe(257);
      expect((await eventsOf(follow)).at(-1)).toMatchObject({ verdict: { outcome: 'success' } });
      expect(requestLines(requests).filter((line) => /^POST .*(?:pipeline|retry)$/.test(line)).length).toBe(
        2,
      );
    });
  });

  test.each([undefined, { run: '', number: 1 }, { run: 'a', number: 0 }, { run: 'a', number: 1.5 }])(
    'of no attempt is taken up: %j',
    async (attempt) => {
      const error = await errorOf(
        triggerPipeline(deps, triggerOf('http://127.0.0.1:9', { onRerun: 'follow', attempt })),
      );
      expect(error).toMatchObject({ code: 'invalid_input' });
      expect(String(error)).toContain('attempt does not name one, so nothing was started');
    },
  );

  test.each(['success', 'failed'] as const)('is started and followed to %s', async (result) => {
    const scenario = oneProject({ ci: valid(quickScript(result)) });
    await withSimulator({ scenario }, async ({ url }) => {
      const { id, ref, status } = await triggerPipeline(deps, triggerOf(url, { variables: { A: 1 } }));
      expect([id, ref, status]).toEqual([257, 'main', 'created']);
      const events = await eventsOf({ gitlabUrl: url, ...app, pipelineId: id, pollInterval: '1s' });
      const [last] = events.slice(-1);
      expect(last).toMatchObject({ kind: 'ended', verdict: { outcome: result, pipeline: { id: 257 } } });
      expect(events.filter(({ kind }) => kind === 'snapshot').length).toBeGreaterThan(0);
      expect(events.flatMap((event) => (event.kind === 'job_changed' ? [event.job.status] : []))).toContain(
        result,
      );
    });
  });

  test('is not started with dry_run, which is no option here', async () => {
    await withSimulator({ scenario: oneProject() }, async ({ url, requests }) => {
      const options = { ...triggerOf(url), dryRun: true };
      expect(await errorOf(triggerPipeline(deps, options))).toBeInstanceOf(InputError);
      expect(requestLines(requests)).toEqual([]);
    });
  });

  test('gives a verdict, not an error, when it is too slow', async () => {
    const scenario = oneProject({ ci: valid(endlessScript) });
    await withSimulator({ scenario }, async ({ url }) => {
      const { id } = await triggerPipeline(deps, triggerOf(url));
      const events = await eventsOf({ gitlabUrl: url, ...app, pipelineId: id, timeout: '1s' });
      expect(events.at(-1)).toMatchObject({ kind: 'ended', verdict: { outcome: 'timeout' } });
    });
  });

  test('is canceled, and has ended the second time', async () => {
    const scenario = oneProject({ ci: valid(endlessScript) });
    await withSimulator({ scenario }, async ({ url }) => {
      const { id } = await triggerPipeline(deps, triggerOf(url));
      const cancel = { gitlabUrl: url, ...app, pipelineId: id };
      expect((await cancelPipeline(deps, cancel)).map(({ result }) => result)).toEqual(['canceled']);
      expect((await cancelPipeline(deps, cancel))[0]?.pipeline.status).toBe('canceled');
    });
  });

  test('continues when the loop is left, and nothing is polled any more', async () => {
    const scenario = oneProject({ ci: valid(endlessScript) });
    await withSimulator({ scenario }, async ({ url, gitlab, requests }) => {
      const { id } = await triggerPipeline(deps, triggerOf(url));
      for await (const { kind } of followPipeline(deps, { gitlabUrl: url, ...app, pipelineId: id })) {
        if (kind === 'snapshot') break;
      }
      const asked = requests.length;
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(requests.length).toBe(asked);
      expect(['created', 'pending', 'running']).toContain(gitlab.pipelines()[0]?.status);
    });
  });
});

describe('the abort of a call', () => {
  test('before the call sends nothing', async () => {
    await withSimulator({ scenario: oneProject() }, async ({ url, requests }) => {
      const signal = AbortSignal.abort('enough');
      const error = await errorOf(triggerPipeline(deps, triggerOf(url, { signal })));
      expect(error).toBeInstanceOf(AbortedError);
      expect((error as AbortedError).cause).toBe('enough');
      expect(requests).toEqual([]);
    });
  });

  test('during the start does not hide the created pipeline', async () => {
    const faults = new FaultPlan([{ when: { method: 'POST' }, fault: { kind: 'drip', everyMs: 1 } }]);
    await withSimulator({ scenario: oneProject(), faults }, async ({ url, requests }) => {
      const stop = new AbortController();
      const started = triggerPipeline(deps, triggerOf(url, { signal: stop.signal }));
      while (!requests.some(({ method }) => method === 'POST'))
        await new Promise((resolve) => setTimeout(resolve, 1));
      stop.abort();
      expect((await started).id).toBe(257);
    });
  });

  test('ends following, and leaves the pipeline', async () => {
    const scenario = oneProject({ ci: valid(endlessScript) });
    await withSimulator({ scenario }, async ({ url, requests }) => {
      const { id } = await triggerPipeline(deps, triggerOf(url));
      const stop = new AbortController();
      const seen: string[] = [];
      const follow = async (): Promise<void> => {
        const { signal } = stop;
        for await (const { kind } of followPipeline(deps, {
          gitlabUrl: url,
          ...app,
          pipelineId: id,
          signal,
        })) {
          seen.push(kind);
          stop.abort();
        }
      };
      expect(await errorOf(follow())).toMatchObject({ code: 'aborted', stopSignal: 'AbortSignal' });
      expect(seen.length).toBeGreaterThan(0);
      expect(requestLines(requests).filter((line) => line.includes('cancel'))).toEqual([]);
    });
  });
});

describe('the errors of the library', () => {
  test.each([
    { change: { projectId: '' }, want: InputError, code: 'invalid_input' },
    {
      change: { ref: 'a..b', token: undefined, accessToken: undefined },
      want: InputError,
      code: 'invalid_input',
    },
    {
      change: { token: 'glptt-wrong', accessToken: undefined },
      want: RefusedError,
      code: 'trigger_not_found',
    },
    { change: { gitlabUrl: 'http://127.0.0.1:1' }, want: UnreachableError, code: 'connection_refused' },
  ])('of $change are recognized by their class and code', async ({ change, want, code }) => {
    await withSimulator({ scenario: oneProject() }, async ({ url }) => {
      const hasty: LibraryDeps = {
        ...deps,
        clock: { ...systemClock, schedule: (delayMs, call) => systemClock.schedule(delayMs / 500, call) },
      };
      const options = triggerOf(url, { requestTimeout: '10m', ...change });
      const error = await errorOf(triggerPipeline(hasty, options));
      expect(error).toBeInstanceOf(want);
      expect(error).toMatchObject({ code });
    });
  });

  test('hold no token, whatever the server says', async () => {
    const body = JSON.stringify({ message: { base: [`bad ${tokens.trigger} and ${tokens.api}`] } });
    const faults = new FaultPlan([
      { when: { method: 'POST' }, fault: { kind: 'status', status: 400, work: 'not_done', body } },
    ]);
    await withSimulator({ scenario: oneProject(), faults }, async ({ url }) => {
      const error = await errorOf(triggerPipeline(deps, triggerOf(url)));
      expect(error).toMatchObject({ exitCode: 3 });
      expect(JSON.stringify(error) + String(error)).toContain('bad *** and ***');
      expect(JSON.stringify(error) + String(error)).not.toMatch(/glptt-|glpat-/);
    });
  });

  test.each([
    { name: 'the id of the request', headers: (hidden: string) => ({ 'x-request-id': hidden }), status: 400 },
    {
      name: 'the target of a redirect',
      headers: (hidden: string) => ({ location: `https://login.example.com/${hidden}?t=${hidden}` }),
      status: 302,
    },
    { name: 'words that are JSON', headers: () => ({}), status: 400 },
    { name: 'words of a status 201', headers: () => ({}), status: 201 },
  ])('hold no piece of a token that is hidden in $name', async ({ headers, status }) => {
    const token = '5f0c1d2e3b4a59687786950a1b2c3d4e5f607182';
    const disguises: readonly ((secret: string) => string)[] = [
      (secret) => secret,
      (secret) => `${secret.slice(0, 12)}%E2%80%8B${secret.slice(12)}`,
      (secret) => Buffer.from(`oauth2:${secret}`).toString('base64url'),
      (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
    ];
    const unseen = Array.from(token).join('\u200b\u001b[0m\u0000');
    const swallowed = `\u001b[${token} ${'\u001b[0m'.repeat(189)}${token}`;
    for (const disguise of disguises) {
      const body = JSON.stringify({ message: `no ${unseen} ${swallowed}`, id: 'x', status: unseen });
      const faults = new FaultPlan([
        {
          when: { method: 'POST' },
          fault: { kind: 'status', status, work: 'not_done', body, headers: headers(disguise(token)) },
        },
      ]);
      await withSimulator({ scenario: oneProject(), faults }, async ({ url }) => {
        const options = triggerOf(url, { token, accessToken: undefined });
        const error = await errorOf(triggerPipeline(deps, options));
        expect(error).toBeInstanceOf(AppError);
        const shown = inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error);
        for (const form of [token, disguise(token)]) {
          const pieces = Array.from({ length: form.length - 7 }, (_, at) => form.slice(at, at + 8));
          // What is left of the user's name, and of an escape, is no piece of the token.
          const random = pieces.filter(
            (piece) => /\d/.test(piece) && !/%|b2F1dGgyOj/.test(piece) && !'b2F1dGgyOj'.includes(piece),
          );
          expect(random.filter((piece) => shown.replace(/\s/g, '').includes(piece)).slice(0, 3)).toEqual([]);
        }
      });
    }
  });
});
