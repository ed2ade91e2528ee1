#!/usr/bin/env node
// @ts-check
// Makes all that a release would publish, and publishes nothing: the package for npm, its bill of materials,
// and what the image would be built from. Prints names, sizes and digests.
//
//   npm run release:dry [folder]       (default: out/)
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { pack } from './pack.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Larger than this, something is in the package that does not belong there. */
export const largestPackageBytes = 2_000_000;

/**
 * @typedef {object} Artifact
 * @property {string} name
 * @property {number} bytes
 * @property {string} sha256
 */

/**
 * @typedef {object} Bill
 * @property {string} bomFormat
 * @property {string} [serialNumber]
 * @property {{ timestamp?: string, component?: { name?: string, version?: string } }} [metadata]
 * @property {readonly { name: string, version?: string }[]} [components]
 */

/**
 * What the bundle is made of, in CycloneDX, by npm. Without what changes from call to call, so that two of
 * one commit are the same.
 * @returns {Bill}
 */
export function billOfMaterials() {
  const text = execFileSync('npm', ['sbom', '--omit=dev', '--package-lock-only', '--sbom-format=cyclonedx'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  /** @type {unknown} */
  const parsed = JSON.parse(text);
  const bill = /** @type {Bill} */ (parsed);
  delete bill.serialNumber;
  delete bill.metadata?.timestamp;
  return bill;
}

/**
 * Everything that a release would publish, in a folder.
 * @param {string} folder
 * @returns {readonly Artifact[]}
 * @throws {Error} when it should not be published
 */
export function makeRelease(folder) {
  mkdirSync(folder, { recursive: true });
  const archive = pack(folder);
  const { bytes } = artifactOf(archive, path.basename(archive));
  if (bytes > largestPackageBytes)
    throw new Error(`the package has ${bytes} bytes, more than ${largestPackageBytes}`);
  const bill = billOfMaterials();
  /** @type {unknown} */
  const parsed = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const manifest = /** @type {{ dependencies?: Record<string, string> }} */ (parsed);
  const listed = new Set((bill.components ?? []).map(({ name, version }) => `${name}@${version}`));
  const unlisted = Object.entries(manifest.dependencies ?? {})
    .map(([name, version]) => `${name}@${version}`)
    .filter((each) => !listed.has(each));
  if (unlisted.length > 0) throw new Error(`the bill of materials lacks ${unlisted.join(', ')}`);
  const sbom = path.join(folder, 'sbom.cdx.json');
  writeFileSync(sbom, `${JSON.stringify(bill, null, 2)}\n`);
  const programs = readdirSync(path.join(root, 'dist'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => artifactOf(path.join(root, 'dist', name), `dist/${name}`));
  return [
    artifactOf(archive, path.basename(archive)),
    artifactOf(sbom, path.basename(sbom)),
    ...programs,
    artifactOf(path.join(root, 'ci', 'docker', 'Dockerfile'), 'ci/docker/Dockerfile'),
  ];
}

/** @param {string} file @param {string} name @returns {Artifact} */
function artifactOf(file, name) {
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  return { name, bytes: statSync(file).size, sha256 };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = path.resolve(process.argv[2] ?? path.join(root, 'out'));
  const artifacts = makeRelease(folder);
  const width = Math.max(...artifacts.map(({ name }) => name.length));
  for (const { name, bytes, sha256 } of artifacts) {
    console.log(`${name.padEnd(width)}  ${String(bytes).padStart(9)}  sha256:${sha256}`);
  }
  console.log(
    `Nothing was published. The package and its bill of materials are in ${path.relative(root, folder) || '.'}.`,
  );
}
