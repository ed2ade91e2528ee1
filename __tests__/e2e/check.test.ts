import { describe, expect } from '@jest/globals';

import { impossibleRef } from '../../src/gitlab/probe-trigger-token.js';
import type { Scenario } from '../../src/simulator/gitlab/state/scenario.js';
import { FaultPlan, type FaultRule } from '../../src/simulator/gitlab/wire/fault-plan.js';
import type { RecordedRequest } from '../../src/simulator/gitlab/wire/server.js';
import { inputsFor, mainSha, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { runAction } from './support/run-action.js';
import { runCommand } from './support/run-command.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { withSimulator } from './support/with-simulator.js';

/** What a run did to GitLab, beside what it said. */
interface Done {
  readonly exitCode: number | null;
  readonly output: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly requests: readonly RecordedRequest[];
  readonly pipelines: number;
}

interface Story {
  readonly scenario?: Scenario;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly faults?: readonly FaultRule[];
}

/** The same check as an action with `dry_run`, and as a command. */
const ways: readonly { readonly way: string; readonly tell: (story: Story) => Promise<Done> }[] = [
  { way: 'dry_run', tell: asAction },
  { way: 'the command', tell: asCommand },
];

async function asAction({ scenario = oneProject(), inputs, faults = [] }: Story): Promise<Done> {
  return await withSimulator({ scenario, faults: new FaultPlan(faults) }, async (simulator) => {
    const result = await runAction({
      with: { ...inputsFor(simulator.url), access_token: tokens.api, dry_run: 'true', ...inputs },
    });
    return {
      exitCode: result.exitCode,
      output: result.shownLines.join('\n'),
      outputs: result.outputs,
      summary: result.summary,
      requests: simulator.requests,
      pipelines: simulator.gitlab.pipelines().length,
    };
  });
}

async function asCommand({ scenario = oneProject(), inputs, faults = [] }: Story): Promise<Done> {
  return await withSimulator({ scenario, faults: new FaultPlan(faults) }, async (simulator) => {
    const given = { ...inputsFor(simulator.url), access_token: tokens.api, ...inputs };
    const variables = Object.entries(given).map(([name, value]) => [
      `GITLAB_TRIGGER_${name.toUpperCase()}`,
      value,
    ]);
    const result = await runCommand({
      words: ['check'],
      environment: Object.fromEntries(variables) as Record<string, string>,
    });
    return {
      exitCode: result.exitCode,
      output: result.stdout + result.stderr,
      outputs: {},
      summary: '',
      requests: simulator.requests,
      pipelines: simulator.gitlab.pipelines().length,
    };
  });
}

/** Everything but reading, and trying the token on a ref that cannot exist. */
function writesIn(requests: readonly RecordedRequest[]): readonly string[] {
  return requests
    .filter(({ method, body }) => method !== 'GET' && !(method === 'POST' && body.includes(impossibleRef)))
    .map(({ method, target, body }) => `${method} ${target} ${body}`);
}

function statesIn(output: string): Readonly<Record<string, string>> {
  const rows = output.matchAll(/^(ok|failed|unknown) +([a-z_]+) {2}/gm);
  return Object.fromEntries([...rows].map(([, state = '', name = '']) => [name, state]));
}

const allGood = {
  server: 'ok',
  token: 'ok',
  access_token: 'ok',
  project: 'ok',
  ref: 'ok',
  protected_ref: 'ok',
  ci_config: 'ok',
  jobs: 'ok',
};

function without(name: keyof typeof allGood): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(allGood).filter(([each]) => each !== name));
}

const forTriggersOnly =
  '---\nworkflow:\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "trigger"\nunit:\n  script: make\n';

describe.each(ways)('a check by $way', ({ tell }) => {
  const test = testsAtOnce();

  test('passes with everything in order, and starts nothing', async () => {
    const done = await tell({});
    expect([done.exitCode, statesIn(done.output), done.pipelines, writesIn(done.requests)]).toEqual([
      0,
      allGood,
      0,
      [],
    ]);
    expect(done.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(done.output).toContain('8 ok, 0 failed, 0 unknown. Nothing was started.');
    expect(done.output).toContain(`It is a branch, at the commit ${mainSha}`);
    expect(done.output).not.toContain(tokens.trigger);
  });

  test('starts nothing whatever else is requested', async () => {
    const done = await tell({
      inputs: {
        wait: 'true',
        supersede: 'true',
        on_manual: 'play',
        downstream: 'require',
        cancel_on: 'abort, timeout, failure',
        forward_context: 'true',
        expected_sha: mainSha,
        variables: 'DEPLOY_ENV=staging',
        timeout: '1s',
      },
    });
    expect([done.exitCode, done.pipelines, writesIn(done.requests)]).toEqual([0, 0, []]);
    expect(statesIn(done.output)).toEqual({ ...allGood, pipelines: 'ok', variables: 'ok' });
  });

  test('fails when the trigger token is wrong', async () => {
    const done = await tell({ inputs: { token: `glptt-${'0'.repeat(40)}` } });
    expect([done.exitCode, done.pipelines, statesIn(done.output)]).toEqual([
      3,
      0,
      { ...allGood, token: 'failed' },
    ]);
    expect(done.output).toContain('1 of 8 checks failed');
    expect(done.output).toContain('[check_failed]');
  });

  test('fails when rules leave no job', async () => {
    const ciFile = { text: 'unit:\n  script: make\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "push"\n' };
    const done = await tell({
      scenario: oneProject({ ci: { kind: 'no_jobs' }, ciFile: { ...ciFile, merged: ciFile.text } }),
    });
    expect([done.exitCode, done.pipelines, statesIn(done.output)]).toEqual([
      3,
      0,
      { ...allGood, jobs: 'failed' },
    ]);
    expect(done.output).toContain('Of 1 job for the source trigger, 1 would not (unit)');
  });

  test('knows a job token, to which rules for triggers do not apply', async () => {
    const done = await tell({
      scenario: oneProject({ ciFile: { text: forTriggersOnly, merged: forTriggersOnly } }),
      inputs: { token: tokens.job },
    });
    expect([done.exitCode, statesIn(done.output)]).toEqual([3, { ...allGood, jobs: 'failed' }]);
    expect(done.output).toContain('workflow:rules let no pipeline through for the source pipeline');
  });

  test('creates nothing with an access token alone', async () => {
    const done = await tell({ inputs: { token: '' } });
    expect([done.exitCode, done.pipelines, statesIn(done.output)]).toEqual([0, 0, without('token')]);
    expect(done.requests.map(({ method }) => method)).not.toContain('POST');
  });

  test('reports what it cannot know without an access token', async () => {
    const done = await tell({ inputs: { access_token: '' } });
    expect([done.exitCode, statesIn(done.output)]).toEqual([
      0,
      {
        server: 'ok',
        token: 'ok',
        project: 'unknown',
        ref: 'unknown',
        protected_ref: 'unknown',
        ci_config: 'unknown',
        jobs: 'unknown',
      },
    ]);
  });

  test('needs no access token for a public project', async () => {
    const done = await tell({
      scenario: oneProject({ visibility: 'public' }),
      inputs: { access_token: '', wait: 'true' },
    });
    expect([done.exitCode, statesIn(done.output)]).toEqual([
      0,
      { ...without('access_token'), pipelines: 'ok' },
    ]);
  });

  test('fails where a pipeline could be started but not followed', async () => {
    const done = await tell({ inputs: { access_token: '', wait: 'true' } });
    expect([done.exitCode, statesIn(done.output).pipelines]).toEqual([3, 'failed']);
  });

  test('ends with 4 when no server listens, and sends nothing more', async () => {
    const done = await tell({ inputs: { gitlab_url: 'http://127.0.0.1:1' } });
    expect([done.exitCode, done.requests]).toEqual([4, []]);
    expect(statesIn(done.output)).toMatchObject({ server: 'failed', token: 'unknown', jobs: 'unknown' });
    expect(done.output).toContain('[connection_refused]');
  });

  test('ends with 4 when a page answers, and sends the token to no one', async () => {
    const done = await tell({ faults: [{ when: {}, fault: { kind: 'html' } }] });
    expect([done.exitCode, done.requests.map(({ target }) => target)]).toEqual([4, ['/api/v4/version']]);
    expect(done.output).toContain('[not_gitlab]');
  });

  test('ends with 2 for wrong inputs, before anything is sent', async () => {
    const done = await tell({ inputs: { ref: 'a..b' } });
    expect([done.exitCode, done.requests]).toEqual([2, []]);
  });

  test('shows a curl command and an answer with what is known', async () => {
    const done = await tell({ inputs: { variables: "NAME=it's $HOME\nDB_PASSWORD=hunter2hunter2" } });
    expect(done.output).toContain(`"$GITLAB_TRIGGER_TOKEN"`);
    expect(done.output).toContain(`"NAME":"' "$NAME" '"`);
    expect(done.output).toContain(`"$DB_PASSWORD"`);
    expect(done.output).not.toContain("it's");
    expect(done.output).not.toContain('hunter2hunter2');
    expect(done.output).toContain(`"sha": "${mainSha}"`);
  });
});

describe.each(ways)('a check by $way with values that only their owners may know', ({ tell }) => {
  const test = testsAtOnce();
  const values = {
    variables: JSON.stringify({
      DATABASE_URL: 'postgres://app:Vvalue1-Vvalue1@db/app',
      SLACK_WEBHOOK: 'https://hooks.example/Vvalue2',
      SENTRY_DSN: 'Vvalue3',
      NOTE: 'Vvalue4',
    }),
    inputs: JSON.stringify({
      environment: 'Vvalue5',
      db: { password: 'Vvalue6', list: [{ deep: 'Vvalue7' }] },
      jwt: 'Vvalue8',
    }),
  };

  for (const token of ['given', 'absent'] as const) {
    test(`prints none of them anywhere, with a trigger token that is ${token}`, async () => {
      const done = await tell({ inputs: { ...values, ...(token === 'given' ? {} : { token: '' }) } });
      expect([done.output, done.summary, JSON.stringify(done.outputs)].join('\n')).not.toContain('Vvalue');
      for (const name of [
        'DATABASE_URL',
        'SLACK_WEBHOOK',
        'SENTRY_DSN',
        'NOTE',
        'environment',
        'db',
        'jwt',
      ]) {
        expect(done.output).toContain(`"$${name}"`);
      }
    });
  }
});

describe('a dry run', () => {
  const test = testsAtOnce();

  test('leaves its checks as an output and in the report, and nothing else', async () => {
    const done = await asAction({ scenario: oneProject({ ci: { kind: 'missing' } }) });
    expect([done.exitCode, Object.keys(done.outputs)]).toEqual([3, ['checks']]);
    const { version, checks } = JSON.parse(done.outputs.checks ?? '') as {
      readonly version: number;
      readonly checks: readonly Readonly<Record<string, unknown>>[];
    };
    expect([version, checks.find(({ name }) => name === 'ci_config')]).toEqual([
      1,
      {
        name: 'ci_config',
        state: 'failed',
        finding: 'There is no CI configuration on main (1 error: Please provide content of .gitlab-ci.yml)',
        hint: 'Add a .gitlab-ci.yml on main, or set its path in Settings > CI/CD > General pipelines.',
        code: 'ci_config_missing',
      },
    ]);
    expect(done.summary).toContain('## Dry run: group/app at main');
    expect(done.summary).toContain('| <code>ci&#95;config</code> | ❌ failed |');
  });

  test('writes no report when none is wanted', async () => {
    expect((await asAction({ inputs: { summary: 'false' } })).summary).toBe('');
  });

  test('is refused when it is neither true nor false', async () => {
    const done = await asAction({ inputs: { dry_run: 'yes' } });
    expect([done.exitCode, done.requests, done.pipelines]).toEqual([2, [], 0]);
  });

  test('shows text of GitLab as text, and executes no command in it', async () => {
    const evil = '::error::forged ##[error]forged <img src=x> | [x](http://evil)\r::set-output name=a::b';
    const done = await asAction({ scenario: oneProject({ ci: { kind: 'invalid', errors: [evil] } }) });
    expect(done.exitCode).toBe(3);
    expect(Object.keys(done.outputs)).toEqual(['checks']);
    expect(done.summary).not.toContain('<img');
    expect(done.summary).not.toContain('](http://evil)');
  });
});

describe('the checks of both ways', () => {
  const test = testsAtOnce();

  test('match what a pipeline needs: a passed check is followed by a passed run', async () => {
    const scenario = oneProject({
      ci: valid(quickScript('success')),
      ciFile: { text: forTriggersOnly, merged: forTriggersOnly },
    });
    expect((await asAction({ scenario })).exitCode).toBe(0);
    const run = await asAction({ scenario, inputs: { dry_run: 'false', wait: 'true' } });
    expect([run.exitCode, run.pipelines]).toEqual([0, 1]);
  });
});
