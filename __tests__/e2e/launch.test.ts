import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync } from 'node:fs';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect } from '@jest/globals';

import { pack } from '../../scripts/pack.js';
import { version } from '../../src/cli/commands.js';
import { endlessScript, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { packageName } from '../support/package-name.js';
import { shellWrappers } from '../support/wrappers/all-wrappers.js';
import type { Environment } from '../support/wrappers/wrapper.js';
import { furtherWays, lay, layAll, ways } from './support/hostile-checkout.js';
import { type Site, named, withSite as withSiteOf } from './support/launch-site.js';
import { type RunningShell, programsOf, runShell, startShell } from './support/run-wrapper.js';
import { type Registry, packFake, startRegistry, writeTexts } from './support/start-registry.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { until, withSimulator } from './support/with-simulator.js';

/** The files of `ci/` by the real npm, which asks a registry on loopback. */
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gitlab-trigger-launch-')));
const poisonedCache = join(folder, 'poisoned-cache');
let real = '';
let ours: Registry;
let theirs: Registry;

/** What their package does; it knows by its place which checkout brought it. */
const theirCode = `import { writeFileSync } from 'node:fs';
writeFileSync(process.cwd() + '/../marks/package', 'token: ' + process.env.GITLAB_TRIGGER_TOKEN);
`;

beforeAll(async () => {
  await mkdir(join(folder, 'real'));
  real = pack(join(folder, 'real'));
  const fake = packFake(join(folder, 'fake'), {
    cli: theirCode,
    scripts: { preinstall: 'echo "token: $GITLAB_TRIGGER_TOKEN" > "$INIT_CWD/../marks/hook"' },
  });
  [ours, theirs] = await Promise.all([startRegistry(fake), startRegistry(fake)]);
  const options = [
    '--prefix',
    join(folder, 'primed'),
    '--cache',
    poisonedCache,
    '--registry',
    ours.url,
    '--ignore-scripts',
  ];
  await mkdir(join(folder, 'primed'));
  await promisify(execFile)('npm', ['install', ...options, `${packageName}@${version}`], { cwd: folder });
  ours.serve(real);
}, 60_000);
afterAll(async () => {
  await Promise.all([ours.close(), theirs.close()]);
  await rm(folder, { recursive: true, force: true });
});

async function withSite<T>(host: string, url: string, work: (site: Site) => Promise<T>): Promise<T> {
  return await withSiteOf({ ours, theirs, poisonedCache }, host, url, work);
}

describe('a checkout with malicious files', () => {
  const test = testsAtOnce();

  /** All but the image, whose files are in it. */
  for (const wrapper of shellWrappers.filter(({ variant }) => variant === undefined)) {
    test(`${wrapper.host} runs nothing of it, whatever it contains`, async () => {
      const scenario = oneProject({ ci: valid(quickScript('success')) });
      await withSimulator({ scenario }, async ({ url, gitlab }) => {
        await withSite(wrapper.host, url, async ({ project, target, environment, traces }) => {
          const hostile = { ...environment, ...layAll(target) };
          const step = wrapper.trigger(project);
          const { exitCode, output } = await runShell(step, project, {
            ...wrapper.icons(project),
            ...hostile,
          });
          expect([exitCode, output]).toEqual([0, expect.stringContaining('Pipeline 257 passed')]);
          expect(gitlab.pipelines().length).toBe(1);
          expect(traces()).toEqual([]);
        });
      });
    });
  }

  for (const { way, couldBefore } of [
    ...ways.map((way) => ({ way, couldBefore: true })),
    ...furtherWays.map((way) => ({ way, couldBefore: false })),
  ]) {
    test(`${way.name} does not work${couldBefore ? ', and would with npx' : ''}`, async () => {
      await withSite('woodpecker', 'https://gitlab.example.com', async (site) => {
        const { project, target, environment, traces } = site;
        const hostile = { ...environment, ...lay(way, target) };
        const step = named('woodpecker').trigger(project);
        const script = step.script.replace(/run$/, '--version');
        expect(await runShell({ ...step, script }, project, hostile)).toEqual({
          exitCode: 0,
          output: `${version}\n`,
        });
        expect(traces()).toEqual([]);
        if (!couldBefore) return;
        // The same in front of what stood there before: it is no test of a way that leads nowhere.
        const configuration = join(target.icons, '..', 'npmrc');
        await writeFile(configuration, `registry=${ours.url}\ncache=${join(target.icons, '..', 'cache')}\n`);
        const before = `npx --yes --package '${packageName}@${version}' --call 'exec gitlab-trigger --version'`;
        await runShell({ ...step, script: before }, project, {
          npm_config_globalconfig: configuration,
          ...hostile,
        });
        const left = await Promise.all(traces().map((name) => readFile(join(target.icons, name), 'utf8')));
        expect(left).not.toEqual([]);
        expect(left.filter((text) => !text.includes(tokens.trigger))).toEqual([]);
      });
    });
  }

  test('below its top level, no file above it is run', async () => {
    await withSite(
      'woodpecker',
      'https://gitlab.example.com',
      async ({ project, target, environment, traces }) => {
        const hostile = layAll(target);
        const below = join(project.folder, 'packages', 'app');
        await mkdir(below, { recursive: true });
        const step = named('woodpecker').trigger(project);
        const script = `cd packages/app\n${step.script.replace(/run$/m, '--version')}`;
        const ended = await runShell({ ...step, script }, project, { ...environment, ...hostile });
        expect([ended, traces()]).toEqual([{ exitCode: 0, output: `${version}\n` }, []]);
      },
    );
  });
});

describe('the launched program', () => {
  const test = testsAtOnce();

  test('has the tokens, the folder and the variables of the step; npm has neither, and nothing that affects Node is left', async () => {
    const probe = packFake(join(folder, 'probe'), {
      cli: `console.log(JSON.stringify({ folder: process.cwd(), words: process.argv.slice(2), environment: process.env, options: process.execArgv.length }));\n`,
    });
    const registry = await startRegistry(probe);
    try {
      await withSite('woodpecker', 'https://gitlab.example.com', async ({ project, target, environment }) => {
        const programs = programsOf(project);
        const npm = execFileSync('which', ['npm'], { encoding: 'utf8' }).trim();
        writeTexts(programs, { npm: `#!/bin/sh\nenv | sort > '${target.icons}/npm'\nexec '${npm}' "$@"\n` });
        const step = named('woodpecker').trigger({
          ...project,
          read: (name) => project.read(name).replaceAll(ours.url, registry.url),
        });
        const { exitCode, output } = await runShell(step, project, {
          ...environment,
          ...{
            NODE_OPTIONS: '--no-warnings',
            NODE_PATH: '/x',
            NODE_COMPILE_CACHE: 'cache',
            OPENSSL_CONF: 'x',
          },
          ...{ LD_LIBRARY_PATH: '/x:', NODE_EXTRA_CA_CERTS: 'ca.pem', npm_config_offline: 'true' },
          ...{ no_proxy: 'localhost', INPUT_TOKEN: 'x', PLUGIN_TOKEN: 'x', BUILD_ID: '7' },
        });
        expect([exitCode, output]).toEqual([0, expect.stringMatching(/^\{.*\}\n$/)]);
        const seen = JSON.parse(output) as { readonly environment: Environment };
        expect(seen).toMatchObject({
          folder: project.folder,
          words: ['run'],
          environment: { GITLAB_TRIGGER_TOKEN: tokens.trigger, BUILD_ID: '7', no_proxy: 'localhost' },
        });
        const left = Object.keys(seen.environment).filter((name) =>
          /^(?:NODE_|OPENSSL_|LD_|INPUT_|PLUGIN_)/.test(name),
        );
        expect(left).toEqual([]);
        const names = (await readFile(join(target.icons, 'npm'), 'utf8')).match(/^\w+(?==)/gm) ?? [];
        expect(names.filter((name) => !['PWD', 'OLDPWD', 'SHLVL', '_'].includes(name))).toEqual([
          'HOME',
          'PATH',
          'no_proxy',
        ]);
      });
    } finally {
      await registry.close();
    }
  });

  test('runs on the Node of a version manager, not on the one that the checkout requests', async () => {
    await withSite(
      'woodpecker',
      'https://gitlab.example.com',
      async ({ project, target, environment, traces }) => {
        const shim = `#!/bin/sh
if [ -e .node-version ]; then touch '${target.icons}/version-of-the-checkout'; fi
exec '${process.execPath}' "$@"
`;
        writeTexts(programsOf(project), { node: shim });
        await writeFile(join(project.folder, '.node-version'), '99\n');
        const step = named('woodpecker').trigger(project);
        const script = step.script.replace(/run$/m, '--version');
        const ended = await runShell({ ...step, script }, project, environment);
        expect([ended, traces()]).toEqual([{ exitCode: 0, output: `${version}\n` }, []]);
      },
    );
  });

  test('trusts an authority that the machine names, and none of the checkout', async () => {
    await withSite('woodpecker', 'https://gitlab.example.com', async ({ project, target, environment }) => {
      const step = named('woodpecker').trigger(project);
      const script = step.script.replace(
        /exec "\$@" run$/m,
        'echo "certificates: $NODE_EXTRA_CA_CERTS"; rm -r "$own"',
      );
      const link = join(target.icons, 'link');
      await symlink(project.folder, link);
      const seen = [];
      for (const NODE_EXTRA_CA_CERTS of [
        '/etc/ssl/ca.pem',
        'ca.pem',
        './ca.pem',
        `${project.folder}/ca.pem`,
        `${link}/ca.pem`,
      ]) {
        const { output } = await runShell({ ...step, script }, project, {
          ...environment,
          NODE_EXTRA_CA_CERTS,
        });
        seen.push(/certificates: (.*)/.exec(output)?.[1]);
      }
      expect(seen).toEqual(['/etc/ssl/ca.pem', '', '', '', '']);
    });
  });

  test('leaves nothing behind', async () => {
    await withSite('woodpecker', 'https://gitlab.example.com', async ({ project, environment }) => {
      const step = named('woodpecker').trigger(project);
      const script = step.script.replace(/exec "\$@" run$/m, 'echo "folder: $own"\nexec "$@" --version');
      const { output } = await runShell({ ...step, script }, project, environment);
      const own = /folder: (\S+)/.exec(output)?.[1] ?? '';
      expect(own).toMatch(/^\/tmp\/gitlab-trigger\.\w{6}$/);
      expect(() => readdirSync(own)).toThrow('ENOENT');
      expect(readdirSync(project.folder)).toEqual([]);
    });
  });

  test('does not run when npm has no such version', async () => {
    await withSite('woodpecker', 'https://gitlab.example.com', async ({ project, environment }) => {
      const step = named('woodpecker').trigger(project);
      const script = step.script
        .replace(`${packageName}@${version} `, `${packageName}@99.0.0 `)
        .replace(/^\s*own=.*$/m, '$&\necho "folder: $own"');
      const { exitCode, output } = await runShell({ ...step, script }, project, environment);
      expect([exitCode, output]).toEqual([1, expect.stringContaining('99.0.0')]);
      expect(() => readdirSync(/folder: (\S+)/.exec(output)?.[1] ?? '/')).toThrow('ENOENT');
    });
  });

  interface Ended {
    readonly exitCode: number | null;
    readonly statuses: readonly string[];
  }

  async function run(
    script: ReturnType<typeof quickScript>,
    meanwhile: (running: RunningShell) => Promise<void> = () => Promise.resolve(),
  ): Promise<Ended> {
    return await withSimulator({ scenario: oneProject({ ci: valid(script) }) }, async ({ url, gitlab }) => {
      return await withSite('woodpecker', url, async ({ project, environment }) => {
        const running = await startShell(named('woodpecker').trigger(project), project, environment);
        await meanwhile(running);
        const { exitCode, output } = await running.ended;
        if (gitlab.pipelines().length === 0) throw new Error(output);
        return { exitCode, statuses: gitlab.pipelines().map(({ status }) => status) };
      });
    });
  }

  test('passes on the exit code of the pipeline', async () => {
    const ended = await Promise.all([run(quickScript('success')), run(quickScript('failed'))]);
    expect(ended).toEqual([
      { exitCode: 0, statuses: ['success'] },
      { exitCode: 1, statuses: ['failed'] },
    ]);
  });

  for (const to of ['process', 'group'] as const) {
    test(`cancels the pipeline when SIGTERM arrives at its ${to}`, async () => {
      const ended = await run(endlessScript, async (running) => {
        let isOver = false;
        void running.ended.then(() => (isOver = true));
        await until(() => isOver || /soak +running/.test(running.output()));
        running.signal('SIGTERM', to);
      });
      expect(ended).toEqual({ exitCode: 143, statuses: ['canceled'] });
    });
  }
});
