import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { junitXml } from '../../../src/report/junit-xml.js';
import { caseWith, testsWith } from './support/found-tests.js';
import { readXml } from './support/xml-reader.js';
import { anyText } from '../../support/any-text.js';

const { counts } = testsWith();

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
    expect(junitXml({ counts: { ...counts, seconds: 1.5 }, all }))
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
    expect(readXml(junitXml({ counts, all: [] }))).toEqual({
      name: 'testsuites',
      attributes: { tests: '0', failures: '0', errors: '0', skipped: '0', time: '0.000' },
      children: [],
      text: '\n',
    });
  });

  test('keeps names and messages, except for characters that XML does not allow', () => {
    const text = anyText();
    const legal = (from: string): string =>
      from.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
    fc.assert(
      fc.property(text, text, text, (suite, name, output) => {
        const xml = junitXml({ counts, all: [caseWith({ suite, name, classname: output, output })] });
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
});
