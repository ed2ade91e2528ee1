import { describe, expect, test } from '@jest/globals';

import type { Secret } from '../../../src/base/secret.js';
import { type InputOutcome, andThen, ok } from '../../../src/inputs/parsing.js';
import { parseAccessToken, parseTriggerToken } from '../../../src/inputs/tokens-and-headers.js';

/** What came out, with the secret revealed. */
function revealed(outcome: InputOutcome<Secret>): unknown {
  return outcome.kind === 'ok'
    ? { text: outcome.value.reveal(), warnings: outcome.warnings }
    : outcome.problems;
}

const triggerHint =
  'Give a pipeline trigger token of the project (Settings > CI/CD > Pipeline trigger tokens), or the CI_JOB_TOKEN of a running job.';
const accessHint = 'Give a personal, project or group access token.';

/** The same for what a pipeline is started with, without its kind. */
function revealedStart(given: string): unknown {
  return revealed(andThen(parseTriggerToken(given), ({ secret }) => ok(secret)));
}

describe('parseTriggerToken', () => {
  test.each([
    { give: 'glptt-0123456789abcdef', want: 'trigger_token' },
    { give: '9fceb02a3e', want: 'trigger_token' },
    { give: 'glcbt-64_abc', want: 'job_token' },
    { give: 'eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl', want: 'job_token' },
  ])('reads $give as $want', ({ give, want }) => {
    const outcome = parseTriggerToken(give);
    expect(outcome.kind === 'ok' && outcome.value.tokenKind).toBe(want);
  });

  test.each([
    'glptt-0123456789abcdef',
    'SIE-glptt-0123',
    'glcbt-64_abc',
    '9fceb02a3e',
    'x',
    'Schlüssel',
    'a.b.c',
  ])('reads %s unchanged', (give) => {
    expect(revealedStart(give)).toEqual({ text: give, warnings: [] });
  });

  test.each(['\u00ad', '\u061c', '\u034f', '\u{e0041}', '\u3164', '\u2028', '\ufe0f', '\u200b', '\u0007'])(
    'refuses an invisible character: %j',
    (unseen) => {
      expect(revealedStart(`glptt-01${unseen}23`)).toEqual([expect.objectContaining({ hint: triggerHint })]);
    },
  );

  test('removes white space around the token, with a warning', () => {
    expect(revealedStart(' glptt-0123\n')).toEqual({
      text: 'glptt-0123',
      warnings: ['had white space around it, which was removed'],
    });
  });

  test.each([
    {
      give: 'glpat-abc',
      what: 'is a personal, project or group access token',
      hint: 'Give it as access_token instead.',
    },
    {
      give: 'SIE-glpat-abc',
      what: 'is a personal, project or group access token',
      hint: 'Give it as access_token instead.',
    },
    { give: 'gldt-abc', what: 'is a deploy token', hint: triggerHint },
    { give: 'glrt-abc', what: 'is a runner token', hint: triggerHint },
    { give: 'ghs_abc', what: 'is a GitHub token', hint: triggerHint },
    { give: 'abc def', what: 'has white space inside (not shown)', hint: triggerHint },
    { give: 'abc\ndef', what: 'has white space inside (not shown)', hint: triggerHint },
    {
      give: 'https://gitlab.com/x?token=abc',
      what: 'is an address, not a token (not shown)',
      hint: triggerHint,
    },
    {
      give: 'ab\u0000c',
      what: 'has a character in it that cannot be part of a token (not shown)',
      hint: triggerHint,
    },
  ])('refuses $give without showing it', ({ give, what, hint }) => {
    expect(revealedStart(give)).toEqual([{ what, hint }]);
  });
});

describe('parseAccessToken', () => {
  test.each(['glpat-abc', 'SIE-glpat-abc', 'custom-prefix-abc', '0123abcd'])('reads %s unchanged', (give) => {
    expect(revealed(parseAccessToken(give))).toEqual({ text: give, warnings: [] });
  });

  test.each([
    { give: 'glptt-abc', what: 'is a pipeline trigger token', hint: 'Give it as token instead.' },
    { give: 'SIE-glptt-abc', what: 'is a pipeline trigger token', hint: 'Give it as token instead.' },
    {
      give: 'glcbt-abc',
      what: 'is a CI job token',
      hint: 'A job token starts pipelines as token, and reads them where GitLab lets it; it cancels and manages nothing.',
    },
    { give: 'gldt-abc', what: 'is a deploy token', hint: accessHint },
    {
      give: 'Schlüssel',
      what: 'has a character in it that cannot be part of a token (not shown)',
      hint: accessHint,
    },
  ])('refuses $give without showing it', ({ give, what, hint }) => {
    expect(revealed(parseAccessToken(give))).toEqual([{ what, hint }]);
  });
});
