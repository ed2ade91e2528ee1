import { describe, expect, test } from '@jest/globals';

import { readRefusal } from '../../../src/github/error-body.js';
import { type FailedGitHubReply, gitHubErrorOf, isTransient } from '../../../src/github/reply.js';
import { TransportFault } from '../../../src/http/transport.js';

const call = { what: 'Storing the secret DEPLOY of octo/app', needs: 'the permission "Secrets"' };

function refused(
  status: number,
  message: string | undefined,
  headers: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, unknown>> = {},
): FailedGitHubReply {
  const body = Buffer.from(message === undefined ? '' : JSON.stringify({ message, ...more }));
  const refusal = readRefusal(
    { status, headers: { 'content-type': 'application/json', ...headers }, body },
    { localTimeMs: 1_800_000_000_000 },
  );
  return { kind: 'refused', refusal };
}

describe('the explanation of a refusal by GitHub', () => {
  test.each([
    {
      name: 'a token that is none',
      give: refused(401, 'Bad credentials', { 'x-github-request-id': 'C0:1' }),
      want: [
        'github_unauthorized',
        'GitHub answered 401: Bad credentials (request id C0:1)',
        'Give a github_token that has neither expired nor been revoked.',
      ],
      again: 'final',
    },
    {
      name: 'a missing permission',
      give: refused(403, 'Resource not accessible by integration', {
        'x-accepted-github-permissions': 'issues=write; pull_requests=write',
      }),
      want: [
        'github_forbidden',
        'GitHub answered 403: Resource not accessible by integration (it accepts issues=write; pull_requests=write)',
        'The github_token needs the permission "Secrets".',
      ],
      again: 'final',
    },
    {
      name: 'single sign-on',
      give: refused(403, 'Resource protected by organization SAML enforcement.', {
        'x-github-sso': 'required; url=https://github.com/orgs/octo/sso?authorization_request=A1B2',
      }),
      want: [
        'github_forbidden',
        'GitHub answered 403: Resource protected by organization SAML enforcement.',
        'The organization uses single sign-on: authorize the token for it (Settings > Developer settings > Personal access tokens > Configure SSO).',
      ],
      again: 'final',
    },
    {
      name: 'a hidden thing',
      give: refused(404, 'Not Found'),
      want: [
        'github_not_found',
        'GitHub answered 404: Not Found',
        'Check the names, and the token: GitHub also answers 404 when a token has no access. It needs the permission "Secrets".',
      ],
      again: 'final',
    },
    {
      name: 'the primary limit, until a time',
      give: refused(403, 'API rate limit exceeded for installation ID 1.', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '1800000090',
      }),
      want: [
        'github_rate_limited',
        'GitHub answered 403: API rate limit exceeded for installation ID 1.',
        'The hourly rate limit is used up: GitHub asks for a pause of 1m30s. Share the token among fewer workflows, or try again later.',
      ],
      again: 'transient',
    },
    {
      name: 'the secondary limit, with a time',
      give: refused(403, 'You have exceeded a secondary rate limit.', {
        'retry-after': '7',
        'x-ratelimit-remaining': '4000',
      }),
      want: [
        'github_rate_limited',
        'GitHub answered 403: You have exceeded a secondary rate limit.',
        'Too many requests came at once: GitHub asks for a pause of 7s. Share the token among fewer workflows, or try again later.',
      ],
      again: 'transient',
    },
    {
      name: 'the secondary limit, without a time',
      give: refused(429, undefined),
      want: [
        'github_rate_limited',
        'GitHub answered 429',
        'Too many requests came at once: GitHub asks for a pause of 1m00s. Share the token among fewer workflows, or try again later.',
      ],
      again: 'transient',
    },
    {
      name: 'a request that does not fit',
      give: refused(
        422,
        'Validation Failed',
        {},
        {
          errors: [
            { resource: 'Status', field: 'sha', code: 'custom', message: 'No commit found for SHA: 1' },
            'b',
            7,
          ],
        },
      ),
      want: [
        'github_refused',
        'GitHub answered 422: Validation Failed; No commit found for SHA: 1; b',
        "GitHub's message says what it did not accept; check the inputs of the step against it.",
      ],
      again: 'final',
    },
    {
      name: 'a redirect',
      give: refused(301, 'Moved Permanently', {
        location: 'https://user:pw@api.github.test/repositories/1?token=x',
      }),
      want: [
        'github_refused',
        'GitHub answered 301: Moved Permanently (to https://api.github.test/repositories/1)',
        "GitHub's message says what it did not accept; check the inputs of the step against it.",
      ],
      again: 'final',
    },
    {
      name: 'trouble at GitHub',
      give: refused(502, 'Server Error'),
      want: [
        'github_unreachable',
        'GitHub answered 502: Server Error',
        'GitHub has an outage or is overloaded: see its status page, and try again later.',
      ],
      again: 'transient',
    },
    {
      name: 'something in between',
      give: { kind: 'unreadable', status: 200, why: 'the body is a web page: Sign in' } as const,
      want: [
        'github_unreachable',
        'The server answered 200, but the body is a web page: Sign in',
        'Something between this machine and GitHub answered in its place: let the API pass there.',
      ],
      again: 'transient',
    },
    {
      name: 'the network',
      give: {
        kind: 'fault',
        fault: new TransportFault({
          kind: 'name',
          reached: 'no',
          message: 'the host name could not be resolved: x',
        }),
      } as const,
      want: [
        'github_unreachable',
        'the host name could not be resolved: x',
        'Check that this machine reaches the API of GitHub, through its proxy if there is one, and try again.',
      ],
      again: 'transient',
    },
  ])('$name', ({ give, want, again }) => {
    const error = gitHubErrorOf(give, call);
    expect([error.code, error.parts.why, error.parts.hint]).toEqual(want);
    expect(error.message).toContain(`${call.what} [${error.code}]`);
    expect(isTransient(give) ? 'transient' : 'final').toBe(again);
    expect(error.exitCode).toBe(again === 'transient' ? 4 : 3);
  });
});
