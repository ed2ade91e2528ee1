import { describe, expect, test } from '@jest/globals';

import { AbortedError } from '../../../../src/base/errors.js';
import type { FailedGitHubReply } from '../../../../src/github/reply.js';
import { TransportFault } from '../../../../src/http/transport.js';
import { FeedbackTimeout, createFeedbackChannel, neededFor } from '../../../../src/run/feedback/queue.js';

const call = { what: 'The comment could not be kept up to date', needs: 'pull-requests: write' };
const outage: FailedGitHubReply = {
  kind: 'fault',
  fault: new TransportFault({ kind: 'reset', reached: 'maybe', message: 'the connection broke' }),
};
const moved: FailedGitHubReply = { kind: 'unreadable', status: 200, why: 'is a page' };

/** Work that tells its name, and ends as it is told. */
function telling(): {
  readonly told: readonly string[];
  readonly closed: readonly string[];
  readonly work: (
    name: string,
    end?: FailedGitHubReply | Error,
  ) => [() => Promise<FailedGitHubReply | undefined>, () => void];
} {
  const told: string[] = [];
  const closed: string[] = [];
  return {
    told,
    closed,
    work: (name, end) => [
      () => {
        told.push(name);
        return end instanceof Error ? Promise.reject(end) : Promise.resolve(end);
      },
      () => closed.push(name),
    ],
  };
}

const refusal = (status: number): FailedGitHubReply =>
  ({
    kind: 'refused',
    refusal: { status, texts: ['Resource not accessible by integration'] },
  }) as unknown as FailedGitHubReply;

describe('the queue of feedback', () => {
  test('sends one message after the other, in order', async () => {
    const { told, work } = telling();
    const channel = createFeedbackChannel(call);
    const running: string[] = [];
    channel.add(async () => {
      running.push('first begins');
      await Promise.resolve();
      running.push('first ends');
      return undefined;
    });
    channel.add(() => {
      running.push('second begins');
      return Promise.resolve(undefined);
    });
    channel.add(...work('third'));
    expect(await channel.settled()).toBeUndefined();
    expect([...running, ...told]).toEqual(['first begins', 'first ends', 'second begins', 'third']);
  });

  test.each([
    { what: 'trouble that may pass', end: outage },
    { what: 'an answer that nobody can read', end: moved },
    { what: 'a fault of ours', end: new TypeError('x is not a function') },
  ])('continues after $what, and forgets it when the next message could be sent', async ({ end }) => {
    const { told, closed, work } = telling();
    const channel = createFeedbackChannel(call);
    channel.add(...work('running', end));
    channel.add(...work('ended'));
    expect(await channel.settled()).toBeUndefined();
    expect(told).toEqual(['running', 'ended']);
    expect(closed).toEqual(['ended']);
  });

  test('reports what could not be sent at the end, and why', async () => {
    const { closed, work } = telling();
    const channel = createFeedbackChannel(call);
    channel.add(...work('running'));
    channel.add(...work('ended', outage));
    expect(await channel.settled()).toMatchObject({ code: 'github_unreachable' });
    expect(closed).toEqual(['running']);
  });

  test('sends nothing more after a final refusal, and leaves nothing open', async () => {
    const { told, closed, work } = telling();
    const channel = createFeedbackChannel(call);
    channel.add(...work('running', refusal(403)));
    channel.add(...work('ended'));
    const failure = await channel.settled();
    expect(failure?.message).toContain('The comment could not be kept up to date');
    expect(told).toEqual(['running']);
    expect(closed).toEqual(['running', 'ended']);
  });

  test.each<{ what: string; reason: Error }>([
    { what: 'our patience', reason: new FeedbackTimeout() },
    { what: 'the step', reason: new AbortedError('SIGTERM') },
  ])('reports that there was no time left when $what ended', async ({ reason }) => {
    const { work } = telling();
    const channel = createFeedbackChannel(call);
    channel.add(...work('ended', reason));
    const failure = await channel.settled();
    expect(failure?.message).toContain('There was no answer in the time that was left for this.');
    expect(failure?.message).not.toContain('SIGTERM');
  });

  test('never hides an error of ours', async () => {
    const { work } = telling();
    const channel = createFeedbackChannel(call);
    channel.add(...work('ended', new TypeError('x is not a function')));
    expect((await channel.settled())?.message).toContain('TypeError: x is not a function');
  });
});

describe('the permission that feedback needs', () => {
  const ci = 'GitHub Actions';
  test.each([
    { what: 'of any run', context: { ci }, hint: 'none' },
    {
      what: 'of a fork, which can never have it',
      context: { ci, pullRequest: { number: 7, title: '', fromFork: true } },
      hint: 'a pull request from a fork',
    },
    {
      what: 'of Dependabot, which can never have it',
      context: { ci, actor: 'dependabot[bot]' },
      hint: 'that Dependabot started',
    },
  ] as const)('includes $what', ({ context, hint }) => {
    const words = neededFor('statuses', context);
    expect(words).toContain('statuses: write under permissions: of the job');
    if (hint === 'none') expect(words).not.toContain('docs/');
    else expect(words).toContain(hint);
  });

  test('differs for commit statuses on Gitea, which has them among the code', () => {
    expect(neededFor('statuses', { ci: 'Gitea Actions' })).toBe(
      'contents: write under permissions: of the job, or no permissions: at all',
    );
    expect(neededFor('pull-requests', { ci: 'Gitea Actions' })).toContain('pull-requests: write');
    expect(neededFor('statuses', { ci: 'Forgejo Actions' })).toContain('statuses: write');
  });
});
