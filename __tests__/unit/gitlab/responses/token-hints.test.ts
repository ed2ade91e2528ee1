import { describe, expect, test } from '@jest/globals';

import {
  granularHint,
  jobTokenHint,
  jobTokenReadHint,
} from '../../../../src/gitlab/responses/token-hints.js';

const oauthError = 'insufficient_granular_scope';
const requires = (list: string): string =>
  `Access denied: This operation requires a fine-grained personal access token with the following project permissions: [${list}].`;
const lacks = (list: string): string =>
  `Access denied: your fine-grained access token lacks the required permissions: [${list}].`;

describe('the hint about the permission that an access token lacks', () => {
  test.each([
    {
      give: requires('Pipeline: Read'),
      want: /has the permission Pipeline: Read: an access token of the old kind/,
    },
    {
      give: requires('Trigger: Create, Trigger: Update'),
      want: /the permission Trigger: Create, Trigger: Update/,
    },
    { give: lacks('read_pipelines'), want: /lacks a permission: give it the permission read_pipelines\.$/ },
    { give: oauthError, want: /the permission that GitLab names above/ },
    { give: requires(''), want: /the permission that GitLab names above/ },
    { give: requires('x'.repeat(5000)), want: /the permission that GitLab names above/ },
    { give: requires('Job:\u202e Read\u0007'), want: /the permission Job:[^\u202e\u0007]*Read/ },
  ])('appears after $give', ({ give, want }) => {
    expect(granularHint({ texts: [give], oauthError })).toMatch(want);
  });

  test.each([undefined, 'insufficient_scope'])('does not appear for %j', (other) => {
    expect(granularHint({ texts: [requires('Pipeline: Read')], oauthError: other })).toBeUndefined();
  });
});

describe('the hint about what a job token lacks', () => {
  const notListed =
    '403 Forbidden - Authentication by CI/CD job token not allowed from group/other to project #42.';
  const noPolicy =
    '403 Forbidden - Insufficient permissions to access this resource in project #42. The following token permission is required: read_pipelines.';

  test.each([
    { give: notListed, want: /allowlist of the target project/ },
    { give: noPolicy, want: /the permission read_pipelines in the target project/ },
    { give: '403 Forbidden', want: undefined },
    { give: '404 Project Not Found', want: undefined },
  ])('appears after $give', ({ give, want }) => {
    const refusal = { texts: [give], oauthError: undefined };
    const hint = jobTokenHint(refusal);
    if (want === undefined) {
      expect(hint).toBeUndefined();
      expect(jobTokenReadHint(refusal)).toMatch(/recent GitLab only.*read_pipelines and read_jobs/);
    } else {
      expect(hint).toMatch(want);
      expect(jobTokenReadHint(refusal)).toMatch(want);
    }
  });
});
