import { afterEach, describe, expect, test } from '@jest/globals';

import { InputError } from '../../src/base/errors.js';
import {
  type SimulatorFault,
  type SimulatorOptions,
  type StartedGitLab,
  startGitLab,
} from '../../src/entries/simulator.js';

let gitlab: StartedGitLab | undefined;

afterEach(async () => {
  await gitlab?.stop();
  gitlab = undefined;
});

async function start(options?: SimulatorOptions): Promise<StartedGitLab> {
  gitlab = await startGitLab(options);
  return gitlab;
}

async function trigger({ url, triggerToken }: StartedGitLab, project: string, ref = 'main'): Promise<number> {
  const body = new URLSearchParams({ token: triggerToken, ref });
  const path = `/api/v4/projects/${encodeURIComponent(project)}/trigger/pipeline`;
  return (await fetch(`${url}${path}`, { method: 'POST', body })).status;
}

async function newest({ url, accessToken }: StartedGitLab): Promise<unknown> {
  const headers = { 'private-token': accessToken };
  return await (await fetch(`${url}/api/v4/projects/42/pipelines/latest?ref=slow`, { headers })).json();
}

const file = `
users: { eve: {} }
projects:
  team/shop:
    id: 7
    members: { eve: maintainer }
    trigger_tokens: [{ token: eve-trigger, owner: eve }]
    refs: { main: {} }
`;

const asObject = {
  users: { eve: {} },
  projects: {
    'team/shop': {
      id: 7,
      members: { eve: 'maintainer' },
      trigger_tokens: [{ token: 'eve-trigger', owner: 'eve' }],
      refs: { main: {} },
    },
  },
};

describe('the function startGitLab', () => {
  test('serves the scenario success by default, and records requests', async () => {
    const started = await start();
    expect(await trigger(started, '42')).toBe(201);
    expect(started.requests()).toMatchObject([
      { method: 'POST', parameters: { ref: 'main', token: '[masked]' } },
    ]);
    started.reset();
    expect(started.requests()).toEqual([]);
  });

  test('lets time jump, stop and run faster', async () => {
    const started = await start({ scenario: 'success', speed: 0 });
    await trigger(started, '42', 'slow');
    expect(await newest(started)).toMatchObject({ status: 'created' });
    started.advance('9m');
    expect(await newest(started)).toMatchObject({ status: 'running' });
    started.advance('2m');
    expect(await newest(started)).toMatchObject({ status: 'success' });
  });

  test('adds faults, and removes them', async () => {
    const started = await start();
    started.addFault({ fault: 'status', status: 502, method: 'POST' });
    expect(await trigger(started, '42')).toBe(502);
    started.clearFaults();
    expect(await trigger(started, '42')).toBe(201);
  });

  test.each([
    { name: 'the text of a file', scenario: file },
    { name: 'an object', scenario: asObject },
  ])('serves the scenario $name', async ({ scenario }) => {
    const started = await start({ scenario });
    expect([started.triggerToken, started.accessToken]).toEqual(['eve-trigger', '']);
    expect(await trigger(started, 'team/shop')).toBe(201);
  });

  test('stops listening when it is stopped', async () => {
    const started = await start();
    await started.stop();
    gitlab = undefined;
    await expect(trigger(started, '42')).rejects.toThrow('fetch failed');
  });

  test.each([
    {
      scenario: file.replace('id: 7', 'idd: 7'),
      says: '5:5: unknown key idd in projects.team/shop: did you mean id?',
    },
    { scenario: 'succes', says: 'by name there are success' },
    { scenario: {}, says: 'has no users' },
  ])('refuses a scenario that cannot be played: $says', async ({ scenario, says }) => {
    const refused = startGitLab({ scenario });
    await expect(refused).rejects.toBeInstanceOf(InputError);
    await expect(refused).rejects.toThrow(says);
  });

  test('refuses faults and spans that it cannot read', async () => {
    const started = await start();
    expect(() => started.addFault({ fault: 'htm' } as unknown as SimulatorFault)).toThrow(
      'accepted are refuse',
    );
    for (const span of ['', 'soon', '-1s']) expect(() => started.advance(span)).toThrow('1h30m');
  });

  test.each([-1, 1001, Number.NaN, Infinity])('refuses the speed %d', async (speed) => {
    const started = await start();
    expect(() => started.setSpeed(speed)).toThrow('from 0 to 1000');
    await expect(startGitLab({ speed })).rejects.toThrow('from 0 to 1000');
  });
});
