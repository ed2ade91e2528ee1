import { describe, expect, test } from '@jest/globals';

import { formatParts } from '../../../src/base/errors.js';
import type { Job } from '../../../src/model/pipeline.js';
import type { JobPathLine } from '../../../src/model/requests.js';
import { fetchValues, mergeValues } from '../../../src/results/fetch-values.js';

const job = {
  id: 7,
  name: 'pack',
  status: 'success',
  webUrl: 'https://gitlab.example.com/-/jobs/7',
  artifacts: [],
} as unknown as Job;
const missing = {
  kind: 'refused',
  refusal: { status: 404, speaker: 'gitlab', shape: 'message' },
} as unknown as never;

/** What is said of a line whose file GitLab does not have. */
async function saidOf(name: string, need: JobPathLine['need'], given: Partial<Job> = {}): Promise<string> {
  const [file] = await fetchValues(
    {
      clock: { epochMs: () => 0, nowMs: () => 0 } as never,
      random: () => 0,
      retryTimeoutMs: 0,
      gitlab: { fetchArtifactFile: () => Promise.resolve(missing) },
    },
    {
      lines: [{ text: `${name}:a.env`, need, splits: [{ job: name, path: 'a.env' }] }],
      tree: {
        pipeline: { id: 1, projectId: 42 },
        jobs: [{ job: { ...job, ...given } }],
        bridges: [{ bridge: { name: 'child' }, downstream: undefined }],
      },
      signal: new AbortController().signal,
    },
  );
  return file?.failure === undefined ? '' : formatParts(file.failure);
}

describe('a file that is not there', () => {
  test('is said to be missing, with the cure, and with the ? where that is one', async () => {
    expect(await saidOf('pak', 'required')).toBe(
      [
        'values_from: pak:a.env could not be read [result_job_not_found]',
        'Why: The pipeline has no job of that name.',
        'What to do: Did you mean pack? Give the name as GitLab shows it. If rules may leave the job out, put ? at the end of the line.',
      ].join('\n'),
    );
  });

  test.each([
    {
      name: 'pak',
      code: 'result_job_not_found',
      why: 'The pipeline has no job of that name.',
      hint: 'Did you mean pack? Give the name as GitLab shows it.',
    },
    {
      name: 'child',
      code: 'result_job_not_found',
      why: 'child is a trigger job, which has no artifacts of its own.',
      hint: 'Name a job of the pipeline that it starts: TRIGGER-JOB/JOB. None can be seen: check the input downstream, and that access_token may read that project.',
    },
    {
      name: 'pack',
      code: 'artifact_missing',
      why: 'The job left no artifacts behind; it has ended with the status success.',
      hint: 'Check artifacts:paths of the job. Open https://gitlab.example.com/-/jobs/7',
    },
    {
      name: 'pack',
      given: { artifacts: [{ fileType: 'dotenv' }] } as unknown as Partial<Job>,
      code: 'dotenv_report_only',
      why: 'The job has the file as a dotenv report only (artifacts:reports:dotenv), and no API of GitLab hands reports out.',
      hint: 'List the file under artifacts:paths of the job, too.',
    },
    {
      name: 'pack',
      given: { status: 'manual' },
      code: 'artifact_missing',
      why: 'The job has not ended: its status is manual.',
      hint: 'If the step waits for single jobs, add this one to the input jobs.',
    },
  ])('is allowed by a ?, and the log says so without advising one: $why', async (row) => {
    const { name, code, why, hint, given } = row;
    expect(await saidOf(name, 'optional', given)).toBe(
      [
        `values_from: ${name}:a.env is not there, and the ? at the end of its line allows that [${code}]`,
        `Why: ${why}`,
        `What to do: Nothing. If the file should be there: ${hint}`,
      ].join('\n'),
    );
  });
});

function entries(...pairs: readonly (readonly [string, string])[]) {
  return pairs.map(([key, value]) => ({ key, value, at: '' }));
}

test('the last value of a key wins, in a file and between files; keys stay in the order in which they came', () => {
  const files = [entries(['B', '1'], ['A', '2'], ['B', '3']), entries(['C', '4'], ['A', '5'])];
  expect(mergeValues(files)).toEqual({
    kind: 'merged',
    values: new Map([
      ['B', '3'],
      ['A', '5'],
      ['C', '4'],
    ]),
  });
});

test('names that every object has are keys like any other', () => {
  expect(mergeValues([entries(['__proto__', '1'], ['toString', '2'])])).toEqual({
    kind: 'merged',
    values: new Map([
      ['__proto__', '1'],
      ['toString', '2'],
    ]),
  });
});

test('keys that differ in case only conflict, whichever file they are in', () => {
  expect(mergeValues([entries(['Tag', '1']), entries(['TAG', '2'])])).toMatchObject({
    kind: 'clash',
    failure: { code: 'values_unfit', what: 'values_from: Tag and TAG differ only in case' },
  });
});
