import { describe, expect, test } from '@jest/globals';

import { type NoAnswer, readProbe } from '../../../src/follow/change-probe.js';
import type { ChangeAnswer } from '../../../src/gitlab/change-request.js';
import { TransportFault } from '../../../src/http/transport.js';

const tag = 'W/"1"';
const other = 'W/"2"';

function answer(status: number, given: Partial<ChangeAnswer> = {}): ChangeAnswer {
  const body = status === 200 ? 'query' : 'other';
  return { kind: 'answer', status, tag, fromGitLabCache: status === 304, body, hints: {}, ...given };
}

describe('the answer to whether anything has changed', () => {
  test.each([
    ['the first tag', answer(200), undefined, { kind: 'changed', tag }],
    ['another tag', answer(200, { tag: other }), tag, { kind: 'changed', tag: other }],
    ['304 from GitLab', answer(304), tag, { kind: 'unchanged' }],
    ['304 from GitLab without its tag', answer(304, { tag: undefined }), tag, { kind: 'unchanged' }],
  ])('is read: %s', (_name, reply, asked, probe) => {
    expect(readProbe(reply, asked)).toEqual(probe);
  });

  test.each<[NoAnswer, ChangeAnswer, string | undefined]>([
    ['polling_off', answer(429, { fromGitLabCache: true }), tag],
    ['not_from_cache', answer(304, { fromGitLabCache: false }), tag],
    ['not_from_cache', answer(200, { tag: other, hints: { fromCache: true } }), tag],
    ['tag_mixed_up', answer(304), undefined],
    ['tag_mixed_up', answer(304, { tag: other }), tag],
    ['condition_ignored', answer(200), tag],
    ['no_tag', answer(200, { tag: undefined }), undefined],
    ['no_tag', answer(200, { tag: undefined }), tag],
    ['page', answer(200, { body: 'page', tag: other }), tag],
    ['no_graphql', answer(200, { body: 'errors', tag: other }), tag],
    ['no_graphql', answer(200, { body: 'other', tag: other }), tag],
    ['no_graphql', answer(204), tag],
    ['no_graphql', answer(400), tag],
    ['no_graphql', answer(422), tag],
    ['redirected', answer(301), tag],
    ['redirected', answer(302, { body: 'page' }), tag],
    ['redirected', answer(308), tag],
    ['not_allowed', answer(401, { body: 'errors' }), tag],
    ['not_allowed', answer(403), tag],
    ['not_allowed', answer(407), tag],
    ['no_such_path', answer(404, { body: 'page' }), tag],
    ['no_such_path', answer(405), tag],
    ['no_such_path', answer(410), tag],
  ])('is unavailable for good: %s', (reason, reply, asked) => {
    expect(readProbe(reply, asked)).toEqual({ kind: 'unavailable', reason, lasts: 'for_good' });
  });

  test.each<[NoAnswer, ChangeAnswer]>([
    ['throttled', answer(429)],
    ['server_error', answer(500)],
    ['server_error', answer(502, { body: 'page' })],
    ['server_error', answer(503)],
    ['server_error', answer(408)],
    ['server_error', answer(425)],
  ])('is unavailable for now: %s', (reason, reply) => {
    expect(readProbe(reply, tag)).toEqual({ kind: 'unavailable', reason, lasts: 'for_now' });
  });

  test('is unavailable for now if no server responds', () => {
    const fault = new TransportFault({ kind: 'timeout', reached: 'maybe', message: 'no answer' });
    const none = { kind: 'unavailable', reason: 'unreachable', lasts: 'for_now' };
    expect(readProbe({ kind: 'fault', fault }, tag)).toEqual(none);
    expect(readProbe({ kind: 'none' }, tag)).toEqual(none);
  });

  test('is never unchanged unless GitLab itself said so, whatever the status', () => {
    for (let status = 100; status < 600; status += 1) {
      expect(readProbe(answer(status, { fromGitLabCache: false }), tag).kind).not.toBe('unchanged');
    }
  });
});
