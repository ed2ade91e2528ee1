import type { Clock } from '../../base/clock.js';
import { answerGraphql } from './api/graphql.js';
import {
  type PipelineTreeView,
  type PipelineView,
  pipelineTreeView,
  pipelineView,
} from './api/pipeline-entity.js';
import type { Route } from './api/route.js';
import { routesOf } from './api/routes.js';
import { type TriggerTokenView, triggerTokenView } from './api/trigger-tokens.js';
import { forgetOldPipelines } from './engine/forget-pipelines.js';
import { advance, nextChangeMs } from './engine/pipeline-engine.js';
import { bringPushes } from './engine/pushes.js';
import { type HookListener, watchChanges } from './hooks/events.js';
import { marked, notFoundPage, pageAt } from './pages.js';
import { buildInstance } from './state/build-instance.js';
import type { Instance } from './state/records.js';
import type { Scenario, WriteMode } from './state/scenario.js';
import { errorAnswer, notFoundAnswer } from './wire/answer.js';
import type { Call } from './wire/call.js';
import { identify, writeRefusal } from './wire/caller.js';
import { crossOriginHeaders, preflightAnswer } from './wire/cross-origin.js';
import { framedAnswer } from './wire/every-answer.js';
import { readParameters, splitTarget } from './wire/parameters.js';
import { type Router, createRouter } from './wire/router.js';
import { StaleReplica } from './wire/stale-replica.js';
import { throttle } from './wire/throttle.js';
import type { SimulatedRequest, SimulatedResponse } from './wire/wire.js';

/**
 * A complete GitLab in memory. Deterministic: its responses depend only on the scenario, the requests and the
 * clock, and between two calls only time passes.
 */
export class SimulatedGitLab {
  readonly #clock: Clock;
  readonly #instance: Instance;
  readonly #routes: readonly Route[];
  readonly #router: Router;
  readonly #replica = new StaleReplica();

  /** @throws {TypeError} when the scenario contradicts itself. */
  constructor(deps: { readonly clock: Clock }, scenario: Scenario) {
    this.#clock = deps.clock;
    this.#instance = buildInstance(scenario, deps.clock.epochMs());
    this.#routes = routesOf(this.#instance.release);
    this.#router = createRouter(this.#routes);
  }

  /** Of the release that is played, e.g. `19.3.0`. */
  get version(): string {
    return this.#instance.release.version;
  }

  /** `/gitlab`, or empty. */
  get relativeUrlRoot(): string {
    return this.#instance.relativeUrlRoot;
  }

  /** Answers one request, at the current time of the clock. */
  handle(request: SimulatedRequest): SimulatedResponse {
    const nowMs = this.#clock.epochMs();
    advance(this.#instance, nowMs);
    const { nextIds, release } = this.#instance;
    const number = nextIds.request;
    nextIds.request += 1;
    const frame = { nowMs, number, metaHeader: release.metaHeader };
    const complete = framedAnswer(request, this.#acrossOrigins(request, nowMs), frame);
    return request.method === 'HEAD' ? withoutBody(complete) : complete;
  }

  /** Processes everything that is due. */
  catchUp(): void {
    advance(this.#instance, this.#clock.epochMs());
  }

  /** Removes the oldest pipelines beyond the newest `most`, except those that can still change. */
  forgetOldPipelines(most: number): void {
    forgetOldPipelines(this.#instance, most);
  }

  /** All pipelines, oldest first. */
  pipelines(): readonly PipelineView[] {
    advance(this.#instance, this.#clock.epochMs());
    return [...this.#instance.pipelines.values()].map(pipelineView);
  }

  /** One pipeline with its jobs and all pipelines below it; `undefined` if none has this id. */
  tree(pipelineId: number): PipelineTreeView | undefined {
    advance(this.#instance, this.#clock.epochMs());
    const pipeline = this.#instance.pipelines.get(pipelineId);
    return pipeline === undefined ? undefined : pipelineTreeView(pipeline);
  }

  /** The valid trigger tokens of a project, oldest first. */
  triggerTokens(projectId: number): readonly TriggerTokenView[] {
    const nowMs = this.#clock.epochMs();
    const triggers = this.#instance.projects.get(projectId)?.triggers ?? [];
    return triggers.filter(({ expiresMs = Infinity }) => expiresMs > nowMs).map(triggerTokenView);
  }

  /** When the state next changes by itself (milliseconds since 1970); `undefined` if it does not. */
  nextChangeMs(): number | undefined {
    return nextChangeMs(this.#instance);
  }

  /** Gives the instance another external URL: scheme and host, to which the relative root is added. */
  setExternalUrl(origin: string): void {
    this.#instance.externalUrl = `${origin}${this.#instance.relativeUrlRoot}`;
  }

  /** Tells of what webhooks tell, from now on. */
  listenForHooks(listener: HookListener): void {
    this.#instance.onChange = watchChanges(this.#instance, listener);
  }

  /** Opens or closes the instance for writes, as an administrator does. */
  setWrites(mode: WriteMode): void {
    this.#instance.writes = mode;
  }

  /** The API is open to pages of any origin. */
  #acrossOrigins(request: SimulatedRequest, nowMs: number): SimulatedResponse {
    const isApi = request.target.startsWith(`${this.#instance.relativeUrlRoot}/api/`);
    if (!isApi) return this.#answer(request, nowMs);
    const answer = preflightAnswer(request) ?? this.#answer(request, nowMs);
    return withHeaders(answer, crossOriginHeaders(request));
  }

  /** Delivers all pending pushes of a project, as a mirror does when it starts to work. */
  bringPushes(projectId: number): void {
    const nowMs = this.#clock.epochMs();
    const project = this.#instance.projects.get(projectId);
    if (project !== undefined) bringPushes(this.#instance, project, nowMs);
    advance(this.#instance, nowMs);
  }

  #answer(request: SimulatedRequest, nowMs: number): SimulatedResponse {
    const decision = throttle(this.#instance, request, nowMs);
    if (decision.kind === 'throttled') return decision.answer;
    const answer = this.#replica.answer(this.#instance, { request, nowMs }, () =>
      this.#reply(request, nowMs),
    );
    return withHeaders(answer, decision.headers);
  }

  #reply(request: SimulatedRequest, nowMs: number): SimulatedResponse {
    const { path } = splitTarget(request.target);
    // Queries are no writes, whatever their method.
    const isGraphql = path === `${this.#instance.relativeUrlRoot}/api/graphql`;
    if (isGraphql && (request.method === 'GET' || request.method === 'POST')) {
      return answerGraphql({ instance: this.#instance, request, nowMs });
    }
    return writeRefusal(this.#instance, request) ?? this.#route(request, nowMs);
  }

  #route(request: SimulatedRequest, nowMs: number): SimulatedResponse {
    const { path } = splitTarget(request.target);
    const root = this.#instance.relativeUrlRoot;
    if (path.startsWith(`${root}/api/v3/`)) {
      return errorAnswer(410, 'API V3 is no longer supported. Use API V4 instead.');
    }
    const prefix = `${root}/api/v4`;
    if (!path.startsWith(`${prefix}/`)) {
      const page = path.startsWith(root) ? pageAt(path.slice(root.length), this.#routes) : undefined;
      return page ?? marked(notFoundPage());
    }
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const match = this.#router(method, path.slice(prefix.length));
    switch (match.kind) {
      case 'none':
        return marked(errorAnswer(404, '404 Not Found'));
      case 'other_method':
        return otherMethodAnswer(path, match.methods);
      case 'route':
        return this.#call({ request, nowMs, match });
    }
  }

  #call({ request, nowMs, match }: Routed): SimulatedResponse {
    const read = readParameters(request);
    if (read.kind === 'stop') return read.answer;
    const { route, pathParameters } = match;
    const parameters = { ...read.value, ...pathParameters };
    const instance = this.#instance;
    const base = { instance, nowMs, request, parameters, pathParameters };
    if (route.rule === 'open') return route.endpoint({ ...base, caller: { kind: 'anonymous' } });
    const caller = identify(base, route.rule);
    if (caller.kind === 'stop') return caller.answer;
    const call: Call = { ...base, caller: caller.value };
    return route.endpoint(call);
  }
}

/** The response with more headers; its own win. */
function withHeaders(
  response: SimulatedResponse,
  more: Readonly<Record<string, string>> | undefined,
): SimulatedResponse {
  return more === undefined ? response : { ...response, headers: { ...more, ...response.headers } };
}

/** A HEAD is answered with the length that the body would have. */
function withoutBody({ status, headers, body, stream }: SimulatedResponse): SimulatedResponse {
  const length = String(stream?.bytes ?? body.length);
  return { status, headers: { ...headers, 'content-length': length }, body: Buffer.alloc(0) };
}

interface Routed {
  readonly request: SimulatedRequest;
  readonly nowMs: number;
  readonly match: Extract<ReturnType<Router>, { readonly kind: 'route' }>;
}

/** The trigger hides itself from other methods; other routes name the methods they know. */
function otherMethodAnswer(path: string, methods: readonly string[]): SimulatedResponse {
  if (path.endsWith('/trigger/pipeline')) return notFoundAnswer();
  return marked(errorAnswer(405, '405 Not Allowed', { allow: [...new Set(methods)].join(', ') }));
}
