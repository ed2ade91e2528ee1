import { describe, expect, test } from '@jest/globals';

import { withRedactedAnswers } from '../../../src/http/redacted-answers.js';
import type { HttpRequest } from '../../../src/http/transport.js';

const request: HttpRequest = {
  method: 'GET',
  url: new URL('https://gitlab.example.com/'),
  headers: {},
  timeoutMs: 1000,
  maxBytes: 1000,
  signal: new AbortController().signal,
};

async function bodyAfter(status: number, body: string): Promise<string> {
  const transport = withRedactedAnswers(
    {
      send: () => Promise.resolve({ status, headers: {}, body: Buffer.from(body) }),
      close: () => undefined,
    },
    (text) => text.replaceAll('secret', '***'),
  );
  return (await transport.send(request)).body.toString('utf8');
}

describe('withRedactedAnswers', () => {
  test.each([
    { name: 'a refusal', status: 400, give: '{"message":"secret"}', want: '{"message":"***"}' },
    { name: 'a page', status: 200, give: '<title>secret</title>', want: '<title>***</title>' },
    { name: 'a success that was cut off', status: 201, give: '{"ref":"secret', want: '{"ref":"***' },
    { name: 'a redirect', status: 302, give: 'to secret', want: 'to ***' },
  ])('takes secrets out of $name', async ({ status, give, want }) => {
    expect(await bodyAfter(status, give)).toBe(want);
  });

  test.each([
    { name: 'a success, whose texts are values', status: 200, give: '{"ref":"secret-garden"}' },
    { name: 'what holds no secret', status: 500, give: 'nothing' },
  ])('leaves $name as it is', async ({ status, give }) => {
    expect(await bodyAfter(status, give)).toBe(give);
  });
});
