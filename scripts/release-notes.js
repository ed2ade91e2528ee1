#!/usr/bin/env node
// @ts-check
// What CHANGELOG.md says of a version, as the text of its release.
//
//   node scripts/release-notes.js v1.2.3
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The section under a heading such as `## 1.2.3`, `## [1.2.3]` or `## v1.2.3 (2026-12-01)`.
 * @param {string} changelog
 * @param {string} version with or without its v
 * @returns {string}
 * @throws {Error} when nothing is written of that version
 */
export function notesOf(changelog, version) {
  const bare = version.replace(/^v/, '');
  const sections = changelog.replaceAll('\r\n', '\n').split(/^## /m).slice(1);
  const section = sections.find((text) => /^\[?v?(\d+\.\d+\.\d+)\]?(?=\s|$)/.exec(text)?.[1] === bare);
  const notes = section?.slice(section.indexOf('\n') + 1).trim() ?? '';
  if (notes === '')
    throw new Error(`CHANGELOG.md says nothing of ${bare}: write it under the heading ## ${bare}`);
  return `${notes}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const changelog = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8');
    process.stdout.write(notesOf(changelog, process.argv[2] ?? ''));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
