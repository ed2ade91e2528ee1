import { expect, test } from '@jest/globals';

import { Secret } from '../../../../src/base/secret.js';
import { azurePipelinesHost } from '../../../../src/hosts/adapters/azure-pipelines.js';
import { memoryMeans } from '../support/memory-means.js';

test('more than ten issues of a type become log lines, each colored', () => {
  const { means, record } = memoryMeans({});
  const { log } = azurePipelinesHost(means);
  for (let count = 1; count <= 11; count += 1) log.warning(`odd ${count}\nvery`);
  log.error('bad');
  expect(record.printed().split('\n').slice(9)).toEqual([
    '##vso[task.logissue type=warning]odd 10%0Avery',
    '##[warning]odd 11',
    '##[warning]very',
    '##vso[task.logissue type=error]bad',
    '',
  ]);
});

test('an annotation is shown at its line, whatever its name', () => {
  const { means, record } = memoryMeans({});
  const { log } = azurePipelinesHost(means);
  log.annotation?.({
    level: 'error',
    title: 'adds',
    message: '1 is not 2',
    file: 'a;b]\n##vso[x].ts',
    line: 7,
  });
  log.annotation?.({ level: 'warning', title: 'adds', message: 'slowly' });
  expect(record.printed()).toBe(
    '##vso[task.logissue type=error;sourcepath=a%3Bb%5D #\u200b#vso[x%5D.ts;linenumber=7]adds%0A1 is not 2\n' +
      '##vso[task.logissue type=warning]adds%0Aslowly\n',
  );
});

test('a secret of several lines is masked line by line, and is no output', () => {
  const { means, record } = memoryMeans({});
  const { masker, outputs } = azurePipelinesHost(means);
  masker.mask(new Secret('first-line\nsecond-line'));
  outputs.set('token', 'first-line\nsecond-line');
  const lines = record.printed().split('\n');
  expect(lines).toContain('##vso[task.setsecret]first-line');
  expect(lines).toContain('##vso[task.setsecret]second-line');
  expect(lines.filter((line) => line.includes('setvariable'))).toEqual([]);
  expect(lines.at(-2)).toContain('The output token was left out: it has line breaks');
});

test('a report without a folder for it is not shown', async () => {
  const { means } = memoryMeans({});
  expect(await azurePipelinesHost(means).summary.write('# One')).toBe(false);
});
