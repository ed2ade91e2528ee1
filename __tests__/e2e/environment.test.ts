import http from 'node:http';
import type net from 'node:net';
import vm from 'node:vm';

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';

import { listen } from '../integration/http/loopback.js';
import { throwAwayAuthority } from '../integration/http/throw-away-authority.js';
import { closedAfterEach } from '../integration/network/support/closing.js';
import { startProxy } from '../integration/network/support/proxy.js';
import { inputsFor, oneProject, tokens } from '../support/one-project.js';
import { runAction } from './support/run-action.js';
import { runCommand } from './support/run-command.js';
import { startSimulator, type RunningSimulator } from './support/start-simulator.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { requestLines } from './support/with-simulator.js';

// Much is done at once where many tests run: none of these is about speed.
jest.setTimeout(60_000);

type Texts = Readonly<Record<string, string>>;

const keep = closedAfterEach();
const secret = 'hunter2-very-secret';

interface Ended {
  readonly exitCode: number | null;
  readonly output: string;
}

/** What Node, or a package as it is loaded, reads from the environment takes a process of its own. */
const ofItsOwn = process.execPath;

/** The same run in both ways: everything that it printed, and how it ended. */
const ways = [
  {
    way: 'the action',
    run: async (inputs: Texts, environment: Texts, nodePath?: string): Promise<Ended> => {
      const step = await runAction({ nodePath, with: inputs, environment });
      const masked = step.rawStdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
      return { exitCode: step.exitCode, output: masked.join('\n') + step.rawStderr };
    },
  },
  {
    way: 'the command',
    run: async (inputs: Texts, environment: Texts, nodePath?: string): Promise<Ended> => {
      const given = Object.entries(inputs).map(([name, value]) => [
        `GITLAB_TRIGGER_${name.toUpperCase()}`,
        value,
      ]);
      const run = await runCommand({
        nodePath,
        words: ['run'],
        environment: { ...(Object.fromEntries(given) as Texts), ...environment },
      });
      return { exitCode: run.exitCode, output: run.stdout + run.stderr };
    },
  },
] as const;

describe.each(ways)('switches of packages and of Node have no effect in $way:', ({ run }) => {
  const switches = ['LOG_TOKENS', 'LOG_STREAM', 'DEBUG', 'YAML_DEBUG', 'VERBOSE'];

  test(`${switches.join(', ')} show nothing of a YAML input or of a CI configuration`, async () => {
    const gitlab = await keep(startSimulator(oneProject()));
    const inputs = {
      ...inputsFor(gitlab.url),
      access_token: tokens.api,
      variables: `A: '${secret}'\nB: [x]`,
      dry_run: 'true',
    };

    const plain = await run(inputs, {}, ofItsOwn);
    const switched = await run(inputs, Object.fromEntries(switches.map((name) => [name, '1'])), ofItsOwn);

    expect(switched.output).not.toContain(secret);
    expect(switched.output.split('\n')).toHaveLength(plain.output.split('\n').length);
    expect(switched.exitCode).toBe(plain.exitCode);
  });

  test.each([
    { value: '*', nodePath: ofItsOwn },
    ...['http', 'HTTP', 'net', 'h*p', 'fs,https,tls', 'stream'].map((value) => ({
      value,
      nodePath: undefined,
    })),
  ])(
    'NODE_DEBUG=$value is refused before any request, and no token is printed',
    async ({ value, nodePath }) => {
      const gitlab = await keep(startSimulator(oneProject()));
      const inputs = {
        ...inputsFor(gitlab.url),
        access_token: tokens.api,
        request_headers: `X-Gate: ${secret}`,
      };

      const { exitCode, output } = await run(inputs, { NODE_DEBUG: value }, nodePath);

      expect({ exitCode, requests: gitlab.requests }).toEqual({ exitCode: 2, requests: [] });
      expect(output).toMatch(/NODE_DEBUG names [a-z0-9, ]+: Node would print tokens/);
      for (const token of [tokens.trigger, tokens.api, secret]) expect(output).not.toContain(token);
    },
  );

  test('NODE_DEBUG that names other parts has no effect', async () => {
    const gitlab = await keep(startSimulator(oneProject()));
    const { exitCode, output } = await run(inputsFor(gitlab.url), { NODE_DEBUG: 'tunnel,undici' }, ofItsOwn);
    expect({ exitCode, requests: gitlab.requests.length }).toEqual({ exitCode: 0, requests: 1 });
    expect(output).not.toContain('TUNNEL');
  });
});

/** Starts what can be closed, works with it, and closes it. */
async function using<T extends { readonly close: () => Promise<void> }, R>(
  starting: Promise<T>,
  work: (started: T) => Promise<R>,
): Promise<R> {
  const started = await starting;
  try {
    return await work(started);
  } finally {
    await started.close();
  }
}

const command = ways[1].run;
/** What Node itself reads, which is not the copy that Jest gives to a suite. */
const nodeEnvironment = (vm.runInThisContext('process') as NodeJS.Process).env;
const ours = throwAwayAuthority();
const stranger = throwAwayAuthority();

describe('NODE_TLS_REJECT_UNAUTHORIZED=0 has no effect:', () => {
  const off = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
  // For the runs inside the process of the tests: Node reads it at each connection.
  beforeAll(() => void Object.assign(nodeEnvironment, off));
  afterAll(() => void Reflect.deleteProperty(nodeEnvironment, 'NODE_TLS_REJECT_UNAUTHORIZED'));
  const declare = testsAtOnce();
  const startSecure = (): Promise<RunningSimulator> =>
    startSimulator(oneProject(), { tls: { key: ours.serverKey, cert: ours.serverCertificate } });

  for (const { way, run } of ways) {
    declare(`an unknown authority is refused, and no token is sent, in ${way}`, () =>
      using(startSecure(), async (gitlab) => {
        const { exitCode, output } = await run(inputsFor(gitlab.url), off, ofItsOwn);
        expect({ exitCode, requests: gitlab.requests }).toEqual({ exitCode: 4, requests: [] });
        expect(output).toContain('[tls_failed]');
      }),
    );
  }

  declare('another authority in ca_certificate does not help', () =>
    using(startSecure(), async (gitlab) => {
      const inputs = { ...inputsFor(gitlab.url), ca_certificate: stranger.caCertificate };
      const { exitCode } = await command(inputs, off);
      expect({ exitCode, requests: gitlab.requests }).toEqual({ exitCode: 4, requests: [] });
    }),
  );

  declare('the authority of ca_certificate is trusted', () =>
    using(startSecure(), async (gitlab) => {
      const inputs = { ...inputsFor(gitlab.url), ca_certificate: ours.caCertificate };
      const { exitCode } = await command(inputs, off);
      expect({ exitCode, requests: gitlab.requests.length }).toEqual({ exitCode: 0, requests: 1 });
    }),
  );

  const behindProxy = [
    { name: 'of an unknown authority', host: 'gitlab.example.test', given: '', exitCode: 4 },
    { name: 'for another name', host: 'other.example.test', given: ours.caCertificate, exitCode: 4 },
    { name: 'as it should be', host: 'gitlab.example.test', given: ours.caCertificate, exitCode: 0 },
  ];
  for (const { name, host, given, exitCode } of behindProxy) {
    declare(`a certificate behind a proxy: ${name}`, () =>
      using(startSecure(), (gitlab) =>
        using(startProxy({ leadsTo: gitlab.port }), async (proxy) => {
          const run = await command(
            { ...inputsFor(`https://${host}:${gitlab.port}`), ca_certificate: given },
            { ...off, https_proxy: `http://127.0.0.1:${proxy.port}` },
          );
          const requests = exitCode === 0 ? 1 : 0;
          expect([run.exitCode, gitlab.requests.length]).toEqual([exitCode, requests]);
        }),
      ),
    );
  }

  declare('the certificate of a proxy is checked before the proxy hears its password', () =>
    using(startSecure(), (gitlab) => {
      const tls = { key: stranger.serverKey, cert: stranger.serverCertificate };
      return using(startProxy({ leadsTo: gitlab.port, tls }), async (proxy) => {
        const url = `https://gitlab.example.test:${gitlab.port}`;
        const { exitCode, output } = await command(
          { ...inputsFor(url), ca_certificate: ours.caCertificate },
          { ...off, https_proxy: `https://ci:${secret}@127.0.0.1:${proxy.port}` },
        );
        expect({ exitCode, asked: proxy.asked }).toEqual({ exitCode: 4, asked: [] });
        expect(output).not.toContain(secret);
      });
    }),
  );
});

describe('the proxy of the environment', () => {
  const declare = testsAtOnce();

  for (const { way, run } of ways) {
    declare(`repeats its password, and it is hidden, in ${way}`, () => {
      const encoded = `${secret}%20%C3%BC`;
      const basic = Buffer.from(`ci:${secret} ü`).toString('base64');
      const server = http.createServer((_, response) => {
        response.writeHead(400, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ message: `no: ${secret} ü, ${encoded}, ${basic} here` }));
      });
      // The tunnel leads back to the proxy itself.
      server.on('connect', (_, client: net.Socket) => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        server.emit('connection', client);
      });
      return using(listen(server), async ({ port }) => {
        const inputs = { ...inputsFor('http://gitlab.example.test'), allow_http: 'true' };
        const { output } = await run(inputs, { http_proxy: `http://ci:${encoded}@127.0.0.1:${port}` });
        expect(output).toContain('no: ***, ***, *** here');
        for (const form of [secret, encoded, basic]) expect(output).not.toContain(form);
      });
    });
  }

  for (const list of ['*.example.test', 'gitlab.*', 'other.test gitlab.example.test', 'x *.test:443']) {
    declare(`is not asked for what no_proxy names: ${list}`, () =>
      using(startProxy({ leadsTo: 9 }), async (proxy) => {
        const { exitCode, output } = await command(inputsFor('https://gitlab.example.test'), {
          https_proxy: `http://127.0.0.1:${proxy.port}`,
          NO_PROXY: list,
        });
        expect({ exitCode, asked: proxy.asked }).toEqual({ exitCode: 4, asked: [] });
        expect(output).toContain('gitlab.example.test');
      }),
    );
  }
});

describe('a variable that matches no input', () => {
  test('causes a warning with the intended one, and its value is not shown', async () => {
    const gitlab = await keep(startSimulator(oneProject()));
    const { exitCode, stdout } = await runCommand({
      words: ['run', '--gitlab-url', gitlab.url, '--project-id', 'group/app', '--ref', 'main'],
      environment: {
        GITLAB_TRIGGER_TOKEN: tokens.trigger,
        GITLAB_TRIGGER_VARIABLE: `DEPLOY_ENV=${secret}`,
        GITLAB_TRIGGER_PIPELINE_ID: '7',
      },
    });
    expect({ exitCode, requests: requestLines(gitlab.requests) }).toEqual({
      exitCode: 0,
      requests: ['POST /api/v4/projects/group%2Fapp/trigger/pipeline'],
    });
    expect(stdout).toContain(
      'GITLAB_TRIGGER_VARIABLE is in the environment, but gives no input. Did you mean GITLAB_TRIGGER_VARIABLES?',
    );
    expect(stdout).not.toMatch(/hunter2|PIPELINE_ID/);
  });

  test('also causes a warning when standard output is for a machine', async () => {
    const { exitCode, stdout, stderr } = await runCommand({
      words: ['snippet', 'gitlab'],
      environment: { GITLAB_TRIGGER_TOKEN: tokens.trigger, GITLAB_TRIGGER_SORCES: 'trigger' },
    });
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain('GITLAB_TRIGGER_SORCES');
    expect(stderr).toContain('Did you mean GITLAB_TRIGGER_SOURCES?');
  });
});
