import http from 'node:http';

import { afterEach, expect, test } from '@jest/globals';

import { namedScenario } from '../../src/simulator/named-scenarios.js';
import { type ServedSimulation, serveSimulation } from '../../src/simulator/serve/serve-simulation.js';
import { type HeldClock, heldClock } from '../support/held-clock.js';

const access = { 'private-token': 'glpat-00000000000000000000' };

let served: Awaited<ReturnType<typeof serveSimulation>> | undefined;

async function serve(
  clock: HeldClock,
  more: Partial<ServedSimulation> = {},
): Promise<NonNullable<typeof served>> {
  served = await serveSimulation({ scenario: namedScenario('success'), clock, ...more });
  return served;
}

afterEach(async () => {
  await served?.close();
  served = undefined;
});

/** The `web_url` of the project, asked for under any name of the server. */
async function ownAddress(port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: '/api/v4/projects/42', headers: { ...access, host } };
    http
      .get(options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve((JSON.parse(text) as { readonly web_url: string }).web_url));
      })
      .on('error', reject);
  });
}

async function start(url: string): Promise<number> {
  const body = new URLSearchParams({ ref: 'main', token: `glptt-${'0'.repeat(40)}` });
  return (await fetch(`${url}/api/v4/projects/42/trigger/pipeline`, { method: 'POST', body })).status;
}

test('the served simulation uses the requested address as its own', async () => {
  const { port } = await serve(heldClock());
  expect(await ownAddress(port, 'gitlab:8929')).toBe('http://gitlab:8929/group/app');
  expect(await ownAddress(port, `127.0.0.1:${port}`)).toBe(`http://127.0.0.1:${port}/group/app`);
});

test('the served simulation uses the given external URL', async () => {
  const { port } = await serve(heldClock(), { externalUrl: 'https://gitlab.example.com' });
  expect(await ownAddress(port, 'gitlab:8929')).toBe('https://gitlab.example.com/group/app');
});

test('the served simulation reports unsupported requests, without the query', async () => {
  const gaps: string[] = [];
  const { url } = await serve(heldClock(), { onGap: (gap) => gaps.push(gap) });
  await fetch(`${url}/api/v4/groups?private_token=hidden`);
  await fetch(`${url}/api/v4/projects/99`);
  await fetch(`${url}/-/health`);
  expect(gaps).toEqual(['GET /api/v4/groups']);
});

test('the served simulation keeps the newest requests only', async () => {
  const { url, requests } = await serve(heldClock(), { mostRequests: 3 });
  for (let number = 0; number < 5; number += 1) await (await fetch(`${url}/-/health?${number}`)).text();
  expect(requests.map(({ target }) => target)).toEqual(['/-/health?2', '/-/health?3', '/-/health?4']);
});

test('the served simulation lets time pass between requests, and stops with the server', async () => {
  const clock = heldClock();
  const { url, gitlab, close } = await serve(clock);
  expect(await start(url)).toBe(201);
  clock.pass(60_000);
  expect(clock.waiting).toHaveLength(1);
  clock.waiting.shift()?.();
  clock.pass(-60_000);
  expect(gitlab.pipelines()[0]?.status).toBe('success');
  expect(clock.waiting).toHaveLength(1);
  await close();
  expect(clock.waiting).toHaveLength(0);
});

test('the served simulation lets time pass faster', async () => {
  const clock = heldClock();
  const { url, gitlab } = await serve(clock, { speed: 60 });
  expect(await start(url)).toBe(201);
  clock.pass(1_000);
  expect(gitlab.pipelines()[0]).toMatchObject({ status: 'success', createdMs: Date.UTC(2026, 0, 1) });
});

test('the served simulation removes old pipelines that have ended, and none that still runs', async () => {
  const clock = heldClock();
  const { url, gitlab } = await serve(clock, { mostPipelines: 2 });
  const ids = (): readonly number[] => gitlab.pipelines().map(({ id }) => id);
  const body = new URLSearchParams({ ref: 'slow', token: `glptt-${'0'.repeat(40)}` });
  await (await fetch(`${url}/api/v4/projects/42/trigger/pipeline`, { method: 'POST', body })).text();
  for (let number = 0; number < 4; number += 1) expect(await start(url)).toBe(201);
  clock.waiting.shift()?.();
  expect(ids()).toEqual([257, 258, 259, 260, 261]);
  clock.pass(60_000);
  clock.waiting.shift()?.();
  expect(ids()).toEqual([257, 261]);
  clock.pass(600_000);
  expect(await start(url)).toBe(201);
  clock.waiting.shift()?.();
  expect(ids()).toEqual([261, 262]);
});
