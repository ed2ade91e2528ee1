import { describe, expect, test } from '@jest/globals';
import { marked } from 'marked';

import { codeText, escapeHtml, linkTo, logLine, plainText, safeUrl } from '../../../src/report/markdown.js';
import { hostileTexts } from './support/snapshots.js';

describe('codeText', () => {
  test.each([
    { give: 'unit', want: '<code>unit</code>' },
    { give: 'build: a-b_c 1/2', want: '<code>build&#58; a-b&#95;c 1/2</code>' },
    { give: '<b> & |', want: '<code>&#60;b&#62; &#38; &#124;</code>' },
    { give: '@me $1', want: '<code><span>@</span>me <span>$</span>1</code>' },
    { give: 'www.example.com', want: '<code>www&#46;example.com</code>' },
    { give: '\r\n', want: '<code>(empty)</code>' },
  ])('writes $give as $want', ({ give, want }) => {
    expect(codeText(give)).toBe(want);
  });

  test.each(hostileTexts)('shows as text: %j', async (text) => {
    const html = await marked(`| a | b |\n| --- | --- |\n| ${codeText(text)} | x |`, { gfm: true });
    const cells = /<td>(.*)<\/td>\s*<td>x<\/td>/.exec(html)?.[1] ?? '';
    const shown = cells.replace(/<\/?(?:code|span)>/g, '');
    expect(shown).not.toContain('<');
    expect(html.match(/<(?:a|img|script|h1|strong|em|del|pre)\b/g)).toBeNull();
    expect(shown).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
  });
});

describe('plainText', () => {
  test('truncates, and marks the place', () => {
    expect(plainText('x'.repeat(1_000_000), 10)).toBe('xxxxxxxxx…');
  });
});

describe('safeUrl', () => {
  test.each([
    { give: 'https://gitlab.example.com/a/-/jobs/1', want: 'https://gitlab.example.com/a/-/jobs/1' },
    { give: 'http://[::1]:8080/a?b=c&d=e#f', want: 'http://[::1]:8080/a?b=c&amp;d=e#f' },
    {
      give: 'https://gitlab.example.com/a)b|c"d<e>f',
      want: 'https://gitlab.example.com/a%29b%7Cc%22d%3Ce%3Ef',
    },
    {
      give: 'https://gitlab.example.com/a b\n::error::x',
      want: 'https://gitlab.example.com/a%20b::error::x',
    },
    { give: 'https://a)b(.example.com/', want: undefined },
    { give: 'javascript:alert(1)', want: undefined },
    { give: 'data:text/html,x', want: undefined },
    { give: 'https://user:pass@gitlab.example.com/', want: undefined },
    { give: '/group/app', want: undefined },
    { give: `https://gitlab.example.com/${'x'.repeat(2000)}`, want: undefined },
    { give: '', want: undefined },
  ])('returns $want for $give', ({ give, want }) => {
    expect(safeUrl(give)).toBe(want);
  });

  test('leaves a link without a safe URL as its label', () => {
    expect(linkTo('job', 'https://OpenSesame.example.com:443/1')).toBe(
      '[job](https://OpenSesame.example.com/1)',
    );
    expect(linkTo('job', 'https://%4FpenSesame.example.com/1')).toBe('job');
    expect(linkTo('job', 'https:\\\\%4FpenSesame.example.com/1')).toBe('job');
    expect(linkTo('job', 'https://gitlab.example.com/a%20b?c=%4F')).toBe(
      '[job](https://gitlab.example.com/a%20b?c=%4F)',
    );
    expect(linkTo('job', 'javascript:alert(1)')).toBe('job');
    expect(linkTo('job', 'https://gitlab.example.com/1')).toBe('[job](https://gitlab.example.com/1)');
  });
});

describe('logLine', () => {
  test.each([
    { give: '  indented', want: '  indented' },
    { give: '\ttab', want: '    tab' },
    { give: '10%\r50%\r100%', want: '100%' },
    { give: 'done\r', want: 'done' },
    { give: '\u001b[32;1mgreen\u001b[0m', want: 'green' },
    { give: 'section_start:1:x\r\u001b[0Ktitle', want: 'title' },
    { give: 'a\u0000b\u202ec', want: 'abc' },
    { give: '', want: '' },
  ])('makes $want of $give', ({ give, want }) => {
    expect(logLine(give)).toBe(want);
  });

  test('truncates a line of 1 MB', () => {
    expect(logLine('x'.repeat(1_000_000))).toHaveLength(1000);
  });

  test('never ends the element that contains it', () => {
    expect(escapeHtml('</pre><b>&amp;')).toBe('&lt;/pre&gt;&lt;b&gt;&amp;amp;');
  });
});
