import { describe, expect, test } from '@jest/globals';

import { parseRequestHeaders } from '../../../src/inputs/tokens-and-headers.js';

describe('parseRequestHeaders', () => {
  test('reads one header per line, with the value as a secret', () => {
    const outcome = parseRequestHeaders(
      ' CF-Access-Client-Id: abc.access\r\n\nauthorization:Basic a:b=\nCookie: x=y; z',
    );
    const headers = outcome.kind === 'ok' ? outcome.value : [];
    expect(headers.map(({ name, value }) => [name, value.reveal()])).toEqual([
      ['CF-Access-Client-Id', 'abc.access'],
      ['authorization', 'Basic a:b='],
      ['Cookie', 'x=y; z'],
    ]);
    expect(JSON.stringify(headers)).not.toContain('abc');
  });

  const owned = 'Take it out; this header is set for each request.';
  const token = 'Give the token as access_token, or a CI_JOB_TOKEN as token.';
  const line = { what: 'is not a header (not shown)', hint: 'Write one header a line, as "Name: value".' };
  test.each([
    { give: 'hunter2', want: line },
    { give: 'my secret: hunter2', want: line },
    { give: ': hunter2', want: line },
    { give: 'Host: hunter2', want: { what: 'sets Host', hint: owned } },
    { give: 'content-length: 1', want: { what: 'sets content-length', hint: owned } },
    { give: 'Transfer-Encoding: chunked', want: { what: 'sets Transfer-Encoding', hint: owned } },
    { give: 'PRIVATE-TOKEN: hunter2', want: { what: 'sets PRIVATE-TOKEN', hint: token } },
    { give: 'Job-Token: hunter2', want: { what: 'sets Job-Token', hint: token } },
    { give: 'X-A:', want: { what: 'sets X-A to nothing', hint: 'Give it a value, or take the line out.' } },
    {
      give: 'X-A: hunter2\u0000',
      want: {
        what: 'sets X-A to a value that cannot be sent (not shown)',
        hint: 'Give a value of one line without control characters, and encode what is not Latin script.',
      },
    },
    {
      give: 'X-A: hunter2 żółć',
      want: {
        what: 'sets X-A to a value that cannot be sent (not shown)',
        hint: 'Give a value of one line without control characters, and encode what is not Latin script.',
      },
    },
  ])('refuses $give without showing the value', ({ give, want }) => {
    expect(parseRequestHeaders(`X-Ok: 1\n${give}`)).toEqual({
      kind: 'wrong',
      problems: [{ at: ' (line 2)', ...want }],
    });
  });

  test('refuses a repeated header', () => {
    expect(parseRequestHeaders('X-A: 1\nx-a: 2')).toEqual({
      kind: 'wrong',
      problems: [{ at: ' (line 2)', what: 'sets x-a more than once', hint: 'Give each header once.' }],
    });
  });
});
