import { describe, expect, test } from '@jest/globals';

import { SimulatedGitLab } from '../../../../src/simulator/gitlab/simulated-gitlab.js';
import { namedScenario, scenarioNames } from '../../../../src/simulator/named-scenarios.js';
import {
  type PlayableScenario,
  readScenario,
} from '../../../../src/simulator/scenario-file/read-scenario.js';
import { standingClock } from '../gitlab/support/world.js';

const whole = `
release: "18.2"
users:
  ada: {name: Ada}
  bob: {}
projects:
  team/shop:
    id: 7
    members: {ada: maintainer, bob: developer}
    variables_minimum_role: maintainer
    inputs:
      environment: {type: string, default: staging, options: [staging, production]}
      count: {type: number, required: true}
    trigger_tokens:
      - {token: secret-trigger, owner: ada}
    refs:
      main: {pipeline: green}
      release: {pipeline: red, protected: maintainer}
      v1: {kind: tag, refuses: no_jobs}
      bare: {}
access_tokens:
  - {token: secret-access, user: ada, scopes: [api]}
pipelines:
  green:
    stages: [build, test]
    created_for: 100ms
    jobs:
      compile: {stage: build, duration: 2s, artifacts: {files: {out.txt: made}, reports: [dotenv]}}
      lint: {needs: [], duration: 500ms, result: failed, allow_failure: true}
      unit: {needs: [compile], duration: 1.5s, tests: [{name: adds, status: success, seconds: 0.1}]}
      smoke: {trigger: {pipeline: red, strategy: depend}, allow_failure: true}
  red:
    jobs:
      unit: {result: failed, log: "no\\n"}
faults:
  - {fault: rate_limited, method: GET, path: /pipelines?, nth: 2, retry_after: 3s}
`;

function read(text: string): PlayableScenario {
  const reading = readScenario(text);
  if (reading.kind === 'wrong') throw new Error(JSON.stringify(reading.faults));
  return reading.value;
}

function faultsOf(text: string): readonly string[] {
  const reading = readScenario(text);
  return reading.kind === 'read'
    ? []
    : reading.faults.map(({ line, column, text: said }) => `${line}:${column} ${said}`);
}

interface Played {
  readonly status: number;
  readonly jobs: readonly string[];
  readonly pipeline: string | undefined;
}

/** Starts a pipeline of the file and lets time pass. */
function play(text: string, ref: string, passMs: number): Played {
  const clock = standingClock();
  const gitlab = new SimulatedGitLab({ clock }, read(text).scenario);
  const { status } = gitlab.handle({
    method: 'POST',
    target: '/api/v4/projects/7/trigger/pipeline',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ ref, token: 'secret-trigger', inputs: { count: 1 } })),
  });
  clock.pass(passMs);
  const tree = gitlab.tree(257);
  return {
    status,
    pipeline: tree?.status,
    jobs: (tree?.jobs ?? []).map((job) => `${job.name} ${job.status}`),
  };
}

describe('a scenario file', () => {
  test('is played as it says', () => {
    expect(play(whole, 'main', 60_000)).toEqual({
      status: 201,
      pipeline: 'success',
      jobs: ['compile success', 'lint failed', 'unit success', 'smoke failed'],
    });
    expect(play(whole, 'release', 60_000)).toMatchObject({ status: 201, pipeline: 'failed' });
    expect(play(whole, 'v1', 0)).toMatchObject({ status: 400, pipeline: undefined });
  });

  test('prefers needs to stages', () => {
    expect(play(whole, 'main', 200).jobs).toEqual([
      'compile running',
      'lint running',
      'unit created',
      'smoke created',
    ]);
    expect(play(whole, 'main', 2_200).jobs.slice(0, 3)).toEqual([
      'compile success',
      'lint failed',
      'unit running',
    ]);
  });

  test('skips a job whose need has failed', () => {
    const text = whole.replace('compile: {stage: build,', 'compile: {stage: build, result: failed,');
    expect(play(text, 'main', 60_000).jobs).toContain('unit skipped');
  });

  test('has faults', () => {
    expect(read(whole).faults).toMatchObject([
      { when: { method: 'GET', nth: 2 }, fault: { kind: 'rate_limited', retryAfterSeconds: 3 } },
    ]);
    expect(read(whole).faults[0]?.when.pathMatches?.test('/a/pipelines?x')).toBe(true);
  });

  test('requires a required input', () => {
    const clock = standingClock();
    const gitlab = new SimulatedGitLab({ clock }, read(whole).scenario);
    const { status } = gitlab.handle({
      method: 'POST',
      target: '/api/v4/projects/7/trigger/pipeline?ref=main&token=secret-trigger',
      headers: {},
      body: Buffer.alloc(0),
    });
    expect(status).toBe(422);
  });

  test('may use anchors', () => {
    const text = whole.replace('    jobs:\n      unit: {result', '    jobs: &jobs\n      unit: {result');
    expect(faultsOf(text.replace('faults:', '  blue: {jobs: *jobs}\nfaults:'))).toEqual([]);
  });
});

describe('an error in a scenario file is reported with its place', () => {
  test.each([
    {
      was: 'members: {ada',
      is: 'membres: {ada',
      want: '9:5 unknown key membres in projects.team/shop: did you mean members?',
    },
    { was: 'release: "18.2"', is: 'relase: "18.2"', want: '2:1 unknown key relase: did you mean release?' },
    {
      was: 'name: Ada',
      is: 'zzzzzz: Ada',
      want: '4:9 unknown key zzzzzz in users.ada: known are name, blocked',
    },
    {
      was: 'release: "18.2"',
      is: 'release: 18.2',
      want: '2:10 release is 18.2: accepted are 13.0, 16.11, 18.2, 19.3 (a number needs quotes)',
    },
    { was: '    id: 7\n', is: '', want: '8:5 projects.team/shop has no id, which is required' },
    { was: 'id: 7', is: 'id: "7"', want: '8:9 projects.team/shop.id is "7": give a whole number from 1 on' },
    { was: 'id: 7', is: 'id: 0', want: '8:9 projects.team/shop.id is 0: give a whole number from 1 on' },
    {
      was: 'duration: 2s',
      is: 'duration: 2',
      want: '28:41 pipelines.green.jobs.compile.duration is 2: give a span such as 250ms, 1.5s, 2m or 1h30m',
    },
    {
      was: 'needs: [compile]',
      is: 'needs: [compil]',
      want: '30:22 there is no other job compil: did you mean compile?',
    },
    {
      was: 'needs: [compile]',
      is: 'needs: [unit]',
      want: '30:22 there is no other job unit: there are compile, lint, smoke',
    },
    {
      was: 'pipeline: green}',
      is: 'pipeline: gren}',
      want: '17:24 there is no pipeline gren: did you mean green?',
    },
    { was: 'owner: ada', is: 'owner: eve', want: '15:40 there is no user eve: there are ada, bob' },
    {
      was: 'stage: build,',
      is: 'stage: biuld,',
      want: '28:24 there is no stage biuld: there are build, test',
    },
    {
      was: 'allow_failure: true',
      is: 'allow_failure: yes',
      want: '29:73 pipelines.green.jobs.lint.allow_failure is "yes": give true or false',
    },
    {
      was: 'needs: []',
      is: 'needs: compile',
      want: '29:21 pipelines.green.jobs.lint.needs is "compile": give a list',
    },
    {
      was: 'default: staging',
      is: 'default: [a]',
      want: '12:44 projects.team/shop.inputs.environment.default is a list: give a text (a number needs quotes)',
    },
    {
      was: 'type: number, required: true',
      is: 'type: number, default: x',
      want: '13:38 the default of count is no number: give it as JSON in quotes, e.g. "3"',
    },
    {
      was: 'pipeline: red, strategy',
      is: 'pipeline: green, strategy',
      want: '31:35 pipeline green would start itself for ever',
    },
    {
      was: 'team/shop:',
      is: 'shop:',
      want: '8:5 the project shop has no group: give its whole path, e.g. group/shop',
    },
    {
      was: 'fault: rate_limited',
      is: 'fault: redirect, status: 404',
      want: '36:31 404 is no redirect: accepted are 301, 302, 303, 307, 308',
    },
  ])('when it $is', ({ was, is, want }) => {
    expect(whole).toContain(was);
    expect(faultsOf(whole.replace(was, is))).toContain(want);
  });

  test('together with the others', () => {
    expect(faultsOf(whole.replace('id: 7', 'id: x').replace('name: Ada', 'nam: Ada'))).toHaveLength(2);
  });

  test.each(['', '- a', 'users: [', 'text', '"\\u0000'])('when it is no scenario: %j', (text) => {
    expect(faultsOf(text).length).toBeGreaterThan(0);
  });

  test('without a long text, because it may be a token', () => {
    const token = `glpat-${'x'.repeat(30)}`;
    const faults = faultsOf(whole.replace('id: 7', `id: ${token}`));
    expect(faults.join()).toContain('a text of 36 characters');
    expect(faults.join()).not.toContain(token);
  });
});

describe('a scenario with a name', () => {
  const ends: Readonly<Record<string, string>> = { failed: 'failed', manual: 'manual', slow: 'running' };

  test.each(scenarioNames)('%s has main and refs that do what their names say', (name) => {
    const clock = standingClock();
    const gitlab = new SimulatedGitLab(
      { clock },
      { ...namedScenario(name), throttle: undefined, writes: 'open' },
    );
    const start = (ref: string): void => {
      gitlab.handle({
        method: 'POST',
        target: `/api/v4/projects/42/trigger/pipeline?ref=${ref}&token=glptt-${'0'.repeat(40)}`,
        headers: {},
        body: Buffer.alloc(0),
      });
    };
    for (const ref of ['main', 'fails', 'warnings', 'manual', 'slow', 'children']) start(ref);
    clock.pass(30_000);
    const own = gitlab.pipelines().filter(({ source }) => source === 'trigger');
    expect(own.map(({ ref, status }) => `${ref} ${status}`)).toEqual([
      `main ${ends[name] ?? 'success'}`,
      'fails failed',
      'warnings success',
      'manual manual',
      'slow running',
      'children success',
    ]);
  });
});
