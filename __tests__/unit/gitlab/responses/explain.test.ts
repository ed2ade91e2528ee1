import { describe, expect, test } from '@jest/globals';

import { RefusedError, UnreachableError } from '../../../../src/base/errors.js';
import { describeReply, errorOf } from '../../../../src/gitlab/responses/explain.js';
import type { FailedReply, Refusal } from '../../../../src/gitlab/responses/reply.js';
import { isTransient } from '../../../../src/gitlab/responses/response-meaning.js';
import { TransportFault, type TransportFaultKind } from '../../../../src/http/transport.js';

function refused(status: number, changes: Partial<Refusal> = {}): FailedReply {
  const speaker = changes.shape === 'html' ? 'stranger' : 'gitlab';
  const texts = [`${status} words`];
  const refusal: Refusal = { status, speaker, shape: 'message', texts, hints: {}, ...changes };
  return { kind: 'refused', refusal };
}

function fault(kind: TransportFaultKind): FailedReply {
  return { kind: 'fault', fault: new TransportFault({ kind, reached: 'maybe', message: `about ${kind}` }) };
}

const unreadable: FailedReply = {
  kind: 'unreadable',
  status: 200,
  why: 'the body is a web page: Sign in',
  hints: {},
};

type Verdict = [code: string, again: 'transient' | 'final'];

describe('a failed reply has one code, and is transient or final:', () => {
  const cases: { name: string; give: FailedReply; want: Verdict }[] = [
    { name: 'name fault', give: fault('name'), want: ['name_not_resolved', 'transient'] },
    { name: 'refused connection', give: fault('refused'), want: ['connection_refused', 'transient'] },
    { name: 'TLS fault', give: fault('tls'), want: ['tls_failed', 'transient'] },
    { name: 'proxy fault', give: fault('proxy'), want: ['proxy_failed', 'transient'] },
    { name: 'reset', give: fault('reset'), want: ['connection_lost', 'transient'] },
    { name: 'truncated', give: fault('truncated'), want: ['connection_lost', 'transient'] },
    { name: 'timeout', give: fault('timeout'), want: ['request_timeout', 'transient'] },
    { name: 'too large', give: fault('too_large'), want: ['response_too_large', 'transient'] },
    { name: 'unreadable', give: unreadable, want: ['not_gitlab', 'transient'] },
    { name: '301', give: refused(301), want: ['redirected', 'final'] },
    {
      name: '301 of a renamed project',
      give: refused(301, { texts: ['This resource has been moved permanently to https://x.test/'] }),
      want: ['project_moved', 'final'],
    },
    {
      name: '405 of a renamed project',
      give: refused(405, { texts: ['Non GET methods are not allowed for moved projects'] }),
      want: ['project_moved', 'final'],
    },
    { name: '400', give: refused(400), want: ['request_refused', 'final'] },
    { name: '401', give: refused(401), want: ['unauthorized', 'final'] },
    { name: '403', give: refused(403), want: ['forbidden', 'final'] },
    {
      name: '403 for a scope',
      give: refused(403, { shape: 'oauth', oauthError: 'insufficient_scope' }),
      want: ['insufficient_scope', 'final'],
    },
    {
      name: '403 for a fine-grained scope',
      give: refused(403, { shape: 'oauth', oauthError: 'insufficient_granular_scope' }),
      want: ['insufficient_scope', 'final'],
    },
    {
      name: '403 of a read-only server',
      give: refused(403, { texts: ['You cannot perform write operations on a read-only instance'] }),
      want: ['read_only_instance', 'final'],
    },
    { name: '403 as a page', give: refused(403, { shape: 'html' }), want: ['not_gitlab', 'transient'] },
    { name: '404', give: refused(404), want: ['not_found', 'final'] },
    { name: '404 of a route', give: refused(404, { shape: 'error' }), want: ['route_not_found', 'final'] },
    { name: '404 as a page', give: refused(404, { shape: 'html' }), want: ['not_gitlab', 'transient'] },
    { name: '405', give: refused(405), want: ['request_refused', 'final'] },
    { name: '408', give: refused(408), want: ['server_error', 'transient'] },
    { name: '409', give: refused(409), want: ['resource_locked', 'final'] },
    { name: '410', give: refused(410), want: ['request_refused', 'final'] },
    { name: '425', give: refused(425), want: ['server_error', 'transient'] },
    { name: '429', give: refused(429, { shape: 'text' }), want: ['rate_limited', 'transient'] },
    ...[301, 302, 307].map((status) => ({
      name: `${status} of a stranger`,
      give: refused(status, { speaker: 'stranger' }),
      want: ['redirected', 'transient'] as Verdict,
    })),
    ...[400, 401, 403, 404, 405, 409, 410, 422, 451].map((status) => ({
      name: `${status} of a stranger`,
      give: refused(status, { speaker: 'stranger' }),
      want: ['not_gitlab', 'transient'] as Verdict,
    })),
    ...[413, 414].map((status) => ({
      name: `${status} of a stranger`,
      give: refused(status, { speaker: 'stranger', shape: 'html' }),
      want: ['request_too_large', 'transient'] as Verdict,
    })),
    {
      name: '503 of a stranger with words of maintenance',
      give: refused(503, { speaker: 'stranger', texts: ['GitLab is undergoing maintenance'] }),
      want: ['server_error', 'transient'],
    },
    {
      name: '403 of a storage',
      give: refused(403, { speaker: 'storage', elsewhere: 's3.test' }),
      want: ['storage_refused', 'final'],
    },
    { name: '500', give: refused(500), want: ['server_error', 'transient'] },
    { name: '502 as a page', give: refused(502, { shape: 'html' }), want: ['server_error', 'transient'] },
    {
      name: '503 of maintenance',
      give: refused(503, { texts: ['GitLab is undergoing maintenance'], about: 'maintenance' }),
      want: ['maintenance', 'transient'],
    },
  ];

  test.each(cases)('$name', ({ give, want }) => {
    const { code, why, hint } = describeReply(give);

    expect([code, isTransient(give) ? 'transient' : 'final']).toEqual(want);
    expect([why, hint]).toEqual([expect.stringMatching(/./), expect.stringMatching(/\.$/)]);
  });
});

describe('errorOf', () => {
  test("quotes GitLab's words, the target of a redirect and the request id", () => {
    const reply = refused(302, {
      texts: ['one', 'two'],
      location: 'https://sso.example.test/login',
      hints: { requestId: 'abc' },
    });

    const error = errorOf(reply, { what: 'Reading pipeline 7 of group/app' });

    expect([error.constructor, error.message]).toEqual([
      RefusedError,
      'Reading pipeline 7 of group/app [redirected]\n' +
        'Why: GitLab answered 302: one; two (to https://sso.example.test/login) (request id abc)\n' +
        'What to do: Set gitlab_url to the address that GitLab itself uses: https, right host, right path.',
    ]);
  });

  test('distinguishes a page from a message of GitLab', () => {
    const reply = refused(403, { shape: 'html', texts: ['Sign in'] });

    expect(errorOf(reply, { what: 'Reading' }).parts.why).toBe(
      'The server answered 403 with a page: Sign in',
    );
  });

  test.each([
    { name: 'a second', retryAfterMs: 1000, want: 'Wait a minute;' },
    { name: 'an hour', retryAfterMs: 3_600_000, want: 'Wait for 1h00m, as the server asks' },
    { name: 'ten minutes', retryAfterMs: 600_000, want: 'Wait for 10m00s, as the server asks' },
  ])('says how long to wait if the server asks for $name', ({ retryAfterMs, want }) => {
    const reply = refused(429, { about: 'throttle', hints: { retryAfterMs } });

    expect(describeReply(reply).hint).toContain(want);
  });

  test('does not advise to wait for a read-only secondary', () => {
    const texts = ['You cannot perform write operations on a read-only instance'];

    expect(describeReply(refused(403, { texts })).hint).toMatch(/Waiting does not help: .*primary/);
  });

  test('does not call another server GitLab', () => {
    const reply = refused(403, { speaker: 'stranger', texts: ['Access denied'] });

    expect(describeReply(reply).why).toBe('The server answered 403: Access denied');
  });

  test('is unreachable for a temporary failure, and keeps the cause', () => {
    const reply = fault('tls');

    const error = errorOf(reply, { what: 'Reading' });

    expect([error.constructor, error.code, error.cause]).toEqual([
      UnreachableError,
      'tls_failed',
      reply.kind === 'fault' ? reply.fault : undefined,
    ]);
  });

  test('says what was wrong with an unreadable body', () => {
    expect(errorOf(unreadable, { what: 'Reading' }).parts.why).toBe(
      'The server answered 200, but the body is a web page: Sign in',
    );
  });
});
