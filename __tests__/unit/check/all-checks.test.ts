import { describe, expect, test } from '@jest/globals';

import { allChecks } from '../../../src/check/all-checks.js';
import type { Check, CheckName } from '../../../src/check/check.js';
import type { CheckFacts, ProjectFacts } from '../../../src/check/gather.js';
import type { Refusal, Reply } from '../../../src/gitlab/responses/reply.js';
import { TransportFault, type TransportFaultKind } from '../../../src/http/transport.js';
import type { ConfigLint, Project } from '../../../src/model/pipeline.js';
import type { TriggerRequest } from '../../../src/model/requests.js';
import { followed, requested } from './support/requested.js';

const sha = '8f2b6c1d4e5a7b9c0d1e2f3a4b5c6d7e8f9a0b1c';

function ok<T>(value: T): Reply<T> & { readonly kind: 'ok' } {
  return { kind: 'ok', value, hints: { serverTimeMs: Date.UTC(2026, 0, 1) } };
}

function refused(status: number, words = '', shape: Refusal['shape'] = 'message'): Reply<never> {
  const speaker = shape === 'html' ? 'stranger' : 'gitlab';
  const texts = words === '' ? [] : [words];
  return { kind: 'refused', refusal: { status, speaker, shape, texts, hints: {} } };
}

function fault(kind: TransportFaultKind, message: string): Reply<never> {
  return { kind: 'fault', fault: new TransportFault({ kind, reached: 'no', message }) };
}

const page: Reply<never> = { kind: 'unreadable', status: 200, why: 'the body is a web page', hints: {} };

const project: Project = {
  id: 42,
  path: 'group/app',
  webUrl: 'https://gitlab.example.com/group/app',
  defaultBranch: 'main',
  variablesRole: 'developer',
  accessLevel: 40,
};

const lint: ConfigLint = { valid: true, errors: [], warnings: [], mergedYaml: 'unit:\n  script: make\n' };

const details: ProjectFacts = {
  probe: { kind: 'accepted' },
  ownToken: ok({ scopes: ['api'], active: true }),
  project: ok(project),
  pipelines: undefined,
  branch: ok({ name: 'main', sha, isProtected: false }),
  tag: refused(404, '404 Tag Not Found'),
  lint: ok(lint),
  file: ok('unit:\n  script: make\n'),
};

const request = await requested();
const byAccessToken = await requested({ token: '' });
const byJobToken = await requested({ token: 'glcbt-64_Kx2mWq8TzR4vYb6NcJdLf' });
const withoutAccessToken = await requested({ access_token: '' });
const follow = await followed();

interface Row {
  readonly name: string;
  readonly server?: CheckFacts['server'];
  readonly seen?: Partial<ProjectFacts>;
  readonly asked?: TriggerRequest;
  /** State, a part of the finding, and a part of the cure. */
  readonly want: readonly [Check['state'], string | RegExp, (string | RegExp)?] | undefined;
  readonly code?: Check['code'];
}

/** As GitLab 19.3 refuses a token without a permission. */
function missingDuties(permission: string) {
  const reply = refused(
    403,
    `Access denied: This operation requires a fine-grained personal access token with the following project permissions: [${permission}].`,
    'oauth',
  );
  if (reply.kind !== 'refused') return reply;
  return { ...reply, refusal: { ...reply.refusal, oauthError: 'insufficient_granular_scope' } };
}

function rowsAbout(name: CheckName, rows: readonly Row[]): void {
  describe(name, () => {
    test.each(rows)('$name', ({ server = ok({ version: '19.1.0' }), seen, asked = request, want, code }) => {
      const found = allChecks({ server, details: { ...details, ...seen } }, asked).find(
        (check) => check.name === name,
      );
      if (want === undefined) {
        expect(found).toBeUndefined();
        return;
      }
      const [state, finding, hint] = want;
      expect(found).toMatchObject({ state, finding: expect.stringMatching(asPattern(finding)) });
      if (hint !== undefined) expect(found?.hint).toMatch(asPattern(hint));
      expect(found?.code).toBe(code);
      // A check that fails says what to do; one that is good needs not.
      expect([state, found?.hint !== undefined]).not.toEqual(['failed', false]);
      expect([state, found?.hint !== undefined]).not.toEqual(['ok', true]);
    });
  });
}

function asPattern(text: string | RegExp): RegExp {
  return typeof text === 'string' ? new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : text;
}

rowsAbout('server', [
  { name: 'with a version', want: ['ok', 'GitLab 19.1.0 answers at https://gitlab.example.com'] },
  {
    name: 'that lacks nothing',
    server: ok({ version: '19.3.0-pre' }),
    want: ['ok', /^GitLab 19\.3\.0-pre answers at \S+$/],
  },
  {
    name: 'that lacks something',
    server: ok({ version: '18.6.2-ee' }),
    want: [
      'ok',
      /^GitLab 18\.6\.2-ee answers at \S+; it lacks triggers in projects where .* \(18\.7\); reading a log from an offset.* \(19\.1\)$/,
    ],
  },
  {
    name: 'that is the oldest',
    server: ok({ version: '13.0.0' }),
    want: [
      'ok',
      /^GitLab 13\.0\.0 answers at \S+; it lacks .*\(13\.2\);.*; the project of a pipeline.*\(13\.10\)/,
    ],
  },
  {
    name: 'that is too old',
    server: ok({ version: '12.10.14-ee' }),
    want: ['failed', /^GitLab 12\.10\.14-ee answers at \S+, which is older than 13\.0$/, '13.0 or later'],
    code: 'gitlab_too_old',
  },
  {
    name: 'whose version is none',
    server: ok({ version: 'unknown' }),
    want: ['ok', /^GitLab unknown answers at \S+$/],
  },
  {
    name: 'whose version is not for us',
    server: refused(401, '401 Unauthorized'),
    want: ['ok', 'token with read_api'],
  },
  {
    name: 'whose version is not for this token',
    server: refused(403, 'insufficient_scope', 'oauth'),
    want: ['ok', 'answers'],
  },
  {
    name: 'that we asked too often',
    server: refused(429, 'Retry later', 'text'),
    want: ['unknown', '429', 'Wait'],
  },
]);

describe('a server that answers but is no GitLab', () => {
  test.each([
    { name: 'name', server: fault('name', 'no such host'), code: 'name_not_resolved', hint: 'DNS' },
    {
      name: 'TLS',
      server: fault('tls', 'self-signed certificate'),
      code: 'tls_failed',
      hint: 'ca_certificate',
    },
    {
      name: 'proxy',
      server: fault('proxy', 'it answered 407'),
      code: 'proxy_failed',
      hint: 'user name and password',
    },
    { name: 'page', server: page, code: 'not_gitlab', hint: 'gitlab_url' },
    { name: 'gate', server: refused(403, 'Sign in', 'html'), code: 'not_gitlab', hint: 'gitlab_url' },
    { name: 'redirect', server: refused(302), code: 'redirected', hint: 'gitlab_url' },
    { name: 'broken', server: refused(502, 'Bad Gateway', 'html'), code: 'server_error', hint: 'later' },
    {
      name: 'wrong path',
      server: refused(404, '404 Not Found', 'error'),
      code: 'route_not_found',
      hint: 'gitlab_url',
    },
  ] as const)('$name', ({ server, code, hint }) => {
    const [first, ...rest] = allChecks(
      { server, details: undefined },
      { ...request, follow, variables: { A: '1' } },
    );
    expect(first).toMatchObject({
      name: 'server',
      state: 'failed',
      code,
      hint: expect.stringContaining(hint),
    });
    expect(rest.map(({ name, state }) => [name, state])).toEqual(
      [
        'token',
        'access_token',
        'project',
        'pipelines',
        'ref',
        'protected_ref',
        'ci_config',
        'jobs',
        'variables',
      ].map((name) => [name, 'unknown']),
    );
  });
});

rowsAbout('token', [
  { name: 'that is taken', want: ['ok', 'it is a pipeline trigger token'] },
  { name: 'of a job', asked: byJobToken, want: ['ok', 'the CI_JOB_TOKEN of a running job'] },
  {
    name: 'that is refused',
    seen: {
      probe: { kind: 'refused', code: 'trigger_not_found', why: 'GitLab answered 404', hint: 'Make one' },
    },
    want: ['failed', 'GitLab answered 404', 'Make one'],
    code: 'trigger_not_found',
  },
  {
    name: 'that is right and starts nothing',
    seen: { probe: { kind: 'blocked', code: 'owner_not_permitted', why: 'no', hint: 'Developer' } },
    want: ['failed', 'no', 'Developer'],
    code: 'owner_not_permitted',
  },
  {
    name: 'that nobody could try',
    seen: { probe: { kind: 'unknown', code: 'connection_lost', why: 'reset', hint: 'again' } },
    want: ['unknown', 'reset', 'again'],
  },
  { name: 'that was not given', asked: byAccessToken, seen: { probe: undefined }, want: undefined },
]);

rowsAbout('access_token', [
  { name: 'that was not given', seen: { ownToken: undefined }, want: undefined },
  { name: 'that may do everything', want: ['ok', /^It is active, with the scopes api$/] },
  {
    name: 'that ends soon',
    seen: { ownToken: ok({ scopes: ['api'], active: true, expiresAt: '2026-01-04' }) },
    want: ['ok', 'it expires on 2026-01-04, in 3 days'],
  },
  {
    name: 'that ends later',
    seen: { ownToken: ok({ scopes: ['api'], active: true, expiresAt: '2026-12-31' }) },
    want: ['ok', 'api, until 2026-12-31'],
  },
  {
    name: 'that only reads',
    seen: { ownToken: ok({ scopes: ['read_api'] }) },
    asked: { ...request, follow },
    want: ['ok', 'without api it cannot cancel'],
  },
  {
    name: 'that only reads, where nothing is to be canceled',
    seen: { ownToken: ok({ scopes: ['read_api'] }) },
    asked: { ...request, follow: { ...follow, cancelOn: new Set() } },
    want: ['ok', /read_api$/],
  },
  {
    name: 'that cannot read',
    seen: { ownToken: ok({ scopes: ['read_repository'] }) },
    want: ['failed', 'needs read_api (to read the pipeline)', 'scope read_api'],
    code: 'insufficient_scope',
  },
  {
    name: 'that only reads and is to create',
    seen: { ownToken: ok({ scopes: ['read_api'] }) },
    asked: byAccessToken,
    want: ['failed', 'needs api (to create the pipeline)'],
    code: 'insufficient_scope',
  },
  {
    name: 'that only reads and is to play and to supersede',
    seen: { ownToken: ok({ scopes: ['read_api'] }) },
    asked: { ...request, supersede: true, follow: { ...follow, onManual: 'play' } },
    want: ['failed', 'to play manual jobs, to cancel older pipelines'],
    code: 'insufficient_scope',
  },
  {
    name: 'that is fine-grained',
    seen: { ownToken: ok({ scopes: ['granular'], active: true }) },
    want: ['unknown', 'fine-grained', 'to read the pipeline'],
  },
  {
    name: 'that is fine-grained, as GitLab 18.10 and later say',
    seen: { ownToken: ok({ scopes: ['granular'], active: true, granular: true }), pipelines: undefined },
    want: [
      'unknown',
      /^It is a fine-grained token, and GitLab does not say what it may do$/,
      'to read the pipeline',
    ],
  },
  {
    name: 'that is fine-grained and was tried in everything',
    seen: {
      ownToken: ok({ scopes: ['granular'], active: true, granular: true }),
      creation: refused(400, 'Reference not found'),
      pipelines: ok([]),
    },
    asked: { ...byAccessToken, follow, report: { ...byAccessToken.report, logs: 'none' } },
    want: ['ok', 'to create the pipeline and to read the pipeline'],
  },
  {
    name: 'that is fine-grained and is to play',
    seen: {
      ownToken: ok({ scopes: ['granular'], active: true, granular: true }),
      creation: refused(400, 'Reference not found'),
      pipelines: ok([]),
    },
    asked: { ...byAccessToken, follow: { ...follow, onManual: 'play' } },
    want: [
      'unknown',
      'to create the pipeline and to read the pipeline',
      'to play manual jobs, to read the logs',
    ],
  },
  ...[
    {
      name: 'that is fine-grained and lacks a permission',
      ownToken: ok({ scopes: ['granular'], active: true, granular: true }),
    },
    { name: 'of the old kind where those are refused', ownToken: ok({ scopes: ['api'], granular: false }) },
  ].map(({ name, ownToken }) => ({
    name,
    seen: { ownToken, creation: missingDuties('Pipeline: Create') },
    asked: byAccessToken,
    want: ['failed', 'Pipeline: Create', 'the permission Pipeline: Create'] as const,
    code: 'insufficient_scope' as const,
  })),
  {
    name: 'that is not active',
    seen: { ownToken: ok({ scopes: ['api'], active: false }) },
    want: ['failed', 'not active', 'new access token'],
    code: 'unauthorized',
  },
  {
    name: 'that is wrong',
    seen: { ownToken: refused(401, '401 Unauthorized') },
    want: ['failed', '401 Unauthorized', 'expired'],
    code: 'unauthorized',
  },
  {
    name: 'of an old server',
    seen: { ownToken: refused(404, '404 Not Found', 'error') },
    want: ['unknown', 'does not show'],
  },
  { name: 'that got lost', seen: { ownToken: fault('reset', 'reset') }, want: ['unknown', 'reset'] },
]);

rowsAbout('project', [
  { name: 'that is there', want: ['ok', 'group/app is there, with the id 42'] },
  {
    name: 'in the archive',
    seen: { project: ok({ ...project, archived: true }) },
    want: ['failed', 'archived'],
    code: 'owner_not_permitted',
  },
  {
    name: 'without CI',
    seen: { project: ok({ ...project, ciAccess: 'disabled' }) },
    want: ['failed', 'switched off'],
    code: 'pipelines_disabled',
  },
  {
    name: 'in which the role is small',
    seen: { project: ok({ ...project, accessLevel: 20 }) },
    asked: byAccessToken,
    want: ['unknown', 'below Developer'],
  },
  {
    name: 'in which the role of a reader is small',
    seen: { project: ok({ ...project, accessLevel: 20 }) },
    want: ['ok', '42'],
  },
  {
    name: 'hidden from the token',
    seen: { project: refused(404, '404 Project Not Found') },
    want: ['failed', '404 Project Not Found', 'member'],
    code: 'not_found',
  },
  {
    name: 'hidden from nobody in particular',
    seen: { project: refused(404, '404 Project Not Found'), ownToken: undefined },
    asked: withoutAccessToken,
    want: ['unknown', 'without an access_token', 'read_api'],
  },
  {
    name: 'whose route is lost',
    seen: { project: refused(404, '404 Not Found', 'error') },
    want: ['unknown', '404'],
  },
  {
    name: 'for a token that is wrong',
    seen: { project: refused(401, '401 Unauthorized') },
    want: ['unknown', '401'],
  },
  { name: 'that got lost', seen: { project: fault('timeout', 'no answer') }, want: ['unknown', 'no answer'] },
]);

rowsAbout('pipelines', [
  { name: 'that nobody follows', want: undefined },
  {
    name: 'that can be read',
    seen: { pipelines: ok([]) },
    asked: { ...request, follow },
    want: ['ok', 'can be read'],
  },
  {
    name: 'that cannot be read without a token',
    seen: { pipelines: refused(404, '404 Project Not Found') },
    asked: { ...withoutAccessToken, follow },
    want: ['failed', '404', 'leave wait at false'],
    code: 'read_access_needed',
  },
  {
    name: 'that cannot be read with this token',
    seen: { pipelines: refused(403, '403 Forbidden') },
    asked: { ...request, follow },
    want: ['failed', '403', 'higher role'],
    code: 'read_access_needed',
  },
  {
    name: 'of a server in trouble',
    seen: { pipelines: refused(500) },
    asked: { ...request, follow },
    want: ['unknown', '500'],
  },
]);

const noBranch = refused(404, '404 Branch Not Found');

rowsAbout('ref', [
  { name: 'that is a branch', want: ['ok', `It is a branch, at the commit ${sha}`] },
  {
    name: 'that is a tag',
    seen: { branch: noBranch, tag: ok({ name: 'v1', isProtected: true }) },
    want: ['ok', /^It is a tag$/],
  },
  { name: 'that was asked for as a branch only', seen: { tag: undefined }, want: ['ok', 'branch'] },
  {
    name: 'that is neither',
    seen: { branch: noBranch },
    want: ['failed', 'no branch or tag main', 'typo'],
    code: 'ref_not_found',
  },
  {
    name: 'that is both',
    seen: { tag: ok({ name: 'main' }) },
    want: ['failed', 'both called main', 'refs/heads/main or refs/tags/main'],
    code: 'ref_ambiguous',
  },
  {
    name: 'at another commit',
    asked: { ...request, expectedSha: 'abcdef1' },
    want: ['failed', 'not at the expected_sha abcdef1'],
    code: 'wrong_commit',
  },
  {
    name: 'at the right commit',
    asked: { ...request, follow: undefined, expectedSha: '8f2b6c1' },
    want: ['ok', sha],
  },
  { name: 'in a project that is not seen', seen: { project: refused(404) }, want: ['unknown', '404'] },
  {
    name: 'for code that is not shown',
    seen: { branch: refused(403, '403 Forbidden') },
    want: ['unknown', '403'],
  },
  { name: 'whose branch is lost', seen: { branch: fault('reset', 'reset') }, want: ['unknown', 'reset'] },
  { name: 'whose tag is lost', seen: { tag: page }, want: ['unknown', 'web page'] },
  {
    name: 'whose slashes a proxy decoded',
    seen: { branch: refused(404, '404 Not Found', 'error') },
    want: ['unknown', '404'],
  },
]);

const guarded = { name: 'main', isProtected: true };

rowsAbout('protected_ref', [
  { name: 'that is not', want: ['ok', 'not protected'] },
  {
    name: 'of which nobody says so',
    seen: { branch: ok({ name: 'main' }) },
    want: ['unknown', 'does not say'],
  },
  {
    name: 'that everybody pushes to',
    seen: { branch: ok({ ...guarded, developersCanPush: true }) },
    want: ['ok', 'open to every user'],
  },
  {
    name: 'that everybody merges to',
    seen: { branch: ok({ ...guarded, developersCanMerge: true }) },
    want: ['ok', 'open to every user'],
  },
  {
    name: 'with a trigger token',
    seen: { branch: ok({ ...guarded, canPush: true }) },
    want: ['unknown', 'the owner of the token may push or merge', 'Protected branches'],
  },
  {
    name: 'that the user pushes to',
    seen: { branch: ok({ ...guarded, canPush: true }) },
    asked: byAccessToken,
    want: ['ok', 'may push to it'],
  },
  {
    name: 'that the user may still merge to',
    seen: { branch: ok({ ...guarded, canPush: false }) },
    asked: byAccessToken,
    want: ['unknown', 'the user behind access_token'],
  },
  {
    name: 'that is a tag',
    seen: { branch: noBranch, tag: ok({ name: 'v1', isProtected: true }) },
    want: ['unknown', 'may create it', 'Protected tags'],
  },
  { name: 'that is not there', seen: { branch: noBranch }, want: ['unknown', 'found first'] },
  { name: 'that is not seen', seen: { branch: refused(500) }, want: ['unknown', '500'] },
]);

rowsAbout('ci_config', [
  { name: 'that is valid', want: ['ok', /^GitLab finds it valid on main$/] },
  {
    name: 'with warnings',
    seen: { lint: ok({ ...lint, warnings: ['a', 'b'] }) },
    want: ['ok', 'with 2 warnings: a; b'],
  },
  {
    name: 'that is not valid',
    seen: { lint: ok({ valid: false, errors: ['jobs:build config'], warnings: [] }) },
    want: ['failed', '1 error: jobs:build config', 'pipeline editor'],
    code: 'ci_config_invalid',
  },
  {
    name: 'with more errors than anybody reads',
    seen: {
      lint: ok({ valid: false, errors: Array.from({ length: 9 }, (_, index) => `e${index}`), warnings: [] }),
    },
    want: ['failed', '9 errors: e0; e1; e2; e3; e4; and 4 more'],
    code: 'ci_config_invalid',
  },
  {
    name: 'that is wrong for no reason',
    seen: { lint: ok({ valid: false, errors: [], warnings: [] }) },
    want: ['failed', 'does not say why'],
    code: 'ci_config_invalid',
  },
  {
    name: 'that is not there',
    seen: { lint: ok({ valid: false, errors: ['Please provide content of .gitlab-ci.yml'], warnings: [] }) },
    want: ['failed', 'no CI configuration on main', '.gitlab-ci.yml'],
    code: 'ci_config_missing',
  },
  {
    name: 'that lacks inputs, which are given',
    seen: {
      lint: ok({ valid: false, errors: ['`env` input: required value has not been provided'], warnings: [] }),
    },
    asked: { ...request, pipelineInputs: { env: 'x' } },
    want: ['unknown', 'without inputs'],
  },
  {
    name: 'that lacks inputs, which are not given',
    seen: {
      lint: ok({ valid: false, errors: ['`env` input: required value has not been provided'], warnings: [] }),
    },
    want: ['failed', 'required value'],
    code: 'ci_config_invalid',
  },
  {
    name: 'of a server that has no such check',
    server: ok({ version: '13.0.14' }),
    seen: { lint: refused(404) },
    want: ['unknown', /^This GitLab cannot lint a project's configuration/],
  },
  {
    name: 'of an old server, on another branch',
    server: ok({ version: '16.4.1-ee' }),
    asked: { ...request, ref: 'develop' },
    want: ['unknown', 'only checks the configuration of the default branch'],
  },
  {
    name: 'of an old server, on the default branch',
    server: ok({ version: '16.4.1-ee' }),
    want: ['ok', 'valid'],
  },
  { name: 'that nobody may see', seen: { lint: refused(403, '403 Forbidden') }, want: ['unknown', '403'] },
]);

const forPushes = 'unit:\n  script: make\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "push"\n';
const gate = 'workflow:\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "push"\n';
const sees = (merged: string, text = merged): Partial<ProjectFacts> => ({
  lint: ok({ ...lint, mergedYaml: merged }),
  file: ok(text),
});

rowsAbout('jobs', [
  { name: 'that run', want: ['ok', 'Of 1 job for the source trigger, 1 would be there (unit)'] },
  { name: 'that run for a user', asked: byAccessToken, want: ['ok', 'for the source api'] },
  {
    name: 'that do not run',
    seen: sees(forPushes),
    want: ['failed', '1 would not (unit)', '$CI_PIPELINE_SOURCE == "trigger"'],
    code: 'no_jobs',
  },
  {
    name: 'that do not run for a job token',
    seen: sees('unit:\n  script: make\n  only: [triggers]\n'),
    asked: byJobToken,
    want: ['failed', 'for the source pipeline', '$CI_PIPELINE_SOURCE == "pipeline"'],
    code: 'no_jobs',
  },
  {
    name: 'behind a workflow that lets nothing through',
    seen: sees(`${gate}unit:\n  script: make\n`),
    want: ['failed', 'workflow:rules let no pipeline through', 'workflow:rules'],
    code: 'no_jobs',
  },
  {
    name: 'that depend on what nobody knows',
    seen: sees('unit:\n  script: make\n  rules:\n    - if: $SECRET\n'),
    want: ['unknown', '1 may be (unit)', 'variables of the project'],
  },
  {
    name: 'behind a workflow of which nobody knows',
    seen: sees('workflow:\n  rules:\n    - if: $SECRET\nunit:\n  script: make\n'),
    want: ['unknown', 'It is unknown whether workflow:rules let it through; of 1 job'],
  },
  {
    name: 'that need one that is not there',
    seen: sees(`${forPushes}deploy:\n  script: x\n  needs: [unit]\n`),
    want: ['failed', 'deploy needs unit, which would not be there', 'optional'],
    code: 'no_jobs',
  },
  {
    name: 'at the edges only',
    seen: sees('unit:\n  script: make\n  stage: .pre\n'),
    want: ['failed', 'not enough: all in .pre or .post'],
    code: 'no_jobs',
  },
  {
    name: 'that do not run, but files may be included for triggers',
    seen: sees(forPushes, `include:\n  - local: a.yml\n    rules: [{ if: $X }]\n${forPushes}`),
    want: ['unknown', 'what the CI file includes depends on rules'],
  },
  {
    name: 'that run, but files may be included for triggers',
    seen: sees('unit:\n  script: make\n', 'include:\n  - local: a$X.yml\nunit:\n  script: make\n'),
    want: ['unknown', 'what the CI file includes depends on rules'],
  },
  {
    name: 'that do not run, and others are included',
    seen: sees(forPushes, `include: a.yml\n${forPushes}`),
    want: ['unknown', 'files that it includes may themselves include more'],
  },
  {
    name: 'that run, and others are included',
    seen: sees('unit:\n  script: make\n', 'include: a.yml\nunit:\n  script: make\n'),
    want: ['ok', '1 would be there'],
  },
  {
    name: 'behind a workflow of the file itself, which wins over all that it includes',
    seen: sees(
      `${gate}unit:\n  script: make\n`,
      `include:\n  - local: a.yml\n    rules: [{ if: $X }]\n${gate}`,
    ),
    want: ['failed', 'workflow:rules'],
    code: 'no_jobs',
  },
  {
    name: 'that do not run, in a file that cannot be read',
    seen: { ...sees(forPushes), file: refused(404, '404 File Not Found') },
    want: ['unknown', 'could not be read'],
  },
  {
    name: 'that run, in a file that cannot be read',
    seen: { file: undefined },
    want: ['ok', '1 would be there'],
  },
  {
    name: 'that inputs decide about',
    seen: sees(
      'unit:\n  script: make\n',
      'spec:\n  inputs:\n    a: { default: x }\n---\n"unit-$[[ inputs.a ]]":\n  script: make\n',
    ),
    asked: { ...request, pipelineInputs: { a: 'y' } },
    want: ['unknown', 'for the defaults of the inputs'],
  },
  {
    name: 'of a configuration that is wrong',
    seen: { lint: ok({ ...lint, valid: false }) },
    want: ['unknown', 'finds valid'],
  },
  {
    name: 'of a configuration that is not shown',
    seen: { lint: refused(403) },
    want: ['unknown', 'finds valid'],
  },
  {
    name: 'of a configuration that is a riddle',
    seen: sees('- x'),
    want: ['unknown', 'could not be read here'],
  },
  {
    name: 'in great number',
    seen: sees(Array.from({ length: 12 }, (_, index) => `j${index}: { script: x }\n`).join('')),
    want: ['ok', '12 would be there (j0, j1, j2, j3, j4, j5, j6, j7 and 4 more)'],
  },
]);

const withVariables = (asked: TriggerRequest): TriggerRequest => ({
  ...asked,
  variables: { A: '1', B: '2' },
});
const restricted = (variablesRole: string, more: Partial<Project> = {}): Partial<ProjectFacts> => ({
  project: ok({ ...project, variablesRole, ...more }),
});

rowsAbout('variables', [
  { name: 'of which there are none', want: undefined },
  { name: 'that everybody may set', asked: withVariables(request), want: ['ok', 'may set the 2 variables'] },
  {
    name: 'that nobody may set',
    seen: restricted('no_one_allowed'),
    asked: withVariables(request),
    want: ['failed', 'lets no user set', 'spec:inputs'],
    code: 'variables_restricted',
  },
  {
    name: 'that maintainers may set, with a trigger token',
    seen: restricted('maintainer'),
    asked: withVariables(request),
    want: ['unknown', 'takes the role maintainer', 'spec:inputs'],
  },
  {
    name: 'that maintainers may set, as one of them',
    seen: restricted('maintainer'),
    asked: withVariables(byAccessToken),
    want: ['ok', 'the user behind access_token has it'],
  },
  {
    name: 'that owners may set, as a maintainer',
    seen: restricted('owner'),
    asked: withVariables(byAccessToken),
    want: ['unknown', 'takes the role owner'],
  },
  {
    name: 'of an older server that restricts nothing',
    seen: restricted('maintainer', { restrictsVariables: false }),
    asked: withVariables(request),
    want: ['ok', 'Every user'],
  },
  {
    name: 'of an older server with the switch alone',
    seen: { project: ok({ ...project, variablesRole: undefined, restrictsVariables: true }) },
    asked: withVariables(request),
    want: ['unknown', 'takes the role maintainer'],
  },
  {
    name: 'of which nobody tells',
    seen: { project: ok({ ...project, variablesRole: undefined }) },
    asked: withVariables(request),
    want: ['unknown', 'does not show'],
  },
  {
    name: 'of a project that is not seen',
    seen: { project: refused(500) },
    asked: withVariables(request),
    want: ['unknown', '500'],
  },
  {
    name: 'of which there are none, in a project that is not seen',
    seen: { project: refused(500) },
    want: undefined,
  },
  {
    name: 'of which there are none, where GitLab counts its own',
    server: ok({ version: '18.3.2' }),
    seen: restricted('no_one_allowed'),
    want: ['failed', 'adds TRIGGER_PAYLOAD itself, and GitLab 18.3.2 refuses that', '18.7'],
    code: 'variables_restricted',
  },
  {
    name: 'of which there are none, where GitLab may count its own',
    server: ok({ version: '18.5.0' }),
    seen: restricted('no_one_allowed'),
    want: ['unknown', 'TRIGGER_PAYLOAD'],
  },
  {
    name: 'of which there are none, with a new GitLab',
    seen: restricted('no_one_allowed'),
    want: ['ok', 'none would be sent'],
  },
  {
    name: 'of which there are none, with a job token',
    seen: restricted('no_one_allowed'),
    asked: byJobToken,
    want: ['unknown', 'TRIGGER_PAYLOAD'],
  },
  {
    name: 'of which there are none, without a version',
    server: refused(401),
    seen: restricted('no_one_allowed'),
    want: ['unknown', 'TRIGGER_PAYLOAD'],
  },
  {
    name: 'of which there are none, for a user',
    seen: restricted('no_one_allowed'),
    asked: byAccessToken,
    want: undefined,
  },
]);

const withInputs: TriggerRequest = { ...request, pipelineInputs: { env: 'prod' } };
const header = 'spec:\n  inputs:\n    env: { options: [staging, prod] }\n---\nunit: { script: x }\n';

rowsAbout('inputs', [
  { name: 'of which there are none', want: undefined },
  {
    name: 'that the file takes',
    seen: { file: ok(header) },
    asked: withInputs,
    want: ['ok', 'takes the input'],
  },
  {
    name: 'that it does not take',
    seen: { file: ok(header) },
    asked: { ...request, pipelineInputs: { env: 'dev', color: 'red' } },
    want: ['failed', 'color is not declared; env is not one of its options', 'spec:inputs'],
    code: 'inputs_invalid',
  },
  {
    name: 'that it does not know',
    asked: withInputs,
    want: ['failed', 'env is not declared'],
    code: 'inputs_invalid',
  },
  {
    name: 'of an old server',
    server: ok({ version: '17.10.4' }),
    seen: { file: ok(header) },
    asked: withInputs,
    want: ['failed', 'silently ignores inputs', '17.11'],
    code: 'inputs_invalid',
  },
  { name: 'of a file elsewhere', seen: { file: undefined }, asked: withInputs, want: ['unknown', 'outside'] },
  {
    name: 'of a file that is not shown',
    seen: { file: refused(403) },
    asked: withInputs,
    want: ['unknown', '403'],
  },
  {
    name: 'of a file that is none',
    seen: { file: ok('- x') },
    asked: withInputs,
    want: ['unknown', 'could not be read'],
  },
]);
