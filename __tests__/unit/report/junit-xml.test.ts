import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { Secret } from '../../../src/base/secret.js';
import { stripTerminalSequences, withoutInvisible } from '../../../src/base/text.js';
import { createMasker } from '../../../src/hosts/redaction/redaction.js';
import { junitXml } from '../../../src/report/junit-xml.js';
import { caseWith, testsWith } from './support/found-tests.js';
import { readXml } from './support/xml-reader.js';
import { anyText } from '../../support/any-text.js';

const { counts } = testsWith();
const same = (text: string): string => text;

describe('junitXml', () => {
  test('has every case, with one suite per job', () => {
    const all = [
      caseWith({
        status: 'success',
        classname: 'Sum',
        name: 'adds',
        file: 'sum.ts',
        seconds: 0.25,
        output: 'ok',
      }),
      caseWith({ output: 'expected <2> & "3"\n  at x', seconds: 1e-7 }),
      caseWith({ path: ['images'], status: 'error', output: 'broke' }),
      caseWith({ status: 'skipped', name: 'waits' }),
      caseWith({ status: 'novel', name: 'new' }),
    ];
    expect(junitXml({ counts: { ...counts, seconds: 1.5 }, all }, same))
      .toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="5" failures="1" errors="1" skipped="1" time="1.500">
  <testsuite name="unit" tests="4" failures="1" errors="0" skipped="1" time="0.250">
    <testcase classname="Sum" name="adds" file="sum.ts" time="0.250"/>
    <testcase classname="" name="rounds" time="0.000"><failure>expected &lt;2&gt; &amp; "3"
  at x</failure></testcase>
    <testcase classname="" name="waits" time="0.000"><skipped/></testcase>
    <testcase classname="" name="new" time="0.000"/>
  </testsuite>
  <testsuite name="images › unit" tests="1" failures="0" errors="1" skipped="0" time="0.000">
    <testcase classname="" name="rounds" time="0.000"><error>broke</error></testcase>
  </testsuite>
</testsuites>
`);
  });

  test('is a complete file without tests, too', () => {
    expect(readXml(junitXml({ counts, all: [] }, same))).toEqual({
      name: 'testsuites',
      attributes: { tests: '0', failures: '0', errors: '0', skipped: '0', time: '0.000' },
      children: [],
      text: '\n',
    });
  });

  test('keeps names and messages, except for characters that XML does not allow or nobody sees', () => {
    const text = anyText();
    const legal = (from: string): string =>
      withoutInvisible(
        stripTerminalSequences(from).replace(
          /[^\t\n\r\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
          '',
        ),
      );
    fc.assert(
      fc.property(text, text, text, (suite, name, output) => {
        const xml = junitXml({ counts, all: [caseWith({ suite, name, classname: output, output })] }, same);
        const [found] = readXml(xml).children;
        expect(found?.attributes.name).toBe(legal(suite));
        const [testcase] = found?.children ?? [];
        expect(testcase?.attributes).toMatchObject({ name: legal(name), classname: legal(output) });
        expect(testcase?.children).toEqual([
          { name: 'failure', attributes: {}, children: [], text: legal(output) },
        ]);
      }),
    );
  });

  const secret = 'glpat-ABCDEFGHijklmnop&1<2"3';
  const [start, end] = [secret.slice(0, 9), secret.slice(9)];

  test.each([
    { name: 'as it is', give: secret },
    { name: 'in base64', give: Buffer.from(secret).toString('base64') },
    ...[
      ['a color', '\u001b[0m'],
      ['a short color', '\u009b0m'],
      ['an invisible character', '\u200b'],
      ['a control character', '\u0001'],
      ['a noncharacter', '\ufffe'],
      ['half of a pair', '\ud800'],
      ['a line end', '\r\n'],
    ].map(([name = '', mark = '']) => ({ name: `with ${name}`, give: `${start}${mark}${end}` })),
    { name: 'over the end of what fits', give: `${'x '.repeat(4990)}${secret}` },
  ])('has no secret of ours in any place: $name', ({ give }) => {
    const masker = createMasker();
    masker.mask(new Secret(secret));
    const places = { suite: give, path: [give], classname: give, name: give, file: give, output: give };
    const xml = junitXml(
      { counts, all: [caseWith(places), caseWith({ ...places, status: 'error' })] },
      masker.redact,
    );
    const [suite] = readXml(xml).children;
    const [testcase] = suite?.children ?? [];
    const texts = [
      ...Object.values(testcase?.attributes ?? {}).slice(0, 3),
      suite?.attributes.name ?? '',
      testcase?.children[0]?.text ?? '',
    ];
    for (const text of texts) {
      expect(text).toContain('***');
      expect(text).not.toMatch(/glpat|EFGHij|klmnop/);
    }
    expect(masker.redact(xml)).toBe(xml);
  });

  test('marks what it cuts', () => {
    const xml = junitXml({ counts, all: [caseWith({ name: 'n'.repeat(10_001) })] }, same);
    expect(readXml(xml).children[0]?.children[0]?.attributes.name).toBe(`${'n'.repeat(9999)}…`);
  });
});
