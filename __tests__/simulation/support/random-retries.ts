import type { JobScript, PipelineScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import type { Dice } from './dice.js';
import type { Story } from './story.js';

const reasons = ['runner_system_failure', 'stuck_or_timeout_failure', 'script_failure'] as const;

/** What a story with retries has in the place of what it had without. */
export interface RetriedStory {
  readonly inputs: Story['inputs'];
  readonly script: PipelineScript;
}

/**
 * Some stories retry failed jobs, in pipelines whose jobs fail for one reason or another before they end as
 * they are to. The dice are its own, so that all else of a story stays as it is without.
 */
export function withRetries(dice: Dice, story: RetriedStory): RetriedStory {
  if (!dice.chance(0.12) || (story.inputs.access_token ?? '') === '') return story;
  return {
    inputs: {
      ...story.inputs,
      retry_failed: String(dice.between(1, 3)),
      retry_on: dice.pick(['', 'runner_system_failure', 'infrastructure, script_failure']),
    },
    script: failingAtFirst(dice, story.script),
  };
}

function failingAtFirst(dice: Dice, script: PipelineScript): PipelineScript {
  const { jobs, bridges } = script;
  return {
    ...script,
    ...(jobs === undefined ? {} : { jobs: jobs.map((job) => perhapsFailing(dice, job)) }),
    ...(bridges === undefined
      ? {}
      : {
          bridges: bridges.map(({ downstream, ...bridge }) => ({
            ...bridge,
            downstream: downstream && { ...downstream, script: failingAtFirst(dice, downstream.script) },
          })),
        }),
  };
}

function perhapsFailing(dice: Dice, job: JobScript): JobScript {
  const runsByItself = job.result === undefined || job.result === 'success' || job.result === 'failed';
  if (!runsByItself || !dice.chance(0.35)) return job;
  const failures = Array.from({ length: dice.between(1, 3) }, () => dice.pick(reasons));
  return { ...job, failures, failureReason: dice.pick(reasons) };
}
