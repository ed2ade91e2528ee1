import { sleep } from '../../../src/base/clock.js';
import { Secret } from '../../../src/base/secret.js';
import { followPipeline } from '../../../src/follow/follow-pipeline.js';
import { createGitLabClient } from '../../../src/gitlab/client.js';
import type { FollowEvent } from '../../../src/model/events.js';
import type { FollowRequest } from '../../../src/model/requests.js';
import type { Verdict } from '../../../src/model/verdict.js';
import { SimulatedGitLab } from '../../../src/simulator/gitlab/simulated-gitlab.js';
import type { PipelineScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import type { SimulatedResponse } from '../../../src/simulator/gitlab/wire/wire.js';
import { type VirtualClock, createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { oneProject, tokens, valid } from '../../support/one-project.js';
import { followWith, pipelineWith } from '../../support/pipelines.js';

export interface SimulatedRun {
  readonly script: PipelineScript;
  readonly scenario?: Partial<Scenario>;
  readonly request?: Partial<FollowRequest>;
  readonly debug?: (text: string) => void;
  /** How long each request takes, by its target; no time when absent. */
  readonly tripMs?: (target: string) => number;
  /** Aborts the run, e.g. when the step is canceled. */
  readonly signal?: (clock: VirtualClock) => AbortSignal;
  /** What somebody does, by the time in milliseconds since the start. */
  readonly meanwhile?: Readonly<Record<number, (world: SimulatedWorld) => void>>;
  /** What the wire makes of an answer: another one, or a `TransportFault` that it throws. */
  readonly wire?: (
    request: { readonly method: string; readonly target: string },
    work: () => SimulatedResponse,
  ) => SimulatedResponse;
}

export interface SimulatedWorld {
  readonly gitlab: SimulatedGitLab;
  readonly clock: VirtualClock;
  /** Of the same user; `target` is below the project. */
  readonly send: (method: string, target: string) => unknown;
}

export interface SimulatedEnd {
  readonly verdict: Verdict;
  /** When the pipeline had ended, as GitLab tells it afterwards; since the start. */
  readonly endedMs: number;
  readonly events: readonly Exclude<FollowEvent, { readonly kind: 'snapshot' }>[];
  /** Every request of the run: when, what, and what came of it. */
  readonly asked: readonly { readonly atMs: number; readonly target: string; readonly status: number }[];
  /** The simulated GitLab as it was left. */
  readonly gitlab: SimulatedGitLab;
}

/** Starts the pipeline of a simulated GitLab and follows it in virtual time, over no wire at all. */
export async function followSimulated(run: SimulatedRun): Promise<SimulatedEnd> {
  const clock = createVirtualClock();
  const gitlab = new SimulatedGitLab({ clock }, oneProject({ ci: valid(run.script) }, run.scenario ?? {}));
  const handle = (method: string, target: string, body = ''): ReturnType<typeof gitlab.handle> =>
    gitlab.handle({
      method,
      target,
      headers: { 'private-token': tokens.api, 'content-type': 'application/json' },
      body: Buffer.from(body),
    });
  const send = (method: string, target: string): unknown =>
    JSON.parse(handle(method, `/api/v4/projects/42${target}`).body.toString()) as unknown;
  const started = JSON.stringify({ ref: 'main', token: tokens.trigger });
  handle('POST', '/api/v4/projects/42/trigger/pipeline', started);

  const startMs = clock.nowMs();
  const startEpochMs = clock.epochMs();
  for (const [afterMs, act] of Object.entries(run.meanwhile ?? {})) {
    clock.schedule(Number(afterMs), () => act({ gitlab, clock, send }));
  }
  const asked: SimulatedEnd['asked'][number][] = [];
  const client = createGitLabClient(
    {
      clock,
      transport: {
        send: async ({ method, url, headers, body, signal }) => {
          const target = url.pathname + url.search;
          const tripMs = run.tripMs?.(target) ?? 0;
          if (tripMs > 0) await sleep(clock, tripMs, signal);
          const work = (): SimulatedResponse =>
            gitlab.handle({ method, target, headers, body: Buffer.from(body ?? '') });
          const atMs = clock.nowMs() - startMs;
          try {
            const answer = run.wire?.({ method, target }, work) ?? work();
            asked.push({ atMs, target, status: answer.status });
            return await Promise.resolve(answer);
          } catch (error) {
            asked.push({ atMs, target, status: 0 });
            throw error;
          }
        },
      },
    },
    {
      connection: {
        apiUrl: new URL('https://gitlab.example.com/api/v4/'),
        requestTimeoutMs: 30_000,
        requestHeaders: [],
      },
      accessToken: new Secret(tokens.api),
    },
  );
  const events: SimulatedEnd['events'][number][] = [];
  const following = followPipeline(
    { gitlab: client, clock, random: () => 0.5, debug: run.debug },
    {
      // As a response to a start that omits the commit.
      pipeline: pipelineWith({ sha: '' }),
      request: followWith(run.request),
      signal: run.signal?.(clock) ?? new AbortController().signal,
    },
  );
  const drain = async (): Promise<Verdict> => {
    for (;;) {
      const step = await following.next();
      if (step.done === true) return step.value;
      if (step.value.kind !== 'snapshot') events.push(step.value);
    }
  };
  const verdict = await clock.run(drain());
  const finishedMs = gitlab.pipelines()[0]?.finishedMs ?? NaN;
  return { verdict, endedMs: finishedMs - startEpochMs, events, asked, gitlab };
}
