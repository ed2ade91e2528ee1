// @ts-check
// What Kubernetes would be given for Tekton and Argo Workflows, read into their own types, which know no
// field but theirs.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { call, moduleVersion, ownGoProgram } from './engine.js';
import { filesIn, pages, read, yamlBlocks } from './workflows.js';

/**
 * @param {string} group of its API
 * @param {string} folder of `ci/`
 * @returns {readonly import('./workflows.js').Document[]} files, and what pages show
 */
export function resourcesOf(group, folder) {
  const blocks = pages().flatMap(yamlBlocks);
  const files = filesIn(path.join('ci', folder)).map(read);
  return [...files, ...blocks.filter(({ text }) => text.includes(`apiVersion: ${group}/`))].flatMap(
    ({ name, text }) => text.split(/^---$/m).map((each) => ({ name, text: each })),
  );
}

/**
 * @typedef {object} Reader
 * @property {string} name
 * @property {string} module
 * @property {string} group of its API
 * @property {string} folder
 * @property {Readonly<Record<string, string>>} bad that it must refuse: one that takes all is noticed
 */

/**
 * @param {Reader} of
 * @returns {import('./engine.js').Engine}
 */
function readerOf({ name, module, group, folder, bad }) {
  let program = '';
  return {
    name,
    version: moduleVersion(folder, module),
    missing: async (limitMs) => {
      const { file, why } = await ownGoProgram(folder, limitMs);
      program = file;
      return why;
    },
    run: async () => {
      const place = mkdtempSync(path.join(tmpdir(), 'gitlab-trigger-kubernetes-'));
      try {
        const good = resourcesOf(group, folder);
        const all = [...good, ...Object.entries(bad).map(([what, text]) => ({ name: what, text }))];
        const files = all.map(({ text }, index) => {
          const file = path.join(place, `${index}.yml`);
          writeFileSync(file, text);
          return file;
        });
        const { exitCode, output } = await call(program, files);
        if (exitCode !== 0) return [{ what: 'the reader', faults: [output] }];
        /** @type {unknown} */
        const parsed = JSON.parse(output);
        const faults = /** @type {readonly (readonly string[])[]} */ (parsed);
        return all.map(({ name: what }, index) => {
          const found = faults[index] ?? ['it was not read'];
          if (index < good.length) return { what, faults: found };
          return { what: `refuses ${what}`, faults: found.length > 0 ? [] : ['it was taken'] };
        });
      } finally {
        rmSync(place, { recursive: true, force: true });
      }
    },
  };
}

const task = 'apiVersion: tekton.dev/v1\nkind: Task\nmetadata:\n  name: a\nspec:\n';
const template = 'apiVersion: argoproj.io/v1alpha1\nkind: WorkflowTemplate\nmetadata:\n  name: a\nspec:\n';

export const tekton = readerOf({
  name: "Tekton's types",
  module: 'github.com/tektoncd/pipeline',
  group: 'tekton.dev',
  folder: 'tekton',
  bad: {
    'an unknown field': `${task}  steps:\n    - image: a\n      comand: [a]\n`,
    'a parameter that is not declared': `${task}  steps:\n    - image: a\n      args: [$(params.a)]\n`,
  },
});

export const argoWorkflows = readerOf({
  name: "Argo's types",
  module: 'github.com/argoproj/argo-workflows/v4',
  group: 'argoproj.io',
  folder: 'argo-workflows',
  bad: {
    'an unknown field': `${template}  templates:\n    - name: a\n      scrpt: {}\n`,
    'another type': `${template}  templates: a\n`,
  },
});
