import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { actionFolders, renderTable, tablePages } from '../../scripts/generate-docs.js';
import { errorCodes } from '../../src/base/errors.js';
import { simulateInputs } from '../../src/inputs/commands/simulate.js';
import { tokensInputs } from '../../src/inputs/commands/tokens.js';
import { triggerInputs } from '../../src/inputs/commands/trigger.js';
import { cancelInputs, waitInputs } from '../../src/inputs/commands/wait-and-cancel.js';
import type { InputDescription } from '../../src/inputs/table.js';
import type { Pipeline } from '../../src/model/pipeline.js';
import type { Verdict } from '../../src/model/verdict.js';
import { checksOutput } from '../../src/report/checks.js';
import { singleValueOutputs, valuesOutput } from '../../src/report/json-outputs.js';
import {
  artifactsOutput,
  cancelOutputs,
  cancellationOutputs,
  foundOutputs,
  outputNames,
  simulateOutputs,
  startOutputs,
  triggerOutputs,
  verdictOutputs,
  waitOutputs,
} from '../../src/report/outputs.js';
import { testsOutput } from '../../src/report/tests-output.js';
import { oneTokenOutputs, tokensOutputs } from '../../src/report/tokens.js';
import { type ActionMetadata, parseActionMetadata } from '../../src/simulator/runner/action-metadata.js';
import { brandingColors, brandingIcons } from './support/branding.js';

interface DescribedAction {
  /** Relative to the repository's root. */
  readonly folder: string;
  readonly inputs: readonly InputDescription[];
  readonly outputs: readonly { readonly name: string; readonly description: string }[];
}

/** Every action of this repository, as the code describes it. */
const actions: readonly DescribedAction[] = [
  { folder: '.', inputs: triggerInputs, outputs: triggerOutputs },
  { folder: 'cancel', inputs: cancelInputs, outputs: cancelOutputs },
  { folder: 'simulate', inputs: simulateInputs, outputs: simulateOutputs },
  { folder: 'tokens', inputs: tokensInputs, outputs: tokensOutputs },
  { folder: 'wait', inputs: waitInputs, outputs: waitOutputs },
];

const root = join(import.meta.dirname, '..', '..');

const fullPipeline: Pipeline = {
  id: 257,
  iid: 118,
  projectId: 42,
  status: 'success',
  ref: 'main',
  sha: '8f2b6c1d4e5a7b9c0d1e2f3a4b5c6d7e8f9a0b1c',
  webUrl: 'https://gitlab.example.com/group/app/-/pipelines/257',
  createdAt: '2026-01-01T00:00:00.000Z',
  durationSeconds: 62,
  coverage: '87.50',
};

const fullVerdict: Verdict = {
  outcome: 'success',
  pipeline: fullPipeline,
  snapshot: { root: { pipeline: fullPipeline, jobs: [], bridges: [] }, unreadable: [] },
  elapsedMs: 62_000,
};

function read(...path: readonly string[]): string {
  return readFileSync(join(root, ...path), 'utf8');
}

async function metadataOf(folder: string): Promise<ActionMetadata> {
  return await parseActionMetadata(read(folder, 'action.yml'));
}

test('every action.yml is described by a table in the code', () => {
  const found = actionFolders(root).map((folder) => relative(root, folder) || '.');
  expect(found).toEqual(actions.map(({ folder }) => folder));
});

describe.each(actions)('action.yml in $folder', ({ folder, inputs, outputs }) => {
  test('declares the inputs of the table, in its order, with its words and defaults', async () => {
    const { inputs: declared } = await metadataOf(folder);
    expect(
      declared.map((input) => ({
        name: input.name,
        default: input.default,
        description: input.description.trim(),
        required: input.required ? 'always' : 'never',
      })),
    ).toEqual(inputs);
  });

  test('declares the outputs of the code, in its order, with its words', async () => {
    const { outputs: declared } = await metadataOf(folder);
    const found = declared.map(({ name, description }) => ({ name, description: description.trim() }));
    expect(found).toEqual(outputs);
  });

  test('runs on node24, and its scripts are in dist', async () => {
    const { runs } = await metadataOf(folder);
    expect(runs.using).toBe('node24');
    const scripts = [runs.pre, runs.main, runs.post].filter((script) => script !== undefined);
    const paths = scripts.map((script) => relative(root, join(root, folder, script)));
    expect(paths.filter((path) => !/^dist[/\\]/.test(path) || !existsSync(join(root, path)))).toEqual([]);
  });

  test('has a name, a description that the Marketplace shows whole, and a branding that it knows', async () => {
    const { name, description, branding } = await metadataOf(folder);
    expect(name).not.toBe('');
    expect(description.length).toBeGreaterThan(0);
    expect(description.length).toBeLessThanOrEqual(125);
    expect(brandingIcons).toContain(branding?.icon);
    expect(brandingColors).toContain(branding?.color);
  });

  test.each(['inputs', 'outputs'] as const)('is what the table of %s on its page shows', async (name) => {
    const page = read(tablePages(folder)[name]);
    expect(page).toBe(await renderTable(page, name, read(folder, 'action.yml')));
  });

  test('gives names in snake_case, each once', () => {
    for (const names of [inputs, outputs].map((rows) => rows.map(({ name }) => name))) {
      expect(names.filter((name) => !/^[a-z]+(?:_[a-z]+)*$/.test(name))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('gives no input both a default and the duty to be given', () => {
    const contradictory = inputs.filter((row) => row.required === 'always' && row.default !== undefined);
    expect(contradictory.map(({ name }) => name)).toEqual([]);
  });
});

const identity = foundOutputs(fullPipeline);

/** What results bring beside the pipeline itself. */
const results: Readonly<Record<string, string>> = {
  ...testsOutput({
    counts: { total: 0, success: 0, failed: 0, error: 0, skipped: 0, seconds: 0 },
    suites: [],
    failed: [],
    all: undefined,
    unreadable: [],
  }),
  ...(Object(valuesOutput(new Map([['IMAGE_TAG', '1.4.2']]))) as Readonly<Record<string, string>>),
  ...artifactsOutput('/work/gitlab-artifacts'),
};

test.each([
  {
    name: 'the root action',
    set: {
      ...startOutputs(fullPipeline),
      ...verdictOutputs(fullVerdict),
      ...results,
      checks: checksOutput([]),
    },
    declared: triggerOutputs,
  },
  { name: 'wait', set: { ...identity, ...verdictOutputs(fullVerdict), ...results }, declared: waitOutputs },
  {
    name: 'cancel',
    set: {
      pipeline_id: identity.pipeline_id,
      web_url: identity.web_url,
      ...cancellationOutputs({ pipeline: fullPipeline, result: 'canceled' }),
    },
    declared: cancelOutputs,
  },
  {
    name: 'tokens',
    // A secret, which is set by itself.
    set: { ...oneTokenOutputs({ id: 1, description: '', start: '' }), token: '', old_trigger_id: '' },
    declared: tokensOutputs,
  },
])('every declared output of $name is set, and every output set is declared', ({ set, declared }) => {
  expect(Object.keys(set).sort()).toEqual(declared.map(({ name }) => name as string).sort());
});

test('the outputs of all actions are known to output_file, which clears them before a run', () => {
  // The command simulate has no output_file.
  const written = actions.filter(({ folder }) => folder !== 'simulate');
  const declared = written.flatMap(({ outputs }) => outputs.map(({ name }) => name));
  expect([...outputNames].sort()).toEqual([...new Set(declared)].sort());
});

test('outputs of values, which no action.yml can list, cannot be mistaken for those that it lists', () => {
  const names = singleValueOutputs(new Map([['s', '1']])).map(({ name }) => name);
  const declared = [...triggerOutputs, ...waitOutputs, ...cancelOutputs].map(({ name }) => name as string);
  expect(names).toEqual(['value_s']);
  expect(declared.filter((name) => name.startsWith('value_'))).toEqual([]);
});

test('docs/troubleshooting.md has one heading for each error code and no other code', () => {
  const headings = read('docs', 'troubleshooting.md').matchAll(/^#{2,4} `([a-z_]+)`\s*$/gm);
  expect([...headings].map(([, code]) => code).sort()).toEqual(Object.keys(errorCodes).sort());
});
