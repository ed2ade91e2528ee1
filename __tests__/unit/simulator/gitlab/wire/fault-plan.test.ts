import { describe, expect, test } from '@jest/globals';

import { deliver, exchange } from '../../../../../src/simulator/gitlab/wire/delivery.js';
import {
  type Fault,
  FaultPlan,
  type FaultRule,
} from '../../../../../src/simulator/gitlab/wire/fault-plan.js';
import type { SimulatedRequest, SimulatedResponse } from '../../../../../src/simulator/gitlab/wire/wire.js';

const stall: Fault = { kind: 'stall' };
const reset: Fault = { kind: 'reset_after' };

function kinds(rules: readonly FaultRule[], requests: readonly string[]): readonly (string | undefined)[] {
  const plan = new FaultPlan(rules);
  return requests.map((request) => {
    const [method = '', target = ''] = request.split(' ');
    return plan.atRequest({ method, target })?.kind;
  });
}

describe('a fault plan', () => {
  const gets = ['GET /a', 'GET /a', 'GET /a', 'GET /a'];
  const none = undefined;

  test.each([
    { name: 'hits everything', when: {}, want: ['stall', 'stall', 'stall', 'stall'] },
    { name: 'hits every one', when: { nth: 'every' }, want: ['stall', 'stall', 'stall', 'stall'] },
    { name: 'hits the second', when: { nth: 2 }, want: [none, 'stall', none, none] },
    { name: 'hits two from the second', when: { nth: 2, times: 2 }, want: [none, 'stall', 'stall', none] },
    { name: 'hits twice', when: { times: 2 }, want: ['stall', 'stall', none, none] },
    { name: 'leaves other methods alone', when: { method: 'POST' }, want: [none, none, none, none] },
    { name: 'leaves other paths alone', when: { pathMatches: /b/ }, want: [none, none, none, none] },
    {
      name: 'looks at paths afresh',
      when: { pathMatches: /a/g },
      want: ['stall', 'stall', 'stall', 'stall'],
    },
  ] as const)('$name', ({ when, want }) => {
    expect(kinds([{ when, fault: stall }], gets)).toEqual(want);
  });

  test('uses the first matching rule, and counts for all rules', () => {
    const rules: FaultRule[] = [
      { when: { nth: 1 }, fault: stall },
      { when: { nth: 2 }, fault: reset },
      { when: { method: 'POST', nth: 1 }, fault: { kind: 'html' } },
    ];
    expect(kinds(rules, ['GET /a', 'GET /a', 'GET /a', 'POST /a'])).toEqual([
      'stall',
      'reset_after',
      none,
      'html',
    ]);
  });

  test('counts connections for a refusal without conditions, and requests otherwise', () => {
    const plan = new FaultPlan([
      { when: { nth: 2 }, fault: { kind: 'refuse' } },
      { when: { method: 'POST' }, fault: { kind: 'refuse' } },
    ]);
    expect([plan.atConnection(), plan.atConnection(), plan.atConnection()]).toEqual([
      'accept',
      'refuse',
      'accept',
    ]);
    expect(plan.atRequest({ method: 'GET', target: '/' })).toBeUndefined();
    expect(plan.atRequest({ method: 'POST', target: '/' })).toEqual({ kind: 'refuse' });
  });
});

describe('the delivery of a response', () => {
  const answer: SimulatedResponse = { status: 201, headers: {}, body: Buffer.from('0123456789') };
  const clock = { epochMs: () => Date.UTC(2026, 0, 1) };

  function run(fault: Fault | undefined, headers: Record<string, string> = {}): unknown {
    let handled = 0;
    const gitlab = {
      handle: () => {
        handled += 1;
        return answer;
      },
    };
    const request: SimulatedRequest = { method: 'POST', target: '/', headers, body: Buffer.alloc(0) };
    return { delivery: deliver({ gitlab, clock }, request, fault), handled };
  }

  const status: Fault = { kind: 'status', status: 502, work: 'not_done' };

  test.each<{ readonly give: Fault | undefined; readonly want: unknown }>([
    { give: undefined, want: { delivery: { kind: 'answer', response: answer }, handled: 1 } },
    { give: { kind: 'refuse' }, want: { delivery: { kind: 'refused' }, handled: 0 } },
    { give: { kind: 'reset_before' }, want: { delivery: { kind: 'reset' }, handled: 0 } },
    { give: { kind: 'reset_after' }, want: { delivery: { kind: 'reset' }, handled: 1 } },
    {
      give: { kind: 'truncate' },
      want: {
        delivery: { kind: 'truncated', response: answer, sentBytes: 5, framing: 'content_length' },
        handled: 1,
      },
    },
    {
      give: { kind: 'truncate_chunked' },
      want: { delivery: { kind: 'truncated', framing: 'chunked' }, handled: 1 },
    },
    { give: { kind: 'stall' }, want: { delivery: { kind: 'silence' }, handled: 0 } },
    { give: { kind: 'stall_after_work' }, want: { delivery: { kind: 'silence' }, handled: 1 } },
    {
      give: { kind: 'drip', everyMs: 5 },
      want: { delivery: { kind: 'drip', response: answer, everyMs: 5 }, handled: 1 },
    },
    {
      give: { kind: 'html' },
      want: {
        delivery: {
          kind: 'answer',
          response: { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } },
        },
        handled: 0,
      },
    },
    {
      give: { kind: 'redirect', status: 307, location: 'https://x.example/' },
      want: {
        delivery: { response: { status: 307, headers: { location: 'https://x.example/' } } },
        handled: 0,
      },
    },
    {
      give: { kind: 'too_large', megabytes: 2 },
      want: { delivery: { kind: 'flood', totalBytes: 2_097_152 }, handled: 0 },
    },
    {
      give: { kind: 'too_large', megabytes: 'endless' },
      want: { delivery: { kind: 'flood', totalBytes: 'endless' }, handled: 0 },
    },
    {
      give: { kind: 'rate_limited', retryAfterSeconds: 3, resetAfterSeconds: 5 },
      want: {
        delivery: {
          response: {
            status: 429,
            headers: {
              'content-type': 'text/plain',
              'retry-after': '3',
              'ratelimit-reset': String(Date.UTC(2026, 0, 1) / 1000 + 5),
              'ratelimit-resettime': 'Thu, 01 Jan 2026 00:00:05 GMT',
              'ratelimit-remaining': '0',
            },
            body: Buffer.from('Retry later\n'),
          },
        },
        handled: 0,
      },
    },
    { give: status, want: { delivery: { kind: 'answer', response: { status: 502 } }, handled: 0 } },
    {
      give: { ...status, work: 'done', body: '{"message":"x"}' },
      want: {
        delivery: {
          response: {
            status: 502,
            headers: { 'content-type': 'application/json' },
            body: Buffer.from('{"message":"x"}'),
          },
        },
        handled: 1,
      },
    },
    { give: { kind: 'maintenance' }, want: { delivery: { response: { status: 301 } }, handled: 0 } },
  ])('is as under $give', ({ give, want }) => {
    expect(run(give)).toMatchObject(want as object);
  });

  test('gives JSON requests a 503 under maintenance', () => {
    expect(run({ kind: 'maintenance' }, { 'content-type': 'application/json' })).toMatchObject({
      delivery: {
        response: { status: 503, body: Buffer.from('{"message":"GitLab is undergoing maintenance"}') },
      },
    });
  });

  test('in the process asks for the connection, then for the request', () => {
    const faults = new FaultPlan([
      { when: { nth: 1 }, fault: { kind: 'refuse' } },
      { when: { nth: 1 }, fault: { kind: 'stall' } },
    ]);
    const deps = { gitlab: { handle: () => answer }, clock, faults };
    const request: SimulatedRequest = { method: 'GET', target: '/', headers: {}, body: Buffer.alloc(0) };
    expect([1, 2, 3].map(() => exchange(deps, request).kind)).toEqual(['refused', 'silence', 'answer']);
  });
});
