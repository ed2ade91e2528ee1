import type { HttpRequest } from '../../../src/http/transport.js';
import type { PipelineTreeView } from '../../../src/simulator/gitlab/api/pipeline-entity.js';
import { SimulatedGitLab } from '../../../src/simulator/gitlab/simulated-gitlab.js';
import { type Delivery, deliver } from '../../../src/simulator/gitlab/wire/delivery.js';
import { type Fault, FaultPlan } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import type { SimulatedRequest, SimulatedResponse } from '../../../src/simulator/gitlab/wire/wire.js';
import type { VirtualClock } from '../../../src/simulator/virtual-clock.js';
import { type Oddity, createPeculiarities } from './peculiarities.js';
import { tokens } from './random-instance.js';
import { type LateWork, type Story, givenPipelineId, projectId } from './story.js';
import { type Doing, createStranger } from './stranger.js';

/** The step itself, and the post step after it. */
export type Phase = 'main' | 'post';

/** What the body of an answer is, by its label. */
export type AnswerShape = 'page' | 'text' | 'json' | 'none';

/** One request and all that became of it. Times are those of the clock. */
export interface Exchange {
  readonly phase: Phase;
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly sentMs: number;
  /** When it arrived at the server; absent while it has not. */
  arrivedMs?: number;
  endMs?: number;
  /** The fault that the story had for it. */
  fault?: Fault['kind'] | 'late_work' | 'outage';
  /** What somebody on the way did to it. */
  stranger?: Doing;
  /** Whether it took GitLab's own headers away. */
  isStripped?: true;
  /** Of a list out of a cache: when GitLab said it. */
  asOfMs?: number;
  /** Whether the answer says that it comes out of a cache. */
  saysCached?: true;
  /** What is peculiar about what GitLab said. */
  oddity?: Oddity;
  /** How it ended for the client. */
  end: 'open' | 'answer' | 'fault' | 'aborted';
  /** Of the answer that the client got. */
  status?: number;
  shape?: AnswerShape;
  /** Whether it has the headers in which GitLab's throttle, and nobody else, names its limit. */
  namesThrottle?: boolean;
  /** Whether GitLab worked on it. */
  worked: boolean;
  /** Pipelines that came of it in the project itself. */
  created: readonly number[];
  /** What the pipeline of this run looked like once the server was done. */
  tree?: PipelineTreeView | undefined;
  /** Whether a replica that lagged told it. */
  isStale?: true;
  /** And what the pipeline looked like to that one. */
  staleTree?: PipelineTreeView | undefined;
  /** And just before. */
  treeBefore?: PipelineTreeView | undefined;
}

/** The far side of a run, and its record. */
export interface Wire {
  readonly gitlab: SimulatedGitLab;
  readonly exchanges: readonly Exchange[];
  readonly open: (phase: Phase, request: HttpRequest) => Exchange;
  /** The request arrives, at GitLab or at whoever stands in front of it: what comes of it. */
  readonly arrive: (exchange: Exchange) => Delivery;
  /** The pipeline that this run is about, once there is one. */
  readonly subjectId: () => number | undefined;
  /** Forgets what would still happen by itself. */
  readonly close: () => void;
}

export function createWire(clock: VirtualClock, story: Story): Wire {
  const gitlab = new SimulatedGitLab({ clock }, story.scenario);
  const faults = new FaultPlan(story.faults);
  const stranger = createStranger(clock, story.stays);
  const exchanges: Exchange[] = [];
  const forgets: (() => void)[] = [];
  let subjectId = story.entry === 'wait' ? givenPipelineId : undefined;
  const scene = { gitlab, clock, subjectId: () => subjectId };
  const peculiar = createPeculiarities(scene, story.peculiarities);
  let lateMatches = 0;
  /** What the pipeline of this run looked like when a replica last saw something, by what it was asked. */
  const replicated = new Map<string, PipelineTreeView | undefined>();

  const work = (exchange: Exchange, request: SimulatedRequest): SimulatedResponse => {
    const isCreation = isCreationPost(exchange);
    if (subjectId !== undefined && isCancelPost(exchange)) exchange.treeBefore = gitlab.tree(subjectId);
    const before = isCreation ? new Set(rootIds(gitlab)) : undefined;
    const handled = gitlab.handle(request);
    const isStale = handled.asOfMs !== undefined && handled.asOfMs < clock.epochMs();
    if (isStale) exchange.isStale = true;
    const response = peculiar(exchange, handled);
    exchange.worked = true;
    if (before !== undefined) {
      exchange.created = rootIds(gitlab).filter((id) => !before.has(id));
      subjectId ??= exchange.created[0];
    }
    if (subjectId !== undefined) exchange.tree = gitlab.tree(subjectId);
    const asked = `${request.headers['private-token'] ?? ''} ${request.target}`;
    if (isStale) exchange.staleTree = replicated.get(asked);
    else if (story.scenario.replicaLagMs !== undefined) replicated.set(asked, exchange.tree);
    return response;
  };

  const isLate = ({ method, url }: Exchange, late: LateWork | undefined): late is LateWork => {
    if (late?.method !== method || !late.pathMatches.test(url.pathname)) return false;
    lateMatches += 1;
    return lateMatches === late.nth;
  };

  for (const atMs of story.neighborsAtMs) forgets.push(clock.schedule(atMs, () => startAsNeighbor(gitlab)));

  /** What comes of a request at GitLab's own door, by the faults of the story. */
  const knock = (exchange: Exchange): Delivery => {
    const request = simulatedRequest(exchange);
    const handle = { handle: (arrived: SimulatedRequest) => work(exchange, arrived) };
    if (faults.atConnection() === 'refuse') {
      exchange.fault = 'refuse';
      return { kind: 'refused' };
    }
    const planned = faults.atRequest(request);
    const { lateWork } = story;
    if (isLate(exchange, lateWork)) {
      exchange.fault = 'late_work';
      // However long something on the way has kept it: the limits of a front and of GitLab are one.
      const afterMs = Math.max(0, lateWork.afterMs - (clock.nowMs() - exchange.sentMs));
      forgets.push(clock.schedule(afterMs, () => work(exchange, request)));
      return { kind: 'silence' };
    }
    const nowMs = clock.nowMs();
    const outage = story.outages.find(({ fromMs, toMs }) => nowMs >= fromMs && nowMs < toMs);
    const fault = outage?.fault ?? planned;
    if (fault !== undefined) exchange.fault = fault.kind;
    return deliver({ gitlab: handle, clock }, request, fault);
  };

  return {
    gitlab,
    exchanges,
    open: (phase, { method, url, headers, body = '' }) => {
      const exchange: Exchange = {
        phase,
        method,
        url,
        headers,
        body,
        sentMs: clock.nowMs(),
        end: 'open',
        worked: false,
        created: [],
      };
      exchanges.push(exchange);
      return exchange;
    },
    arrive: (exchange) => {
      exchange.arrivedMs = clock.nowMs();
      return stranger.meet(exchange, () => knock(exchange));
    },
    subjectId: () => subjectId,
    close: () => {
      stranger.abortRun();
      for (const dispose of forgets) dispose();
    },
  };
}

export function isCreationPost({ method, url }: Pick<Exchange, 'method' | 'url'>): boolean {
  return method === 'POST' && /\/(?:trigger\/)?pipeline$/.test(url.pathname);
}

export function isCancelPost({ method, url }: Pick<Exchange, 'method' | 'url'>): boolean {
  return method === 'POST' && /\/pipelines\/\d+\/cancel$/.test(url.pathname);
}

/** The pipelines of the project that somebody started, in the order of their ids. */
function rootIds(gitlab: SimulatedGitLab): readonly number[] {
  return gitlab
    .pipelines()
    .filter((pipeline) => pipeline.projectId === projectId && pipeline.source !== 'parent_pipeline')
    .map(({ id }) => id);
}

function simulatedRequest({ method, url, headers, body }: Exchange): SimulatedRequest {
  return { method, target: url.pathname + url.search, headers, body: Buffer.from(body) };
}

/** Somebody else with the same trigger token, on the same ref, at the same time. */
function startAsNeighbor(gitlab: SimulatedGitLab): void {
  gitlab.handle({
    method: 'POST',
    target: `/api/v4/projects/${projectId}/trigger/pipeline`,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(
      JSON.stringify({
        token: tokens.trigger,
        ref: 'main',
        gitlab_trigger: { key: 'a neighbor', run: '9.1.neighbor' },
      }),
    ),
  });
}
