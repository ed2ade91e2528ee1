import { beforeAll, describe, expect, test } from '@jest/globals';

import type { Check } from '../../../src/check/check.js';
import type { Fault } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import { checkInVirtualTime, loadBefore } from './check-in-virtual-time.js';

beforeAll(loadBefore);

/** Every request of a check, and the check that it is for. */
const requests: readonly { readonly path: RegExp; readonly check: Check['name'] }[] = [
  { path: /\/version$/, check: 'server' },
  { path: /\/trigger\/pipeline$/, check: 'token' },
  { path: /\/personal_access_tokens\/self$/, check: 'access_token' },
  { path: /\/projects\/[^/]+$/, check: 'project' },
  { path: /\/pipelines\?/, check: 'pipelines' },
  { path: /\/branches\//, check: 'ref' },
  { path: /\/tags\//, check: 'ref' },
  { path: /\/ci\/lint/, check: 'ci_config' },
  { path: /\/files\//, check: 'inputs' },
];

const faults: readonly Fault[] = [
  { kind: 'refuse' },
  { kind: 'reset_before' },
  { kind: 'reset_after' },
  { kind: 'truncate' },
  { kind: 'truncate_chunked' },
  { kind: 'stall' },
  { kind: 'stall_after_work' },
  { kind: 'drip', everyMs: 10_000 },
  { kind: 'html' },
  { kind: 'redirect', status: 302, location: 'https://elsewhere.example.test/users/sign_in' },
  { kind: 'too_large', megabytes: 'endless' },
  { kind: 'rate_limited', retryAfterSeconds: 1 },
  { kind: 'status', status: 500, work: 'not_done', body: '{"message":"500 Internal Server Error"}' },
  { kind: 'status', status: 200, work: 'not_done', body: '{"unexpected":' },
  { kind: 'maintenance' },
];

describe('a fault makes its check inconclusive, and starts nothing:', () => {
  for (const { path, check } of requests) {
    for (const fault of faults) {
      const name = fault.kind === 'status' ? `status ${fault.status}` : fault.kind;
      test(`${name} for ${check} at ${path.source}`, async () => {
        const { end, requests: seen, gitlab } = await checkInVirtualTime({ pathMatches: path }, fault);

        const { checks } = JSON.parse(end.outputs.checks ?? '{"checks":[]}') as {
          readonly checks: readonly Check[];
        };
        const found = checks.find((each) => each.name === check);
        expect([found?.state, found?.finding]).toEqual([stateFor(check, name), expect.stringMatching(/./)]);
        expect(end.exitCode).toBe(codeFor(check, name));
        expect(gitlab.pipelines()).toEqual([]);
        expect(seen.filter(({ method }) => method !== 'GET').length).toBeLessThanOrEqual(1);
        const failed = checks.filter((each) => each.state === 'failed').map((each) => each.name);
        expect(failed).toEqual(found?.state === 'failed' ? [check] : []);
      });
    }
  }
});

function stateFor(check: Check['name'], fault: string): Check['state'] {
  if (check === 'server') return fault === 'rate_limited' ? 'unknown' : 'failed';
  // An empty list is through before anybody is out of patience.
  return check === 'pipelines' && fault === 'drip' ? 'ok' : 'unknown';
}

/** Without a server nothing is known. */
function codeFor(check: Check['name'], fault: string): number {
  return check !== 'server' || fault === 'rate_limited' ? 0 : 4;
}
