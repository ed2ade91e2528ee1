import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { InputError } from '../../src/base/errors.js';
import { runCommand } from '../e2e/support/run-command.js';
import { until, withSimulator } from '../e2e/support/with-simulator.js';
import { oneProject, tokens } from '../support/one-project.js';
import { owner } from '../support/package-name.js';
import { withTemporaryFolder } from '../support/temporary-folder.js';
import { cronCommandOf, execWords, podWord, unitsOf } from './support/caller-files.js';
import { snippetText } from './support/snippet-text.js';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'callers.md'), 'utf8');

/** Words that mean something to a shell, to cron, to systemd, to Kubernetes or to YAML. */
const hostile = [
  ...['A=it\'s "so"', 'B=100% \\% %% %n', 'C=$HOME ${HOME} $(id) $$ $', 'D=`id` ; id | id & # no'],
  ...['E=\\', "F=\\'%", 'G=- [x]: {y}', 'H=ü', 'I="%"\\"%', 'J=$$(id) $$$(id)'],
];
const hostileWords = hostile.flatMap((line) => ['--variables', line]);
const place = ['--project-id', 'group/app', '--ref', 'main'];

const snippet = async (...words: readonly string[]): Promise<string> => await snippetText(words);

test('the command prints a snippet with every word as it is here without a process', async () => {
  const words = ['cron', ...place, ...hostileWords, '--wait'];
  const { exitCode, stdout, stderr } = await runCommand({ words: ['snippet', ...words] });
  expect([exitCode, stderr, stdout]).toEqual([0, '', await snippet(...words)]);
});

const shown = [
  ...page.matchAll(/```console\n\$ gitlab-trigger (.+)\n```\n\n<!-- oxfmt-ignore -->\n```\w+\n([^]*?)```\n/g),
].map(([, command = '', text = '']) => ({ command, text }));

test('docs/callers.md shows each kind of snippet', () => {
  expect(shown.map(({ command }) => command.split(' ').slice(0, 2).join(' '))).toEqual([
    ...['snippet cron', 'snippet cron', 'snippet cron', 'snippet curl', 'snippet webhook', 'snippet bot'],
  ]);
});

test.each(shown)('docs/callers.md shows the output of: $command', async ({ command, text }) => {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const { exitCode, stdout } = await runCommand({ words });
  expect([exitCode, stdout]).toEqual([0, text]);
});

const files = (folder: string): readonly string[] => [
  ...['--token-file', `${folder}/token`, '--access-token-file', `${folder}/access-token`],
];

describe('the snippet cron', () => {
  const wanted = ['run', ...place, ...hostileWords, '--wait', ...files('/etc/gitlab-trigger')];
  const given = ['cron', ...place, ...hostileWords, '--wait', '--scheduler'];

  (process.platform === 'win32' ? test.skip : test)('of cron runs the command with these words', async () => {
    const [, line = '', ...rest] = (await snippet(...given, 'crontab')).split('\n');
    expect(rest).toEqual(['']);
    const { schedule, command } = cronCommandOf(line);
    expect(schedule).toBe('17 3 * * *');
    const stub = command.replace('/usr/local/bin/gitlab-trigger', `printf '%s\\n'`);
    expect(execFileSync('sh', ['-c', stub], { encoding: 'utf8' }).trimEnd().split('\n')).toEqual(wanted);
  });

  test('the systemd units run the command with these words', async () => {
    const units = unitsOf(await snippet(...given, 'systemd', '--schedule', '*/20 6-8,20 * 1 1-5'));
    expect([...units.keys()]).toEqual([
      '/etc/systemd/system/gitlab-trigger.service',
      '/etc/systemd/system/gitlab-trigger.timer',
    ]);
    const [service, timer] = [...units.values()];
    expect(Object.keys(service ?? {})).toEqual(['Unit', 'Service']);
    expect(timer).toMatchObject({
      Timer: { OnCalendar: ['Mon,Tue,Wed,Thu,Fri *-01-* 06,07,08,20:00,20,40:00'] },
      Install: { WantedBy: ['timers.target'] },
    });
    expect(service?.Service).toMatchObject({
      Type: ['oneshot'],
      Restart: ['no'],
      LoadCredential: ['token:/etc/gitlab-trigger/token', 'access-token:/etc/gitlab-trigger/access-token'],
    });
    const words = execWords(service?.Service?.ExecStart?.[0] ?? '', { CREDENTIALS_DIRECTORY: '/run/c' });
    expect(words).toEqual(['/usr/local/bin/gitlab-trigger', ...wanted.slice(0, -4), ...files('/run/c')]);
  });

  test('the Kubernetes manifest is a CronJob that runs the command with these words once', async () => {
    const text = await snippet(...given, 'kubernetes', '--image', 'registry.example.com/x@sha256:0');
    const job = parse(text, { strict: true }) as {
      spec: { jobTemplate: { spec: { template: { spec: { containers: [{ args: string[] }] } } } } };
    };
    const [container] = job.spec.jobTemplate.spec.template.spec.containers;
    expect(container.args.map(podWord)).toEqual(wanted);
    container.args = [];
    // The whole shape: Kubernetes passes over a member that it does not know.
    expect(job).toEqual({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'gitlab-trigger' },
      spec: {
        schedule: '17 3 * * *',
        timeZone: 'Etc/UTC',
        concurrencyPolicy: 'Forbid',
        startingDeadlineSeconds: 600,
        jobTemplate: {
          spec: {
            backoffLimit: 0,
            template: {
              spec: {
                restartPolicy: 'Never',
                automountServiceAccountToken: false,
                securityContext: {
                  runAsNonRoot: true,
                  runAsUser: 1000,
                  fsGroup: 1000,
                  seccompProfile: { type: 'RuntimeDefault' },
                },
                containers: [
                  {
                    name: 'gitlab-trigger',
                    image: 'registry.example.com/x@sha256:0',
                    args: [],
                    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
                    volumeMounts: [{ name: 'secrets', mountPath: '/etc/gitlab-trigger', readOnly: true }],
                  },
                ],
                volumes: [{ name: 'secrets', secret: { secretName: 'gitlab-trigger', defaultMode: 0o440 } }],
              },
            },
          },
        },
      },
    });
  });
});

(process.platform === 'win32' ? test.skip : test)(
  'curl starts the pipeline, and the token and values are in no argument',
  async () => {
    await withTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'token'), `${tokens.trigger}\n`);
      const curl = execFileSync('sh', ['-c', 'command -v curl'], { encoding: 'utf8' }).trim();
      writeFileSync(
        join(folder, 'curl'),
        `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/words'\nenv >> '${folder}/words'\nexec ${curl} "$@"\n`,
      );
      chmodSync(join(folder, 'curl'), 0o755);
      await withSimulator({ scenario: oneProject() }, async ({ url, requests }) => {
        const text = await snippet(
          ...['curl', ...place, ...hostileWords, '--gitlab-url', url, '--secrets-folder', folder],
        );
        writeFileSync(join(folder, 'call.sh'), text);
        const environment = { PATH: `${folder}:${process.env.PATH ?? ''}` };
        const child = spawn('sh', [join(folder, 'call.sh')], { env: environment, stdio: 'ignore' });
        expect(await once(child, 'close')).toEqual([0, null]);
        const words = readFileSync(join(folder, 'words'), 'utf8');
        expect(words).not.toContain(tokens.trigger);
        expect(words).not.toContain('$(id)');
        const sent = requests.map(({ body }) => body);
        expect(sent).toHaveLength(1);
        expect(JSON.parse(sent[0] ?? '')).toEqual({
          token: tokens.trigger,
          ref: 'main',
          variables: Object.fromEntries(hostile.map((line) => [line.slice(0, 1), line.slice(2)])),
        });
      });
    });
  },
);

/** Says on which port a server listens, and keeps what is sent to Slack. */
const preload = `
  import { Server } from 'node:net';
  const { listen } = Server.prototype;
  Server.prototype.listen = function (...words) {
    this.once('listening', () => process.send({ port: this.address().port }));
    return listen.apply(this, words);
  };
  globalThis.fetch = async (url, { body }) => void process.send({ url, body: JSON.parse(body) });
`;

interface Receiver {
  readonly port: number;
  readonly told: readonly unknown[];
}

/** Runs a receiver of the snippet in a process of its own, with the library of `dist/` as its package. */
async function withReceiver(
  { folder, words, secrets }: { folder: string; words: readonly string[]; secrets: Record<string, string> },
  work: (receiver: Receiver) => Promise<void>,
): Promise<void> {
  for (const [name, secret] of Object.entries({ token: tokens.trigger, ...secrets })) {
    writeFileSync(join(folder, name), `${secret}\n`);
  }
  writeFileSync(join(folder, 'receiver.mjs'), await snippet(...words, '--secrets-folder', folder));
  const library = join(folder, 'node_modules', owner.startsWith('@') ? owner : `@${owner}`, 'gitlab-trigger');
  mkdirSync(dirname(library), { recursive: true });
  symlinkSync(root, library, 'junction');
  const told: unknown[] = [];
  const child: ChildProcess = fork(join(folder, 'receiver.mjs'), {
    env: { PORT: '0' },
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(preload)}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  try {
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    child.on('message', (message) => told.push(message));
    await work({ port, told });
  } finally {
    const closed = once(child, 'close');
    child.kill();
    await closed;
  }
}

async function deliver(
  port: number,
  headers: Record<string, string>,
  body: string,
): Promise<number | string> {
  const outgoing = request({ port, host: '127.0.0.1', method: 'POST', headers });
  outgoing.end(body);
  const [answer] = (await once(outgoing, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  return answer.statusCode === 200 ? text : answer.statusCode;
}

/** A moment that lies behind the start of the receiver, whose own second is refused. */
const soon = (seconds = 2): string => String(Math.floor(Date.now() / 1000) + seconds);

function variablesSent(requests: readonly { readonly body: string }[]): readonly unknown[] {
  return requests
    .filter(({ body }) => body !== '')
    .map(({ body }) => (JSON.parse(body) as { readonly variables?: unknown }).variables);
}

describe('the snippet webhook', () => {
  const key = Buffer.alloc(32, 7);
  const mac = (id: string, sent: string, body: string): string =>
    `v1,${createHmac('sha256', key).update(`${id}.${sent}.${body}`).digest('base64')}`;
  const signed = (id: string, sent: string, body: string): Record<string, string> => ({
    'webhook-id': id,
    'webhook-timestamp': sent,
    'webhook-signature': mac(id, sent, body),
  });

  test('the receiver starts a pipeline once for a signed delivery, and for no other', async () => {
    await withTemporaryFolder(async (folder) => {
      await withSimulator({ scenario: oneProject() }, async ({ url, requests }) => {
        const words = [
          ...['webhook', ...place, '--gitlab-url', url, '--variables', 'FIXED=yes'],
          ...['--allow-variables', 'DEPLOY_ENV=staging,production'],
        ];
        const secrets = { 'webhook-secret': `whsec_${key.toString('base64')}` };
        await withReceiver({ folder, words, secrets }, async ({ port }) => {
          const good = JSON.stringify({ variables: { DEPLOY_ENV: 'staging' } });
          const at = soon();
          const first = signed('msg_1', at, good);
          const refused: [string, number, Record<string, string>, string][] = [
            ['no signature', 401, {}, good],
            ['an empty signature', 401, { ...first, 'webhook-signature': 'v1,' }, good],
            [
              'another key',
              401,
              { ...first, 'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}` },
              good,
            ],
            ['another body', 401, first, good.replace('staging', 'production')],
            ['another id', 401, { ...first, 'webhook-id': 'msg_2' }, good],
            ['another time', 401, { ...first, 'webhook-timestamp': soon(3) }, good],
            [
              'a part of the time in the id',
              401,
              { ...first, 'webhook-id': `msg_1.${at}`, 'webhook-timestamp': '' },
              good,
            ],
            ['old', 401, signed('msg_3', soon(-301), good), good],
            ['from before the start', 401, signed('msg_3', soon(-60), good), good],
            ['far in the future', 401, signed('msg_3', soon(400), good), good],
            ['no number as the time', 401, signed('msg_3', 'now', good), good],
            ['oversized', 413, signed('msg_4', at, 'x'.repeat(65_537)), 'x'.repeat(65_537)],
          ];
          const bodies = [
            '',
            '{',
            'null',
            '{"variables":null}',
            '{"variables":"DEPLOY_ENV"}',
            '{"variables":{"OTHER":"x"}}',
            '{"variables":{"DEPLOY_ENV":"staging\\n"}}',
            '{"variables":{"DEPLOY_ENV":["staging"]}}',
            '{"variables":{"FIXED":"no"}}',
            '{"variables":{"__proto__":"staging","constructor":"x"}}',
          ];
          for (const body of bodies) refused.push([body, 400, signed('msg_5', at, body), body]);
          const found = [];
          for (const [what, , headers, body] of refused)
            found.push([what, await deliver(port, headers, body)]);
          expect(found).toEqual(refused.map(([what, status]) => [what, status]));
          expect(requests).toEqual([]);

          const both = { ...first, 'webhook-signature': `v1,AAAA ${first['webhook-signature'] ?? ''}` };
          const twice = await Promise.all([deliver(port, both, good), deliver(port, first, good)]);
          expect(twice.sort()).toEqual([201, 409]);
          expect(await deliver(port, signed('msg_1', soon(3), good), good)).toBe(409);
          expect(await deliver(port, signed('msg_6', at, '{}'), '{}')).toBe(201);
          expect(variablesSent(requests)).toEqual([
            { FIXED: 'yes', DEPLOY_ENV: 'staging' },
            { FIXED: 'yes' },
          ]);
        });
      });
    });
  });

  test('a delivery can be repeated when certainly nothing was started', async () => {
    await withTemporaryFolder(async (folder) => {
      const words = ['webhook', ...place, '--gitlab-url', 'http://127.0.0.1:9'];
      const secrets = { 'webhook-secret': key.toString('base64') };
      await withReceiver({ folder, words, secrets }, async ({ port }) => {
        const headers = signed('msg_1', soon(), '{}');
        expect([await deliver(port, headers, '{}'), await deliver(port, headers, '{}')]).toEqual([502, 502]);
      });
    });
  }, 120_000);
});

test('a trigger by the URL of a webhook keeps the whole body in TRIGGER_PAYLOAD', async () => {
  await withSimulator({ scenario: oneProject() }, async ({ url }) => {
    const target = `${url}/api/v4/projects/42/ref/main/trigger/pipeline?token=${tokens.trigger}&variables[A]=b`;
    const headers = { 'content-type': 'application/json' };
    const started = await fetch(target, { method: 'POST', headers, body: '{"sender":"ada@example.test"}' });
    expect(started.status).toBe(201);
    const { id } = (await started.json()) as { readonly id: number };
    const read = await fetch(`${url}/api/v4/projects/42/pipelines/${id}/variables`, {
      headers: { 'PRIVATE-TOKEN': tokens.api },
    });
    const variables = JSON.stringify(await read.json());
    expect(variables).toContain('ada@example.test');
    expect(variables).not.toContain(tokens.trigger);
  });
});

test('the bot starts what listed users ask for, on listed refs and with listed variables', async () => {
  const key = 'e'.repeat(32);
  const call = (text: string, form: Record<string, string> = {}): [Record<string, string>, string] => {
    const body = new URLSearchParams({
      ...{ team_id: 'T024BE7LD', user_id: 'U2147483697', text, response_url: 'https://hooks.slack.com/c/1' },
      ...form,
    }).toString();
    const sent = soon();
    const signature = `v0=${createHmac('sha256', key).update(`v0:${sent}:${body}`).digest('hex')}`;
    return [{ 'x-slack-request-timestamp': sent, 'x-slack-signature': signature }, body];
  };
  await withTemporaryFolder(async (folder) => {
    await withSimulator({ scenario: oneProject() }, async ({ url, requests }) => {
      const words = [
        ...['bot', ...place, '--gitlab-url', url, '--allow-people', 'T024BE7LD/U2147483697'],
        ...['--allow-variables', 'DEPLOY_ENV=staging'],
      ];
      const secrets = { 'slack-signing-secret': key };
      await withReceiver({ folder, words, secrets }, async ({ port, told }) => {
        const [headers, body] = call('run main');
        expect(await deliver(port, { ...headers, 'x-slack-signature': 'v0=00' }, body)).toBe(401);
        expect(await deliver(port, headers, `${body}&text=x`)).toBe(401);
        const strangers = [{ user_id: 'U0000000000' }, { team_id: 'T00000000' }];
        for (const stranger of strangers) {
          expect(await deliver(port, ...call('run main', stranger))).toContain('You may not');
        }
        const wrong = [
          '',
          'stop main',
          'run',
          'run other',
          'run main X=1',
          'run main DEPLOY_ENV',
          'run main DEPLOY_ENV=x',
        ];
        for (const text of wrong) {
          expect(await deliver(port, ...call(text))).toBe('Write: run main [DEPLOY_ENV=staging]');
        }
        expect(requests).toEqual([]);

        const elsewhere = call('run main', { response_url: 'https://hooks.slack.com.example.test/' });
        expect(await deliver(port, ...elsewhere)).toBe('Starting main …');
        const [sent, text] = call('run main DEPLOY_ENV=staging');
        expect(await deliver(port, sent, text)).toBe('Starting main …');
        expect(await deliver(port, sent, text)).toBe(409);
        await until(() => told.length > 0 && variablesSent(requests).length === 2);
        expect(variablesSent(requests)).toContainEqual({ DEPLOY_ENV: 'staging' });
        expect(told).toMatchObject([
          { url: 'https://hooks.slack.com/c/1', body: { text: expect.stringContaining('Started pipeline') } },
        ]);
        expect(JSON.stringify(told)).not.toContain(tokens.trigger);
      });
    });
  });
});

const refused: readonly (readonly [words: readonly string[], says: string])[] = [
  [['cron', '--schedule', '60 * * * *'], 'schedule has the minute "60"'],
  [['cron', '--schedule', '5/10 * * * *'], 'schedule has the minute'],
  [['cron', '--schedule', '* * *'], 'does not have five fields'],
  [['cron', '--schedule', '*/0 * * * *'], 'schedule has the minute'],
  [['cron', '--schedule', '0 0 1 * 1', '--scheduler', 'systemd'], 'days of the month and of the week'],
  [['cron', '--secrets-folder', '/a/../b'], 'secrets_folder is'],
  [['cron', '--secrets-folder', '/a b'], 'secrets_folder is'],
  [['curl', '--wait'], 'wait was given, and the curl of snippet only starts the pipeline'],
  [['webhook', '--forward-context'], 'forward_context was given'],
  [['webhook', '--allow-variables', 'A='], 'allow_variables has the line'],
  [['webhook', '--allow-variables', 'A=1', '--allow-variables', 'A=2'], 'is there twice'],
  [['bot'], 'allow_people was not given'],
  [['bot', '--allow-people', 'ada'], 'allow_people has "ada"'],
  [['bot', '--allow-people', 'T024BE7LD/U2147483697', '--allow-refs', 'a..b'], 'allow_refs'],
];

test.each(refused)('%j is refused: %s', async (words, says) => {
  const error: unknown = await snippet(...words, ...place).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InputError);
  expect(error).toMatchObject({ exitCode: 2, message: expect.stringContaining(says) });
});

test('the command that refuses prints nothing but why', async () => {
  const [[words, says] = [[], '']] = refused;
  const { exitCode, stdout, stderr } = await runCommand({ words: ['snippet', ...words, ...place] });
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toContain(says);
});

test('no snippet takes a token from the environment', async () => {
  const kinds = [
    ['cron', '--wait'],
    ['curl'],
    ['webhook'],
    ['bot', '--allow-people', 'T024BE7LD/U2147483697'],
  ];
  for (const kind of kinds) {
    const { exitCode, stdout } = await runCommand({
      words: ['snippet', ...kind, ...place],
      environment: { GITLAB_TRIGGER_TOKEN: tokens.trigger, GITLAB_TRIGGER_ACCESS_TOKEN: tokens.api },
    });
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain(tokens.trigger);
    expect(stdout).not.toContain(tokens.api);
  }
});
