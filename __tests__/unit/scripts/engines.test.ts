import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { stepOf } from '../../../scripts/engines/azure-task.js';
import { startBuildkite } from '../../../scripts/engines/buildkite-api.js';
import { call, stored } from '../../../scripts/engines/engine.js';
import { checksIn } from '../../../scripts/engines/gitlab-ci-local.js';
import { resourcesOf } from '../../../scripts/engines/kubernetes.js';
import { withOwnProgram } from '../../../scripts/engines/own-program.js';
import { engines, tryEngine } from '../../../scripts/engines/run.js';
import { keptTable, tableOf } from '../../../scripts/engines/table.js';
import { actions, workflows, workflowsOn } from '../../../scripts/engines/workflows.js';
import { faultsIn } from '../../../scripts/engines/zizmor.js';

const root = join(import.meta.dirname, '..', '..', '..');

function engine(faults: readonly (readonly string[])[], why?: string): Parameters<typeof tryEngine>[0] {
  return {
    name: 'act',
    version: '1',
    missing: () => Promise.resolve(why),
    run: () => Promise.resolve(faults.map((each, index) => ({ what: `check ${index}`, faults: each }))),
  };
}

describe('the script that runs real engines', () => {
  test.each([
    {
      name: 'passes with all checks',
      give: engine([[], []]),
      result: /^passed \(\d+ s\)$/,
      isRed: false,
      said: [],
    },
    {
      name: 'fails with one of them, and says which',
      give: engine([[], ['lacks x', 'has y']]),
      result: /^1 failed$/,
      isRed: true,
      said: ['act: check 1: lacks x', 'act: check 1: has y'],
    },
    { name: 'fails where nothing was asked', give: engine([]), result: /^0 failed$/, isRed: true, said: [] },
    {
      name: 'says what is missing',
      give: engine([['never asked']], 'needs Go'),
      result: /^missing: needs Go$/,
      isRed: false,
      said: [],
    },
  ])('$name', async ({ give, result, isRed, said }) => {
    const lines: string[] = [];
    const row = await tryEngine(give, (line) => lines.push(line));
    expect(row.result).toMatch(result);
    expect([row.isRed, lines]).toEqual([isRed, said]);
  });

  test('fails with an engine that breaks, and says how', async () => {
    const lines: string[] = [];
    const broken = { ...engine([]), run: () => Promise.reject(new Error('spawn ENOENT')) };
    const row = await tryEngine(broken, (line) => lines.push(line));
    expect([row.result, row.isRed, lines]).toEqual(['1 failed', true, ['act: the run: spawn ENOENT']]);
  });

  test.each([
    { left: 0, asked: [] },
    { left: -1, asked: [] },
    { left: 5_000, asked: [5_000] },
  ])('does not fail for an engine that has $left ms and takes 5,000 to fetch', async ({ left, asked }) => {
    const limits: number[] = [];
    let now = 0;
    const missing = (limitMs: number): Promise<undefined> => {
      limits.push(limitMs);
      now += 5_000;
      return Promise.resolve(undefined);
    };
    const row = await tryEngine(
      { ...engine([['x']]), missing },
      () => undefined,
      left,
      () => now,
    );
    expect([row.result, row.isRed, limits]).toEqual(['missing: no time is left', false, asked]);
  });

  test('shows a table', () => {
    const row = { engine: 'act', version: '0.2.89', checks: '5', result: 'passed (9 s)' };
    expect(tableOf([row])).toBe(
      [
        '| Engine | Version | Checks | Result       |',
        '| ------ | ------- | ------ | ------------ |',
        '| act    | 0.2.89  | 5      | passed (9 s) |',
      ].join('\n'),
    );
  });
});

describe('the list of workflows for engines', () => {
  test('has every workflow in a file and in the documentation, and every action', () => {
    const names = workflows().map(({ name }) => name);
    for (const file of ['.github/workflows/ci.yml', 'examples/release.yml', 'ci/gitea/deploy.yml'])
      expect(names).toContain(file);
    expect(names.filter((name) => name.startsWith('docs/recipes.md:')).length).toBeGreaterThan(5);
    expect(actions().length).toBe(5);
  });

  test('completes the parts that a page shows, and omits those of another CI', () => {
    const fenced = (yaml: string): string => `# A page\n\n\`\`\`yaml\n${yaml}\`\`\`\n`;
    const texts = (yaml: string): readonly string[] =>
      workflowsOn({ name: 'page.md', text: fenced(yaml) }).map(({ text }) => text);
    const job = 'jobs:\n  a:\n    runs-on: x\n';
    expect(texts(`on: push\n${job}`)).toEqual([`on: push\n${job}`]);
    expect(texts(job)).toEqual([`on: push\n${job}`]);
    expect(texts('- run: echo "${{ steps.gitlab.outputs.ref }}"\n')[0]?.split('\n').slice(4, 7)).toEqual([
      '    steps:',
      '      - id: gitlab',
      '        uses: OWNER/gitlab-trigger@v1',
    ]);
    for (const other of ['jobs:\n  a:\n    docker: x\n', 'steps:\n  - script: x\n', 'a: [\n', '- 1\n'])
      expect(texts(other)).toEqual([]);
    expect(workflowsOn({ name: 'page.md', text: fenced(job) }).map(({ name }) => name)).toEqual([
      'page.md:4',
    ]);
  });
});

describe('what Kubernetes reads', () => {
  test.each([
    { group: 'tekton.dev', folder: 'tekton' },
    { group: 'argoproj.io', folder: 'argo-workflows' },
  ])('is each file and each block of $group', ({ group, folder }) => {
    const names = resourcesOf(group, folder).map(({ name }) => name.replace(/:\d+$/, ''));
    const files = readdirSync(join(root, 'ci', folder)).map((name) => join('ci', folder, name));
    expect(names).toEqual([...files, join('docs', 'hosts', `${folder}.md`)]);
  });
});

describe('the files of ci/ that it starts', () => {
  const launch = readFileSync(join(root, 'scripts', 'launch.sh'), 'utf8').trimEnd();

  test.each(['buildkite/hooks/command', 'jenkins/vars/gitlabTrigger.groovy', 'tekton/task.yml'])(
    'start the program of this folder, and are otherwise what they are: %s',
    (file) => {
      const text = readFileSync(join(root, 'ci', file), 'utf8');
      const own = withOwnProgram(text);
      const [, indent = '', program = ''] = /^( *)(set -- '[^']+' '[^']+cli\.js')$/m.exec(own) ?? [];
      const indented = launch.split('\n').map((line) => `${indent}${line}`);
      expect(own.replace(`${indent}${program}`, () => indented.join('\n'))).toBe(text);
    },
  );

  test('are refused when they start it by something else', () => {
    const other = launch.replace('--ignore-scripts ', '');
    expect(() => withOwnProgram(other)).toThrow('scripts/launch.sh');
    expect(() => withOwnProgram('exec npx x')).toThrow('scripts/launch.sh');
  });
});

describe("Buildkite's API in miniature", () => {
  test('hands out one job at a time, keeps what is said of it, and knows no other', async () => {
    const { endpoint, metaData, run, end, close } = await startBuildkite();
    try {
      const ask = async (method: string, place: string, body?: string | Buffer): Promise<unknown> => {
        const answer = await fetch(`${endpoint}${place}`, { method, body: body ?? null });
        return answer.ok ? await answer.json() : answer.status;
      };
      const ended = run({ A: '1' }, (job) => job.cancel());
      expect(await ask('GET', '/ping')).toMatchObject({
        job: { id: 'job-1', env: { A: '1', BUILDKITE_JOB_ID: 'job-1' } },
      });
      await ask('PUT', '/jobs/job-1/accept');
      expect(await ask('GET', '/ping')).toEqual({});
      await ask('PUT', '/jobs/job-1/start', '{}');
      await ask('POST', '/jobs/job-1/chunks?sequence=1', gzipSync('a\n'));
      expect(await ask('GET', '/jobs/job-1')).toEqual({ state: 'canceled' });
      await ask('POST', '/jobs/job-1/data/set', '{"key":"k","value":"v"}');
      expect(await ask('POST', '/jobs/job-1/data/get', '{"key":"k"}')).toEqual({ key: 'k', value: 'v' });
      expect(await ask('POST', '/jobs/job-1/data/get', '{"key":"other"}')).toBe(404);
      expect(await ask('PUT', '/jobs/job-2/accept')).toBe(404);
      await ask('PUT', '/jobs/job-1/finish', '{"exit_status":"3"}');
      expect(await ended).toMatchObject({ log: 'a\n', exitStatus: '3', annotations: [] });
      expect([...metaData]).toEqual([['k', 'v']]);
      end();
      expect(await ask('GET', '/ping')).toEqual({ action: 'disconnect' });
    } finally {
      close();
    }
  });
});

describe('a fetched engine', () => {
  async function withStore(use: (place: string) => Promise<void>): Promise<void> {
    const place = mkdtempSync(join(tmpdir(), 'gitlab-trigger-store-'));
    try {
      await use(place);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  }

  test('has its name when it is complete, and is not fetched again', async () => {
    await withStore(async (place) => {
      let fetched = 0;
      const fill = (folder: string): Promise<{ what: string; exitCode: number; output: string }> => {
        fetched += 1;
        writeFileSync(join(folder, 'program'), '');
        return Promise.resolve({ what: 'go install', exitCode: 0, output: '' });
      };
      const first = await stored('a-1', fill, place);
      expect([first.why, existsSync(join(first.folder, 'program'))]).toEqual([undefined, true]);
      expect([await stored('a-1', fill, place), fetched]).toEqual([first, 1]);
      expect(readdirSync(place)).toEqual(['a-1']);
    });
  });

  test.each([
    { output: 'a\nno | network\n', why: 'go install failed: no   network' },
    { output: '', why: 'go install failed: it said nothing' },
    { output: 'x'.repeat(100), why: `go install failed: ${'x'.repeat(80)}` },
  ])('leaves nothing behind when it cannot be fetched: $why', async ({ output, why }) => {
    await withStore(async (place) => {
      const fill = (folder: string): Promise<{ what: string; exitCode: number; output: string }> => {
        writeFileSync(join(folder, 'half'), '');
        return Promise.resolve({ what: 'go install', exitCode: 1, output });
      };
      expect((await stored('a-1', fill, place)).why).toBe(why);
      expect(readdirSync(place)).toEqual([]);
    });
  });

  test('is given up when its time is over', async () => {
    const words = ['-e', 'setInterval(() => undefined, 1_000)'];
    expect(await call(process.execPath, words, { timeout: 1 })).toEqual({
      exitCode: 1,
      output: 'no end after 1 ms',
    });
  });
});

describe('the result of an engine', () => {
  test('from zizmor: whatever is above "help"', () => {
    const finding = (severity: string): object => ({
      ident: 'a',
      desc: 'b',
      determinations: { severity, confidence: 'High' },
    });
    expect(faultsIn(JSON.stringify(['Informational', 'Help', 'Low', 'High'].map(finding)))).toEqual([
      'a (Low): b',
      'a (High): b',
    ]);
  });

  test('from Jest: each test that ran, and an unreadable file', () => {
    const told = (fullName: string, status: string): object => ({ fullName, status, failureMessages: [] });
    const assertionResults = [told('a', 'passed'), told('b', 'failed'), told('c', 'pending')];
    const results = { testResults: [{ assertionResults }, { assertionResults: [], message: 'no module' }] };
    expect(checksIn(JSON.stringify(results)).map(({ faults }) => faults)).toEqual([
      [],
      ['failed'],
      ['no module'],
    ]);
  });

  test('from Azure: the step is that of the template, with the values and the program of this folder', () => {
    const template = readFileSync(join(root, 'ci', 'azure-pipelines', 'gitlab-trigger.yml'), 'utf8');
    const { script, environment } = stepOf(template, { ref: 'main', wait: 'true' });
    expect(script).toMatch(/^takes='[\s\S]*\nset -- '[^']+' '[^']+cli\.js'\nexec "\$@" run$/);
    expect(environment).toMatchObject({
      GITLAB_TRIGGER_REF: 'main',
      GITLAB_TRIGGER_TIMEOUT: '1h',
      GITLAB_TRIGGER_WAIT: 'true',
    });
    expect(() => stepOf(template.replaceAll('mktemp', 'mkdir'), {})).toThrow('scripts/launch.sh');
  });
});

describe('the table of engines in docs/hosts/README.md', () => {
  const page = readFileSync(join(root, 'docs', 'hosts', 'README.md'), 'utf8');
  const [, kept = ''] = /<!-- engines:start -->\n\n([\s\S]*?)\n\n<!-- engines:end -->/.exec(page) ?? [];

  test('has every engine in the version that it runs, and a date', () => {
    const rows = kept
      .split('\n')
      .slice(4)
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    expect(rows.map(([name, version]) => [name, version])).toEqual(
      engines.map(({ name, version }) => [name, version]),
    );
    for (const [, , checks, result] of rows) {
      expect(`${checks}: ${result}`).toMatch(/^(?:[1-9]\d*: passed \(\d+ s\)|-: missing: .+)$/);
    }
    const [, date = ''] = /^On (\d{4}-\d\d-\d\d):$/m.exec(kept) ?? [];
    expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
  });

  test('is written as it is printed', () => {
    const row = { engine: 'act', version: '1', checks: '5', result: 'passed (9 s)' };
    const date = new Date('2026-11-30T23:59:59.000Z');
    expect(keptTable([row], date)).toBe(`On 2026-11-30:\n\n${tableOf([row])}`);
  });
});
