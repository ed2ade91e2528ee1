import type { ErrorCode } from '../../../src/base/errors.js';
import type { Fault } from '../../../src/simulator/gitlab/wire/fault-plan.js';

/** A fault, and what it means for a step that meets it. */
export interface Weather {
  readonly name: string;
  readonly fault: Fault;
  /** What becomes of a request to start a pipeline. */
  readonly start: { readonly exitCode: number; readonly code: ErrorCode; readonly pipelines: number };
  /** What becomes of a check or of following when every look meets it. */
  readonly read: { readonly exitCode: number; readonly code: ErrorCode };
}

const uncertain = (pipelines: number): Weather['start'] => ({
  exitCode: 4,
  code: 'start_uncertain',
  pipelines,
});
const unreachable = (code: ErrorCode): Weather['read'] => ({ exitCode: 4, code });

/** Every kind of fault. */
export const weathers: readonly Weather[] = [
  {
    name: 'a connection that closes before anything is read',
    fault: { kind: 'refuse' },
    start: uncertain(0),
    read: unreachable('connection_lost'),
  },
  {
    name: 'a reset before the work',
    fault: { kind: 'reset_before' },
    start: uncertain(0),
    read: unreachable('connection_lost'),
  },
  {
    name: 'a reset after the work',
    fault: { kind: 'reset_after' },
    start: uncertain(1),
    read: unreachable('connection_lost'),
  },
  {
    name: 'a body that is cut off',
    fault: { kind: 'truncate' },
    start: uncertain(1),
    read: unreachable('connection_lost'),
  },
  {
    name: 'a chunked body that is cut off',
    fault: { kind: 'truncate_chunked' },
    start: uncertain(1),
    read: unreachable('connection_lost'),
  },
  {
    name: 'no answer',
    fault: { kind: 'stall' },
    start: uncertain(0),
    read: unreachable('request_timeout'),
  },
  {
    name: 'no answer after the work',
    fault: { kind: 'stall_after_work' },
    start: uncertain(1),
    read: unreachable('request_timeout'),
  },
  {
    name: 'an answer that drips',
    // Slow enough for the shortest body, an empty list.
    fault: { kind: 'drip', everyMs: 3000 },
    start: uncertain(1),
    read: unreachable('request_timeout'),
  },
  {
    name: 'a login page with status 200',
    fault: { kind: 'html' },
    start: uncertain(0),
    read: unreachable('not_gitlab'),
  },
  ...([301, 302, 303, 307, 308] as const).map((status): Weather => ({
    name: `a redirect with ${status}`,
    fault: { kind: 'redirect', status, location: 'https://login.example.invalid/?from=gitlab' },
    start: uncertain(0),
    read: unreachable('redirected'),
  })),
  {
    name: 'a body of 100 MB',
    fault: { kind: 'too_large', megabytes: 100 },
    start: uncertain(0),
    read: unreachable('response_too_large'),
  },
  {
    name: 'a body without end',
    fault: { kind: 'too_large', megabytes: 'endless' },
    start: uncertain(0),
    read: unreachable('response_too_large'),
  },
  {
    name: 'a throttle without its headers, which may be anybody’s',
    fault: { kind: 'rate_limited' },
    start: uncertain(0),
    read: unreachable('rate_limited'),
  },
  {
    name: 'a throttle that says for how long',
    fault: { kind: 'rate_limited', retryAfterSeconds: 2, resetAfterSeconds: 2 },
    start: { exitCode: 3, code: 'rate_limited', pipelines: 0 },
    read: unreachable('rate_limited'),
  },
  {
    name: 'an error after the work',
    fault: {
      kind: 'status',
      status: 500,
      work: 'done',
      body: '{"message":"500 Internal Server Error"}',
    },
    start: uncertain(1),
    read: unreachable('server_error'),
  },
  ...[502, 503, 504].map((status): Weather => ({
    name: `a gateway's page with ${status}`,
    fault: { kind: 'status', status, work: 'not_done' },
    start: uncertain(0),
    read: unreachable('server_error'),
  })),
  {
    name: 'maintenance',
    fault: { kind: 'maintenance' },
    start: { exitCode: 3, code: 'maintenance', pipelines: 0 },
    // A read is not sent as JSON, and then maintenance answers with a redirect.
    read: unreachable('redirected'),
  },
];

/** One redirect is enough for reads: they do not look at which it is. */
export const readWeathers = weathers.filter(({ fault }) => fault.kind !== 'redirect' || fault.status === 301);
