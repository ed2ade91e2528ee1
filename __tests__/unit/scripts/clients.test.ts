import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { tableOf, tryClient } from '../../../scripts/clients/run.js';
import { readScenario } from '../../../src/simulator/scenario-file/read-scenario.js';

const root = join(import.meta.dirname, '..', '..', '..');

function client(faults: readonly (readonly string[])[], why?: string): Parameters<typeof tryClient>[0] {
  return {
    name: 'glab',
    version: '1',
    missing: () => Promise.resolve(why),
    run: () => Promise.resolve(faults.map((each, index) => ({ what: `call ${index}`, faults: each }))),
  };
}

function gitlab(gaps: readonly string[] = []): Parameters<typeof tryClient>[1] {
  return {
    url: 'http://127.0.0.1:1',
    reset: () => Promise.resolve(),
    calls: () => Promise.resolve(7),
    gaps: () => gaps,
    stop: () => Promise.resolve(),
  };
}

describe('the script that runs clients', () => {
  test.each([
    { name: 'passes with all calls', give: client([[], []]), result: 'passed', isRed: false, said: [] },
    {
      name: 'fails with one of them, and says which',
      give: client([[], ['gave 404']]),
      result: '1 failed, 0 not simulated',
      isRed: true,
      said: ['glab: call 1: gave 404'],
    },
    {
      name: 'fails where a client asks for what is not simulated, though all calls pass',
      give: client([[]]),
      gaps: ['not simulated: GET /api/v4/groups'],
      result: '0 failed, 1 not simulated',
      isRed: true,
      said: ['glab: not simulated: GET /api/v4/groups'],
    },
    {
      name: 'fails where nothing was called',
      give: client([]),
      result: '0 failed, 0 not simulated',
      isRed: true,
      said: [],
    },
    {
      name: 'says what is missing, and is not red for it',
      give: client([['never called']], 'pip install failed: no index'),
      result: 'missing: pip install failed: no index',
      isRed: false,
      said: [],
    },
  ])('$name', async ({ give, gaps, result, isRed, said }) => {
    const lines: string[] = [];
    const row = await tryClient(give, gitlab(gaps), (line) => lines.push(line));
    expect([row.result, row.isRed, lines]).toEqual([result, isRed, said]);
  });

  test('shows a table', () => {
    const row = { client: 'glab', version: '1.2', calls: '5', requests: '9', result: 'passed' };
    expect(tableOf([row])).toBe(
      [
        '| Client | Version | Calls | Requests | Result |',
        '| ------ | ------- | ----- | -------- | ------ |',
        '| glab   | 1.2     | 5     | 9        | passed |',
      ].join('\n'),
    );
  });

  test('accepts a valid scenario', () => {
    const text = readFileSync(join(root, 'scripts', 'clients', 'scenario.yml'), 'utf8');
    expect(readScenario(text)).toMatchObject({ kind: 'read' });
  });

  test('names the versions that it installs', () => {
    const read = (path: string): string => readFileSync(join(root, path), 'utf8');
    const manifest = JSON.parse(read('package.json')) as {
      readonly devDependencies: Readonly<Record<string, string>>;
    };
    const versionIn = (path: string): string | undefined =>
      /version(?: =|:) '([\d.]+)'/.exec(read(path))?.[1];
    expect(versionIn('scripts/clients/gitbeaker.js')).toBe(manifest.devDependencies['@gitbeaker/rest']);
    expect(read('scripts/clients/go/go.mod')).toContain(
      `client-go v${versionIn('scripts/clients/client-go.js') ?? ''}\n`,
    );
  });
});
