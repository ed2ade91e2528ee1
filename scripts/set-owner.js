#!/usr/bin/env node
// @ts-check
// Puts the owner of the repository, the name on npm and the name of the image into every file that names
// them.
//
//   node scripts/set-owner.js OWNER [--npm-scope SCOPE] [--image REGISTRY/PATH/gitlab-trigger]
//
// Until then they are OWNER, @OWNER and registry.example.com: npm takes no new name with capitals, and nobody
// can own that host, so nothing that is copied runs the code of a stranger. Without --npm-scope the scope is
// the owner in small letters; without --image the image is where a release puts it, unless it was
// given before. Safe to repeat, and to change.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** @typedef {{ owner: string, scope: string, image: string }} Names */

/** What stands for an image until there is an owner. */
export const nobodysImage = 'registry.example.com/gitlab-trigger';

/**
 * What is not ours to write: built, fetched, or git's. `CHANGELOG.md` tells what was, and the test of this
 * script needs its examples.
 */
const passedOver = new Set([
  '.git',
  '.cache',
  'node_modules',
  'dist',
  'out',
  'CHANGELOG.md',
  'set-owner.test.ts',
]);

/**
 * The names as the files have them now: package.json knows owner and scope, the plugin for Drone the image.
 * @param {string} folder
 * @returns {Names}
 */
export function namesIn(folder) {
  /** @type {unknown} */
  const parsed = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, repository } = /** @type {{ name: string, repository: { url: string } }} */ (parsed);
  const plugin = readFileSync(join(folder, 'ci', 'drone', 'plugin.yml'), 'utf8');
  const [, scope] = /^@([^/]+)\/gitlab-trigger$/.exec(name) ?? [];
  const [, owner] = /github\.com\/([^/]+)\/gitlab-trigger\.git$/.exec(repository.url) ?? [];
  const [, image] = /image: (\S+\/gitlab-trigger):/.exec(plugin) ?? [];
  if (scope === undefined || owner === undefined || image === undefined) {
    throw new Error('package.json or ci/drone/plugin.yml does not name owner, scope and image');
  }
  return { owner, scope, image };
}

/**
 * The text with every name of ours renewed. The package goes first, since the owner's name is in it; what is
 * renewed is not looked at again.
 * @param {string} text
 * @param {Names} from
 * @param {Names} to
 * @returns {string}
 */
export function withNames(text, from, to) {
  const [owner, scope, image] = [from.owner, from.scope, from.image].map(escapeForPattern);
  const places = [
    `(?<image>(?<![\\w./-])${image}(?=:|$|\\s))`,
    `(?<scope>@${scope}(?=/gitlab-trigger\\b))`,
    `(?<owner>(?<![\\w@.-])${owner}(?=/(?:bitrise-step-)?gitlab-trigger\\b)|(?<=\\bgithub\\.com/)${owner}(?=$|\\s))`,
  ];
  return text.replace(new RegExp(places.join('|'), 'gm'), (...found) => {
    /** @type {unknown} */
    const last = found.at(-1);
    const groups = /** @type {Record<string, string | undefined>} */ (last);
    if (groups.image !== undefined) return to.image;
    return groups.scope === undefined ? to.owner : `@${to.scope}`;
  });
}

/**
 * Renews all files below a folder, and tells which changed.
 * @param {string} folder
 * @param {Names} to
 * @returns {string[]}
 */
export function setNames(folder, to) {
  const from = namesIn(folder);
  return filesBelow(folder).flatMap((path) => {
    const bytes = readFileSync(path);
    if (bytes.includes(0)) return [];
    const text = bytes.toString('utf8');
    const renewed = withNames(text, from, to);
    if (renewed === text) return [];
    writeFileSync(path, renewed);
    return [relative(folder, path)];
  });
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (passedOver.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

/** @param {string} text */
function escapeForPattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * @param {readonly string[]} words
 * @param {string} folder
 * @returns {Names}
 * @throws {Error} that says which word cannot be.
 */
export function namesFrom(words, folder) {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { 'npm-scope': { type: 'string' }, image: { type: 'string' } },
  });
  const [owner, ...more] = positionals;
  if (owner === undefined || more.length > 0)
    throw new Error('give the owner, and nothing else without its flag');
  const scope = (values['npm-scope'] ?? owner.toLowerCase()).replace(/^@/, '');
  const { image: now } = namesIn(folder);
  const image =
    values.image ?? (now === nobodysImage ? `ghcr.io/${owner.toLowerCase()}/gitlab-trigger` : now);
  if (!/^[A-Za-z\d](?:-?[A-Za-z\d]){0,38}$/.test(owner))
    throw new Error(`${owner} is no name of an owner on GitHub`);
  if (!/^[a-z\d][a-z\d._-]*$/.test(scope))
    throw new Error(`@${scope} is no scope of npm: small letters, digits, . _ -`);
  if (!/^[\w.-]+(?::\d+)?(?:\/[a-z\d._-]+)*\/gitlab-trigger$/.test(image)) {
    throw new Error(`${image} is no image: write REGISTRY/PATH/gitlab-trigger, without a tag`);
  }
  return { owner, scope, image };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  try {
    const changed = setNames(root, namesFrom(process.argv.slice(2), root));
    for (const path of changed) console.log(`${path} written`);
    console.log(
      'Now: npm run build, npm test, and what CONTRIBUTING.md (Make a fork your own) says of npm and GitHub.',
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error(
      'usage: node scripts/set-owner.js OWNER [--npm-scope SCOPE] [--image REGISTRY/PATH/gitlab-trigger]',
    );
    process.exitCode = 2;
  }
}
