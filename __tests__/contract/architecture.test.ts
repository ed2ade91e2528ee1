import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { violationsOf, type ArchitectureRules } from './support/architecture-rules.js';
import { type SmallFileRule, smallFilesOf } from './support/small-files.js';
import { sourceFactsOf, type SourceFacts, type SourceText } from './support/source-facts.js';

/** Section 2 of the design, as data. */
const rules: ArchitectureRules = {
  folders: {
    base: { imports: [], typeImports: [], builtins: 'none' },
    model: { imports: ['base'], typeImports: [], builtins: 'none' },
    http: { imports: ['base'], typeImports: [], builtins: 'all' },
    gitlab: { imports: ['http', 'model', 'base'], typeImports: [], builtins: 'pure' },
    github: { imports: ['http', 'base'], typeImports: ['model'], builtins: 'pure' },
    inputs: { imports: ['model', 'base'], typeImports: [], builtins: 'pure' },
    trigger: { imports: ['gitlab', 'model', 'base'], typeImports: [], builtins: 'pure' },
    follow: { imports: ['gitlab', 'model', 'base'], typeImports: [], builtins: 'pure' },
    logs: { imports: ['gitlab', 'model', 'base'], typeImports: [], builtins: 'pure' },
    results: { imports: ['gitlab', 'model', 'base'], typeImports: [], builtins: 'all' },
    tokens: { imports: ['gitlab', 'model', 'base'], typeImports: [], builtins: 'pure' },
    'ci-rules': { imports: ['model', 'base'], typeImports: [], builtins: 'pure' },
    check: { imports: ['gitlab', 'ci-rules', 'model', 'base'], typeImports: [], builtins: 'pure' },
    snippet: { imports: ['model', 'base'], typeImports: [], builtins: 'pure' },
    report: {
      imports: ['model', 'base'],
      typeImports: ['trigger', 'follow', 'logs', 'results', 'tokens', 'check'],
      builtins: 'pure',
    },
    hosts: { imports: ['model', 'base'], typeImports: [], builtins: 'all' },
    terminal: { imports: ['report', 'model', 'base'], typeImports: [], builtins: 'all' },
    cli: { imports: ['inputs', 'model', 'base'], typeImports: [], builtins: 'pure' },
    library: {
      imports: ['trigger', 'follow', 'gitlab', 'inputs', 'model', 'base'],
      typeImports: ['http'],
      builtins: 'pure',
    },
    run: {
      imports: [
        'base',
        'model',
        'http',
        'gitlab',
        'github',
        'inputs',
        'trigger',
        'follow',
        'logs',
        'results',
        'tokens',
        'check',
        'snippet',
        'report',
        'hosts',
        'terminal',
        'cli',
      ],
      typeImports: [],
      builtins: 'all',
    },
    simulator: { imports: ['base'], typeImports: [], builtins: 'all' },
    entries: {
      imports: [
        'base',
        'model',
        'http',
        'gitlab',
        'inputs',
        'trigger',
        'follow',
        'report',
        'hosts',
        'terminal',
        'cli',
        'library',
        'run',
        'simulator',
      ],
      typeImports: [],
      builtins: 'all',
    },
  },
  pureBuiltins: ['node:buffer', 'node:crypto', 'node:path', 'node:querystring', 'node:url', 'node:util'],
  packages: [
    { names: ['@actions/core'], allowedIn: ['hosts/adapters/github-actions.ts'] },
    { names: ['@actions/http-client'], allowedIn: ['http/'] },
    { names: ['zod'], allowedIn: ['inputs/', 'gitlab/schemas/', 'github/schemas.ts'] },
    { names: ['yaml'], allowedIn: ['inputs/', 'simulator/', 'snippet/', 'ci-rules/'] },
    { names: ['@noble/ciphers', '@noble/hashes'], allowedIn: ['github/seal.ts'] },
    { names: ['libsodium-wrappers'], allowedIn: ['simulator/github/sealing-pair.ts'] },
    { names: ['yauzl'], allowedIn: ['results/'] },
  ],
  globals: [
    { names: ['process', 'node:process'], allowedIn: ['entries/', 'hosts/', 'terminal/'] },
    {
      names: [
        'setTimeout',
        'setInterval',
        'setImmediate',
        'AbortSignal.timeout',
        'Date.now',
        'Date()',
        'new Date()',
        'performance.now',
        'performance.timeOrigin',
        'node:timers',
        'node:timers/promises',
        'node:perf_hooks',
      ],
      allowedIn: ['base/clock.ts'],
    },
    { names: ['Math.random'], allowedIn: ['entries/'] },
    { names: ['require', 'eval', 'Function'], allowedIn: [] },
  ],
  members: [{ names: ['reveal'], allowedIn: ['gitlab/client.ts', 'github/client.ts', 'hosts/'] }],
  forbiddenNames: ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'manager', 'data', 'info'],
  maxCodeLines: 300,
  maxFolderFiles: 20,
  forbiddenWords: ['look', 'wish', 'trouble', 'patience', 'told', 'lack', 'meanwhile', 'brought'],
  excusedNames: [],
  excusedTypes: [],
  closedFolders: {
    entries: [
      'action.ts',
      'cli.ts',
      'demo.ts',
      'index.ts',
      'library.ts',
      'process.ts',
      'simulate.ts',
      'simulator.ts',
    ],
  },
};

const srcFolder = join(import.meta.dirname, '..', '..', 'src');

const smallFiles: SmallFileRule = {
  fewerLinesThan: 40,
  anySizeIn: ['entries/', 'hosts/adapters/'],
  importers: { files: 3, folders: 2 },
};

/** Small files that stand by themselves all the same, by why they do. */
const excusedSmallFiles: Readonly<Record<string, readonly string[]>> = {
  'a side effect, or a reader of one, apart from what decides': [
    'run/connect-github.ts',
    'run/feedback/open.ts',
    'run/heap.ts',
    'run/plan.ts',
    'run/saved-run.ts',
    'run/simulation/saved-server.ts',
    'terminal/prompt.ts',
  ],
  'one rule, its reason and its cases, where the file beside it is long': [
    'cli/lost-characters.ts',
    'cli/output-mode.ts',
    'follow/decide/grounds.ts',
    'follow/decide/warnings.ts',
    'gitlab/pipeline-body.ts',
    'gitlab/responses/success.ts',
    'inputs/commands/plan.ts',
    'inputs/commands/snippet-step.ts',
    'run/results/time.ts',
    'run/simulation/stop-limits.ts',
    'snippet/curl.ts',
    'trigger/lost-candidates.ts',
    'trigger/refusal-advice.ts',
    'trigger/seen-before.ts',
  ],
  'shared by two rooms that may not import each other': [
    'base/ref-advice.ts',
    'hosts/tekton-results.ts',
    'inputs/expiry.ts',
    'report/name-column.ts',
  ],
  'shared by many files of one room': ['hosts/context-text.ts', 'inputs/likely-cause.ts'],
  'a table': ['check/release-gaps.ts'],
  'loaded only when it is needed': ['github/seal.ts', 'library/cancel-pipeline.ts'],
  'one resource or one rule of the other side': [
    'simulator/github/sealing-pair.ts',
    'simulator/github/users.ts',
    'simulator/gitlab/api/repository/mirror.ts',
    'simulator/gitlab/engine/downstream.ts',
    'simulator/gitlab/engine/shown-status.ts',
    'simulator/gitlab/engine/test-suites.ts',
    'simulator/gitlab/wire/compressed-answer.ts',
    'simulator/gitlab/api/archive/of-ref.ts',
    'simulator/gitlab/engine/touch-tags.ts',
    'simulator/gitlab/engine/forget-pipelines.ts',
    'simulator/gitlab/state/numbered.ts',
    'simulator/gitlab/wire/cross-origin.ts',
    'simulator/gitlab/wire/cursor-paging.ts',
    'simulator/gitlab/wire/stale-replica.ts',
    'simulator/serve/played-clock.ts',
    'simulator/gitlab/wire/router.ts',
  ],
};

function readSources(folder: string): readonly SourceFacts[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => join(folder, path))
    .map((path) =>
      sourceFactsOf({
        path: relative(folder, path).split(sep).join('/'),
        text: readFileSync(path, 'utf8'),
      }),
    );
}

describe('the sources of src/', () => {
  const sources = readSources(srcFolder);

  test('the sources are found', () => {
    expect(sources.length).toBeGreaterThan(20);
  });

  test('the sources keep every rule', () => {
    expect(violationsOf(sources, rules)).toEqual([]);
  });

  test('every small file has a reason, and every reason has a small file', () => {
    const excused = Object.values(excusedSmallFiles).flat().sort();
    expect(smallFilesOf(sources, smallFiles)).toEqual(excused);
  });

  test('the sources need every excuse that a rule makes for a name', () => {
    const unexcused = violationsOf(sources, { ...rules, excusedNames: [], excusedTypes: [] });
    const excuses = [...rules.excusedNames, ...rules.excusedTypes];
    expect(excuses.filter(({ name }) => !unexcused.some((fault) => fault.includes(name)))).toEqual([]);
  });
});

describe('the rules of the architecture', () => {
  const some: readonly SourceText[] = [
    { path: 'base/secret.ts', text: 'export class Secret {}' },
    { path: 'follow/request.ts', text: 'export type Request = string;' },
    { path: 'gitlab/pipeline.ts', text: 'export const one = 1; export type Pipeline = string;' },
    { path: 'entries/process.ts', text: 'export const run = 1;' },
  ];

  function faultsOf(...sources: readonly SourceText[]): readonly string[] {
    const replaced = some.filter(({ path }) => !sources.some((source) => source.path === path));
    return violationsOf([...replaced, ...sources].map(sourceFactsOf), rules);
  }

  test.each([
    { path: 'report/a.ts', text: `import type { Request } from '../follow/request.js';` },
    { path: 'report/a.ts', text: `import { type Request } from '../follow/request.js';` },
    { path: 'report/a.ts', text: `export type { Request } from '../follow/request.js';` },
    { path: 'report/a.ts', text: `type R = import('../follow/request.js').Request;` },
    { path: 'follow/a.ts', text: `import { one } from '../gitlab/pipeline.js';` },
    {
      path: 'hosts/adapters/github-actions.ts',
      text: `import { setFailed } from '@actions/core'; process.exitCode = 1;`,
    },
    { path: 'http/a.ts', text: `import { HttpClient } from '@actions/http-client/lib/index.js';` },
    { path: 'http/a.ts', text: `socket.setTimeout(5);` },
    { path: 'http/a.ts', text: `export const a = { process: 1 }.process; // process.exit()` },
    { path: 'http/a.ts', text: `export const a = 'setTimeout(…)'; export const b = new Date(0);` },
    { path: 'simulator/a.ts', text: `const { parse } = await import('yaml');` },
    { path: 'simulator/a.ts', text: `import { spawn } from 'node:child_process';` },
    { path: 'inputs/a.ts', text: `import * as z from 'zod/mini';` },
    { path: 'entries/cli.ts', text: `import { run } from './process.js'; export const n = Math.random();` },
    { path: 'base/clock.ts', text: `export const now = () => Date.now();` },
    { path: 'gitlab/client.ts', text: `token.reveal();` },
    { path: 'gitlab/a.ts', text: `/** data */ export const lines = result.data;` },
    { path: 'gitlab/a.ts', text: `export const lookup = toldYou.looks; type Pipeline = 1;` },
    { path: 'gitlab/a.ts', text: `${'// a comment\n\n'.repeat(400)}export const a = 1;` },
  ])('the rules accept $path: $text', (source) => {
    expect(faultsOf(source)).toEqual([]);
  });

  test.each([
    { path: 'base/a.ts', text: `import '../gitlab/pipeline.js';`, want: 'base/ may not import from gitlab/' },
    { path: 'base/a.ts', text: `import 'node:path';`, want: 'base/ may not import node:path' },
    {
      path: 'gitlab/a.ts',
      text: `import type { R } from '../follow/request.js';`,
      want: 'may not import from follow/',
    },
    {
      path: 'report/a.ts',
      text: `import { R } from '../follow/request.js';`,
      want: 'only types from follow/',
    },
    {
      path: 'report/a.ts',
      text: `import { R, type Q } from '../follow/request.js';`,
      want: 'only types from',
    },
    { path: 'report/a.ts', text: `export * from '../follow/request.js';`, want: 'only types from follow/' },
    { path: 'report/a.ts', text: `await import('../follow/request.js');`, want: 'only types from follow/' },
    {
      path: 'report/a.ts',
      text: `import { one } from '../follow/request.js';`,
      want: 'only types from follow/',
    },
    { path: 'report/a.ts', text: `import 'node:fs';`, want: 'report/ may not import node:fs' },
    { path: 'simulator/a.ts', text: `import '../gitlab/pipeline.js';`, want: 'may not import from gitlab/' },
    {
      path: 'hosts/a.ts',
      text: `import type { R } from '../entries/process.js';`,
      want: 'import from entries/',
    },
    { path: 'gitlab/a.ts', text: `import '../missing/a.js';`, want: 'missing/a.ts, which does not exist' },
    { path: 'gitlab/a.ts', text: `import '../../scripts/a.js';`, want: 'from outside src/' },
    { path: 'gitlab/a.ts', text: `await import(name);`, want: 'name is computed' },
    { path: 'gitlab/a.ts', text: `import fs from 'fs';`, want: 'without node:' },
    {
      path: 'hosts/azure.ts',
      text: `import '@actions/core';`,
      want: 'is for hosts/adapters/github-actions.ts only',
    },
    { path: 'gitlab/a.ts', text: `import '@actions/http-client';`, want: 'is for http/ only' },
    { path: 'gitlab/a.ts', text: `import { z } from 'zod';`, want: 'imports zod, which is for' },
    { path: 'gitlab/a.ts', text: `import type { z } from 'zod';`, want: 'imports zod, which is for' },
    { path: 'gitlab/a.ts', text: `import 'left-pad';`, want: 'left-pad, which no rule allows' },
    { path: 'gitlab/a.ts', text: `export const a = process.env;`, want: 'uses process' },
    { path: 'gitlab/a.ts', text: `export const a = globalThis.process;`, want: 'uses process' },
    { path: 'gitlab/a.ts', text: `export const a = { process };`, want: 'uses process' },
    { path: 'gitlab/a.ts', text: `import { env } from 'node:process';`, want: 'imports node:process' },
    { path: 'gitlab/a.ts', text: `setTimeout(go, 1);`, want: 'uses setTimeout' },
    { path: 'gitlab/a.ts', text: `const later = setInterval;`, want: 'uses setInterval' },
    { path: 'gitlab/a.ts', text: `setImmediate(go);`, want: 'uses setImmediate' },
    {
      path: 'gitlab/a.ts',
      text: `import { setTimeout as wait } from 'node:timers/promises';`,
      want: 'node:timers/promises',
    },
    { path: 'http/a.ts', text: `const signal = AbortSignal.timeout(5);`, want: 'uses AbortSignal.timeout' },
    { path: 'gitlab/a.ts', text: `const t = Date.now();`, want: 'uses Date.now' },
    { path: 'gitlab/a.ts', text: `const t = new Date();`, want: 'uses new Date()' },
    { path: 'gitlab/a.ts', text: `const t = new Date;`, want: 'uses new Date()' },
    { path: 'gitlab/a.ts', text: `const t = performance.now();`, want: 'uses performance.now' },
    { path: 'follow/a.ts', text: `const n = Math.random();`, want: 'uses Math.random' },
    { path: 'follow/a.ts', text: `const n = { random: Math.random };`, want: 'uses Math.random' },
    { path: 'gitlab/a.ts', text: `token.reveal();`, want: 'uses reveal' },
    { path: 'gitlab/a.ts', text: `const show = token.reveal;`, want: 'uses reveal' },
    { path: 'gitlab/a.ts', text: `token?.reveal();`, want: 'uses reveal' },
    { path: 'gitlab/a.ts', text: `export default 1;`, want: 'has a default export' },
    { path: 'gitlab/a.ts', text: `export default function a() {}`, want: 'has a default export' },
    { path: 'gitlab/a.ts', text: `const a = 1; export { a as default };`, want: 'has a default export' },
    { path: 'gitlab/job-utils.ts', text: ``, want: 'is named utils' },
    { path: 'gitlab/helpers/a.ts', text: ``, want: 'is named helpers' },
    { path: 'gitlab/jobList.ts', text: ``, want: 'is not in kebab-case' },
    { path: 'gitlab/a.ts', text: `const { data } = result;`, want: 'declares data' },
    { path: 'gitlab/a.ts', text: `interface Info {}`, want: 'declares Info' },
    { path: 'gitlab/a.ts', text: `const f = (manager) => 1;`, want: 'declares manager' },
    { path: 'stray.ts', text: ``, want: 'is in no folder that has a rule' },
    { path: 'novel/a.ts', text: ``, want: 'is in no folder that has a rule' },
    { path: 'gitlab/a.ts', text: 'go();\n'.repeat(301), want: 'has 301 lines of code' },
    { path: 'gitlab/a.ts', text: `const lookAhead = 1;`, want: 'in place of look' },
    { path: 'gitlab/a.ts', text: `function onTrouble() {}`, want: 'in place of trouble' },
    { path: 'gitlab/a.ts', text: `interface HTTPWish {}`, want: 'in place of wish' },
    { path: 'gitlab/a.ts', text: `const TOLD_MS = 1;`, want: 'in place of told' },
    { path: 'gitlab/a.ts', text: `export interface Pipeline {}`, want: 'Pipeline is an exported type of' },
    { path: 'follow/a.ts', text: `export class Secret {}`, want: 'Secret is an exported type of' },
    { path: 'entries/policy.ts', text: `export const decide = 1;`, want: 'is new in entries/' },
  ])('the rules reject $path: $text', ({ path, text, want }) => {
    expect(faultsOf({ path, text })).toEqual([expect.stringContaining(want)]);
  });

  test('a folder with more than 20 files breaks the rules, and one with 20 does not', () => {
    const files = Array.from({ length: 21 }, (_, index) => ({ path: `base/small/f${index}.ts`, text: '' }));
    expect(faultsOf(...files)).toEqual(['base/small/ has 21 files, more than 20']);
    expect(faultsOf(...files.slice(1))).toEqual([]);
  });

  test.each([
    { text: '#!/usr/bin/env node\n\ngo(); // a comment\n/* two\nlines */ go();\n/** none */\n', lines: 2 },
    { text: 'const a = `one\n\n// three\n${ /* four\nfive */ b }}six\n`;\n\n// none', lines: 6 },
    { text: "const a = '/*';\n// none\nconst b = /[/*]/ / 2; /* none\n*/\nconst c = '*/';", lines: 3 },
    { text: '// none', lines: 0 },
  ])('%j has its lines of code', ({ text, lines }) => {
    expect(sourceFactsOf({ path: 'gitlab/a.ts', text }).codeLines).toBe(lines);
  });

  test('a small file with one user breaks the rules, and one that three files of two folders use does not', () => {
    const small = { path: 'base/small.ts', text: 'export const one = 1;' };
    const users = ['gitlab/a.ts', 'gitlab/b.ts', 'follow/c.ts'].map((path) => ({
      path,
      text: `import { one } from '../base/small.js';\n${'go(one);\n'.repeat(40)}`,
    }));
    const smallOf = (...sources: readonly SourceText[]): readonly string[] =>
      smallFilesOf(sources.map(sourceFactsOf), smallFiles);
    expect(smallOf(small, ...users)).toEqual([]);
    expect(smallOf(small, ...users.slice(1))).toEqual(['base/small.ts']);
    expect(smallOf(small, ...users.slice(0, 2))).toEqual(['base/small.ts']);
    expect(smallOf({ path: 'hosts/adapters/small.ts', text: 'go();' })).toEqual([]);
    expect(smallOf({ path: 'hosts/small.ts', text: 'go();\n'.repeat(39) })).toEqual(['hosts/small.ts']);
    expect(smallOf({ path: 'hosts/small.ts', text: 'go();\n'.repeat(40) })).toEqual([]);
  });

  test('a cycle breaks the rules, and is reported once with its path', () => {
    const faults = faultsOf(
      { path: 'gitlab/a.ts', text: `import './b.js';` },
      { path: 'gitlab/b.ts', text: `import type { C } from './c.js';` },
      { path: 'gitlab/c.ts', text: `export * from './a.js';` },
    );
    expect(faults).toEqual(['cycle: gitlab/a.ts → gitlab/b.ts → gitlab/c.ts → gitlab/a.ts']);
  });

  test('a file that imports itself breaks the rules', () => {
    expect(faultsOf({ path: 'gitlab/a.ts', text: `import './a.js';` })).toEqual([
      'cycle: gitlab/a.ts → gitlab/a.ts',
    ]);
  });
});
