import { describe, expect, test } from '@jest/globals';

import type { Check } from '../../../src/check/check.js';
import { impossibleRef } from '../../../src/gitlab/probe-trigger-token.js';
import type {
  AccessTokenDescription,
  ProjectDescription,
} from '../../../src/simulator/gitlab/state/scenario.js';
import { withSimulator } from '../../e2e/support/with-simulator.js';
import { inputsFor, oneProject, tokens } from '../../support/one-project.js';
import { runInMemory } from '../network/support/run-in-memory.js';

const own = 'read_own_token';
const reading = [own, 'read_project', 'read_pipelines', 'read_branch', 'read_ci_config'];

interface Probe {
  readonly check: Check | undefined;
  readonly exitCode: number;
  /** Every POST: where to, and the ref in it. */
  readonly posts: readonly (readonly [target: string, ref: unknown])[];
  readonly left: number;
}

/** Checks a start with the access token alone. */
async function probe(
  token: Partial<AccessTokenDescription>,
  project: Partial<ProjectDescription> = {},
): Promise<Probe> {
  const accessTokens = [{ token: tokens.api, user: 'ada', scopes: ['api'], ...token }];
  return await withSimulator({ scenario: oneProject(project, { accessTokens }) }, async (simulator) => {
    const end = await runInMemory({
      ...inputsFor(simulator.url),
      token: '',
      access_token: tokens.api,
      dry_run: 'true',
    });
    const { checks } = JSON.parse(end.outputs.checks ?? '{"checks":[]}') as {
      readonly checks: readonly Check[];
    };
    return {
      check: checks.find(({ name }) => name === 'access_token'),
      exitCode: end.exitCode,
      posts: simulator.requests
        .filter(({ method }) => method === 'POST')
        .map(({ target, body }) => [target, (JSON.parse(body) as { readonly ref?: unknown }).ref]),
      left: simulator.gitlab.pipelines().length,
    };
  });
}

const asked = [['/api/v4/projects/group%2Fapp/pipeline', impossibleRef]];

describe('the probe of a fine-grained token that is to create the pipeline', () => {
  test('succeeds when GitLab gets as far as the ref, and starts nothing', async () => {
    const { check, posts, left, exitCode } = await probe({ permissions: [...reading, 'create_pipelines'] });
    expect(check).toMatchObject({ state: 'ok', finding: expect.stringContaining('it was tried') });
    expect([posts, left, exitCode]).toEqual([asked, 0, 0]);
  });

  test.each([
    { name: 'may not create pipelines', permissions: reading, want: 'Pipeline: Create' },
    { name: 'may do nothing but look at itself', permissions: [own], want: 'Pipeline: Create' },
  ])('names the missing permission when $name', async ({ permissions, want }) => {
    const { check, posts, left, exitCode } = await probe({ permissions });
    expect(check).toMatchObject({ state: 'failed', code: 'insufficient_scope' });
    expect(JSON.stringify(check)).toContain(want);
    expect([posts, left]).toEqual([asked, 0]);
    expect(exitCode).toBe(3);
  });

  test.each([
    { name: 'its user may not', token: { user: 'guest' }, project: {} },
    { name: 'CI/CD is off', token: {}, project: { ciEnabled: false } },
  ])('is inconclusive and starts nothing when $name', async ({ token, project }) => {
    const permissions = [...reading, 'create_pipelines'];
    const { check, posts, left } = await probe({ ...token, permissions }, project);
    expect([check?.state, posts, left]).toEqual(['unknown', asked, 0]);
  });
});

test('a legacy token shows its permissions by its scopes, and is not probed', async () => {
  const { check, posts } = await probe({});
  expect([check?.state, posts]).toEqual(['ok', []]);
});
