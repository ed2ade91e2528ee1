import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { isAlive } from '../../src/hosts/background.js';
import { codeBlocksOf } from '../contract/support/markdown-parts.js';
import { stepsIn } from '../contract/support/workflow-steps.js';
import { runAction, runPost } from './support/run-action.js';
import { until } from './support/with-simulator.js';

/** The server goes on when the process of its step has ended. */
const nodePath = process.execPath;
const secret = 'a-secret-of-the-job';
/** A server of a broken test is gone soon, too. */
const bounded = { stop_after: '2m' };

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gitlab-trigger-simulate-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function savedIn(state: Readonly<Record<string, string>>): { readonly pid: number; readonly folder: string } {
  return JSON.parse(state.server ?? '{}') as { readonly pid: number; readonly folder: string };
}

async function statusAt(address: string): Promise<number | string> {
  return await fetch(address).then(
    ({ status }) => status,
    () => 'nobody',
  );
}

/** What the steps of the workflow in docs/simulate.md are given. */
const pageSteps = codeBlocksOf(
  readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'simulate.md'), 'utf8'),
  'yaml',
)
  .map(({ text }) => stepsIn(parse(text, { merge: true })))
  .find((steps) => steps.some(({ uses }) => uses?.endsWith('/simulate@v1')));

function givenTo(step: number, outputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const given = Object.entries(pageSteps?.[step]?.with ?? {});
  const read = (_: string, name: string): string => outputs[name] ?? '';
  return Object.fromEntries(
    given.map(([name, value]) => [
      name,
      String(value).replace(/^\$\{\{ steps\.gitlab\.outputs\.(\w+) \}\}$/, read),
    ]),
  );
}

test('serves a GitLab to the steps behind it, as the page has it, which the post step stops', async () => {
  const action = {
    nodePath,
    folder: 'simulate',
    workDir: folder,
    with: { ...givenTo(0, {}), ...bounded },
    environment: { JOB_SECRET: secret },
  };
  const main = await runAction(action);
  const run = await runAction({ with: givenTo(1, main.outputs) });
  expect([run.exitCode, run.outputs.outcome, run.outputs.pipeline_id]).toEqual([0, 'success', '257']);

  const { pid, folder: place } = savedIn(main.state);
  const { url = '', token = '', access_token: accessToken = '' } = main.outputs;
  expect([main.exitCode, main.conclusion, main.annotations, main.masked]).toEqual([0, 'success', [], []]);
  expect(main.outputs).toMatchObject({ token: /^glptt-/, access_token: /^glpat-/, ca_file: '' });
  expect(main.shownLines.join('\n')).toContain(`A simulated GitLab listens on ${url}`);

  // The process of the step has ended, and this one goes on.
  const body = new URLSearchParams({ token, ref: 'main' });
  const started = await fetch(`${url}/api/v4/projects/42/trigger/pipeline`, { method: 'POST', body });
  const headers = { 'private-token': accessToken };
  expect([started.status, (await fetch(`${url}/api/v4/user`, { headers })).status]).toEqual([201, 200]);
  expect([await statusAt(`${url}/api/v4/groups`), isAlive(pid)]).toEqual([404, true]);
  if (process.platform === 'linux') {
    expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toMatch(/JOB_SECRET|GITHUB_|INPUT_/);
  }

  const post = await runPost(action, main);
  expect([post.exitCode, post.conclusion, await statusAt(url)]).toEqual([0, 'success', 'nobody']);
  expect(post.annotations.map(({ kind, message }) => [kind, message])).toEqual([
    ['warning', 'not simulated: GET /api/v4/groups'],
  ]);
  expect([existsSync(place), isAlive(pid)]).toEqual([false, false]);
});

test('plays a file of the workspace over HTTPS, and fails with what is wrong with one', async () => {
  const file = join(folder, 'gitlab.yml');
  const project =
    '  team/shop:\n    id: 7\n    trigger_tokens: [{ token: abc, owner: eve }]\n    refs: { main: {} }\n';
  writeFileSync(file, `users: { eve: {} }\nprojects:\n${project}`);
  const action = {
    nodePath,
    folder: 'simulate',
    workDir: folder,
    with: { scenario: file, tls: 'true', ...bounded },
  };
  const main = await runAction(action);
  const { url = '', token, ca_file: caFile = '' } = main.outputs;
  expect([main.exitCode, token, dirname(caFile)]).toEqual([0, 'abc', savedIn(main.state).folder]);
  const ca = readFileSync(caFile, 'utf8');
  const status = await new Promise((resolve, reject) => {
    get(`${url}/-/health`, { ca, agent: false }, (response) => resolve(response.resume().statusCode)).on(
      'error',
      reject,
    );
  });
  expect(status).toBe(200);
  const post = await runPost(action, main);
  expect([post.exitCode, post.annotations, isAlive(savedIn(main.state).pid)]).toEqual([0, [], false]);

  writeFileSync(file, `users: { eve: {} }\nprojects:\n${project.replace('refs', 'reffs')}`);
  const wrong = await runAction(action);
  expect([wrong.exitCode, wrong.outputs]).toEqual([2, {}]);
  const message = wrong.annotations.map((each) => each.message).join('\n');
  expect(message).toContain('gitlab.yml:6:5: unknown key reffs in projects.team/shop: did you mean refs?');
  expect(message).toMatch(/^The simulated GitLab did not start \(exit code 2\) \[invalid_input\]\nWhy: /);
  const after = await runPost(action, wrong);
  expect([after.exitCode, after.annotations]).toEqual([0, []]);
});

test('ends when the folder for temporary files is emptied, as a runner does that was cut off', async () => {
  // Such a folder goes with the step here.
  const { state } = await runAction({ nodePath, folder: 'simulate', with: bounded });
  await until(() => !isAlive(savedIn(state).pid));
});

test('says every input that is wrong before anything is started, and has nothing to stop then', async () => {
  const action = { folder: 'simulate', with: { port: '70000', speed: 'fast', stop_after: '8d' } };
  const main = await runAction(action);
  expect([main.exitCode, main.outputs, main.state]).toEqual([2, {}, {}]);
  expect(main.annotations.map(({ message }) => message).join('\n')).toMatch(
    /port[\s\S]*speed[\s\S]*stop_after/,
  );
});
