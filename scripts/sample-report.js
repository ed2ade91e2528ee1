// @ts-check
// A failed pipeline with twelve jobs and a child pipeline, made by hand: what the picture in
// docs/following.md shows, and what tests draw.

const startMs = Date.UTC(2026, 0, 15, 9, 30, 0);
const project = 'https://gitlab.example.com/group/app';

/** @param {number} seconds */
const at = (seconds) => new Date(startMs + seconds * 1000).toISOString();

/**
 * @param {{ id: number, name: string, stage: string, start?: number, seconds?: number, queued?: number,
 *   status?: string, reason?: string, allowFailure?: boolean }} given
 * @returns {import('../src/model/pipeline.js').Job}
 */
function job({ id, name, stage, start, seconds, queued, status = 'success', reason, allowFailure = false }) {
  return {
    id,
    name,
    stage,
    status,
    allowFailure,
    webUrl: `${project}/-/jobs/${id}`,
    createdAt: at(0),
    ...(start === undefined || seconds === undefined
      ? {}
      : {
          startedAt: at(start),
          finishedAt: at(start + seconds),
          durationSeconds: seconds,
          queuedSeconds: queued ?? 2,
        }),
    ...(reason === undefined ? {} : { failureReason: reason }),
  };
}

/**
 * @param {import('../src/model/pipeline.js').Job} latest
 * @param {readonly import('../src/model/pipeline.js').Job[]} [earlier]
 */
const state = (latest, earlier = []) => ({ job: latest, attempt: earlier.length + 1, earlier });

/**
 * @param {Partial<import('../src/model/pipeline.js').Pipeline>} given
 * @returns {import('../src/model/pipeline.js').Pipeline}
 */
const pipeline = (given) => ({
  id: 257,
  iid: 118,
  projectId: 42,
  status: 'failed',
  ref: 'main',
  sha: '8f2b6c1d4e5a7b9c0d1e2f3a4b5c6d7e8f9a0b1c',
  webUrl: `${project}/-/pipelines/257`,
  createdAt: at(0),
  startedAt: at(3),
  ...given,
});

/** @type {import('../src/model/snapshot.js').PipelineNode} */
const child = {
  pipeline: pipeline({
    id: 258,
    iid: 119,
    status: 'success',
    webUrl: `${project}/-/pipelines/258`,
    durationSeconds: 58,
  }),
  jobs: [
    state(job({ id: 9021, name: 'package', stage: 'package', start: 68, seconds: 25, queued: 3 })),
    state(job({ id: 9022, name: 'scan', stage: 'verify', start: 95, seconds: 31 })),
  ],
  bridges: [],
};

const root = pipeline({ durationSeconds: 160, queuedSeconds: 3, coverage: '87.52' });

/** @type {import('../src/report/summary/summary.js').SummaryContent} */
export const sampleReport = {
  outcome: 'failed',
  redact: (text) => text,
  pipeline: root,
  elapsedMs: 168_000,
  snapshot: {
    root: {
      pipeline: root,
      jobs: [
        state(job({ id: 9001, name: 'compile', stage: 'build', start: 3, seconds: 43, queued: 3 })),
        state(job({ id: 9002, name: 'assets', stage: 'build', start: 4, seconds: 28, queued: 4 })),
        state(job({ id: 9003, name: 'docs', stage: 'build', start: 4, seconds: 17 })),
        state(
          job({
            id: 9014,
            name: 'unit',
            stage: 'test',
            start: 112,
            seconds: 41,
            status: 'failed',
            reason: 'script_failure',
          }),
          [
            job({
              id: 9004,
              name: 'unit',
              stage: 'test',
              start: 49,
              seconds: 52,
              status: 'failed',
              reason: 'runner_system_failure',
            }),
          ],
        ),
        state(job({ id: 9005, name: 'integration', stage: 'test', start: 48, seconds: 86 })),
        state(job({ id: 9006, name: 'browser 1/2', stage: 'test', start: 50, seconds: 71 })),
        state(job({ id: 9007, name: 'browser 2/2', stage: 'test', start: 52, seconds: 64 })),
        state(
          job({
            id: 9008,
            name: 'lint',
            stage: 'test',
            start: 48,
            seconds: 19,
            status: 'failed',
            reason: 'script_failure',
            allowFailure: true,
          }),
        ),
        state(job({ id: 9012, name: 'migrate', stage: 'deploy', status: 'skipped' })),
        state(job({ id: 9009, name: 'publish', stage: 'deploy', status: 'skipped' })),
        state(job({ id: 9010, name: 'release', stage: 'deploy', status: 'skipped' })),
        state(job({ id: 9013, name: 'announce', stage: 'deploy', status: 'skipped' })),
      ],
      bridges: [
        {
          bridge: {
            ...job({ id: 9011, name: 'images', stage: 'test', start: 66, seconds: 62 }),
            downstream: {
              projectId: 42,
              pipelineId: 258,
              status: 'success',
              webUrl: `${project}/-/pipelines/258`,
            },
          },
          downstream: child,
        },
      ],
    },
    unreadable: [],
  },
  logTails: new Map([
    [
      9014,
      [
        '$ npm test',
        '  PASS  src/cart.test.js',
        '  FAIL  src/checkout.test.js',
        '    ✕ applies the discount once (12 ms)',
        '',
        '      Expected: 90',
        '      Received: 81',
        '',
        'Tests: 1 failed, 213 passed, 214 total',
        'ERROR: Job failed: exit code 1',
      ],
    ],
    [
      9008,
      [
        '$ npm run lint',
        'src/cart.js  14:7  error  unused is defined but never used',
        'ERROR: Job failed: exit code 1',
      ],
    ],
  ]),
  tests: {
    counts: { total: 214, success: 213, failed: 1, error: 0, skipped: 0, seconds: 187 },
    suites: [],
    failed: [
      {
        path: [],
        suite: 'unit',
        status: 'failed',
        classname: 'cart',
        name: 'rounds half to even',
        file: 'test/cart.test.js',
        seconds: 0.002,
        output: 'expected 2, received 3\n    at test/cart.test.js:14:22',
      },
    ],
    all: undefined,
    unreadable: [],
  },
};
