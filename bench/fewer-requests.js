// @ts-check
// What would polls of a pipeline take if they asked otherwise: with one GraphQL request for the whole tree,
// or with scope[] for the jobs that have not succeeded? Follows pipelines as the product does, in virtual
// time and over no wire, and reckons beside each of its polls what the others would have asked for.
//
//   node bench/fewer-requests.js [children] [jobs each]        default: 20 100; a minute
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

/** @import * as Follows from '../src/follow/follow-pipeline.js' */
/** @import * as Clients from '../src/gitlab/client.js' */
/** @import * as Secrets from '../src/base/secret.js' */
/** @import * as GitLabs from '../src/simulator/gitlab/simulated-gitlab.js' */
/** @import * as Clocks from '../src/simulator/virtual-clock.js' */
/** @import { JobScript, PipelineScript } from '../src/simulator/gitlab/state/pipeline-script.js' */
/** @import { Scenario } from '../src/simulator/gitlab/state/scenario.js' */
/** @typedef {typeof Follows & typeof Clients & typeof Secrets & typeof GitLabs & typeof Clocks} Ours */
/** @typedef {Readonly<Record<string, unknown>>} Entity */
/** @typedef {{ pipeline: Entity, jobs: Entity[], bridges: Entity[], below: Tree[] }} Tree */
/** @typedef {{ target: string, body: Buffer }} Exchange */
/**
 * One poll as it was, and the tree that it could have seen.
 * @typedef {{ asked: Exchange[], tree: Tree }} Poll
 */
/** @typedef {{ requests: number, bytes: number, zipped: number }} Cost */

const root = path.dirname(import.meta.dirname);
const children = Number(process.argv[2] ?? '20');
const jobsEach = Number(process.argv[3] ?? '100');
const page = 100;
const token = 'glptt-bench-0123456789';
const accessToken = 'glpat-bench-0123456789';
const project = '/api/v4/projects/42';

/** The modules of the product, compiled for this run. @param {string} outDir @returns {Promise<Ours>} */
async function compileOurs(outDir) {
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [tsc, '-p', path.join(root, 'tsconfig.build.json'), '--noCheck', '--outDir', outDir];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`tsc failed:\n${stdout}`);
  const ours = /** @type {Ours} */ ({});
  const files = [
    'follow/follow-pipeline',
    'gitlab/client',
    'base/secret',
    'simulator/gitlab/simulated-gitlab',
    'simulator/virtual-clock',
    // Virtual time does not wait for a module that is read from disk: what is loaded late is loaded before.
    'gitlab/schemas/schemas',
  ];
  for (const file of files) {
    /** @type {unknown} */
    const loaded = await import(pathToFileURL(path.join(outDir, `${file}.js`)).href);
    Object.assign(ours, loaded);
  }
  return ours;
}

/**
 * Jobs in three stages that end one by one, over some ten minutes.
 * @param {number} count @returns {PipelineScript}
 */
function jobsScript(count) {
  return {
    stages: ['build', 'test', 'deploy'],
    jobs: Array.from({ length: count }, (_, index) => {
      /** @type {JobScript} */
      const job = {
        name: `check of part ${index + 1}: [linux, amd64]`,
        stage: index % 10 < 2 ? 'build' : index % 10 < 8 ? 'test' : 'deploy',
        queuedMs: 2000 + ((index * 37) % 20_000),
        durationMs: 40_000 + ((index * 7919) % 150_000),
      };
      return index % 50 === 49 ? { ...job, result: 'failed', allowFailure: true } : job;
    }),
  };
}

/** @type {readonly [name: string, script: PipelineScript][]} */
const scripts = [
  ['12 jobs', jobsScript(12)],
  [
    `${children} child pipelines of ${jobsEach} jobs`,
    {
      stages: ['prepare', 'parts'],
      jobs: [{ name: 'prepare', stage: 'prepare', durationMs: 20_000 }],
      bridges: Array.from({ length: children }, (_, child) => ({
        name: `part ${child + 1}`,
        stage: 'parts',
        strategy: 'depend',
        downstream: { script: jobsScript(jobsEach) },
      })),
    },
  ],
  [`${children * jobsEach} jobs in one pipeline`, jobsScript(children * jobsEach)],
];

/** @param {PipelineScript} script @returns {Scenario} */
const scenarioOf = (script) => ({
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
});

/** @param {Buffer} body */
function parsed(body) {
  /** @type {unknown} */
  const value = JSON.parse(body.toString());
  return value;
}

/** Follows one pipeline to its end. @param {Ours} ours @param {PipelineScript} script */
async function follow(ours, script) {
  const clock = ours.createVirtualClock();
  const gitlab = new ours.SimulatedGitLab({ clock }, scenarioOf(script));
  /** @param {string} method @param {string} target @param {object} [sent] */
  const handle = (method, target, sent) =>
    gitlab.handle({
      method,
      target,
      headers: { 'private-token': accessToken, 'content-type': 'application/json' },
      body: Buffer.from(sent === undefined ? '' : JSON.stringify(sent)),
    });
  /** @param {string} target */
  const read = (target) => parsed(handle('GET', target).body);
  /** @param {string} target @returns {Entity[]} */
  const readAll = (target) => {
    /** @type {Entity[]} */
    const items = [];
    for (let number = 1; items.length === (number - 1) * page; number++) {
      items.push(.../** @type {Entity[]} */ (read(`${target}&per_page=${page}&page=${number}`)));
    }
    return items;
  };
  /** @param {number} id @returns {Tree} */
  const treeOf = (id) => {
    const below = `${project}/pipelines/${id}`;
    const bridges = readAll(`${below}/bridges?`);
    const ids = bridges.flatMap(({ downstream_pipeline: started }) =>
      started === null ? [] : [Number(/** @type {Entity} */ (started).id)],
    );
    const jobs = readAll(`${below}/jobs?include_retried=true`);
    return { pipeline: /** @type {Entity} */ (read(below)), jobs, bridges, below: ids.map(treeOf) };
  };

  const started = handle('POST', `${project}/trigger/pipeline`, { ref: 'main', token });
  const { id: pipelineId } = /** @type {{ id: number }} */ (parsed(started.body));
  /** @type {Poll[]} */
  const polls = [];
  let probes = 0;
  const client = ours.createGitLabClient(
    {
      clock,
      transport: {
        send: ({ method, url, headers, body = '' }) => {
          const target = url.pathname + url.search;
          const answer = gitlab.handle({ method, target, headers, body: Buffer.from(body) });
          if (target === '/api/graphql') probes += 1;
          else if (target === `${project}/pipelines/${pipelineId}`) {
            polls.push({ asked: [{ target, body: answer.body }], tree: treeOf(pipelineId) });
          } else if (/\/pipelines\/\d+/.test(target)) polls.at(-1)?.asked.push({ target, body: answer.body });
          return Promise.resolve(answer);
        },
      },
    },
    {
      connection: {
        apiUrl: new URL('https://gitlab.example.com/api/v4/'),
        requestTimeoutMs: 30_000,
        requestHeaders: [],
      },
      accessToken: new ours.Secret(accessToken),
    },
  );
  const following = ours.followPipeline(
    { gitlab: client, clock, random: () => 0.5 },
    {
      pipeline: { id: pipelineId, projectId: 42, status: 'created', ref: 'main', sha: '', webUrl: '' },
      request: {
        timeoutMs: 3_600_000,
        queueTimeoutMs: undefined,
        outageTimeoutMs: 300_000,
        pollInterval: 'auto',
        downstream: 'show',
        onManual: 'stop',
        accept: new Set(['success', 'warnings']),
        jobs: [],
        cancelOn: new Set(),
      },
      signal: new globalThis.AbortController().signal,
    },
  );
  const drain = async () => {
    for (;;) {
      const step = await following.next();
      if (step.done === true) return step.value;
    }
  };
  const { outcome } = await clock.run(drain());
  return { outcome, minutes: clock.nowMs() / 60_000, probes, polls };
}

/** @param {Cost[]} costs @returns {Cost} */
const sumOf = (costs) =>
  costs.reduce(
    (sum, { requests, bytes, zipped }) => ({
      requests: sum.requests + requests,
      bytes: sum.bytes + bytes,
      zipped: sum.zipped + zipped,
    }),
    { requests: 0, bytes: 0, zipped: 0 },
  );

/**
 * One answer, as the front of GitLab's packages hands it on.
 * @param {Buffer | string} body @returns {Cost}
 */
const answerOf = (body) => ({
  requests: 1,
  bytes: Buffer.byteLength(body),
  zipped: gzipSync(body, { level: 2 }).length,
});

/** As it is. @param {Poll} poll */
const restCost = ({ asked }) => sumOf(asked.map(({ body }) => answerOf(body)));

const endedStatuses = ['success', 'failed', 'canceled', 'skipped'];

/**
 * With `scope[]` for all statuses but `success`: what is missing from that list has succeeded. Lists in which
 * nothing moves any more are read whole: they are what the verdict is made of. @param {Poll} poll
 */
function scopedCost({ asked }) {
  const isJobs = (/** @type {Exchange} */ { target }) => target.includes('/jobs?');
  /** @type {Map<string, Entity[]>} */
  const lists = new Map();
  for (const { target, body } of asked.filter(isJobs)) {
    const [list = ''] = target.split('?');
    const items = /** @type {Entity[]} */ (parsed(body));
    lists.set(list, [...(lists.get(list) ?? []), ...items]);
  }
  const costs = [...lists.values()].map((items) => {
    const isOver = items.every(({ status }) => endedStatuses.includes(String(status)));
    return pagesCost(isOver ? items : items.filter(({ status }) => status !== 'success'));
  });
  return sumOf([...asked.filter((each) => !isJobs(each)).map(({ body }) => answerOf(body)), ...costs]);
}

/** @param {Entity[]} items */
function pagesCost(items) {
  const pages = Array.from({ length: Math.max(1, Math.ceil(items.length / page)) }, (_, index) =>
    JSON.stringify(items.slice(index * page, (index + 1) * page)),
  );
  return sumOf(pages.map(answerOf));
}

/**
 * A field of a query and how GitLab counts it: `resolver` has a resolver of its own, `list` is one that is a
 * connection too, of a hundred. `rebate` is what `pipeline(id:)` gets.
 *
 * @typedef {{ as?: 'resolver' | 'list', rebate?: number, fields?: Selection }} Field
 */
/** @typedef {{ readonly [name: string]: Field }} Selection */

/** @param {string} names @returns {Selection} */
const plain = (names) => Object.fromEntries(names.split(' ').map((name) => [name, {}]));

/**
 * GitLab's `app/graphql/types/base_field.rb` and `resolvers/base_resolver.rb`: each field is 1 and what is
 * below it; a connection with a resolver is doubled by a hundred entries, one without is not.
 * @param {Selection} selection @returns {number}
 */
function complexityOf(selection) {
  return Object.values(selection).reduce((sum, { as, rebate = 0, fields = {} }) => {
    const own = 1 + complexityOf(fields) - rebate;
    return sum + (as === 'list' ? 2 * own : own);
  }, 0);
}

/** Everything that the product's own picture of a job has, as far as GraphQL has it. */
const jobFields = {
  ...plain('id name status kind allowFailure createdAt startedAt finishedAt duration queuedDuration'),
  ...plain('coverage failureMessage webPath retried'),
  stage: { fields: plain('name') },
  downstreamPipeline: { fields: plain('id') },
  artifacts: { fields: { nodes: { fields: plain('name fileType size expireAt') } } },
};
/** What the verdict itself needs of a job, and nothing to show. */
const leanJobFields = plain('id name status kind allowFailure');
const pipelineFields = {
  ...plain('id iid name sha ref status source createdAt updatedAt startedAt finishedAt duration'),
  ...plain('queuedDuration coverage yamlErrorMessages path'),
  detailedStatus: { fields: plain('group') },
  project: { fields: plain('id fullPath') },
};

/** So many levels of pipelines. @param {Selection} job @param {number} levels @returns {Selection} */
function pipelineSelection(job, levels) {
  const below = levels > 1 ? pipelineSelection(job, levels - 1) : undefined;
  return {
    ...pipelineFields,
    jobs: {
      as: 'list',
      fields: { pageInfo: { fields: plain('hasNextPage endCursor') }, nodes: { fields: job } },
    },
    ...(below && {
      downstream: { fields: { pageInfo: { fields: plain('hasNextPage') }, nodes: { fields: below } } },
    }),
  };
}

/** @param {Selection} job @param {number} levels */
const scoreOf = (job, levels) =>
  complexityOf({
    project: {
      as: 'resolver',
      fields: { pipeline: { as: 'resolver', rebate: 10, fields: pipelineSelection(job, levels) } },
    },
  });

/** GraphQL allows one field to stand in itself once: a pipeline, its children and theirs. */
const levelsAtOnce = 3;

/** With GraphQL. @param {Poll} poll @param {boolean} isLast */
function graphqlCost({ asked, tree }, isLast) {
  /** @type {Tree[]} */
  const deeper = [];
  /** @type {Entity[][]} */
  const morePages = [];
  /** @param {Tree} node @param {number} level @returns {Entity} */
  const nodeOf = ({ pipeline, jobs, bridges, below }, level) => {
    const all = [
      ...jobs.map((job) => jobNode(job, 'Build')),
      ...bridges.map((bridge) => jobNode(bridge, 'Bridge')),
    ];
    for (let from = page; from < all.length; from += page) morePages.push(all.slice(from, from + page));
    const isBottom = level === levelsAtOnce;
    if (isBottom) deeper.push(...below);
    return {
      ...pipelineNode(pipeline),
      jobs: {
        pageInfo: { hasNextPage: all.length > page, endCursor: 'eyJpZCI6IjEyMzQ1Njc4OTAifQ' },
        nodes: all.slice(0, page),
      },
      ...(isBottom
        ? {}
        : {
            downstream: {
              pageInfo: { hasNextPage: below.length > page },
              nodes: below.map((each) => nodeOf(each, level + 1)),
            },
          }),
    };
  };
  const costs = [];
  for (const top of [tree])
    costs.push(answerOf(JSON.stringify({ data: { project: { pipeline: nodeOf(top, 1) } } })));
  while (deeper.length > 0) {
    const [next] = deeper.splice(0, 1);
    if (next !== undefined)
      costs.push(answerOf(JSON.stringify({ data: { project: { pipeline: nodeOf(next, 1) } } })));
  }
  costs.push(
    ...morePages.map((nodes) =>
      answerOf(JSON.stringify({ data: { project: { pipeline: { jobs: { nodes } } } } })),
    ),
  );
  if (isLast) costs.push(...confirmingCosts({ asked, tree }));
  return sumOf(costs);
}

/**
 * What only REST tells: that the pipeline has ended, and why its failed jobs did, by a list for each pipeline
 * that has any. @param {Poll} poll
 */
function confirmingCosts({ asked, tree }) {
  /** @param {Tree} node @returns {Entity[][]} */
  const failedOf = ({ jobs, below }) => [
    jobs.filter(({ status }) => status === 'failed'),
    ...below.flatMap(failedOf),
  ];
  return [
    ...asked.slice(0, 1).map(({ body }) => answerOf(body)),
    ...failedOf(tree)
      .filter((failed) => failed.length > 0)
      .map(pagesCost),
  ];
}

/** @param {unknown} url */
const pathOf = (url) => (typeof url === 'string' ? new URL(url).pathname : null);

/** @param {Entity} job @param {string} kind @returns {Entity} */
function jobNode(job, kind) {
  const started = /** @type {Entity | null | undefined} */ (job.downstream_pipeline);
  const artifacts = /** @type {Entity[] | undefined} */ (job.artifacts) ?? [];
  return {
    id: `gid://gitlab/Ci::${kind}/${String(job.id)}`,
    name: job.name,
    status: String(job.status).toUpperCase(),
    kind: kind.toUpperCase(),
    allowFailure: job.allow_failure,
    createdAt: job.created_at,
    startedAt: job.started_at,
    finishedAt: job.finished_at,
    duration: job.duration,
    queuedDuration: job.queued_duration,
    coverage: job.coverage,
    failureMessage: job.failure_reason ?? null,
    webPath: pathOf(job.web_url),
    retried: false,
    stage: { name: job.stage },
    downstreamPipeline: started ? { id: `gid://gitlab/Ci::Pipeline/${String(started.id)}` } : null,
    artifacts: {
      nodes: artifacts.map(({ filename, file_type: fileType, size }) => ({
        name: filename,
        fileType,
        size,
        expireAt: null,
      })),
    },
  };
}

/** @param {Entity} pipeline @returns {Entity} */
function pipelineNode(pipeline) {
  const status = String(pipeline.status);
  return {
    id: `gid://gitlab/Ci::Pipeline/${String(pipeline.id)}`,
    iid: String(pipeline.iid),
    name: pipeline.name,
    sha: pipeline.sha,
    ref: pipeline.ref,
    status: status.toUpperCase(),
    source: pipeline.source,
    createdAt: pipeline.created_at,
    updatedAt: pipeline.updated_at,
    startedAt: pipeline.started_at,
    finishedAt: pipeline.finished_at,
    duration: pipeline.duration,
    queuedDuration: pipeline.queued_duration,
    coverage: pipeline.coverage,
    yamlErrorMessages: pipeline.yaml_errors,
    path: pathOf(pipeline.web_url),
    detailedStatus: { group: status },
    project: { id: 'gid://gitlab/Project/42', fullPath: 'group/app' },
  };
}

/** @param {string[][]} rows */
function markdown([head = [], ...rows]) {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0), 4),
  );
  /** @param {string[]} row */
  const line = (row) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

await mkdir(path.join(root, 'out'), { recursive: true });
const outDir = await mkdtemp(path.join(root, 'out', 'bench-'));
process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
const ours = await compileOurs(outDir);
/** @type {string[][]} */
const table = [['', 'dearest poll', 'median', 'all polls', 'MB', 'MB gzip']];
for (const [name, script] of scripts) {
  const { outcome, minutes, probes, polls } = await follow(ours, script);
  console.log(
    `${name}: ${outcome} after ${minutes.toFixed(0)} minutes, ${polls.length} polls, ${probes} probes`,
  );
  /** @type {[string, (poll: Poll, isLast: boolean) => Cost][]} */
  const ways = [
    ['REST as it is', restCost],
    ['REST with scope[]', scopedCost],
    ['GraphQL', graphqlCost],
  ];
  for (const [way, costOf] of ways) {
    const costs = polls.map((poll, index) => costOf(poll, index === polls.length - 1));
    const counts = costs.map(({ requests }) => requests).toSorted((one, other) => one - other);
    const { requests, bytes, zipped } = sumOf(costs);
    table.push([
      `${name}: ${way}`,
      String(counts.at(-1)),
      String(counts[Math.floor(counts.length / 2)]),
      String(requests),
      (bytes / 1e6).toFixed(2),
      (zipped / 1e6).toFixed(2),
    ]);
  }
}
console.log(`\n${markdown(table)}\n`);
console.log('Complexity of the query (GitLab: 200 without a token, 250 with one), by levels of pipelines\n');
console.log(
  markdown([
    ['', '1', '2', '3'],
    ['with all that is shown', ...[1, 2, 3].map((levels) => String(scoreOf(jobFields, levels)))],
    ['with what decides only', ...[1, 2, 3].map((levels) => String(scoreOf(leanJobFields, levels)))],
  ]),
);
