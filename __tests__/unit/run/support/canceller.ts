import { Secret } from '../../../../src/base/secret.js';
import type { Reply } from '../../../../src/gitlab/responses/reply.js';
import type { Pipeline } from '../../../../src/model/pipeline.js';
import type { Canceller } from '../../../../src/run/cancel-pipelines.js';
import { type VirtualClock, createVirtualClock } from '../../../../src/simulator/virtual-clock.js';
import { createRecordingHost } from '../../../simulation/support/recording-host.js';
import { ok, pipelineWith } from '../../../support/pipelines.js';

/** A GitLab that answers the two calls of canceling as it is told, in no time. */
export interface CancellingGitLab {
  readonly cancel?: (id: number) => Reply<Pipeline> | 'silence';
  readonly fetch?: (id: number) => Reply<Pipeline> | 'silence';
}

export interface Canceling extends Canceller {
  readonly clock: VirtualClock;
  readonly said: readonly string[];
  readonly outputs: readonly string[];
  readonly saved: readonly string[];
  readonly summaries: readonly string[];
  readonly calls: readonly string[];
}

export const canceled = (id: number): Reply<Pipeline> => ok(pipelineWith({ id, status: 'canceled' }));

/** Who cancels, on a host in memory; everything it does is written down. */
export function canceling(
  { cancel = canceled, fetch = canceled }: CancellingGitLab = {},
  given: Partial<Pick<Canceller, 'mayCancel' | 'forceSignal'>> = {},
): Canceling {
  const clock = createVirtualClock();
  const { host, record } = createRecordingHost({
    inputs: { read: () => undefined },
    clock,
    state: new Map(),
    masks: 'honored',
  });
  host.masker.mask(new Secret('planted-secret'));
  const said: string[] = [];
  const outputs: string[] = [];
  const calls: string[] = [];
  const answer = async (
    reply: Reply<Pipeline> | 'silence',
    signal: AbortSignal,
  ): Promise<Reply<Pipeline>> => {
    signal.throwIfAborted();
    if (reply !== 'silence') return reply;
    return await new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
  };
  const say = (level: string) => (text: string) => void said.push(`${level}: ${host.masker.redact(text)}`);
  return {
    clock,
    said,
    outputs,
    calls,
    get saved() {
      return record.saved.map(({ name, value }) => `${name}=${value}`);
    },
    summaries: record.summaries,
    mayCancel: true,
    project: { kind: 'path', path: 'group/app' },
    forceSignal: new AbortController().signal,
    ...given,
    gitlab: {
      cancelPipeline: ({ pipelineId }, signal) => {
        calls.push(`cancel ${pipelineId}`);
        return answer(cancel(pipelineId), signal);
      },
      fetchPipeline: ({ pipelineId }, signal) => {
        calls.push(`fetch ${pipelineId}`);
        return answer(fetch(pipelineId), signal);
      },
    },
    deps: {
      host: {
        ...host,
        log: { ...host.log, info: say('info'), warning: say('warning') },
        outputs: {
          ...host.outputs,
          set: (name, value) => void outputs.push(`${name}=${value}`),
        },
      },
      files: { readText: () => Promise.reject(new Error('there are no files')) },
      clock,
      random: () => 0.5,
      environment: {},
      createTransport: () => {
        throw new Error('nothing is sent');
      },
    },
  };
}
