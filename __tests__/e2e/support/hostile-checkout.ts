import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
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
  /** A registry of theirs, and its package in the cache of an npm that asked ours. */
  readonly evilRegistry: string;
  readonly poisonedCache: string;
  /** Of the step, before anybody touched it. */
  readonly path: string;
}

/** What whoever writes the checkout, or sets variables of the step, may try. */
export interface Way {
  readonly name: string;
  /** Its files in the checkout. */
  readonly files: (target: Target) => Readonly<Record<string, string>>;
  /** Variables of the step, and what stands in front of its PATH. */
  readonly environment?: (target: Target) => Environment;
  readonly path?: (target: Target) => string;
}

/** Leaves the name of a way, with what it got hold of. */
export function shellMark({ icons }: Pick<Target, 'icons'>, name: string): string {
  return `#!/bin/sh\necho "token: $GITLAB_TRIGGER_TOKEN" > '${join(icons, name)}'\nexit 0\n`;
}

function nodeMark({ icons }: Pick<Target, 'icons'>, name: string): string {
  return `require('node:fs').writeFileSync(${JSON.stringify(join(icons, name))}, 'token: ' + process.env.GITLAB_TRIGGER_TOKEN);\n`;
}

const programs = 'gitlab-trigger npm npx node env mktemp dirname grep cut tr rm cat'.split(' ');

/** A folder of programs that are not what their names say. */
function programsIn(folder: string, target: Target, name: string): Readonly<Record<string, string>> {
  return Object.fromEntries(programs.map((program) => [join(folder, program), shellMark(target, name)]));
}

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
      [`node_modules/${packageName}/cli.js`]: shellMark(target, 'package-in-node_modules'),
      'node_modules/.bin/gitlab-trigger': shellMark(target, 'package-in-node_modules'),
    }),
  },
  {
    name: 'registry',
    files: ({ evilRegistry }) => ({ '.npmrc': `registry=${evilRegistry}\nignore-scripts=false\n` }),
  },
  {
    name: 'registry-of-the-scope',
    files: ({ evilRegistry }) => ({
      '.npmrc': `${packageName.replace(/\/.*/, '')}:registry=${evilRegistry}\n`,
    }),
  },
  {
    name: 'script-shell',
    files: (target) => ({
      '.npmrc': 'script-shell=./evil.sh\n',
      'evil.sh': shellMark(target, 'script-shell'),
    }),
  },
  {
    name: 'node-options',
    files: (target) => ({
      '.npmrc': 'node-options=--require=./evil.cjs\n',
      'evil.cjs': nodeMark(target, 'node-options'),
    }),
  },
  {
    name: 'cache',
    files: ({ poisonedCache }) => ({ '.npmrc': `cache=${poisonedCache}\nprefer-offline=true\n` }),
  },
  {
    name: 'registry-by-variable',
    files: () => ({}),
    environment: ({ evilRegistry }) => ({
      npm_config_registry: evilRegistry,
      NPM_CONFIG_REGISTRY: evilRegistry,
    }),
  },
  {
    name: 'configuration-by-variable',
    files: ({ evilRegistry }) => ({ 'user.npmrc': `registry=${evilRegistry}\n` }),
    environment: () => ({ npm_config_userconfig: 'user.npmrc' }),
  },
  {
    name: 'home',
    files: ({ evilRegistry }) => ({ 'home/.npmrc': `registry=${evilRegistry}\n` }),
    environment: ({ folder }) => ({ HOME: join(folder, 'home') }),
  },
  {
    name: 'node-options-by-variable',
    files: (target) => ({ 'evil.cjs': nodeMark(target, 'node-options-by-variable') }),
    environment: () => ({ NODE_OPTIONS: '--require=./evil.cjs' }),
  },
  { name: 'path-here', files: (target) => programsIn('.', target, 'path-here'), path: () => '.' },
  { name: 'path-empty', files: (target) => programsIn('.', target, 'path-empty'), path: () => '' },
  {
    name: 'path-relative',
    files: (target) => programsIn('node_modules/.bin', target, 'path-relative'),
    path: () => 'node_modules/.bin',
  },
  {
    name: 'path-absolute',
    files: (target) => programsIn('bin', target, 'path-absolute'),
    path: ({ folder }) => join(folder, 'bin'),
  },
  {
    name: 'path-roundabout',
    files: (target) => programsIn('tools', target, 'path-roundabout'),
    path: ({ folder, icons }: Target): string => {
      const link = join(icons, '..', 'tools');
      mkdirSync(join(folder, 'tools'), { recursive: true });
      symlinkSync(join(folder, 'tools'), link);
      return `${link}/../workspace/tools:${link}`;
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
      'cli.sh': shellMark(target, 'package-of-that-name'),
    }),
  },
  {
    name: 'folder-for-temporary-files',
    files: (target) => ({
      ...programsIn('tmp/node_modules/.bin', target, 'folder-for-temporary-files'),
      'tmp/.npmrc': `registry=${target.evilRegistry}\n`,
      'tmp/package.json': JSON.stringify({ workspaces: ['*'] }),
    }),
    environment: ({ folder }) => ({ TMPDIR: join(folder, 'tmp') }),
  },
];

const allWays = [...ways, ...furtherWays];

/** Lays a way out, and gives the environment that goes with it. */
export function lay(way: Way, target: Target): Environment {
  writeTexts(target.folder, way.files(target));
  return {
    ...way.environment?.(target),
    ...(way.path === undefined ? {} : { PATH: `${way.path(target)}:${target.path}` }),
  };
}

/**
 * Lays all of them out together. Where several write the same file, theirs are joined, or the last one
 * stands.
 */
export function layAll(target: Target): Environment {
  const npmrc = allWays.map((way) => way.files(target)['.npmrc'] ?? '').join('');
  const environments = allWays.map((way) => lay(way, target));
  writeTexts(target.folder, { '.npmrc': npmrc });
  const fronts = environments.flatMap(({ PATH }) =>
    PATH === undefined ? [] : PATH.slice(0, -target.path.length),
  );
  execFileSync('git', ['init', '--quiet', target.folder]);
  return { ...Object.assign({}, ...environments), PATH: `${fronts.join('')}${target.path}` } as Environment;
}
