import { expect, test } from '@jest/globals';

import { notesOf } from '../../../scripts/release-notes.js';

const changelog = `# Changelog

## Unreleased

Not yet.

## [1.10.0] (2026-12-01)

Ten.

### Fixed

- A thing.

## v1.1.0

One.

## 1.0.0

`;

test.each([
  { version: 'v1.10.0', want: 'Ten.\n\n### Fixed\n\n- A thing.\n' },
  { version: '1.1.0', want: 'One.\n' },
])('the notes of $version are its section', ({ version, want }) => {
  expect(notesOf(changelog, version)).toBe(want);
  expect(notesOf(changelog.replaceAll('\n', '\r\n'), version)).toBe(want);
});

test.each(['v1.1', 'v1.1.00', 'v1.0.0', 'v2.0.0', '', 'Unreleased', '1.10.0-rc.1'])(
  'the notes of %j do not exist, and the error says where to write them',
  (version) => {
    expect(() => notesOf(changelog, version)).toThrow('CHANGELOG.md says nothing of');
  },
);
