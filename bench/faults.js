// @ts-check
// What does each kind of trouble, at each request, do to a step? Runs the real action from dist/ against the
// simulated GitLab with a plan of faults,
// and judges every run by what the simulator saw: is the exit code the right one, was there one pipeline at
// most, did it end in time?
//
//   node bench/faults.js [runs at a time]        default: 4; a minute and a half; ends with 1 when a cell is
// wrong or late
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** @import * as Clocks from '../src/base/clock.js' */
/** @import * as FaultPlans from '../src/simulator/gitlab/wire/fault-plan.js' */
/** @import * as Servers from '../src/simulator/gitlab/wire/server.js' */
/** @import * as GitLabs from '../src/simulator/gitlab/simulated-gitlab.js' */
/** @import * as Runners from '../src/simulator/runner/runner.js' */
/** @import { Fault, FaultRule, FaultTarget } from '../src/simulator/gitlab/wire/fault-plan.js' */
/** @import { PipelineView } from '../src/simulator/gitlab/api/pipeline-entity.js' */
/** @import { StepResult } from '../src/simulator/runner/runner.js' */
/** @import { Scenario } from '../src/simulator/gitlab/state/scenario.js' */
/** @import { SimulatedRequest, SimulatedResponse } from '../src/simulator/gitlab/wire/wire.js' */
/**
 * @typedef {typeof Clocks & typeof FaultPlans & typeof Servers & typeof GitLabs & typeof Runners} Simulator
 */
/** @typedef {'check' | 'post' | 'look' | 'other'} Role */
/**
 * @typedef {{ target: string, role: Role, atMs: number, fault: Fault | undefined, body: string | undefined
 *   }} Exchange
 */
/** @typedef {{ name: string, fault: Fault }} Kind */
/**
 * @typedef {object} Phase
 * @property {string} name
 * @property {FaultRule['when']} when which requests are hit
 * @property {boolean} hasAccessToken
 * @property {'end' | 'stop'} until the pipeline's end, or our being stopped
 * @property {(kind: Kind) => number} deadlineMs from the start of the process (from the signal where it is
 *   stopped), as the documented limits add up
 */
/** @typedef {{ kind: Kind, phase: Phase, color: 'success' | 'failed' }} Cell */
/**
 * @typedef {{ exitCode: number, started: number, faults: string[], ms: number, deadlineMs: number }} Outcome
 */

const root = path.dirname(import.meta.dirname);
const atOnce = Number(process.argv[2] ?? '4');
const token = 'glptt-bench-0123456789';
const accessToken = 'glpat-bench-0123456789';

const requestTimeoutMs = 1000;
const outageTimeoutMs = 3000;
const pollMs = 1000;
/** Starting Node, several at a time on a busy machine, and whatever stands around the requests. */
const startMs = 3000;
/** From its creation to its end, and the look that sees it. */
const pipelineMs = 800 + pollMs;
/** After an abort everything is over, before the runner loses its patience. */
const stopMs = 6000;
/** How long a lost request can still leave something behind. */
const settlingMs = 135_000;
const dripMs = 700;
/** Short, so that even as a drip it comes to its end. */
const log = 'x\n';

/** @type {readonly Kind[]} */
const kinds = [
  { name: 'connection closed', fault: { kind: 'refuse' } },
  { name: 'reset before the work', fault: { kind: 'reset_before' } },
  { name: 'reset after the work', fault: { kind: 'reset_after' } },
  { name: 'body cut off', fault: { kind: 'truncate' } },
  { name: 'chunked body cut off', fault: { kind: 'truncate_chunked' } },
  { name: 'silence', fault: { kind: 'stall' } },
  { name: 'silence after the work', fault: { kind: 'stall_after_work' } },
  { name: 'a byte every 0.7 s', fault: { kind: 'drip', everyMs: dripMs } },
  { name: 'login page with 200', fault: { kind: 'html' } },
  {
    name: 'redirect to elsewhere',
    fault: { kind: 'redirect', status: 302, location: 'https://login.example.invalid/' },
  },
  { name: 'body without end', fault: { kind: 'too_large', megabytes: 'endless' } },
  { name: '429, Retry-After: 1', fault: { kind: 'rate_limited', retryAfterSeconds: 1 } },
  {
    name: '500 after the work',
    fault: { kind: 'status', status: 500, work: 'done', body: '{"message":"500 Internal Server Error"}' },
  },
  { name: '502, a page', fault: { kind: 'status', status: 502, work: 'not_done' } },
  { name: 'maintenance', fault: { kind: 'maintenance' } },
  {
    name: '401',
    fault: { kind: 'status', status: 401, work: 'not_done', body: '{"message":"401 Unauthorized"}' },
  },
  {
    name: '404',
    fault: { kind: 'status', status: 404, work: 'not_done', body: '{"message":"404 Not Found"}' },
  },
];

const postPath = /\/trigger\/pipeline$/;
const lookPath = /\/pipelines\/\d+$/;

/** What one request may cost beyond a usual one. @param {Kind} kind */
function delayMs({ fault }) {
  const isSlow = fault.kind === 'stall' || fault.kind === 'stall_after_work' || fault.kind === 'drip';
  return isSlow ? requestTimeoutMs : 0;
}

/**
 * The pauses before a request that did nothing is given up: four, of what the server asks for or up to 1, 2,
 * 4 and 8 s. @param {Kind} kind
 */
function repeatMs({ fault }) {
  if (fault.kind === 'rate_limited') return 4 * (fault.retryAfterSeconds ?? 0) * 1000;
  return fault.kind === 'maintenance' ? 15_000 : 0;
}

/** @type {readonly Phase[]} */
const phases = [
  {
    name: 'check before the start',
    when: { method: 'GET', pathMatches: /\/pipelines\?per_page=1$/ },
    hasAccessToken: true,
    until: 'end',
    deadlineMs: (kind) => startMs + delayMs(kind),
  },
  {
    name: 'every POST, no access_token',
    when: { method: 'POST', pathMatches: postPath },
    hasAccessToken: false,
    until: 'end',
    deadlineMs: (kind) => startMs + delayMs(kind) + repeatMs(kind),
  },
  {
    name: 'first POST, access_token',
    when: { method: 'POST', pathMatches: postPath, nth: 1 },
    hasAccessToken: true,
    until: 'end',
    deadlineMs: (kind) =>
      startMs +
      delayMs(kind) +
      repeatMs(kind) +
      pipelineMs +
      (isLongSearch(kind) ? settlingMs + 2 * pollMs : 0),
  },
  {
    name: 'first look',
    when: { method: 'GET', pathMatches: lookPath, nth: 1 },
    hasAccessToken: true,
    until: 'end',
    deadlineMs: (kind) => startMs + delayMs(kind) + pipelineMs + pollMs,
  },
  {
    name: 'every later look',
    when: { method: 'GET', pathMatches: lookPath, nth: 2, times: Infinity },
    hasAccessToken: true,
    until: 'end',
    deadlineMs: (kind) => startMs + 2 * delayMs(kind) + pollMs + outageTimeoutMs,
  },
  {
    name: 'all jobs',
    when: { method: 'GET', pathMatches: /\/pipelines\/\d+\/(?:jobs|bridges)\?/ },
    hasAccessToken: true,
    until: 'end',
    // A picture with a part missing is believed at the third look.
    deadlineMs: (kind) => startMs + pipelineMs + delayMs(kind) + 3 * (delayMs(kind) + pollMs),
  },
  {
    name: 'all logs',
    when: { method: 'GET', pathMatches: /\/trace(?:\?|$)/ },
    hasAccessToken: true,
    until: 'end',
    // Three attempts, pauses of up to 1 and 4 s; a log may drip to its end.
    deadlineMs: (kind) =>
      startMs +
      pipelineMs +
      (kind.fault.kind === 'drip' ? log.length * dripMs : 3 * delayMs(kind)) +
      (isSilentAboutTime(kind) ? 5000 : 0),
  },
  {
    name: 'all cancels',
    when: { method: 'POST', pathMatches: /\/pipelines\/\d+\/cancel$/ },
    hasAccessToken: true,
    until: 'stop',
    deadlineMs: () => stopMs,
  },
];

/**
 * Nothing was started, and only time shows that: some cells of one column would take 75 s each. @param {Kind}
 * kind
 */
function isLongSearch({ fault }) {
  const doesNothing = ['refuse', 'reset_before', 'stall', 'html', 'too_large'].includes(fault.kind);
  return doesNothing || (fault.kind === 'status' && fault.status === 502);
}

/** One of the long ones is shown, the others are alike. @param {Kind} kind @param {Phase} phase */
function isLeftOut(kind, phase) {
  return phase.name.startsWith('first POST') && isLongSearch(kind) && kind.fault.kind !== 'reset_before';
}

/** Whether it may be another answer a moment later. @param {Kind} kind */
function isSilentAboutTime({ fault }) {
  return !saysNo(fault, 'GET');
}

/**
 * An answer that will be the same when asked again. Maintenance sends reads elsewhere; a throttle tells of a
 * write that nothing was done. @param {Fault} fault @param {string} method
 */
function saysNo(fault, method) {
  if (fault.kind === 'status') return fault.status < 500;
  if (fault.kind === 'rate_limited') return method === 'POST';
  return fault.kind === 'redirect' || fault.kind === 'maintenance';
}

/** The simulator, compiled for this run. @param {string} outDir @returns {Promise<Simulator>} */
async function compileSimulator(outDir) {
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [tsc, '-p', path.join(root, 'tsconfig.build.json'), '--noCheck', '--outDir', outDir];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`tsc failed:\n${stdout}`);
  const simulator = /** @type {Simulator} */ ({});
  const files = [
    'base/clock',
    'simulator/gitlab/wire/fault-plan',
    'simulator/gitlab/wire/server',
    'simulator/gitlab/simulated-gitlab',
    'simulator/runner/runner',
  ];
  for (const file of files) {
    /** @type {unknown} */
    const loaded = await import(pathToFileURL(path.join(outDir, `${file}.js`)).href);
    Object.assign(simulator, loaded);
  }
  return simulator;
}

/** Public, so that it can be followed without an access token. @param {Cell} cell @returns {Scenario} */
function scenarioOf({ color, phase }) {
  const durationMs = phase.until === 'stop' ? 3_600_000 : 700;
  return {
    users: [{ username: 'ada' }],
    projects: [
      {
        id: 42,
        path: 'group/app',
        visibility: 'public',
        members: { ada: 'maintainer' },
        refs: [{ name: 'main' }],
        triggers: [{ token, owner: 'ada' }],
        ci: {
          kind: 'valid',
          script: {
            createdForMs: 50,
            jobs: [
              { name: 'unit', durationMs, result: color, log },
              { name: 'lint', durationMs: 100, result: 'failed', allowFailure: true, log },
            ],
          },
        },
      },
    ],
    accessTokens: [{ token: accessToken, user: 'ada', scopes: ['api'] }],
  };
}

/** @param {FaultTarget} request @returns {Role} */
function roleOf({ method, target }) {
  if (method === 'POST') return target.endsWith('/trigger/pipeline') ? 'post' : 'other';
  if (target.endsWith('/pipelines?per_page=1')) return 'check';
  return lookPath.test(target) ? 'look' : 'other';
}

/** @param {Simulator} simulator @param {Cell} cell @param {string} folder @returns {Promise<Outcome>} */
async function run({ SimulatedGitLab, FaultPlan, startServer, startStep, systemClock: clock }, cell, folder) {
  const { phase, kind } = cell;
  /** @type {Exchange[]} */
  const exchanges = [];
  class WatchedFaults extends FaultPlan {
    /** @override @param {FaultTarget} request @returns {Fault | undefined} */
    atRequest(request) {
      const fault = super.atRequest(request);
      const { target } = request;
      exchanges.push({ target, role: roleOf(request), atMs: performance.now(), fault, body: undefined });
      return fault;
    }
  }
  class WatchedGitLab extends SimulatedGitLab {
    /** @override @param {SimulatedRequest} request @returns {SimulatedResponse} */
    handle(request) {
      const answer = super.handle(request);
      const asked = exchanges.findLast(({ target, body }) => target === request.target && body === undefined);
      if (asked !== undefined) asked.body = answer.body.toString('utf8');
      return answer;
    }
  }
  const gitlab = new WatchedGitLab({ clock }, scenarioOf(cell));
  const faults = new WatchedFaults([{ when: phase.when, fault: kind.fault }]);
  const server = await startServer({ gitlab, clock, faults });
  try {
    let beginMs = performance.now();
    const step = await startStep(
      { clock },
      {
        actionDir: root,
        nodePath: process.execPath,
        stage: 'main',
        with: {
          gitlab_url: server.url,
          project_id: 'group/app',
          ref: 'main',
          token,
          ...(phase.hasAccessToken ? { access_token: accessToken } : {}),
          wait: 'true',
          poll_interval: `${pollMs / 1000}s`,
          request_timeout: `${requestTimeoutMs / 1000}s`,
          outage_timeout: `${outageTimeoutMs / 1000}s`,
        },
        baseEnvironment: { PATH: process.env.PATH ?? '' },
        workDir: await mkdtemp(path.join(folder, 'step-')),
        masked: [token, accessToken],
      },
    );
    if (phase.until === 'stop') {
      while (!exchanges.some(({ role, body }) => role === 'look' && body !== undefined)) await pause(20);
      await pause(200);
      beginMs = performance.now();
      step.cancel();
    }
    const result = await step.finished;
    const endMs = performance.now();
    const pipelines = gitlab.pipelines();
    return {
      exitCode: result.exitCode,
      started: pipelines.length,
      faults: faultsOf({ cell, exchanges, result, pipelines, endMs }),
      ms: endMs - beginMs,
      deadlineMs: phase.deadlineMs(kind),
    };
  } finally {
    await server.close();
  }
}

/** @param {number} ms @returns {Promise<void>} */
function pause(ms) {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/**
 * What is wrong with a run, by what the simulator saw of it; empty when all is right.
 * @param {{ cell: Cell, exchanges: Exchange[], result: StepResult, pipelines: readonly PipelineView[],
 *   endMs: number }} seen
 */
function faultsOf({ cell, exchanges, result, pipelines, endMs }) {
  const { exitCode, outputs } = result;
  const wanted = cell.phase.until === 'stop' ? 130 : rightExitCode({ cell, exchanges, endMs });
  /** @type {string[]} */
  const faults = [];
  if (exitCode !== wanted) faults.push(`exit code ${exitCode} instead of ${wanted}`);
  if (pipelines.length > 1) faults.push(`${pipelines.length} pipelines`);
  if (!exchanges.some(({ fault }) => fault !== undefined)) faults.push('no fault came to be');
  const [own] = pipelines;
  if (exitCode < 2 && outputs.pipeline_id !== String(own?.id)) faults.push('a color without its pipeline');
  if (cell.phase.until === 'stop') {
    const printed = result.shownLines.join('\n');
    const isCanceled = own?.status === 'canceled';
    if (!isCanceled && !printed.includes('was left running'))
      faults.push('does not say that the pipeline goes on');
    if (!isCanceled && printed.includes('was canceled with it')) faults.push('says it was canceled');
  }
  return faults;
}

/**
 * What the exit code must be. The last answer that a color can hang on decides: one that came whole and told
 * a pipeline's end gives its color; one that was spoilt is a no (3) or no answer (4), and then giving up
 * must have been fair.
 * @param {{ cell: Cell, exchanges: Exchange[], endMs: number }} seen
 * @returns {number | string}
 */
function rightExitCode({ cell, exchanges, endMs }) {
  const vital = exchanges.filter(({ role }) => role !== 'other');
  const last = vital.at(-1);
  if (last === undefined) return 'a request at least';
  if (last.fault === undefined) {
    const status = last.role === 'look' ? statusIn(last.body) : undefined;
    if (status === 'success') return 0;
    return status === 'failed' || status === 'canceled' || status === 'skipped'
      ? 1
      : 'going on, nothing was amiss';
  }
  const isNo = saysNo(last.fault, last.role === 'post' ? 'POST' : 'GET');
  if (last.role === 'post') {
    const isHarmless = last.fault.kind === 'rate_limited' || last.fault.kind === 'maintenance';
    const attempts = vital.filter(({ role }) => role === 'post').length;
    if (isHarmless && attempts < 5) return 'asking again, nothing was started';
    if (!isNo && cell.phase.hasAccessToken) return 'finding out what became of the request';
  }
  if (last.role === 'look') {
    const sane = vital.findLastIndex(({ role, fault }) => role === 'look' && fault === undefined);
    const streakMs = endMs - (vital.slice(sane + 1).find(({ role }) => role === 'look')?.atMs ?? endMs);
    if (!isNo && streakMs < outageTimeoutMs) return 'waiting for the whole of outage_timeout';
    const isNew = last.fault.kind === 'status' && last.fault.status === 404 && sane < 0;
    if (isNew && streakMs < 30_000) return 'a grace, the pipeline is new';
  }
  return isNo ? 3 : 4;
}

/** @param {string | undefined} body */
function statusIn(body) {
  /** @type {unknown} */
  const pipeline = JSON.parse(body ?? '{}');
  return typeof pipeline === 'object' && pipeline !== null && 'status' in pipeline
    ? pipeline.status
    : undefined;
}

/** @param {Outcome} outcome */
function cellText({ exitCode, started, faults, ms, deadlineMs }) {
  const seconds = `${(ms / 1000).toFixed(1)} of ${(deadlineMs / 1000).toFixed(1)} s`;
  const color = faults.length === 0 ? '✓' : '✗';
  return `${color} ${exitCode} · ${started} · ${seconds}${ms > deadlineMs ? ' LATE' : ''}`;
}

/** @param {string[][]} rows */
function markdown([head = [], ...rows]) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  /** @param {string[]} row */
  const line = (row) => `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** @type {Cell[]} */
const cells = kinds
  .flatMap((kind) => phases.filter((phase) => !isLeftOut(kind, phase)).map((phase) => ({ kind, phase })))
  .map((cell, index) => ({ ...cell, color: index % 3 === 1 ? 'failed' : 'success' }));
/** @type {Map<Cell, Outcome>} */
const outcomes = new Map();
await mkdir(path.join(root, 'out'), { recursive: true });
const outDir = await mkdtemp(path.join(root, 'out', 'bench-'));
const folder = await mkdtemp(path.join(tmpdir(), 'bench-faults-'));
const beginMs = performance.now();
try {
  const simulator = await compileSimulator(outDir);
  /** @param {Cell[]} queue */
  const work = async (queue) => {
    for (let cell = queue.shift(); cell !== undefined; cell = queue.shift()) {
      outcomes.set(cell, await run(simulator, cell, folder));
    }
  };
  const byLength = cells.toSorted(
    (one, other) => other.phase.deadlineMs(other.kind) - one.phase.deadlineMs(one.kind),
  );
  // The longest does little but wait, and does so beside the others.
  const [longest, ...others] = byLength;
  await Promise.all([
    work(longest === undefined ? [] : [longest]),
    ...Array.from({ length: atOnce }, () => work(others)),
  ]);
} finally {
  await rm(outDir, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}

const all = [...outcomes.values()];
console.log(
  `Node ${process.version}, ${cpus().length} cores, ${atOnce} at a time; ${cells.length} runs in ${((performance.now() - beginMs) / 1000).toFixed(0)} s`,
);
console.log(
  'Exit code and whether it is right · pipelines started · seconds to an answer, and its deadline\n',
);
const rows = kinds.map((kind) => [
  kind.name,
  ...phases.map((phase) => {
    const cell = cells.find((other) => other.kind === kind && other.phase === phase);
    const outcome = cell && outcomes.get(cell);
    return outcome === undefined ? '(75 s)' : cellText(outcome);
  }),
]);
console.log(markdown([['', ...phases.map(({ name }) => name)], ...rows]));
const wrong = cells.filter((cell) => (outcomes.get(cell)?.faults.length ?? 1) > 0);
const late = all.filter(({ ms, deadlineMs }) => ms > deadlineMs).length;
const most = Math.max(...all.map(({ started }) => started));
console.log(
  `\n${all.length} cells: ${wrong.length} wrong, ${late} late (goal: none), ${most} pipeline at most in each`,
);
for (const cell of wrong) {
  console.log(
    `  ${cell.kind.name}, ${cell.phase.name}: ${outcomes.get(cell)?.faults.join('; ') ?? 'not run'}`,
  );
}
if (wrong.length > 0 || late > 0) process.exitCode = 1;
