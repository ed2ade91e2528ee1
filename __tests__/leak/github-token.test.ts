import { describe, expect } from '@jest/globals';

import type { Fault } from '../../src/simulator/gitlab/wire/fault-plan.js';
import { type FedBack, type FeedbackRun, type Worlds, feedbackRun } from '../e2e/support/feedback.js';
import { writtenTexts } from '../e2e/support/run-action.js';
import { withGitHub } from '../e2e/support/start-github.js';
import { testsAtOnce } from '../e2e/support/tests-at-once.js';
import { until } from '../e2e/support/with-simulator.js';
import { octoApp } from '../support/octo-app.js';
import { endlessScript, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { leaksIn } from './support/secret-search.js';

/** No encoding leaves it as it is. */
const githubToken = 'ghs_Gh"2&v+6/Ty=\\q<3>%44Wn8sLk5Zp';
const secrets = { github_token: githubToken, token: tokens.trigger, access_token: tokens.api };

const scenario = octoApp();
const github = {
  ...scenario,
  tokens: scenario.tokens
    .map((one) => (one.kind === 'installation' ? { ...one, token: githubToken } : one))
    .slice(0, 1),
};

async function runWith(changes: FeedbackRun): Promise<FedBack> {
  return await feedbackRun({
    github,
    ...changes,
    inputs: { comment: 'true', commit_status: 'gitlab', github_token: githubToken, ...changes.inputs },
  });
}

/**
 * Every byte that was written or sent where no secret may be, by place; each token may go to its own server,
 * in its own place.
 */
function tracesOf(result: FedBack): Readonly<Record<string, string>> {
  const withoutMasks = (stdout: string): string =>
    stdout
      .split('\n')
      .filter((line) => !line.startsWith('::add-mask::'))
      .join('\n');
  const stages = [result, ...(result.post === undefined ? [] : [result.post])];
  const written = stages.flatMap((stage, index) => {
    const { stdout = '', ...texts } = writtenTexts(stage);
    const all = {
      ...texts,
      stdout: withoutMasks(stdout),
      outputs: JSON.stringify([stage.outputs, stage.state]),
    };
    return Object.entries(all).map(([place, text]): [string, string] => [`${place} ${index}`, text]);
  });
  const toGitHub = result.sent.github.map(({ target, headers, body }, index): [string, string] => {
    const { authorization, ...others } = headers;
    const wrong = authorization === `Bearer ${githubToken}` ? '' : authorization;
    return [`to GitHub ${index}`, JSON.stringify([target, others, wrong]) + body];
  });
  const toGitLab = result.sent.gitlab.map(({ target, headers, body }, index): [string, string] => {
    const { 'private-token': own, ...others } = headers;
    const wrong = own === undefined || own === tokens.api ? '' : own;
    const rest = body.replace(`"token":"${tokens.trigger}"`, '');
    return [`to GitLab ${index}`, JSON.stringify([target, others, wrong]) + rest];
  });
  return Object.fromEntries([...written, ...toGitHub, ...toGitLab]);
}

const everything = Object.values(secrets).join(' | ');
const at = (fault: Fault): Pick<FeedbackRun, 'githubFaults'> => ({ githubFaults: [{ when: {}, fault }] });

/** Outputs hand GitLab's own words on as they came. */
const handedOn = /^(?:file output|outputs) /;

interface Row {
  readonly name: string;
  readonly run: FeedbackRun;
  readonly exitCode: number;
  readonly verbatim?: RegExp;
}

describe('the GitHub token goes to GitHub only, and no other token does, in a run that', () => {
  const test = testsAtOnce();
  const rows: readonly Row[] = [
    { name: 'gives feedback', run: {}, exitCode: 0 },
    {
      name: 'shows names that hold tokens',
      run: {
        scenario: oneProject({
          ci: valid(quickScript('failed', { name: `x ${tokens.api}`, log: `${everything}\n` })),
        }),
      },
      exitCode: 1,
      verbatim: handedOn,
    },
    { name: 'has a name that holds a token', run: { inputs: { commit_status: tokens.api } }, exitCode: 2 },
    {
      name: 'has a name that holds its token',
      run: { inputs: { commit_status: `x${githubToken}` } },
      exitCode: 2,
    },
    { name: 'is not known to GitHub', run: { github: { ...github, tokens: [] } }, exitCode: 0 },
    {
      name: 'is told it again in the text of an error',
      run: at({
        kind: 'status',
        status: 422,
        work: 'not_done',
        body: JSON.stringify({ message: `x ${everything}`, errors: [{ message: everything }] }),
      }),
      exitCode: 0,
    },
    {
      name: 'is told it again in headers and a redirect',
      run: at({
        kind: 'status',
        status: 302,
        work: 'not_done',
        body: '{}',
        headers: {
          location: `https://${encodeURIComponent(githubToken)}@x.test/${encodeURIComponent(githubToken)}?t=${encodeURIComponent(githubToken)}`,
          'x-github-request-id': encodeURIComponent(githubToken),
          'x-accepted-github-permissions': encodeURIComponent(githubToken),
        },
      }),
      exitCode: 0,
    },
    {
      name: 'meets a page',
      run: at({ kind: 'html', page: `<html><head><title>${everything}</title></head></html>` }),
      exitCode: 0,
    },
    {
      name: 'has the wrong token in its place',
      run: { inputs: { github_token: `${githubToken} ${tokens.api}` } },
      exitCode: 2,
    },
    {
      name: 'is killed',
      run: {
        nodePath: process.execPath,
        scenario: oneProject({ ci: valid(endlessScript) }),
        post: 'runs',
        meanwhile: async ({ github: server }: Worlds, step) => {
          await until(() => server.github.statuses('octo/app').length > 0);
          step.kill();
        },
      },
      exitCode: 137,
    },
  ];
  for (const { name, run, exitCode, verbatim } of rows) {
    test(name, async () => {
      const result = await runWith(run);
      const found = leaksIn(tracesOf(result), secrets);
      expect(found.filter(({ place }) => verbatim?.test(place) !== true)).toEqual([]);
      expect(result.exitCode).toBe(exitCode);
    });
  }

  test('sends it elsewhere', async () => {
    await withGitHub(github, {}, async (elsewhere) => {
      const fault: Fault = { kind: 'redirect', status: 307, location: `${elsewhere.url}/user` };
      const result = await runWith(at(fault));
      expect(leaksIn(tracesOf(result), secrets)).toEqual([]);
      expect([result.exitCode, result.warnings.length, elsewhere.requests]).toEqual([0, 1, []]);
    });
  });

  test('has no feedback', async () => {
    const result = await runWith({ inputs: { comment: 'false', commit_status: '' } });
    expect(leaksIn(tracesOf(result), secrets)).toEqual([]);
    expect([result.exitCode, result.sent.github]).toEqual([0, []]);
  });
});
