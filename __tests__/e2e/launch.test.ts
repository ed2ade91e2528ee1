import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { version } from '../../src/cli/commands.js';
import { oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { packageName } from '../support/package-name.js';
import type { EndedStep, Environment, ShellStep } from '../support/wrappers/wrapper.js';
import { type Target, type Way, allWays, lay, theirPackage, ways } from './support/hostile-checkout.js';
import {
  type Record,
  type Site,
  named,
  pathsIn,
  realNpm,
  recordAs,
  withSite,
} from './support/launch-site.js';
import { programsOf, runShell } from './support/run-wrapper.js';
import { type Registry, packFake, packFolder, startRegistry, writeTexts } from './support/start-registry.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { withSimulator } from './support/with-simulator.js';

/**
 * The files of `ci/` by the real npm, which asks a registry on loopback. What they start it with is the same
 * on every host, and `wrappers.test.ts` sees to that: its stand-in for npm takes nothing else.
 */
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gitlab-trigger-launch-')));
let ours: Registry;
let theirs: Registry;

beforeAll(async () => {
  await cp(join(import.meta.dirname, '..', '..', 'dist'), join(folder, 'real', 'package', 'dist'), {
    recursive: true,
    filter: (path) => !path.endsWith('types'),
  });
  const { dependencies, ...fake } = theirPackage;
  [ours, theirs] = await Promise.all([
    startRegistry({ archive: packFolder(join(folder, 'real')) }),
    startRegistry({ archive: packFake(join(folder, 'fake'), fake), names: 'any', dependencies }),
  ]);
});
afterAll(async () => {
  await Promise.all([ours.close(), theirs.close()]);
  await rm(folder, { recursive: true, force: true });
});

/** Beside the traps: what affects Node or npm, and what the program may have. */
const furtherVariables = {
  ...{ NODE_PATH: '/x', NODE_COMPILE_CACHE: 'cache', OPENSSL_CONF: 'x', LD_LIBRARY_PATH: '/x:' },
  ...{ NODE_EXTRA_CA_CERTS: 'ca.pem', npm_config_loglevel: 'silent', no_proxy: 'localhost' },
  ...{ INPUT_TOKEN: 'x', PLUGIN_TOKEN: 'x', BUILD_ID: '7' },
};

interface Launched {
  readonly ended: EndedStep;
  readonly pipelines: number;
  readonly traces: readonly string[];
  readonly npm: Record | undefined;
  readonly program: Record | undefined;
  readonly folder: string;
  /** What is in the checkout that was not there before, and what is not any longer. */
  readonly changed: readonly string[];
}

/** One run in a checkout that has all traps at once, which the tests look at from several sides. */
async function launch(): Promise<Launched> {
  const scenario = oneProject({ ci: valid(quickScript('success')) });
  return await withSimulator({ scenario }, async ({ url, gitlab }) => {
    return await withSite({ ours, theirs }, 'woodpecker', url, async (site) => {
      const { project, target, traces, recordOf } = site;
      const hostile = lay(allWays, target);
      const before = pathsIn(project.folder);
      const step = named('woodpecker').trigger(project);
      const script = step.script.replace(/^exec "\$@" run$/m, `${recordAs(target, 'program')}\n$&`);
      const environment = { ...hostile, ...furtherVariables };
      const ended = await runShell({ ...step, script }, project, environment);
      const after = pathsIn(project.folder);
      return {
        ended,
        pipelines: gitlab.pipelines().length,
        traces: traces(),
        npm: recordOf('npm'),
        program: recordOf('program'),
        folder: project.folder,
        changed: [...before, ...after].filter((path) => !before.includes(path) || !after.includes(path)),
      };
    });
  });
}

describe('a checkout with malicious files, a step with malicious variables, and the real npm', () => {
  let launched: Launched;
  beforeAll(async () => {
    launched = await launch();
  });

  test('nothing of it is run, read or asked, and the pipeline runs', () => {
    const { ended, traces, pipelines } = launched;
    expect([traces, ended, pipelines]).toEqual([
      [],
      { exitCode: 0, output: expect.stringContaining('Pipeline 257 passed') },
      1,
    ]);
  });

  test('npm runs in a folder of its own, with nothing of the step but its proxies and a clean PATH', () => {
    const { environment = {}, folder: own } = launched.npm ?? {};
    const names = Object.keys(environment).filter((name) => !['PWD', 'OLDPWD', 'SHLVL', '_'].includes(name));
    expect(names.toSorted()).toEqual(['HOME', 'PATH', 'no_proxy']);
    expect([own, environment.HOME]).toEqual([expect.stringMatching(/^\/tmp\/gitlab-trigger\.\w{6}$/), own]);
  });

  test('the program has the tokens, the folder and the variables of the step, and nothing that affects Node', () => {
    const { environment = {}, folder: where } = launched.program ?? {};
    expect(where).toBe(launched.folder);
    expect(environment).toMatchObject({
      GITLAB_TRIGGER_TOKEN: tokens.trigger,
      BUILD_ID: '7',
      no_proxy: 'localhost',
    });
    const left = Object.keys(environment).filter((name) =>
      /^(?:NODE_|OPENSSL_|LD_|INPUT_|PLUGIN_)/.test(name),
    );
    expect(left).toEqual([]);
  });

  test('nothing is left behind, neither there nor in the folder of npm', () => {
    expect(launched.changed).toEqual([]);
    expect(() => pathsIn(launched.npm?.folder ?? '/tmp')).toThrow('ENOENT');
  });
});

/** What a way leaves in front of the command that stood in the files before. */
function tracesOf({ name, paths }: Way, target: Target): readonly string[] {
  const got = (what: string): string => `${what} token: ${tokens.trigger}`;
  if (paths !== undefined) return paths(target).map((path) => got(`path ${path}`));
  // Whoever is asked for a package has the token, too.
  if (/^(?:registry|home|configuration)/.test(name)) return [`asked ${name}`, got('hook'), got('package')];
  return [name === 'cache' ? name : got(name)];
}

describe('the same traps', () => {
  const test = testsAtOnce();

  /** Those of a round hide none of the others. */
  const rounds = [
    ways
      .map(({ name }) => name)
      .filter((name) => name.startsWith('node-options') || !/^package-|-by-variable$/.test(name)),
    ['registry-by-variable', 'configuration-by-variable'],
    ['package-in-node_modules'],
  ];

  rounds.forEach((names, index) =>
    test(`work where npx starts the program in the checkout, round ${index + 1}: ${names.join(', ')}`, async () => {
      await withSite({ ours, theirs }, 'woodpecker', 'https://gitlab.example.com', async (site) => {
        const { project, target, traces } = site;
        const round = ways.filter(({ name }) => names.includes(name));
        const hostile = lay(round, target);
        const configuration = join(target.icons, '..', 'npmrc');
        await writeFile(configuration, `registry=${ours.url}\ncache=${join(target.icons, '..', 'cache')}\n`);
        const step = named('woodpecker').trigger(project);
        const script = `npx --yes --package '${packageName}@${version}' --call 'exec gitlab-trigger --version'`;
        const ended = await runShell({ ...step, script }, project, {
          npm_config_globalconfig: configuration,
          ...hostile,
        });
        const wanted = round.flatMap((way) => tracesOf(way, target));
        expect([ended, traces()]).toEqual([
          expect.objectContaining({ exitCode: 0 }),
          expect.arrayContaining(wanted),
        ]);
      });
    }),
  );

  test('are each in a round', () => {
    expect(rounds.flat().toSorted()).toEqual(ways.map(({ name }) => name).toSorted());
    return Promise.resolve();
  });
});

/** The step of Woodpecker with another end, where a stand-in takes the place of npm. */
async function startInstead(
  site: Site,
  end: string,
  environment: Environment = {},
  edit: (script: string) => string = (script) => script,
): Promise<EndedStep> {
  const step: ShellStep = named('woodpecker').trigger(site.project);
  const script = edit(step.script).replace(/^exec "\$@" run$/m, () => end);
  expect(script).not.toBe(step.script);
  return await runShell({ ...step, script }, site.project, { ...site.environment, ...environment });
}

async function withStandIn<T>(work: (site: Site) => Promise<T>): Promise<T> {
  return await withSite(undefined, 'woodpecker', 'https://gitlab.example.com', work);
}

const itsVersion = 'exec "$@" --version';

describe('the launched program', () => {
  const test = testsAtOnce();

  test('comes from outside of the checkout when the step runs below its top level, too', async () => {
    await withStandIn(async (site) => {
      const hostile = lay(allWays, site.target);
      await mkdir(join(site.project.folder, 'packages', 'app'), { recursive: true });
      const ended = await startInstead(site, itsVersion, hostile, (script) => `cd packages/app\n${script}`);
      expect([ended, site.traces()]).toEqual([{ exitCode: 0, output: `${version}\n` }, []]);
    });
  });

  test('runs on the Node of a version manager, not on the one that the checkout requests', async () => {
    await withStandIn(async (site) => {
      const { project, target, traces } = site;
      const shim = `#!/bin/sh
if [ -e .node-version ]; then echo version-of-the-checkout >> '${target.icons}/traces'; fi
exec '${process.execPath}' "$@"
`;
      writeTexts(programsOf(project), { node: shim });
      await writeFile(join(project.folder, '.node-version'), '99\n');
      const ended = await startInstead(site, itsVersion);
      expect([ended, traces()]).toEqual([{ exitCode: 0, output: `${version}\n` }, []]);
    });
  });

  test('trusts an authority that the machine names, and none of the checkout', async () => {
    await withStandIn(async (site) => {
      const { project, target } = site;
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
        const end = 'echo "certificates: $NODE_EXTRA_CA_CERTS"; rm -r "$own"';
        const { output } = await startInstead(site, end, { NODE_EXTRA_CA_CERTS });
        seen.push(/certificates: (.*)/.exec(output)?.[1]);
      }
      expect(seen).toEqual(['/etc/ssl/ca.pem', '', '', '', '']);
    });
  });

  test('gets the authorities outside of the checkout and no other of the variables that Node obeys', async () => {
    await withStandIn(async (site) => {
      const NODE_EXTRA_CA_CERTS = join(site.target.icons, 'ca.pem');
      await startInstead(site, `${recordAs(site.target, 'program')}\nrm -r "$own"`, {
        NODE_EXTRA_CA_CERTS,
        NODE_ICU_DATA: 'icu',
        NODE_REDIRECT_WARNINGS: 'warnings.txt',
        NODE_PRESERVE_SYMLINKS: '1',
        NODE_TLS_REJECT_UNAUTHORIZED: '0',
        NODE_V8_COVERAGE: 'coverage',
        LD_AUDIT: '',
      });
      const { environment = {} } = site.recordOf('program') ?? {};
      const left = Object.entries(environment).filter(([name]) => /^(?:NODE|LD)_/.test(name));
      expect(left).toEqual([['NODE_EXTRA_CA_CERTS', NODE_EXTRA_CA_CERTS]]);
    });
  });

  test('does not run when npm has no such version', async () => {
    await withSite({ ours, theirs }, 'woodpecker', 'https://gitlab.example.com', async (site) => {
      writeTexts(programsOf(site.project), { npm: realNpm() });
      const ended = await startInstead(site, itsVersion, {}, (script) =>
        script
          .replace(`${packageName}@${version} `, `${packageName}@99.0.0 `)
          .replace(/^\s*own=.*$/m, '$&\necho "folder: $own"'),
      );
      expect([ended.exitCode, ended.output]).toEqual([
        1,
        expect.stringContaining(`No matching version found for ${packageName}@99.0.0`),
      ]);
      expect(() => pathsIn(/folder: (\S+)/.exec(ended.output)?.[1] ?? '/tmp')).toThrow('ENOENT');
    });
  });
});

/** What every user of the machine may not read, each where a value has several lines that look like names. */
const secretLines = [
  'MC4CAQAwBQYDK2VwBCIEIFh0c2Vj=',
  'c2VjcmV0Z2F0ZQ==',
  'Gate:c2VjcmV0==',
  'GITLAB_TRIGGER_SECRET_X=1',
];
/** Lines that are names of variables of the script itself, and of others that it needs. */
const itsOwn = ['own', 'node', 'told', 'each', 'listed', 'path', 'top', 'real', 'PATH', 'HOME'];

/** Programs that the script may call, each of which writes down its words. Bash passes every name on. */
function overhear({ project }: Site, heard: string): void {
  for (const name of ['env', 'awk', 'grep', 'sed', 'tr', 'cut', 'dirname', 'mktemp', 'rm']) {
    const path = realProgram(name);
    const text = `#!/bin/bash\nprintf '%s\\n' ${name} "$@" >> '${heard}'\nexec '${path}' "$@"\n`;
    writeTexts(programsOf(project), { [name]: text });
  }
}

function realProgram(name: string): string {
  return execFileSync('which', [name], { encoding: 'utf8' }).trim();
}

describe('values of several lines', () => {
  const test = testsAtOnce();
  for (const shell of ['sh', 'bash'] as const) {
    test(`are in the words of no program, and no other variable reaches npm, by ${shell}`, async () => {
      await withStandIn(async (site) => {
        const heard = join(site.target.icons, '..', 'heard');
        overhear(site, heard);
        const lines = [...secretLines, ...itsOwn.map((name) => `${name}=`)];
        const value = ['-----BEGIN KEY-----', ...lines, '-----END KEY-----'].join('\n');
        const ask = `'${process.execPath}' --print 'process._rawDebug("told: " + Object.keys(process.env).sort()), process.execPath'`;
        const step: ShellStep = named('woodpecker').trigger(site.project);
        const script = step.script
          .replace('node --print process.execPath', () => ask)
          .replace(/^takes=.*$/m, '')
          .replace(/^exec "\$@" run$/m, () => itsVersion);
        expect(script).toContain('told: ');
        const ended = await runShell({ ...step, shell, script }, site.project, {
          ...site.environment,
          ...Object.fromEntries(itsOwn.slice(0, 8).map((name) => [name, 'theirs'])),
          ...{ DEPLOY_KEY: value, GITLAB_TRIGGER_REQUEST_HEADERS: value, 'A-KEY': value, 'B.KEY': value },
          ...{ takes: 'all', SHELLOPTS: 'braceexpand', no_proxy: 'localhost', GREP_OPTIONS: '-v' },
          ...{ CDPATH: site.project.folder, 'c[$(touch${IFS}pwned)]': 'x', '1st': 'x', '-f': 'x' },
        });
        expect([ended.exitCode, ended.output]).toEqual([0, expect.stringContaining(version)]);
        const told = /told: (.*)/.exec(ended.output)?.[1]?.split(',') ?? [];
        expect(told.filter((name) => !['PWD', 'OLDPWD', 'SHLVL', '_'].includes(name))).toEqual([
          'HOME',
          'PATH',
          'no_proxy',
        ]);
        const words = readFileSync(heard, 'utf8');
        expect(
          [...secretLines, '--END KEY'].filter((line) => words.includes(line.replace(/=+.*$/, ''))),
        ).toEqual([]);
        expect(ended.output).not.toContain('SECRET_X');
        expect(pathsIn(site.project.folder)).not.toContain('pwned');
      });
    });
  }
});
