import { describe, expect, test } from '@jest/globals';

import { createRedaction } from '../../../src/hosts/redaction.js';

const secret = 'glptt-a_b"<&\\c$1';

describe('createRedaction', () => {
  test('hands out each form of a secret once, for the host to mask', () => {
    const { add } = createRedaction();
    expect(add('plain-secret')).toContain('plain-secret');
    expect(add('plain-secret')).toEqual([]);
  });

  test.each([
    { name: 'the secret itself', give: `a ${secret} b ${secret}` },
    { name: 'in a URL', give: `a ${encodeURIComponent(secret)} b ${secret}` },
    { name: 'in JSON', give: `a ${JSON.stringify(secret).slice(1, -1)} b ${secret}` },
    { name: 'in base64', give: `a ${Buffer.from(secret).toString('base64')} b ${secret}` },
  ])('takes $name out of a text', ({ give }) => {
    const redaction = createRedaction();
    redaction.add(secret);
    expect(redaction.apply(give)).toBe('a *** b ***');
  });

  test('leaves no part of a longer secret that holds a shorter one', () => {
    const redaction = createRedaction();
    redaction.add('secret');
    redaction.add('secret-and-more');
    expect(redaction.apply('secret-and-more, secret')).toBe('***, ***');
  });

  test.each([
    { name: 'as it is', give: secret },
    { name: 'behind backslashes', give: 'glptt\\-a\\_b\\"\\<\\&\\\\c\\$1' },
    { name: 'in numbered entities', give: 'glptt-a&#95;b&#34;&#60;&#38;&#92;c&#36;1' },
    { name: 'in named entities', give: 'glptt-a_b&quot;&lt;&amp;\\c$1' },
    { name: 'in elements', give: 'glptt-a_b"<&\\c<span>$</span>1' },
  ])('finds a secret in Markdown, $name', ({ give }) => {
    const redaction = createRedaction();
    redaction.add(secret);
    expect(redaction.applyToMarkdown(`**a** ${give} b`)).toBe('**a** *** b');
  });

  test('changes nothing before there is a secret', () => {
    expect(createRedaction().apply('text')).toBe('text');
  });
});
