import type { PipelineTreeView } from '../../../src/simulator/gitlab/api/pipeline-entity.js';
import type { Delivery } from '../../../src/simulator/gitlab/wire/delivery.js';
import type { SimulatedResponse } from '../../../src/simulator/gitlab/wire/wire.js';
import type { VirtualClock } from '../../../src/simulator/virtual-clock.js';
import type { Exchange } from './wire.js';

/**
 * How a cache on the way keeps lists, and perhaps pipelines. Each has its address for a key, and nothing
 * else.
 */
export interface CacheHabit {
  readonly keepsMs: number;
  /**
   * `all`: pipelines, too. What it says of them is how old they are: one that hides it nobody could tell from
   * GitLab.
   */
  readonly keeps: 'lists' | 'all';
  /** Whether others ask through it, too: what it has of a common address may be older than the run. */
  readonly sharedWith: 'others' | 'nobody';
  /** `ignored`, as most are set up: what a request says of caching is passed over. */
  readonly selectors: 'heard' | 'ignored';
  /** Whether it says how old an answer is. */
  readonly age: 'told' | 'hidden';
  /** `GitLab's`, as the standard asks; or the moment at which the cache answers. */
  readonly date: 'of_the_origin' | 'of_the_cache';
}

export interface ListCache {
  /** `undefined` where the cache has nothing to do with the request. */
  readonly answer: (exchange: Exchange, toGitLab: () => Delivery) => Delivery | undefined;
}

interface Kept {
  readonly response: SimulatedResponse;
  readonly atMs: number;
  readonly tree: PipelineTreeView | undefined;
}

export function createListCache(clock: VirtualClock, habit: CacheHabit): ListCache {
  const kept = new Map<string, Kept>();

  const served = (exchange: Exchange, { response, atMs, tree }: Kept): Delivery => {
    exchange.stranger = 'cached';
    exchange.worked = true;
    exchange.asOfMs = atMs;
    exchange.tree = tree;
    const ageMs = clock.nowMs() - atMs;
    const date = habit.date === 'of_the_cache' ? { date: new Date(clock.epochMs()).toUTCString() } : {};
    const isTold = habit.age === 'told' || habit.keeps === 'all';
    if (isTold) exchange.saysCached = true;
    const age = isTold ? { age: String(Math.floor(ageMs / 1000)), 'x-cache': 'HIT' } : {};
    return { kind: 'answer', response: { ...response, headers: { ...response.headers, ...date, ...age } } };
  };

  return {
    answer: (exchange, toGitLab) => {
      if (!isList(exchange) && !(habit.keeps === 'all' && isPipeline(exchange))) return undefined;
      if (habit.selectors === 'heard' && wantsAFreshAnswer(exchange)) return undefined;
      const nowMs = clock.nowMs();
      const known = kept.get(exchange.url.href);
      if (known !== undefined && nowMs - known.atMs < habit.keepsMs) return served(exchange, known);
      const delivery = toGitLab();
      if (delivery.kind !== 'answer' || !exchange.worked || exchange.fault !== undefined) return delivery;
      if (delivery.response.status !== 200) return delivery;
      const fresh: Kept = { response: delivery.response, atMs: nowMs, tree: exchange.tree };
      const isOthers = habit.sharedWith === 'others' && isCommon(exchange);
      const entry = isOthers ? asOf(clock, fresh, nowMs - habit.keepsMs + 1) : fresh;
      kept.set(exchange.url.href, entry);
      return entry === fresh ? delivery : served(exchange, entry);
    },
  };
}

function isList({ method, url }: Exchange): boolean {
  return method === 'GET' && /\/(?:pipelines|jobs|bridges)$/.test(url.pathname);
}

function isPipeline({ method, url }: Exchange): boolean {
  return method === 'GET' && /\/pipelines\/\d+$/.test(url.pathname);
}

function wantsAFreshAnswer({ headers }: Exchange): boolean {
  return /no-cache|no-store|max-age=0/i.test(`${headers['cache-control'] ?? ''} ${headers.pragma ?? ''}`);
}

const commonParameters: ReadonlySet<string> = new Set([
  'order_by',
  'page',
  'per_page',
  'ref',
  'scope',
  'sort',
  'source',
  'status',
  'username',
]);

/**
 * An address that others ask for, too: the pipelines of a project, with nothing in it that is only of this
 * run.
 */
function isCommon({ url }: Exchange): boolean {
  return (
    url.pathname.endsWith('/pipelines') &&
    [...url.searchParams.keys()].every((name) => commonParameters.has(name))
  );
}

/** The list as somebody else got it at `atMs`. */
function asOf(clock: VirtualClock, fresh: Kept, atMs: number): Kept {
  const atEpochMs = clock.epochMs() - (clock.nowMs() - atMs);
  const items = JSON.parse(fresh.response.body.toString('utf8')) as readonly {
    readonly created_at: string;
  }[];
  const there = items.filter(({ created_at: createdAt }) => Date.parse(createdAt) <= atEpochMs);
  const headers = Object.entries(fresh.response.headers).filter(([name]) => !name.startsWith('x-total'));
  return {
    tree: fresh.tree,
    atMs,
    response: {
      ...fresh.response,
      headers: { ...Object.fromEntries(headers), date: new Date(atEpochMs).toUTCString() },
      body: Buffer.from(JSON.stringify(there)),
    },
  };
}
