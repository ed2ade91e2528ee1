import { gunzipSync } from 'node:zlib';

import { expect, test } from '@jest/globals';

import { compressedAnswer } from '../../../../../src/simulator/gitlab/wire/compressed-answer.js';
import type { SimulatedRequest, SimulatedResponse } from '../../../../../src/simulator/gitlab/wire/wire.js';

const asking: SimulatedRequest = {
  method: 'GET',
  target: '/',
  headers: { 'accept-encoding': 'gzip' },
  body: Buffer.alloc(0),
};
const answer: SimulatedResponse = {
  status: 200,
  headers: { 'content-type': 'application/json', vary: 'Origin', etag: '"one"' },
  body: Buffer.from(JSON.stringify('x'.repeat(250))),
};

test('a client that accepts gzip gets it, with a weak tag', () => {
  const { status, headers, body } = compressedAnswer(asking, answer);
  expect([status, headers, gunzipSync(body)]).toEqual([
    200,
    { ...answer.headers, 'content-encoding': 'gzip', vary: 'Origin, Accept-Encoding', etag: 'W/"one"' },
    answer.body,
  ]);
});

test.each<[string, Partial<SimulatedRequest>, Partial<SimulatedResponse>]>([
  ['that nobody asked for', { headers: {} }, {}],
  ['asked for as it is', { headers: { 'accept-encoding': 'identity' } }, {}],
  ['that is short', {}, { body: Buffer.alloc(249) }],
  ['of an archive', {}, { headers: { 'content-type': 'application/octet-stream' } }],
  ['of no type', {}, { headers: {} }],
  ['that is packed already', {}, { headers: { ...answer.headers, 'content-encoding': 'gzip' } }],
])('a response %s stays as it is', (_name, request, response) => {
  const give = { ...answer, ...response };
  expect(compressedAnswer({ ...asking, ...request }, give)).toBe(give);
});
