import { AppError } from '../../../src/base/errors.js';
import type { PipelineTreeView } from '../../../src/simulator/gitlab/api/pipeline-entity.js';
import type { Life } from './live-story.js';
import { type Judging, withoutTriggerJobs } from './truth.js';
import { type Exchange, isCancelPost, isCreationPost } from './wire.js';

/**
 * What a life shows to whoever judges it; nothing of it comes out of the product's own reasoning but what it
 * said in the end.
 */
export interface Evidence {
  readonly life: Life;
  /** The outputs of the main step, as last set. */
  readonly outputs: Readonly<Record<string, string | undefined>>;
  /** The code of the error, if it was one of ours. */
  readonly errorCode: string | undefined;
  readonly judging: Judging;
  readonly accept: readonly string[];
  readonly cancelOn: readonly string[];
  readonly isFollowing: boolean;
  readonly timeoutMs: number;
  readonly queueTimeoutMs: number;
  readonly outageTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** Of the main step. */
  readonly exchanges: readonly Exchange[];
  readonly creations: readonly Exchange[];
  readonly cancels: readonly Exchange[];
  /** Ids of what our requests started. */
  readonly started: readonly number[];
  /**
   * What a step that is green has to have brought back, by the name of the output; absent where nothing is
   * asked for.
   */
  readonly values: Readonly<Record<string, string>> | undefined;
  /** Whole looks at the pipeline itself that the run got. */
  readonly polls: readonly Exchange[];
  /** Those of them of which every part came, too. */
  readonly wholePolls: readonly Exchange[];
  /** When following began; absent when it did not. */
  readonly followMs: number | undefined;
  /** When the verdict was said; absent when there was none. */
  readonly verdictMs: number | undefined;
  /** How the pipeline was from the last look on, up to when we changed it ourselves. */
  readonly lastTrees: readonly PipelineTreeView[];
  /** The same, as it was to be seen: without trigger jobs where GitLab never showed any. */
  readonly lastSeen: readonly PipelineTreeView[];
}

const minuteMs = 60_000;

export function evidenceOf(life: Life): Evidence {
  const { story, main } = life;
  const { inputs } = story;
  const exchanges = life.exchanges.filter(({ phase }) => phase === 'main');
  const creations = exchanges.filter(isCreationPost);
  const outputs = Object.fromEntries(main.record.outputs.map(({ name, value }) => [name, value]));
  const followable = exchanges.filter((exchange) => isLook(exchange, life.subjectId));
  // Its number is told at once, and once more with all that has been asked about it.
  const found = main.record.outputs.findLast(({ name }) => name === 'pipeline_id');
  const isFollowing = story.entry === 'wait' || inputs.wait === 'true';
  const verdict = main.record.outputs.findLast(
    ({ name, value }) => name === 'outcome' && value !== 'triggered',
  );
  // What comes after the verdict only confirms that the pipeline was canceled.
  const polls = followable
    .filter(isGood)
    .filter(({ endMs = Infinity }) => endMs <= (verdict?.atMs ?? Infinity));
  const lastTrees = treesSince(polls.at(-1), life, exchanges);
  return {
    life,
    outputs,
    errorCode: main.error instanceof AppError ? main.error.code : undefined,
    judging: {
      jobs: textsIn(inputs.jobs, '\n'),
      downstream: inputs.downstream ?? '',
      onManual: inputs.on_manual ?? '',
      onlyWords: story.peculiarities.age === '13.9',
    },
    accept: acceptedBy(inputs.accept),
    cancelOn: isFollowing ? textsIn(inputs.cancel_on === '' ? 'abort' : inputs.cancel_on, ',') : ['abort'],
    isFollowing,
    timeoutMs: spanOf(inputs.timeout, 60 * minuteMs),
    queueTimeoutMs: spanOf(inputs.queue_timeout, Infinity),
    outageTimeoutMs: spanOf(inputs.outage_timeout, 5 * minuteMs),
    requestTimeoutMs: spanOf(inputs.request_timeout, minuteMs / 2),
    exchanges,
    creations,
    cancels: exchanges.filter(isCancelPost),
    started: life.exchanges.flatMap(({ created }) => created),
    values: wantedValues(inputs.values_from),
    polls,
    wholePolls: polls.filter((poll) => isWholePoll(poll, { exchanges, followable })),
    followMs: isFollowing
      ? followable.find(({ sentMs }) => sentMs >= (found?.atMs ?? Infinity))?.sentMs
      : undefined,
    verdictMs: verdict?.atMs,
    lastTrees,
    lastSeen: exchanges.some(showsTriggerJobs) ? lastTrees : lastTrees.map(withoutTriggerJobs),
  };
}

function showsTriggerJobs(exchange: Exchange): boolean {
  return isGood(exchange) && /\/(?:bridges|trigger_jobs)$/.test(exchange.url.pathname);
}

/** An answer of GitLab's own that came whole and fresh, and says yes. */
export function isGood(exchange: Exchange): boolean {
  const { end, worked, status = 0, fault } = exchange;
  return (
    end === 'answer' &&
    worked &&
    status < 300 &&
    (fault === undefined || fault === 'drip') &&
    isFromGitLab(exchange)
  );
}

/** Whether what came is what GitLab said just then. */
export function isFromGitLab({ stranger }: Exchange): boolean {
  return stranger === undefined || stranger === 'touched';
}

/** A good answer in which everything is as it should be. */
export function isPlain(exchange: Exchange): boolean {
  return isGood(exchange) && exchange.oddity === undefined && exchange.isStale === undefined;
}

/**
 * A no of GitLab's own, after which nothing comes of the request; one that drips in arrives whole as well.
 */
export function isOwnRefusal(exchange: Exchange): boolean {
  const { end, worked, status = 0, fault } = exchange;
  if (end !== 'answer' || !isFromGitLab(exchange) || status < 300 || status === 500) return false;
  return (
    fault === 'maintenance' ||
    fault === 'rate_limited' ||
    (worked && (fault === undefined || fault === 'drip'))
  );
}

/** A look lasts until the pipeline is asked for the next time, and asks for its jobs. */
function isWholePoll(
  poll: Exchange,
  {
    exchanges,
    followable,
  }: { readonly exchanges: readonly Exchange[]; readonly followable: readonly Exchange[] },
): boolean {
  const next = followable[followable.indexOf(poll) + 1];
  const end = next === undefined ? exchanges.length : exchanges.indexOf(next);
  const jobsPath = `${poll.url.pathname.replace(/^.*(?=\/pipelines\/)/, '')}/jobs`;
  const parts = exchanges.slice(exchanges.indexOf(poll), end);
  return (
    parts.some(({ url }) => url.pathname.endsWith(jobsPath)) &&
    parts.every(
      (exchange) =>
        isPlain(exchange) ||
        (isGood(exchange) && exchange.oddity === 'contradiction' && exchange.isStale === undefined),
    )
  );
}

function isLook({ method, url }: Exchange, subjectId: number | undefined): boolean {
  return method === 'GET' && subjectId !== undefined && url.pathname.endsWith(`/pipelines/${subjectId}`);
}

function treesSince(
  poll: Exchange | undefined,
  { treeAfterMain }: Life,
  exchanges: readonly Exchange[],
): readonly PipelineTreeView[] {
  if (poll === undefined) return [];
  const since = exchanges.slice(exchanges.indexOf(poll));
  const firstCancel = since.findIndex(({ treeBefore }) => treeBefore !== undefined);
  const before = firstCancel < 0 ? since : since.slice(0, firstCancel);
  const last = firstCancel < 0 ? treeAfterMain : since[firstCancel]?.treeBefore;
  const told = before.flatMap(({ tree, staleTree }) => [staleTree, tree]);
  return [...told, last].filter((tree) => tree !== undefined);
}

function wantedValues(line = ''): Evidence['values'] {
  const [job = ''] = line.split(':');
  return line === '' ? undefined : { values: JSON.stringify({ JOB: job }) };
}

function acceptedBy(accept = ''): readonly string[] {
  const names = textsIn(accept === '' ? 'success, warnings' : accept, ',');
  return names.includes('any') ? ['success', 'warnings', 'skipped', 'canceled', 'manual', 'failed'] : names;
}

function textsIn(text = '', separator: string): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'never');
}

const unitMs: Readonly<Record<string, number>> = { s: 1000, m: minuteMs, h: 60 * minuteMs };

/** A number and one unit is all that stories use. */
function spanOf(text = '', otherwise: number): number {
  const [, count, unit = ''] = /^(\d+)([smh])$/.exec(text) ?? [];
  return count === undefined ? otherwise : Number(count) * (unitMs[unit] ?? NaN);
}
