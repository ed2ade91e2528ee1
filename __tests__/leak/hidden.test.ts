import { describe, expect } from '@jest/globals';

import { legacyRelease } from '../../src/simulator/gitlab/state/release.js';
import { FaultPlan, type FaultRule } from '../../src/simulator/gitlab/wire/fault-plan.js';
import { feedbackRun } from '../e2e/support/feedback.js';
import { runCommand } from '../e2e/support/run-command.js';
import { testsAtOnce } from '../e2e/support/tests-at-once.js';
import { withSimulator } from '../e2e/support/with-simulator.js';
import { mainSha, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { planted, plantedScenario, runPlanted } from './support/planted-run.js';
import { leaksIn } from './support/secret-search.js';

/**
 * What a server puts into a secret, so that nobody recognizes it, or in front of it, so that something is cut
 * in the wrong place.
 */
const disguises: Readonly<Record<string, (secret: string) => string>> = {
  'among colors': (secret) => inside(secret, '\u001b[0m'),
  'among titles of a terminal': (secret) => inside(secret, '\u001b]0;t\u0007'),
  'among zeros': (secret) => inside(secret, '\u0000'),
  'among spaces without width': (secret) => inside(secret, '\u200b'),
  'among soft hyphens': (secret) => inside(secret, '\u00ad'),
  'among marks of direction': (secret) => inside(secret, '\u061c\u202e\u2066'),
  'among tags': (secret) => inside(secret, '\u{e0041}'),
  'behind 189 colors': (secret) => '\u001b[0m'.repeat(189) + secret,
  'behind a sequence that swallows its beginning': (secret) => `\u001b[${secret}`,
  'with a character that a sequence swallows': (secret) => `${secret.slice(0, 12)}\u001b[${secret.slice(12)}`,
  'cut off by the server': (secret) => `${secret.slice(0, -2)}…`,
  'in base64 of a user and a password': (secret) => Buffer.from(`oauth2:${secret}`).toString('base64'),
  'in base64, one further': (secret) => Buffer.from(`user1:x${secret}@`).toString('base64url'),
  'in base64, two further': (secret) => Buffer.from(`user:x${secret}`).toString('base64'),
  'in hexadecimal digits': (secret) => Buffer.from(`x${secret}`).toString('hex'),
  'in capitals with colons': (secret) =>
    Buffer.from(secret)
      .toString('hex')
      .toUpperCase()
      .replace(/..(?=.)/g, '$&:'),
};

function inside(secret: string, wedge: string): string {
  return Array.from(secret).join(wedge);
}

/** A 200 with this body. */
function details(pathMatches: RegExp, body: unknown): FaultRule {
  return {
    when: { method: 'GET', pathMatches },
    fault: { kind: 'status', status: 200, work: 'not_done', body: JSON.stringify(body) },
  };
}

const ways = Object.entries(disguises);

function failedJob(words: string, index: number): object {
  return {
    id: 9001 + index,
    name: words,
    stage: words,
    status: 'failed',
    allow_failure: false,
    failure_reason: words,
    web_url: `https://gitlab.example.com/${words}`,
    ref: words,
    created_at: '2026-01-01T00:00:00Z',
    duration: 1,
    pipeline: { id: 257, project_id: 42, ref: 'main', sha: mainSha, status: 'failed' },
  };
}

function pipeline(words: string): object {
  return {
    id: 257,
    iid: 1,
    project_id: 42,
    status: 'failed',
    ref: words,
    sha: words,
    yaml_errors: words,
    created_at: '2026-01-01T00:00:00Z',
    web_url: `https://gitlab.example.com/${words}`,
  };
}

describe('no piece of a secret is left behind by a run to which the server repeats it in another encoding', () => {
  const test = testsAtOnce();
  for (const [place, secret] of Object.entries(planted)) {
    test(`in the names, stages and reasons of failed jobs: ${place}`, async () => {
      const { result, texts } = await runPlanted({
        inputs: { wait: 'true', timeout: '5m' },
        scenario: plantedScenario({ ci: valid(quickScript('failed')) }),
        faults: new FaultPlan([
          details(
            /pipelines\/257\/jobs/,
            ways.map(([, disguise], index) => failedJob(disguise(secret), index)),
          ),
        ]),
      });
      expect(leaksIn(texts, planted)).toEqual([]);
      expect([result.exitCode, place]).toEqual([1, place]);
    });
  }

  test('in the log of a job', async () => {
    const lines = ways.flatMap(([name, disguise]) =>
      Object.values(planted).map((secret) => `${name} > ${disguise(secret)} <`),
    );
    const { result, texts } = await runPlanted({
      inputs: { wait: 'true', logs: 'all' },
      scenario: plantedScenario({ ci: valid(quickScript('failed', { log: `${lines.join('\n')}\n` })) }),
    });
    expect(leaksIn(texts, planted)).toEqual([]);
    const shown = result.shownLines.join('\n');
    for (const [name] of ways) expect(shown).toContain(`${name} > `);
  });

  for (const name of ['among colors', 'behind 189 colors', 'in base64, one further'] as const) {
    const disguise = disguises[name] ?? String;

    test(`${name}, in an error of the configuration`, async () => {
      const errors = Object.values(planted).map(disguise);
      const { result, texts } = await runPlanted({
        scenario: plantedScenario({ ci: { kind: 'invalid', errors } }, { release: legacyRelease }),
      });
      expect(leaksIn(texts, planted)).toEqual([]);
      expect(result.exitCode).toBe(3);
    });

    // With the words as its ref, it is a pipeline of another request; with them as its commit, it is none.
    const { trigger: token, api: access_token } = tokens;
    for (const { members, own, secrets, exitCode } of [
      {
        members: 'members',
        own: { ref: 'main', sha: mainSha },
        secrets: { token, access_token },
        exitCode: 0,
      },
      { members: 'members and the ref', own: {}, secrets: { token, access_token }, exitCode: 4 },
      // Without an access token nothing is searched for, which would take two minutes.
      { members: 'members and the commit', own: { ref: 'main' }, secrets: { token }, exitCode: 4 },
    ]) {
      test(`${name}, in the ${members} of a pipeline, for a machine`, async () => {
        const words = Object.values(secrets).map(disguise).join(' | ');
        const body = JSON.stringify({
          ...pipeline(words),
          ...own,
          status: 'created',
          yaml_errors: null,
          web_url: `https://gitlab.example.com/${encodeURIComponent(words)}`,
        });
        const fault = { kind: 'status', status: 201, work: 'not_done', body } as const;
        const faults = new FaultPlan([{ when: { method: 'POST' }, fault }]);
        await withSimulator({ scenario: oneProject(), faults }, async ({ url }) => {
          const run = await runCommand({
            words: ['run', '--gitlab-url', url, '--project-id', 'group/app', '--ref', 'main', '--json-lines'],
            environment: {
              GITLAB_TRIGGER_TOKEN: token,
              GITLAB_TRIGGER_ACCESS_TOKEN: 'access_token' in secrets ? access_token : '',
            },
          });
          expect(leaksIn({ stdout: run.stdout, stderr: run.stderr }, secrets)).toEqual([]);
          expect([run.exitCode, run.stdout.includes('"pipeline_id":"257"')]).toEqual([
            exitCode,
            exitCode === 0,
          ]);
        });
      });
    }
  }

  test('in the address of a pipeline, which the state of the step keeps', async () => {
    const words = disguises['among colors']?.(planted.token) ?? '';
    const { result, texts } = await runPlanted({
      inputs: { wait: 'true' },
      scenario: plantedScenario({ ci: valid(quickScript('success')) }),
      faults: new FaultPlan([
        details(/pipelines\/257(?:$|\?)/, {
          ...pipeline('main'),
          sha: mainSha,
          status: 'success',
          web_url: `https://gitlab.example.com/${words}/${planted.token}`,
        }),
        {
          when: { method: 'POST' },
          fault: {
            kind: 'status',
            status: 201,
            work: 'done',
            body: JSON.stringify({
              ...pipeline('main'),
              sha: mainSha,
              status: 'running',
              yaml_errors: null,
              web_url: `https://gitlab.example.com/${words}/${planted.token}`,
            }),
          },
        },
      ]),
    });
    expect(leaksIn(texts, planted)).toEqual([]);
    expect(result.rawStdout).toContain('The output web_url holds what was given as token');
  });

  test('in the address that a commit status leads to', async () => {
    const { sent, targets } = await feedbackRun({
      inputs: { commit_status: 'gitlab', wait: 'true' },
      faults: [
        details(/pipelines\/257(?:$|\?)/, {
          ...pipeline('main'),
          sha: mainSha,
          status: 'success',
          web_url: `https://gitlab.example.com/${tokens.trigger}/257`,
        }),
      ],
    });
    expect(targets.length).toBeGreaterThan(0);
    expect(leaksIn({ github: JSON.stringify(sent.github) }, { token: tokens.trigger })).toEqual([]);
  });
});
