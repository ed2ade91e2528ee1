// @ts-check
// What does a very large pipeline cost? Follows one of 2,000 jobs in 20 child pipelines, then one whose
// failed job has a log of 200 MB, with the
// real action from dist/ in a process of its own. This process serves the simulated GitLab and counts.
//
//   node bench/scale.js [children] [jobs each] [log in MB] [path of a node]        default: 20 100 200 and
// the node that runs this; a minute and a half
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** @import * as Clocks from '../src/base/clock.js' */
/** @import * as Servers from '../src/simulator/gitlab/wire/server.js' */
/** @import * as GitLabs from '../src/simulator/gitlab/simulated-gitlab.js' */
/** @import * as Compressions from '../src/simulator/gitlab/wire/compressed-answer.js' */
/** @import * as Runners from '../src/simulator/runner/runner.js' */
/** @import { Scenario } from '../src/simulator/gitlab/state/scenario.js' */
/**
 * @import { BridgeScript, JobScript, PipelineScript } from '../src/simulator/gitlab/state/pipeline-script.js'
 */
/** @import { SimulatedRequest, SimulatedResponse } from '../src/simulator/gitlab/wire/wire.js' */
/**
 * @typedef {typeof Clocks & typeof Servers & typeof GitLabs & typeof Compressions & typeof Runners} Simulator
 */
/**
 * @typedef {{ target: string, startMs: number, endMs: number, pipelines: number, bytes: number }} Exchange
 */
/** @typedef {{ requests: number, pages: number, ms: number, simulatorMs: number, bytes: number }} Look */
/**
 * @typedef {{ exchanges: Exchange[], heardMs: Map<string, number>, peakMb: number | undefined, seconds:
 *   number, outcome: string }} Run
 */

const root = path.dirname(import.meta.dirname);
const children = Number(process.argv[2] ?? '20');
const jobsEach = Number(process.argv[3] ?? '100');
const logMb = Number(process.argv[4] ?? '200');
/** Runs the action, and nothing else. */
const nodePath = process.argv[5] ?? process.execPath;
const goalMb = 120;
const perPage = 100;
const token = 'glptt-bench-0123456789';
const accessToken = 'glpat-bench-0123456789';

/** The simulator, compiled for this run. @param {string} outDir @returns {Promise<Simulator>} */
async function compileSimulator(outDir) {
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [tsc, '-p', path.join(root, 'tsconfig.build.json'), '--noCheck', '--outDir', outDir];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`tsc failed:\n${stdout}`);
  const simulator = /** @type {Simulator} */ ({});
  const files = [
    'base/clock',
    'simulator/gitlab/wire/server',
    'simulator/gitlab/simulated-gitlab',
    'simulator/gitlab/wire/compressed-answer',
    'simulator/runner/runner',
  ];
  for (const file of files) {
    /** @type {unknown} */
    const loaded = await import(pathToFileURL(path.join(outDir, `${file}.js`)).href);
    Object.assign(simulator, loaded);
  }
  return simulator;
}

/** @param {PipelineScript} script @returns {Scenario} */
function scenarioOf(script) {
  return {
    users: [{ username: 'ada' }],
    projects: [
      {
        id: 42,
        path: 'group/app',
        members: { ada: 'maintainer' },
        refs: [{ name: 'main' }],
        triggers: [{ token, owner: 'ada' }],
        ci: { kind: 'valid', script },
      },
    ],
    accessTokens: [{ token: accessToken, user: 'ada', scopes: ['api'] }],
  };
}

/**
 * Some twenty seconds: a job of the pipeline itself, then all child pipelines at once, each with three stages
 * of jobs that end one by one. Every fiftieth job fails where it may.
 * @returns {PipelineScript}
 */
function wideScript() {
  /** @param {number} child @returns {PipelineScript} */
  const childScript = (child) => ({
    stages: ['build', 'test', 'deploy'],
    jobs: Array.from({ length: jobsEach }, (_, index) => {
      const fails = (child * jobsEach + index) % 50 === 49;
      /** @type {JobScript} */
      const job = {
        name: `check of part ${child + 1}.${index + 1}: [linux, amd64]`,
        stage: index % 10 < 2 ? 'build' : index % 10 < 8 ? 'test' : 'deploy',
        queuedMs: 200 + ((index * 37) % 1000),
        durationMs: 1500 + ((index * 7919) % 5000),
        log: 'cloning\nbuilding\ndone\n',
      };
      return fails ? { ...job, result: 'failed', allowFailure: true } : job;
    }),
  });
  /** @type {readonly BridgeScript[]} */
  const bridges = Array.from({ length: children }, (_, child) => ({
    name: `part ${child + 1}`,
    stage: 'parts',
    strategy: 'depend',
    downstream: { script: childScript(child) },
  }));
  return {
    stages: ['prepare', 'parts'],
    jobs: [{ name: 'prepare', stage: 'prepare', durationMs: 1000 }],
    bridges,
  };
}

/** @returns {PipelineScript} */
function longLogScript() {
  return {
    stages: ['test'],
    jobs: [
      { name: 'verbose', stage: 'test', durationMs: 500, result: 'failed', allowFailure: true, log: 'x' },
    ],
  };
}

/** Lines as a test runner writes them, with colors and times. @param {number} bytes */
function longLog(bytes) {
  const log = Buffer.alloc(bytes);
  let at = 0;
  for (let line = 1; at < bytes; line++) {
    const time = new Date(Date.UTC(2026, 0, 1) + line).toISOString();
    at += log.write(
      `${time} \u001b[32;1mok\u001b[0m ${line} - computes the ${line}th of all things that are there to be computed\n`,
      at,
    );
  }
  return log;
}

/**
 * Follows a pipeline of this script as a step of a workflow. `log` is served instead of every job's log. The
 * front compresses as GitLab's own packages do, unless it is told not to.
 * @param {Simulator} simulator
 * @param {{ script: PipelineScript, folder: string, log?: Buffer, inputs?: Record<string, string>,
 *   compression?: 'none' }} what
 * @returns {Promise<Run>}
 */
async function follow(simulator, what) {
  const { SimulatedGitLab, startServer, startStep, compressedAnswer, systemClock: clock } = simulator;
  /** @type {Exchange[]} */
  const exchanges = [];
  class CountingGitLab extends SimulatedGitLab {
    /** @override @param {SimulatedRequest} request @returns {SimulatedResponse} */
    handle(request) {
      const startMs = performance.now();
      const plain = super.handle(request);
      const answer = what.compression === 'none' ? plain : compressedAnswer(request, plain);
      const { target } = request;
      const pipelines = target.includes('/bridges') ? this.pipelines().length : 0;
      exchanges.push({ target, startMs, endMs: performance.now(), pipelines, bytes: answer.body.length });
      return what.log !== undefined && target.includes('/trace') ? { ...answer, body: what.log } : answer;
    }
  }
  const gitlab = new CountingGitLab({ clock }, scenarioOf(what.script));
  // Compressed before it is counted, and not once more.
  const server = await startServer({ gitlab, clock, compression: 'none' });
  const workDir = await mkdtemp(path.join(what.folder, 'step-'));
  const peakFile = path.join(workDir, 'peak');
  const startMs = performance.now();
  /** @type {Map<string, number>} */
  const heardMs = new Map();
  try {
    const step = await startStep(
      { clock },
      {
        actionDir: root,
        nodePath,
        stage: 'main',
        with: {
          gitlab_url: server.url,
          project_id: 'group/app',
          ref: 'main',
          token,
          access_token: accessToken,
          wait: 'true',
          ...what.inputs,
        },
        baseEnvironment: { PATH: process.env.PATH ?? '', ...(await peakEnvironment(what.folder, peakFile)) },
        workDir,
        masked: [token, accessToken],
        onLine: (line) => heardMs.set(line, heardMs.get(line) ?? performance.now()),
      },
    );
    const { exitCode, outputs, rawStderr } = await step.finished;
    const outcome = outputs.outcome ?? 'none';
    if (exitCode !== 0)
      throw new Error(`the step ended with ${exitCode} (${outcome}): ${rawStderr.slice(0, 2000)}`);
    const seconds = (performance.now() - startMs) / 1000;
    return { exchanges, heardMs, peakMb: await peakIn(peakFile), seconds, outcome };
  } finally {
    await server.close();
  }
}

/**
 * The process itself writes down its peak as its last deed: nobody else can read it once it is gone. @param
 * {string} folder @param {string} peakFile
 */
async function peakEnvironment(folder, peakFile) {
  const hook = path.join(folder, 'peak.cjs');
  await writeFile(
    hook,
    `process.on('exit', () => {
  const { existsSync, readFileSync, writeFileSync } = require('node:fs');
  if (existsSync('/proc/self/status')) writeFileSync(process.env.PEAK_FILE, readFileSync('/proc/self/status'));
});
`,
  );
  return { NODE_OPTIONS: `--require "${hook}"`, PEAK_FILE: peakFile };
}

/** In megabytes of 1,000,000 bytes; `undefined` where there is no /proc. @param {string} peakFile */
async function peakIn(peakFile) {
  if (!existsSync(peakFile)) return undefined;
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(await readFile(peakFile, 'utf8'))?.[1];
  return kibibytes === undefined ? undefined : (Number(kibibytes) * 1024) / 1e6;
}

/** What Node needs to do nothing. @param {string} folder */
async function idlePeakMb(folder) {
  const peakFile = path.join(folder, 'idle-peak');
  const env = await peakEnvironment(folder, peakFile);
  await new Promise((resolve, reject) => {
    const child = spawn(nodePath, ['--eval', '0'], { env, stdio: 'ignore' });
    child.once('error', reject).once('close', resolve);
  });
  return await peakIn(peakFile);
}

/** Each look begins with the pipeline itself. @param {Exchange[]} exchanges @returns {Look[]} */
function looksIn(exchanges) {
  /** @type {Exchange[][]} */
  const looks = [];
  const ofALook = /\/pipelines\/(\d+)(?:\/(?:jobs|bridges)\?.*)?$/;
  let rootId = '';
  for (const exchange of exchanges) {
    const id = ofALook.exec(exchange.target)?.[1];
    if (id === undefined) continue;
    rootId ||= id;
    if (exchange.target.endsWith(`/pipelines/${rootId}`)) looks.push([exchange]);
    else looks.at(-1)?.push(exchange);
  }
  const pagesOf = (/** @type {number} */ jobs, /** @type {number} */ bridges) =>
    1 + Math.max(1, Math.ceil(jobs / perPage)) + Math.max(1, Math.ceil(bridges / perPage));
  return looks.map((look) => {
    const below = Math.max(...look.map(({ pipelines }) => pipelines)) - 1;
    const startMs = look[0]?.startMs ?? NaN;
    return {
      requests: look.length,
      pages: pagesOf(1, children) + below * pagesOf(jobsEach, 0),
      ms: Math.max(...look.map(({ endMs }) => endMs)) - startMs,
      simulatorMs: look.reduce((sum, { startMs: from, endMs: to }) => sum + to - from, 0),
      bytes: look.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  });
}

/** @param {number[]} numbers */
const medianOf = (numbers) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;

/** @param {number | undefined} peakMb */
function peakText(peakMb) {
  if (peakMb === undefined) return 'not measured: there is no /proc here';
  return `${peakMb.toFixed(0)} MB (goal: under ${goalMb} MB${peakMb < goalMb ? '' : '; MISSED'})`;
}

/** @param {Run} run */
function printWide({ exchanges, peakMb, seconds, outcome }) {
  const looks = looksIn(exchanges);
  const dear = looks.filter(({ requests, pages }) => requests > pages).length;
  const full = looks.filter(({ pages }) => pages === Math.max(...looks.map((look) => look.pages)));
  const times = full.map(({ ms }) => ms);
  const requests = full.map((look) => look.requests);
  console.log(`## ${children * jobsEach} jobs in ${children} child pipelines (${outcome} after ${seconds.toFixed(0)} s)
peak resident memory   ${peakText(peakMb)}
looks                  ${looks.length}, ${full.length} of them at the whole tree of ${full[0]?.pages} pages
requests of such       first ${requests[0]}, median ${medianOf(requests)}, most ${Math.max(...requests)}
looks above their pages  ${dear} (goal: none${dear === 0 ? '' : '; MISSED'})
time of such           median ${medianOf(times).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms; of the median ${medianOf(full.map(({ simulatorMs }) => simulatorMs)).toFixed(0)} ms are the simulator's own work
requests in all        ${exchanges.length}, ${exchanges.filter(({ target }) => target.includes('/trace')).length} of them for logs
`);
}

/** @param {number} bytes */
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;

/**
 * What came over the wire for the looks at the whole tree, without the heads of the answers. @param {Run} run
 * @param {string} title
 */
function printBytes({ exchanges }, title) {
  const looks = looksIn(exchanges);
  const full = looks.filter(({ pages }) => pages === Math.max(...looks.map((look) => look.pages)));
  const dearest = full.toSorted((one, other) => other.requests - one.requests)[0];
  console.log(`## Bytes of the bodies, ${title}
a look at all of it    ${megabytes(dearest?.bytes ?? NaN)} in ${dearest?.requests} requests
a look, median         ${megabytes(medianOf(full.map(({ bytes }) => bytes)))} in ${medianOf(full.map(({ requests }) => requests))}
`);
}

/** @param {Run} run @param {{ title: string, line: RegExp }} what */
function printLog({ exchanges, heardMs, peakMb }, { title, line }) {
  const asked = exchanges.find(({ target }) => target.includes('/trace'));
  const shown = [...heardMs].find(([text]) => line.test(text));
  if (asked === undefined || shown === undefined) throw new Error('the log was not shown');
  console.log(`## ${title}
peak resident memory   ${peakText(peakMb)}
from asking to print   ${((shown[1] - asked.startMs) / 1000).toFixed(1)} s
first line             ${shown[0]}
`);
}

await mkdir(path.join(root, 'out'), { recursive: true });
const outDir = await mkdtemp(path.join(root, 'out', 'bench-'));
const folder = await mkdtemp(path.join(tmpdir(), 'bench-scale-'));
try {
  const simulator = await compileSimulator(outDir);
  const idle = await idlePeakMb(folder);
  console.log(
    `Node ${spawnSync(nodePath, ['--version'], { encoding: 'utf8' }).stdout.trim()}, ${cpus().length} cores; Node that does nothing: ${idle === undefined ? 'not measured' : `${idle.toFixed(0)} MB`}\n`,
  );
  // Looks more often than the default would: more of them to be measured.
  const wide = { script: wideScript(), folder, inputs: { poll_interval: '1s' } };
  const compressed = await follow(simulator, wide);
  printWide(compressed);
  printBytes(compressed, 'compressed by the front');
  printBytes(await follow(simulator, { ...wide, compression: 'none' }), 'not compressed');
  const log = longLog(logMb * 1e6);
  printLog(await follow(simulator, { script: longLogScript(), folder, log }), {
    title: `The last 50 lines of a log of ${logMb} MB`,
    line: /last 50 lines of/,
  });
  printLog(await follow(simulator, { script: longLogScript(), folder, log, inputs: { logs: 'all' } }), {
    title: `The same log with logs: all, which shows its first 4 MiB`,
    line: /too long to be shown in full/,
  });
} finally {
  await rm(outDir, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}
