import type { PipelineScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import { legacyRelease } from '../../../src/simulator/gitlab/state/release.js';
import type {
  AccessTokenDescription,
  CiConfiguration,
  PastPipelineDescription,
  Scenario,
} from '../../../src/simulator/gitlab/state/scenario.js';
import type { Dice } from './dice.js';
import { mainSha, otherProjectId, projectId } from './story.js';

/** Tokens of every sort; they open nothing anywhere. */
export const tokens = {
  trigger: 'glptt-5f0c1d2e3b4a59687786950a1b2c3d4e5f607182',
  foreign: 'glptt-a7b6c5d4e3f2019283746556473829100f1e2d3c',
  expiredTrigger: 'glptt-0b1c2d3e4f5061728394a5b6c7d8e9f00f1e2d3c',
  wrongTrigger: 'glptt-99887766554433221100ffeeddccbbaa00112233',
  job: 'glcbt-64_Kx2mWq8TzR4vYb6NcJdLf',
  deadJob: 'glcbt-64_Aa1Bb2Cc3Dd4Ee5Ff6Gg7H',
  api: 'glpat-Qw3rTy7uIoP9aSdFgHjK',
  readApi: 'glpat-Zx8cVb2nMl4kJhGf6dSa',
  developer: 'glpat-Mn5bVc7xZq2wEr4tYu6i',
  guest: 'glpat-Po9iUy8tRe7wQa6sDf5g',
  expired: 'glpat-Lk3jHg5fDs7aPo9iUy1t',
  wrong: 'glpat-Tt5rRe4wWq3sSd2fFg1h',
} as const;

const accessTokens: readonly AccessTokenDescription[] = [
  { token: tokens.api, user: 'ada', scopes: ['api'] },
  { token: tokens.readApi, user: 'ada', scopes: ['read_api'] },
  { token: tokens.developer, user: 'dev', scopes: ['api'] },
  { token: tokens.guest, user: 'guest', scopes: ['api'] },
  { token: tokens.expired, user: 'ada', scopes: ['api'], state: 'expired' },
];

/** A GitLab with one project, whose pipelines go by `script`, and perhaps others on the same ref. */
export function randomInstance(
  dice: Dice,
  given: { readonly script: PipelineScript; readonly entry: 'trigger' | 'wait' },
): Scenario {
  const visibility = dice.weighted([
    [70, 'private'],
    [30, 'public'],
  ] as const);
  return {
    users: [{ username: 'ada' }, { username: 'dev' }, { username: 'guest' }],
    projects: [
      {
        id: projectId,
        path: 'group/app',
        visibility,
        publicPipelines: dice.chance(0.9),
        members: { ada: 'maintainer', dev: 'developer', guest: 'guest' },
        refs: [{ name: 'main', sha: mainSha }],
        triggers: [
          { token: tokens.trigger, owner: dice.pick(['ada', 'dev']) },
          { token: tokens.expiredTrigger, owner: 'ada', expiresAt: '2020-01-01T00:00:00Z' },
        ],
        variablesMinimumRole: dice.chance(0.05) ? 'maintainer' : undefined,
        ci: randomConfiguration(dice, given.script),
        pastPipelines: pastPipelines(dice, given),
      },
      {
        id: otherProjectId,
        path: 'group/other',
        visibility: dice.chance(0.3) ? 'private' : visibility,
        members: dice.chance(0.7) ? { ada: 'maintainer', dev: 'developer' } : {},
        refs: [{ name: 'main', sha: '2'.repeat(40) }],
        triggers: [{ token: tokens.foreign, owner: 'ada' }],
      },
    ],
    accessTokens,
    jobTokens: [
      { token: tokens.job, user: 'dev', projectId, job: 'running' },
      { token: tokens.deadJob, user: 'dev', projectId, job: 'finished' },
    ],
    release: dice.weighted<Scenario['release']>([
      [8, legacyRelease],
      [10, '13.0'],
      [12, '16.11'],
      [15, '18.2'],
      [55, '19.3'],
    ]),
    pipelineCreationsPerMinute: dice.weighted([
      [94, undefined],
      [3, 1],
      [3, 0],
    ]),
    throttle: dice.chance(0.08)
      ? { unauthenticatedPerMinute: dice.between(1, 6), authenticatedPerMinute: dice.between(10, 60) }
      : undefined,
  };
}

function randomConfiguration(dice: Dice, script: PipelineScript): CiConfiguration {
  return dice.weighted<CiConfiguration>([
    [170, { kind: 'valid', script }],
    [1, { kind: 'missing' }],
    [2, { kind: 'invalid', errors: ['jobs:unit config should implement a script'] }],
    [1, { kind: 'filtered_by_workflow' }],
    [1, { kind: 'no_jobs' }],
    [1, { kind: 'too_many_active_jobs' }],
    [1, { kind: 'refused_once_saved', text: 'too many deployments', failureReason: 'size_limit_exceeded' }],
    [1, { kind: 'failed_without_text' }],
    [1, { kind: 'id_clash' }],
    [1, { kind: 'gitaly_overloaded', text: 'Gitaly is busy', retryAfterSeconds: dice.between(1, 30) }],
    [1, { kind: 'resource_locked' }],
    [1, { kind: 'internal_error', leaves: 'nothing' }],
    [3, { kind: 'internal_error', leaves: 'pipeline', script }],
  ]);
}

/**
 * For `wait` the pipeline it is given, which gets the first id; then perhaps some that have nothing to do
 * with the run.
 */
function pastPipelines(
  dice: Dice,
  { script, entry }: { readonly script: PipelineScript; readonly entry: 'trigger' | 'wait' },
): readonly PastPipelineDescription[] {
  const given: PastPipelineDescription[] =
    entry === 'wait'
      ? [
          {
            ref: 'main',
            user: 'ada',
            startedAgoMs: 100_000 + dice.spread(1, 600_000),
            script,
            source: 'trigger',
          },
        ]
      : [];
  const others = Array.from({ length: dice.pick([0, 0, 1, 3]) }, (): PastPipelineDescription => ({
    ref: 'main',
    user: dice.pick(['ada', 'dev']),
    startedAgoMs: dice.spread(100, 90_000),
    source: dice.pick(['push', 'trigger', 'api', 'pipeline']),
    script: { jobs: [{ name: 'unit', durationMs: dice.spread(1000, 3_600_000) }] },
    ...(dice.chance(0.5) ? { variables: { TRIGGER_PAYLOAD: '{"ref":"main"}' } } : {}),
  }));
  return [...given, ...others];
}
