import { describe, expect, test } from '@jest/globals';

import type {
  JobTokenDescription,
  ProjectDescription,
  Scenario,
} from '../../src/simulator/gitlab/scenario.js';
import { inputsFor, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { runAction } from './support/run-action.js';
import { withSimulator } from './support/with-simulator.js';

/** As GitLab 19 makes them: a JSON Web Token behind the prefix, some kilobytes of it. */
const longToken = `glcbt-eyJhbGciOiJSUzI1NiJ9.eyJ${'Zx8cVb2n'.repeat(900)}.${'c2lnbmF0dXJl'.repeat(40)}`;
const start = 'POST /api/v4/projects/group%2Fapp/trigger/pipeline';

interface JobRun {
  readonly job?: Partial<JobTokenDescription>;
  readonly project?: Partial<ProjectDescription>;
  readonly release?: Scenario['release'];
  readonly inputs?: Readonly<Record<string, string>>;
}

/** A job of the project 43 starts a pipeline of the private project 42, and waits for it. */
async function runInJob({ job, project, release, inputs }: JobRun): Promise<{
  readonly exitCode: number | undefined;
  readonly outcome: string | undefined;
  readonly log: string;
  readonly sent: readonly { readonly line: string; readonly headers: Readonly<Record<string, string>> }[];
}> {
  const token = job?.token ?? longToken;
  const scenario = oneProject(
    { ci: valid(quickScript('success')), jobTokenAllowlist: [43], ...project },
    { jobTokens: [{ token, user: 'dev', projectId: 43, job: 'running', ...job }], release },
  );
  return await withSimulator({ scenario, pace: 'of_who_follows' }, async ({ url, requests }) => {
    const result = await runAction({
      nodePath: process.execPath,
      with: { ...inputsFor(url), token, wait: 'true', ...inputs },
    });
    return {
      exitCode: result.exitCode,
      outcome: result.outputs.outcome,
      log: [...result.shownLines, ...result.annotations.map(({ message }) => message)].join('\n'),
      sent: requests.map(({ method, target, headers }) => ({ line: `${method} ${target}`, headers })),
    };
  });
}

describe('a job of GitLab without a second token', () => {
  test.each([
    { name: 'a short token', job: { token: tokens.job } },
    { name: 'a JSON Web Token of 8 kB', job: { token: longToken } },
    {
      name: 'a token that has both permissions and no other',
      job: { policies: ['read_pipelines', 'read_jobs'] },
    },
  ])('follows with $name', async ({ job }) => {
    const { exitCode, outcome, sent, log } = await runInJob({ job });

    expect({ exitCode, outcome }).toEqual({ exitCode: 0, outcome: 'success' });
    const reads = sent.filter(({ line }) => line.startsWith('GET'));
    const withToken = reads.filter(({ headers }) => headers['job-token'] === (job.token ?? longToken));
    expect(withToken.map(({ line }) => line)).toEqual(
      reads
        .map(({ line }) => line)
        .filter((line) => !line.includes('/test_report') && !line.includes('/trace')),
    );
    expect(sent.filter(({ headers }) => headers['private-token'] !== undefined)).toEqual([]);
    expect(sent.find(({ line }) => line === start)?.headers['job-token']).toBeUndefined();
    expect(log).not.toContain(job.token ?? longToken);
  });

  test.each([
    {
      name: 'GitLab does not know of it',
      run: { release: { jobTokenReads: 'jobs_only' } as const },
      want: ['404 Project Not Found', 'Job token permissions', '19.1', 'Or leave wait at false'],
    },
    {
      name: 'it lacks read_pipelines',
      run: { job: { policies: ['read_jobs'] } },
      want: ['read_pipelines in the target project', 'Job token permissions'],
    },
    {
      name: 'it lacks read_jobs',
      run: { job: { policies: ['read_pipelines'] } },
      want: ['the jobs of pipelines', 'read_jobs in the target project'],
    },
    {
      name: 'the project does not list the one of the job',
      run: { project: { jobTokenAllowlist: [] } },
      want: ['Authentication by CI/CD job token not allowed', 'to the allowlist of the target project'],
    },
    {
      name: 'its job has ended',
      run: { job: { job: 'finished' } as const },
      want: ['401 Unauthorized', 'Job token permissions'],
    },
  ])('starts nothing where $name', async ({ run, want }) => {
    const { exitCode, sent, log } = await runInJob(run);

    expect(exitCode).toBe(3);
    for (const words of ['Nothing was started', ...want]) expect(log).toContain(words);
    expect(sent.map(({ line }) => line)).not.toContain(start);
  });

  test.each([
    { name: 'lacks a permission', job: { policies: [] } },
    { name: 'lacks the one for jobs', job: { policies: ['read_pipelines'] } },
  ])('reads a public project as everybody does, where the token $name', async ({ job }) => {
    const { exitCode, outcome, sent } = await runInJob({ job, project: { visibility: 'public' } });

    expect({ exitCode, outcome }).toEqual({ exitCode: 0, outcome: 'success' });
    const jobReads = sent.filter(({ line }) => line.includes('/jobs?'));
    expect(jobReads.length).toBeGreaterThan(2);
    expect(jobReads.filter(({ headers }) => headers['job-token'] !== undefined)).toHaveLength(1);
  });

  test('reads with the access token where there is one, and with that alone', async () => {
    const { exitCode, sent } = await runInJob({ inputs: { access_token: tokens.readApi } });

    expect(exitCode).toBe(0);
    expect(sent.filter(({ headers }) => headers['job-token'] !== undefined)).toEqual([]);
  });
});
