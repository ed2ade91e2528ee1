import { describe, expect, test } from '@jest/globals';

import { type DocumentFormat, formatOutputs } from '../../../src/hosts/output-files.js';

const outputs = new Map([
  ['pipeline_id', '257'],
  ['ref', "fix/#12 'quoted' $HOME"],
  ['jobs', '{"version":1}'],
  ['coverage', ''],
]);

const difficult = new Map([
  ['lines', 'a\nb'],
  ['blank', ' a '],
  ['zero', 'a\0b'],
  ['umlaut', 'ä🦊'],
  ['marks', 'a=b:c #d \\ " \t'],
]);

describe('formatOutputs', () => {
  test.each<{ format: DocumentFormat; want: string }>([
    {
      format: 'dotenv',
      want: `pipeline_id=257\nref=fix/#12 'quoted' $HOME\njobs={"version":1}\ncoverage=\n`,
    },
    {
      format: 'json',
      want: `{\n  "pipeline_id": "257",\n  "ref": "fix/#12 'quoted' $HOME",\n  "jobs": "{\\"version\\":1}",\n  "coverage": ""\n}\n`,
    },
    {
      format: 'shell',
      want: `export pipeline_id='257'\nexport ref='fix/#12 '\\''quoted'\\'' $HOME'\nexport jobs='{"version":1}'\nexport coverage=''\n`,
    },
    {
      format: 'properties',
      want: `pipeline_id=257\nref=fix/#12 'quoted' $HOME\njobs={"version":1}\ncoverage=\n`,
    },
  ])('writes $format', ({ format, want }) => {
    expect(formatOutputs(format, outputs)).toEqual({ text: want, leftOut: [] });
  });

  test.each<{ format: DocumentFormat; text: string; leftOut: readonly string[] }>([
    {
      format: 'dotenv',
      text: 'umlaut=ä🦊\n',
      leftOut: [
        'lines has more than one line',
        'blank begins or ends with a blank',
        'zero holds a zero byte',
        'marks begins or ends with a blank',
      ],
    },
    {
      format: 'shell',
      text: `export lines='a\nb'\nexport blank=' a '\nexport umlaut='ä🦊'\nexport marks='a=b:c #d '"\\\\"' " \t'\n`,
      leftOut: ['zero holds a zero byte'],
    },
    {
      format: 'properties',
      text: 'lines=a\\nb\nblank=\\ a \nzero=a\\u0000b\numlaut=\\u00e4\\ud83e\\udd8a\nmarks=a=b:c #d \\\\ " \\t\n',
      leftOut: [],
    },
  ])('reports what $format cannot represent', ({ format, text, leftOut }) => {
    const document = formatOutputs(format, difficult);
    expect(document.text).toBe(text);
    expect(document.leftOut.map(({ name, why }) => `${name} ${why}`)).toEqual(leftOut);
  });
});
