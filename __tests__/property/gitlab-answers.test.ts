import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { GitLabClient } from '../../src/gitlab/client.js';
import { mostReadings } from '../../src/gitlab/paging.js';
import type { Reply } from '../../src/gitlab/responses/reply.js';
import { answeringClient, apiUrl, unfiniteIn } from './support/answering-client.js';
import { spoiledJson, spoiledMembers } from './support/foreign-json.js';
import {
  bridgeAnswer,
  jobAnswer,
  jobMust,
  jobsAnswer,
  pipelineAnswer,
  pipelineMust,
  projectAnswer,
  testSummaryAnswer,
  variablesAnswer,
} from './support/honest-answers.js';
import { anyWebUrl } from './support/any-web-url.js';

const project = { kind: 'id', id: 42 } as const;
const call = { project, pipelineId: 257 };
const { signal } = new AbortController();

/** What each call answers with when all is well. */
const calls: {
  readonly name: string;
  readonly honest: unknown;
  readonly ask: (client: GitLabClient) => Promise<Reply<unknown>>;
}[] = [
  { name: 'a pipeline', honest: pipelineAnswer, ask: (client) => client.fetchPipeline(call, signal) },
  {
    name: 'a canceled pipeline',
    honest: pipelineAnswer,
    ask: (client) => client.cancelPipeline(call, signal),
  },
  {
    name: 'pipelines',
    honest: [pipelineAnswer, { ...pipelineAnswer, id: 258 }],
    ask: (client) => client.listPipelines({ project, filters: {} }, signal),
  },
  { name: 'jobs', honest: jobsAnswer, ask: (client) => client.fetchJobs(call, signal) },
  {
    name: 'trigger jobs',
    honest: [bridgeAnswer(1, 300), bridgeAnswer(2, 301)],
    ask: (client) => client.fetchBridges(call, signal),
  },
  {
    name: 'a played job',
    honest: jobAnswer(1),
    ask: (client) => client.playJob({ project, jobId: 1 }, signal),
  },
  { name: 'variables', honest: variablesAnswer, ask: (client) => client.fetchVariables(call, signal) },
  {
    name: 'a test summary',
    honest: testSummaryAnswer,
    ask: (client) => client.fetchTestSummary(call, signal),
  },
  { name: 'a project', honest: projectAnswer, ask: (client) => client.fetchProject({ project }, signal) },
];

/** What everybody who uses an id, a status or an address relies on. */
function problemsOf(value: unknown, place = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => problemsOf(item, `${place}[${index}]`));
  if (Object.getPrototypeOf(value) !== Object.prototype) return [`${place}: another prototype`];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) => {
    const at = `${place}.${key}`;
    const isGood = /^(?:id|projectId|pipelineId)$/.test(key)
      ? Number.isSafeInteger(member) && Number(member) > 0
      : /^(?:status|name|stage|ref|sha)$/.test(key)
        ? member === undefined || (typeof member === 'string' && member !== '')
        : key === 'webUrl'
          ? typeof member === 'string' && /^https?:\/\/\S+$/.test(member)
          : true;
    return [...(isGood ? [] : [at]), ...problemsOf(member, at)];
  });
}

describe.each(calls)('a response with $name', ({ honest, ask }) => {
  test('that is valid is read', async () => {
    const reply = await ask(answeringClient(() => ({ body: JSON.stringify(honest) })));
    expect(reply.kind).toBe('ok');
  });

  test('that is damaged is read as far as it is valid, or is unreadable', async () => {
    await fc.assert(
      fc.asyncProperty(spoiledJson(honest), async (body) => {
        const reply = await ask(answeringClient(() => ({ body })));
        if (reply.kind === 'unreadable') {
          expect(reply.why).toMatch(/^.{1,700}$/);
          return;
        }
        if (reply.kind !== 'ok') throw new Error(`the reply is ${reply.kind}`);
        expect(problemsOf(reply.value)).toEqual([]);
        expect(unfiniteIn(reply.value)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('that is truncated is unreadable, wherever the cut is', async () => {
    const whole = JSON.stringify(honest);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
        const reply = await ask(answeringClient(() => ({ body: whole.slice(0, length) })));
        expect(reply.kind).toBe('unreadable');
      }),
      { numRuns: 60 },
    );
  });

  test('of any bytes, status and headers never makes the call throw', async () => {
    const headers = fc.dictionary(
      fc.constantFrom('content-type', 'location', 'date', 'retry-after', 'ratelimit-reset', 'x-request-id'),
      fc.oneof(
        fc.string(),
        fc.constantFrom('text/html', '/api/v4/x', 'https://gitlab.example.com/api/v4/y', '99999999999', '-1'),
      ),
    );
    const bodies = fc.oneof(
      fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)),
      fc.json().map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 100, max: 999 }), headers, bodies, async (status, given, body) => {
        const reply = await ask(answeringClient(() => ({ status, headers: given, body })));
        expect(['ok', 'refused', 'unreadable']).toContain(reply.kind);
        expect(unfiniteIn(reply)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the optional members of a pipeline and a job', () => {
  test.each([
    { name: 'pipeline', honest: pipelineAnswer, must: pipelineMust, ask: calls[0]?.ask },
    { name: 'job', honest: jobAnswer(1), must: jobMust, ask: calls[5]?.ask },
  ])('never keep a $name from being read', async ({ honest, must, ask }) => {
    const names = Object.keys(honest).filter((name) => !must.includes(name));
    const essential = ['id', 'projectId', 'status', 'ref', 'sha', 'webUrl', 'name', 'stage'].filter(
      (name) => !(name === 'name' && honest === pipelineAnswer),
    );
    const clean = await ask?.(answeringClient(() => ({ body: JSON.stringify(honest) })));
    await fc.assert(
      fc.asyncProperty(spoiledMembers(honest, names), async (body) => {
        const reply = await ask?.(answeringClient(() => ({ body })));
        expect(reply?.kind).toBe('ok');
        expect(pick(reply, essential)).toEqual(pick(clean, essential));
      }),
      { numRuns: 60 },
    );
  });
});

function pick(reply: Reply<unknown> | undefined, names: readonly string[]): unknown {
  const value = reply?.kind === 'ok' ? reply.value : undefined;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(names.map((name) => [name, Reflect.get(value, name) as unknown]));
}

/** The requests of each reading, which all begin with the same one. */
function readingsIn(hrefs: readonly string[]): readonly (readonly string[])[] {
  const starts = [...hrefs.keys()].filter((index) => hrefs[index] === hrefs[0]);
  return starts.map((start, reading) => hrefs.slice(start, starts[reading + 1]));
}

describe('the pages of a list', () => {
  test('end, and stay on the same server, whatever the headers say', async () => {
    const address = fc.oneof(
      anyWebUrl(['query']),
      fc
        .nat({ max: 20 })
        .map((page) => `https://other.example.com/api/v4/projects/42/pipelines/257/jobs?page=${page}`),
      fc.constantFrom(
        '..',
        '/api/v4/../../x',
        'https://x/api/v4//evil.test/',
        'https://x/api/v4/https://evil.test/',
      ),
      fc.string(),
    );
    const count = fc.oneof(
      fc.nat({ max: 30 }).map(String),
      fc.constantFrom('999999999', '-1', '1e9', '0', '', 'x'),
    );
    const headers = fc.record(
      {
        link: fc
          .tuple(address, fc.constantFrom('next', 'prev', 'first next', ''))
          .map(([target, rel]) => `<${target}>; rel="${rel}", <${target}>; rel=next`),
        'x-next-page': count,
        'x-total-pages': count,
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(headers, { minLength: 1, maxLength: 5 }), async (given) => {
        const urls: URL[] = [];
        const client = answeringClient(({ url }) => {
          urls.push(url);
          return { body: '[]', headers: given[(urls.length - 1) % given.length] ?? {} };
        });
        const reply = await client.fetchJobs(call, signal);
        // An empty page that was announced is a gap in the list.
        expect(reply).toMatchObject(
          reply.kind === 'unreadable'
            ? { why: expect.stringContaining('the list has gaps') }
            : { kind: 'ok' },
        );
        const readings = readingsIn(urls.map(({ href }) => href));
        expect(readings.length).toBeLessThanOrEqual(mostReadings);
        for (const hrefs of readings) {
          expect(hrefs.length).toBeLessThanOrEqual(200);
          expect(new Set(hrefs).size).toBe(hrefs.length);
        }
        expect(urls.filter(({ href }) => !href.startsWith(apiUrl.href))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a response about another pipeline', () => {
  test.each([
    { name: 'of another id', body: { ...pipelineAnswer, id: 258, status: 'success' } },
    { name: 'of another project', body: { ...pipelineAnswer, project_id: 43, status: 'success' } },
  ])('$name decides nothing', async ({ body }) => {
    const client = answeringClient(() => ({ body: JSON.stringify(body) }));
    const { id, project_id } = body;
    const reply = {
      kind: 'unreadable',
      status: 200,
      why: expect.stringContaining(`it is about pipeline ${id} of project ${project_id}`),
      hints: expect.anything(),
    };
    expect(await client.fetchPipeline(call, signal)).toEqual(reply);
    expect(await client.cancelPipeline(call, signal)).toEqual(reply);
  });
});
