import { type ReleaseName, releaseNames } from '../../../src/simulator/gitlab/state/release.js';
import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import { type World, createWorld, scenario } from '../../unit/simulator/gitlab/support/world.js';

/** A token, and how it is given to GitLab. */
interface Bearer {
  readonly name: string;
  readonly token: string;
  readonly header: 'private-token' | 'job-token';
}

export const bearers: readonly Bearer[] = [
  { name: 'trigger token', token: 'trigger', header: 'private-token' },
  { name: 'expired trigger token', token: 'expired-trigger', header: 'private-token' },
  { name: 'access token, `read_api`', token: 'ada-read', header: 'private-token' },
  { name: 'access token, `api`', token: 'ada-api', header: 'private-token' },
  { name: 'expired access token', token: 'ada-expired', header: 'private-token' },
  { name: '`CI_JOB_TOKEN`', token: 'job', header: 'job-token' },
];

/** A thing that somebody may do, as a request; the trigger takes its token in the body. */
interface Duty {
  readonly name: string;
  readonly ask: (world: World, bearer: Bearer) => number;
}

function get(target: string): Duty['ask'] {
  return (world, { header, token }) =>
    world.send('GET', `/projects/42/${target}`, { headers: { [header]: token } }).status;
}

export const duties: readonly Duty[] = [
  {
    name: 'start a pipeline',
    ask: (world: World, { header, token }: Bearer): number => {
      const { status } = world.trigger({ token });
      if (status === 201 || header === 'job-token') return status;
      return world.send('POST', '/projects/42/pipeline', {
        headers: { [header]: token },
        body: { ref: 'main' },
      }).status;
    },
  },
  { name: 'read pipelines', ask: get('pipelines') },
  { name: 'read jobs', ask: get('pipelines/257/jobs') },
  { name: 'read trigger jobs', ask: get('pipelines/257/bridges') },
  { name: 'read artifacts', ask: get('jobs/9001/artifacts') },
  { name: 'read logs', ask: get('jobs/9001/trace') },
  { name: 'read tests', ask: get('pipelines/257/test_report_summary') },
  { name: 'read variables', ask: get('pipelines/257/variables') },
  {
    name: 'cancel a pipeline',
    ask: (world: World, { header, token }: Bearer): number =>
      world.send('POST', '/projects/42/pipelines/257/cancel', { headers: { [header]: token } }).status,
  },
  { name: 'list trigger tokens', ask: get('triggers') },
];

/** A private project in which a pipeline has passed, and one token of each kind. */
function worldOf(release: ReleaseName): World {
  const artifacts = [{ fileType: 'archive', filename: 'artifacts.zip', files: { a: 'a' } }] as const;
  const changes: Partial<Scenario> = {
    release,
    accessTokens: [
      { token: 'ada-api', user: 'ada', scopes: ['api'] },
      { token: 'ada-read', user: 'ada', scopes: ['read_api'] },
      { token: 'ada-expired', user: 'ada', scopes: ['api'], expiresAt: '2025-12-31T00:00:00Z' },
    ],
    jobTokens: [{ token: 'job', user: 'dev', projectId: 42, job: 'running' }],
  };
  const world = createWorld(
    scenario(
      {
        triggers: [
          { token: 'trigger', owner: 'ada' },
          { token: 'expired-trigger', owner: 'ada', expiresAt: '2025-12-22T00:00:00Z' },
        ],
        ci: { kind: 'valid', script: { createdForMs: 0, jobs: [{ name: 'unit', artifacts }] } },
      },
      changes,
    ),
  );
  world.trigger();
  world.clock.pass(60_000);
  return world;
}

/** Whether a simulated GitLab of this release lets somebody do something. */
export function mayDo(release: ReleaseName, bearer: Bearer, duty: Duty): boolean {
  return duty.ask(worldOf(release), bearer) < 300;
}

/**
 * What each token may do, as a table for docs/tokens.md: in all the releases that know the thing, in the
 * newer ones, or in none.
 */
export function dutiesTable(): string {
  const head = ['', ...bearers.map(({ name }) => name)];
  const rows = duties.map((duty) => {
    const known = releaseNames.filter((release) => bearers.some((bearer) => mayDo(release, bearer, duty)));
    const cells = bearers.map((bearer) => {
      const yes = known.filter((release) => mayDo(release, bearer, duty));
      if (yes.length === known.length) return 'yes';
      return yes.length === 0 ? 'no' : `from ${yes[0] ?? ''}`;
    });
    return [duty.name, ...cells];
  });
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
