import { describe, expect, test } from '@jest/globals';

import { triggerAction } from '../../../src/run/trigger.js';
import type {
  MirrorDescription,
  ProjectDescription,
  PushDescription,
} from '../../../src/simulator/gitlab/state/scenario.js';
import { endlessScript, mainSha, oneProject, tokens, valid } from '../../support/one-project.js';
import { type RunEnd, type RunStory, runInVirtualTime } from './support/run-in-virtual-time.js';

const newSha = 'c'.repeat(40);
const newerSha = 'd'.repeat(40);

function push(afterMs: number, more: Partial<PushDescription> = {}): PushDescription {
  return { afterMs, ref: 'main', sha: newSha, user: 'ada', ...more };
}

interface Given extends Partial<RunStory> {
  readonly project?: Partial<ProjectDescription>;
  readonly pushes?: readonly PushDescription[];
}

async function run({ inputs, pushes = [], project, scenario, ...story }: Given = {}): Promise<RunEnd> {
  return await runInVirtualTime({
    action: triggerAction,
    scenario: scenario ?? oneProject({ pushes, ...project }),
    inputs: { expected_sha: newSha, wait_for_commit: '10m', ...inputs },
    ...story,
  });
}

const linesOf = ({ events }: RunEnd): readonly string[] =>
  events.filter((event) => /^(?:info|warning): /.test(event)).map((event) => event.replace(/^\w+: /, ''));

const posts = ({ requests }: RunEnd): readonly string[] =>
  requests.filter((line) => line.startsWith('POST') && line.includes('/trigger/pipeline'));

describe('a start that waits for a commit', () => {
  test('starts at once when the commit is there', async () => {
    const end = await run({ inputs: { expected_sha: mainSha.slice(0, 8) } });
    expect([end.exitCode, end.outputs.sha, end.tookMs < 1000]).toEqual([0, mainSha, true]);
    expect(linesOf(end)[0]).toBe('main is at 11111111 after 0.1s');
  });

  test('waits until it arrives, then starts one pipeline on it', async () => {
    const end = await run({ pushes: [push(100_000)] });
    expect([end.exitCode, end.outputs.sha, posts(end).length]).toEqual([0, newSha, 1]);
    expect(end.tookMs).toBeGreaterThan(100_000);
    expect(end.tookMs).toBeLessThan(117_000);
    const lines = linesOf(end);
    expect(lines.slice(0, 2)).toEqual([
      'main is at 11111111; waiting for cccccccc for up to 9m59s',
      'main is at 11111111; waiting for cccccccc for up to 8m50s',
    ]);
    expect(lines[2]).toMatch(/^main is at cccccccc after 1m5\ds$/);
    expect(end.requests.length).toBeLessThan(20);
  });

  test.each([
    { ref: 'new', says: 'new does not exist yet' },
    { ref: 'refs/heads/new', says: 'refs/heads/new does not exist yet' },
  ])('waits for a branch that is new: $ref', async ({ ref, says }) => {
    const end = await run({ pushes: [push(20_000, { ref: 'new' })], inputs: { ref } });
    expect([end.exitCode, end.outputs.sha, end.outputs.ref]).toEqual([0, newSha, 'new']);
    expect(linesOf(end)[0]).toContain(says);
  });

  test('finds a tag, and requests only the tag from then on', async () => {
    const refs = [
      { name: 'main', sha: mainSha },
      { name: 'v1', kind: 'tag', sha: newSha },
    ] as const;
    const end = await run({ project: { refs }, inputs: { ref: 'v1' } });
    expect([end.exitCode, end.outputs.sha]).toEqual([0, newSha]);
  });

  test('starts nothing when it never arrives, and reports where the ref is', async () => {
    const end = await run();
    expect(end.error).toMatchObject({ code: 'commit_not_arrived', exitCode: 5 });
    expect(end.error?.message).toContain(`It is at ${mainSha}, which does not have that commit in its past.`);
    expect([posts(end), end.outputs]).toEqual([[], {}]);
    expect(end.tookMs).toBeGreaterThanOrEqual(600_000);
    expect(end.tookMs).toBeLessThan(601_000);
    expect(end.requests.length).toBeLessThan(50);
  });

  test('reports that there is no such ref', async () => {
    const end = await run({ inputs: { ref: 'gone', wait_for_commit: '30s' } });
    expect(end.error?.code).toBe('commit_not_arrived');
    expect(end.error?.message).toContain('There is no branch or tag gone');
  });

  test.each([false, true])(
    'refuses a ref that has moved on, unless that is allowed: %j',
    async (isAccepted) => {
      const moved = push(20_000, { sha: newerSha, past: [newSha] });
      const end = await run({ pushes: [moved], inputs: { accept_newer_commit: String(isAccepted) } });
      if (isAccepted) {
        expect([end.exitCode, end.outputs.sha, posts(end).length]).toEqual([0, newerSha, 1]);
        expect(linesOf(end)[1]).toMatch(/^main is at dddddddd, which has cccccccc in its past, after \d+s$/);
      } else {
        expect(end.error).toMatchObject({ code: 'ref_moved_on', exitCode: 3 });
        expect(end.error?.message).toContain(`It is at ${newerSha}, which has ${newSha} in its past`);
        expect(posts(end)).toEqual([]);
      }
    },
  );

  test('does not mistake another line of commits for a newer one', async () => {
    const end = await run({
      pushes: [push(20_000, { sha: newerSha, kind: 'forced' })],
      inputs: { accept_newer_commit: 'true', wait_for_commit: '1m' },
    });
    expect(end.error?.code).toBe('commit_not_arrived');
    expect(end.error?.message).toContain(newerSha);
    expect(posts(end)).toEqual([]);
  });

  test('cancels a pipeline that GitLab ran on another commit', async () => {
    const scenario = oneProject({
      ci: valid(endlessScript),
      pushes: [push(20_000), push(Infinity, { sha: newerSha, kind: 'forced' })],
    });
    const end = await run({
      scenario,
      inputs: { accept_newer_commit: 'true' },
      onRequest: (line, { gitlab }) => {
        if (line.includes('/trigger/pipeline')) gitlab.bringPushes(42);
      },
    });
    expect(end.error?.code).toBe('wrong_commit');
    expect(end.statuses).toEqual(['canceled']);
  });

  test('accepts a pipeline on a commit that came after the expected one', async () => {
    const scenario = oneProject({ pushes: [push(20_000), push(Infinity, { sha: newerSha })] });
    const bring: RunStory['onRequest'] = (line, { gitlab }) => {
      if (line.includes('/trigger/pipeline')) gitlab.bringPushes(42);
    };
    const accepted = await run({ scenario, onRequest: bring, inputs: { accept_newer_commit: 'true' } });
    expect([accepted.exitCode, accepted.outputs.sha]).toEqual([0, newerSha]);
    const not = await run({ scenario, onRequest: bring });
    expect(not.error?.code).toBe('wrong_commit');
  });

  test('requires a token that may see the project', async () => {
    const end = await run({ inputs: { access_token: '' } });
    expect(end.error?.exitCode).toBe(3);
    expect(end.error?.message).toContain(
      'Nothing was started: cannot see which commit main of group/app is at',
    );
    expect([end.requests.length, posts(end)]).toEqual([1, []]);
  });

  test('requires none in a public project', async () => {
    const end = await run({
      project: { visibility: 'public' },
      pushes: [push(20_000)],
      inputs: { access_token: '' },
    });
    expect([end.exitCode, posts(end).length]).toEqual([0, 1]);
  });

  test('survives a temporary outage, and ends with a lasting one', async () => {
    const down = { kind: 'status', status: 503, work: 'not_done' } as const;
    const short = await run({
      pushes: [push(60_000)],
      faults: [{ when: { nth: 2, times: 3 }, fault: down }],
    });
    expect([short.exitCode, posts(short).length]).toEqual([0, 1]);
    expect(short.events.filter((event) => event.startsWith('warning: GitLab cannot be asked'))).toHaveLength(
      1,
    );
    const long = await run({
      inputs: { wait_for_commit: '1h' },
      faults: [{ when: { nth: 'every' }, fault: down }],
    });
    expect([long.error?.exitCode, posts(long)]).toEqual([4, []]);
    expect(long.tookMs).toBeLessThan(330_000);
  });

  test('starts nothing when it is stopped before', async () => {
    const end = await run({ pushes: [push(60_000)], meanwhile: { 20_000: ({ stop }) => stop() } });
    expect([end.error?.code, end.tookMs, end.requests.filter((line) => !line.startsWith('GET'))]).toEqual([
      'aborted',
      20_000,
      [],
    ]);
  });
});

describe('a start with sync_mirror', () => {
  const developerToken = 'glpat-dev-dev-dev-dev-dev1';

  async function sync(mirror: MirrorDescription | undefined, given: Given = {}): Promise<RunEnd> {
    const { inputs, project, ...rest } = given;
    const scenario = oneProject(
      { mirror, pushes: [push(Infinity)], ...project },
      {
        accessTokens: [
          { token: tokens.api, user: 'ada', scopes: ['api'] },
          { token: tokens.readApi, user: 'ada', scopes: ['read_api'] },
          { token: developerToken, user: 'dev', scopes: ['api'] },
        ],
      },
    );
    return await run({ scenario, inputs: { sync_mirror: 'true', ...inputs }, ...rest });
  }

  const pulls = ({ requests }: RunEnd): number =>
    requests.filter((line) => line.startsWith('POST') && line.endsWith('/mirror/pull')).length;

  test('requests one pull, and starts when the commit has arrived', async () => {
    const end = await sync({ pullTakesMs: 12_000 });
    expect([end.exitCode, end.outputs.sha, pulls(end), posts(end).length]).toEqual([0, newSha, 1, 1]);
    expect(linesOf(end)[0]).toBe('GitLab was asked to pull its mirror now');
    expect(end.tookMs).toBeLessThan(40_000);
  });

  test('requests nothing when the commit is there', async () => {
    const end = await sync({}, { inputs: { expected_sha: mainSha } });
    expect([end.exitCode, pulls(end)]).toEqual([0, 0]);
  });

  test('reports that GitLab delays the pull, because the last one was recent', async () => {
    const end = await sync({ lastUpdateAgoMs: 60_000 });
    expect([end.exitCode, pulls(end)]).toEqual([0, 1]);
    expect(linesOf(end)[0]).toMatch(
      /^GitLab was asked to pull its mirror, and will in about (?:3m59s|4m00s): /,
    );
    expect(end.tookMs).toBeGreaterThan(240_000);
  });

  test("ends as soon as the pull has failed, with GitLab's message", async () => {
    const lastError = '13:fetch remote: "fatal: could not read Username for https://github.example.com"';
    const end = await sync({ lastError });
    expect(end.error).toMatchObject({ code: 'mirror_failed', exitCode: 3 });
    expect(end.error?.message).toContain('could not read Username');
    expect([posts(end), end.tookMs < 30_000]).toEqual([[], true]);
  });

  test.each([
    {
      lastError: 'fatal: https://oauth2:ghp_hunter2hunter2@github.example.com/a.git not found',
      hidden: 'hunter2',
    },
    { lastError: 'fatal: https://me:p@ss-w0rd@github.example.com/a.git not found', hidden: 'w0rd' },
    { lastError: `fatal: wrong password ${tokens.readApi}`, hidden: tokens.readApi },
  ])('shows no password of the mirror: $hidden', async ({ lastError, hidden }) => {
    const end = await sync({ lastError });
    expect(end.error?.message).toContain('GitLab says: fatal: ');
    expect(end.error?.message).not.toContain(hidden);
  });

  test.each([
    {
      name: 'no mirror',
      mirror: undefined,
      token: tokens.api,
      code: 'mirror_refused',
      says: 'It has no pull mirror',
    },
    {
      name: 'a mirror on pause',
      mirror: { state: 'paused' } as const,
      token: tokens.api,
      code: 'mirror_refused',
      says: 'Update now',
    },
    {
      name: 'a developer',
      mirror: {},
      token: developerToken,
      code: 'mirror_refused',
      says: 'role Maintainer',
    },
    {
      name: 'a token that only reads',
      mirror: {},
      token: tokens.readApi,
      code: 'mirror_refused',
      says: 'scope api',
    },
  ])('is refused with $name, and starts nothing', async ({ mirror, token, code, says }) => {
    const end = await sync(mirror, { inputs: { access_token: token } });
    expect(end.error).toMatchObject({ code, exitCode: 3 });
    expect(end.error?.message).toContain(says);
    expect(end.error?.message).not.toContain(token);
    expect(posts(end)).toEqual([]);
  });

  test('is refused by a GitLab without pull mirrors', async () => {
    const end = await sync(
      {},
      {
        faults: [
          {
            when: { pathMatches: /mirror\/pull/, nth: 'every' },
            fault: { kind: 'status', status: 404, work: 'not_done', body: '{"message":"404 Not Found"}' },
          },
        ],
      },
    );
    expect(end.error).toMatchObject({ exitCode: 3 });
    expect(posts(end)).toEqual([]);
  });

  test('repeats the first request if it was lost', async () => {
    const end = await sync(
      {},
      {
        faults: [
          {
            when: { method: 'POST', pathMatches: /mirror\/pull/, nth: 1 },
            fault: { kind: 'status', status: 502, work: 'not_done' },
          },
        ],
      },
    );
    expect([end.exitCode, pulls(end), posts(end).length]).toEqual([0, 2, 1]);
  });
});
