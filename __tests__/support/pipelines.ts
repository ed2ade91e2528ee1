import type { Refusal, Reply } from '../../src/gitlab/responses/reply.js';
import { TransportFault } from '../../src/http/transport.js';
import type { Job, Pipeline } from '../../src/model/pipeline.js';
import type { FollowRequest } from '../../src/model/requests.js';

/** A pipeline with everything that must be there. */
export function pipelineWith(given: Partial<Pipeline> = {}): Pipeline {
  return {
    id: 257,
    iid: 118,
    projectId: 42,
    status: 'created',
    ref: 'main',
    sha: 'a'.repeat(40),
    webUrl: 'https://gitlab.example.com/group/app/-/pipelines/257',
    ...given,
  };
}

export function refusalWith(given: Partial<Refusal> & Pick<Refusal, 'status'>): Refusal {
  const speaker = given.shape === 'html' ? 'stranger' : 'gitlab';
  return { speaker, shape: 'message', texts: [], hints: {}, ...given };
}

export function ok<T>(value: T): Reply<T> {
  return { kind: 'ok', value, hints: { isPaged: true } };
}

export function refused(given: Partial<Refusal> & Pick<Refusal, 'status'>): Reply<never> {
  return { kind: 'refused', refusal: refusalWith(given) };
}

export function lost(reached: 'no' | 'maybe' = 'maybe'): Reply<never> {
  const message = 'gitlab.example.com:443 closed the connection (ECONNRESET)';
  return { kind: 'fault', fault: new TransportFault({ kind: 'reset', reached, message }) };
}

/** A job that has succeeded. */
export function jobWith(given: Partial<Job> = {}): Job {
  return {
    id: 1,
    name: 'unit',
    stage: 'test',
    status: 'success',
    allowFailure: false,
    webUrl: 'https://gitlab.example.com/group/app/-/jobs/1',
    ...given,
  };
}

/** How a step follows when nothing was said about it. */
export function followWith(given: Partial<FollowRequest> = {}): FollowRequest {
  return {
    accept: new Set(['success', 'warnings']),
    timeoutMs: 3_600_000,
    queueTimeoutMs: undefined,
    outageTimeoutMs: 300_000,
    pollInterval: 'auto',
    jobs: [],
    onManual: 'stop',
    downstream: 'show',
    cancelOn: new Set(['abort']),
    ...given,
  };
}
