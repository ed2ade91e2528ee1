import { describe, expect, test } from '@jest/globals';

import { type ReleaseName, releaseNames, releases } from '../../../../src/simulator/gitlab/state/release.js';
import type { ProjectDescription, Scenario } from '../../../../src/simulator/gitlab/state/scenario.js';
import { type World, createWorld, pick, scenario } from './support/world.js';

/** A world of a release in which a pipeline with a child and a job that was run again has ended. */
function endedWorld(
  release: ReleaseName,
  project: Partial<ProjectDescription> = {},
  changes: Partial<Scenario> = {},
): World {
  const script = {
    createdForMs: 0,
    jobs: [
      { name: 'unit', result: 'failed' as const, durationMs: 1000 },
      { name: 'lint', durationMs: 1000 },
    ],
    bridges: [
      { name: 'deploy', strategy: 'depend' as const, downstream: { script: { jobs: [{ name: 'in' }] } } },
    ],
  };
  const world = createWorld(scenario({ ci: { kind: 'valid', script }, ...project }, { release, ...changes }));
  world.trigger();
  world.clock.pass(60_000);
  world.asAda('POST', '/projects/42/jobs/9001/retry');
  world.clock.pass(60_000);
  return world;
}

const jobToken = { token: 'job', user: 'dev', projectId: 42, job: 'running' as const };

/** What somebody sees of a release, and in which releases it is so. */
const facts: readonly {
  readonly fact: string;
  readonly see: (release: ReleaseName) => unknown;
  readonly want: Readonly<Record<ReleaseName, unknown>>;
}[] = [
  {
    fact: 'its version',
    see: (release) => pick(createWorld(scenario({}, { release })).asAda('GET', '/version').body, 'version'),
    want: { '13.0': '13.0.14', '16.11': '16.11.10', '18.2': '18.2.8', '19.3': '19.3.0' },
  },
  {
    fact: 'the members of a pipeline that others lack',
    see: (release) => {
      const { body } = endedWorld(release).asAda('GET', '/projects/42/pipelines/257');
      const optional = ['iid', 'project_id', 'source', 'name', 'queued_duration', 'archived'];
      return optional.filter((name) => Object.hasOwn(body as object, name));
    },
    want: {
      '13.0': [],
      '16.11': ['iid', 'project_id', 'source', 'name', 'queued_duration'],
      '18.2': ['iid', 'project_id', 'source', 'name', 'queued_duration'],
      '19.3': ['iid', 'project_id', 'source', 'name', 'queued_duration', 'archived'],
    },
  },
  {
    fact: 'the jobs of a pipeline, without asking for earlier attempts',
    see: (release) => {
      const { body } = endedWorld(release).asAda('GET', '/projects/42/pipelines/257/jobs');
      return (body as readonly unknown[]).map((job) => pick(job, 'id'));
    },
    want: { '13.0': [9001, 9002, 9005], '16.11': [9005, 9002], '18.2': [9005, 9002], '19.3': [9005, 9002] },
  },
  {
    fact: 'whether trigger jobs are listed, by the old name and the new',
    see: (release) =>
      ['bridges', 'trigger_jobs'].map(
        (name) => endedWorld(release).asAda('GET', `/projects/42/pipelines/257/${name}`).status,
      ),
    want: { '13.0': [404, 404], '16.11': [200, 404], '18.2': [200, 404], '19.3': [200, 200] },
  },
  {
    fact: 'a child pipeline by its number',
    see: (release) => endedWorld(release).asAda('GET', '/projects/42/pipelines/258').status,
    want: { '13.0': 404, '16.11': 200, '18.2': 200, '19.3': 200 },
  },
  {
    fact: 'what a job token reads: the pipeline, its jobs, an archive',
    see: (release) => {
      const world = endedWorld(release, {}, { jobTokens: [jobToken] });
      return ['pipelines/257', 'pipelines/257/jobs', 'jobs/9002/artifacts'].map((target) => {
        const { body } = world.send('GET', `/projects/42/${target}`, { headers: { 'job-token': 'job' } });
        // The job has no archive, which GitLab only says to those who may read it.
        return pick(body, 'message') !== '404 Project Not Found';
      });
    },
    want: {
      '13.0': [false, false, true],
      '16.11': [false, false, true],
      '18.2': [false, true, true],
      '19.3': [true, true, true],
    },
  },
  {
    fact: 'an expired trigger token, ten days after and forty',
    see: (release) =>
      ['2025-12-22T00:00:00Z', '2025-11-22T00:00:00Z'].map((expiresAt) => {
        const triggers = [{ token: 'trigger', owner: 'ada', expiresAt }];
        return createWorld(scenario({ triggers }, { release })).trigger().status;
      }),
    want: { '13.0': [201, 201], '16.11': [201, 201], '18.2': [201, 201], '19.3': [201, 404] },
  },
  {
    fact: 'a new trigger token',
    see: (release) => {
      const world = createWorld(scenario({}, { release }));
      const { body } = world.asAda('POST', '/projects/42/triggers', { description: 'x' });
      return String(pick(body, 'token'))
        .replace(/[0-9a-f]{30,}$/, 'hex')
        .replace(/^(glptt-)[\w-]{20}$/, '$1friendly');
    },
    want: { '13.0': 'hex', '16.11': 'glptt-hex', '18.2': 'glptt-hex', '19.3': 'glptt-friendly' },
  },
  {
    fact: 'the counters of the throttle, on an ordinary answer and on a 429',
    see: (release) => {
      const world = createWorld(scenario({}, { release, throttle: { authenticatedPerMinute: 1 } }));
      const answers = [1, 2].map(() => world.asAda('GET', '/projects/42'));
      return answers.map(({ status, headers }) => [status, headers['ratelimit-remaining'] !== undefined]);
    },
    want: {
      '13.0': [
        [200, false],
        [429, false],
      ],
      '16.11': [
        [200, false],
        [429, true],
      ],
      '18.2': [
        [200, false],
        [429, true],
      ],
      '19.3': [
        [200, true],
        [429, true],
      ],
    },
  },
  {
    fact: 'X-Gitlab-Meta',
    see: (release) =>
      Object.hasOwn(createWorld(scenario({}, { release })).asAda('GET', '/version').headers, 'x-gitlab-meta'),
    want: { '13.0': false, '16.11': true, '18.2': true, '19.3': true },
  },
  {
    fact: 'the check of a CI file, and what an access token is',
    see: (release) => {
      const world = createWorld(scenario({}, { release }));
      return ['/projects/42/ci/lint', '/api/v4/personal_access_tokens/self'].map(
        (target) => world.asAda('GET', target).status,
      );
    },
    want: { '13.0': [404, 404], '16.11': [200, 200], '18.2': [200, 200], '19.3': [200, 200] },
  },
  {
    fact: 'a filter by source',
    see: (release) => {
      const { body } = endedWorld(release).asAda('GET', '/projects/42/pipelines?source=push');
      return (body as readonly unknown[]).length;
    },
    want: { '13.0': 1, '16.11': 0, '18.2': 0, '19.3': 0 },
  },
  {
    fact: 'the variable with the request in it',
    see: (release) => {
      const { body } = endedWorld(release).asAda('GET', '/projects/42/pipelines/257/variables');
      return (body as readonly unknown[]).map((variable) => pick(variable, 'key'));
    },
    want: {
      '13.0': [],
      '16.11': ['TRIGGER_PAYLOAD'],
      '18.2': ['TRIGGER_PAYLOAD'],
      '19.3': ['TRIGGER_PAYLOAD'],
    },
  },
  {
    fact: 'a trigger where nobody may set variables',
    see: (release) =>
      createWorld(scenario({ variablesMinimumRole: 'no_one_allowed' }, { release })).trigger().status,
    want: { '13.0': 201, '16.11': 400, '18.2': 400, '19.3': 201 },
  },
  {
    fact: 'the status after a job is told to stop that takes its time',
    see: (release) => {
      const script = { createdForMs: 0, jobs: [{ name: 'soak', durationMs: 60_000, cancelingForMs: 5000 }] };
      const world = createWorld(scenario({ ci: { kind: 'valid', script } }, { release }));
      world.trigger();
      world.clock.pass(20_000);
      return pick(world.asAda('POST', '/projects/42/pipelines/257/cancel').body, 'status');
    },
    want: { '13.0': 'canceled', '16.11': 'canceled', '18.2': 'canceling', '19.3': 'canceling' },
  },
  {
    fact: 'a lack of Gitaly while the pipeline is made',
    see: (release) =>
      createWorld(scenario({ ci: { kind: 'gitaly_exhausted' } }, { release })).trigger().status,
    want: { '13.0': 503, '16.11': 503, '18.2': 503, '19.3': 400 },
  },
];

describe.each(releaseNames)('the release GitLab %s', (release) => {
  test.each(facts)('has its own: $fact', ({ see, want }) => {
    expect(see(release)).toEqual(want[release]);
  });
});

test('each trait distinguishes at least two of the releases, or only an older one that is not among them', () => {
  const traits = Object.keys(releases['19.3']) as (keyof (typeof releases)['19.3'])[];
  const same = traits.filter(
    (trait) => new Set(releaseNames.map((name) => releases[name][trait])).size === 1,
  );
  expect(same).toEqual([]);
});
