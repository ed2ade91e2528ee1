import type {
  BridgeScript,
  JobResult,
  JobScript,
  PipelineScript,
  StatusMoment,
} from '../../../src/simulator/gitlab/state/pipeline-script.js';
import type { Dice } from './dice.js';
import { lastLogLine, otherProjectId, valuesPath } from './story.js';

const stages = ['build', 'test', 'deploy'] as const;
const jobNames = ['compile', 'unit', 'lint', 'pack: [linux, 20]', 'deploy', 'smoke'] as const;
const unknownStatuses = ['quarantined', 'waiting_for_approval', 'SUCCESS', 'succeeded'] as const;
const monthMs = 30 * 24 * 3_600_000;

/** A pipeline that a GitLab could have: a tree of jobs, or statuses by age that nobody has seen before. */
export function randomPipeline(dice: Dice, secrets: readonly string[]): PipelineScript {
  return dice.weighted<() => PipelineScript>([
    [80, () => pipelineOfJobs(dice, secrets, 0)],
    [8, () => ({ statusTimeline: randomTimeline(dice) })],
    [4, () => ({ ...pipelineOfJobs(dice, secrets, 2), statusTimeline: randomTimeline(dice) })],
    [4, () => gatedFailure(dice)],
    [3, () => ({})],
    [5, () => ({ jobs: [{ name: 'soak', durationMs: monthMs, queuedMs: 2000 }] })],
  ])();
}

/** A manual job that blocks, beside one that fails: GitLab's word for both together is `manual`. */
function gatedFailure(dice: Dice): PipelineScript {
  const mayFail = dice.chance(0.2);
  return {
    stages,
    createdForMs: 200,
    jobs: [
      { name: 'compile', stage: 'build', durationMs: dice.spread(50, 20_000), log: lastLogLine },
      {
        name: 'unit',
        stage: 'test',
        result: 'failed',
        allowFailure: mayFail,
        durationMs: dice.spread(50, 20_000),
        log: lastLogLine,
      },
      { name: 'deploy', stage: 'test', result: 'manual', allowFailure: false, log: lastLogLine },
    ],
  };
}

/** More jobs than GitLab gives in a page; when one of them fails, it is among the oldest, which come last. */
export function crowdedPipeline(dice: Dice): PipelineScript {
  const count = dice.between(101, 230);
  const failing = dice.chance(0.6) ? dice.between(0, count - 101) : undefined;
  const lengths = [1000, 4000, dice.spread(1000, 30_000)];
  return {
    stages: ['test'],
    createdForMs: 200,
    jobs: Array.from({ length: count }, (_, index): JobScript => ({
      name: `part-${index}`,
      result: index === failing ? 'failed' : 'success',
      durationMs: dice.pick(lengths),
      log: lastLogLine,
    })),
  };
}

/** `level` 0 is the pipeline itself; those of level 2 start no others. */
function pipelineOfJobs(dice: Dice, secrets: readonly string[], level: number): PipelineScript {
  const count = dice.between(1, level === 0 ? 5 : 2);
  const first = dice.between(0, jobNames.length - 1);
  const names = [...jobNames, ...jobNames].slice(first, first + count);
  const bridges = level < 2 && dice.chance(level === 0 ? 0.3 : 0.2) ? dice.between(1, 2) : 0;
  return {
    stages,
    createdForMs: dice.pick([50, 200, 3000]),
    jobs: names.map((name) => randomJob(dice, secrets, name)),
    bridges: Array.from({ length: bridges }, (_, index) =>
      randomBridge(dice, secrets, { name: `bridge-${level}-${index}`, level }),
    ),
    ...(dice.chance(0.2) ? { coverage: 87.5 } : {}),
    ...(dice.chance(0.05) ? { externalStatuses: [{ name: 'scan', status: 'failed' }] } : {}),
    ...(dice.chance(0.2)
      ? { tests: [{ name: 'unit', cases: [{ name: 'adds', status: 'success' as const }] }] }
      : {}),
  };
}

function randomJob(dice: Dice, secrets: readonly string[], name: string): JobScript {
  const result = dice.weighted<JobResult>([
    [70, 'success'],
    [14, 'failed'],
    [2, 'canceled'],
    [2, 'skipped'],
    [7, 'manual'],
    [5, 'scheduled'],
  ]);
  return {
    name,
    result,
    stage: dice.pick(stages),
    when: dice.weighted([
      [90, 'on_success'],
      [5, 'on_failure'],
      [5, 'always'],
    ] as const),
    allowFailure: dice.chance(result === 'manual' ? 0.5 : 0.25),
    queuedMs: dice.chance(0.5) ? 0 : dice.spread(100, 60_000),
    durationMs: dice.chance(0.9) ? dice.spread(50, 120_000) : dice.spread(120_000, 3_600_000),
    resultAfterPlay: dice.weighted([
      [80, 'success'],
      [20, 'failed'],
    ] as const),
    ...(result === 'scheduled' ? { startAfterMs: dice.spread(1000, 300_000) } : {}),
    ...(dice.chance(0.1)
      ? {
          before: [
            { status: dice.pick(['preparing', 'waiting_for_resource', ...unknownStatuses]), forMs: 2000 },
          ],
        }
      : {}),
    ...(dice.chance(0.15) ? { retriesBeforeSuccess: dice.between(1, 2) } : {}),
    ...(dice.chance(0.3) ? { cancelingForMs: dice.spread(100, 20_000) } : {}),
    ...(dice.chance(0.7)
      ? {
          artifacts: [
            { fileType: 'archive', filename: 'artifacts.zip', files: { [valuesPath]: `JOB=${name}\n` } },
          ],
        }
      : {}),
    log: randomLog(dice, secrets),
  };
}

/** Long enough to be cut in half somewhere; sometimes a job prints what it should not know. */
function randomLog(dice: Dice, secrets: readonly string[]): string {
  const lines = Array.from({ length: dice.between(0, 8) }, (_, index) => `step ${index}`);
  if (dice.chance(0.15)) lines.push(`connecting with ${dice.pick(secrets)} now`);
  return [...lines, lastLogLine, ''].join('\n');
}

function randomBridge(
  dice: Dice,
  secrets: readonly string[],
  { name, level }: { readonly name: string; readonly level: number },
): BridgeScript {
  return {
    name,
    stage: dice.pick(stages),
    allowFailure: dice.chance(0.2),
    strategy: dice.pick(['none', 'depend', 'mirror']),
    ...(dice.chance(0.12) ? { tells: dice.pick(['nothing', 'status', 'garbled']) } : {}),
    ...(dice.chance(0.93)
      ? {
          downstream: {
            ...(dice.chance(0.25) ? { projectId: otherProjectId } : {}),
            script: pipelineOfJobs(dice, secrets, level + 1),
          },
        }
      : {}),
  };
}

/** Ends in a terminal status, or never. A terminal status is the last one: nobody retries anything here. */
function randomTimeline(dice: Dice): readonly StatusMoment[] {
  const middle = ['pending', 'running', 'canceling', 'scheduled', ...unknownStatuses];
  const moments: StatusMoment[] = [
    { afterMs: 0, status: dice.pick(['created', 'pending', ...unknownStatuses]) },
  ];
  let afterMs = 0;
  for (let left = dice.between(0, 3); left > 0; left -= 1) {
    afterMs += dice.spread(200, 60_000);
    moments.push({ afterMs, status: dice.pick(middle) });
  }
  if (dice.chance(0.2)) return moments;
  afterMs += dice.spread(200, 60_000);
  return [...moments, { afterMs, status: dice.pick(['success', 'failed', 'canceled', 'skipped', 'manual']) }];
}
