import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { codeBlocksOf } from '../contract/support/markdown-parts.js';
import { endlessScript, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { packageName } from '../support/package-name.js';
import { withSimulator } from './support/with-simulator.js';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'gitlab-trigger-package-'));
const home = join(folder, 'home');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const npmEnvironment = {
  PATH: process.env.PATH ?? '',
  HOME: home,
  npm_config_cache: join(folder, 'cache'),
  npm_config_offline: 'true',
  npm_config_update_notifier: 'false',
};

async function run(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly exitCode: number; readonly stdout: string; readonly stderr: string }> {
  try {
    const env = { ...npmEnvironment, ...environment };
    const { stdout, stderr } = await promisify(execFile)(program, words, { cwd: folder, env });
    return { exitCode: 0, stdout, stderr };
  } catch (error) {
    return error as { exitCode: number; stdout: string; stderr: string };
  }
}

let archive = '';
beforeAll(async () => {
  mkdirSync(home, { recursive: true });
  archive = execFileSync(process.execPath, [join(root, 'scripts', 'pack.js'), folder], {
    encoding: 'utf8',
  }).trim();
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const installed = await run('npm', ['install', '--no-audit', '--no-fund', archive]);
  expect(installed.stderr).toBe('');
}, 60_000);

describe('the packed package', () => {
  test('holds what runs and what describes it, and nothing else', () => {
    const list = execFileSync('tar', ['-tzf', archive], { encoding: 'utf8' }).trimEnd().split('\n');
    const foreign = list.filter(
      (path) =>
        !/^package\/(?:dist\/(?:chunks\/)?[\w.-]+\.(?:js|json|txt|wasm)|dist\/types\/[\w/-]+\.d\.ts|package\.json|README\.md|CHANGELOG\.md|LICENSE|action\.yml)$/.test(
          path,
        ),
    );
    expect(foreign).toEqual([]);
    expect(readFileSync(archive).length).toBeLessThan(1_500_000);
  });

  test('describes itself correctly: no dependencies, no scripts, nothing private', () => {
    const path = join(folder, 'node_modules', packageName, 'package.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    expect(manifest).toMatchObject({ name: packageName, bin: { 'gitlab-trigger': 'dist/cli.js' } });
    const unwanted = ['dependencies', 'devDependencies', 'overrides', 'scripts', 'private'];
    expect(unwanted.filter((name) => name in manifest)).toEqual([]);
  });

  test('runs with npx in an otherwise empty folder', async () => {
    const demo = await run('npx', ['--no', packageName, 'demo']);
    expect([demo.exitCode, demo.stderr]).toEqual([0, '']);
    expect(demo.stdout).toContain('Pipeline 257 failed');
  }, 60_000);

  test('has its program where npm puts those', async () => {
    const { stdout } = await run(join(folder, 'node_modules', '.bin', 'gitlab-trigger'), ['--version']);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

const examples = codeBlocksOf(readFileSync(join(root, 'docs', 'library.md'), 'utf8'), 'js').map(
  ({ text }) => text,
);

/** Of everything that the types of the simulator are about. */
const useOfTheSimulator = `import { startGitLab, type SeenRequest } from '${packageName}/simulator';
const gitlab = await startGitLab({ scenario: { users: {}, projects: {} }, speed: 0 });
gitlab.addFault({ fault: 'rate_limited', method: 'POST', retry_after: '2s' });
gitlab.advance('10m');
export const seen: readonly SeenRequest[] = gitlab.requests();
await gitlab.stop();
`;

describe('docs/library.md', () => {
  test.each([
    { index: 0, script: quickScript('failed'), started: false, want: 'started 257\nended as failed\n' },
    { index: 1, script: quickScript('success'), started: true, want: /unit: success\npipeline: success\n$/ },
    { index: 2, script: endlessScript, started: true, want: 'canceled\nunauthorized\n' },
  ])('has examples that do what they say: $index', async ({ index, script, started, want }) => {
    const scenario = oneProject({ ci: valid(script) });
    await withSimulator({ scenario }, async ({ url }) => {
      if (started) {
        await fetch(`${url}/api/v4/projects/42/trigger/pipeline`, {
          method: 'POST',
          body: new URLSearchParams({ token: tokens.trigger, ref: 'main' }),
        });
      }
      const file = join(folder, `example-${index}.mjs`);
      writeFileSync(file, examples[index] ?? 'throw new Error("missing")');
      const { stdout, stderr } = await run(process.execPath, [file], {
        GITLAB_URL: url,
        GITLAB_TRIGGER_TOKEN: tokens.trigger,
        GITLAB_API_TOKEN: tokens.api,
      });
      expect(stderr).toBe('');
      if (typeof want === 'string') expect(stdout).toBe(want);
      else expect(stdout).toMatch(want);
    });
  });

  test('has three examples', () => {
    expect(examples.length).toBe(3);
  });

  test('has examples that a strict compiler takes, as it does the simulator, with our types checked too', async () => {
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    examples.forEach((text, index) => writeFileSync(join(folder, `example-${index}.mts`), text));
    // Nobody need have more than the types of Node; without them there are those of the browser.
    mkdirSync(join(folder, 'node_modules', '@types'), { recursive: true });
    for (const name of ['@types/node', 'undici-types']) {
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    }
    writeFileSync(join(folder, 'bare.mts'), `export * from '${packageName}';\n`);
    writeFileSync(join(folder, 'simulator.mts'), useOfTheSimulator);
    const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022'];
    const [bare, full] = await Promise.all([
      run(process.execPath, [compiler, ...options, 'bare.mts', 'simulator.mts']),
      run(process.execPath, [
        compiler,
        ...options,
        ...['--exactOptionalPropertyTypes', '--lib', 'es2023', '--types', 'node'],
        ...examples.map((_, index) => `example-${index}.mts`),
      ]),
    ]);
    expect([bare.stdout, full.stdout]).toEqual(['', '']);
  }, 60_000);
});

describe('docs/simulate.md', () => {
  const [example] = codeBlocksOf(readFileSync(join(root, 'docs', 'simulate.md'), 'utf8'), 'js');

  test('has a test for Jest that passes with the package', async () => {
    const place = join(folder, 'jest');
    mkdirSync(place);
    mkdirSync(join(place, 'node_modules'));
    symlinkSync(join(root, 'node_modules', '@jest'), join(place, 'node_modules', '@jest'));
    writeFileSync(join(place, 'package.json'), '{ "type": "module", "jest": { "transform": {} } }\n');
    writeFileSync(join(place, 'starts.test.js'), example?.text ?? 'throw new Error("missing")');
    const { stdout, stderr } = await run(process.execPath, [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
      ...['--rootDir', place],
    ]);
    expect([stdout, stderr]).toEqual(['', expect.stringContaining('Tests:       1 passed, 1 total')]);
  }, 60_000);
});
