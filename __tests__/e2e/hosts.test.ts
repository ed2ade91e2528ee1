import { describe, expect } from '@jest/globals';

import { hostSpecimens, type HostSpecimen } from '../contract/support/hosts/host-specimens.js';
import { leaksIn } from '../leak/support/secret-search.js';
import {
  endlessScript,
  inputsFor,
  mainSha,
  oneProject,
  quickScript,
  tokens,
  valid,
} from '../support/one-project.js';
import type { CommandRequest } from './support/run-command.js';
import { runOnHost, type HostRunResult } from './support/run-on-host.js';
import { endlessRequests } from './support/stopping.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { requestLines, withSimulator } from './support/with-simulator.js';

interface Told extends HostRunResult {
  readonly requests: readonly string[];
}

interface Story {
  readonly name: string;
  readonly words: readonly string[];
  readonly scenario?: ReturnType<typeof oneProject>;
  readonly stop?: 'when_running';
  /** Starts a process of its own with this Node. */
  readonly nodePath?: string;
  /** What the programs of the CI do. */
  readonly program?: string;
  readonly exitCode: number;
  /** What a later step sees of it, whatever the CI. */
  readonly outputs: Readonly<Record<string, string>>;
}

const pipeline = {
  pipeline_id: '257',
  web_url: 'https://gitlab.example.com/group/app/-/pipelines/257',
  pipeline_iid: '1',
  project_id: '42',
  ref: 'main',
  sha: mainSha,
};

const stories: readonly Story[] = [
  {
    name: 'only starts',
    words: [],
    nodePath: process.execPath,
    exitCode: 0,
    outputs: { ...pipeline, outcome: 'triggered', status: 'created' },
  },
  {
    name: 'waits and passes',
    words: ['--wait'],
    exitCode: 0,
    outputs: { ...pipeline, outcome: 'success', status: 'success' },
  },
  {
    name: 'waits and fails',
    words: ['--wait'],
    scenario: oneProject({ ci: valid(quickScript('failed')) }),
    exitCode: 1,
    outputs: { ...pipeline, outcome: 'failed', status: 'failed' },
  },
  {
    name: 'is stopped',
    words: ['--wait'],
    scenario: oneProject({ ci: valid(endlessScript) }),
    stop: 'when_running',
    exitCode: 143,
    outputs: { ...pipeline, outcome: 'aborted', status: 'canceled' },
  },
];

async function tell(
  specimen: HostSpecimen,
  {
    words,
    scenario = oneProject(),
    stop,
    program,
    nodePath,
  }: Pick<Story, 'words' | 'scenario' | 'stop' | 'program' | 'nodePath'>,
): Promise<Told> {
  return await withSimulator({ scenario }, async ({ url, requests }) => {
    const { project_id: project = '', ref = '' } = inputsFor(url);
    const result = await runOnHost({
      specimen,
      nodePath,
      ...(program === undefined ? {} : { program }),
      words: ['run', '--gitlab-url', url, '--project-id', project, '--ref', ref, ...words],
      environment: { GITLAB_TRIGGER_TOKEN: tokens.trigger, GITLAB_TRIGGER_ACCESS_TOKEN: tokens.api },
      onOutput: stop === undefined ? undefined : stopsOnce(/soak +running/),
    });
    return { ...result, requests: requestLines(requests) };
  });
}

function stopsOnce(pattern: RegExp): NonNullable<CommandRequest['onOutput']> {
  let seen = '';
  let isStopped = false;
  return (text, stop) => {
    seen += text;
    if (isStopped || !pattern.test(seen)) return;
    isStopped = true;
    stop('SIGTERM');
  };
}

describe('a step', () => {
  const test = testsAtOnce();
  for (const specimen of hostSpecimens) {
    for (const story of stories) {
      test(`on ${specimen.id} ${story.name}`, async () => {
        const details = await tell(specimen, story);
        const { exitCode, stderr, outputs, shownLines, requests } = details;
        expect([exitCode, stderr]).toEqual([story.exitCode, '']);
        expect(outputs).toEqual(specimen.carries === 'nothing' ? {} : expect.objectContaining(story.outputs));
        expect(shownLines.join('\n')).toContain(`Pipeline 257 (#1) ${pipeline.web_url}`);
        expect(requests.filter((line) => line.endsWith('/trigger/pipeline')).length).toBe(1);
        expect(requests.includes('POST /api/v4/projects/42/pipelines/257/cancel')).toBe(
          story.stop !== undefined,
        );
        expect(leaksOf(details)).toEqual([]);
      });
    }
  }

  test('on buildkite whose agent hangs ends in time when it is stopped', async () => {
    const details = await tell(specimenOf('buildkite'), {
      words: ['--wait', '--request-timeout', endlessRequests],
      scenario: oneProject({ ci: valid(endlessScript) }),
      stop: 'when_running',
      program: '#!/bin/sh\nexec sleep 180\n',
    });
    const isCanceled = details.requests.some((request) => /^POST .*\/cancel/.test(request));
    expect([details.exitCode, isCanceled]).toEqual([143, true]);
    const failure = details.shownLines.filter((line) =>
      line.startsWith('Warning: buildkite-agent took longer than 4 s: '),
    );
    expect(failure.length).toBe(1);
    // That the program is given up after four seconds, it says itself; who waits for its end outlasts the
    // time limit of this test.
  });

  for (const id of ['drone', 'harness', 'woodpecker'] as const) {
    test(`on ${id} as a plugin gets its inputs from its settings`, async () => {
      await withSimulator({ scenario: oneProject() }, async ({ url, requests }) => {
        const { project_id: project = '', ref = '', token = '' } = inputsFor(url);
        const { exitCode, shownLines } = await runOnHost({
          specimen: specimenOf(id),
          words: ['run'],
          environment: {
            PLUGIN_GITLAB_URL: url,
            PLUGIN_PROJECT_ID: project,
            PLUGIN_REF: ref,
            PLUGIN_TOKEN: token,
            PLUGIN_VARIABLES: '{"DEPLOY_ENV":"staging","COUNT":"2"}',
            // Whoever may start a build may set these; the settings are written in the step.
            GITLAB_TRIGGER_GITLAB_URL: 'http://127.0.0.1:9',
            GITLAB_TRIGGER_PROJECT_ID: 'group/theirs',
            GITLAB_TRIGGER_VARIABLES: 'DEPLOY_ENV=production',
          },
        });
        expect([exitCode, shownLines.join('\n')]).toEqual([0, expect.not.stringContaining(token)]);
        const variables = requests.map(({ body }) => (JSON.parse(body) as { variables: unknown }).variables);
        expect(variables).toEqual([{ DEPLOY_ENV: 'staging', COUNT: '2' }]);
      });
    });
  }

  for (const [id, script] of [
    ['drone', 'DRONE_SCRIPT'],
    ['woodpecker', 'CI_SCRIPT'],
  ] as const) {
    test(`on ${id} with commands ignores settings that another user provides`, async () => {
      await withSimulator({ scenario: oneProject() }, async ({ url, requests }) => {
        const { project_id: project = '', ref = '', token = '' } = inputsFor(url);
        const { exitCode } = await runOnHost({
          specimen: specimenOf(id),
          words: ['run'],
          environment: {
            [script]: 'gitlab-trigger run',
            GITLAB_TRIGGER_GITLAB_URL: url,
            GITLAB_TRIGGER_PROJECT_ID: project,
            GITLAB_TRIGGER_REF: ref,
            GITLAB_TRIGGER_TOKEN: token,
            PLUGIN_GITLAB_URL: 'http://127.0.0.1:9',
          },
        });
        expect([exitCode, requests.length > 0]).toEqual([0, true]);
      });
    });
  }

  test('on gitlab-ci gets hints about what this GitLab provides for missing inputs', async () => {
    const { exitCode, shownLines } = await runOnHost({
      specimen: specimenOf('gitlab-ci'),
      words: ['run', '--project-id', 'group/app', '--ref', 'main'],
    });
    expect([exitCode, shownLines[0], shownLines[1]]).toEqual([
      2,
      expect.stringContaining('This job runs on https://gitlab.example.org'),
      expect.stringContaining('GITLAB_TRIGGER_TOKEN="$CI_JOB_TOKEN"'),
    ]);
  });

  test('on jenkins that is refused leaves nothing of an earlier build', async () => {
    const specimen = specimenOf('jenkins');
    const { exitCode, files } = await runOnHost({ specimen, words: ['run', '--ref', 'main'] });
    expect([exitCode, files]).toEqual([2, { 'gitlab-trigger.properties': '' }]);
  });
});

function specimenOf(id: HostSpecimen['id']): HostSpecimen {
  const specimen = hostSpecimens.find((other) => other.id === id);
  if (specimen === undefined) throw new Error(`no specimen of ${id}`);
  return specimen;
}

/** Where a secret is that has not been told to the CI for being hidden. */
function leaksOf({ stdout, stderr, files, outputs, summary, programs }: HostRunResult): unknown {
  const maskCommand = /^(?:::add-mask::|##vso\[task\.setsecret\])/;
  const isMask = (words: readonly string[]): boolean => words[0] === 'redactor';
  return leaksIn(
    {
      stdout: stdout
        .split('\n')
        .filter((line) => !maskCommand.test(line))
        .join('\n'),
      stderr,
      outputs: JSON.stringify(outputs),
      summary: summary ?? '',
      words: JSON.stringify(programs.map(({ words }) => words)),
      inputs: JSON.stringify(programs.filter(({ words }) => !isMask(words)).map(({ input }) => input)),
      ...files,
    },
    { trigger: tokens.trigger, api: tokens.api },
  );
}
