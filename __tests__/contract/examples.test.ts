import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';

import { parseActionMetadata, type ActionMetadata } from '../../src/simulator/runner/action-metadata.js';
import { owner } from '../support/package-name.js';
import { markdownFiles } from './support/markdown-files.js';
import { codeBlocksOf } from './support/markdown-parts.js';
import { outputsReadIn, stepsIn, type ExampleStep } from './support/workflow-steps.js';

const root = join(import.meta.dirname, '..', '..');
/** As on GitHub, or with the full address that Forgejo and Gitea take. */
const action = new RegExp(String.raw`^(?:https://github\.com/)?${owner}/gitlab-trigger(?:/([a-z]+))?@v1$`);

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The documents of an example; most are one. */
function documentsIn(text: string): readonly unknown[] {
  return parseAllDocuments(text, { merge: true }).map((document) => document.toJS() as unknown);
}

/** Which of our actions a step uses; `undefined` when none. */
function folderOf({ uses }: ExampleStep): string | undefined {
  const found = action.exec(uses ?? '');
  return found === null ? undefined : (found[1] ?? '.');
}

async function metadataOf(folder: string): Promise<ActionMetadata> {
  return await parseActionMetadata(read(join(folder, 'action.yml')));
}

/** Whole workflows. */
const workflows = readdirSync(join(root, 'examples'), { encoding: 'utf8' })
  .map((name) => join('examples', name))
  .map((path) => ({ place: path, path, text: read(path) }));

const examples = [
  ...markdownFiles().flatMap((path) =>
    codeBlocksOf(read(path), 'yaml').map(({ line, text }) => ({ place: `${path}:${line}`, path, text })),
  ),
  ...workflows,
];

test('every action has an example on its own page', () => {
  const folders = ['.', 'cancel', 'simulate', 'tokens', 'wait'];
  const shown = folders.filter((folder) =>
    examples.some(
      ({ path, text }) =>
        dirname(path) === folder && stepsIn(documentsIn(text)).some((step) => folderOf(step) === folder),
    ),
  );
  expect(shown).toEqual(folders);
});

describe.each(examples)('the example at $place', ({ path, text }) => {
  test('is YAML', () => {
    const faults = parseAllDocuments(text, { merge: true }).flatMap(({ errors }) => errors);
    expect(faults).toEqual([]);
  });

  test('uses our actions by names that exist, with inputs that they declare and all that they require', async () => {
    const faults: string[] = [];
    for (const step of stepsIn(documentsIn(text))) {
      if (step.uses?.includes('gitlab-trigger') !== true) continue;
      const folder = folderOf(step);
      if (folder === undefined || !existsSync(join(root, folder, 'action.yml'))) {
        faults.push(`there is no ${step.uses}`);
        continue;
      }
      const { inputs } = await metadataOf(folder);
      const declared = inputs.map(({ name }) => name);
      const given = Object.keys(step.with);
      faults.push(...given.filter((name) => !declared.includes(name)).map((name) => `unknown: ${name}`));
      const missing = inputs.filter(({ name, required }) => required && !given.includes(name));
      faults.push(...missing.map(({ name }) => `missing: ${name}`));
    }
    expect(faults).toEqual([]);
  });

  test('reads outputs that the action declares', async () => {
    const faults: string[] = [];
    for (const { step, output } of outputsReadIn(text)) {
      // A fragment shows only the step that reads; it is about the root action, or that of its page.
      const owner = stepsIn(documentsIn(text)).find(({ id }) => id === step);
      const folder = owner === undefined ? '.' : folderOf(owner);
      if (folder === undefined) continue;
      const { outputs } = await metadataOf(folder);
      if (!outputs.some(({ name }) => name === output)) faults.push(`${path}: ${step}.outputs.${output}`);
    }
    expect(faults).toEqual([]);
  });
});

test('no example, and no file of ci/, uses an action of others by a tag that can move', () => {
  const files = ['github-actions', 'forgejo', 'gitea'].map((host) => join('ci', host, 'deploy.yml'));
  const lines = [...markdownFiles(), ...workflows.map(({ path }) => path), ...files].flatMap((path) =>
    [...read(path).matchAll(/\buses: (\S+\/\S+)(.*)$/gm)].map(([, uses = '', rest = '']) => ({
      path,
      uses,
      rest,
    })),
  );
  const others = lines.filter(
    ({ uses }) => !action.test(uses.replaceAll(/[`'"]/g, '')) && !uses.startsWith(`${owner}/`),
  );
  expect(others.length).toBeGreaterThan(0);
  expect(
    others.filter(({ uses, rest }) => !/@[0-9a-f]{40}$/.test(uses) || !/^ # v\d+\.\d+\.\d+$/.test(rest)),
  ).toEqual([]);
});

test.each(['github-actions', 'forgejo', 'gitea'])('the workflow of ci/%s has no rights', (host) => {
  expect(documentsIn(read(join('ci', host, 'deploy.yml')))).toMatchObject([{ permissions: {} }]);
});
