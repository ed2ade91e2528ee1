import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from '@jest/globals';

import { billOfMaterials, largestPackageBytes, makeRelease } from '../../../scripts/release-dry.js';
import { version } from '../../../src/cli/commands.js';

const folder = mkdtempSync(join(tmpdir(), 'gitlab-trigger-release-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a dry release creates what would be published, and describes each file', () => {
  const artifacts = makeRelease(folder);
  const [archive, sbom] = artifacts;
  expect(archive?.name).toMatch(new RegExp(`-gitlab-trigger-${version.replaceAll('.', '\\.')}\\.tgz$`));
  expect(sbom?.name).toBe('sbom.cdx.json');
  expect(readdirSync(folder).toSorted()).toEqual([archive?.name, sbom?.name].toSorted());
  for (const { name, bytes, sha256 } of [archive, sbom].filter((each) => each !== undefined)) {
    const content = readFileSync(join(folder, name));
    expect([bytes, sha256]).toEqual([content.length, createHash('sha256').update(content).digest('hex')]);
  }
  expect(archive?.bytes).toBeLessThan(largestPackageBytes);
  const names = artifacts.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['dist/index.js', 'dist/cli.js', 'ci/docker/Dockerfile']));
});

// After the release that holds one already: npm takes its time for each.
test('the bill of materials is CycloneDX, names all that the bundle contains, and is reproducible', () => {
  const bill = billOfMaterials();
  const { dependencies = {} } = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', '..', '..', 'package.json'), 'utf8'),
  ) as { readonly dependencies?: Readonly<Record<string, string>> };
  expect(bill.bomFormat).toBe('CycloneDX');
  expect(bill.components?.map(({ name, version: pin }) => [name, pin])).toEqual(
    expect.arrayContaining(Object.entries(dependencies)),
  );
  expect(bill.components?.map(({ name }) => name)).not.toContain('jest');
  expect(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8')).toBe(`${JSON.stringify(bill, null, 2)}\n`);
});
