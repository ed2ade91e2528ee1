import { isFromGitLab, isGood, type Evidence } from './evidence.js';
import { unless, type Violation } from './violation.js';
import type { Exchange } from './wire.js';

/**
 * Only GitLab itself may end the wait for a pipeline before `outage_timeout` is over: what anybody else says,
 * whatever its status, is trouble on the way.
 */
export function strangerFaults(evidence: Evidence): readonly Violation[] {
  return [...enderFaults(evidence), ...cacheFaults(evidence)];
}

const judgements = ['success', 'warnings', 'failed', 'canceled', 'skipped', 'manual'];

/** What says of itself that it comes out of a cache was so once; a verdict is about now. */
function cacheFaults({
  life,
  outputs,
  exchanges,
  isFollowing,
  verdictMs = Infinity,
}: Evidence): readonly Violation[] {
  if (!isFollowing || !judgements.includes(outputs.outcome ?? '')) return [];
  const looked = exchanges.filter(
    ({ method, url, phase, endMs = Infinity }) =>
      phase === 'main' &&
      method === 'GET' &&
      endMs <= verdictMs &&
      /\/pipelines\/\d+(?:\/(?:jobs|bridges))?$/.test(url.pathname),
  );
  const last = looked.findLastIndex(({ url }) => url.pathname.endsWith(`/pipelines/${life.subjectId ?? 0}`));
  const cached = looked
    .slice(Math.max(last, 0))
    .filter(({ saysCached, end }) => saysCached === true && end === 'answer');
  return unless(cached.length === 0, 'no verdict comes out of a cache', () =>
    cached.map(({ url }) => url.pathname).join(),
  );
}

function enderFaults(evidence: Evidence): readonly Violation[] {
  const { life, outputs, errorCode, isFollowing, exchanges, wholePolls, verdictMs, outageTimeoutMs } =
    evidence;
  const { main, story } = life;
  if (!isFollowing || main.kind !== 'ended' || main.exitCode !== 3) return [];
  const isOut = outputs.outcome === 'outage' || (story.entry === 'wait' && outputs.outcome === undefined);
  if (!isOut || errorCode === 'wrong_commit') return [];
  const last = wholePolls.at(-1);
  const since = last === undefined ? exchanges : exchanges.slice(exchanges.indexOf(last) + 1);
  if (since.some(isOwnNo)) return [];
  const sinceMs = last?.endMs ?? main.beginMs;
  const lastedMs = (verdictMs ?? main.endMs) - sinceMs;
  const ender = since.findLast(({ method, end }) => method === 'GET' && end === 'answer');
  if (ender === undefined || isGood(ender)) return [];
  const rule =
    ender.shape === 'json' ? 'no words of a stranger end the wait' : 'no page of a stranger ends the wait';
  return unless(
    lastedMs >= outageTimeoutMs - 1,
    rule,
    () => `${ender.status ?? ''} ${ender.shape ?? ''} after ${lastedMs} ms of ${outageTimeoutMs}`,
  );
}

/** What GitLab said, in its own words, to one that asked for a pipeline. */
function isOwnNo(exchange: Exchange): boolean {
  const { end, worked, status = 0, fault, oddity } = exchange;
  return (
    end === 'answer' &&
    worked &&
    isFromGitLab(exchange) &&
    (fault === undefined || fault === 'drip') &&
    (status >= 300 || oddity === 'old')
  );
}
