import { describe, expect } from '@jest/globals';

import type { Check } from '../../../src/check/check.js';
import { type Fault, FaultPlan } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import { testsAtOnce } from '../../e2e/support/tests-at-once.js';
import { withSimulator } from '../../e2e/support/with-simulator.js';
import { inputsFor, oneProject, tokens, valid } from '../../support/one-project.js';
import { runInMemory } from '../network/support/run-in-memory.js';

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
  { kind: 'drip', everyMs: 200 },
  { kind: 'html' },
  { kind: 'redirect', status: 302, location: 'https://elsewhere.example.test/users/sign_in' },
  { kind: 'too_large', megabytes: 'endless' },
  { kind: 'rate_limited', retryAfterSeconds: 1 },
  { kind: 'status', status: 500, work: 'not_done', body: '{"message":"500 Internal Server Error"}' },
  { kind: 'status', status: 200, work: 'not_done', body: '{"unexpected":' },
  { kind: 'maintenance' },
];

const inputDeclarations = { env: { type: 'string', default: 'x' } } as const;

/** Faults that last until we are out of patience. */
const endless: ReadonlySet<Fault['kind']> = new Set(['stall', 'stall_after_work', 'drip']);

/**
 * Of a clock that is fifty times too fast: two seconds, or twelve, on a machine that is busy with other
 * tests.
 */
const deadline = (fault: Fault): string => (endless.has(fault.kind) ? '100s' : '10m');

describe('a fault makes its check inconclusive, and starts nothing:', () => {
  const test = testsAtOnce();

  for (const { path, check } of requests) {
    for (const fault of faults) {
      const name = fault.kind === 'status' ? `status ${fault.status}` : fault.kind;
      test(`${name} for ${check} at ${path.source}`, async () => {
        const plan = new FaultPlan([{ when: { pathMatches: path }, fault }]);
        const scenario = oneProject({ ci: valid({ jobs: [{ name: 'unit' }] }, inputDeclarations) });
        await withSimulator({ scenario, faults: plan }, async ({ url, requests: seen, gitlab }) => {
          const end = await runInMemory({
            ...inputsFor(url),
            access_token: tokens.api,
            inputs: 'env: y',
            wait: 'true',
            dry_run: 'true',
            request_timeout: deadline(fault),
          });

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
