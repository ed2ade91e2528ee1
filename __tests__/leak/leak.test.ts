import { generateKeyPairSync } from 'node:crypto';

import { afterAll, describe, expect, test as plainTest } from '@jest/globals';

import { systemClock } from '../../src/base/clock.js';
import { legacyRelease } from '../../src/simulator/gitlab/state/release.js';
import type { Scenario } from '../../src/simulator/gitlab/state/scenario.js';
import { type Fault, FaultPlan } from '../../src/simulator/gitlab/wire/fault-plan.js';
import { startObjectStorage } from '../../src/simulator/gitlab/wire/object-storage.js';
import { testsAtOnce } from '../e2e/support/tests-at-once.js';
import { throwAwayAuthority } from '../integration/http/throw-away-authority.js';
import { endlessScript, mainSha, quickScript, valid } from '../support/one-project.js';
import {
  type PlantedRun,
  planted,
  plantedHexToken,
  plantedJobToken,
  plantedScenario,
  runPlanted,
} from './support/planted-run.js';
import { formsOf, leaksIn } from './support/secret-search.js';

interface Row {
  readonly name: string;
  readonly run: PlantedRun;
  readonly exitCode: number;
  /** Secrets beside the usual ones. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Places that hand GitLab's own words on as they came. */
  readonly verbatim?: readonly string[];
}

function leakTests(rows: readonly Row[]): void {
  const test = testsAtOnce();
  for (const { name, run, exitCode, secrets, verbatim = [] } of rows) {
    test(name, async () => {
      const { result, texts } = await runPlanted(run);

      const found = leaksIn(texts, { ...planted, ...secrets });
      expect(found.filter(({ place }) => !verbatim.includes(place))).toEqual([]);
      expect([result.exitCode, name]).toEqual([exitCode, name]);
      expect(result.shownLines.length).toBeGreaterThan(0);
    });
  }
}

const at = (method: string, fault: Fault): FaultPlan => new FaultPlan([{ when: { method }, fault }]);

describe('no secret is left behind by a run that', () => {
  leakTests([
    { name: 'only starts a pipeline', run: { nodePath: process.execPath }, exitCode: 0 },
    {
      name: 'only starts a pipeline, while debugging',
      run: { environment: { RUNNER_DEBUG: '1' } },
      exitCode: 0,
    },
    {
      name: 'waits for a green pipeline',
      run: { nodePath: process.execPath, inputs: { wait: 'true' } },
      exitCode: 0,
    },
    { name: 'creates the pipeline with the access token', run: { inputs: { token: '' } }, exitCode: 0 },
    {
      name: 'brings variables and inputs over',
      run: { inputs: { variables: 'A=1', inputs: '{}' } },
      exitCode: 0,
    },
    {
      name: 'is refused because of the token',
      run: { scenario: plantedScenario({ triggers: [] }) },
      exitCode: 3,
    },
    {
      name: 'is refused because of the access token',
      run: { scenario: plantedScenario({}, { accessTokens: [] }), inputs: { wait: 'true' } },
      exitCode: 3,
    },
    {
      name: 'is cut off',
      run: { faults: at('POST', { kind: 'reset_after' }), search: 'stopped' },
      exitCode: 130,
    },
    {
      name: 'gets no answer',
      run: { faults: at('POST', { kind: 'stall' }), inputs: { access_token: '', request_timeout: '1s' } },
      exitCode: 4,
    },
    {
      name: 'loses sight of its pipeline',
      run: {
        faults: new FaultPlan([{ when: { pathMatches: /pipelines\/257/ }, fault: { kind: 'reset_before' } }]),
        inputs: { wait: 'true', outage_timeout: '0s' },
      },
      exitCode: 4,
    },
    { name: 'finds nobody listening', run: { inputs: { gitlab_url: 'http://127.0.0.1:1' } }, exitCode: 4 },
    {
      name: 'meets a server that does not speak TLS',
      run: { inputs: { gitlab_url: 'https://127.0.0.1:1' } },
      exitCode: 4,
    },
    {
      name: 'meets a proxy with a password that does not answer',
      run: {
        inputs: { gitlab_url: 'https://gitlab.example.test' },
        environment: { https_proxy: 'http://proxy-user:Prx7kQ2mWv9Tz4Rb@127.0.0.1:1' },
      },
      exitCode: 4,
      secrets: { 'proxy password': 'Prx7kQ2mWv9Tz4Rb' },
    },
    {
      name: 'is stopped',
      run: {
        scenario: plantedScenario({ ci: valid(endlessScript) }),
        inputs: { wait: 'true' },
        disturb: (step) => step.cancel(),
      },
      exitCode: 130,
    },
  ]);
});

const inJob: Partial<PlantedRun> & { readonly inputs: Readonly<Record<string, string>> } = {
  inputs: { token: plantedJobToken, access_token: '', wait: 'true' },
};

function jobTokenRow(name: string, exitCode: number, run: PlantedRun = {}): Row {
  return {
    name,
    run: { ...inJob, ...run, inputs: { ...inJob.inputs, ...run.inputs } },
    exitCode,
    secrets: { 'job token': plantedJobToken },
  };
}

const packed = [
  { fileType: 'archive', filename: 'artifacts.zip', files: { 'a.env': 'A=1\n', 'b.txt': 'b' } },
] as const;

describe('no job token is left behind by a run that', () => {
  const packing = valid({ createdForMs: 50, jobs: [{ name: 'pack', durationMs: 100, artifacts: packed }] });
  const jobTokens = [{ token: plantedJobToken, user: 'dev', projectId: 43, job: 'running' }] as const;

  leakTests([
    jobTokenRow('follows with it', 0),
    jobTokenRow('follows with it, while debugging', 0, { environment: { RUNNER_DEBUG: '1' } }),
    jobTokenRow('brings results back with it', 0, {
      scenario: plantedScenario({ ci: packing }),
      inputs: { values_from: 'pack:a.env', artifacts: 'pack' },
    }),
    jobTokenRow('may not start there', 3, { scenario: plantedScenario({}, { jobTokens }) }),
    jobTokenRow('may start, and not read', 3, {
      scenario: plantedScenario(
        { jobTokenAllowlist: [43] },
        { jobTokens: [{ ...jobTokens[0], policies: [] }] },
      ),
    }),
    jobTokenRow('has the token of a job that is over', 3, {
      scenario: plantedScenario({}, { jobTokens: [{ ...jobTokens[0], projectId: 42, job: 'finished' }] }),
    }),
    jobTokenRow('meets an old GitLab that reads nothing with it', 3, {
      scenario: plantedScenario({}, { release: '16.11' }),
    }),
    jobTokenRow('is told its token by a gateway', 4, {
      faults: at('GET', { kind: 'html', page: `<!DOCTYPE html><title>${plantedJobToken}</title>` }),
    }),
  ]);
});

/** A value that a job hands over, and that is to be masked. */
const masked = 'Val"4&j+5/Tb=\\z<2>%46Lm9wRx3Qd';

function valueRow(name: string, file: string, changes: Partial<Row> & Pick<Row, 'exitCode'>): Row {
  const files = { 'a.env': file };
  const artifacts = [{ fileType: 'archive', filename: 'artifacts.zip', files }];
  const ci = valid({ createdForMs: 50, jobs: [{ name: 'pack', durationMs: 100, artifacts }] });
  return {
    name,
    run: {
      scenario: plantedScenario({ ci }),
      inputs: { wait: 'true', values_from: 'pack:a.env', mask_values: 'SECRET' },
    },
    secrets: { masked },
    ...changes,
  };
}

describe('no masked value is left behind by a run that', () => {
  leakTests([
    valueRow('sets it, but where it was asked for', `SECRET=${masked}`, {
      exitCode: 0,
      verbatim: ['file output', 'outputs'],
    }),
    valueRow('cannot use its file', `SECRET=${masked}\n${masked}`, { exitCode: 6 }),
    valueRow('finds it in place of a key', `SECRET=${masked}\n${masked}=1`, { exitCode: 6 }),
    valueRow('finds it in JSON that is cut off', `{"SECRET": ${JSON.stringify(masked)}`, { exitCode: 6 }),
  ]);
});

const check = { dry_run: 'true', wait: 'true', variables: 'A=1', inputs: 'env: x' };

function lintAnswer(changes: Readonly<Record<string, unknown>>): FaultPlan {
  const body = JSON.stringify({ valid: false, errors: [], warnings: [], merged_yaml: null, ...changes });
  return new FaultPlan([
    { when: { pathMatches: /ci\/lint/ }, fault: { kind: 'status', status: 200, work: 'not_done', body } },
  ]);
}

describe('no secret is left behind by a dry run that', () => {
  const all = Object.values(planted).join(' | ');
  const named = JSON.stringify(planted.token);
  leakTests([
    { name: 'finds everything in order', run: { inputs: { dry_run: 'true' } }, exitCode: 0 },
    {
      name: 'would create the pipeline with the access token',
      run: { inputs: { dry_run: 'true', token: '' } },
      exitCode: 0,
    },
    { name: 'finds inputs that are not declared', run: { inputs: check }, exitCode: 3 },
    {
      name: 'is refused because of both tokens',
      run: { scenario: plantedScenario({ triggers: [] }, { accessTokens: [] }), inputs: check },
      exitCode: 3,
    },
    {
      name: 'is given the tokens as variables and inputs, too',
      run: {
        inputs: {
          ...check,
          variables: JSON.stringify({ A: planted.token, DB_PASSWORD: planted.header }),
          inputs: JSON.stringify({ env: planted.access_token, list: [planted.bearer] }),
        },
      },
      exitCode: 3,
    },
    {
      name: 'gets its secrets back as errors of the configuration',
      run: { inputs: check, faults: lintAnswer({ errors: [all, `jobs:${all}`] }) },
      exitCode: 3,
    },
    {
      name: 'gets its secrets back as names of jobs and warnings',
      run: {
        inputs: check,
        faults: lintAnswer({
          valid: true,
          warnings: [all],
          merged_yaml: `${named}: { script: x, rules: [{ if: '$A == "2"' }] }\nb: { script: x, needs: [${named}] }`,
        }),
      },
      exitCode: 3,
    },
    {
      name: 'gets its secrets back as the version and the commit',
      run: {
        inputs: { dry_run: 'true' },
        faults: new FaultPlan([
          {
            when: { pathMatches: /\/version$/ },
            fault: { kind: 'status', status: 200, work: 'not_done', body: JSON.stringify({ version: all }) },
          },
          {
            when: { pathMatches: /branches/ },
            fault: {
              kind: 'status',
              status: 200,
              work: 'not_done',
              body: JSON.stringify({ name: 'main', commit: { id: planted.token }, protected: true }),
            },
          },
        ]),
      },
      exitCode: 0,
    },
    { name: 'is cut off', run: { inputs: check, faults: at('POST', { kind: 'reset_after' }) }, exitCode: 3 },
    {
      name: 'finds nobody listening',
      run: { inputs: { ...check, gitlab_url: 'http://127.0.0.1:1' } },
      exitCode: 4,
    },
  ]);
});

/** What a user pastes into the wrong input. */
const misplaced = 'glptt-9c8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e2d1c0b';
const misplacedAccess = 'glpat-Lk9jHg8fDs7aPo6iUy5t';
const password = 'Pw"d&5+t/9=<q>%45Kc7';
const privateKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}).privateKey;
const keyLines = Object.fromEntries(
  privateKey
    .split('\n')
    .slice(1, -2)
    .map((line, index) => [`line ${index} of the private key`, line]),
);
const keyOnOneLine = Object.values(keyLines).join('');

function misplacedIn(name: string, text: string, exitCode = 2): Row {
  return {
    name: `has a token in ${name}: ${text.replaceAll(misplaced, 'TOKEN').replaceAll(misplacedAccess, 'ACCESS_TOKEN')}`,
    run: { inputs: { [name]: text } },
    exitCode,
    secrets: { misplaced, misplacedAccess },
  };
}

const storage = await startObjectStorage({ clock: systemClock });
afterAll(() => storage.close());

const artifacts = { wait: 'true', artifacts: 'build', artifacts_path: 'artifacts' };

function withArtifacts(changes: Partial<Scenario> = {}): Scenario {
  const files = [{ fileType: 'archive', filename: 'a.zip', files: { 'a.txt': 'a' } }];
  return plantedScenario({ ci: valid(quickScript('success', { name: 'build', artifacts: files })) }, changes);
}

describe('no secret is left behind by a run that downloads artifacts, and', () => {
  leakTests([
    { name: 'finds them in GitLab', run: { scenario: withArtifacts(), inputs: artifacts }, exitCode: 0 },
    {
      name: 'is sent to an object storage, with everything that a request to GitLab has in it',
      run: {
        scenario: withArtifacts({ artifactStorage: storage }),
        inputs: artifacts,
        elsewhere: storage,
      },
      exitCode: 0,
    },
    {
      name: 'is refused with the secrets repeated',
      run: {
        scenario: withArtifacts(),
        inputs: artifacts,
        faults: new FaultPlan([
          {
            when: { pathMatches: /artifacts/ },
            fault: {
              kind: 'status',
              status: 403,
              work: 'not_done',
              body: JSON.stringify({ message: Object.values(planted).join(' ') }),
            },
          },
        ]),
      },
      exitCode: 6,
    },
  ]);

  plainTest('has been to the object storage', () => {
    expect(storage.requests.map(({ method }) => method)).toEqual(['GET']);
  });
});

describe('no secret is left behind by a run that cannot start because it', () => {
  leakTests([
    {
      name: 'has something wrong in every input',
      run: {
        inputs: {
          project_id: 'app',
          ref: 'a..b',
          token: `${planted.token} ${planted.token}`,
          access_token: `https://${planted.access_token}`,
          request_headers: `X-Gate ${planted.header}\nAuthorization: Bearer ${planted.bearer}\nAuthorization: x`,
          wait: 'maybe',
          timeout: '5',
        },
      },
      exitCode: 2,
    },
    {
      name: "has the tokens in each other's inputs",
      run: { inputs: { token: misplacedAccess, access_token: misplaced } },
      exitCode: 2,
      secrets: { misplaced, misplacedAccess },
    },
    ...[
      `https://oauth2:${encodeURIComponent(password)}@gitlab.example.test`,
      `https://oauth2:${password}@gitlab.example.test`,
      `https://${encodeURIComponent(password)}@gitlab.example.test`,
      `https://gitlab.example.test/?private_token=${encodeURIComponent(password)}`,
    ].map((url): Row => ({
      name: `has a password in gitlab_url: ${url.replaceAll(/Pw.*Kc7/g, 'PASSWORD')}${url.includes('%22') ? ', encoded' : ''}`,
      run: { inputs: { gitlab_url: url } },
      exitCode: 2,
      secrets: { password },
    })),
    misplacedIn('gitlab_url', misplaced, 4),
    misplacedIn('gitlab_url', `https://gitlab.example.test?token=${misplaced}`),
    misplacedIn('project_id', misplaced),
    misplacedIn('project_id', `https://gitlab.com/${misplaced}/app`),
    misplacedIn('ref', `refs/pull/${misplaced}`),
    misplacedIn('ref', `${misplaced} ${misplacedAccess}`),
    misplacedIn('variables', misplaced),
    misplacedIn('variables', `TOKEN ${misplaced}`),
    misplacedIn('variables', `${misplaced}=x`),
    misplacedIn('variables', `{"${misplaced}": {"${misplacedAccess}": 1}}`),
    misplacedIn('variables', `{"A": "${misplaced}`),
    misplacedIn('variables', `A:\n  ${misplaced}: [${misplacedAccess}`),
    misplacedIn('variables_file', misplaced),
    misplacedIn('inputs', misplaced),
    misplacedIn('inputs', `{"a": ${misplaced}}`),
    misplacedIn('wait', misplaced),
    misplacedIn('dry_run', misplaced),
    misplacedIn('accept', misplaced),
    misplacedIn('accept', `success ${misplacedAccess}`),
    misplacedIn('timeout', misplaced),
    misplacedIn('poll_interval', misplacedAccess),
    misplacedIn('outage_timeout', misplacedAccess),
    misplacedIn('request_timeout', misplacedAccess),
    misplacedIn('allow_http', misplacedAccess),
    misplacedIn('request_headers', misplacedAccess),
    misplacedIn('request_headers', `PRIVATE-TOKEN: ${misplacedAccess}`),
    misplacedIn('ca_certificate', misplacedAccess),
    {
      name: 'has a private key in ca_certificate',
      run: { inputs: { ca_certificate: throwAwayAuthority().caCertificate + privateKey } },
      exitCode: 2,
      secrets: keyLines,
    },
    {
      name: 'has a private key without its frame in ca_certificate',
      run: { inputs: { ca_certificate: Object.values(keyLines).join('\n') } },
      exitCode: 2,
      secrets: keyLines,
    },
    {
      name: 'has a private key on one line in ca_certificate',
      run: { inputs: { ca_certificate: keyOnOneLine } },
      exitCode: 2,
      secrets: keyLines,
    },
    {
      name: 'has a private key in a path',
      run: { inputs: { variables_file: keyOnOneLine } },
      exitCode: 2,
      secrets: keyLines,
    },
  ]);
});

/**
 * Outputs are GitLab's own values; to change them would be worse than what a GitLab that puts our token into
 * its answers could gain.
 */
const handedOn = ['file output', 'outputs'];

/** All that a server learns of us, as it could come back. */
const everything = Object.values(planted).join(' | ');
const encoded = Object.values(planted)
  .flatMap((secret) => [
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
    JSON.stringify(secret),
  ])
  .join(' | ');

function reflected(
  status: number,
  body: string,
  extra: Partial<Extract<Fault, { kind: 'status' }>> = {},
): FaultPlan {
  return at('POST', { kind: 'status', status, work: 'not_done', body, ...extra });
}

function pipelineBody(changes: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({
    id: 257,
    iid: 1,
    project_id: 42,
    status: 'created',
    ref: 'main',
    sha: mainSha,
    web_url: 'https://gitlab.example.com/group/app/-/pipelines/257',
    ...changes,
  });
}

describe('no secret is left behind by a run to which the server repeats it', () => {
  leakTests([
    {
      name: 'in the text of an error',
      run: { faults: reflected(400, JSON.stringify({ message: { base: [`bad token ${everything}`] } })) },
      exitCode: 3,
    },
    {
      name: 'in the text of an error, encoded',
      run: { faults: reflected(400, JSON.stringify({ message: { base: [encoded] } })) },
      exitCode: 3,
    },
    ...[430, 440, 450, 460, 470, 480, 490].map((length): Row => ({
      name: `in the text of an error that is cut off behind ${length} other characters`,
      run: {
        faults: reflected(400, JSON.stringify({ message: { base: ['x'.repeat(length) + everything] } })),
      },
      exitCode: 3,
    })),
    {
      name: 'as the name of an attribute',
      run: {
        faults: reflected(400, JSON.stringify({ message: { base: ['no'], [planted.token]: ['is wrong'] } })),
      },
      exitCode: 3,
    },
    {
      name: 'in an OAuth error',
      run: {
        faults: reflected(
          403,
          JSON.stringify({
            error: planted.token,
            error_description: everything,
            scope: planted.access_token,
          }),
        ),
        search: 'stopped',
      },
      exitCode: 130,
    },
    {
      name: 'in the words of a stranger',
      run: { faults: reflected(403, JSON.stringify({ message: everything })), search: 'stopped' },
      exitCode: 130,
    },
    {
      name: 'in plain text',
      run: { faults: reflected(429, everything, { contentType: 'text/plain' }), search: 'stopped' },
      exitCode: 130,
    },
    {
      name: 'in broken JSON',
      run: { faults: reflected(201, `{"token": ${JSON.stringify(everything)}`), search: 'stopped' },
      exitCode: 130,
    },
    {
      name: 'in a page',
      run: {
        faults: reflected(
          502,
          `<html><head><title>${everything}</title></head><body><h1>${planted.token}</h1><pre>${JSON.stringify(planted)}</pre></body></html>`,
          { contentType: 'text/html' },
        ),
        search: 'stopped',
      },
      exitCode: 130,
    },
    {
      name: 'in a page, as HTML text',
      run: {
        faults: reflected(
          502,
          `<html><head><title>${everything.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</title></head></html>`,
          { contentType: 'text/html' },
        ),
        search: 'stopped',
      },
      exitCode: 130,
    },
    {
      name: 'in a page with status 200',
      run: {
        faults: at('POST', { kind: 'html', page: `<!DOCTYPE html><title>${planted.token}</title>` }),
        search: 'stopped',
      },
      exitCode: 130,
    },
    {
      name: 'in the path of a redirect',
      run: {
        faults: at('POST', {
          kind: 'redirect',
          status: 302,
          location: `https://login.example.test/${encodeURIComponent(planted.token)}/${encodeURIComponent(planted.access_token)}`,
        }),
        search: 'stopped',
      },
      exitCode: 130,
    },
    {
      name: 'in the query of a redirect, and its user',
      run: {
        faults: at('POST', {
          kind: 'redirect',
          status: 302,
          location: `https://${encodeURIComponent(planted.token)}@login.example.test/?token=${encodeURIComponent(planted.token)}#${encodeURIComponent(planted.header)}`,
        }),
        search: 'stopped',
      },
      exitCode: 130,
    },
    {
      name: 'in the id of the request',
      run: {
        faults: reflected(400, '{"message":{"base":["no"]}}', {
          headers: { 'x-request-id': encodeURIComponent(planted.token) },
        }),
      },
      exitCode: 3,
    },
    {
      name: 'in yaml_errors',
      run: {
        scenario: plantedScenario(
          { ci: { kind: 'invalid', errors: [`jobs:${everything} is wrong`, encoded] } },
          { release: legacyRelease },
        ),
      },
      exitCode: 3,
    },
    {
      name: 'in the members of a pipeline',
      run: {
        faults: reflected(
          201,
          pipelineBody({
            status: `${planted.token} ${planted.access_token}`,
            created_at: planted.header,
            web_url: `https://gitlab.example.com/${encodeURIComponent(planted.token)}`,
          }),
        ),
      },
      exitCode: 0,
      verbatim: handedOn,
    },
    {
      name: 'as the commit of a pipeline, whose form the token has',
      run: {
        scenario: plantedScenario({ triggers: [{ token: plantedHexToken, owner: 'ada' }] }),
        inputs: { token: plantedHexToken },
        faults: reflected(201, pipelineBody({ sha: plantedHexToken })),
      },
      exitCode: 0,
      secrets: { 'hex token': plantedHexToken },
      verbatim: handedOn,
    },
    {
      // What has no commit need not be a pipeline.
      name: 'in the commit of a pipeline',
      run: {
        faults: reflected(201, pipelineBody({ status: planted.token, sha: planted.access_token })),
        search: 'stopped',
      },
      exitCode: 130,
    },
    {
      name: 'in the commit of a pipeline that it cannot search for',
      run: {
        inputs: { access_token: '' },
        faults: reflected(201, pipelineBody({ status: planted.header, sha: planted.token })),
      },
      exitCode: 4,
    },
    {
      // A pipeline of another ref is that of another request.
      name: 'in the ref of a pipeline',
      run: { faults: reflected(201, pipelineBody({ ref: planted.token, sha: planted.access_token })) },
      exitCode: 4,
      verbatim: handedOn,
    },
    {
      name: 'in the status of a pipeline that is followed',
      run: {
        faults: new FaultPlan([
          {
            when: { method: 'GET', pathMatches: /pipelines\/257/ },
            fault: {
              kind: 'status',
              status: 200,
              work: 'not_done',
              body: pipelineBody({ status: `waiting for ${planted.token}`, coverage: planted.access_token }),
            },
          },
        ]),
        inputs: { wait: 'true', timeout: '1s' },
      },
      exitCode: 5,
      verbatim: handedOn,
    },
  ]);
});

describe('the search for secrets itself', () => {
  plainTest.each(Object.entries(formsOf(planted.token)))('finds a secret that is %s', (form, writings) => {
    for (const writing of writings) {
      const texts = { somewhere: `before ${writing} behind`, elsewhere: 'nothing' };
      const found = leaksIn(texts, { token: planted.token });
      expect(found).toContainEqual({ place: 'somewhere', secret: 'token', form });
      expect(found.filter(({ place }) => place === 'elsewhere')).toEqual([]);
    }
  });

  plainTest.each([0, 1, 2, 3, 4])(
    'finds a secret in the base64 of a text in which it stands at %d',
    (offset) => {
      const text = Buffer.from(`${'x'.repeat(offset)}${planted.token}tail`).toString('base64');
      expect(leaksIn({ text }, { token: planted.token })).toEqual([
        { place: 'text', secret: 'token', form: 'base64' },
      ]);
    },
  );

  plainTest('finds the tokens of a real run where masking has to name them', async () => {
    const { withMasks } = await runPlanted({});
    const found = leaksIn({ withMasks }, planted).map(({ secret }) => secret);
    expect(new Set(found)).toEqual(new Set(Object.keys(planted)));
  });

  plainTest('finds what a real run says, sends and hands over, when it is no secret', async () => {
    const branch = 'summer-solstice/2026-release';
    const { texts } = await runPlanted({
      nodePath: process.execPath,
      scenario: plantedScenario({ refs: [{ name: branch }] }),
      inputs: { ref: branch },
    });
    const places = new Set(leaksIn(texts, { branch }).map(({ place }) => place));
    // The first request only looks at what was there before.
    expect(places).toEqual(new Set(['log', 'stdout', 'file output', 'outputs', 'request 1']));
    expect(texts.argv).toContain('dist/trigger.js');
  });
});
