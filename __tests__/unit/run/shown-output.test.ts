import { describe, expect, test } from '@jest/globals';

import { Secret } from '../../../src/base/secret.js';
import type { Masker } from '../../../src/hosts/host.js';
import { createMasker } from '../../../src/hosts/redaction/redaction.js';
import { hiddenIn, shownOutput } from '../../../src/run/shown-output.js';

function maskerOf(secrets: Readonly<Record<string, string>>): Masker {
  const masker = createMasker();
  for (const [origin, text] of Object.entries(secrets)) masker.mask(new Secret(text), origin);
  return masker;
}

const masker = maskerOf({
  token: 'glptt-0123456789abcdef',
  'request_headers (X-Env)': 'prod',
  access_token: '98765432',
});

describe('an output with text from GitLab', () => {
  test.each([
    ['web_url', 'https://gitlab.example.com/group/app/-/pipelines/257'],
    ['status', 'success'],
    ['jobs', '{"version":1,"jobs":[{"name":"build"}],"omitted":0}'],
  ])('is passed on unchanged: %s', (name, value) => {
    expect(shownOutput(masker, name, value)).toEqual({ value });
  });

  test('is passed on without a secret in it, with a warning', () => {
    expect(shownOutput(masker, 'web_url', 'https://gitlab.example.com/glptt-0123456789abcdef/257')).toEqual({
      value: 'https://gitlab.example.com/***/257',
      warning: 'The output web_url holds what was given as token, which is hidden: *** replaces it.',
    });
  });

  test('stays JSON, on one line in which no CI finds a command', () => {
    const jobs = { version: 1, jobs: [{ name: 'deploy-prod ##[x', id: 7, ok: true, at: null }] };
    const { value, warning } = shownOutput(masker, 'jobs', JSON.stringify(jobs));
    expect(JSON.parse(value)).toEqual({ version: 1, jobs: [{ ...jobs.jobs[0], name: 'deploy-*** ##[x' }] });
    expect(value).not.toContain('##');
    expect(warning).toContain('request_headers (X-Env)');
  });

  test.each([
    ['pipeline_id', '98765432'],
    ['outcome', 'prod'],
  ])('is unchanged where redaction would make it useless: %s', (name, value) => {
    const shown = shownOutput(masker, name, value);
    expect(shown.value).toBe(value);
    expect(shown.warning).toMatch(/hosts may leave such an output out/);
  });
});

describe('a value that a host may drop', () => {
  test('causes a warning that names the responsible input', () => {
    expect(hiddenIn(masker, 'values', '{"STAGE":"prod"}')).toBe(
      'The output values holds what was given as request_headers (X-Env), which is hidden: hosts may leave such an output out, as GitHub does between jobs.',
    );
  });

  test('causes no warning if it was masked on purpose, or contains no secret', () => {
    const silent = createMasker();
    silent.mask(new Secret('preview-password'));
    expect(hiddenIn(silent, 'values', '{"P":"preview-password"}')).toBeUndefined();
    expect(hiddenIn(masker, 'values', '{"P":"dev"}')).toBeUndefined();
  });
});
