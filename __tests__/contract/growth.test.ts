import { afterAll, describe, expect, test } from '@jest/globals';

import { createOperationCounter } from '../support/operations.js';

const counter = createOperationCounter();
afterAll(() => counter.close());

// Loaded here, so that they are counted.
const { configDocumentsIn } = await import('../../src/ci-rules/document.js');
const { readMergedConfig } = await import('../../src/ci-rules/config.js');
const { readConfigFile } = await import('../../src/ci-rules/config-file.js');
const { cleanLine } = await import('../../src/base/text.js');
const { readJson } = await import('../../src/base/document.js');
const { createLogLines } = await import('../../src/logs/decode-lines.js');
const { readBridges, readJobs, readTestReport, readTestTotals } =
  await import('../../src/gitlab/schemas/schemas.js');
const { readRefusal } = await import('../../src/gitlab/responses/error-body.js');
const { pageTexts } = await import('../../src/http/response-body.js');
const { parseKeyValueLines } = await import('../../src/inputs/variables.js');
const { parseYaml } = await import('../../src/inputs/documents.js');
const { createRedaction } = await import('../../src/hosts/redaction/redaction.js');
const { failedTests } = await import('../../src/report/summary/failed-tests.js');
const { plainText } = await import('../../src/report/markdown.js');
const { junitXml } = await import('../../src/report/junit-xml.js');
const { testsOutput } = await import('../../src/report/tests-output.js');
const { fetchTests } = await import('../../src/results/fetch-tests.js');
const { findJobs } = await import('../../src/results/find-job.js');
const { assignFolders, folderNameOf } = await import('../../src/results/artifacts/job-folders.js');
const { pathMatcher } = await import('../../src/results/artifacts/plan.js');
const { planUnpacking } = await import('../../src/results/artifacts/unpack-plan.js');
const { readValues } = await import('../../src/results/read-values.js');
const { mergeValues } = await import('../../src/results/fetch-values.js');
const { changesBetween } = await import('../../src/follow/changes.js');
const { rowsByStage } = await import('../../src/model/snapshot.js');
const { readRotationMark } = await import('../../src/tokens/rotation-plan.js');

const times = (count: number, one: string | ((index: number) => string), between = ''): string =>
  Array.from({ length: count }, (_, index) => (typeof one === 'string' ? one : one(index))).join(between);

function jobs(count: number, name: (index: number) => string) {
  return Array.from({ length: count }, (_, id) => ({
    job: {
      id: id + 1,
      name: name(id),
      stage: 'test',
      status: 'success',
      allowFailure: false,
      webUrl: 'https://x',
    },
  }));
}

const line = (job: string) => ({ splits: [{ job, path: undefined }] });
const treeOf = (count: number, name: (index: number) => string) => ({
  pipeline: { id: 1, projectId: 1 },
  jobs: jobs(count, name),
  bridges: [],
});

const clock = { nowMs: () => 0, epochMs: () => 0, schedule: () => () => undefined };
const ok = <T>(value: T) => Promise.resolve({ kind: 'ok' as const, value, hints: {} });

/** Tests of so many jobs, a suite and a failed case each. */
function testsOf(count: number): unknown {
  const names = Array.from({ length: count }, (_, index) => `suite ${index}`);
  const counts = { total: 1, success: 0, failed: 1, skipped: 0, error: 0, seconds: 0 };
  const tree = {
    ...treeOf(count, (index) => `suite ${index}`),
    jobs: jobs(count, (index) => `suite ${index}`).map(({ job }) => ({
      job: { ...job, artifacts: [{ fileType: 'junit', filename: 'x', bytes: 1, fileFormat: 'gzip' }] },
    })),
  };
  const gitlab = {
    fetchTestSummary: () =>
      ok({ ...counts, suites: names.map((name, index) => ({ ...counts, name, jobIds: [index + 1] })) }),
    fetchTestReport: () =>
      ok({ suites: names.map((name) => ({ name, cases: [{ status: 'failed', name: 'a', seconds: 0 }] })) }),
  };
  const { signal } = new AbortController();
  return fetchTests(
    { gitlab, clock, random: () => 0, retryTimeoutMs: 1000 },
    { tree, cases: 'all' },
    signal,
  ).then((found) => {
    expect(found.failed).toHaveLength(count);
  });
}

const cases = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    status: 'failed',
    name: `case ${index}`,
    classname: 'C',
    seconds: 1,
    output: 'no',
    suite: `suite ${index % 7}`,
    path: [],
    file: 'src/a.ts',
  }));

function logOf(text: string): void {
  const lines = createLogLines(() => undefined);
  lines.push(Buffer.from(text));
  lines.end();
}

function entriesOf(count: number, name: (index: number) => string) {
  return Array.from({ length: count }, (_, index) => ({
    name: name(index),
    kind: 'file' as const,
    isExecutable: false,
    offset: index * 100,
    packedBytes: 1,
    bytes: 1,
    crc32: 0,
    packing: 'stored' as const,
  }));
}

const unpacked = (count: number, name: (index: number) => string): Promise<unknown> =>
  planUnpacking({
    entries: entriesOf(count, name),
    archiveBytes: 1e9,
    wants: pathMatcher('**/*'),
    naming: 'windows',
    signal: new AbortController().signal,
  });

/** A pipeline of so many jobs and as many trigger jobs, each in a stage of its own. */
function nodeOf(count: number) {
  const state = ({ job }: ReturnType<typeof jobs>[number]) => ({
    job: { ...job, stage: `stage ${job.id}`, status: 'running' },
    attempt: 1,
    earlier: [],
  });
  const bridges = jobs(count, (index) => `down ${index}`).map((one) => ({
    bridge: { ...state(one).job, id: 1_000_000 - one.job.id, stage: `down ${one.job.id}` },
    downstream: undefined,
  }));
  const pipeline = { id: 1, projectId: 1, status: 'running' };
  return {
    pipeline,
    jobs: jobs(count, (index) => `job ${index}`).map(state),
    bridges,
  } as never as Parameters<typeof rowsByStage>[0];
}

const token = 'glptt-5f0c1d2e3b4a59687786950a1b2c3d4e5f607182';

function knowing(): ReturnType<typeof createRedaction> {
  const redaction = createRedaction();
  redaction.add(token);
  return redaction;
}

/** Knows so many lines of a value that is masked. */
function secretsOf(count: number): ReturnType<typeof createRedaction> {
  const redaction = createRedaction();
  for (let index = 0; index < count; index += 1) redaction.add(`the line of a value ${index}`, 'mask_values');
  return redaction;
}

/** What is fed with so many pieces of somebody else's. */
const readers: Readonly<Record<string, (pieces: number) => unknown>> = {
  'the name of a job': (n) =>
    findJobs(
      line('x'),
      treeOf(1, () => times(n, ': [')),
    ),
  'the name of a job, almost a part': (n) =>
    findJobs(
      line('x'),
      treeOf(1, () => `a ${times(n, '1/')}2`),
    ),
  'the name of a job, digits': (n) =>
    findJobs(
      line('x'),
      treeOf(1, () => ` ${times(n, '1')}`),
    ),
  'jobs of a pipeline': (n) =>
    findJobs(
      line('job'),
      treeOf(n, (index) => `job ${index}/9`),
    ),
  'folders for jobs of one name': (n) =>
    assignFolders(jobs(n / 10, () => 'same').map(({ job }) => ({ path: [], job }))),
  'folders for jobs': (n) =>
    assignFolders(jobs(n / 10, (index) => `job ${index}`).map(({ job }) => ({ path: ['a'], job }))),
  'the folder of a job': (n) => folderNameOf(`x${times(n, ' .')}x`),
  'keys of a configuration': (n) => configDocumentsIn(times(n / 4, (index) => `k${index}: 1`, '\n')),
  'jobs of a configuration': (n) =>
    readMergedConfig(times(n / 10, (index) => `j${index}: { script: x }`, '\n')),
  'a list of a configuration': (n) => readConfigFile(`a: [${times(n / 4, 'x', ',')}]`),
  'names in a configuration': (n) =>
    configDocumentsIn(
      `${times(n / 20, (index) => `k${index}: &a${index} x`, '\n')}\nz: [${times(n / 20, (index) => `*a${index}`, ',')}]`,
    ),
  'one name in a configuration': (n) => configDocumentsIn(`a: &a x\nb: [${times(n / 10, '*a', ',')}]`),
  'tags in a configuration': (n) => configDocumentsIn(times(n / 20, (index) => `k${index}: !x y`, '\n')),
  'mistakes in a configuration': (n) => configDocumentsIn(times(n / 4, '}')),
  'documents in a configuration': (n) => configDocumentsIn(times(n / 20, 'a: 1', '\n---\n')),
  'variables in YAML': (n) => parseYaml(times(n / 10, (index) => `k${index}: 1`, '\n')),
  'variables in lines': (n) => parseKeyValueLines(times(n, (index) => `K${index}=1`, '\n')),
  'values in lines': (n) => readValues(Buffer.from(times(n, (index) => `K${index}=1`, '\n'))),
  'values in JSON': (n) => readValues(Buffer.from(`{${times(n / 2, (index) => `"K${index}":1`, ',')}}`)),
  'values of many files': (n) =>
    mergeValues([Array.from({ length: n }, (_, index) => ({ key: `K${index}`, value: '1', at: '' }))]),
  'a list in JSON': (n) => readJson(`[${times(n, '1', ',')}]`),
  'a text in JSON': (n) => readJson(`"${times(n, '\\n')}"`),
  'the description of a token, blanks': (n) => readRotationMark(`${times(n, ' ')}x (replaces 1)`),
  'the description of a token, marks': (n) => readRotationMark(`x${times(n / 10, ' (replaces 1)')}`),
  'the description of a token, almost marks': (n) => readRotationMark(`${times(n, '(replaces ')})`),
  'a line': (n) => cleanLine(times(n, '\u001b[')),
  'a page': (n) => pageTexts(times(n, '<')),
  'a refusal': (n) =>
    readRefusal({
      status: 400,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify({ message: { base: Array.from({ length: n }, () => 'no') } })),
    } as never),
  'a log of lines': (n) => logOf(times(n, 'x\n')),
  'a log of sections': (n) => logOf(times(n / 10, (index) => `section_start:1:a${index}\r\u001b[0K`)),
  'a log of carriage returns': (n) => logOf(times(n, 'x\r')),
  'a log of one line': (n) => logOf(times(n, 'x')),
  'a log of colors': (n) => logOf(times(n / 4, (index) => `\u001b[38;5;${index % 256}mx`)),
  'a log of an endless sequence': (n) => logOf(`\u001b[${times(n, '1;')}`),
  'a list of jobs': (n) =>
    readJobs(
      Array.from({ length: n / 40 }, (_, id) => ({
        id: id + 1,
        name: 'a',
        stage: 'b',
        status: 'c',
        web_url: 'https://x',
      })),
    ),
  'a list of trigger jobs': (n) =>
    readBridges(
      Array.from({ length: n / 40 }, (_, id) => ({
        id: id + 1,
        name: 'a',
        stage: 'b',
        status: 'c',
        web_url: 'https://x',
      })),
    ),
  'suites of a test report': (n) =>
    readTestTotals({
      total: {},
      test_suites: Array.from({ length: n / 40 }, (_, id) => ({ name: `s${id}` })),
    }),
  'cases of a test report': (n) =>
    readTestReport({
      test_suites: [
        { name: 'a', test_cases: Array.from({ length: n / 40 }, () => ({ status: 'failed', name: 'x' })) },
      ],
    }),
  'tests of many jobs': (n) => testsOf(n / 10),
  'failed cases in the report': (n) => failedTests(cases(n / 10), 100_000),
  'failed cases in the output': (n) =>
    testsOutput({
      counts: cases(0).length as never,
      suites: [],
      failed: cases(n / 10),
      unreadable: [],
    } as never),
  'cases in JUnit': (n) => junitXml({ counts: { seconds: 1 } as never, all: cases(n / 10) }),
  'paths of an archive': (n) => unpacked(n / 4, (index) => `a/b/${index}`),
  'deep paths of an archive': (n) =>
    unpacked(n / 40, (index) => `${index % 9}/${times(40, 'a', '/')}/${index}`),
  'one path of an archive, again and again': (n) => unpacked(n / 4, (index) => `a/${index}`),
  'a path against a pattern': (n) => pathMatcher('**/*x')(times(n / 4, 'a', '/')),
  'secrets in a text': (n) => {
    const redaction = createRedaction();
    redaction.add('glptt-0123456789abcdef');
    redaction.apply(`${times(n, 'glptt-')}…`);
  },
  'pieces of a token in a text': (n) => knowing().apply(times(n, '5f0c1d2e3b')),
  'beginnings of a token, cut off': (n) => knowing().apply(times(n / 4, `${token.slice(0, 14)}…`)),
  'ends of a token, cut off': (n) => knowing().apply(times(n / 4, `…${token.slice(-14)}`)),
  'whole tokens in a text': (n) => knowing().apply(times(n / 10, token, ' ')),
  'a token on many lines': (n) => knowing().apply(times(n / 4, '5f0c\n1d2e\u200b3b')),
  'entities in a text': (n) => knowing().apply(times(n / 4, '&#0053;')),
  'entities in entities': (n) => knowing().apply(`&${times(n, 'amp;')}#53;`),
  'zeros of an entity': (n) => knowing().apply(`&#${times(n, '0')}53;`),
  'what looks like entities': (n) => knowing().apply(times(n, '&#x')),
  'backslashes in a text': (n) => knowing().apply(`${times(n, '\\')}u0035`),
  'escapes in a text': (n) => knowing().apply(times(n / 4, '\\x35\\u{66}\\60')),
  'braces of an escape': (n) => knowing().apply(times(n / 4, '\\u{35 66')),
  'percent signs in a text': (n) => knowing().apply(`%${times(n, '25')}35${times(n, '%35')}`),
  'quoted-printable in a text': (n) => knowing().apply(times(n, '=35')),
  'bytes in a text': (n) => knowing().apply(times(n, '53, ')),
  'marks of a cut': (n) => knowing().apply(times(n / 4, '…')),
  'beginnings of a token': (n) => knowing().apply(times(n / 4, `${token.slice(0, 10)}…`)),
  'ends of a token': (n) => knowing().apply(times(n / 4, `…${token.slice(-6)}`)),
  'colors in a text': (n) => knowing().apply(times(n / 4, '\u001b[0m')),
  'escapes in escapes': (n) => knowing().apply(times(n / 4, '%2525')),
  'beginnings of entities': (n) => knowing().apply(times(n / 4, '&#')),
  'letters of bytes': (n) => knowing().apply(times(n / 4, 'ab:')),
  'pieces of a token': (n) => knowing().apply(times(n / 4, token.slice(6, 14))),
  'secrets to be known': (n) => secretsOf(n / 20),
  'secrets that begin alike, and a text that does so': (n) =>
    secretsOf(n / 200).apply(times(n / 4, 'the line of a value …')),
  'stages of a pipeline': (n) => rowsByStage(nodeOf(n / 10)),
  'changes of a pipeline': (n) => {
    const snapshot = { root: nodeOf(n / 10), unreadable: [] } as never;
    changesBetween(snapshot, { root: nodeOf(n / 10), unreadable: [] }, 1);
  },
  'a text of the report': (n) => plainText(times(n, '<')),
};

describe('the number of operations grows linearly with the pieces:', () => {
  test.each(Object.entries(readers))(
    '%s',
    async (_name, read) => {
      await read(10_000);
      const counts: number[] = [];
      for (const pieces of [10_000, 20_000, 40_000, 80_000])
        counts.push(await counter.count(() => read(pieces)));
      const growths = counts.slice(1).map((count, index) => count / (counts[index] ?? 1));
      // What does not read so far at all does not grow.
      expect({ counts, growths, isLinear: growths.every((growth) => growth < 2.4) }).toMatchObject({
        isLinear: true,
      });
      expect(counts[0]).toBeGreaterThan(0);
    },
    120_000,
  );
});

test('the cost of a line does not grow with the number of known secrets', async () => {
  const costOf = (redaction: ReturnType<typeof createRedaction>): Promise<number> =>
    counter.count(() =>
      redaction.apply('the line of a log, with a token and an address in it: no secret at all'),
    );
  const [few, many] = [secretsOf(20), secretsOf(2_000)];
  const [little, much] = [await costOf(few), await costOf(many)];
  // Some places look like the beginning of more of them.
  expect(much).toBeLessThan(3 * little);
});

test('the counter detects quadratic growth', async () => {
  const { nearestName } = await import('../../src/base/text.js');
  const countFor = (length: number): Promise<number> =>
    counter.count(() => nearestName('x'.repeat(length), ['y'.repeat(length)]));
  const [one, two] = [await countFor(200), await countFor(400)];
  expect(two / one).toBeGreaterThan(3.5);
});
