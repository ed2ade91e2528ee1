import { AppError } from '../../../src/base/errors.js';
import type { PipelineTreeView } from '../../../src/simulator/gitlab/api/pipeline-entity.js';
import { type Evidence, isGood, isOwnRefusal, isPlain } from './evidence.js';
import { isRetryPost } from './invariants-of-retries.js';
import { lastLogLine } from './story.js';
import {
  contradictsItself,
  hasEnded,
  hasFailure,
  isTold,
  isUnmatched,
  mayGrow,
  showsOnlyWords,
  trueOutcomes,
} from './truth.js';
import { type Violation, unless } from './violation.js';

const judgements = ['success', 'warnings', 'failed', 'canceled', 'skipped', 'manual'];

/** The first promise: the color is true, and where nobody can know it, that is said. */
export function colorFaults(evidence: Evidence): readonly Violation[] {
  const { main } = evidence.life;
  if (main.kind === 'killed') return [];
  return [
    ...unless(
      main.kind !== 'hung' && main.exitCode !== 70,
      'it ends by itself, and not by a fault of its own',
      () => (main.error instanceof Error ? (main.error.stack ?? main.error.message) : String(main.error)),
    ),
    ...greenFaults(evidence),
    ...lastingFaults(evidence),
    ...resultFaults(evidence),
    ...judgementFaults(evidence),
    ...gateFaults(evidence),
    ...excuseFaults(evidence),
    ...logFaults(evidence),
  ];
}

function greenFaults({ life, started, isFollowing, outputs, accept, polls }: Evidence): readonly Violation[] {
  if (life.main.exitCode !== 0) return [];
  const { outcome = 'none' } = outputs;
  const isThere = life.story.entry === 'wait' || started.length === 1;
  return [
    ...unless(isThere, 'green means that there is one pipeline', () => `there are ${started.length}`),
    ...unless(
      isFollowing ? accept.includes(outcome) && polls.length > 0 : outcome === 'triggered',
      'green means an accepted outcome',
      () => `${outcome} is none of ${accept.join(', ')}`,
    ),
  ];
}

/** Green stays true: whatever happens in the pipeline after it was said. */
function lastingFaults({ life, outputs, judging, accept }: Evidence): readonly Violation[] {
  const { main, finalTree } = life;
  const { outcome = '' } = outputs;
  if (main.exitCode !== 0 || finalTree === undefined || !['success', 'warnings'].includes(outcome)) return [];
  const truths = trueOutcomes(finalTree, judging);
  return unless(
    truths.some((truth) => accept.includes(truth)),
    'green stays true',
    () => `said ${outcome}, and it came to ${truths.join(' or ') || `no end (${finalTree.status})`}`,
  );
}

/** Green means that what was asked for is where later steps find it. */
function resultFaults({ life, outputs, values }: Evidence): readonly Violation[] {
  const { main } = life;
  if (main.exitCode !== 0 || values === undefined) return [];
  return Object.entries(values).flatMap(([name, value]) =>
    unless(
      outputs[name] === value && !main.record.lost.includes(name),
      'green means that what was asked for has arrived',
      () =>
        `${name} is ${outputs[name] ?? 'absent'}${main.record.lost.includes(name) ? ', and was lost' : ''}`,
    ),
  );
}

/** A gate is no outcome of a pipeline that has failed, and is not opened there. */
function gateFaults({
  life,
  outputs,
  judging,
  accept,
  lastTrees,
  lastSeen,
  wholePolls,
  exchanges,
}: Evidence): readonly Violation[] {
  // Otherwise the color is the same, or red in any case; what nobody may read is then not told apart.
  const isGreen = accept.includes('manual') && !accept.includes('failed');
  const judged = isGreen ? lastTrees : lastSeen;
  const isHidden =
    outputs.outcome === 'manual' &&
    judging.jobs.length === 0 &&
    judged.length > 0 &&
    judged.every((tree) => tree.status === 'manual' && hasFailure(tree));
  const opened = exchanges.filter(({ method, url, sentMs }) => {
    if (method !== 'POST' || !url.pathname.endsWith('/play')) return false;
    const seen = wholePolls.findLast(({ endMs = Infinity }) => endMs <= sentMs)?.tree;
    const jobId = Number(/\/jobs\/(\d+)\//.exec(url.pathname)?.[1]);
    return seen !== undefined && hasFailure(seen) && seen.jobs.some(({ id }) => id === jobId);
  });
  return [
    ...unless(!isHidden, 'a gate hides no failure', () => life.treeAfterMain?.status ?? ''),
    ...unless(opened.length === 0, 'no gate is opened after a failure', () =>
      opened.map(({ url }) => url.pathname).join(),
    ),
  ];
}

/** What was said of the pipeline was so at that time. */
function judgementFaults(evidence: Evidence): readonly Violation[] {
  const { outputs, judging, accept, lastTrees, lastSeen, life } = evidence;
  const { outcome = '', status } = outputs;
  if (!judgements.includes(outcome)) return [];
  // Failed before it could run.
  if (outcome === 'failed' && life.main.exitCode === 3) return [];
  const isRed = !accept.includes(outcome);
  // Where a failure has the same color, what nobody may read is not told apart.
  const judged = isRed || accept.includes('failed') ? [...lastTrees, ...lastSeen] : lastTrees;
  const truths = [...new Set(judged.flatMap((tree) => trueOutcomes(tree, judging)))];
  const seen = new Set([
    ...lastTrees.map((tree) => tree.status),
    // Canceled by us afterwards, and said so.
    ...evidence.cancels.map(({ tree }) => tree?.status),
    // GitLab said so, for a moment.
    ...(evidence.exchanges.some(({ oddity }) => oddity === 'contradiction') ? ['success'] : []),
  ]);
  // An old list may show a job before its end, or an attempt before the last one.
  const isStale = isRed && evidence.exchanges.some(({ stranger }) => stranger === 'cached');
  // Warnings of a pipeline below that GitLab does not show are not told apart where the step does not ask.
  const isUntold =
    outcome === 'success' &&
    truths.includes('warnings') &&
    accept.includes('success') === accept.includes('warnings') &&
    evidence.exchanges.some(({ oddity }) => oddity === 'unfit_downstream');
  const codes = isRed ? [1] : evidence.values === undefined ? [0] : [0, 6, 130, 143];
  return [
    ...unless(
      truths.includes(outcome) || isStale || isUntold,
      'an outcome is the true one',
      () => `said ${outcome}, and it was ${truths.join(' or ') || `still ${[...seen].join(', ')}`}`,
    ),
    ...unless(
      codes.includes(life.main.exitCode),
      'the exit code follows from the outcome',
      () => `${outcome} ended with ${life.main.exitCode}`,
    ),
    ...unless(seen.has(status), 'the status is one that GitLab had', () => status ?? 'none'),
  ];
}

/** Who gives up has to have a reason. */
function excuseFaults(evidence: Evidence): readonly Violation[] {
  const { life, errorCode, outputs, exchanges, polls } = evidence;
  const { main, story } = life;
  const { outcome } = outputs;
  switch (main.exitCode) {
    case 1:
      return unless(
        judgements.includes(outcome ?? ''),
        'exit code 1 is for outcomes',
        () => outcome ?? 'none',
      );
    case 2: {
      const seen = [...evidence.lastTrees, ...evidence.lastSeen];
      return unless(
        errorCode === 'invalid_input' &&
          (exchanges.length === 0 || seen.some((tree) => isUnmatched(tree, evidence.judging))),
        'exit code 2 is for wrong inputs',
        () => messageOf(main.error),
      );
    }
    case 3: {
      const isRefused = exchanges.some(({ end, status = 0 }) => end === 'answer' && status >= 300);
      const isOther =
        ['wrong_commit', 'ci_config_invalid'].includes(errorCode ?? '') ||
        exchanges.some(({ oddity }) => oddity === 'old');
      return unless(isRefused || isOther, 'exit code 3 is for refusals', () => messageOf(main.error));
    }
    case 4:
      if (messageOf(main.error).includes('it was unclear')) return openFaults(evidence);
      return [
        ...unless(
          exchanges.some((exchange) => !isPlain(exchange)),
          'exit code 4 is for trouble on the way',
          () => messageOf(main.error),
        ),
        ...(outcome === 'outage' ? outageFaults(evidence) : []),
      ];
    case 5:
      return timeoutFaults(evidence);
    case 6:
      return unless(evidence.values !== undefined, 'exit code 6 is for results', () => 'none were asked for');
    case 130:
    case 143: {
      const [first] = story.stops;
      return unless(
        first !== undefined &&
          main.endMs >= first.atMs &&
          main.exitCode === (first.signal === 'SIGTERM' ? 143 : 130),
        'who says it was stopped was stopped',
        () => `${main.exitCode}, ${polls.length} looks`,
      );
    }
    case 0:
    case 70:
      return [];
    case 129:
    case 131:
    case 138:
    case 140:
    case 142:
    case 152:
      return unless(false, 'no other signal was sent', () => String(main.exitCode));
  }
}

/**
 * Of a pipeline below that may not be read nothing tells whether it passed with warnings, which matters where
 * one of the two is accepted.
 */
function areWarningsTold({ accept, exchanges, judging, lastTrees }: Evidence): boolean {
  if (accept.includes('success') === accept.includes('warnings')) return true;
  if (judging.downstream === 'require' && lastTrees.some(showsOnlyWords)) return false;
  return !exchanges.some(
    (exchange) =>
      exchange.oddity === 'unfit_downstream' ||
      (isOwnRefusal(exchange) &&
        exchange.method === 'GET' &&
        /\/pipelines\/\d+$/.test(exchange.url.pathname)),
  );
}

/**
 * That nobody can know an end is only said when it is so, and after as long as an outage would have taken.
 */
function openFaults(evidence: Evidence): readonly Violation[] {
  const { lastTrees, lastSeen, judging, verdictMs = 0, followMs = 0, outageTimeoutMs, exchanges } = evidence;
  const { polls, wholePolls } = evidence;
  const truths = lastTrees.flatMap((tree) => trueOutcomes(tree, judging));
  // What GitLab wrote in a way that nobody can read cannot be known.
  const isReadable = exchanges.every(({ oddity }) => oddity !== 'unfit_downstream');
  // Without its jobs nothing tells what a word hides that is the same with and without a failure.
  const isWhole = polls.at(-1) === wholePolls.at(-1);
  // Whether GitLab has retried a job that it was asked to, nobody knows before every replica shows it.
  const isRetried = exchanges.some(
    (exchange) => isRetryPost(exchange) && !isGood(exchange) && verdictMs - exchange.sentMs < requestSettleMs,
  );
  return [
    ...unless(
      truths.length === 0 ||
        !lastSeen.every((tree) => isTold(tree, judging)) ||
        isRetried ||
        lastTrees.some(contradictsItself) ||
        !isReadable ||
        !areWarningsTold(evidence) ||
        !isWhole,
      'what can be known is no open question',
      () => truths.join(),
    ),
    ...unless(
      verdictMs - followMs >= outageTimeoutMs - 1,
      'an outage lasts as long as outage_timeout',
      () => `it lasted ${verdictMs - followMs} ms at most, and ${outageTimeoutMs} were given`,
    ),
  ];
}

function outageFaults({
  verdictMs = 0,
  wholePolls,
  followMs = 0,
  outageTimeoutMs,
}: Evidence): readonly Violation[] {
  const sinceMs = wholePolls.at(-1)?.endMs ?? followMs;
  return unless(
    verdictMs - sinceMs >= outageTimeoutMs - 1,
    'an outage lasts as long as outage_timeout',
    () => `it lasted ${verdictMs - sinceMs} ms, and ${outageTimeoutMs} were given`,
  );
}

function timeoutFaults(evidence: Evidence): readonly Violation[] {
  const { life, outputs, verdictMs = 0, followMs = 0, timeoutMs, queueTimeoutMs } = evidence;
  const isQueue = messageOf(life.main.error).includes('when queue_timeout was over');
  const limitMs = isQueue ? queueTimeoutMs : timeoutMs;
  return [
    ...unless(outputs.outcome === 'timeout', 'exit code 5 is for timeouts', () => outputs.outcome ?? 'none'),
    ...unless(
      verdictMs - followMs >= limitMs - 1,
      'a timeout takes as long as it says',
      () => `${verdictMs - followMs} ms of ${limitMs}`,
    ),
    ...overlookedFaults(evidence),
  ];
}

/** As long as a replica of GitLab may lag. */
const retrySettleMs = 60_000;
/** The minute that GitLab has for a request, and some waiting, come on top. */
const requestSettleMs = retrySettleMs + 60_000 + 15_000;

/** A last look on a clear day that showed the end is no reason to say that time is up. */
function overlookedFaults(evidence: Evidence): readonly Violation[] {
  const { polls, exchanges, judging } = evidence;
  const poll = polls.at(-1);
  // Whether a manual job can be played is nothing that a pipeline shows.
  if (poll?.tree === undefined || judging.onManual === 'play') return [];
  const since = exchanges.slice(exchanges.indexOf(poll));
  // Whether what was asked for a minute ago goes on is not seen yet.
  const fromMs = poll.sentMs - retrySettleMs;
  if (exchanges.some((exchange) => isRetryPost(exchange) && exchange.sentMs >= fromMs)) return [];
  const truths = trueOutcomes(poll.tree, judging);
  // What contradicts itself is looked at more than once.
  const isWaiting = judging.jobs.length > 0 && poll.tree.status === 'manual';
  const isAtRest = !isMoving(poll.tree) && !isWaiting && !contradictsItself(poll.tree);
  const isGrown = judging.jobs.length === 0 || !mayGrow(poll.tree);
  const isClear = truths.length === 2 && truths[0] === truths[1] && isAtRest && isGrown;
  // An empty list that does not come as GitLab sends it is looked at more than once.
  const needsLists =
    judging.downstream === 'require' ||
    judging.jobs.some((line) => /[*/]/.test(line)) ||
    ['manual', 'canceled', 'skipped'].includes(poll.tree.status) ||
    poll.tree.jobs.every(({ kind }) => kind === 'bridge');
  const isMarked = !needsLists || since.every(({ isStripped }) => isStripped !== true);
  const isKnowable = since.every(isPlain) && isMarked && areWarningsTold(evidence);
  return unless(!isClear || !isKnowable, 'what was seen to end has not timed out', () => truths.join());
}

function isMoving({ jobs }: PipelineTreeView): boolean {
  const resting = ['created', 'manual', 'scheduled', 'success', 'failed', 'canceled', 'skipped'];
  return jobs.some(
    ({ status, downstream }) =>
      !resting.includes(status) ||
      (downstream !== undefined && (!hasEnded(downstream) || isMoving(downstream))),
  );
}

/** The end of a log is shown as it was, or not at all. */
function logFaults({ life }: Evidence): readonly Violation[] {
  const tails = life.main.record.groups.filter(({ title }) => /^(?:log|last \d+ lines) of /.test(title));
  const cut = tails.filter(({ lines }) => lines.at(-1) !== lastLogLine);
  return unless(
    cut.length === 0,
    'the end of a log is its end',
    () => `${cut[0]?.title ?? ''}: ${cut[0]?.lines.at(-1) ?? 'no line'}`,
  );
}

function messageOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
