import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { version } from '../../../src/cli/commands.js';
import { packageName } from '../../support/package-name.js';
import type { Environment } from '../../support/wrappers/wrapper.js';
import { writeTexts } from './start-registry.js';

/** What a way to get in needs to know. */
export interface Target {
  readonly folder: string;
  /** Outside of the checkout: where each way that works leaves its name. */
  readonly icons: string;
  /** A registry of theirs, where each way has an address of its own below this one. */
  readonly evilRegistry: string;
  /** Of the step, before anybody touched it. */
  readonly path: string;
}

/** What whoever writes the checkout, or sets variables of the step, may try. */
export interface Way {
  readonly name: string;
  /** Its files in the checkout; those that several ways have are joined. */
  readonly files: (target: Target) => Readonly<Record<string, string>>;
  /** Variables of the step, and what stands in front of its PATH. */
  readonly environment?: (target: Target) => Environment;
  readonly paths?: (target: Target) => readonly string[];
}

/**
 * A trap leaves its name and what it got hold of, and lets what it stands for go on: it hides no other one.
 */
const traceFile = 'traces';

function traceLine({ icons }: Pick<Target, 'icons'>, name: string): string {
  return `echo "${name} token: $GITLAB_TRIGGER_TOKEN" >> '${join(icons, traceFile)}'`;
}

/** In the place of a program; nothing stands behind it. */
function shellTrap(target: Target, name: string): string {
  return `#!/bin/sh\n${traceLine(target, name)}\n`;
}

/** In front of a shell. */
function shellInFront(target: Target, name: string): string {
  return `${shellTrap(target, name)}exec /bin/sh "$@"\n`;
}

/** Before a program of Node. */
function nodeTrap({ icons }: Target, name: string): string {
  return `require('node:fs').appendFileSync(${JSON.stringify(join(icons, traceFile))}, '${name} token: ' + process.env.GITLAB_TRIGGER_TOKEN + '\\n');\n`;
}

const programs = 'gitlab-trigger npm npx node env mktemp dirname grep cut tr rm cat'.split(' ');

/**
 * A folder of programs that are not what their names say. Each leaves the entry of PATH that brought it, and
 * calls the next of its name.
 */
function programsIn(folder: string, target: Target): Readonly<Record<string, string>> {
  const trap = `${shellTrap(target, 'path ${PATH%%:*}')}PATH=\${PATH#*:}\nexec "\${0##*/}" "$@"\n`;
  return Object.fromEntries(programs.map((program) => [join(folder, program), trap]));
}

/** What package they serve: it leaves a name when it is installed, and when it runs. */
export const theirPackage = {
  scripts: { preinstall: 'echo "hook token: $GITLAB_TRIGGER_TOKEN" >> "$THEIR_TRACES"' },
  cli: `import { appendFileSync } from 'node:fs';
appendFileSync(process.env.THEIR_TRACES, 'package token: ' + process.env.GITLAB_TRIGGER_TOKEN + '\\n');
`,
  /** Where these come from tells which settings npm believes beside the one for our scope. */
  dependencies: { plain: version, '@theirs/scoped': version },
};

const ourScope = packageName.replace(/\/.*/, '');

/** Each of them works against npx in the checkout; the tests try that too. */
export const ways: readonly Way[] = [
  {
    name: 'package-in-node_modules',
    files: (target) => ({
      [`node_modules/${packageName}/package.json`]: JSON.stringify({
        name: packageName,
        version,
        bin: { 'gitlab-trigger': 'cli.js' },
      }),
      [`node_modules/${packageName}/cli.js`]: shellTrap(target, 'package-in-node_modules'),
      ...Object.fromEntries(
        programs.map((name) => [
          `node_modules/.bin/${name}`,
          shellTrap(
            target,
            name === 'gitlab-trigger' ? 'package-in-node_modules' : `node_modules/.bin/${name}`,
          ),
        ]),
      ),
    }),
  },
  {
    name: 'registry',
    files: ({ evilRegistry }) => ({ '.npmrc': `registry=${evilRegistry}registry/\nignore-scripts=false\n` }),
  },
  {
    name: 'registry-of-the-scope',
    files: ({ evilRegistry }) => ({
      '.npmrc': `${ourScope}:registry=${evilRegistry}registry-of-the-scope/\n`,
    }),
  },
  {
    name: 'script-shell',
    files: (target) => ({
      '.npmrc': `script-shell=${target.folder}/evil.sh\n`,
      'evil.sh': shellInFront(target, 'script-shell'),
    }),
  },
  {
    name: 'node-options',
    files: (target) => ({
      '.npmrc': `node-options=--require=${target.folder}/evil.cjs\n`,
      'evil.cjs': nodeTrap(target, 'node-options'),
    }),
  },
  {
    name: 'cache',
    files: ({ folder }) => ({ '.npmrc': `cache=${folder}/cache\nprefer-offline=true\n` }),
  },
  {
    name: 'home',
    files: ({ evilRegistry }) => ({
      'home/.npmrc': [ourScope, '@theirs']
        .map((scope) => `${scope}:registry=${evilRegistry}home/\n`)
        .join(''),
    }),
    environment: ({ folder }) => ({ HOME: join(folder, 'home') }),
  },
  {
    name: 'registry-by-variable',
    files: () => ({}),
    environment: ({ evilRegistry }) => ({
      npm_config_registry: `${evilRegistry}registry-by-variable/`,
      NPM_CONFIG_REGISTRY: `${evilRegistry}registry-by-variable/`,
    }),
  },
  {
    name: 'configuration-by-variable',
    files: ({ evilRegistry }) => ({
      'user.npmrc': `${ourScope}:registry=${evilRegistry}configuration-by-variable/\n`,
    }),
    environment: () => ({ npm_config_userconfig: 'user.npmrc' }),
  },
  {
    name: 'node-options-by-variable',
    files: (target) => ({ 'evil-variable.cjs': nodeTrap(target, 'node-options-by-variable') }),
    environment: () => ({ NODE_OPTIONS: '--require=./evil-variable.cjs' }),
  },
  { name: 'path-here', files: (target) => programsIn('.', target), paths: () => ['.'] },
  { name: 'path-empty', files: (target) => programsIn('.', target), paths: () => [''] },
  {
    name: 'path-relative',
    files: (target) => programsIn('vendor/bin', target),
    paths: () => ['vendor/bin'],
  },
  {
    name: 'path-absolute',
    files: (target) => programsIn('bin', target),
    paths: ({ folder }) => [join(folder, 'bin')],
  },
  {
    name: 'path-roundabout',
    files: (target) => programsIn('tools', target),
    paths: ({ folder, icons }: Target): readonly string[] => {
      const link = join(icons, '..', 'tools');
      mkdirSync(join(folder, 'tools'), { recursive: true });
      if (!existsSync(link)) symlinkSync(join(folder, 'tools'), link);
      return [`${link}/../workspace/tools`, link];
    },
  },
];

/** What npx in the checkout withstood, and an npm in a folder of its own might not. */
export const furtherWays: readonly Way[] = [
  {
    name: 'package-of-that-name',
    files: (target) => ({
      'package.json': JSON.stringify({
        name: packageName,
        version,
        bin: { 'gitlab-trigger': 'cli.sh' },
        workspaces: ['tmp/*'],
      }),
      'cli.sh': shellTrap(target, 'package-of-that-name'),
    }),
  },
  {
    name: 'folder-for-temporary-files',
    files: (target) => ({
      ...programsIn('tmp/node_modules/.bin', target),
      'tmp/.npmrc': `${ourScope}:registry=${target.evilRegistry}folder-for-temporary-files/\n`,
      'tmp/package.json': JSON.stringify({ workspaces: ['*'] }),
    }),
    environment: ({ folder }) => ({ TMPDIR: join(folder, 'tmp') }),
  },
];

export const allWays = [...ways, ...furtherWays];

/** Lays ways out together, in a repository of git, and gives the environment that goes with them. */
export function lay(some: readonly Way[], target: Target): Environment {
  const texts: Record<string, string> = {};
  for (const [path, text] of some.flatMap((way) => Object.entries(way.files(target)))) {
    texts[path] = path === '.npmrc' ? `${texts[path] ?? ''}${text}` : text;
  }
  writeTexts(target.folder, texts);
  execFileSync('git', ['init', '--quiet', target.folder]);
  const fronts = some.flatMap((way) => way.paths?.(target) ?? []);
  return {
    ...(Object.assign({}, ...some.map((way) => way.environment?.(target))) as Environment),
    PATH: [...fronts, target.path].join(':'),
    THEIR_TRACES: join(target.icons, traceFile),
  };
}

/** The names of what was sprung, by the traces that it left, each once. */
export function sprung(target: Target, asked: readonly string[]): readonly string[] {
  const file = join(target.icons, traceFile);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  const cache = existsSync(join(target.folder, 'cache')) ? ['cache'] : [];
  return [...new Set([...lines, ...asked.map((name) => `asked ${name}`), ...cache])].toSorted();
}
