import type { Clock } from '../../../src/base/clock.js';
import type { PipelineTreeView } from '../../../src/simulator/gitlab/api/pipeline-entity.js';
import type { SimulatedGitLab } from '../../../src/simulator/gitlab/simulated-gitlab.js';
import type { SimulatedResponse } from '../../../src/simulator/gitlab/wire/wire.js';
import { hasFailure } from './truth.js';
import type { Exchange } from './wire.js';

/** What GitLab itself says in another way than its newest release on a good day. */
export interface Peculiarities {
  /** `13.9`: pipelines without `project_id` and `source`, which came with 13.10. */
  readonly age: 'current' | '13.9';
  /** What is wrong with the entries of downstream pipelines; all of them are there. */
  readonly downstream: UnfitDownstream | undefined;
  /** So many looks at each pipeline, one that says `success` although a job that must not fail has failed. */
  readonly contradictions: number;
  /** For so long after its creation, the pipeline of the run is in no list: a replica lags. */
  readonly listLagMs: number;
}

export type UnfitDownstream = 'no_address' | 'relative_address' | 'id_as_text' | 'no_project' | 'hidden';

export const ordinary: Peculiarities = {
  age: 'current',
  downstream: undefined,
  contradictions: 0,
  listLagMs: 0,
};

/** What is peculiar about an answer. */
export type Oddity = 'old' | 'unfit_downstream' | 'contradiction' | 'stale_list';

type Entity = Readonly<Record<string, unknown>>;

/** What the answers are about. */
export interface PeculiarScene {
  readonly gitlab: SimulatedGitLab;
  readonly clock: Pick<Clock, 'nowMs' | 'epochMs'>;
  readonly subjectId: () => number | undefined;
}

/** Makes answers peculiar, and notes in the exchange what is. */
export function createPeculiarities(
  { gitlab, clock, subjectId }: PeculiarScene,
  { age, downstream, contradictions, listLagMs }: Peculiarities,
): (exchange: Exchange, response: SimulatedResponse) => SimulatedResponse {
  const contradicted = new Map<number, number>();

  const contradict = (exchange: Exchange, value: unknown): unknown => {
    const id = Number(/\/pipelines\/(\d+)$/.exec(exchange.url.pathname)?.[1]);
    if (!isEntity(value) || exchange.method !== 'GET' || value.id !== id) return value;
    const tree = gitlab.tree(id);
    const times = contradicted.get(id) ?? 0;
    if (tree === undefined || times >= contradictions || !isContradictable(tree)) return value;
    contradicted.set(id, times + 1);
    exchange.oddity = 'contradiction';
    return { ...value, status: 'success', detailed_status: { group: 'success' } };
  };

  const spoilDownstream = (exchange: Exchange, value: unknown): unknown => {
    if (downstream === undefined || !exchange.url.pathname.endsWith('/bridges') || !Array.isArray(value))
      return value;
    return value.map((item: unknown) => {
      if (!isEntity(item) || !isEntity(item.downstream_pipeline)) return item;
      exchange.oddity = 'unfit_downstream';
      return { ...item, downstream_pipeline: unfit(item.downstream_pipeline, downstream) };
    });
  };

  const hideYoung = (exchange: Exchange, value: unknown): unknown => {
    if (listLagMs === 0 || exchange.method !== 'GET' || !exchange.url.pathname.endsWith('/pipelines'))
      return value;
    const isHidden = (item: unknown): boolean =>
      isEntity(item) &&
      item.id === subjectId() &&
      clock.epochMs() - Date.parse(String(item.created_at)) < listLagMs;
    if (!Array.isArray(value) || !value.some(isHidden)) return value;
    exchange.oddity = age === 'current' ? 'stale_list' : 'old';
    exchange.asOfMs = clock.nowMs() - listLagMs;
    return value.filter((item: unknown) => !isHidden(item));
  };

  return (exchange, response) => {
    const isPlain = age === 'current' && downstream === undefined && contradictions === 0 && listLagMs === 0;
    if (isPlain || response.status > 299 || !isJson(response)) return response;
    const value: unknown = JSON.parse(response.body.toString('utf8'));
    const spoiled = hideYoung(exchange, spoilDownstream(exchange, contradict(exchange, value)));
    const aged = age === '13.9' ? old(spoiled) : spoiled;
    if (age === '13.9' && /\/(?:pipelines?|pipelines\/\d+|bridges)$/.test(exchange.url.pathname))
      exchange.oddity ??= 'old';
    return aged === value ? response : { ...response, body: Buffer.from(JSON.stringify(aged)) };
  };
}

/** A run that still goes on may be retried, and is said to have passed a moment too early. */
function isContradictable(tree: PipelineTreeView): boolean {
  return hasFailure(tree) && ['running', 'failed', 'manual'].includes(tree.status);
}

function unfit(pipeline: Entity, how: UnfitDownstream): Entity | null {
  switch (how) {
    case 'no_address':
      return { ...pipeline, web_url: null };
    case 'relative_address':
      return { ...pipeline, web_url: `/-/pipelines/${String(pipeline.id)}` };
    case 'id_as_text':
      return { ...pipeline, id: String(pipeline.id) };
    case 'no_project':
      return without(pipeline, 'project_id');
    case 'hidden':
      return null;
  }
}

/** Every pipeline in it, however deep, as servers before 13.10 tell of it. */
function old(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(old);
  if (!isEntity(value)) return value;
  const bare =
    typeof value.sha === 'string' && 'project_id' in value ? without(value, 'project_id', 'source') : value;
  return Object.fromEntries(Object.entries(bare).map(([name, member]) => [name, old(member)]));
}

function without(entity: Entity, ...names: readonly string[]): Entity {
  return Object.fromEntries(Object.entries(entity).filter(([name]) => !names.includes(name)));
}

function isEntity(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isJson({ headers }: SimulatedResponse): boolean {
  return headers['content-type'] === 'application/json';
}
