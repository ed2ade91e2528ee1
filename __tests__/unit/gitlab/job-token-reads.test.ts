import { describe, expect, test } from '@jest/globals';

import { jobTokenReads } from '../../../src/gitlab/job-token-reads.js';
import { readRefusal } from '../../../src/gitlab/responses/error-body.js';
import type { Reply } from '../../../src/gitlab/responses/reply.js';
import { TransportFault } from '../../../src/http/transport.js';

const [byToken, byNobody] = [{ 'job-token': 'x' }, { accept: 'application/json' }];
const hints = { status: 200 } as never;
const ok: Reply<string> = { kind: 'ok', value: 'read', hints };
const fault: Reply<string> = {
  kind: 'fault',
  fault: new TransportFault({ kind: 'reset', reached: 'maybe', message: 'gone' }),
};

const refused = (status: number, message: string): Reply<string> => ({
  kind: 'refused',
  refusal: readRefusal({
    status,
    headers: { 'content-type': 'application/json', 'x-request-id': '01', 'x-gitlab-meta': '{}' },
    body: Buffer.from(JSON.stringify({ message })),
    hints,
  }),
});

const forbidden = refused(
  403,
  '403 Forbidden - Insufficient permissions to access this resource in project #42. The following token permission is required: read_jobs.',
);
const hidden = refused(404, '404 Project Not Found');
const absent = refused(404, '404 Not found');

describe('reading with a job token gives', () => {
  test.each([
    { name: 'what the token may read', answers: [ok], want: ok, next: byToken },
    { name: 'no for both', answers: [forbidden, hidden], want: forbidden, next: byToken },
    { name: 'a public project', answers: [forbidden, ok], want: ok, next: byNobody },
    { name: 'a hidden project that is public', answers: [hidden, ok], want: ok, next: byNobody },
    {
      name: 'a job that has ended',
      answers: [refused(401, '401 Unauthorized'), ok],
      want: ok,
      next: byNobody,
    },
    { name: 'a pipeline that is not there', answers: [absent], want: absent, next: byToken },
    { name: 'one that everybody would see', answers: [forbidden, absent], want: absent, next: byNobody },
    { name: 'a line that breaks meanwhile', answers: [forbidden, fault], want: fault, next: byToken },
    { name: 'a fault', answers: [fault], want: fault, next: byToken },
    {
      name: 'a limit, which says nothing of the token',
      answers: [refused(429, 'Retry later')],
      want: undefined,
      next: byToken,
    },
  ])('$name', async ({ answers, want, next }) => {
    const left = [...answers];
    const sent: object[] = [];
    const reading = jobTokenReads(byToken, byNobody);
    const reply = await reading('READ_JOBS', (headers) => {
      sent.push(headers);
      return Promise.resolve(left.shift() ?? ok);
    });

    expect(reply).toBe(want ?? answers[0]);
    expect(sent).toEqual([byToken, byNobody].slice(0, answers.length));
    await reading('READ_JOBS', (headers) => {
      sent.push(headers);
      return Promise.resolve(ok);
    });
    expect(sent.at(-1)).toBe(next);
    await reading('READ_PIPELINES', (headers) => {
      sent.push(headers);
      return Promise.resolve(ok);
    });
    expect(sent.at(-1)).toBe(byToken);
  });

  test('a single anonymous read without a job token', async () => {
    const sent: object[] = [];
    const reply = await jobTokenReads(undefined, byNobody)('READ_JOBS', (headers) => {
      sent.push(headers);
      return Promise.resolve(forbidden);
    });
    expect({ reply, sent }).toEqual({ reply: forbidden, sent: [byNobody] });
  });
});
