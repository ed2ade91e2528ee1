import { beforeAll, describe, expect, test } from '@jest/globals';

import { createConnections } from '../../../src/http/connections.js';
import { makeTlsCertificate } from '../../../src/simulator/serve/tls-certificate.js';
import { runAction } from '../../e2e/support/run-action.js';
import { runCommand } from '../../e2e/support/run-command.js';
import { startSimulator } from '../../e2e/support/start-simulator.js';
import { requestLines } from '../../e2e/support/with-simulator.js';
import { inputsFor, oneProject, tokens } from '../../support/one-project.js';
import { throwAwayAuthority, type ThrowAwayAuthority } from '../http/throw-away-authority.js';
import { closedAfterEach } from './support/closing.js';
import { startProxy } from './support/proxy.js';
import { runInMemory } from './support/run-in-memory.js';

const keep = closedAfterEach();
const post = 'POST /api/v4/projects/group%2Fapp/trigger/pipeline';
/** Everything that has a meaning in a URL, and a letter of two bytes. */
const password = 'p@ss:w/o?r#d%20 ü';
const encoded = encodeURIComponent(password);
let authority: ThrowAwayAuthority;

beforeAll(() => {
  authority = throwAwayAuthority();
});

/** Inputs for a GitLab that only a proxy can find. */
function inputsBehind(scheme: 'http' | 'https', port: number): Readonly<Record<string, string>> {
  return {
    ...inputsFor(`${scheme}://gitlab.example.test:${port}`),
    allow_http: 'true',
    ...(scheme === 'https' ? { ca_certificate: authority.caCertificate } : {}),
  };
}

const tls = (): { readonly key: string; readonly cert: string } => ({
  key: authority.serverKey,
  cert: authority.serverCertificate,
});

describe('a proxy of the environment', () => {
  test.each([
    { scheme: 'http', variable: 'http_proxy' },
    { scheme: 'http', variable: 'HTTP_PROXY' },
    { scheme: 'https', variable: 'https_proxy' },
    { scheme: 'https', variable: 'HTTPS_PROXY' },
  ] as const)(
    'of $variable carries a whole run to $scheme, with its credentials',
    async ({ scheme, variable }) => {
      const gitlab = await keep(startSimulator(oneProject(), scheme === 'https' ? { tls: tls() } : {}));
      const proxy = await keep(startProxy({ leadsTo: gitlab.port, credentials: `ci.user:${password}` }));

      const { exitCode, message, outputs, written } = await runInMemory(
        { ...inputsBehind(scheme, gitlab.port), wait: 'true', access_token: tokens.api },
        { [variable]: `http://ci.user:${encoded}@127.0.0.1:${proxy.port}` },
      );

      expect({ exitCode, message, outcome: outputs.outcome }).toEqual({ exitCode: 0, outcome: 'success' });
      expect(requestLines(gitlab.requests)).toContain(post);
      // A question that is given up while it connects reaches the proxy alone.
      expect(proxy.asked.length).toBeGreaterThanOrEqual(gitlab.requests.length);
      expect(new Set(proxy.asked.map((each) => JSON.stringify(each)))).toEqual(
        new Set([
          JSON.stringify({
            request: `CONNECT gitlab.example.test:${gitlab.port}`,
            credentials: `ci.user:${password}`,
          }),
        ]),
      );
      expect(gitlab.requests.filter(({ headers }) => 'proxy-authorization' in headers)).toEqual([]);
      expect(written).not.toContain(password);
      expect(written).not.toContain(encoded);
    },
  );

  test('may use TLS with a certificate of ca_certificate', async () => {
    const gitlab = await keep(startSimulator(oneProject(), { tls: tls() }));
    const proxy = await keep(startProxy({ leadsTo: gitlab.port, tls: tls() }));

    const { exitCode, message } = await runInMemory(inputsBehind('https', gitlab.port), {
      https_proxy: `https://localhost:${proxy.port}`,
    });

    expect({ exitCode, message }).toEqual({ exitCode: 0 });
    expect(proxy.asked).toHaveLength(1);
  });

  test.each([
    { name: 'a user and no password', userinfo: 'ci.user@', credentials: 'ci.user:' },
    { name: 'a password and no user', userinfo: ':pass@', credentials: ':pass' },
    { name: 'colons in the password', userinfo: 'ci:a:b%3A@', credentials: 'ci:a:b:' },
    { name: 'nothing in front of the @', userinfo: '@', credentials: undefined },
  ])('is sent $name as it is', async ({ userinfo, credentials }) => {
    const gitlab = await keep(startSimulator(oneProject()));
    const proxy = await keep(startProxy({ leadsTo: gitlab.port }));

    const { exitCode } = await runInMemory(inputsBehind('http', gitlab.port), {
      http_proxy: `http://${userinfo}127.0.0.1:${proxy.port}`,
    });

    expect([exitCode, proxy.asked.map((each) => each.credentials)]).toEqual([0, [credentials]]);
  });

  test('may be at an address of IPv6', async () => {
    const gitlab = await keep(startSimulator(oneProject()));
    const proxy = await keep(startProxy({ leadsTo: gitlab.port, address: '::1' }));

    const { exitCode, message } = await runInMemory(inputsBehind('http', gitlab.port), {
      http_proxy: `http://ci:${encoded}@[::1]:${proxy.port}`,
    });

    expect([exitCode, message]).toEqual([0, undefined]);
    expect(proxy.asked.map(({ credentials }) => credentials)).toEqual([`ci:${password}`]);
  });

  test('that speaks TLS shows a certificate of its own name, not of the name of GitLab', async () => {
    const gitlab = await keep(startSimulator(oneProject(), { tls: tls() }));
    const of = (name: string): { readonly key: string; readonly cert: string; readonly ca: string } =>
      makeTlsCertificate([name], Date.now());
    const [own, foreign] = [of('localhost'), of('gitlab.example.test')];
    const [proxy, impostor] = [
      await keep(startProxy({ leadsTo: gitlab.port, tls: own })),
      await keep(startProxy({ leadsTo: gitlab.port, tls: foreign })),
    ];
    const through = async (port: number): ReturnType<typeof runInMemory> =>
      await runInMemory(
        {
          ...inputsBehind('https', gitlab.port),
          ca_certificate: [authority.caCertificate, own.ca, foreign.ca].join('\n'),
        },
        { https_proxy: `https://ci:${encoded}@localhost:${port}` },
      );

    const trusted = await through(proxy.port);
    expect([trusted.exitCode, trusted.message]).toEqual([0, undefined]);
    const { exitCode, code } = await through(impostor.port);
    expect([exitCode, code, impostor.asked]).toEqual([4, 'proxy_failed', []]);
  });

  test.each(['10.1.2.3', '[fd00::7]'])(
    'carries a run to https://%s without any word of Node',
    async (host) => {
      const names = [host.replaceAll(/[[\]]/g, '')];
      const { ca, ...server } = makeTlsCertificate(names, Date.now());
      const gitlab = await keep(startSimulator(oneProject(), { tls: server }));
      const proxy = await keep(startProxy({ leadsTo: gitlab.port, credentials: `ci:${password}` }));

      const { exitCode, stderr } = await runCommand({
        words: ['run', '--project-id', 'group/app', '--ref', 'main'],
        nodePath: process.execPath,
        environment: {
          GITLAB_TRIGGER_GITLAB_URL: `https://${host}:${gitlab.port}`,
          GITLAB_TRIGGER_CA_CERTIFICATE: ca,
          GITLAB_TRIGGER_TOKEN: tokens.trigger,
          HTTPS_PROXY: `http://ci:${encoded}@127.0.0.1:${proxy.port}`,
        },
      });

      expect({ exitCode, stderr, asked: proxy.asked.length }).toEqual({ exitCode: 0, stderr: '', asked: 1 });
    },
  );

  test('carries the built action', async () => {
    const gitlab = await keep(startSimulator(oneProject(), { tls: tls() }));
    const proxy = await keep(startProxy({ leadsTo: gitlab.port, credentials: `ci:${password}` }));

    const { exitCode, rawStdout } = await runAction({
      with: inputsBehind('https', gitlab.port),
      environment: { HTTPS_PROXY: `http://ci:${encoded}@127.0.0.1:${proxy.port}` },
    });

    expect({ exitCode, asked: proxy.asked.length, requests: requestLines(gitlab.requests) }).toEqual({
      exitCode: 0,
      asked: 1,
      requests: [post],
    });
    expect(rawStdout).not.toContain(password);
  });

  test.each(['http', 'https'] as const)('without a valid password starts nothing on %s', async (scheme) => {
    const gitlab = await keep(startSimulator(oneProject(), scheme === 'https' ? { tls: tls() } : {}));
    const proxy = await keep(startProxy({ leadsTo: gitlab.port, credentials: 'ci:right' }));

    const { exitCode, code, message, written } = await runInMemory(inputsBehind(scheme, gitlab.port), {
      [`${scheme}_proxy`]: `http://ci:WR0NG-w0rd@127.0.0.1:${proxy.port}`,
    });

    expect({ exitCode, code, requests: gitlab.requests }).toEqual({
      exitCode: 4,
      code: 'proxy_failed',
      requests: [],
    });
    expect(message).toContain('407');
    expect(message).toMatch(/What to do: .*user name and password/);
    expect(written).not.toContain('WR0NG-w0rd');
  });

  test.each([403, 502, 503])(
    'that answers %s gives no connection, and nothing is started',
    async (status) => {
      const gitlab = await keep(startSimulator(oneProject()));
      const proxy = await keep(startProxy({ leadsTo: gitlab.port, behavior: status }));

      const { exitCode, code, message } = await runInMemory(inputsBehind('http', gitlab.port), {
        http_proxy: `http://127.0.0.1:${proxy.port}`,
      });

      expect({ exitCode, code, requests: gitlab.requests }).toEqual({
        exitCode: 4,
        code: 'proxy_failed',
        requests: [],
      });
      expect(message).toContain(`it answered ${status} to CONNECT`);
    },
  );

  test('that never answers ends at request_timeout', async () => {
    const gitlab = await keep(startSimulator(oneProject()));
    const proxy = await keep(startProxy({ leadsTo: gitlab.port, behavior: 'hang' }));

    const { exitCode, code, message } = await runInMemory(
      { ...inputsBehind('http', gitlab.port), request_timeout: '10s' },
      { http_proxy: `http://127.0.0.1:${proxy.port}` },
    );

    expect({ exitCode, code, requests: gitlab.requests }).toEqual({
      exitCode: 4,
      code: 'request_timeout',
      requests: [],
    });
    expect(message).toContain(`through the proxy 127.0.0.1:${proxy.port}`);
  });

  test('that cuts the tunnel makes the start uncertain, and the request is sent once', async () => {
    const gitlab = await keep(startSimulator(oneProject()));
    const proxy = await keep(startProxy({ leadsTo: gitlab.port, behavior: 'cut' }));

    const { exitCode, code } = await runInMemory(inputsBehind('http', gitlab.port), {
      http_proxy: `http://127.0.0.1:${proxy.port}`,
    });

    expect({ exitCode, code, asked: proxy.asked.length }).toEqual({
      exitCode: 4,
      code: 'start_uncertain',
      asked: 1,
    });
  });

  test.each([
    { variable: 'https_proxy', value: 'proxy.example.test:3128' },
    { variable: 'HTTPS_PROXY', value: 'ci:T0PSECRET@proxy:3128' },
    { variable: 'https_proxy', value: 'socks5://ci:T0PSECRET@127.0.0.1:1080' },
    { variable: 'https_proxy', value: 'socks5h://127.0.0.1:1080' },
    { variable: 'https_proxy', value: 'http://ci:T0PSECRET%@127.0.0.1:3128' },
    { variable: 'https_proxy', value: 'http://ci:T0PSECRET@127.0.0.1:port' },
  ])('of the form $value is refused as an input, and nothing is sent', async ({ variable, value }) => {
    const gitlab = await keep(startSimulator(oneProject(), { tls: tls() }));

    const { exitCode, code, message, written } = await runInMemory(inputsBehind('https', gitlab.port), {
      [variable]: value,
    });

    expect({ exitCode, code, requests: gitlab.requests }).toEqual({
      exitCode: 2,
      code: 'invalid_input',
      requests: [],
    });
    expect(message).toMatch(new RegExp(`^${variable} cannot be used: .*[\\s\\S]*http://host:port`));
    expect(written).not.toContain('T0PSECRET');
  });
});

describe('the variable no_proxy', () => {
  const host = 'https://gitlab.example.test:8443/';
  const table: { env: Record<string, string>; want: 'direct' | 'proxy'; url?: string }[] = [
    { env: {}, want: 'proxy' },
    { env: { no_proxy: 'gitlab.example.test' }, want: 'direct' },
    { env: { NO_PROXY: 'GITLAB.Example.Test' }, want: 'direct' },
    { env: { no_proxy: '*' }, want: 'direct' },
    { env: { NO_PROXY: 'a.test, *' }, want: 'direct' },
    { env: { no_proxy: '.example.test' }, want: 'direct' },
    { env: { no_proxy: 'example.test' }, want: 'direct' },
    { env: { no_proxy: 'ample.test' }, want: 'proxy' },
    { env: { no_proxy: 'gitlab.example.test:8443' }, want: 'direct' },
    { env: { no_proxy: 'gitlab.example.test:443' }, want: 'proxy' },
    { env: { no_proxy: 'gitlab.example.test:443' }, url: 'https://gitlab.example.test/', want: 'direct' },
    { env: { no_proxy: 'other.test', NO_PROXY: 'gitlab.example.test' }, want: 'proxy' },
    { env: { no_proxy: '', NO_PROXY: 'gitlab.example.test' }, want: 'direct' },
    { env: { no_proxy: ' other.test ,gitlab.example.test ' }, want: 'direct' },
    { env: {}, url: 'https://localhost:1/', want: 'direct' },
    { env: {}, url: 'https://127.0.0.9/', want: 'direct' },
    { env: {}, url: 'https://[::1]:8443/', want: 'direct' },
  ];

  test.each(table)('$env makes the connection: $want', ({ env, want, url = host }) => {
    const variables = { https_proxy: 'http://127.0.0.1:9', ...env };
    const names = ['https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY'] as const;
    const saved = names.map((name) => process.env[name]);
    for (const name of names) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, variables);
    const connections = createConnections({ userAgent: 'test', caCertificate: undefined });
    try {
      const { proxy } = connections.routeTo(new URL(url), new AbortController().signal);
      expect(proxy).toBe(want === 'proxy' ? '127.0.0.1:9' : undefined);
    } finally {
      connections.close();
      names.forEach((name, index) => {
        const value = saved[index];
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
      });
    }
  });

  /** A name that is no loopback for the rule, and leads to this machine all the same. */
  const here = '[::ffff:127.0.0.1]';

  test.each(['*', '[::ffff:7f00:1]'])('%s makes a whole run bypass a proxy that is down', async (list) => {
    const gitlab = await keep(startSimulator(oneProject()));

    const { exitCode, message } = await runInMemory(
      { ...inputsFor(`http://${here}:${gitlab.port}`), allow_http: 'true' },
      { http_proxy: 'http://127.0.0.1:1', no_proxy: list },
    );

    expect({ exitCode, message, requests: requestLines(gitlab.requests) }).toEqual({
      exitCode: 0,
      requests: [post],
    });
  });
});
