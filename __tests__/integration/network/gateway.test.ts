import net from 'node:net';

import { describe, expect, test } from '@jest/globals';

import { systemClock } from '../../../src/base/clock.js';
import { SimulatedGitLab } from '../../../src/simulator/gitlab/simulated-gitlab.js';
import { startServer } from '../../../src/simulator/gitlab/wire/server.js';
import { runAction } from '../../e2e/support/run-action.js';
import { startSimulator } from '../../e2e/support/start-simulator.js';
import { requestLines } from '../../e2e/support/with-simulator.js';
import { inputsFor, oneProject, tokens } from '../../support/one-project.js';
import { listen } from '../http/loopback.js';
import { closedAfterEach } from './support/closing.js';
import { startGateway } from './support/gateway.js';
import { runInMemory } from './support/run-in-memory.js';

/** A port that nobody listened on a moment ago. */
async function freePort(): Promise<number> {
  const { port, close } = await listen(net.createServer());
  await close();
  return port;
}

const keep = closedAfterEach();
const followed = { wait: 'true', access_token: tokens.api };
const post = 'POST /api/v4/projects/group%2Fapp/trigger/pipeline';

describe('a gateway that requires headers', () => {
  const demands = {
    'CF-Access-Client-Id': 'ci-robot.access',
    'CF-Access-Client-Secret': 'c2VjcmV0LW9mLXRoZS1nYXRl',
  };
  const requestHeaders = Object.entries(demands)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

  test('receives them with every request of a run, and no other server does', async () => {
    const gitlab = await keep(startSimulator(oneProject()));
    const gateway = await keep(startGateway({ leadsTo: gitlab.port, demands }));

    const { exitCode, message, outputs, written } = await runInMemory({
      ...inputsFor(`http://127.0.0.1:${gateway.port}`),
      ...followed,
      request_headers: requestHeaders,
    });

    expect({ exitCode, message, outcome: outputs.outcome }).toEqual({ exitCode: 0, outcome: 'success' });
    expect(gateway.arrived.length).toBeGreaterThan(3);
    expect(requestLines(gitlab.requests)).toEqual(gateway.arrived);
    expect(written).not.toContain(demands['CF-Access-Client-Secret']);
  });

  test('receives them from the built action', async () => {
    const gitlab = await keep(startSimulator(oneProject()));
    const gateway = await keep(startGateway({ leadsTo: gitlab.port, demands }));

    const { exitCode, masked } = await runAction({
      with: { ...inputsFor(`http://127.0.0.1:${gateway.port}`), request_headers: requestHeaders },
    });

    expect({ exitCode, requests: requestLines(gitlab.requests) }).toEqual({ exitCode: 0, requests: [post] });
    expect([...masked]).toEqual(expect.arrayContaining(Object.values(demands)));
  });

  test('answers with a page without them, which is reported and not retried', async () => {
    const gitlab = await keep(startSimulator(oneProject()));
    const gateway = await keep(startGateway({ leadsTo: gitlab.port, demands }));

    const { exitCode, code, message } = await runInMemory(inputsFor(`http://127.0.0.1:${gateway.port}`));

    expect({ exitCode, code, requests: gitlab.requests }).toEqual({
      exitCode: 4,
      code: 'start_uncertain',
      requests: [],
    });
    expect(message).toContain('The server answered 403 with a page: Access denied');
    expect(message).toContain('request_headers');
  });
});

describe('a GitLab below a path', () => {
  test.each(['/gitlab', '/tools/gitlab/'])('is followed at %s', async (root) => {
    const gitlab = await keep(startSimulator(oneProject({}, { relativeUrlRoot: root.replace(/\/$/, '') })));

    const { exitCode, message, outputs } = await runInMemory({
      ...inputsFor(`http://127.0.0.1:${gitlab.port}${root}`),
      ...followed,
    });

    expect({ exitCode, message, outcome: outputs.outcome }).toEqual({ exitCode: 0, outcome: 'success' });
    const api = `${root.replace(/\/$/, '')}/api`;
    const strangers = requestLines(gitlab.requests).filter(
      (line) => !line.includes(` ${api}/v4/projects/`) && line !== `POST ${api}/graphql`,
    );
    expect(strangers).toEqual([]);
  });
});

describe('a project that was renamed', () => {
  const scenario = oneProject(
    { path: 'new/name', renamedFrom: 'group/app' },
    { externalUrl: 'http://elsewhere.test' },
  );

  test('is started and followed by its id, which stays the same', async () => {
    const gitlab = await keep(startSimulator(scenario));

    const { exitCode, message, outputs } = await runInMemory({
      ...inputsFor(gitlab.url),
      ...followed,
      project_id: '42',
    });

    expect({ exitCode, message, outcome: outputs.outcome }).toEqual({ exitCode: 0, outcome: 'success' });
    expect(
      gitlab.requests
        .map(({ target }) => target)
        .filter((target) => !target.startsWith('/api/v4/projects/42/') && target !== '/api/graphql'),
    ).toEqual([]);
  });

  test('is started once by its old path, and then asked where that path leads', async () => {
    const gitlab = await keep(startSimulator(scenario));

    const { exitCode, message, outputs } = await runInMemory(inputsFor(gitlab.url));

    expect({
      exitCode,
      message,
      project: outputs.project_id,
      requests: requestLines(gitlab.requests),
    }).toEqual({
      exitCode: 0,
      project: '42',
      requests: [post, 'GET /api/v4/projects/group%2Fapp'],
    });
  });

  test('is read through the redirect to its id on the same server, and then by that id', async () => {
    // The redirect leads to the configured address of GitLab, which has to be the one that is used.
    const port = await freePort();
    const gitlab = new SimulatedGitLab(
      { clock: systemClock },
      oneProject({ path: 'new/name', renamedFrom: 'group/app' }, { externalUrl: `http://127.0.0.1:${port}` }),
    );
    const server = await keep(startServer({ gitlab, clock: systemClock, port }));

    const { exitCode, message, outputs } = await runInMemory({ ...inputsFor(server.url), ...followed });

    expect({ exitCode, message, outcome: outputs.outcome }).toEqual({ exitCode: 0, outcome: 'success' });
    const targets = requestLines(server.requests);
    expect(targets.slice(0, 3)).toEqual([
      'GET /api/v4/projects/group%2Fapp/pipelines?per_page=1',
      'GET /api/v4/projects/42/pipelines?per_page=1',
      post,
    ]);
    // Whether the started pipeline is of this project, although it has another path.
    expect(targets.slice(3, 5)).toEqual(['GET /api/v4/projects/group%2Fapp', 'GET /api/v4/projects/42']);
    const others = targets
      .slice(5)
      .filter((target) => !target.startsWith('GET /api/v4/projects/42/') && target !== 'POST /api/graphql');
    expect(others).toEqual([]);
  });

  test('is not requested from another server that a redirect names', async () => {
    const gitlab = await keep(startSimulator(scenario));

    const { exitCode, code, message } = await runInMemory({ ...inputsFor(gitlab.url), ...followed });

    expect({ exitCode, code, started: gitlab.gitlab.pipelines() }).toEqual({
      exitCode: 3,
      code: 'project_moved',
      started: [],
    });
    expect(message).toContain('http://elsewhere.test/api/v4/projects/42');
    expect(message).toMatch(/numeric id/);
  });
});

describe('a proxy that decodes %2F', () => {
  test.each([
    {
      notFound: 'passed_on',
      exitCode: 3,
      codes: ['route_not_found', 'route_not_found'],
      says: 'GitLab answered 404',
    },
    {
      notFound: 'page',
      exitCode: 4,
      codes: ['start_uncertain', 'not_gitlab'],
      says: 'The server answered 404 with a page',
    },
  ] as const)(
    'makes $codes of a 404 ($notFound), with a hint at the numeric id',
    async ({ notFound, exitCode, codes, says }) => {
      const gitlab = await keep(startSimulator(oneProject()));
      const gateway = await keep(startGateway({ leadsTo: gitlab.port, path: 'decoded', notFound }));

      for (const [index, inputs] of [{}, followed].entries()) {
        const end = await runInMemory({ ...inputsFor(`http://127.0.0.1:${gateway.port}`), ...inputs });

        expect({ exitCode: end.exitCode, code: end.code, started: gitlab.gitlab.pipelines() }).toEqual({
          exitCode,
          code: codes[index],
          started: [],
        });
        expect(end.message).toContain(says);
        expect(end.message).toMatch(/numeric project_id/);
      }
    },
  );

  test('does no harm to a numeric id', async () => {
    const gitlab = await keep(startSimulator(oneProject()));
    const gateway = await keep(startGateway({ leadsTo: gitlab.port, path: 'decoded' }));

    const { exitCode, message, outputs } = await runInMemory({
      ...inputsFor(`http://127.0.0.1:${gateway.port}`),
      ...followed,
      project_id: '42',
    });

    expect({ exitCode, message, outcome: outputs.outcome }).toEqual({ exitCode: 0, outcome: 'success' });
  });
});

describe('an IPv6 literal as gitlab_url', () => {
  test('is an address like any other', async () => {
    const gitlab = new SimulatedGitLab({ clock: systemClock }, oneProject());
    const server = await keep(startServer({ gitlab, clock: systemClock, host: '::1' }));

    const { exitCode, message, outputs } = await runInMemory({
      ...inputsFor(`http://[::1]:${server.port}`),
      ...followed,
    });

    expect({ exitCode, message, outcome: outputs.outcome }).toEqual({ exitCode: 0, outcome: 'success' });
    expect(server.requests[0]?.headers.host).toBe(`[::1]:${server.port}`);
  });
});

describe('a kept connection that broke', () => {
  test('costs a retry of a read only', async () => {
    const gitlab = await keep(startSimulator(oneProject()));
    const cut: string[] = [];
    const cutsReused = (request: string): boolean =>
      request.startsWith('GET ') && cut.length < 3 && cut.push(request) > 0;
    const gateway = await keep(startGateway({ leadsTo: gitlab.port, cutsReused }));

    const { exitCode, message, outputs } = await runInMemory({
      ...inputsFor(`http://127.0.0.1:${gateway.port}`),
      ...followed,
    });

    expect({ exitCode, message, outcome: outputs.outcome }).toEqual({ exitCode: 0, outcome: 'success' });
    expect(cut).toHaveLength(3);
    expect(gateway.arrived.filter((line) => line === post)).toHaveLength(1);
  });

  test('never causes a retry of a start request on the assumption that it was not received', async () => {
    const gitlab = await keep(startSimulator(oneProject({ visibility: 'public' })));
    const gateway = await keep(startGateway({ leadsTo: gitlab.port, cutsReused: () => true }));

    const { exitCode, code } = await runInMemory({
      ...inputsFor(`http://127.0.0.1:${gateway.port}`),
      wait: 'true',
    });

    expect({ exitCode, code, arrived: gateway.arrived, started: gitlab.gitlab.pipelines() }).toEqual({
      exitCode: 4,
      code: 'start_uncertain',
      arrived: ['GET /api/v4/projects/group%2Fapp/pipelines?per_page=1', post],
      started: [],
    });
  });

  test('allows a retry after a search has shown that nothing was started', async () => {
    const gitlab = await keep(startSimulator(oneProject()));
    let isCut = false;
    const cutsReused = (request: string): boolean => request === post && !isCut && (isCut = true);
    const gateway = await keep(startGateway({ leadsTo: gitlab.port, cutsReused }));

    const { exitCode, message } = await runInMemory({
      ...inputsFor(`http://127.0.0.1:${gateway.port}`),
      ...followed,
    });

    expect({ exitCode, message }).toEqual({ exitCode: 0 });
    expect(gitlab.gitlab.pipelines()).toHaveLength(1);
    expect(gateway.arrived.filter((line) => line === post)).toHaveLength(2);
    const second = gateway.arrived.lastIndexOf(post);
    const polls = gateway.arrived.slice(gateway.arrived.indexOf(post) + 1, second);
    expect(polls.filter((line) => line.includes('/pipelines?')).length).toBeGreaterThan(0);
  });
});
