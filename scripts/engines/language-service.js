// @ts-check
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { npmPackage } from './engine.js';
import { actions, workflows } from './workflows.js';

const version = '0.3.61';
let folder = '';

/** @typedef {{ message: string, range: { start: { line: number } } }} Diagnostic */
/** @typedef {{ validate: (document: unknown) => Promise<readonly Diagnostic[]> }} Service */
/** @typedef {{ TextDocument: { create: (...of: unknown[]) => unknown } }} Documents */

/** @type {import('./engine.js').Engine} */
export const languageService = {
  name: "GitHub's language service",
  version,
  missing: async (limitMs) => {
    const found = await npmPackage('@actions/languageservice', version, limitMs);
    folder = found.folder;
    return found.why;
  },
  run: async () => {
    const packages = path.join(folder, '..', '..');
    for (const name of ['languageservice', 'workflow-parser'])
      nameJson(path.join(packages, '@actions', name));
    /** @type {Service} */
    const service = await load(path.join(folder, 'dist', 'index.js'));
    /** @type {Documents} */
    const texts = await load(
      path.join(packages, 'vscode-languageserver-textdocument', 'lib', 'esm', 'main.js'),
    );
    const all = [
      // By its name it tells an action from a workflow.
      ...workflows().map((document) => ({ ...document, uri: 'file:///.github/workflows/workflow.yml' })),
      ...actions().map((document) => ({ ...document, uri: 'file:///action.yml' })),
    ];
    /** @type {import('./engine.js').Check[]} */
    const checks = [];
    for (const { name, text, uri } of all) {
      const found = await service.validate(texts.TextDocument.create(uri, 'yaml', 0, text));
      checks.push({
        what: name,
        faults: found.map(({ message, range }) => `${range.start.line + 1}: ${message}`),
      });
    }
    return checks;
  },
};

/**
 * @template T
 * @param {string} file
 * @returns {Promise<T>}
 */
async function load(file) {
  /** @type {unknown} */
  const loaded = await import(pathToFileURL(file).href);
  return /** @type {T} */ (loaded);
}

/**
 * It imports JSON as bundlers let it; Node wants to be told what it is.
 * @param {string} place
 */
function nameJson(place) {
  for (const name of readdirSync(path.join(place, 'dist'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue;
    const file = path.join(place, 'dist', name);
    const text = readFileSync(file, 'utf8');
    const named = text.replace(/(from "[^"]+\.json")(?! with)/g, '$1 with { type: "json" }');
    if (named !== text) writeFileSync(file, named);
  }
}
