import { describe, expect, test } from '@jest/globals';

import { jobPathLines } from '../../../src/inputs/job-lines.js';
import type { Job } from '../../../src/model/pipeline.js';
import { type JobTree, findJobs, lineNameOf } from '../../../src/results/find-job.js';

function job(id: number, name: string): { readonly job: Job } {
  return { job: { id, name, stage: 'test', status: 'success', allowFailure: false, webUrl: 'https://x' } };
}

const grandchild: JobTree = { pipeline: { id: 3, projectId: 44 }, jobs: [job(31, 'deep')], bridges: [] };
const child: JobTree = {
  pipeline: { id: 2, projectId: 43 },
  jobs: [job(21, 'unit'), job(22, 'only here'), job(23, 'part 1/2'), job(24, 'part 2/2')],
  bridges: [{ bridge: { name: 'more' }, downstream: grandchild }],
};
const tree: JobTree = {
  pipeline: { id: 1, projectId: 42 },
  jobs: [
    job(11, 'unit'),
    job(12, 'compile: [linux, 20]'),
    job(13, 'compile: [windows]'),
    job(14, 'test 1/3'),
    job(15, 'test 2/3'),
    job(16, 'a'),
    job(17, 'a:b'),
    job(18, 'down/unit'),
    job(19, 'exact'),
    job(20, 'exact: [x]'),
  ],
  bridges: [
    { bridge: { name: 'down' }, downstream: child },
    { bridge: { name: 'child' }, downstream: child },
    { bridge: { name: 'not: started' }, downstream: undefined },
  ],
};

function search(text: string) {
  const outcome = jobPathLines({ paths: 'optional' })(text);
  if (outcome.kind !== 'ok' || outcome.value[0] === undefined) throw new Error(JSON.stringify(outcome));
  const found = findJobs(outcome.value[0], tree);
  switch (found.kind) {
    case 'found':
      return [found.path, ...found.jobs.map((one) => `${one.projectId} ${lineNameOf(one)} ${one.job.id}`)];
    case 'ambiguous':
      return { ...found, jobs: found.jobs.map((one) => one.job.id) };
    case 'trigger_job':
    case 'unknown':
      return found;
  }
}

describe('the line of a job', () => {
  test.each([
    { give: 'unit', want: [undefined, '42 unit 11'] },
    { give: 'unit:out/a.env', want: ['out/a.env', '42 unit 11'] },
    { give: 'compile: [linux, 20]:bin', want: ['bin', '42 compile: [linux, 20] 12'] },
    { give: 'compile: [linux, 20]', want: [undefined, '42 compile: [linux, 20] 12'] },
    { give: 'a:b:c', want: ['c', '42 a:b 17'] },
    { give: 'a:c', want: ['c', '42 a 16'] },
    { give: 'test 1/3:x', want: ['x', '42 test 1/3 14'] },
    { give: 'child/unit:x', want: ['x', '43 child/unit 21'] },
    { give: 'child/more/deep', want: [undefined, '44 child/more/deep 31'] },
    { give: 'exact', want: [undefined, '42 exact 19'] },
  ])('matches one job: $give', ({ give, want }) => {
    expect(search(give)).toEqual(want);
  });

  test.each([
    { give: 'compile:bin', want: ['bin', '42 compile: [linux, 20] 12', '42 compile: [windows] 13'] },
    { give: 'test', want: [undefined, '42 test 1/3 14', '42 test 2/3 15'] },
    { give: 'child/part', want: [undefined, '43 child/part 1/2 23', '43 child/part 2/2 24'] },
  ])('matches all parallel parts by their shared name: $give', ({ give, want }) => {
    expect(search(give)).toEqual(want);
  });

  test('reports two jobs with one name', () => {
    expect(search('down/unit:x')).toEqual({ kind: 'ambiguous', name: 'down/unit', jobs: [18, 21] });
  });

  test('reports a trigger job, and what it started', () => {
    expect(search('child:x')).toEqual({
      kind: 'trigger_job',
      name: 'child',
      below: ['child/unit', 'child/only here', 'child/part 1/2', 'child/part 2/2', 'child/more/deep'],
    });
    expect(search('not: started')).toEqual({ kind: 'trigger_job', name: 'not: started', below: [] });
  });

  test.each([
    { give: 'unitt:x', near: ['unit'] },
    { give: 'Compile: [linux, 20]:x', near: ['compile: [linux, 20]'] },
    { give: 'only here', near: ['down/only here', 'child/only here'] },
    { give: 'nothing like that at all', near: [] },
  ])('matches none, and proposes similar ones: $give', ({ give, near }) => {
    expect(search(give)).toEqual({ kind: 'unknown', near });
  });
});
