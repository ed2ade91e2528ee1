import type { Clock } from '../../../src/base/clock.js';
import { replicaLagMs } from '../../../src/gitlab/replica-lag.js';
import type { HttpRequest, HttpResponse, Transport } from '../../../src/http/transport.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { isCreationPost } from './wire.js';

type Change = (answer: HttpResponse, request: HttpRequest) => HttpResponse;

function changing({ send, close }: Transport, change: Change): Transport {
  return { send: async (request) => change(await send(request), request), close };
}

function gitlabSays(status: number, message: unknown): HttpResponse {
  const headers = { 'content-type': 'application/json' };
  return { status, headers, body: Buffer.from(JSON.stringify({ message })) };
}

export const maintenance = gitlabSays(503, 'GitLab is undergoing maintenance');
export const fullMinute = gitlabSays(400, {
  base: ['Too many pipelines created in the last minute. Try again later.'],
});

/** Whoever says it, with whatever status that is none of success, says it as GitLab does. */
export function believing(words: RegExp, printed: HttpResponse): (transport: Transport) => Transport {
  return (transport) =>
    changing(transport, (answer) =>
      answer.status > 299 && words.test(answer.body.toString('utf8')) ? printed : answer,
    );
}

export function believingThrottles(transport: Transport): Transport {
  return changing(transport, (answer) => {
    if (answer.status !== 429) return answer;
    const count = { 'ratelimit-limit': '10', 'ratelimit-remaining': '0', 'ratelimit-observed': '11' };
    const headers = {
      'content-type': 'text/plain',
      'retry-after': '1',
      'ratelimit-name': 'throttle',
      ...count,
    };
    return { status: 429, headers, body: Buffer.from('Retry later\n') };
  });
}

const refusals: ReadonlyMap<number, HttpResponse> = new Map([
  [401, gitlabSays(401, '401 Unauthorized')],
  [403, gitlabSays(403, '403 Forbidden')],
  [404, gitlabSays(404, '404 Not Found')],
]);

export function believingRefusals(transport: Transport): Transport {
  return changing(transport, (answer) => refusals.get(answer.status) ?? answer);
}

/** The one that only shows whether pipelines may be read is none. */
function isPipelineList({ method, url }: Pick<HttpRequest, 'method' | 'url'>): boolean {
  return method === 'GET' && url.pathname.endsWith('/pipelines') && url.searchParams.get('per_page') !== '1';
}

export function filteringBySource({ send, close }: Transport): Transport {
  return {
    send: (request) => {
      if (!isPipelineList(request)) return send(request);
      const url = new URL(request.url);
      url.searchParams.set('source', 'trigger');
      return send({ ...request, url });
    },
    close,
  };
}

const skewMs = 30_000;
/** When a story begins, by the clock of its GitLab. */
const firstMs = createVirtualClock().epochMs();

/** What was there before stays in the list: without it, a list proves nothing. */
export function filteringByClock({ send, close }: Transport, clock: Pick<Clock, 'nowMs'>): Transport {
  let sentMs: number | undefined;
  let newestId = 0;
  return {
    send: async (request) => {
      if (isCreationPost(request)) sentMs = clock.nowMs();
      const answer = await send(request);
      if (sentMs === undefined) newestId = Math.max(newestId, ...idsIn(answer));
      const serverMs = Date.parse(answer.headers.date ?? '');
      if (sentMs === undefined || !isPipelineList(request)) return answer;
      const sinceMs = serverMs - (clock.nowMs() - sentMs) - skewMs;
      return withItems(
        answer,
        ({ id, created_at: createdAt }) =>
          Number(id) <= newestId || !(Date.parse(String(createdAt)) < sinceMs),
      );
    },
    close,
  };
}

/** The time for replicas is left out: each list after a start is the one of a minute before. */
export function settlingTooSoon({ send, close }: Transport, clock: Pick<Clock, 'nowMs'>): Transport {
  const lists: { readonly atMs: number; readonly answer: HttpResponse }[] = [];
  let sentMs = Infinity;
  return {
    send: async (request) => {
      if (isCreationPost(request)) sentMs = Math.min(sentMs, clock.nowMs());
      const answer = await send(request);
      if (!isPipelineList(request) || answer.status !== 200) return answer;
      const atMs = clock.nowMs();
      lists.push({ atMs, answer });
      const old = lists.findLast((list) => list.atMs <= atMs - replicaLagMs);
      return (
        old?.answer ??
        withItems(answer, ({ created_at: createdAt }) => !(Date.parse(String(createdAt)) > firstMs + sentMs))
      );
    },
    close,
  };
}

function idsIn(answer: HttpResponse): readonly number[] {
  const value = answer.status === 200 ? jsonOf(answer) : undefined;
  return Array.isArray(value) ? value.filter(isEntity).map(({ id }) => Number(id)) : [];
}

/**
 * A list is what it was when it was first asked for after the request to start a pipeline, however long ago
 * that is.
 */
export function believingOldLists({ send, close }: Transport): Transport {
  const first = new Map<string, HttpResponse>();
  return {
    send: async (request) => {
      if (isCreationPost(request)) first.clear();
      if (!isPipelineList(request)) return await send(request);
      const old = first.get(request.url.pathname);
      if (old !== undefined) return old;
      const answer = await send(request);
      if (answer.status === 200) first.set(request.url.pathname, answer);
      return answer;
    },
    close,
  };
}

/** The answer to a start is about the ref that was asked for, whatever it says. */
export function believingAnyRef(transport: Transport): Transport {
  return changing(transport, (answer, request) => {
    if (!isCreationPost(request)) return answer;
    const text = answer.body.toString('utf8').replace('"ref":"somebody/elses"', '"ref":"main"');
    return { ...answer, body: Buffer.from(text) };
  });
}

export function losingOldStarts(transport: Transport): Transport {
  return changing(transport, (answer, request) => {
    const isStart = isCreationPost(request) && answer.status === 201;
    return isStart && !answer.body.includes('"project_id"') ? { ...answer, body: Buffer.from('{') } : answer;
  });
}

/** What comes out of a cache looks like what GitLab says now. */
export function believingCaches(transport: Transport): Transport {
  return changing(transport, (answer) => ({
    ...answer,
    headers: without(answer.headers, ['age', 'x-cache']),
  }));
}

/** There are no pipelines, whoever asks, and GitLab itself seems to say so. */
export function believingEmptyLists(transport: Transport): Transport {
  return changing(transport, (answer, { method, url }) =>
    method === 'GET' && url.pathname.endsWith('/pipelines') && answer.status === 200
      ? { ...answer, headers: { ...answer.headers, 'x-next-page': '' }, body: Buffer.from('[]') }
      : answer,
  );
}

/** Whoever says that a pipeline has no jobs, or no trigger jobs, says it as GitLab does. */
export function believingNoJobs(transport: Transport): Transport {
  return changing(transport, (answer, { method, url }) =>
    method === 'GET' && /\/(?:jobs|bridges)$/.test(url.pathname) && answer.body.toString() === '[]'
      ? { ...answer, headers: { ...answer.headers, 'x-next-page': '' } }
      : answer,
  );
}

/** The headers of a first page say that there is no other. */
export function withFirstPagesOnly(transport: Transport): Transport {
  return changing(transport, (answer, { method, url }) => {
    if (method !== 'GET' || !/\/(?:jobs|bridges)$/.test(url.pathname) || answer.status !== 200) return answer;
    const headers = without(answer.headers, ['link', 'x-total', 'x-total-pages']);
    return { ...answer, headers: { ...headers, 'x-next-page': '' } };
  });
}

/**
 * A trigger job whose pipeline cannot be read has started none: it was skipped, as its list always said. One
 * that was missing from the list, or had lost a pipeline, would betray that there is one.
 */
export function withoutUnfitDownstream(transport: Transport): Transport {
  return changing(transport, (answer, { url }) => {
    const value = answer.status === 200 && url.pathname.endsWith('/bridges') ? jsonOf(answer) : undefined;
    if (!Array.isArray(value)) return answer;
    const jobs = value.map((job: unknown) =>
      isEntity(job) && hasUnfitDownstream(job)
        ? { ...job, status: 'skipped', downstream_pipeline: null }
        : job,
    );
    return { ...answer, body: Buffer.from(JSON.stringify(jobs)) };
  });
}

/** A trigger job that has passed has started a pipeline, whether it is shown or not. */
function hasUnfitDownstream({ downstream_pipeline: below, status }: Entity): boolean {
  if (!isEntity(below)) return status === 'success';
  const { id, project_id: projectId, web_url: address } = below;
  return !(typeof id === 'number' && typeof projectId === 'number' && isAbsolute(address));
}

function isAbsolute(address: unknown): boolean {
  return typeof address === 'string' && URL.canParse(address);
}

/** While the pipeline says this, no job of it has failed. */
export function hidingFailuresUnder(word: string): (transport: Transport) => Transport {
  return (transport) => {
    const printed = new Map<string, unknown>();
    return changing(transport, (answer, { method, url }) => {
      if (method !== 'GET' || answer.status !== 200) return answer;
      const [, pipeline = '', list] = /\/pipelines\/(\d+)(\/jobs|\/bridges)?$/.exec(url.pathname) ?? [];
      if (pipeline === '') return answer;
      const value = jsonOf(answer);
      if (list === undefined && isEntity(value)) printed.set(pipeline, value.status);
      if (list === undefined || printed.get(pipeline) !== word || !Array.isArray(value)) return answer;
      const jobs = value.map((job: unknown) =>
        isEntity(job) && job.status === 'failed' && job.allow_failure !== true
          ? { ...job, status: 'success' }
          : job,
      );
      return { ...answer, body: Buffer.from(JSON.stringify(jobs)) };
    });
  };
}

type Entity = Readonly<Record<string, unknown>>;

/** A list without those of its items that are not kept; any other answer as it is. */
function withItems(answer: HttpResponse, keeps: (item: Entity) => boolean): HttpResponse {
  const value = answer.status === 200 ? jsonOf(answer) : undefined;
  if (!Array.isArray(value)) return answer;
  const kept = value.filter((item: unknown) => !isEntity(item) || keeps(item));
  return { ...answer, body: Buffer.from(JSON.stringify(kept)) };
}

function jsonOf({ body }: HttpResponse): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

function isEntity(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function without(
  headers: Readonly<Record<string, string>>,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}
