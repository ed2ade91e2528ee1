import { describe, expect } from '@jest/globals';

import type { PipelineScript } from '../../src/simulator/gitlab/state/pipeline-script.js';
import {
  type Fault,
  FaultPlan,
  type FaultRule,
  type FaultTarget,
} from '../../src/simulator/gitlab/wire/fault-plan.js';
import { endlessScript, inputsFor, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { describeEachNode } from './support/node-versions.js';
import { type RunningAction, runAction, startAction } from './support/run-action.js';
import {
  type Reached,
  type Sight,
  type Stopped,
  asked,
  atOnce,
  printed,
  send,
  stillRunning,
  stopRun,
} from './support/stopping.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { until, withSimulator } from './support/with-simulator.js';

const webUrl = 'https://gitlab.example.com/group/app/-/pipelines/257';
const check = /\/pipelines\?per_page=1$/;
const start = /\/trigger\/pipeline$/;
const poll = /\/pipelines\/257$/;
const jobs = /\/pipelines\/257\/jobs\?/;
const bridges = /\/pipelines\/257\/bridges\?/;
const cancel = /\/pipelines\/257\/cancel$/;
const trace = /\/trace(?:\?|$)/;
const tests = /\/test_report_summary$/;

const endless = oneProject({ ci: valid(endlessScript) });
const failing = oneProject({ ci: valid(quickScript('failed', { log: 'one\ntwo\n' })) });
const passing = oneProject({ ci: valid(quickScript('success', { log: 'one\ntwo\n' })) });

function stall(method: string, pathMatches: RegExp, nth?: number): FaultRule {
  return {
    when: { method, pathMatches, ...(nth === undefined ? {} : { nth }) },
    fault: { kind: 'stall' },
  };
}

/** A GitLab whose canceling fails until it is mended. */
class MendedPlan extends FaultPlan {
  #isMended = false;

  constructor() {
    super([
      {
        when: { method: 'POST', pathMatches: cancel },
        fault: { kind: 'status', status: 500, work: 'not_done' },
      },
    ]);
  }

  mend(): void {
    this.#isMended = true;
  }

  override atRequest(request: FaultTarget): Fault | undefined {
    return this.#isMended ? undefined : super.atRequest(request);
  }
}

/**
 * For what only a process of its own can get: signals of the system, and a stop before anything is loaded.
 */
const ownProcess = { nodePath: process.execPath };

/** What must be true whenever a run is stopped. */
function expectTidy(stopped: Stopped): void {
  expect(stopped.starts).toBeLessThanOrEqual(1);
  expect(stopped.main.rawStdout + stopped.main.rawStderr).not.toContain('[internal]');
}

function expectNothingStarted(stopped: Stopped): void {
  expectTidy(stopped);
  expect([stopped.main.exitCode, stopped.main.outputs, stopped.starts, stopped.pipelines]).toEqual([
    130,
    {},
    0,
    [],
  ]);
}

/** The pipeline goes with the step. */
function expectCanceled(stopped: Stopped, exitCode = 130): void {
  expectTidy(stopped);
  const { main } = stopped;
  expect(main.outputs).toMatchObject({
    pipeline_id: '257',
    web_url: webUrl,
    status: 'canceled',
    outcome: 'aborted',
  });
  expect([main.exitCode, stopped.starts, stillRunning(stopped)]).toEqual([exitCode, 1, []]);
  expect(main.shownLines).toContain('Pipeline 257 is canceled');
  expect(main.annotations.map(({ message }) => message).join('\n')).toContain(
    'Pipeline 257 was canceled with it (canceled).',
  );
  expect(main.summary).toContain('was no longer followed');
}

/** It could not be canceled, and that is said with the place. */
function expectLeftRunning(stopped: Stopped, why: RegExp): void {
  expectTidy(stopped);
  const { main } = stopped;
  expect(main.outputs).toMatchObject({ pipeline_id: '257', web_url: webUrl, outcome: 'aborted' });
  expect([main.exitCode, stillRunning(stopped)]).toEqual([130, [257]]);
  const [warning] = main.annotations.filter(({ kind }) => kind === 'warning');
  expect(warning?.message).toMatch(why);
  expect(warning?.message).toContain(webUrl);
  const [error] = main.annotations.filter(({ kind }) => kind === 'error');
  expect(error?.message).toContain(`Pipeline 257 was left running.`);
  expect(error?.message).toContain(webUrl);
}

interface Moment {
  readonly name: string;
  readonly scenario?: typeof endless;
  readonly pace?: 'of_who_follows';
  readonly rules?: readonly FaultRule[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly answersAfterMs?: number;
  readonly reached: Reached;
  readonly delaysMs: readonly number[];
  readonly expectEnd: (stopped: Stopped) => void;
}

const moments: readonly Moment[] = [
  {
    name: 'before the start, during the check',
    rules: [stall('GET', check)],
    reached: asked('GET', check),
    delaysMs: [0, 150],
    expectEnd: expectNothingStarted,
  },
  {
    name: 'during the start, whose answer takes its time',
    answersAfterMs: 600,
    reached: asked('POST', start),
    delaysMs: [0, 150, 450],
    expectEnd: expectCanceled,
  },
  {
    name: 'during the start, whose answer never comes',
    rules: [{ when: { method: 'POST', pathMatches: start }, fault: { kind: 'stall_after_work' } }],
    reached: asked('POST', start),
    delaysMs: [0, 250],
    expectEnd: expectCanceled,
  },
  {
    name: 'right after the start',
    reached: asked('POST', start),
    delaysMs: [0, 5, 10, 20, 40],
    expectEnd: expectCanceled,
  },
  {
    name: 'between two looks',
    inputs: { poll_interval: '20s' },
    reached: printed(/^\d\d:\d\d {2}/),
    delaysMs: [0, 300, 900],
    expectEnd: expectCanceled,
  },
  {
    name: 'during the first look',
    rules: [stall('GET', poll, 1)],
    reached: asked('GET', poll),
    delaysMs: [0, 200],
    expectEnd: expectCanceled,
  },
  {
    name: 'during a later look',
    rules: [stall('GET', poll, 2)],
    reached: asked('GET', poll, 2),
    delaysMs: [0, 200],
    expectEnd: expectCanceled,
  },
  {
    name: 'during a look at the jobs',
    rules: [stall('GET', jobs)],
    reached: asked('GET', jobs),
    delaysMs: [50],
    expectEnd: expectCanceled,
  },
  {
    name: 'during a look at the trigger jobs',
    rules: [stall('GET', bridges)],
    reached: asked('GET', bridges),
    delaysMs: [50],
    expectEnd: expectCanceled,
  },
  {
    name: 'while a log is read live',
    rules: [stall('GET', trace)],
    inputs: { logs: 'all' },
    reached: asked('GET', trace),
    delaysMs: [50],
    expectEnd: expectCanceled,
  },
  {
    name: 'during an outage',
    rules: [
      {
        when: { method: 'GET', pathMatches: poll },
        fault: { kind: 'status', status: 502, work: 'not_done' },
      },
    ],
    reached: printed(/no complete answer from GitLab/),
    delaysMs: [100],
    expectEnd: expectCanceled,
  },
  {
    name: 'during the report of a failure, whose log never comes',
    scenario: failing,
    rules: [stall('GET', trace)],
    reached: asked('GET', trace),
    delaysMs: [0, 300],
    expectEnd: (stopped) => expectVerdict(stopped, { exitCode: 1, outcome: 'failed' }),
  },
  {
    name: 'during the report of a failure, whose log was to be read live',
    // Seen before its job begins, and next when all has ended.
    scenario: oneProject({ ci: valid({ ...quickScript('failed', { log: 'one\n' }), createdForMs: 1000 }) }),
    pace: 'of_who_follows',
    rules: [stall('GET', trace)],
    inputs: { logs: 'all', request_timeout: '3s', poll_interval: '2s' },
    reached: asked('GET', trace),
    delaysMs: [200, 2500],
    expectEnd: (stopped) => expectVerdict(stopped, { exitCode: 1, outcome: 'failed' }),
  },
  {
    name: 'during the report of a success, whose tests never come',
    scenario: passing,
    rules: [stall('GET', tests)],
    reached: asked('GET', tests),
    delaysMs: [0, 300],
    expectEnd: (stopped) => expectVerdict(stopped, { exitCode: 0, outcome: 'success' }),
  },
  {
    name: 'and GitLab does not answer when it is to cancel',
    rules: [stall('POST', cancel)],
    reached: printed(/^\d\d:\d\d {2}/),
    delaysMs: [0],
    expectEnd: (stopped) => expectLeftRunning(stopped, /did not answer in time/),
  },
  {
    name: 'and GitLab cancels without saying so',
    rules: [{ when: { method: 'POST', pathMatches: cancel }, fault: { kind: 'reset_after' } }],
    reached: printed(/^\d\d:\d\d {2}/),
    delaysMs: [0],
    expectEnd: (stopped) => {
      expectTidy(stopped);
      expect([stopped.main.exitCode, stopped.main.outputs.outcome, stillRunning(stopped)]).toEqual([
        130,
        'aborted',
        [],
      ]);
    },
  },
  {
    name: 'and GitLab stumbles when it is to cancel',
    rules: [
      {
        when: { method: 'POST', pathMatches: cancel, nth: 1, times: 2 },
        fault: { kind: 'status', status: 500, work: 'not_done' },
      },
    ],
    reached: printed(/^\d\d:\d\d {2}/),
    delaysMs: [0],
    expectEnd: expectCanceled,
  },
];

/** What was known when the step was stopped stays. */
function expectVerdict(
  stopped: Stopped,
  { exitCode, outcome }: { readonly exitCode: number; readonly outcome: string },
): void {
  expectTidy(stopped);
  const { main, starts, cancels } = stopped;
  expect([main.exitCode, main.outputs.outcome, starts, cancels]).toEqual([exitCode, outcome, 1, 0]);
  expect(main.outputs.jobs).toContain('"unit"');
  expect(main.summary).toContain('### Jobs');
  expect(main.state.pipeline ?? '').toBe('');
}

describe('a step that is canceled', () => {
  const test = testsAtOnce();

  for (const { name, delaysMs, scenario = endless, expectEnd, ...moment } of moments) {
    for (const delayMs of delaysMs) {
      test(`${name} (${delayMs} ms later)`, async () => {
        expectEnd(await stopRun({ scenario, ...moment, delayMs }));
      });
    }
  }

  const soon = [
    ...Array.from({ length: 5 }, (_, index) => ({ delayMs: index * 120, own: ownProcess })),
    ...Array.from({ length: 10 }, (_, index) => ({ delayMs: index * 6, own: undefined })),
  ];
  for (const { delayMs, own } of soon) {
    const start = own === undefined ? 'it' : 'its process';
    test(`${delayMs} ms after ${start} was started leaves nothing behind`, async () => {
      const stopped = await stopRun({ ...own, scenario: endless, reached: atOnce, delayMs });

      expectTidy(stopped);
      const { main, pipelines } = stopped;
      expect([main.exitCode, stillRunning(stopped)]).toEqual([130, []]);
      const known = pipelines.length === 0 ? {} : { pipeline_id: '257', web_url: webUrl, outcome: 'aborted' };
      const { pipeline_id, web_url, outcome } = main.outputs;
      expect({ pipeline_id, web_url, outcome }).toEqual({
        pipeline_id: undefined,
        web_url: undefined,
        outcome: undefined,
        ...known,
      });
    });
  }

  for (const delayMs of [0, 100]) {
    test(`while it does not wait, and GitLab answers slowly (${delayMs} ms later)`, async () => {
      const stopped = await stopRun({
        scenario: endless,
        inputs: { wait: 'false' },
        answersAfterMs: 500,
        reached: asked('POST', start),
        delayMs,
      });

      expect([stopped.main.exitCode, stillRunning(stopped), stopped.main.outputs.outcome]).toEqual([
        130,
        [],
        'aborted',
      ]);
    });
  }

  test('also cancels the child pipelines and those of other projects', async () => {
    const soak: PipelineScript = { createdForMs: 0, jobs: [{ name: 'soak', durationMs: 3_600_000 }] };
    const script: PipelineScript = {
      ...endlessScript,
      createdForMs: 0,
      bridges: [
        { name: 'child', downstream: { script: soak } },
        { name: 'other', downstream: { projectId: 43, ref: 'main', script: soak } },
      ],
    };
    const { projects, ...scenario } = oneProject({ ci: valid(script) });
    const stopped = await stopRun({
      scenario: {
        ...scenario,
        projects: projects.map((project) =>
          project.id === 43
            ? { ...project, members: { ada: 'maintainer' }, refs: [{ name: 'main' }] }
            : project,
        ),
      },
      reached: printed(/other › soak +running/),
    });

    expectCanceled(stopped);
    expect(stopped.pipelines.map(({ projectId, status }) => [projectId, status])).toEqual([
      [42, 'canceled'],
      [42, 'canceled'],
      [43, 'canceled'],
    ]);
  });

  test('reports that jobs are still being stopped if their runners are slow', async () => {
    const script: PipelineScript = {
      createdForMs: 0,
      jobs: [{ name: 'soak', durationMs: 3_600_000, cancelingForMs: 3_600_000 }],
    };
    const { main } = await stopRun({
      scenario: oneProject({ ci: valid(script) }),
      reached: printed(/soak +running/),
    });

    expect([main.exitCode, main.outputs.status, main.outputs.outcome]).toEqual([130, 'canceling', 'aborted']);
    expect(main.shownLines.join('\n')).toContain('Pipeline 257 is being canceled');
  });

  test('reports what still runs and where, without a token that may cancel', async () => {
    const stopped = await stopRun({
      scenario: endless,
      inputs: { access_token: tokens.readApi },
      reached: printed(/^\d\d:\d\d {2}/),
    });
    expectLeftRunning(stopped, /still running \(/);
  });

  test('reports what still runs and where, without any access token', async () => {
    const stopped = await stopRun({
      scenario: oneProject({ ci: valid(endlessScript), visibility: 'public' }),
      inputs: { access_token: '' },
      reached: printed(/^\d\d:\d\d {2}/),
    });
    expectLeftRunning(stopped, /there is no access_token to cancel it with/);
    expect(stopped.cancels).toBe(0);
  });

  test('leaves the pipeline running if the user wants that', async () => {
    const stopped = await stopRun({
      scenario: endless,
      inputs: { cancel_on: 'never' },
      reached: printed(/^\d\d:\d\d {2}/),
      post: 'runs',
    });

    expectTidy(stopped);
    const { main, post, cancels } = stopped;
    expect([main.exitCode, main.outputs.outcome, cancels]).toEqual([130, 'aborted', 0]);
    expect([stillRunning(stopped), post?.exitCode, stopped.postRequests]).toEqual([[257], 0, []]);
    expect(main.annotations[0]?.message).toContain(webUrl);
  });
});

describe('the signals of a runner', () => {
  const test = testsAtOnce();

  test('SIGTERM ends the step with 143, and cancels the pipeline', async () => {
    const stopped = await stopRun({
      ...ownProcess,
      scenario: endless,
      reached: printed(/^\d\d:\d\d {2}/),
      stop: (step) => send(step, 'SIGTERM'),
    });
    expectCanceled(stopped, 143);
  });

  test('the same one twice at once, as behind npx, counts as one', async () => {
    const stopped = await stopRun({
      scenario: endless,
      reached: printed(/^\d\d:\d\d {2}/),
      answersAfterMs: 300,
      stop: async (step) => {
        send(step, 'SIGTERM');
        await new Promise((resolve) => setTimeout(resolve, 30));
        send(step, 'SIGTERM');
      },
    });
    expectCanceled(stopped, 143);
  });

  for (const { names, own } of [
    { names: ['SIGTERM', 'SIGINT'], own: undefined },
    { names: ['SIGINT', 'SIGTERM', 'SIGINT', 'SIGTERM'], own: ownProcess },
  ] as const) {
    test(`${names.join(', ')} at once count as one, and the step gets its time`, async () => {
      const stopped = await stopRun({
        ...own,
        scenario: endless,
        reached: printed(/^\d\d:\d\d {2}/),
        answersAfterMs: 300,
        stop: (step) => {
          for (const name of names) send(step, name);
        },
      });
      // Which of those that wait is told first is up to the system.
      const isSystem = own !== undefined && stopped.main.exitCode === 130;
      expectCanceled(stopped, isSystem ? 130 : 143);
    });
  }

  /** Within half a second the same one again would be an echo. */
  const noEcho = async (): Promise<void> => await new Promise((resolve) => setTimeout(resolve, 600));

  for (const second of ['SIGINT', 'SIGTERM'] as const) {
    test(`a second one, ${second}, ends the canceling at once, and the post step finishes it`, async () => {
      const plan = new MendedPlan();
      const stopped = await stopRun({
        scenario: endless,
        rules: plan,
        reached: printed(/^\d\d:\d\d {2}/),
        stop: async (step, sight) => {
          send(step, 'SIGINT');
          await until(() => asked('POST', cancel)(sight()));
          await noEcho();
          send(step, second);
          // Without it, the step would try again for the rest of its 3.5 s, and now succeed.
          plan.mend();
          await step.finished;
        },
        post: 'runs',
      });

      const { main, post, postRequests } = stopped;
      expect([main.exitCode, main.outputs.outcome]).toEqual([130, 'aborted']);
      expect(main.annotations.map(({ message }) => message).join('\n')).toContain(
        'Pipeline 257 was left running.',
      );
      expect(main.annotations.map(({ message }) => message).join('\n')).toContain(webUrl);
      expect(postRequests.filter((line) => line.endsWith('/cancel')).length).toBe(1);
      expect([post?.exitCode, stillRunning(stopped)]).toEqual([0, []]);
    });
  }

  test('a second one from the system does not end the step without its report', async () => {
    const stopped = await stopRun({
      ...ownProcess,
      scenario: endless,
      rules: [stall('POST', cancel, 1)],
      reached: printed(/^\d\d:\d\d {2}/),
      stop: async (step, sight) => {
        send(step, 'SIGINT');
        await until(() => asked('POST', cancel)(sight()));
        await noEcho();
        send(step, 'SIGTERM');
      },
      post: 'runs',
    });

    expect([stopped.main.exitCode, stopped.main.outputs.outcome]).toEqual([130, 'aborted']);
    expect(stopped.main.annotations.map(({ message }) => message).join('\n')).toContain(webUrl);
    expect([stopped.post?.exitCode, stillRunning(stopped)]).toEqual([0, []]);
  });
});

interface KillCase {
  readonly name: string;
  readonly nodePath?: string;
  readonly rules?: readonly FaultRule[];
  readonly reached: Reached;
  readonly delayMs?: number;
}

const kills: readonly KillCase[] = [
  { name: 'right after the pipeline is known', ...ownProcess, reached: printed(/^Pipeline 257 /) },
  { name: 'between two looks', reached: printed(/^\d\d:\d\d {2}/), delayMs: 200 },
  { name: 'during a look', rules: [stall('GET', poll, 1)], reached: asked('GET', poll) },
];

describe('the post step', () => {
  const test = testsAtOnce();

  for (const { name, ...killed } of kills) {
    test(`cancels the pipeline of a step that was killed ${name}`, async () => {
      const stopped = await stopRun({
        scenario: endless,
        ...killed,
        stop: (step) => step.kill(),
        post: 'runs',
      });

      const { main, post } = stopped;
      expect([main.exitCode, main.outputs.pipeline_id, post?.exitCode]).toEqual([137, '257', 0]);
      expect([stillRunning(stopped), stopped.starts, stopped.cancels]).toEqual([[], 1, 1]);
      expect(post?.shownLines).toEqual([
        'The step ended before pipeline 257 did.',
        'Pipeline 257 is canceled',
      ]);
    });
  }

  for (const delayMs of Array.from({ length: 6 }, (_, index) => index * 10)) {
    test(`cancels what the step knew when it was killed ${delayMs} ms after the request`, async () => {
      const stopped = await stopRun({
        scenario: endless,
        reached: asked('POST', start),
        delayMs,
        stop: (step) => step.kill(),
        post: 'runs',
      });

      expect(stillRunning(stopped)).toEqual([]);
      expect([stopped.main.exitCode, stopped.post?.exitCode, stopped.starts]).toEqual([137, 0, 1]);
    });
  }

  const lostStart: FaultRule = {
    when: { method: 'POST', pathMatches: start },
    fault: { kind: 'stall_after_work' },
  };
  const killed = {
    scenario: endless,
    rules: [lostStart],
    reached: asked('POST', start),
    stop: (step: RunningAction): void => step.kill(),
    post: 'runs',
  } as const;

  for (const { name, inputs } of [
    { name: 'waits', inputs: {} },
    { name: 'does not wait', inputs: { wait: 'false' } },
    { name: 'names its project by a number', inputs: { project_id: '42' } },
  ]) {
    test(`finds and cancels what a step has started that ${name} and was killed before the response`, async () => {
      const stopped = await stopRun({ ...killed, inputs });

      const { main, post } = stopped;
      expect([main.exitCode, main.outputs, post?.exitCode]).toEqual([137, {}, 0]);
      expect([stillRunning(stopped), stopped.starts, stopped.cancels]).toEqual([[], 1, 1]);
      expect(post?.shownLines).toEqual([
        'The step ended while its request to start a pipeline was on its way.',
        'Found it: pipeline 257 carries the mark of this run.',
        'Pipeline 257 is canceled',
      ]);
    });
  }

  test('finds what a stopped step has started that could not wait for the response', async () => {
    const deaf: FaultRule = {
      when: { method: 'GET', pathMatches: /gitlab_trigger_fresh/, nth: 1 },
      fault: { kind: 'stall' },
    };
    const stopped = await stopRun({
      ...killed,
      rules: [lostStart, deaf],
      stop: (step) => step.cancel(),
    });

    expect([stopped.main.exitCode, stopped.main.outputs, stopped.post?.exitCode]).toEqual([130, {}, 0]);
    expect([stillRunning(stopped), stopped.starts, stopped.cancels]).toEqual([[], 1, 1]);
  });

  for (const { name, inputs, why } of [
    {
      name: 'no access token',
      inputs: { access_token: '', wait: 'false' },
      why: 'without an access_token the step cannot search for it',
    },
    {
      name: 'only an access token, which leaves no mark',
      inputs: { token: '' },
      why: 'has no mark to recognize it by',
    },
  ]) {
    test(`reports what is unknown about the start of a killed step with ${name}`, async () => {
      const { post, cancels, postRequests } = await stopRun({
        ...killed,
        rules: [{ ...lostStart, when: { method: 'POST', pathMatches: /\/pipeline$/ } }],
        reached: asked('POST', /\/pipeline$/),
        inputs,
      });

      expect([post?.exitCode, cancels, postRequests]).toEqual([0, 0, []]);
      const [warning] = post?.annotations ?? [];
      expect([warning?.kind, warning?.message]).toEqual(['warning', expect.stringContaining(why)]);
      expect(warning?.message).toContain('/group/app/-/pipelines, and cancel it if it is not needed.');
    });
  }

  for (const { name, request } of [
    { name: 'whose pipeline is not to go with it', request: { inputs: { cancel_on: 'never' } } },
    { name: 'before its request', request: { rules: [stall('GET', check)], reached: asked('GET', check) } },
    {
      name: 'after GitLab had refused',
      request: {
        inputs: { ref: 'nowhere' },
        rules: [],
        reached: printed(/Reference not found/),
      },
    },
  ]) {
    test(`has nothing to do after a step that was killed ${name}`, async () => {
      const { post, postRequests } = await stopRun({ ...killed, ...request });
      expect([post?.exitCode, post?.shownLines, postRequests]).toEqual([0, [], []]);
    });
  }

  test('has nothing to do after a step that did not wait and has ended', async () => {
    const { main, post, postRequests } = await stopRun({
      scenario: endless,
      inputs: { wait: 'false' },
      reached: () => false,
      post: 'runs',
    });
    expect([main.exitCode, post?.exitCode, post?.shownLines, postRequests]).toEqual([0, 0, [], []]);
  });

  test('cancels when the step was killed while it was canceling', async () => {
    const stopped = await stopRun({
      scenario: endless,
      rules: [stall('POST', cancel, 1)],
      reached: printed(/^\d\d:\d\d {2}/),
      stop: async (step, sight) => {
        step.cancel();
        await until(() => asked('POST', cancel)(sight()));
        step.kill();
      },
      post: 'runs',
    });
    expect([stopped.post?.exitCode, stillRunning(stopped)]).toEqual([0, []]);
  });

  test('finishes what the step could not confirm in time', async () => {
    const stopped = await stopRun({
      scenario: endless,
      rules: [stall('POST', cancel, 1)],
      reached: printed(/^\d\d:\d\d {2}/),
      post: 'runs',
    });
    expect([stopped.main.exitCode, stopped.post?.exitCode, stillRunning(stopped)]).toEqual([130, 0, []]);
  });

  test('detects that the pipeline has ended by itself', async () => {
    const stopped = await stopRun({
      scenario: oneProject({ ci: valid(quickScript('success')) }),
      rules: [stall('GET', poll, 1)],
      reached: asked('GET', poll),
      delayMs: 700,
      stop: (step) => step.kill(),
      post: 'runs',
    });
    expect(stopped.post?.shownLines).toEqual([
      'The step ended before pipeline 257 did.',
      'It has ended by itself: success.',
    ]);
    expect(stopped.cancels).toBe(0);
  });

  const quietEnds = [
    { name: 'a green run', scenario: passing, reached: printed(/^Pipeline 257 passed/), inputs: {} },
    { name: 'a red run', scenario: failing, reached: printed(/Pipeline 257 failed/), inputs: {} },
    { name: 'a timeout', scenario: endless, reached: printed(/wait_timeout/), inputs: { timeout: '1s' } },
    {
      name: 'a run that did not wait',
      scenario: endless,
      reached: printed(/^Pipeline 257 /),
      inputs: { wait: 'false' },
    },
    {
      name: 'wrong inputs',
      scenario: endless,
      reached: printed(/invalid_input/),
      inputs: { accept: 'nothing' },
    },
    {
      name: 'a run that canceled its pipeline',
      scenario: endless,
      reached: printed(/soak +running/),
      inputs: {},
    },
  ];
  for (const { name, ...run } of quietEnds) {
    test(`does nothing, and requests nothing, after ${name}`, async () => {
      const { post, postRequests } = await stopRun({
        ...run,
        stop: async (step) => {
          if (name.endsWith('its pipeline')) step.cancel();
          await step.finished;
        },
        post: 'runs',
      });
      expect([post?.exitCode, post?.rawStdout.replace(/^::add-mask::.*\n/gm, ''), postRequests]).toEqual([
        0,
        '',
        [],
      ]);
    });
  }

  test('retries while GitLab fails temporarily', async () => {
    const stopped = await stopRun({
      scenario: endless,
      rules: [
        {
          when: { method: 'GET', pathMatches: poll, nth: 2, times: 1 },
          fault: { kind: 'status', status: 503, work: 'not_done' },
        },
      ],
      inputs: { poll_interval: '20s' },
      reached: printed(/soak +running|pipeline +257/),
      stop: (step) => step.kill(),
      post: 'runs',
    });
    expect([stopped.post?.exitCode, stillRunning(stopped)]).toEqual([0, []]);
  });

  test('does not fail when the token no longer works, and says where to look', async () => {
    const stopped = await stopRun({
      scenario: endless,
      rules: [
        {
          when: { method: 'GET', pathMatches: poll, nth: 2, times: Infinity },
          fault: {
            kind: 'status',
            status: 401,
            work: 'not_done',
            body: '{"message":"401 Unauthorized"}',
          },
        },
      ],
      inputs: { poll_interval: '20s' },
      reached: printed(/pipeline +257/),
      stop: (step) => step.kill(),
      post: 'runs',
    });
    expect([stopped.post?.exitCode, stopped.post?.conclusion]).toEqual([0, 'success']);
    expect(stopped.post?.annotations.map(({ kind }) => kind)).toEqual(['warning']);
    expect(stopped.post?.annotations[0]?.message).toContain(webUrl);
  });

  test('gives up on an unreachable GitLab when it is stopped, does not fail, and says where to look', async () => {
    const port = await withSimulator({ scenario: endless }, (closed) => Promise.resolve(closed.port));
    const saved = { projectId: 42, pipelineId: 257, webUrl };
    const post = await startAction({
      stage: 'post',
      with: { ...inputsFor(`http://127.0.0.1:${port}`), access_token: tokens.api, wait: 'true' },
      state: { pipeline: JSON.stringify(saved) },
      onLine: (line) => {
        if (line.startsWith('The step ended')) setTimeout(() => post.cancel(), 500);
      },
    });
    const result = await post.finished;

    expect([result.exitCode, result.annotations.map(({ kind }) => kind)]).toEqual([0, ['warning']]);
    expect(result.annotations[0]?.message).toContain(webUrl);
  });

  test('does not fail without an access token, and says where to look', async () => {
    const stopped = await stopRun({
      scenario: oneProject({ ci: valid(endlessScript), visibility: 'public' }),
      inputs: { access_token: '' },
      reached: printed(/^\d\d:\d\d {2}/),
      stop: (step) => step.kill(),
      post: 'runs',
    });
    expect(stopped.post?.exitCode).toBe(0);
    expect(stopped.post?.shownLines.join('\n')).toContain(webUrl);
    expect(stopped.postRequests).toEqual([]);
  });
});

describe('cancel_on', () => {
  const test = testsAtOnce();
  const atTimeout = { wait: 'true', access_token: tokens.api, timeout: '1s' };

  for (const { give, want } of [
    { give: 'timeout', want: 'canceled' },
    { give: 'abort', want: 'running' },
    { give: 'never', want: 'running' },
  ]) {
    test(`${give} leaves the pipeline ${want} after a timeout`, async () => {
      await withSimulator({ scenario: endless }, async ({ url, gitlab }) => {
        const result = await runAction({
          with: { ...inputsFor(url), ...atTimeout, cancel_on: give },
        });

        expect([result.exitCode, result.outputs.outcome]).toEqual([5, 'timeout']);
        expect(gitlab.pipelines().map(({ status }) => status)).toEqual([want]);
      });
    });
  }

  test('failure cancels the rest of the pipeline when a chosen job failed', async () => {
    const script: PipelineScript = {
      createdForMs: 0,
      jobs: [
        { name: 'unit', durationMs: 100, result: 'failed' },
        { name: 'soak', durationMs: 3_600_000 },
      ],
    };
    await withSimulator({ scenario: oneProject({ ci: valid(script) }) }, async ({ url, gitlab }) => {
      const result = await runAction({
        with: {
          ...inputsFor(url),
          access_token: tokens.api,
          wait: 'true',
          jobs: 'unit',
          cancel_on: 'failure',
        },
      });

      expect([result.exitCode, result.outputs.outcome]).toEqual([1, 'failed']);
      expect(gitlab.pipelines().map(({ status }) => status)).not.toContain('running');
      expect(result.shownLines.join('\n')).toContain('Pipeline 257 ');
    });
  });
});

describeEachNode('a step that is canceled while it follows', ({ path: nodePath }) => {
  const test = testsAtOnce();

  test('cancels its pipeline', async () => {
    const reached = ({ lines }: Sight): boolean => lines.some((line) => /soak +running/.test(line));
    expectCanceled(await stopRun({ nodePath, scenario: endless, reached }));
  });
});
