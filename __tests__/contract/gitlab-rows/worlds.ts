import type { PipelineScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import type {
  CiConfiguration,
  ProjectDescription,
  Scenario,
} from '../../../src/simulator/gitlab/state/scenario.js';
import { type World, createWorld, scenario, shortScript } from '../../unit/simulator/gitlab/support/world.js';

function withCi(ci: CiConfiguration): () => World {
  return () => createWorld(scenario({ ci }));
}

function withProject(project: Partial<ProjectDescription>): () => World {
  return () => createWorld(scenario(project));
}

const archive = { fileType: 'archive', filename: 'artifacts.zip', files: { 'out/a.txt': 'A' } };
const runningJob = { token: 'job', user: 'dev', projectId: 42, job: 'running' as const };

/** A pipeline of this script, so long after its start. */
function played(
  script: PipelineScript,
  passMs: number,
  project: Partial<ProjectDescription> = {},
  changes: Partial<Scenario> = {},
): World {
  const world = createWorld(
    scenario({ ci: { kind: 'valid', script }, ...project }, { jobTokens: [runningJob], ...changes }),
  );
  world.trigger();
  world.clock.pass(passMs);
  return world;
}

const passing: PipelineScript = {
  jobs: [{ name: 'unit', log: 'one\ntwo\n', artifacts: [archive] }],
  tests: [{ name: 'unit', cases: [{ name: 'adds', status: 'success' }] }],
};

const reporting: PipelineScript = {
  jobs: [{ name: 'unit', artifacts: [{ fileType: 'dotenv', filename: '.env.gz', fileFormat: 'gzip' }] }],
};

/** Another system has said of the commit what `states` are, one after another. */
function said(...states: readonly string[]): () => World {
  return () => {
    const world = createWorld();
    for (const state of states) {
      world.asAda('POST', `/projects/42/statuses/${'1'.repeat(40)}`, {
        state,
        name: 'lint',
        target_url: 'https://ci.example/1',
      });
    }
    return world;
  };
}

function withTriggerOf(owner: string, expiresAt?: string): () => World {
  return withProject({ triggers: [{ token: 'trigger', owner, expiresAt }] });
}

function withForeignJob(project: Partial<ProjectDescription>): () => World {
  return () => {
    const give = scenario(project, {
      jobTokens: [{ ...runningJob, projectId: 43, policies: ['read_jobs'] }],
    });
    return createWorld(give);
  };
}

function started(passMs: number): () => World {
  return () => {
    const script = {
      stages: ['test', 'deploy'],
      jobs: [
        { name: 'unit', log: 'one\ntwo\n', artifacts: [archive], durationMs: 5_000 },
        { name: 'publish', stage: 'deploy', result: 'manual' as const },
      ],
    };
    const world = createWorld(
      scenario(
        { ci: { kind: 'valid', script } },
        { jobTokens: [{ token: 'job', user: 'dev', projectId: 42, job: 'running' }] },
      ),
    );
    world.trigger();
    world.clock.pass(passMs);
    return world;
  };
}

/** What the requests of the rows are sent to. */
export const worlds: Readonly<Record<string, () => World>> = {
  plain: () => createWorld(),
  public: withProject({ visibility: 'public' }),
  running: started(1_000),
  ended: started(20_000),
  failed: () => {
    const world = createWorld(
      scenario({ ci: { kind: 'valid', script: { jobs: [{ name: 'unit', result: 'failed' }] } } }),
    );
    world.trigger();
    world.clock.pass(20_000);
    return world;
  },
  'no CI file': withCi({ kind: 'missing' }),
  'bad YAML': withCi({ kind: 'invalid', errors: ['jobs:unit config contains unknown keys: scrip'] }),
  'no jobs': withCi({ kind: 'no_jobs' }),
  'workflow filter': withCi({ kind: 'filtered_by_workflow' }),
  'active jobs': withCi({ kind: 'too_many_active_jobs' }),
  'id clash': withCi({ kind: 'id_clash' }),
  locked: withCi({ kind: 'resource_locked' }),
  crash: withCi({ kind: 'internal_error', leaves: 'nothing' }),
  'wordless failure': withCi({ kind: 'failed_without_text' }),
  inputs: withCi({
    kind: 'valid',
    script: shortScript,
    inputs: {
      environment: { type: 'string', options: ['staging', 'production'] },
      count: { type: 'number', default: 1 },
    },
  }),
  'CI disabled': withProject({ ciEnabled: false }),
  importing: withProject({ importRunning: true }),
  archived: withProject({ archived: true }),
  gone: withProject({ gone: 'pending_deletion' }),
  renamed: withProject({ renamedFrom: 'group/old' }),
  'protected ref': withProject({
    refs: [{ name: 'main', protectedFor: 'no_one' }],
  }),
  'ambiguous ref': withProject({ refs: [{ name: 'main' }, { name: 'main', kind: 'tag' }] }),
  'missing commit': withProject({ refs: [{ name: 'main', commit: 'missing' }] }),
  'closed variables': withProject({ variablesMinimumRole: 'no_one_allowed' }),
  'expired token': () =>
    createWorld(
      scenario(
        {},
        {
          accessTokens: [
            { token: 'ada-api', user: 'ada', scopes: ['api'], state: 'expired' },
            { token: 'dev-api', user: 'dev', scopes: ['api'], state: 'revoked' },
          ],
        },
      ),
    ),
  maintenance: () => createWorld(scenario({}, { writes: 'maintenance' })),
  'read only': () => createWorld(scenario({}, { writes: 'read_only' })),
  'creation limit': () => createWorld(scenario({}, { pipelineCreationsPerMinute: 0 })),
  throttled: () =>
    createWorld(scenario({}, { throttle: { unauthenticatedPerMinute: 0, authenticatedPerMinute: 0 } })),
  'dead jobs': () =>
    createWorld(
      scenario(
        {},
        {
          jobTokens: (['finished', 'erased', 'project_deleted', 'expired'] as const).map((job) => ({
            token: job,
            user: 'dev',
            projectId: 42,
            job,
          })),
        },
      ),
    ),
  tagged: withProject({
    refs: [{ name: 'main', sha: '1'.repeat(40) }, { name: 'feature/x' }, { name: 'v1.0', kind: 'tag' }],
  }),
  empty: withProject({ refs: [] }),
  owned: () => played(passing, 20_000, { members: { ada: 'owner' } }),
  passed: () => played(passing, 20_000),
  'public passed': () => played(passing, 20_000, { visibility: 'public' }),
  many: () => {
    const world = createWorld();
    for (let count = 0; count < 3; count += 1) world.trigger();
    return world;
  },
  children: () =>
    played(
      {
        jobs: [{ name: 'unit' }],
        bridges: [{ name: 'child', strategy: 'depend', downstream: { script: shortScript } }],
      },
      20_000,
    ),
  retried: () => {
    const world = played({ jobs: [{ name: 'unit', result: 'failed' }] }, 20_000);
    world.asAda('POST', '/projects/42/jobs/9001/retry');
    return world;
  },
  warnings: () => played({ jobs: [{ name: 'unit', result: 'failed', allowFailure: true }] }, 20_000),
  'only optional': () => played({ jobs: [{ name: 'unit', result: 'manual', allowFailure: true }] }, 20_000),
  'half failed': () =>
    played(
      {
        jobs: [
          { name: 'unit', result: 'failed' },
          { name: 'slow', durationMs: 60_000 },
        ],
      },
      20_000,
    ),
  'report only': () => played(reporting, 20_000),
  'public report': () => played(reporting, 20_000, { visibility: 'public' }),
  'low owner': withTriggerOf('guest'),
  'blocked owner': withTriggerOf('eve'),
  'expired trigger': withTriggerOf('ada', '2025-12-25T00:00:00Z'),
  'long expired trigger': withTriggerOf('ada', '2025-11-25T00:00:00Z'),
  'two maintainers': withProject({ members: { ada: 'maintainer', dev: 'maintainer' } }),
  'full of triggers': withProject({ mostTriggers: 1 }),
  'foreign job': withForeignJob({}),
  'listed job': withForeignJob({ visibility: 'internal', jobTokenAllowlist: [43] }),
  'Gitaly exhausted': withCi({ kind: 'gitaly_exhausted' }),
  'Gitaly overloaded': withCi({
    kind: 'gitaly_overloaded',
    text: 'Upstream Gitaly has been exhausted',
    retryAfterSeconds: 30,
  }),
  'too many jobs': withCi({ kind: 'too_many_jobs', requested: 501, limit: 500 }),
  'external validation': withCi({
    kind: 'refused_once_saved',
    text: 'External validation failed',
    failureReason: 'external_validation_failure',
  }),
  counted: () => createWorld(scenario({}, { throttle: { authenticatedPerMinute: 10 } })),
  'fine-grained': () => {
    const accessTokens = [
      { token: 'ada-api', user: 'ada', scopes: ['api'], permissions: ['read_own_token'] },
    ];
    return createWorld(scenario({}, { accessTokens }));
  },
  'said running': said('running'),
  'said passed': said('running', 'success'),
  mirrored: withProject({ mirror: {} }),
  'polling off': () => createWorld(scenario({}, { changeTags: 'polling_off' })),
  'relative root': () => createWorld(scenario({}, { relativeUrlRoot: '/gitlab' })),
};
