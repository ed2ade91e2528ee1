import { readFile } from 'node:fs/promises';

import { describe, expect } from '@jest/globals';

import type { Fault, FaultRule } from '../../src/simulator/gitlab/wire/fault-plan.js';
import type { RecordedRequest } from '../../src/simulator/gitlab/wire/server.js';
import {
  type TokenPlace,
  type TokensEnd,
  aliveIn,
  twoSecrets,
  withTokenPlace,
} from '../e2e/support/managing.js';
import { writtenTexts } from '../e2e/support/run-action.js';
import { testsAtOnce } from '../e2e/support/tests-at-once.js';
import { until } from '../e2e/support/with-simulator.js';
import { octoApp } from '../support/octo-app.js';
import { oneProject } from '../support/one-project.js';
import { planted } from './support/planted-run.js';
import { leaksIn } from './support/secret-search.js';

/** Of a GitLab of old, so that nothing but its place tells that it is a secret. */
const oldToken = 'Leg"8&k+3/Wq=\\x<7>%43Yt9sRv5Np';
const gitHubToken = 'ghp_Gh7kQ2mWv9Tz4RbXn3Ls8Dy6Fc1Ja5Pe0Uo';

const scenario = oneProject(
  {
    triggers: [
      { token: oldToken, owner: 'ada', description: 'deploys' },
      { token: planted.token, owner: 'ada', description: `made of ${planted.token.slice(0, 9)}1234567890` },
    ],
  },
  { accessTokens: [{ token: planted.access_token, user: 'ada', scopes: ['api'] }] },
);

const inputs = {
  access_token: planted.access_token,
  request_headers: `X-Gate: ${planted.header}\nAuthorization: Bearer ${planted.bearer}`,
};

const newToken = { description: 'deploys', github_secret: twoSecrets, github_token: gitHubToken };

interface Row {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly exitCode: number;
  readonly faults?: readonly FaultRule[];
  readonly githubFaults?: readonly FaultRule[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Starts a process of its own with this Node. */
  readonly nodePath?: string;
  readonly stopAt?: RegExp;
}

/** The parts of a run in which no secret may be. */
function textsOf(place: TokenPlace, end: TokensEnd): Readonly<Record<string, string>> {
  const { token, ...outputs } = end.outputs;
  const written = writtenTexts(end);
  return {
    ...written,
    stdout: end.rawStdout
      .split('\n')
      .filter((line) => !line.startsWith('::add-mask::'))
      .join('\n'),
    // The one output that is a secret stands in it, and nothing else does.
    'file output': (written['file output'] ?? '').replace(token ?? '', ''),
    outputs: JSON.stringify([outputs, end.jobOutputs, end.state, end.environment]),
    'requests to GitLab': JSON.stringify(place.gitlab.requests.map(unexpectedPartOf)),
    'requests to GitHub': JSON.stringify(
      place.github.requests.map(({ target, headers, body }) => {
        const { authorization, ...others } = headers;
        return [target, others, body, authorization === `Bearer ${gitHubToken}` ? '' : authorization];
      }),
    ),
  };
}

/** A request without what has to be in it: the credentials, and the new token in the probe. */
function unexpectedPartOf({ target, headers, body }: RecordedRequest): unknown {
  const { 'private-token': access, 'x-gate': gate, authorization, ...others } = headers;
  const isKnown =
    (access === undefined || access === planted.access_token) &&
    gate === planted.header &&
    authorization === `Bearer ${planted.bearer}`;
  const content = target.endsWith('/trigger/pipeline') ? body.replace(/"token":"glptt-[\w-]{20}"/, '') : body;
  return [target, others, content, isKnown ? '' : [access, gate, authorization]];
}

function leakTests(rows: readonly Row[]): void {
  const test = testsAtOnce();
  for (const { name, exitCode, environment, nodePath, stopAt, ...row } of rows) {
    test(name, async () => {
      const { faults = [], githubFaults = [] } = row;
      const github = octoApp();
      const [, , personal, ...others] = github.tokens;
      if (personal === undefined) throw new Error('nobody may write secrets');
      const githubScenario = { ...github, tokens: [{ ...personal, token: gitHubToken }, ...others] };
      await withTokenPlace({ scenario, faults, githubFaults, githubScenario }, async (place) => {
        const end = await place.run({
          inputs: {
            ...inputs,
            ...row.inputs,
            ...(row.inputs.operation === 'rotate' ? { save_to_file: place.file } : {}),
          },
          ...(environment === undefined ? {} : { environment }),
          nodePath,
          meanwhile: async (step) => {
            if (stopAt === undefined) return;
            const all = [place.gitlab.requests, place.github.requests];
            await until(() => all.some((list) => list.some(({ target }) => stopAt.test(target))));
            step.cancel();
          },
        });
        const made = aliveIn(place).filter(({ id }) => id > 2);
        const secrets = {
          ...planted,
          oldToken,
          gitHubToken,
          ...Object.fromEntries(made.map(({ token }, index) => [`new token ${index}`, token])),
        };
        expect(leaksIn(textsOf(place, end), secrets)).toEqual([]);
        expect([end.exitCode, name]).toEqual([exitCode, name]);
        const text = await readFile(place.file, 'utf8');
        expect([
          'glptt-5f0c1d2e3b4a59687786950a1b2c3d4e5f607182',
          ...made.map(({ token }) => token),
        ]).toContain(text);
      });
    });
  }
}

const rotate = { operation: 'rotate', ...newToken };

describe('no secret is left behind by a run that', () => {
  leakTests([
    { name: 'lists', inputs: { operation: 'list' }, exitCode: 0 },
    {
      name: 'lists while debugging',
      inputs: { operation: 'list' },
      environment: { RUNNER_DEBUG: '1' },
      exitCode: 0,
    },
    { name: 'reads', inputs: { operation: 'get', trigger_id: '2' }, exitCode: 0 },
    { name: 'renames', inputs: { operation: 'update', trigger_id: '1', description: 'x' }, exitCode: 0 },
    { name: 'deletes', inputs: { operation: 'delete', trigger_id: '1' }, exitCode: 0 },
    { name: 'creates', inputs: { operation: 'create', ...newToken }, exitCode: 0 },
    { name: 'rotates', inputs: rotate, nodePath: process.execPath, exitCode: 0 },
    { name: 'rotates while debugging', inputs: rotate, environment: { RUNNER_DEBUG: '1' }, exitCode: 0 },
    {
      name: 'has its tokens in other inputs',
      inputs: {
        operation: planted.access_token,
        trigger_id: gitHubToken,
        expires_at: gitHubToken,
        github_secret: gitHubToken,
        github_api_url: `https://${gitHubToken}@github.example.test`,
        github_token: planted.access_token,
      },
      exitCode: 2,
    },
    {
      name: 'is stopped while it stores',
      inputs: rotate,
      stopAt: /environments.*DEPLOY/,
      githubFaults: [{ when: { method: 'PUT', pathMatches: /environments/ }, fault: { kind: 'stall' } }],
      exitCode: 130,
    },
  ]);
});

/** All that the servers learn of us, as it could come back. */
const everything = [planted.access_token, planted.header, planted.bearer, gitHubToken].join(' | ');
const created = `{"id":9,"token":"glptt-${'0f1e2d3c4b'.repeat(4)}","description":"deploys (replaces 1)"`;

describe('no secret is left behind by a rotation that meets', () => {
  const at = (method: string, path: RegExp, fault: Fault, times = 9): readonly FaultRule[] => [
    { when: { method, pathMatches: path, nth: 1, times }, fault },
  ];
  const done = (body: string, status = 500): Fault => ({ kind: 'status', status, work: 'done', body });
  const creation = /triggers$/;
  leakTests([
    {
      name: 'half of a new token',
      inputs: rotate,
      faults: at('POST', creation, { kind: 'truncate' }),
      exitCode: 0,
    },
    {
      name: 'a new token in cut JSON',
      inputs: rotate,
      faults: at('POST', creation, done(created, 201)),
      exitCode: 0,
    },
    {
      name: 'a new token in an error',
      inputs: rotate,
      faults: at('POST', creation, done(created)),
      exitCode: 0,
    },
    {
      name: 'its tokens in a refusal',
      inputs: rotate,
      faults: at('POST', creation, {
        kind: 'status',
        status: 403,
        work: 'not_done',
        body: JSON.stringify({ message: `403 Forbidden - ${everything}` }),
      }),
      exitCode: 3,
    },
    {
      name: 'its tokens in a page',
      inputs: rotate,
      faults: at('POST', creation, { kind: 'html', page: `<!DOCTYPE html><title>${everything}</title>` }, 1),
      exitCode: 4,
    },
    {
      name: 'a list that is cut',
      inputs: rotate,
      faults: at('GET', /triggers\?/, { kind: 'truncate_chunked' }, 1),
      exitCode: 0,
    },
    {
      name: 'a list that is no JSON',
      inputs: rotate,
      faults: at('GET', /triggers\?/, done(`[{"id":1,"token":${JSON.stringify(oldToken)}`, 200)),
      exitCode: 4,
    },
    {
      name: 'a refusal of its old token',
      inputs: rotate,
      faults: at(
        'DELETE',
        /triggers/,
        done(JSON.stringify({ message: `409 Conflict - ${everything}` }), 409),
      ),
      exitCode: 3,
    },
    {
      name: 'a GitHub that repeats the token',
      inputs: rotate,
      githubFaults: at('PUT', /secrets/, {
        kind: 'status',
        status: 422,
        work: 'not_done',
        body: JSON.stringify({ message: everything }),
      }),
      exitCode: 3,
    },
  ]);
});
