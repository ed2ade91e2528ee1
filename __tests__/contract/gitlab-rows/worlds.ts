import type { CiConfiguration, ProjectDescription } from '../../../src/simulator/gitlab/state/scenario.js';
import { type World, createWorld, scenario, shortScript } from '../../unit/simulator/gitlab/support/world.js';

function withCi(ci: CiConfiguration): () => World {
  return () => createWorld(scenario({ ci }));
}

function withProject(project: Partial<ProjectDescription>): () => World {
  return () => createWorld(scenario(project));
}

const archive = { fileType: 'archive', filename: 'artifacts.zip', files: { 'out/a.txt': 'A' } };

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
};
