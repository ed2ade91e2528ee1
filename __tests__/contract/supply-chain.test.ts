import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative, sep } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { parse } from 'yaml';

import { owner, packageName } from '../support/package-name.js';
import { sourceFactsOf } from './support/source-facts.js';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const manifest = JSON.parse(read('package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};
const locked = Object.entries(
  (JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, LockedPackage>> })
    .packages,
).filter(([folder]) => folder !== '');
const installed = locked.filter(([folder, { link }]) => folder.startsWith('node_modules/') && link !== true);
/** What is bundled, and so runs on users' machines. */
const production = installed
  .filter(([, { dev }]) => dev !== true)
  .map(([folder, locked]) => ({ name: folder.replace(/^.*node_modules\//, ''), ...locked }));

describe('the dependencies', () => {
  const page = read('docs/reference/dependencies.md');
  /** Versions by name, as the tables of the page have them. */
  const described = new Map(
    Array.from(page.matchAll(/^\| `([^`]+)` (\S+)/gm), ([, name = '', version = '']) => [name, version]),
  );
  const inRegistry = ([, version]: readonly [string, string]): boolean => !version.startsWith('file:');

  test.each(Object.entries(manifest.dependencies))(
    '%s %s runs in the action, and docs/reference/dependencies.md says why',
    (name, version) => {
      const reason = page.split(`### \`${name}\`\n`)[1]?.split('\n## ')[0]?.trim() ?? '';
      expect([described.get(name), reason.slice(0, 10)]).toEqual([version, '- **For:**']);
    },
  );

  test.each(Object.entries(manifest.devDependencies).filter(inRegistry))(
    '%s %s only builds and tests, and docs/reference/dependencies.md says what for',
    (name, version) => {
      expect(described.get(name)).toBe(version);
    },
  );

  test('are all in docs/reference/dependencies.md', () => {
    const wanted = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect([...described.keys()].filter((name) => !wanted.includes(name))).toEqual([]);
  });

  test('have exact versions', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^(?:\d+\.\d+\.\d+|file:scripts\/[a-z-]+)$/.test(version))).toEqual(
      [],
    );
  });

  test('are locked by their hashes, and by nothing that names a registry', () => {
    const places = locked.flatMap(([, { resolved }]) => resolved ?? []);
    expect(places.filter((place) => !/^scripts\/[a-z-]+$/.test(place))).toEqual([]);
    const loose = installed.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-'));
    expect(loose.map(([folder]) => folder)).toEqual([]);
  });

  test('that are bundled run nothing while they are installed', () => {
    expect(production.length).toBeGreaterThan(3);
    expect(production.filter(({ hasInstallScript }) => hasInstallScript === true)).toEqual([]);
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  });

  test('that stand in for others have no scripts and no dependencies', () => {
    for (const stub of ['scripts/undici-stub', 'scripts/exec-stub']) {
      expect(Object.keys(JSON.parse(read(`${stub}/package.json`)) as object)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^scripts$|ependencies$/)]),
      );
    }
  });
});

describe('the name on npm', () => {
  const texts = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\0')
    .filter((path) => path !== '' && !path.startsWith('dist/') && existsSync(join(root, path)))
    .map((path) => ({ path, text: read(path) }));

  test('has a scope, which no one can own before the owner sets it', () => {
    const [, scope = ''] = /^@([^/]+)\/gitlab-trigger$/.exec(packageName) ?? [];
    // npm takes no new name with capitals.
    if (owner === 'OWNER') expect(scope).toBe('OWNER');
    else expect(scope).toMatch(/^[a-z\d][a-z\d._-]*$/);
  });

  test.each([
    'npx gitlab-trigger run',
    'npx --yes --package gitlab-trigger@0.1.0 --call x',
    'npm install -g gitlab-trigger',
    'pnpm dlx gitlab-trigger@1',
    'npm publish gitlab-trigger',
    "import { a } from 'gitlab-trigger';",
    "await import('gitlab-trigger')",
  ])('the search finds it without one: %s', (line) => {
    expect(line).toMatch(withoutScope);
  });

  test('appears nowhere without it, where something would be installed, run or imported by it', () => {
    const here = '__tests__/contract/supply-chain.test.ts';
    const found = texts.flatMap(({ path, text }) =>
      path === here ? [] : (text.match(withoutScope) ?? []).map((line) => `${path}: ${line}`),
    );
    expect(found).toEqual([]);
  });

  test('is the same everywhere', () => {
    const others = texts.flatMap(({ path, text }) =>
      (text.match(/@[\w.-]+\/gitlab-trigger\b/g) ?? [])
        .filter((name) => name !== packageName)
        .map((name) => `${path}: ${name}`),
    );
    // What scripts/set-owner.js leaves as it was.
    const asItWas = ['__tests__/unit/scripts/set-owner.test.ts', 'CHANGELOG.md'];
    expect(others.filter((place) => !asItWas.some((path) => place.startsWith(`${path}:`)))).toEqual([]);
  });
});

/** Our name as a package of its own behind a word that gets packages. */
const withoutScope =
  /\b(?:npx|bunx|npm (?:i|install|add|exec|x|publish)|pnpm (?:add|dlx)|yarn (?:add|dlx))\b(?:[^\n'"`]*[ '"])?(?<![\w/-])gitlab-trigger(?![\w/.-]|\s+#)|\b(?:from |import\()'gitlab-trigger'/g;

describe('the folder dist', () => {
  const files = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(join(root, 'dist'), join(parentPath, name)));
  const scripts = files.filter((name) => name.endsWith('.js'));

  test('names every package in it with its license', () => {
    const licenses = read('dist/licenses.txt');
    for (const { name, version = '', license = '' } of production) {
      expect(licenses).toContain(`${name} ${version} (${license})\n`);
    }
  });

  test.each(files)('%s names no place on the machine that built it', (name) => {
    const text = read(`dist/${name}`);
    expect(text.match(/(?:\/home|\/Users|\/root|\/tmp|[A-Za-z]:\\\\?Users)[/\\][^"'`\s]*/g) ?? []).toEqual(
      [],
    );
    expect(text).not.toContain(root);
  });

  test.each(scripts)('%s loads modules of Node and files beside it, and nothing else', (name) => {
    const foreign = loadedBy(read(`dist/${name}`)).filter((specifier) => !isOwn(specifier, files));
    expect(foreign).toEqual([]);
  });

  test.each([
    { code: `import fs from 'node:fs';`, want: [] },
    { code: `import { start } from './index.js';`, want: [] },
    { code: `import('./' + chunk);`, want: [] },
    { code: `import 'left-pad';`, want: ['left-pad'] },
    { code: `export * from './gone.js';`, want: ['./gone.js'] },
    { code: `require('left-pad');`, want: ['left-pad'] },
    { code: `createRequire(import.meta.url)('left-pad');`, want: ['left-pad'] },
    { code: `import('https://cdn.example.com/a.js');`, want: ['https://cdn.example.com/a.js'] },
    { code: `import(name);`, want: ['(computed: name)'] },
  ])('the search finds in $code: $want', ({ code, want }) => {
    expect(loadedBy(code).filter((specifier) => !isOwn(specifier, files))).toEqual(want);
  });
});

/**
 * What a script loads: imports, exports from, `import()`, `require()`, and the result of `createRequire()`
 * called.
 */
function loadedBy(code: string): readonly string[] {
  const options = {
    languageVersion: ts.ScriptTarget.ES2023,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  };
  const file = ts.createSourceFile('script.js', code, options, false, ts.ScriptKind.JS);
  const found: string[] = [];
  const textOf = (node: ts.Node | undefined): string => {
    if (node === undefined) return '(nothing)';
    if (ts.isStringLiteralLike(node)) return node.text;
    // webpack puts the name of a chunk together; all are beside the bundle.
    const isBeside = ts.isBinaryExpression(node) && /^["']\.\/["']/.test(node.getText(file));
    return isBeside ? '.' : `(computed: ${node.getText(file)})`;
  };
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier !== undefined
    ) {
      found.push(textOf(node.moduleSpecifier));
    }
    if (ts.isCallExpression(node) && isLoader(node.expression)) found.push(textOf(node.arguments[0]));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isLoader(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true;
  if (ts.isIdentifier(callee)) return callee.text === 'require';
  return (
    ts.isCallExpression(callee) &&
    ts.isIdentifier(callee.expression) &&
    callee.expression.text.endsWith('createRequire')
  );
}

function isOwn(specifier: string, files: readonly string[]): boolean {
  if (specifier === '.') return true;
  if (specifier.startsWith('./')) return files.includes(specifier.slice(2));
  return builtinModules.includes(specifier.replace(/^node:/, ''));
}

describe('the sources of src/', () => {
  const openers =
    /^(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/|$)|^@actions\/http-client(?:\/|$)|^undici$/;
  const globals = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];

  /** A text without any of these words opens nothing; most need not be parsed. An escape may hide a word. */
  const words =
    /\b(?:fetch|WebSocket|EventSource|XMLHttpRequest|undici)\b|["'`](?:node:)?(?:https?|http2|net|tls|dgram|dns)\b|@actions\/http-client|\\[\sux]/;

  function opensNetwork(text: string): boolean {
    if (!words.test(text)) return false;
    const { imports, globals: used } = sourceFactsOf({ path: 'a.ts', text });
    return (
      imports.some(({ specifier, typeOnly }) => !typeOnly && openers.test(specifier)) ||
      used.some(({ name }) => globals.includes(name))
    );
  }

  test('open the network in src/http and in the simulator only', () => {
    const places = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && opensNetwork(read(join('src', path))))
      .map((path) => path.split(sep)[0]);
    expect([...new Set(places)].sort()).toEqual(['http', 'simulator']);
  });

  /** Who writes files beside the simulator; everything else is left to the runner's own library. */
  const writers = [
    'entries/demo.ts',
    // The log of the simulated GitLab that the action serves.
    'hosts/background.ts',
    // Opens folders.
    'hosts/files/held-folder.ts',
    // A value for a program of the host that reads it from a file; gone when that has ended.
    'hosts/programs.ts',
    'hosts/secret-file.ts',
    'hosts/system.ts',
    // Opens files to read, without waiting for the writer of a pipe.
    'hosts/text-files.ts',
    'results/artifacts/archive.ts',
    'results/artifacts/single-files.ts',
    'results/artifacts/unpack.ts',
  ];

  test('write files in few places, each listed by name', () => {
    const places = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .map((path) => path.split(sep).join('/'))
      .filter((path) => path.endsWith('.ts'))
      .filter((path) =>
        /\b(?:writeFile|appendFile|createWriteStream|openSync|open|cp|copyFile)\w*\b[^;]*from 'node:fs/.test(
          read(`src/${path}`),
        ),
      );
    expect(places.filter((path) => !path.startsWith('simulator/')).sort()).toEqual(writers);
  });

  test("start programs in three places: our own command, programs of a CI host, the user's command that stores a token", () => {
    const places = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .map((path) => path.split(sep).join('/'))
      .filter((path) => path.endsWith('.ts') && read(`src/${path}`).includes("from 'node:child_process'"));
    expect(places.filter((path) => !path.startsWith('simulator/'))).toEqual([
      'hosts/background.ts',
      'hosts/programs.ts',
      'hosts/secret-command.ts',
    ]);
  });

  test.each([
    { give: `import http from 'node:http';`, want: true },
    { give: `import { request } from 'https';`, want: true },
    { give: `import { lookup } from 'node:dns/promises';`, want: true },
    { give: `await fetch(url);`, want: true },
    { give: `await globalThis.fetch(url);`, want: true },
    { give: String.raw`await f\u0065tch(url);`, want: true },
    { give: String.raw`import http from 'node:\x68ttp';`, want: true },
    { give: `import type { Agent } from 'node:http';`, want: false },
    { give: `gitlab.fetchPipeline(1);`, want: false },
  ])('the search says $want of $give', ({ give, want }) => {
    expect(opensNetwork(give)).toBe(want);
  });
});

interface Workflow {
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions?: Readonly<Record<string, string>>;
        readonly 'timeout-minutes'?: number;
        readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: unknown }[];
      }
    >
  >;
}

describe('the workflows', () => {
  const folder = '.github/workflows';
  const names = readdirSync(join(root, folder)).filter((name) => /\.ya?ml$/.test(name));
  const workflows = names.map((name) => ({
    name,
    text: read(`${folder}/${name}`),
    workflow: parse(read(`${folder}/${name}`)) as Workflow,
  }));

  test('exist', () => {
    expect(names.toSorted()).toEqual(expect.arrayContaining(['check-dist.yml', 'ci.yml', 'release.yml']));
  });

  test.each(workflows)(
    '$name may read the sources and nothing else, unless a job says more',
    ({ workflow }) => {
      expect(workflow.permissions).toEqual({ contents: 'read' });
    },
  );

  test('give more to the jobs that release only', () => {
    const more = workflows.flatMap(({ name, workflow }) =>
      Object.entries(workflow.jobs).flatMap(([job, { permissions }]) =>
        permissions === undefined ? [] : [`${name}: ${job}`],
      ),
    );
    expect(more).toEqual([
      // To show what they found.
      'codeql.yml: analyze',
      'release.yml: release',
      'release.yml: npm',
      'release.yml: image',
      'release.yml: major',
      'scorecard.yml: scorecard',
    ]);
  });

  test('install no package in a job that may do more', () => {
    const scripts = workflows.flatMap(({ workflow }) =>
      Object.values(workflow.jobs)
        .filter(({ permissions }) => permissions !== undefined)
        .flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? [])),
    );
    expect(scripts.length).toBeGreaterThan(3);
    expect(
      scripts.filter((script) => /\bnpm (?:ci|cit|i|install|run|exec|x|test)\b|\bnpx\b/.test(script)),
    ).toEqual([]);
  });

  test('publish on npm without a token, by the workflow alone and with provenance', () => {
    const text = workflows.find(({ name }) => name === 'release.yml')?.text ?? '';
    expect(text).toMatch(/npm publish \S+ --access public --provenance/);
    expect(workflows.filter((each) => /NPM_TOKEN|NODE_AUTH_TOKEN|secrets\./.test(each.text))).toEqual([]);
  });

  test('run nothing from npm in the jobs that release', () => {
    const jobs = workflows.find(({ name }) => name === 'release.yml')?.workflow.jobs;
    const steps = [...(jobs?.release?.steps ?? []), ...(jobs?.major?.steps ?? [])];
    const runs = steps.map(({ run = '' }) => run).join('\n');
    expect(runs).toContain('gh release create');
    expect(runs).not.toMatch(/\b(?:npm|npx|node)\b/);
  });

  test.each(workflows)('$name pins every action by its commit, with the version beside it', ({ text }) => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line));
    const loose = uses.filter((line) => !/uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line));
    expect(loose).toEqual([]);
  });

  test.each(workflows)('$name leaves no credentials in the checkout', ({ workflow }) => {
    const checkouts = Object.values(workflow.jobs)
      .flatMap(({ steps }) => steps)
      .filter(({ uses = '' }) => uses.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(0);
    for (const { with: given } of checkouts) expect(given).toMatchObject({ 'persist-credentials': false });
  });

  test.each(workflows)('$name does not run changes from forks with our permissions', ({ text }) => {
    expect(text).not.toMatch(/pull_request_target|workflow_run|issue_comment/);
  });

  test.each(workflows)(
    '$name puts nothing into a shell script: values come from the environment',
    ({ workflow }) => {
      const scripts = Object.values(workflow.jobs).flatMap(({ steps }) =>
        steps.flatMap(({ run }) => run ?? []),
      );
      expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
    },
  );

  test.each(workflows)('$name has a time limit for each job', ({ workflow }) => {
    for (const job of Object.values(workflow.jobs))
      expect(job['timeout-minutes']).toEqual(expect.any(Number));
  });

  test('delay updates of dependencies by a week, and group them', () => {
    const { updates } = parse(read('.github/dependabot.yml')) as {
      readonly updates: readonly Readonly<Record<string, unknown>>[];
    };
    expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
    for (const update of updates) {
      expect(update.cooldown).toMatchObject({ 'default-days': 7 });
      expect(update.groups).toBeDefined();
    }
  });
});

describe('the pages with promises', () => {
  const pages = ['SECURITY.md', 'docs/reference/security.md', 'docs/reference/reliability.md'];

  test.each(pages)('%s names tests that exist', (page) => {
    const named = read(page).match(/__tests__\/[\w./-]*\w/g) ?? [];
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  const numbers = Array.from(
    read('docs/reference/reliability.md').matchAll(
      /^\| .*? \| ([\d.]+)( s)? +\| `(\w+)` in `(src\/[\w/.-]+)` +\|$/gm,
    ),
    ([, value = '', unit = '', name = '', path = '']) => ({ value: `${value}${unit}`, name, path }),
  );

  test('docs/reference/reliability.md has numbers', () => {
    expect(numbers.length).toBeGreaterThan(15);
  });

  test.each(numbers)(
    'docs/reference/reliability.md has the right $name of $path: $value',
    ({ value, name, path }) => {
      const [, written = ''] = new RegExp(`\\b${name}(?: = |: )([\\d_]+)[,;]`).exec(read(path)) ?? [];
      const number = Number(written.replaceAll('_', ''));
      expect(value).toBe(name.endsWith('Ms') ? `${number / 1000} s` : String(number));
    },
  );

  test('docs/reference/security.md names a test for every claim in its tables', () => {
    const rows = read('docs/reference/security.md')
      .split('\n')
      .filter((line) => line.startsWith('| ') && !/^\| -+ \|/.test(line));
    const [head, ...claims] = rows;
    expect(head).toContain('shown by');
    const unproven = claims.filter((row) => !row.includes('shown by') && !row.includes('__tests__/'));
    expect(unproven).toEqual([]);
  });
});
