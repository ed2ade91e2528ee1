import type { StepAttempt } from '../model/caller-context.js';
import type { ReadVariable } from './console-host.js';

/** What a host tells of the attempts of a run. */
export interface AttemptRow {
  /** As docs/reruns.md calls it. */
  readonly name: string;
  readonly tells?: {
    /** The variable that is the same in all attempts of a run. */
    readonly run: string;
    /** The variables that are others in each attempt; the last one is always there. */
    readonly attempt: readonly string[];
    /** Those that tell job, step and leg apart, as far as there are any. */
    readonly step: readonly string[];
    /** Whether these values are those of a first attempt. */
    readonly isFirst: (given: {
      readonly run: string;
      readonly attempt: readonly string[];
      readonly read: ReadVariable;
    }) => StepAttempt['isFirst'];
  };
  /** What users read in docs/reruns.md: which re-runs are recognized, or why none is. */
  readonly note: string;
}

const everyOneIs =
  (first: string): NonNullable<AttemptRow['tells']>['isFirst'] =>
  ({ attempt }) =>
    attempt.every((value) => value === first);

/** The runner's variables of GitHub, which the others of its kind set, too. */
const githubTells = {
  run: 'GITHUB_RUN_ID',
  attempt: ['GITHUB_RUN_ATTEMPT'],
  step: ['GITHUB_JOB', 'GITHUB_ACTION'],
  isFirst: everyOneIs('1'),
} as const;

const newRun = 'A re-run is a run of its own, with a new number.';

/**
 * Which hosts tell a run and its attempts apart, by their documentation.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 * @see https://docs.gitlab.com/ci/variables/predefined_variables/
 * @see https://learn.microsoft.com/en-us/azure/devops/pipelines/build/variables
 * @see https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/
 * @see https://buildkite.com/docs/pipelines/configure/environment-variables
 * @see https://circleci.com/docs/reference/variables/
 */
export const attemptRows = {
  'github-actions': {
    name: 'GitHub Actions',
    tells: githubTells,
    note: '"Re-run failed jobs", "Re-run all jobs", and the re-run of one job.',
  },
  forgejo: {
    name: 'Forgejo Actions',
    tells: githubTells,
    note: 'Re-runs of a run or a job, where the runner sets `GITHUB_RUN_ATTEMPT`.',
  },
  gitea: {
    name: 'Gitea Actions',
    tells: githubTells,
    note: 'Re-runs of a run or a job, where the runner sets `GITHUB_RUN_ATTEMPT`.',
  },
  'gitlab-ci': {
    name: 'GitLab CI',
    tells: {
      run: 'CI_PIPELINE_ID',
      attempt: ['CI_JOB_ID'],
      step: ['CI_JOB_STAGE', 'CI_JOB_NAME', 'CI_NODE_INDEX'],
      isFirst: ({ read }) => {
        const retries = read('CI_JOB_RETRY_COUNT');
        return retries === undefined ? 'unknown' : retries === '0';
      },
    },
    note: 'Retries of the job, by hand or by `retry`. Without `CI_JOB_RETRY_COUNT`, each attempt may be the first.',
  },
  'azure-pipelines': {
    name: 'Azure Pipelines',
    tells: {
      run: 'BUILD_BUILDID',
      attempt: ['SYSTEM_STAGEATTEMPT', 'SYSTEM_PHASEATTEMPT', 'SYSTEM_JOBATTEMPT'],
      step: ['SYSTEM_STAGENAME', 'SYSTEM_PHASENAME', 'SYSTEM_JOBNAME', 'SYSTEM_JOBPOSITIONINPHASE'],
      isFirst: everyOneIs('1'),
    },
    note: '"Rerun failed jobs" and the re-run of a stage or a job.',
  },
  'bitbucket-pipelines': {
    name: 'Bitbucket Pipelines',
    tells: {
      run: 'BITBUCKET_BUILD_NUMBER',
      attempt: ['BITBUCKET_STEP_RUN_NUMBER'],
      step: ['BITBUCKET_PARALLEL_STEP', 'BITBUCKET_DEPLOYMENT_ENVIRONMENT'],
      isFirst: everyOneIs('1'),
    },
    note: '"Rerun failed steps". No variable names the step: set `rerun_key` where two steps request the same pipeline.',
  },
  buildkite: {
    name: 'Buildkite',
    tells: {
      run: 'BUILDKITE_BUILD_ID',
      attempt: ['BUILDKITE_RETRY_COUNT'],
      step: ['BUILDKITE_STEP_ID', 'BUILDKITE_STEP_KEY', 'BUILDKITE_LABEL', 'BUILDKITE_PARALLEL_JOB'],
      isFirst: everyOneIs('0'),
    },
    note: 'Retries of the job, by hand or automatic. "Rebuild" is a build of its own.',
  },
  circleci: {
    name: 'CircleCI',
    tells: {
      run: 'CIRCLE_WORKFLOW_WORKSPACE_ID',
      attempt: ['CIRCLE_WORKFLOW_ID'],
      step: ['CIRCLE_JOB', 'CIRCLE_NODE_INDEX'],
      // The workspace is called after the first of the workflows that share it.
      isFirst: ({ run, attempt }) => attempt[0] === run,
    },
    note: '"Rerun workflow from failed", and "Rerun job with SSH": workflows that share a workspace.',
  },
  jenkins: { name: 'Jenkins', note: 'A rebuild and a restart from a stage are builds of their own.' },
  teamcity: { name: 'TeamCity', note: newRun },
  travis: { name: 'Travis CI', note: 'A restarted job gets no variable of the attempt before.' },
  bitrise: { name: 'Bitrise', note: newRun },
  harness: { name: 'Harness CI', note: newRun },
  drone: { name: 'Drone', note: newRun },
  woodpecker: { name: 'Woodpecker', note: newRun },
  'google-cloud-build': { name: 'Google Cloud Build', note: newRun },
  'aws-codebuild': { name: 'AWS CodeBuild', note: newRun },
  'argo-workflows': { name: 'Argo Workflows', note: 'A retried pod gets no variable of the attempt before.' },
  tekton: { name: 'Tekton', note: 'A step gets no variable of its run.' },
} satisfies Readonly<Record<string, AttemptRow>>;

/** The attempt that a step is part of; `undefined` where its host does not tell. */
export function attemptOf(host: keyof typeof attemptRows, read: ReadVariable): StepAttempt | undefined {
  const { tells }: AttemptRow = attemptRows[host];
  if (tells === undefined) return undefined;
  const run = read(tells.run);
  const last = read(tells.attempt.at(-1) ?? '');
  if (run === undefined || last === undefined) return undefined;
  const attempt = tells.attempt.flatMap((name) => read(name) ?? []);
  return {
    run,
    step: tells.step.map((name) => read(name) ?? ''),
    id: attempt.join('.'),
    isFirst: tells.isFirst({ run, attempt, read }),
  };
}
