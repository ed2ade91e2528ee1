import { describe, expect, test } from '@jest/globals';

import { legacyRelease } from '../../../../src/simulator/gitlab/state/release.js';
import type {
  CiConfiguration,
  JobTokenDescription,
  ProjectDescription,
  RefDescription,
  Scenario,
} from '../../../../src/simulator/gitlab/state/scenario.js';
import { type Answer, type World, createWorld, pick, scenario, shortScript } from './support/world.js';

const path = '/projects/42/trigger/pipeline';
const notFound = { message: '404 Not Found' };

function base(...texts: readonly string[]): unknown {
  return { message: { base: texts } };
}

/** Status, body, and the statuses of the pipelines that are left behind. */
function outcomeOf({ gitlab }: World, { status, body }: Answer): unknown {
  return { status, body, left: gitlab.pipelines().map((pipeline) => pipeline.status) };
}

function refused(status: number, body: unknown): unknown {
  return { status, body, left: [] };
}

function refusedAndSaved(status: number, body: unknown): unknown {
  return { status, body, left: ['failed'] };
}

const everyHeader = {
  'referrer-policy': 'strict-origin-when-cross-origin',
  vary: 'Origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'x-runtime': '0.042000',
};

describe('a trigger that succeeds', () => {
  test('answers 201 with the whole pipeline', () => {
    const world = createWorld();
    const { status, headers, body } = world.trigger();
    expect(status).toBe(201);
    expect(headers).toEqual({
      ...everyHeader,
      'cache-control': 'max-age=0, private, must-revalidate',
      'content-type': 'application/json',
      date: 'Thu, 01 Jan 2026 00:00:00 GMT',
      etag: expect.stringMatching(/^W\/"[0-9a-f]{32}"$/),
      'x-gitlab-meta': '{"correlation_id":"01KDVDNA000000000000000001","version":"1"}',
      'x-request-id': '01KDVDNA000000000000000001',
    });
    expect(body).toEqual({
      id: 257,
      iid: 1,
      project_id: 42,
      sha: '1'.repeat(40),
      ref: 'main',
      status: 'created',
      source: 'trigger',
      created_at: '2026-01-01T00:00:00.000Z',
      updated_at: '2026-01-01T00:00:00.000Z',
      web_url: 'https://gitlab.example.com/group/app/-/pipelines/257',
      before_sha: '0'.repeat(40),
      tag: false,
      yaml_errors: null,
      user: {
        id: 1,
        username: 'ada',
        public_email: '',
        name: 'Ada',
        state: 'active',
        locked: false,
        avatar_url: 'https://www.gravatar.com/avatar/1?s=80&d=identicon',
        web_url: 'https://gitlab.example.com/ada',
      },
      started_at: null,
      finished_at: null,
      committed_at: null,
      duration: null,
      queued_duration: null,
      coverage: null,
      detailed_status: {
        icon: 'status_created',
        text: 'Created',
        label: 'created',
        group: 'created',
        tooltip: 'created',
        has_details: true,
        details_path: '/group/app/-/pipelines/257',
        illustration: null,
        favicon: '/assets/ci_favicons/favicon_status_created.png',
      },
      archived: false,
    });
  });

  test('two triggers make two pipelines, and everything repeats exactly in a second world', () => {
    const run = (): unknown => {
      const world = createWorld();
      return [world.trigger().body, world.trigger().body, world.gitlab.pipelines()];
    };
    expect(run()).toEqual(run());
    expect(pick(run(), 2, 1, 'id')).toBe(258);
  });

  test.each([
    { give: 'main', want: { ref: 'main', tag: false } },
    { give: 'refs/heads/both', want: { ref: 'both', tag: false } },
    { give: 'refs/tags/both', want: { ref: 'both', tag: true } },
    { give: 'feature/x', want: { ref: 'feature/x', tag: false } },
  ])('runs the ref $give under its short name', ({ give, want }) => {
    const refs: RefDescription[] = [
      { name: 'main' },
      { name: 'both' },
      { name: 'both', kind: 'tag' },
      { name: 'feature/x' },
    ];
    const { body } = createWorld(scenario({ refs })).trigger({ ref: give });
    expect({ ref: pick(body, 'ref'), tag: pick(body, 'tag') }).toEqual(want);
  });

  test('creates a pipeline of the source pipeline with a job token', () => {
    const jobTokens: JobTokenDescription[] = [{ token: 'job', user: 'dev', projectId: 42, job: 'running' }];
    const { status, body } = createWorld(scenario({}, { jobTokens })).trigger({ token: 'job' });
    expect([status, pick(body, 'source'), pick(body, 'user', 'username')]).toEqual([201, 'pipeline', 'dev']);
  });

  test('accepts the old path of a renamed project', () => {
    const world = createWorld(scenario({ renamedFrom: 'old/app' }));
    const answer = world.send('POST', '/projects/old%2Fapp/trigger/pipeline', {
      body: { ref: 'main', token: 'trigger' },
    });
    expect([answer.status, pick(answer.body, 'project_id')]).toEqual([201, 42]);
  });
});

describe('the parameter checks of a trigger', () => {
  test.each([
    { give: { token: 'trigger' }, want: 'ref is missing, ref is empty' },
    { give: { token: 'trigger', ref: '' }, want: 'ref is empty' },
    { give: { token: 'trigger', ref: '  ' }, want: 'ref is empty' },
    { give: { token: 'trigger', ref: null }, want: 'ref is empty' },
    { give: { token: 'trigger', ref: ['main'] }, want: 'ref is invalid' },
    { give: { ref: 'main' }, want: 'token is missing' },
    { give: {}, want: 'ref is missing, ref is empty, token is missing' },
  ])('refuse $give', ({ give, want }) => {
    const world = createWorld();
    const answer = world.send('POST', path, { body: give });
    expect(outcomeOf(world, answer)).toEqual(refused(400, { error: want }));
  });
});

describe('the checks of token and URL of a trigger', () => {
  test.each([
    { name: 'an empty token', give: { token: '' } },
    { name: 'a null token', give: { token: null } },
    { name: 'a wrong token', give: { token: 'wrong' } },
    { name: 'the token of another project', give: { token: 'foreign' } },
    { name: 'an access token', give: { token: 'ada-api' } },
    { name: 'an unknown project', address: '99' },
    { name: 'an unknown path', address: 'group%2Fnone' },
    { name: 'a path without a slash', address: 'app' },
  ])('answer 404 without a reason for $name', ({ give = {}, address = '42' }) => {
    const world = createWorld();
    const answer = world.send('POST', `/projects/${address}/trigger/pipeline`, {
      body: { ref: 'main', token: 'trigger', ...give },
    });
    expect(outcomeOf(world, answer)).toEqual(refused(404, notFound));
  });

  test.each(['pending_deletion', 'hidden'] as const)('answer 404 for a project that is %s', (gone) => {
    const world = createWorld(scenario({ gone }));
    expect(outcomeOf(world, world.trigger())).toEqual(refused(404, notFound));
  });

  test('find no route for a decoded slash in the path, with another key in the response', () => {
    const world = createWorld();
    const answer = world.send('POST', '/projects/group/app/trigger/pipeline', {
      body: { ref: 'main', token: 'trigger' },
    });
    expect(outcomeOf(world, answer)).toEqual(refused(404, { error: '404 Not Found' }));
  });

  test('answer 404 to GET', () => {
    const world = createWorld();
    expect(outcomeOf(world, world.send('GET', path))).toEqual(refused(404, notFound));
  });

  test('refuse the old API version', () => {
    const { status, body } = createWorld().send('POST', '/api/v3/projects/42/trigger/builds');
    expect({ status, body }).toEqual({
      status: 410,
      body: { error: 'API V3 is no longer supported. Use API V4 instead.' },
    });
  });

  test('refuse a pipeline event, to prevent loops', () => {
    const world = createWorld();
    const answer = world.send('POST', path, {
      headers: { 'x-gitlab-event': 'Pipeline Hook' },
      body: { ref: 'main', token: 'trigger' },
    });
    expect(outcomeOf(world, answer)).toEqual(refused(403, { message: '403 Forbidden' }));
  });

  test.each([
    { job: 'finished', want: refused(401, { message: 'Job is not running' }) },
    { job: 'erased', want: refused(401, { message: 'Job has been erased!' }) },
    { job: 'project_deleted', want: refused(401, { message: 'Project has been deleted!' }) },
    { job: 'expired', want: refused(401, { message: 'Job token has expired' }) },
    { job: 'canceling', want: { status: 201, left: ['created'] } },
  ] as const)('refuse a job token whose job is $job', ({ job, want }) => {
    const world = createWorld(
      scenario({}, { jobTokens: [{ token: 'job', user: 'dev', projectId: 42, job }] }),
    );
    expect(outcomeOf(world, world.trigger({ token: 'job' }))).toMatchObject(want as object);
  });

  test('answer 404 for a job token of a project that is not allow-listed', () => {
    const jobTokens: JobTokenDescription[] = [{ token: 'job', user: 'dev', projectId: 43, job: 'running' }];
    const closed = createWorld(scenario({}, { jobTokens }));
    expect(outcomeOf(closed, closed.trigger({ token: 'job' }))).toEqual(refused(404, notFound));
    const open = createWorld(scenario({ jobTokenAllowlist: [43] }, { jobTokens }));
    expect(open.trigger({ token: 'job' }).status).toBe(201);
  });

  test.each([
    { expiredTriggers: 'refused', want: 404 },
    { expiredTriggers: 'accepted', want: 201 },
    { expiredTriggers: 'accepted_for_30_days', want: 201 },
    { expiredTriggers: 'accepted_for_30_days', expiresAt: '2025-12-02T00:00:01Z', want: 201 },
    { expiredTriggers: 'accepted_for_30_days', expiresAt: '2025-12-02T00:00:00Z', want: 404 },
    { expiredTriggers: 'accepted', expiresAt: '2020-01-01T00:00:00Z', want: 201 },
  ] as const)('treat an expired trigger token as $expiredTriggers', (given) => {
    const { expiredTriggers, want } = given;
    const expiresAt = 'expiresAt' in given ? given.expiresAt : '2025-12-31T00:00:00Z';
    const triggers = [{ token: 'trigger', owner: 'ada', expiresAt }];
    const world = createWorld(scenario({ triggers }, { release: { expiredTriggers } }));
    expect(world.trigger().status).toBe(want);
  });
});

interface ProjectCase {
  readonly name: string;
  readonly give: Partial<ProjectDescription>;
  readonly request?: Readonly<Record<string, unknown>>;
  readonly want: unknown;
}

function ci(configuration: CiConfiguration): Partial<ProjectDescription> {
  return { ci: configuration };
}

const ownerIs = (owner: string): Partial<ProjectDescription> => ({ triggers: [{ token: 'trigger', owner }] });
const notPermitted = refused(400, base('Insufficient permissions to create a new pipeline'));
const noVariables = refused(400, base('Insufficient permissions to set pipeline variables'));
const refProtected = refused(
  400,
  base(
    "You do not have sufficient permission to run a pipeline on 'main'. Please select a different branch or contact your administrator for assistance.",
  ),
);

const projectCases: readonly ProjectCase[] = [
  {
    name: 'a ref that does not exist',
    give: {},
    request: { ref: 'none' },
    want: refused(400, base('Reference not found')),
  },
  {
    name: 'a commit instead of a ref',
    give: {},
    request: { ref: '1'.repeat(40) },
    want: refused(400, base('Reference not found')),
  },
  {
    name: 'a full ref of the wrong kind',
    give: {},
    request: { ref: 'refs/tags/main' },
    want: refused(400, base('Reference not found')),
  },
  {
    name: 'a commit that cannot be read',
    give: { refs: [{ name: 'main', commit: 'missing' }] },
    want: refused(400, base('Commit not found')),
  },
  {
    name: 'a branch and a tag of one name',
    give: { refs: [{ name: 'main' }, { name: 'main', kind: 'tag' }] },
    want: refused(400, base('Ref is ambiguous')),
  },
  {
    name: 'CI/CD switched off',
    give: { ciEnabled: false },
    want: refused(400, base('Pipelines are disabled!')),
  },
  {
    name: 'a running import',
    give: { importRunning: true },
    want: refused(400, base('You cannot run pipelines before project import is complete.')),
  },
  { name: 'an owner who is only a guest', give: ownerIs('guest'), want: notPermitted },
  { name: 'an owner who is no member', give: { members: {} }, want: notPermitted },
  { name: 'an owner who is blocked', give: ownerIs('eve'), want: notPermitted },
  { name: 'an archived project', give: { archived: true }, want: notPermitted },
  {
    name: 'a protected branch beyond the owner of the token',
    give: { ...ownerIs('dev'), refs: [{ name: 'main', protectedFor: 'maintainer' }] },
    want: refProtected,
  },
  {
    name: 'a branch that nobody may push to',
    give: { refs: [{ name: 'main', protectedFor: 'no_one' }] },
    want: refProtected,
  },
  {
    name: 'variables in a project that allows none',
    give: { variablesMinimumRole: 'no_one_allowed' },
    request: { variables: { A: '1' } },
    want: noVariables,
  },
  {
    name: 'variables of a developer in a project that asks for maintainers',
    give: { ...ownerIs('dev'), variablesMinimumRole: 'maintainer' },
    request: { variables: { A: '1' } },
    want: noVariables,
  },
  {
    name: 'a variable named TRIGGER_PAYLOAD',
    give: {},
    request: { variables: { TRIGGER_PAYLOAD: '1' } },
    want: refusedAndSaved(422, base('Duplicate variable name: TRIGGER_PAYLOAD')),
  },
  {
    name: 'two variables that differ by white space only',
    give: {},
    request: { variables: { A: '1', ' A ': '2' } },
    want: refusedAndSaved(422, base('Duplicate variable name: A')),
  },
  {
    name: 'several such pairs',
    give: {},
    request: { variables: { A: '1', 'A ': '2', B: '1', ' B': '2' } },
    want: refusedAndSaved(422, base('Duplicate variable names: A, B')),
  },
  {
    name: 'a variable with a forbidden character',
    give: {},
    request: { variables: { 'A-B': '1' } },
    want: refusedAndSaved(
      422,
      base("Failed to build pipeline variables: Key can contain only letters, digits and '_'."),
    ),
  },
  {
    name: 'a clash of internal ids',
    give: ci({ kind: 'id_clash' }),
    want: refused(400, base('Failed to persist the pipeline, please retry')),
  },
  {
    name: 'no CI file',
    give: ci({ kind: 'missing' }),
    want: refused(400, base('Missing CI config file')),
  },
  {
    name: 'an invalid CI file, whose texts come through the sanitizer',
    give: ci({ kind: 'invalid', errors: ['jobs:a config <b> & more', 'second'] }),
    want: refusedAndSaved(422, base('jobs:a config &lt;b&gt; &amp; more', 'second')),
  },
  {
    name: 'inputs without a declaration',
    give: {},
    request: { inputs: { a: 1 } },
    want: refusedAndSaved(
      422,
      base('Given inputs not defined in the `spec` section of the included configuration file'),
    ),
  },
  {
    name: 'inputs that are wrong in every way',
    give: ci({
      kind: 'valid',
      script: shortScript,
      inputs: {
        count: { type: 'number' },
        list: { type: 'array' },
        env: { type: 'string', options: ['a'] },
        must: { type: 'string' },
      },
    }),
    request: { inputs: { count: 'many', list: 'x', env: 'b', extra: true } },
    want: refusedAndSaved(
      422,
      base(
        '`count` input: provided value is not a number',
        '`list` input: provided value is not an array',
        '`env` input: `b` cannot be used because it is not in the list of allowed options',
        '`must` input: required value has not been provided',
        'unknown input arguments: extra',
      ),
    ),
  },
  {
    name: 'workflow rules that leave nothing',
    give: ci({ kind: 'filtered_by_workflow' }),
    want: refused(
      400,
      base('The pipeline did not run. Review the workflow:rules configuration for the pipeline.'),
    ),
  },
  {
    name: 'rules that leave no job',
    give: ci({ kind: 'no_jobs' }),
    want: refused(
      400,
      base(
        'The resulting pipeline would have been empty. Review the rules configuration for the relevant jobs.',
      ),
    ),
  },
  {
    name: 'too many active jobs',
    give: ci({ kind: 'too_many_active_jobs' }),
    want: refusedAndSaved(
      422,
      base('Project exceeded the allowed number of jobs in active pipelines. Retry later.'),
    ),
  },
  {
    name: 'an owner without verified identity',
    give: ci({
      kind: 'refused_once_saved',
      text: 'Identity verification is required in order to run CI jobs',
      failureReason: 'user_not_verified',
    }),
    want: refusedAndSaved(422, base('Identity verification is required in order to run CI jobs')),
  },
  {
    name: 'a failure with only a reason',
    give: ci({ kind: 'failed_without_text', failureReason: 'deployments_limit_exceeded' }),
    want: refusedAndSaved(422, { message: 'deployments_limit_exceeded' }),
  },
  {
    name: 'a failure without any words',
    give: ci({ kind: 'failed_without_text' }),
    want: refusedAndSaved(422, { message: 'Could not create pipeline' }),
  },
  {
    name: 'an overloaded Gitaly',
    give: ci({ kind: 'gitaly_overloaded', text: 'try later', retryAfterSeconds: 7 }),
    want: refused(503, { message: 'try later' }),
  },
  {
    name: 'a lock conflict',
    give: ci({ kind: 'resource_locked' }),
    want: refused(409, { message: '409 Conflict: Resource lock' }),
  },
  {
    name: 'a crash before the work',
    give: ci({ kind: 'internal_error', leaves: 'nothing' }),
    want: refused(500, { message: '500 Internal Server Error' }),
  },
  {
    name: 'a crash after the work',
    give: ci({ kind: 'internal_error', leaves: 'pipeline' }),
    want: { status: 500, body: { message: '500 Internal Server Error' }, left: ['created'] },
  },
];

describe('the checks of project, ref, owner and CI file of a trigger', () => {
  test.each(projectCases)('answer to $name', ({ give, request, want }) => {
    const world = createWorld(scenario(give));
    expect(outcomeOf(world, world.trigger(request))).toEqual(want);
  });

  test('leave a failed pipeline with the texts and without jobs for bad YAML', () => {
    const world = createWorld(scenario(ci({ kind: 'invalid', errors: ['one', 'two'] })));
    world.trigger();
    const pipeline = world.asAda('GET', '/projects/42/pipelines/257').body;
    expect([pick(pipeline, 'status'), pick(pipeline, 'yaml_errors')]).toEqual(['failed', 'one\ntwo']);
    expect(world.asAda('GET', '/projects/42/pipelines/257/jobs').body).toEqual([]);
  });

  test('report bad YAML as created in an older release', () => {
    const world = createWorld(scenario(ci({ kind: 'invalid', errors: ['one'] }), { release: legacyRelease }));
    const { status, body } = world.trigger();
    expect([status, pick(body, 'status'), pick(body, 'yaml_errors')]).toEqual([201, 'failed', 'one']);
  });

  test('allow a trigger without variables if variables are closed, except in an older release', () => {
    const closed = { variablesMinimumRole: 'no_one_allowed' } as const;
    expect(createWorld(scenario(closed)).trigger().status).toBe(201);
    const older = createWorld(scenario(closed, { release: { payloadVariable: 'counts' } }));
    expect(outcomeOf(older, older.trigger())).toEqual(noVariables);
  });

  test('let Gitaly say when to retry', () => {
    const world = createWorld(
      scenario(ci({ kind: 'gitaly_overloaded', text: 'try later', retryAfterSeconds: 7 })),
    );
    expect(world.trigger().headers['retry-after']).toBe('7');
  });

  test('ignore inputs in a release without them', () => {
    const world = createWorld(scenario({}, { release: { pipelineInputs: 'ignored' } }));
    expect(world.trigger({ inputs: { a: 1 } }).status).toBe(201);
  });
});

describe('the limits of a trigger', () => {
  test('are a 400 for too many pipelines in one minute, until the minute is over', () => {
    const world = createWorld(scenario({}, { pipelineCreationsPerMinute: 1 }));
    expect(world.trigger().status).toBe(201);
    const { status, body, headers } = world.trigger();
    expect({ status, body }).toEqual({
      status: 400,
      body: base('Too many pipelines created in the last minute. Try again later.'),
    });
    expect(headers['retry-after']).toBeUndefined();
    world.clock.pass(60_000);
    expect(world.trigger().status).toBe(201);
  });

  test('are plain text with all headers from the throttle in front', () => {
    const world = createWorld(
      scenario({}, { throttle: { unauthenticatedPerMinute: 1, headers: 'when_throttled' } }),
    );
    world.clock.pass(20_500);
    expect(world.trigger().headers['ratelimit-limit']).toBeUndefined();
    const { status, headers, body } = world.trigger();
    expect({ status, headers, body }).toEqual({
      status: 429,
      body: 'Retry later\n',
      headers: {
        'content-type': 'text/plain',
        date: 'Thu, 01 Jan 2026 00:00:20 GMT',
        'ratelimit-limit': '1',
        'ratelimit-name': 'throttle_unauthenticated_api',
        'ratelimit-observed': '2',
        'ratelimit-remaining': '0',
        'ratelimit-reset': String(Date.UTC(2026, 0, 1, 0, 1) / 1000),
        'ratelimit-resettime': 'Thu, 01 Jan 2026 00:01:00 GMT',
        'retry-after': '40',
        ...everyHeader,
        'x-gitlab-meta': '{"correlation_id":"01KDVDNY0M0000000000000002","version":"1"}',
        'x-request-id': '01KDVDNY0M0000000000000002',
      },
    });
    expect(world.asAda('GET', '/projects/42').status).toBe(200);
  });

  test('are counted in headers by newer servers', () => {
    const throttle = { authenticatedPerMinute: 5, headers: 'always' } as const;
    const { headers } = createWorld(scenario({}, { throttle })).asAda('GET', '/projects/42');
    expect(headers).toMatchObject({ 'ratelimit-remaining': '4', 'ratelimit-observed': '1' });
  });
});

describe('a read-only instance', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const cases: readonly {
    readonly writes: Scenario['writes'];
    readonly headers: Readonly<Record<string, string>>;
    readonly want: unknown;
  }[] = [
    {
      writes: 'maintenance',
      headers: { 'content-type': 'application/json' },
      want: { status: 503, body: { message: 'GitLab is undergoing maintenance' } },
    },
    {
      writes: 'maintenance',
      headers: form,
      want: { status: 301, headers: { location: 'https://gitlab.example.com/' } },
    },
    {
      writes: 'maintenance',
      headers: { ...form, referer: 'https://elsewhere.example/' },
      want: { status: 301, headers: { location: 'https://elsewhere.example/' } },
    },
    {
      writes: 'read_only',
      headers: { 'content-type': 'application/json' },
      want: {
        status: 403,
        body: { message: 'You cannot perform write operations on a read-only instance' },
      },
    },
    { writes: 'read_only', headers: form, want: { status: 301 } },
  ];

  test.each(cases)('answers a write with $writes and $headers', ({ writes, headers, want }) => {
    const world = createWorld(scenario({}, { writes }));
    expect(world.send('POST', path, { headers, body: '{}' })).toMatchObject(want as object);
    expect(world.gitlab.pipelines()).toEqual([]);
    expect(world.asAda('GET', '/projects/42').status).toBe(200);
  });

  test('accepts writes again when it is opened', () => {
    const world = createWorld(scenario({}, { writes: 'maintenance' }));
    world.gitlab.setWrites('open');
    expect(world.trigger().status).toBe(201);
  });
});
