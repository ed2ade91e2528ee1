import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';

import { afterAll, describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { parse } from 'yaml';

import { chunkOf } from '../../scripts/chunks.js';
import { hostRows } from '../../src/hosts/detect.js';

const root = join(import.meta.dirname, '..', '..');
const dist = join(root, 'dist');
const chunkNames = readdirSync(join(dist, 'chunks')).sort();

/** The modules that each script of the bundle defines: their names, and the texts of their functions. */
const scripts = ['index.js', ...chunkNames.map((name) => `chunks/${name}`)].map((name) => {
  const text = readFileSync(join(dist, name), 'utf8');
  return { name, ...definitionsIn(text) };
});
const holderOf = (module: string): readonly string[] =>
  scripts.filter(({ modules }) => modules.includes(module)).map(({ name }) => name);

function definitionsIn(text: string): {
  readonly modules: readonly string[];
  readonly functions: readonly string[];
} {
  const options = {
    languageVersion: ts.ScriptTarget.ESNext,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  };
  const file = ts.createSourceFile('script.js', text, options, false, ts.ScriptKind.JS);
  const modules: string[] = [];
  const functions: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && /^__webpack_(?:esm_)?modules__$/.test(node.name.getText(file))) {
      const table = node.initializer;
      if (table !== undefined && ts.isObjectLiteralExpression(table)) {
        modules.push(...table.properties.map(({ name }) => nameOf(name, file)));
      }
    }
    if ((ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name !== undefined) {
      functions.push(node.getText(file).replace(/\s+/g, ' '));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { modules, functions };
}

/** The name of a module, which has quotes where it is a path. */
function nameOf(name: ts.PropertyName | undefined, file: ts.SourceFile): string {
  if (name === undefined) throw new Error('a module without a name');
  return ts.isStringLiteral(name) ? name.text : name.getText(file);
}

const repeated = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts)].filter((text) => texts.indexOf(text) !== texts.lastIndexOf(text));

describe('the bundle', () => {
  test('has these chunks, named for what they are', () => {
    expect(chunkNames.map((name) => name.replace(/\.js$/, ''))).toEqual([
      'artifacts',
      'await',
      'cancel',
      'check',
      'cleanup',
      'cli',
      'demo',
      'feedback',
      'follow',
      'hosts',
      'inputs',
      'library',
      'pipelines',
      'print',
      'probe',
      'programs',
      'rerun',
      'results',
      'schemas',
      'seal',
      'simulate',
      'simulation',
      'simulator',
      'tokens',
      'wait',
      'yaml',
      'zip',
    ]);
  });

  test('holds no module twice', () => {
    const modules = scripts.flatMap((script) => script.modules);
    expect(modules.length).toBeGreaterThan(100);
    expect(repeated(modules)).toEqual([]);
  });

  test('holds no long function twice, wherever webpack has put its module', () => {
    // The two packages of `seal` are by one author, who gives each its own copy of the same checks.
    const others = scripts.filter(({ name }) => name !== 'chunks/seal.js');
    const long = others.flatMap(({ functions }) => functions.filter((text) => text.length > 250));
    expect(long.length).toBeGreaterThan(500);
    expect(repeated(long)).toEqual([]);
  });

  test('has every host adapter in one chunk, except that of GitHub, with which the root action starts', () => {
    const wanted = hostRows.map(({ id }) => [id, [id === 'github-actions' ? 'index.js' : 'chunks/hosts.js']]);
    expect(hostRows.map(({ id }) => [id, holderOf(`./hosts/adapters/${id}.js`)])).toEqual(wanted);
  });

  test.each([
    ['trigger', 'index.js'],
    ['wait', 'chunks/wait.js'],
    ['cancel', 'chunks/cancel.js'],
    ['cleanup', 'chunks/cleanup.js'],
    ['tokens/tokens', 'chunks/tokens.js'],
    ['check', 'chunks/check.js'],
    ['print', 'chunks/print.js'],
    ['follow', 'chunks/follow.js'],
  ])('has run/%s in %s', (run, script) => {
    expect(holderOf(`./run/${run}.js`)).toEqual([script]);
  });

  test.each([
    ['zod', 'schemas'],
    ['yaml', 'yaml'],
    ['yauzl', 'zip'],
    ['@noble/ciphers', 'seal'],
    ['@noble/hashes', 'seal'],
  ])('has all of the package %s in the chunk %s', (name, chunk) => {
    const holders = scripts.filter(({ modules }) =>
      modules.some((module) => module.includes(`node_modules/${name}/`)),
    );
    expect(holders.map((script) => script.name)).toEqual([`chunks/${chunk}.js`]);
  });

  test('has no comments, which change where the program does not', () => {
    for (const { name } of scripts) {
      expect(readFileSync(join(dist, name), 'utf8')).not.toMatch(/^\s*(?:\/\/|\/\*)/m);
    }
  });
});

describe('the rule for the chunk of a module', () => {
  test.each([
    { place: 'src/hosts/adapters/new.js', loaded: ['src/hosts/adapters/new.js'], want: 'hosts' },
    { place: 'src/report/new.js', loaded: ['src/run/wait.js'], want: 'wait' },
    { place: 'src/report/new.js', loaded: ['src/run/results/a.js', 'src/run/results/b.js'], want: 'results' },
    { place: 'node_modules/yaml/dist/a.js', loaded: ['src/run/check.js', 'src/run/print.js'], want: 'yaml' },
  ])('puts $place, loaded by $loaded, into $want', ({ place, loaded, want }) => {
    expect(chunkOf(place, loaded)).toBe(want);
  });

  test('fails when several need it and no row decides', () => {
    expect(() => chunkOf('src/report/new.js', ['src/run/wait.js', 'src/run/check.js'])).toThrow(
      'src/report/new.js is needed by the chunks check, wait: give it one in scripts/chunks.js',
    );
  });

  test('fails when it is loaded lazily and no row knows it', () => {
    expect(() => chunkOf('src/report/new.js', ['src/report/new.js'])).toThrow(
      'No chunk for src/report/new.js: name one in scripts/chunks.js',
    );
  });
});

const folder = mkdtempSync(join(tmpdir(), 'gitlab-trigger-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const hasGit = spawnSync('git', ['rev-parse', '--is-inside-work-tree'], { cwd: root }).status === 0;
if (!hasGit) console.warn('No git, or no repository: the archive that a runner downloads is not measured.');

/**
 * The archive that a runner would download if this folder were committed as it is. The index and the objects
 * that git needs for it are kept apart from those of the repository.
 */
function archiveOfWorkTree(): Buffer {
  const git = (...words: string[]): Buffer =>
    execFileSync('git', words, { cwd: root, env, maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'pipe'] });
  const env: NodeJS.ProcessEnv = { ...process.env };
  const objects = resolve(root, git('rev-parse', '--git-path', 'objects').toString().trim());
  mkdirSync(join(folder, 'objects'), { recursive: true });
  env.GIT_INDEX_FILE = join(folder, 'index');
  env.GIT_OBJECT_DIRECTORY = join(folder, 'objects');
  env.GIT_ALTERNATE_OBJECT_DIRECTORIES = objects;
  git('add', '--all', '.');
  const tree = git('write-tree').toString().trim();
  return git('archive', '--worktree-attributes', '--format=tar.gz', tree);
}

/** Below `dist/`: what no action runs. */
const forPackage = ['chunks/demo.js', 'chunks/library.js', 'demo.js', 'library.js', 'simulator.js'];

(hasGit ? describe : describe.skip)('the archive that a runner downloads', () => {
  const archive = hasGit ? archiveOfWorkTree() : Buffer.alloc(0);
  const names = hasGit
    ? execFileSync('tar', ['-tzf', '-'], { input: archive, encoding: 'utf8' }).trimEnd().split('\n')
    : [];
  const files = names.filter((name) => !name.endsWith('/'));

  test('has at most 450 kB', () => {
    expect(archive.length).toBeLessThanOrEqual(450_000);
  });

  test('holds the actions and what they run, and nothing else', () => {
    // Types, the demo, the library and the import of the simulator are for those who install the package.
    const inDist = readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(dist, join(parentPath, name)).split(sep).join('/'))
      .filter((name) => !name.startsWith('types/') && !forPackage.includes(name))
      .map((name) => `dist/${name}`);
    expect(files.filter((name) => name.startsWith('dist/')).sort()).toEqual(inDist.sort());
    expect(files.filter((name) => !name.startsWith('dist/')).sort()).toEqual([
      'LICENSE',
      'action.yml',
      'cancel/action.yml',
      'package.json',
      'simulate/action.yml',
      'tokens/action.yml',
      'wait/action.yml',
    ]);
  });

  test('lacks only what the command demo and the library load', () => {
    const loaders = readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .map((name) => name.split(sep).join('/'))
      .filter((name) => name.endsWith('.js'))
      .flatMap((name) =>
        Array.from(
          readFileSync(join(dist, name), 'utf8').matchAll(/\.e\("(?:demo|library)"\)[^{}]*?"\.\/([^"]+)"\)/g),
          ([, module]) => [name, module],
        ),
      );
    expect(loaders).toEqual([
      // What `dist/library.js` exports.
      ['index.js', 'library/trigger-pipeline.js'],
      ['index.js', 'library/follow-pipeline.js'],
      ['index.js', 'library/cancel-pipeline.js'],
      ['index.js', 'entries/demo.js'],
      ['chunks/cli.js', 'entries/demo.js'],
    ]);
  });

  test.each(['', 'wait', 'cancel', 'tokens', 'simulate'])(
    "has every script that the action in '%s' names",
    (action) => {
      const { runs } = parse(readFileSync(join(root, action, 'action.yml'), 'utf8')) as {
        readonly runs: Readonly<Record<string, string>>;
      };
      const named = [runs.pre, runs.main, runs.post].flatMap((name) =>
        name === undefined ? [] : [join(action, name)],
      );
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((name) => !files.includes(name))).toEqual([]);
    },
  );
});
