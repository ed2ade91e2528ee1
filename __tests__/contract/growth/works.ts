import { configDocumentsIn } from '../../../src/ci-rules/document.js';
import { readMergedConfig } from '../../../src/ci-rules/config.js';
import { readConfigFile } from '../../../src/ci-rules/config-file.js';
import { cleanLine, nearestName } from '../../../src/base/text.js';
import { readJson } from '../../../src/base/document.js';
import {
  readBridges,
  readJobs,
  readTestReport,
  readTestTotals,
} from '../../../src/gitlab/schemas/schemas.js';
import { readRefusal } from '../../../src/gitlab/responses/error-body.js';
import { pageTexts } from '../../../src/http/response-body.js';
import { parseKeyValueLines } from '../../../src/inputs/variables.js';
import { parseYaml } from '../../../src/inputs/documents.js';
import { createRedaction } from '../../../src/hosts/redaction/redaction.js';
import { failedTests } from '../../../src/report/summary/failed-tests.js';
import { plainText } from '../../../src/report/markdown.js';
import { junitXml } from '../../../src/report/junit-xml.js';
import { testsOutput } from '../../../src/report/tests-output.js';
import { findJobs } from '../../../src/results/find-job.js';
import { assignFolders, folderNameOf } from '../../../src/results/artifacts/job-folders.js';
import { pathMatcher } from '../../../src/results/artifacts/plan.js';
import { readValues } from '../../../src/results/read-values.js';
import { mergeValues } from '../../../src/results/fetch-values.js';
import { changesBetween } from '../../../src/follow/changes.js';
import { rowsByStage } from '../../../src/model/snapshot.js';
import { readRotationMark } from '../../../src/tokens/rotation-plan.js';
import type { Work } from '../../support/counting/counting-process.js';
import {
  cases,
  jobs,
  knowing,
  line,
  logOf,
  nodeOf,
  secretsOf,
  testsOf,
  times,
  token,
  treeOf,
  unpacked,
} from './pieces.js';

const same = (text: string): string => text;

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
    assignFolders(
      jobs(n / 10, () => 'same').map(({ job }) => ({ path: [], job })),
      same,
    ),
  'folders for jobs': (n) =>
    assignFolders(
      jobs(n / 10, (index) => `job ${index}`).map(({ job }) => ({ path: ['a'], job })),
      same,
    ),
  'the folder of a job': (n) => folderNameOf(`x${times(n, ' .')}x`, same),
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
  'cases in JUnit': (n) => junitXml({ counts: { seconds: 1 } as never, all: cases(n / 10) }, same),
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

/** A text with so many pieces, in which a token is looked for. */
const redacted: Readonly<Record<string, (pieces: number) => string>> = {
  'pieces of a token in a text': (n) => times(n, '5f0c1d2e3b'),
  'beginnings of a token, cut off': (n) => times(n / 4, `${token.slice(0, 14)}…`),
  'ends of a token, cut off': (n) => times(n / 4, `…${token.slice(-14)}`),
  'whole tokens in a text': (n) => times(n / 10, token, ' '),
  'a token on many lines': (n) => times(n / 4, '5f0c\n1d2e\u200b3b'),
  'entities in a text': (n) => times(n / 4, '&#0053;'),
  'entities in entities': (n) => `&${times(n, 'amp;')}#53;`,
  'zeros of an entity': (n) => `&#${times(n, '0')}53;`,
  'what looks like entities': (n) => times(n, '&#x'),
  'backslashes in a text': (n) => `${times(n, '\\')}u0035`,
  'escapes in a text': (n) => times(n / 4, '\\x35\\u{66}\\60'),
  'braces of an escape': (n) => times(n / 4, '\\u{35 66'),
  'percent signs in a text': (n) => `%${times(n, '25')}35${times(n, '%35')}`,
  'quoted-printable in a text': (n) => times(n, '=35'),
  'bytes in a text': (n) => times(n, '53, '),
  'octal bytes in a text': (n) => times(n / 4, '065 '),
  'zero bytes in a text': (n) => times(n / 4, '5\\0^@'),
  'pieces of a token in UTF-16': (n) =>
    times(n / 40, Buffer.from(token, 'utf16le').toString('base64').slice(4, 44)),
  'marks of a cut': (n) => times(n / 4, '…'),
  'beginnings of a token': (n) => times(n / 4, `${token.slice(0, 10)}…`),
  'ends of a token': (n) => times(n / 4, `…${token.slice(-6)}`),
  'colors in a text': (n) => times(n / 4, '\u001b[0m'),
  'escapes in escapes': (n) => times(n / 4, '%2525'),
  'beginnings of entities': (n) => times(n / 4, '&#'),
  'letters of bytes': (n) => times(n / 4, 'ab:'),
  'pieces of a token': (n) => times(n / 4, token.slice(6, 14)),
};

const mapped = <T>(
  all: Readonly<Record<string, T>>,
  workOf: (one: T) => Work,
): Readonly<Record<string, Work>> =>
  Object.fromEntries(Object.entries(all).map(([name, one]) => [name, workOf(one)]));

export const works: Readonly<Record<string, Work>> = {
  ...mapped(readers, (read) => (pieces) => () => read(pieces)),
  ...mapped(redacted, (textOf) => (pieces) => {
    const [text, redaction] = [textOf(pieces), knowing()];
    return () => redaction.apply(text);
  }),
  'a line, and so many known secrets': (pieces) => {
    const redaction = secretsOf(pieces);
    return () => redaction.apply('the line of a log, with a token and an address in it: no secret at all');
  },
  'names that grow, and what is like them': (length) => () =>
    nearestName('x'.repeat(length), ['y'.repeat(length)]),
};
