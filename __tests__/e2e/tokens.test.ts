import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, test as plainTest } from '@jest/globals';

import type { Scenario } from '../../src/simulator/gitlab/state/scenario.js';
import type { Fault, FaultRule } from '../../src/simulator/gitlab/wire/fault-plan.js';
import { oneProject, tokens } from '../support/one-project.js';
import {
  type TokenPlace,
  aliveIn,
  deployScenario,
  fileIn,
  secretsIn,
  twoSecrets,
  withTokenPlace,
} from './support/managing.js';
import { availableNodes } from './support/node-versions.js';
import { runCommand } from './support/run-command.js';
import { send } from './support/stopping.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { until } from './support/with-simulator.js';

const triggersPath = '/api/v4/projects/group%2Fapp/triggers';

/** What a list, read from the output, tells. */
function triggersOf(outputs: Readonly<Record<string, string>>): readonly Record<string, unknown>[] {
  const list: unknown = JSON.parse(outputs.triggers ?? 'null');
  return (list as { readonly triggers: readonly Record<string, unknown>[] }).triggers;
}

describe('the operation', () => {
  const test = testsAtOnce();
  const scenario = oneProject({
    triggers: [
      { token: tokens.trigger, owner: 'ada', description: 'deploys' },
      { token: 'glptt-98765432109876543210', owner: 'dev', expiresAt: '2099-01-01T00:00:00Z' },
    ],
  });

  for (const { label, path: nodePath } of availableNodes()) {
    test(`list shows the owner of each token, and never a token, on ${label}`, async () => {
      await withTokenPlace({ scenario }, async ({ run }) => {
        const end = await run({ inputs: { operation: 'list' }, nodePath });
        expect([end.exitCode, end.requests]).toEqual([0, [`GET ${triggersPath}?per_page=100`]]);
        expect(end.shownLines.filter((line) => /^\d/.test(line))).toEqual([
          '1  5f0c  ada (you)  never used  does not expire               "deploys"',
          '2  9876  dev        never used  expires 2099-01-01T00:00:00Z  ""',
        ]);
        expect(triggersOf(end.outputs)).toMatchObject([
          { id: 1, description: 'deploys', token_start: '5f0c', owner: 'ada', own: true, expires_at: null },
          { id: 2, token_start: '9876', owner: 'dev', own: false, last_used: null },
        ]);
        expect(end.summary).toContain(
          '| 1 | <code>deploys</code> | <code>5f0c</code>… | ada &#40;you&#41; |',
        );
        expect(Object.keys(end.outputs)).toEqual(['triggers']);
      });
    });
  }

  test('list reads 250 tokens in three requests', async () => {
    const triggers = Array.from({ length: 250 }, (_, index) => ({
      token: `glptt-${String(index).padStart(4, '0')}567890`,
      owner: 'ada',
      description: `token ${index}`,
    }));
    await withTokenPlace({ scenario: oneProject({ triggers }) }, async ({ run }) => {
      const end = await run({ inputs: { operation: 'list' } });
      expect([end.exitCode, end.requests.length, triggersOf(end.outputs).length]).toEqual([0, 3, 250]);
      expect(end.shownLines).toContain('##[group]250 trigger tokens');
    });
  });

  test('list shows a project without tokens', async () => {
    await withTokenPlace({ scenario: oneProject({ triggers: [] }) }, async ({ run }) => {
      const end = await run({ inputs: { operation: 'list', access_token: tokens.readApi } });
      expect([end.exitCode, end.outputs]).toEqual([
        0,
        { triggers: '{"version":1,"triggers":[],"omitted":0}' },
      ]);
    });
  });

  test('get, update and delete change one token', async () => {
    await withTokenPlace({ scenario }, async (place) => {
      const { run } = place;
      const got = await run({ inputs: { operation: 'get', trigger_id: '2', access_token: tokens.readApi } });
      const renamed = await run({
        inputs: { operation: 'update', trigger_id: '1', description: 'deploys from GitHub' },
      });
      const deleted = await run({ inputs: { operation: 'delete', trigger_id: '2', confirm: '2' } });
      expect([got, renamed, deleted].map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
      expect([got, renamed, deleted].map(({ outputs }) => outputs.trigger_id)).toEqual(['2', '1', '2']);
      expect([got, renamed, deleted].map(({ outputs }) => outputs.token)).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
      expect(aliveIn(place)).toMatchObject([{ id: 1, description: 'deploys from GitHub' }]);
      expect(deleted.requests).toEqual([`GET ${triggersPath}/2`, `DELETE ${triggersPath}/2`]);
      expect(deleted.shownLines.join('\n')).toContain('the pipelines that it started stay');
    });
  });

  test('create returns a masked token, and stores it', async () => {
    await withTokenPlace({ scenario: oneProject({ triggers: [] }) }, async (place) => {
      const end = await place.run({
        inputs: {
          operation: 'create',
          description: 'deploys',
          expires_at: '2026-12-31',
          save_to_file: place.file,
          github_secret: twoSecrets,
        },
      });
      const [created] = aliveIn(place);
      const text = created?.token ?? '';
      expect([end.exitCode, end.outputs.trigger_id, end.outputs.token]).toEqual([0, '1', text]);
      expect(created).toMatchObject({ description: 'deploys', expiresMs: Date.UTC(2026, 11, 31) });
      expect(end.masked).toContain(text);
      expect([await fileIn(place), secretsIn(place)]).toEqual([{ text, mode: '600' }, [text, text]]);
      expect(end.shownLines).toContain(
        'expires_at is a date, which means its midnight in UTC: 2026-12-31T00:00:00Z',
      );
    });
  });

  test('rotate deletes the old token once a command has stored the new one and given it back', async () => {
    await withTokenPlace({}, async (place) => {
      const inputs = {
        operation: 'rotate',
        description: 'deploys',
        store_command: `cat > '${place.file}'`,
        verify_command: `cat '${place.file}'`,
      };
      const end = await place.run({ inputs });
      const [left, ...others] = aliveIn(place);
      expect([end.exitCode, left?.description, others]).toEqual([0, 'deploys (replaces 1)', []]);
      expect((await fileIn(place)).text).toBe(left?.token);
      expect(end.shownLines.join('\n')).toContain('the place of store_command');
      expect(end.shownLines.join('\n')).not.toContain(left?.token);
    });
  });

  for (const { name, store_command } of [
    { name: 'fails and prints the token', store_command: 'cat >&2; exit 1' },
    { name: 'ends with 0 and keeps nothing', store_command: 'true' },
  ]) {
    test(`rotate keeps the old token when the command ${name}`, async () => {
      await withTokenPlace({}, async (place) => {
        const [old] = aliveIn(place);
        const verify_command = `cat '${place.file}'`;
        const inputs = { operation: 'rotate', description: 'deploys', store_command, verify_command };
        const end = await place.run({ inputs });
        const alive = aliveIn(place);
        expect([end.exitCode, alive.some(({ id }) => id === old?.id)]).toEqual([6, true]);
        const fresh = alive.find(({ id }) => id !== old?.id)?.token ?? '';
        expect(fresh).not.toBe('');
        expect(end.annotations.map(({ message }) => message).join('\n')).not.toContain(fresh);
      });
    });
  }

  test('rotate puts a new token everywhere before the old one goes, and starts nothing', async () => {
    await withTokenPlace({}, async (place) => {
      const end = await place.run({
        inputs: {
          operation: 'rotate',
          description: 'deploys',
          expires_at: '90d',
          save_to_file: place.file,
          github_secret: twoSecrets,
        },
      });
      const [left, ...others] = aliveIn(place);
      const text = left?.token ?? '';
      expect([end.exitCode, left?.description, others]).toEqual([0, 'deploys (replaces 1)', []]);
      expect(end.requests).toEqual([
        `GET ${triggersPath}?per_page=100`,
        `POST ${triggersPath}`,
        'POST /api/v4/projects/group%2Fapp/trigger/pipeline',
        `DELETE ${triggersPath}/1`,
      ]);
      expect([await fileIn(place), secretsIn(place)]).toEqual([{ text, mode: '600' }, [text, text]]);
      expect(end.outputs).toMatchObject({ trigger_id: '2', token: text, old_trigger_id: '1' });
      expect(place.gitlab.gitlab.pipelines()).toEqual([]);
      const [last] = place.gitlab.requests.slice(-1);
      expect((last?.epochMs ?? 0) >= (place.github.requests.at(-1)?.epochMs ?? Infinity)).toBe(true);
    });
  });

  test('rotate with nothing but the output leaves the old token, and says so', async () => {
    await withTokenPlace({}, async (place) => {
      const end = await place.run({ inputs: { operation: 'rotate', trigger_id: '1' } });
      expect([end.exitCode, aliveIn(place).map(({ id }) => id)]).toEqual([0, [1, 2]]);
      expect(end.annotations).toEqual([
        expect.objectContaining({
          kind: 'warning',
          message: expect.stringContaining('Token 1 still works'),
        }),
      ]);
      const gone = await place.run({
        inputs: {
          operation: 'delete',
          trigger_id: end.outputs.old_trigger_id ?? '',
          keep_trigger_id: end.outputs.trigger_id ?? '',
        },
      });
      expect([gone.exitCode, aliveIn(place).map(({ id }) => id)]).toEqual([0, [2]]);
    });
  });
});

describe('a refused operation is reported, and changes nothing', () => {
  const test = testsAtOnce();

  interface Refusal {
    readonly name: string;
    readonly scenario?: Scenario;
    readonly inputs: Readonly<Record<string, string>>;
    readonly exitCode: number;
    /** Pieces of the one message. */
    readonly says: readonly (string | RegExp)[];
  }

  const rotate = { operation: 'rotate', description: 'deploys' };
  const expired: Scenario = deployScenario({
    accessTokens: [{ token: tokens.api, user: 'ada', scopes: ['api'], expiresAt: '2020-01-01T00:00:00Z' }],
  });
  const asDev: Scenario = deployScenario({
    accessTokens: [{ token: tokens.api, user: 'dev', scopes: ['api'] }],
  });
  const refusals: readonly Refusal[] = [
    ...['get', 'delete', 'update'].map((operation): Refusal => ({
      name: `${operation} of an unknown id`,
      inputs: {
        operation,
        trigger_id: '99',
        ...(operation === 'update' ? { description: 'x' } : {}),
      },
      exitCode: 3,
      says: ['trigger token 99', '[token_not_found]', '404 Not found', 'operation: list shows the ids'],
    })),
    ...['list', 'create', 'rotate'].map((operation): Refusal => ({
      name: `${operation} with an access token that has expired`,
      scenario: expired,
      inputs: { operation, ...(operation === 'list' ? {} : { description: 'deploys' }) },
      exitCode: 3,
      says: ['[unauthorized]', 'Token is expired', /scope (?:read_)?api for a user with the role Maintainer/],
    })),
    ...['list', 'create', 'rotate'].map((operation): Refusal => ({
      name: `${operation} as a Developer`,
      scenario: asDev,
      inputs: { operation, ...(operation === 'list' ? {} : { description: 'deploys' }) },
      exitCode: 3,
      says: ['[forbidden]', '403 Forbidden', 'role Maintainer (or Owner) in group/app'],
    })),
    {
      name: 'create with a token that may only read',
      inputs: { operation: 'create', description: 'x', access_token: tokens.readApi },
      exitCode: 3,
      says: ['[insufficient_scope]', 'higher privileges', 'scope api'],
    },
    {
      name: 'rotate with a token that may only read',
      inputs: { ...rotate, access_token: tokens.readApi },
      exitCode: 3,
      says: ['[insufficient_scope]', 'scope api', 'token 1 "deploys": it works as before'],
    },
    {
      name: 'rotate beyond the longest lifetime',
      inputs: { ...rotate, expires_at: '400d' },
      exitCode: 3,
      says: ['[token_lifetime]', 'must be before 20', /give an expires_at before \d{4}-\d\d-\d\d/],
    },
    {
      name: 'create beyond the limit of the plan',
      scenario: oneProject({
        triggers: [{ token: tokens.trigger, owner: 'ada', description: 'deploys' }],
        mostTriggers: 1,
      }),
      inputs: { operation: 'create', description: 'x' },
      exitCode: 3,
      says: ['[token_limit]', 'Maximum number of pipeline triggers (1) exceeded'],
    },
    {
      name: 'rename the token of somebody else',
      scenario: oneProject({ triggers: [{ token: tokens.trigger, owner: 'dev', description: 'deploys' }] }),
      inputs: { operation: 'update', trigger_id: '1', description: 'x' },
      exitCode: 3,
      says: ['[forbidden]', 'not authorized to update', 'only the owner'],
    },
    {
      name: 'delete under a condition that does not hold',
      inputs: {
        operation: 'delete',
        trigger_id: '1',
        request_headers: 'If-Unmodified-Since: Wed, 31 Dec 2025 00:00:00 GMT',
      },
      exitCode: 3,
      says: ['[token_changed]', '412 Precondition Failed'],
    },
    {
      name: 'delete another token than the confirmed one',
      inputs: { operation: 'delete', trigger_id: '1', confirm: 'releases' },
      exitCode: 3,
      says: ['[not_confirmed]', '"releases"', '"deploys"'],
    },
    {
      name: 'rotate a token that is to be kept',
      inputs: { ...rotate, keep_trigger_id: '1', delete_old: 'always' },
      exitCode: 3,
      says: ['[token_kept]'],
    },
    {
      name: 'rotate a token that is not there',
      inputs: { operation: 'rotate', description: 'releases' },
      exitCode: 3,
      says: ['[token_not_found]', '"releases"', 'operation: create'],
    },
    {
      name: 'store in a folder that is not there',
      inputs: { ...rotate, save_to_file: '/nowhere/at/all' },
      exitCode: 2,
      says: ['[invalid_input]', 'save_to_file', 'ENOENT'],
    },
    {
      name: 'several wrong inputs together',
      inputs: { operation: 'update', trigger_id: 'x', expires_at: '90d', github_secret: 'octo' },
      exitCode: 2,
      says: [
        '7 problems',
        'expires_at was given, but update',
        'description was not given',
        'trigger_id is "x"',
        'github_secret (line 1) is "octo"',
      ],
    },
  ];
  for (const { name, scenario = deployScenario(), inputs, exitCode, says } of refusals) {
    test(name, async () => {
      await withTokenPlace({ scenario }, async (place) => {
        const before = aliveIn(place);
        const end = await place.run({ inputs });
        const message = end.annotations.map((each) => each.message).join('\n');
        expect([end.exitCode, aliveIn(place)]).toEqual([exitCode, before]);
        for (const piece of says) expect(message).toMatch(piece instanceof RegExp ? piece : literal(piece));
        expect(end.outputs.token).toBeUndefined();
      });
    });
  }

  test('retries when GitHub fails', async () => {
    const failure: Fault = {
      kind: 'status',
      status: 502,
      work: 'not_done',
      body: '{"message":"Server Error"}',
    };
    await withTokenPlace({ githubFaults: [faultOnce('PUT', /secrets/, failure)] }, async (place) => {
      const end = await place.run({ inputs: rotateInputs(place) });
      const text = aliveIn(place)[0]?.token;
      expect([end.exitCode, secretsIn(place)]).toEqual([0, [text, text]]);
    });
  });

  test('leaves both tokens if a GitHub secret may not be written, and the next run continues', async () => {
    const inputs = { operation: 'rotate', description: 'deploys', github_secret: 'octo/app:DEPLOY_TOKEN' };
    await withTokenPlace({}, async (place) => {
      const end = await place.run({
        inputs: { ...inputs, github_token: 'ghs_Wq8TzR4vYb6NcJdLfKx2m0PaSdFgHjKlQw3r' },
      });
      const [message = ''] = end.annotations.map((each) => each.message);
      expect([end.exitCode, aliveIn(place).map(({ id }) => id)]).toEqual([3, [1, 2]]);
      for (const piece of ['[rotation_unfinished]', 'Both tokens work', 'Secrets: Read and write'])
        expect(message).toContain(piece);
      const again = await place.run({ inputs });
      expect([again.exitCode, aliveIn(place).map(({ id }) => id)]).toEqual([0, [2]]);
      expect(secretsIn(place)[0]).toBe(aliveIn(place)[0]?.token);
    });
  });
});

function literal(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

/** A fault at one request, once. */
function faultOnce(method: string, path: RegExp, fault: Fault): FaultRule {
  return { when: { method, pathMatches: path, nth: 1 }, fault };
}

const rotateInputs = (place: TokenPlace): Readonly<Record<string, string>> => ({
  operation: 'rotate',
  description: 'deploys',
  save_to_file: place.file,
  github_secret: twoSecrets,
});

/** What is in use works: the file always, the secrets as soon as they are there. */
async function expectWorking(place: TokenPlace): Promise<void> {
  const alive = aliveIn(place).map(({ token }) => token);
  expect(alive).toContain((await fileIn(place)).text);
  for (const text of secretsIn(place)) if (text !== undefined) expect(alive).toContain(text);
}

async function expectConvergence(place: TokenPlace): Promise<void> {
  const end = await place.run({ inputs: rotateInputs(place) });
  const [only, ...others] = aliveIn(place);
  expect([end.exitCode, others, only?.token === tokens.trigger]).toEqual([0, [], false]);
  const text = only?.token;
  expect([await fileIn(place), secretsIn(place)]).toEqual([{ text, mode: '600' }, [text, text]]);
  expect(place.gitlab.gitlab.pipelines()).toEqual([]);
}

describe('a rotation that is killed', () => {
  const test = testsAtOnce();
  /** What the system kills, once. */
  const inProcess = 'while it creates, after the work is done';
  const gitlabCuts = [
    { name: 'while it lists', method: 'GET', path: /triggers\?/ },
    { name: 'while it creates', method: 'POST', path: /triggers$/ },
    { name: 'while it asks whether the token works', method: 'POST', path: /pipeline$/ },
    { name: 'while it deletes', method: 'DELETE', path: /triggers\/1$/ },
  ];
  const githubCuts = [
    { name: 'while it asks GitHub for the key', method: 'GET', path: /public-key/ },
    { name: 'while it stores the first secret', method: 'PUT', path: /app\/actions\/secrets\/DEPLOY/ },
    { name: 'while it stores the second secret', method: 'PUT', path: /environments\/production/ },
  ];
  for (const kind of ['stall', 'stall_after_work'] as const) {
    const when = kind === 'stall' ? 'before the work is done' : 'after the work is done';
    const cuts = [
      ...gitlabCuts.map((cut) => ({ ...cut, at: 'gitlab' as const })),
      ...githubCuts.map((cut) => ({ ...cut, at: 'github' as const })),
    ];
    for (const { name, at, method, path } of cuts) {
      test(`${name}, ${when}, is continued by the next run`, async () => {
        const rules = [faultOnce(method, path, { kind })];
        const faults = at === 'gitlab' ? { faults: rules } : { githubFaults: rules };
        await withTokenPlace(faults, async (place) => {
          const { requests } = at === 'gitlab' ? place.gitlab : place.github;
          const killed = await place.run({
            nodePath: `${name}, ${when}` === inProcess ? process.execPath : undefined,
            inputs: { ...rotateInputs(place), request_timeout: '30s' },
            meanwhile: async (step) => {
              await until(() => requests.some((each) => each.method === method && path.test(each.target)));
              send(step, 'SIGKILL');
            },
          });
          expect(killed.exitCode).not.toBe(0);
          await expectWorking(place);
          await expectConvergence(place);
        });
      });
    }
  }

  test('that is stopped while it stores reports which token works, and is continued', async () => {
    const rules = [faultOnce('PUT', /environments/, { kind: 'stall' })];
    await withTokenPlace({ githubFaults: rules }, async (place) => {
      const stopped = await place.run({
        inputs: { ...rotateInputs(place), request_timeout: '30s' },
        meanwhile: async (step) => {
          await until(() => place.github.requests.some(({ target }) => /environments.*DEPLOY/.test(target)));
          step.cancel();
        },
      });
      expect(stopped.exitCode).toBe(130);
      expect(stopped.annotations.at(-1)?.message).toMatch(
        /Both tokens work.*It is not yet in the secret DEPLOY/s,
      );
      await expectWorking(place);
      await expectConvergence(place);
    });
  });
});

describe('the documented commands', () => {
  const test = testsAtOnce();
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'tokens', 'README.md'), 'utf8');

  /** The words of a line as a shell takes them apart. */
  function wordsOf(line: string): readonly string[] {
    return Array.from(line.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, bare]) => quoted ?? bare ?? '').slice(1);
  }

  test('of tokens/README.md do what they say, one after another', async () => {
    const lines = [...page.matchAll(/^```console\n([^]*?)^```$/gm)].flatMap(([, text = '']) =>
      text.trim().split('\n'),
    );
    await withTokenPlace({}, async ({ gitlab, file, ...place }) => {
      const ends: unknown[] = [];
      for (const line of lines) {
        const end = await runCommand({
          words: wordsOf(line).map((word) => (word === 'token.txt' ? file : word)),
          environment: { GITLAB_TRIGGER_ACCESS_TOKEN: tokens.api, GITLAB_TRIGGER_GITLAB_URL: gitlab.url },
        });
        ends.push([end.exitCode, line]);
        for (const { token } of gitlab.gitlab.triggerTokens(42)) expect(end.stdout).not.toContain(token);
      }
      expect(ends).toEqual(lines.map((line) => [0, line]));
      expect(lines.map((line) => wordsOf(line)[1])).toEqual([
        'list',
        'create',
        'get',
        'update',
        'rotate',
        'delete',
      ]);
      expect(aliveIn({ gitlab, file, ...place }).map(({ id }) => id)).toEqual([1]);
    });
  });

  for (const { where, ci } of [
    { where: 'where there are no later steps', ci: {} },
    { where: 'where later steps get no secrets', ci: { GITLAB_CI: 'true' } },
  ]) {
    test(`need a place for a new token ${where}`, async () => {
      await withTokenPlace({}, async (place) => {
        const flags = ['--project-id', 'group/app', '--description', 'deploys'];
        const environment = {
          GITLAB_TRIGGER_ACCESS_TOKEN: tokens.api,
          GITLAB_TRIGGER_GITLAB_URL: place.gitlab.url,
          ...ci,
          CI_PROJECT_DIR: dirname(place.file),
        };
        const nowhere = await runCommand({ words: ['tokens', 'create', ...flags], environment });
        expect([nowhere.exitCode, place.gitlab.requests.length]).toEqual([2, 0]);
        expect(nowhere.stdout).toContain('Give save_to_file');
        const somewhere = await runCommand({
          words: ['tokens', 'create', ...flags, '--output-file', `${place.file}.json`],
          environment,
        });
        expect([somewhere.exitCode, aliveIn(place).length]).toEqual([0, 2]);
        expect(readFileSync(`${place.file}.json`, 'utf8')).toContain(aliveIn(place)[1]?.token ?? 'none');
      });
    });
  }
});

/** A pseudo terminal is made by a program that not every system has. */
const hasTerminal = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;
const inTerminal = hasTerminal || process.env.CI === 'true' ? plainTest : plainTest.skip;

describe(`the command tokens delete in a terminal${hasTerminal ? '' : ' (which the program script could not make)'}`, () => {
  inTerminal.each([
    { typed: 'deploys', exitCode: 0, left: 0 },
    { typed: '1', exitCode: 0, left: 0 },
    { typed: 'releases', exitCode: 3, left: 1 },
    { typed: '', exitCode: 3, left: 1 },
  ])('asks, and compares "$typed" with the token', async ({ typed, exitCode, left }) => {
    await withTokenPlace({}, async (place) => {
      const words = ['tokens', 'delete', '--project-id', 'group/app', '--trigger-id', '1'];
      const program = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
      const line = [process.execPath, program, ...words].map((word) => `'${word}'`).join(' ');
      const child = spawn('script', ['-qec', line, '/dev/null'], {
        env: {
          PATH: process.env.PATH ?? '',
          GITLAB_TRIGGER_ACCESS_TOKEN: tokens.api,
          GITLAB_TRIGGER_GITLAB_URL: place.gitlab.url,
        },
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      let shown = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        if (!shown.includes('for good:') && (shown + text).includes('for good:'))
          child.stdin.write(`${typed}\n`);
        shown += text;
      });
      const [code] = (await once(child, 'close')) as [number | null];
      expect([code, aliveIn(place).length]).toEqual([exitCode, left]);
      expect(shown).toContain('Trigger token 1 "deploys" (starts with 5f0c');
    });
  });
});
