import { htmlAnswer, textAnswer } from './answer.js';
import { maintenanceAnswer } from './caller.js';
import type { Fault, FaultPlan } from './fault-plan.js';
import { throttleHeaders } from './throttle.js';
import type { SimulatedRequest, SimulatedResponse } from './wire.js';

/** What the client receives in one exchange. The carrier (sockets, or virtual time) only executes it. */
export type Delivery =
  | { readonly kind: 'answer'; readonly response: SimulatedResponse }
  /** The connection closes without a byte, before the request is read. */
  | { readonly kind: 'refused' }
  /** The connection is reset without a byte of an answer. */
  | { readonly kind: 'reset' }
  /** Only the first `sentBytes` of the body come, then the connection is cut. */
  | {
      readonly kind: 'truncated';
      readonly response: SimulatedResponse;
      readonly sentBytes: number;
      readonly framing: 'content_length' | 'chunked';
    }
  /** No answer ever comes. */
  | { readonly kind: 'silence' }
  | { readonly kind: 'drip'; readonly response: SimulatedResponse; readonly everyMs: number }
  /** A body of so many bytes, or without end, of which the content does not matter. */
  | { readonly kind: 'flood'; readonly totalBytes: number | 'endless' };

export interface DeliveryDeps {
  readonly gitlab: { readonly handle: (request: SimulatedRequest) => SimulatedResponse };
  readonly clock: { readonly epochMs: () => number };
}

/** One complete exchange: asks the plan for a fault, and does the work if the fault allows it. */
export function exchange(
  deps: DeliveryDeps & { readonly faults: FaultPlan },
  request: SimulatedRequest,
): Delivery {
  if (deps.faults.atConnection() === 'refuse') return { kind: 'refused' };
  return deliver(deps, request, deps.faults.atRequest(request));
}

/** The result of a request with this fault, with the work done or not as the fault says. */
export function deliver(deps: DeliveryDeps, request: SimulatedRequest, fault: Fault | undefined): Delivery {
  const work = (): SimulatedResponse => deps.gitlab.handle(request);
  if (fault === undefined) return { kind: 'answer', response: work() };
  switch (fault.kind) {
    case 'refuse':
      return { kind: 'refused' };
    case 'reset_before':
      return { kind: 'reset' };
    case 'reset_after':
      work();
      return { kind: 'reset' };
    case 'truncate':
      return truncated(work(), 'content_length');
    case 'truncate_chunked':
      return truncated(work(), 'chunked');
    case 'stall':
      return { kind: 'silence' };
    case 'stall_after_work':
      work();
      return { kind: 'silence' };
    case 'drip':
      return { kind: 'drip', response: work(), everyMs: fault.everyMs };
    case 'too_large': {
      const { megabytes } = fault;
      return { kind: 'flood', totalBytes: megabytes === 'endless' ? megabytes : megabytes * 2 ** 20 };
    }
    case 'html':
    case 'redirect':
    case 'rate_limited':
    case 'maintenance':
      return { kind: 'answer', response: substitute(deps, request, fault) };
    case 'status':
      if (fault.work === 'done') work();
      return { kind: 'answer', response: statusAnswer(deps, fault) };
  }
}

function truncated(response: SimulatedResponse, framing: 'content_length' | 'chunked'): Delivery {
  const wholeBytes = response.stream?.bytes ?? response.body.length;
  return { kind: 'truncated', response, sentBytes: Math.floor(wholeBytes / 2), framing };
}

type Substitution = Extract<Fault, { readonly kind: 'html' | 'redirect' | 'rate_limited' | 'maintenance' }>;

function substitute(
  { clock }: DeliveryDeps,
  request: SimulatedRequest,
  fault: Substitution,
): SimulatedResponse {
  const date = new Date(clock.epochMs()).toUTCString();
  switch (fault.kind) {
    case 'html':
      return htmlAnswer(200, fault.page ?? loginPage, { date });
    case 'redirect':
      return htmlAnswer(fault.status, '<html><body>Moved</body></html>', {
        date,
        location: fault.location,
      });
    case 'rate_limited':
      return rateLimitedAnswer(fault, clock.epochMs());
    case 'maintenance': {
      const message = fault.message ?? 'GitLab is undergoing maintenance';
      const answer = maintenanceAnswer(request, { message, startPage: '/' });
      return { ...answer, headers: { date, ...answer.headers } };
    }
  }
}

const loginPage =
  '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><form action="/sso/login" method="post">' +
  '<input name="username"></form></body></html>\n';

const faultLimit = 10;

function rateLimitedAnswer(
  fault: Extract<Fault, { readonly kind: 'rate_limited' }>,
  nowMs: number,
): SimulatedResponse {
  const { retryAfterSeconds, resetAfterSeconds } = fault;
  const resetMs = nowMs + (resetAfterSeconds ?? 0) * 1000;
  const counters = throttleHeaders({
    name: 'throttle_unauthenticated_api',
    limit: faultLimit,
    observed: faultLimit + 1,
    resetMs,
  });
  return textAnswer(429, fault.text ?? 'Retry later\n', {
    date: new Date(nowMs).toUTCString(),
    ...(resetAfterSeconds === undefined
      ? {}
      : { ...counters, 'ratelimit-resettime': new Date(resetMs).toUTCString() }),
    ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
  });
}

function statusAnswer(
  { clock }: DeliveryDeps,
  fault: Extract<Fault, { readonly kind: 'status' }>,
): SimulatedResponse {
  const contentType = fault.contentType ?? (fault.body === undefined ? 'text/html' : 'application/json');
  const page = `<html><head><title>${fault.status}</title></head><body><h1>${fault.status}</h1></body></html>\n`;
  return {
    status: fault.status,
    headers: {
      date: new Date(clock.epochMs()).toUTCString(),
      'content-type': contentType,
      ...fault.headers,
    },
    body: Buffer.from(fault.body ?? page),
  };
}
