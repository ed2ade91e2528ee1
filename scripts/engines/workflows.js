// @ts-check
// Everything here that a runner of GitHub's kind would read.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

import { root } from './engine.js';

/**
 * @typedef {object} Document
 * @property {string} name where it is, with the line of its first line where that is not 1
 * @property {string} text
 */

/** @param {string} folder @returns {readonly string[]} */
export function filesIn(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => path.join(folder, name));
}

/** @param {string} file @returns {Document} */
export function read(file) {
  return { name: file, text: readFileSync(path.join(root, file), 'utf8') };
}

/** @returns {readonly Document[]} every workflow: files, and whole ones in the documentation */
export function workflows() {
  const folders = ['.github/workflows', 'examples', 'ci/github-actions', 'ci/forgejo', 'ci/gitea'];
  const files = folders.flatMap(filesIn).filter((file) => /\.ya?ml$/.test(file));
  return [...files.map(read), ...pages().flatMap(workflowsOn)];
}

/** @returns {readonly Document[]} */
export function pages() {
  return ['README.md', ...filesIn('docs'), ...filesIn('docs/hosts')]
    .filter((file) => file.endsWith('.md'))
    .map(read);
}

/** @returns {readonly Document[]} */
export function actions() {
  const folders = ['wait', 'cancel', 'tokens', 'simulate'];
  return ['action.yml', ...folders.map((folder) => `${folder}/action.yml`)].map(read);
}

/**
 * The workflows on a page; a part of one (jobs alone, steps alone) is made whole.
 * @param {Document} page @returns {readonly Document[]}
 */
export function workflowsOn(page) {
  return yamlBlocks(page).flatMap(({ name, text }) => {
    const whole = wholeOf(text);
    return whole === undefined ? [] : [{ name, text: whole }];
  });
}

/** @param {Document} page @returns {readonly Document[]} */
export function yamlBlocks({ name, text }) {
  return [...text.matchAll(/^( *)```ya?ml\n([\s\S]*?)^\1```$/gm)].map(
    ({ index, 1: indent = '', 2: block = '' }) => {
      const lines = block
        .split('\n')
        .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
      const first = text.slice(0, index).split('\n').length + 1;
      return { name: `${name}:${first}`, text: lines.join('\n') };
    },
  );
}

/** @param {string} text @returns {string | undefined} */
function wholeOf(text) {
  /** @type {unknown} */
  let value;
  try {
    value = parse(text);
  } catch {
    return undefined;
  }
  if (Array.isArray(value) && value.length > 0 && value.every(isStep)) {
    const steps = `${startOf(text)}${text}`.replaceAll(/^(?=.)/gm, '      ');
    return `on: push\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
  }
  if (!isObject(value) || !isObject(value.jobs)) return undefined;
  if ('on' in value) return text;
  const isOurs = Object.values(value.jobs).some((job) => isObject(job) && 'runs-on' in job);
  return isOurs ? `on: push\n${text}` : undefined;
}

/**
 * The step that other steps speak of.
 * @param {string} steps
 */
function startOf(steps) {
  return steps.includes('steps.gitlab.') && !steps.includes('id: gitlab')
    ? '- id: gitlab\n  uses: OWNER/gitlab-trigger@v1\n'
    : '';
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isObject(value) {
  return typeof value === 'object' && value !== null;
}

/** @param {unknown} value */
function isStep(value) {
  return isObject(value) && (typeof value.uses === 'string' || typeof value.run === 'string');
}
