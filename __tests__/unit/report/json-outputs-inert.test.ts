import { describe, expect, test } from '@jest/globals';

import { hostCommands } from '../../../src/base/text.js';
import { inertJson } from '../../../src/report/json-outputs.js';

const texts = [
  '::add-mask::x',
  '##[group]x',
  '####[x',
  '##vso[task.setvariable variable=PATH]x',
  '##VSO[x]',
  "##teamcity[setParameter name='x' value='y']",
  'section_start:1:x\r\u001b[0Kx',
  'section_end:1:x',
  'travis_fold:start:x',
  '--- x',
  '+++',
  '~~~ x',
  '^^^ +++',
  '\u001b[8mha:////x\u001b[0m',
  'a\u009b8mb',
  'a\u2028b\u202ec\u00ad\u{e0041}',
];

describe('the JSON for a log', () => {
  test.each(texts)('contains no CI command: %j', (text) => {
    const json = inertJson({ name: text, [text]: [text] });
    for (const opening of [/##/, /::/, ...Object.values(hostCommands)])
      expect(json.match(opening)).toBeNull();
    expect(json).toMatch(/^[\u0020-\u007e]*$/);
    expect(JSON.parse(json)).toEqual({ name: text, [text]: [text] });
  });

  test('stays legible', () => {
    expect(inertJson({ a: 'größe 日本 🚀 a:b #1 - x' })).toBe('{"a":"größe 日本 🚀 a:b #1 - x"}');
  });
});
