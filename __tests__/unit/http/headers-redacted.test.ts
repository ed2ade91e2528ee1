import { describe, expect, test } from '@jest/globals';

import { withRedactedAnswers } from '../../../src/http/headers.js';
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
  ])('removes secrets from $name', async ({ status, give, want }) => {
    expect(await bodyAfter(status, give)).toBe(want);
  });

  test.each([
    { name: 'a success, whose texts are values', status: 200, give: '{"ref":"secret-garden"}' },
    { name: 'what holds no secret', status: 500, give: 'nothing' },
  ])('leaves $name unchanged', async ({ status, give }) => {
    expect(await bodyAfter(status, give)).toBe(give);
  });

  describe('is fast with a long response:', () => {
    /** How many characters were looked at for secrets. */
    async function lookedAt(status: number, body: string): Promise<number> {
      let characters = 0;
      const count = (text: string): string => {
        characters += text.length;
        return text;
      };
      const answer = { status, headers: {}, body: Buffer.from(body) };
      const transport = { send: () => Promise.resolve(answer), close: () => undefined };
      await withRedactedAnswers(transport, count).send(request);
      return characters;
    }

    test('it does not search a success in JSON', async () => {
      expect(await lookedAt(200, JSON.stringify([{ name: 'secre'.repeat(1_000_000) }]))).toBe(0);
    });

    test.each([
      { name: 'a refusal', status: 400, give: JSON.stringify({ message: 'secre'.repeat(1_000_000) }) },
      { name: 'a page', status: 200, give: '<p>'.repeat(1_000_000) },
      { name: 'a success that was cut off', status: 200, give: `["${'secre'.repeat(1_000_000)}` },
    ])('it keeps only the beginning of $name', async ({ status, give }) => {
      expect(await lookedAt(status, give)).toBeLessThanOrEqual(256 * 1024);
    });

    test('it leaves a mark by which half of a secret is recognized', async () => {
      const long = `${'x'.repeat(256 * 1024 - 4)}secret`;
      const body = await bodyAfter(400, long);
      expect(body.endsWith('…')).toBe(true);
      expect(body.length).toBeLessThanOrEqual(256 * 1024);
    });
  });
});
