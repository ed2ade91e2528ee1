import { describe, expect, test } from '@jest/globals';

import type {
  JobTokenDescription,
  ProjectDescription,
  Scenario,
} from '../../src/simulator/gitlab/state/scenario.js';
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
  ])('reads a public project as every user does, if the token $name', async ({ job }) => {
    const { exitCode, outcome, sent } = await runInJob({ job, project: { visibility: 'public' } });

    expect({ exitCode, outcome }).toEqual({ exitCode: 0, outcome: 'success' });
    const jobReads = sent.filter(({ line }) => line.includes('/jobs?'));
    expect(jobReads.length).toBeGreaterThan(2);
    expect(jobReads.filter(({ headers }) => headers['job-token'] !== undefined)).toHaveLength(1);
  });

  test('uses the access token if there is one, and only that', async () => {
    const { exitCode, sent } = await runInJob({ inputs: { access_token: tokens.readApi } });

    expect(exitCode).toBe(0);
    expect(sent.filter(({ headers }) => headers['job-token'] !== undefined)).toEqual([]);
  });
});

/** The job of the project 43 looks at a pipeline of 42 that has passed. */
async function waitInJob({
  job,
  release,
  inputs,
}: JobRun): Promise<Awaited<ReturnType<typeof runInJob>> & { readonly values: string | undefined }> {
  const artifacts = [
    { fileType: 'archive', filename: 'artifacts.zip', files: { 'build.env': 'TAG=1.4.2\n' } },
  ] as const;
  const script = { createdForMs: 0, jobs: [{ name: 'pack', durationMs: 100, artifacts }] };
  const scenario = oneProject(
    { jobTokenAllowlist: [43], pastPipelines: [{ ref: 'main', user: 'ada', startedAgoMs: 60_000, script }] },
    { jobTokens: [{ token: longToken, user: 'dev', projectId: 43, job: 'running', ...job }], release },
  );
  return await withSimulator({ scenario }, async ({ url, requests }) => {
    const result = await runAction({
      folder: 'wait',
      with: {
        gitlab_url: url,
        project_id: 'group/app',
        pipeline_id: '257',
        access_token: longToken,
        ...inputs,
      },
    });
    return {
      exitCode: result.exitCode,
      outcome: result.outputs.outcome,
      values: result.outputs.values,
      log: [...result.shownLines, ...result.annotations.map(({ message }) => message)].join('\n'),
      sent: requests.map(({ method, target, headers }) => ({ line: `${method} ${target}`, headers })),
    };
  });
}

describe('a job of GitLab that waits for a pipeline', () => {
  test('reads it, its values and its artifacts with its own token, in one header', async () => {
    const { exitCode, outcome, values, sent, log } = await waitInJob({
      inputs: { values_from: 'pack:build.env', artifacts: 'pack' },
    });

    expect([exitCode, outcome, values]).toEqual([0, 'success', '{"TAG":"1.4.2"}']);
    expect(log).toContain('artifacts of pack: 1 file, 10 bytes');
    const downloads = sent.filter(({ line }) => /\/jobs\/\d+\/artifacts/.test(line));
    expect(downloads.map(({ line }) => line.replace(/^.*\/jobs\/\d+/, ''))).toEqual(
      expect.arrayContaining(['/artifacts', '/artifacts/build.env']),
    );
    expect(downloads.map(({ headers }) => headers['job-token'])).toEqual(downloads.map(() => longToken));
    expect(sent.filter(({ headers }) => headers['private-token'] !== undefined)).toEqual([]);
    expect(sent.filter(({ line }) => line.includes('eyJ') || line.includes('job_token'))).toEqual([]);
    expect(log).not.toContain(longToken);
  });

  test.each([
    { name: 'in an older GitLab', run: { release: '18.2' } as const },
    { name: 'in a much older GitLab', run: { release: '16.11' } as const },
    { name: 'without the permission', run: { job: { policies: ['read_jobs'] } } },
    { name: 'after its end', run: { job: { job: 'finished' } as const } },
  ])('reports what is missing $name', async ({ run }) => {
    const { exitCode, outcome, log } = await waitInJob(run);

    expect([exitCode, outcome]).toEqual([3, undefined]);
    expect(log).toContain('Job token permissions');
  });
});
