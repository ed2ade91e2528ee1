import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { isWindowsDevice } from '../../../../src/base/files.js';
import { Secret } from '../../../../src/base/secret.js';
import { createMasker } from '../../../../src/hosts/redaction/redaction.js';
import { assignFolders, folderNameOf } from '../../../../src/results/artifacts/job-folders.js';
import type { FoundJob } from '../../../../src/results/find-job.js';
import { anyText } from '../../../support/any-text.js';

const same = (text: string): string => text;

describe('the folder of a job', () => {
  test.each([
    { give: 'build', want: 'build' },
    { give: 'compile: [linux, 20]', want: 'compile- [linux, 20]' },
    { give: 'test 1/3', want: 'test 1-3' },
    { give: 'a\\b|c<d>e"f?g*h', want: 'a-b-c-d-e-f-g-h' },
    { give: '..', want: '-' },
    { give: '../../etc', want: '--..-etc' },
    { give: '.git', want: '-git' },
    { give: 'ends with a dot. ', want: 'ends with a dot-' },
    { give: 'two\nlines\u202e', want: 'two-lines-' },
    { give: 'a\u00adb\u061cc\u034fd\u{e0041}e\u3164f\u200dg', want: 'a-b-c-d-e-f-g' },
    { give: '\u2764\ufe0f tests', want: '\u2764\ufe0f tests' },
    { give: 'AUX', want: 'AUX-' },
    { give: 'com1.txt', want: 'com1.txt-' },
    { give: 'conin$', want: 'conin$-' },
    { give: 'auxiliary', want: 'auxiliary' },
    { give: '', want: '-' },
    { give: '配置 ✓', want: '配置 ✓' },
    { give: 'u\u0308ber', want: '\u00fcber' },
    { give: 'x'.repeat(80), want: 'x'.repeat(80) },
    { give: 'x'.repeat(81), want: `${'x'.repeat(80)}-222c54c6` },
  ])('has a valid name: $give → $want', ({ give, want }) => {
    expect(folderNameOf(give, same)).toBe(want);
  });

  const secret = 'glpat-ABCDEFGHijKlmnop1234';

  test.each([
    { name: 'as it is', give: `b ${secret}`, want: 'b ---' },
    { name: 'with a separator in place of its hyphen', give: 'b glpat/ABCDEFGHijKlmnop1234', want: 'b ---' },
    {
      name: 'with an invisible character',
      give: `${secret.slice(0, 9)}\u200b${secret.slice(9)}`,
      want: '---',
    },
    { name: 'with a color', give: `${secret.slice(0, 9)}\u001b[0m${secret.slice(9)}`, want: '---' },
    { name: 'in another normal form', give: 'glpat-ABCDEFGHij\u212almnop1234', want: '---' },
    { name: 'over the end of what fits', give: `${'x'.repeat(70)}${secret}`, want: `${'x'.repeat(70)}---` },
  ])('has no secret of ours: $name', ({ give, want }) => {
    const masker = createMasker();
    masker.mask(new Secret(secret));
    expect(folderNameOf(give, masker.redact)).toBe(want);
  });

  test('is valid on every system, whatever the name', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 300 }), (name) => {
        const folder = folderNameOf(name, same);
        expect(folder).not.toMatch(/[\u0000-\u001f<>:"/\\|?*]|^\.|[. ]$|^$/u);
        expect([Buffer.byteLength(folder) <= 255, isWindowsDevice(folder)]).toEqual([true, false]);
      }),
    );
  });
});

function job(name: string, ...path: readonly string[]): FoundJob {
  return {
    projectId: 42,
    path,
    job: { id: 1, name, stage: 'test', status: 'success', allowFailure: false, webUrl: 'https://x' },
  };
}

describe('the folders of several jobs', () => {
  test.each([
    { give: [job('unit'), job('lint')], want: ['unit', 'lint'], moved: [] },
    { give: [job('unit', 'child'), job('unit')], want: ['child/unit', 'unit'], moved: [] },
    {
      give: [job('a:b'), job('a|b'), job('A-B')],
      want: ['a-b', 'a-b (2)', 'A-B (3)'],
      moved: ['a|b', 'A-B'],
    },
    { give: [job('x'), job('y', 'x')], want: ['x', 'x (2)/y'], moved: ['y'] },
    { give: [job('y', 'x'), job('z', 'x'), job('x')], want: ['x/y', 'x/z', 'x (2)'], moved: ['x'] },
    { give: [job('a?', 'x'), job('a*', 'x')], want: ['x/a-', 'x/a- (2)'], moved: ['a*'] },
    { give: [job('u\u0308'), job('\u00dc')], want: ['\u00fc', '\u00dc (2)'], moved: ['\u00dc'] },
  ])('are never equal or nested: $want', ({ give, want, moved }) => {
    const assigned = assignFolders(give, same);

    expect([
      give.map((found) => assigned.folders.get(found)?.join('/')),
      assigned.moved.map((found) => found.job.name),
    ]).toEqual([want, moved]);
  });
});
