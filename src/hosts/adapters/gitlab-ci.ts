import { cleanLine, hostCommands } from '../../base/text.js';
import type { CallerContext } from '../../model/caller-context.js';
import { attemptOf } from '../attempts.js';
import { type ReadVariable, consoleHost } from '../console-host.js';
import { fullRef, pullRequestNumber } from '../context-text.js';
import type { Host, HostMeans, InputHint } from '../host.js';
import { wedge, withoutRisk } from '../neutralize.js';
import { environmentName, lineOf, ownFile } from '../output-files.js';

// GitLab CI/CD, from which a job can start pipelines in another GitLab, or in another project.
// https://docs.gitlab.com/ci/variables/predefined_variables/
// https://docs.gitlab.com/ci/variables/dotenv_variables/#dotenv-file-requirements
// https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections

/**
 * A job of GitLab CI/CD. Outputs are in `gitlab-trigger.env` at the top of the working copy, for
 * `artifacts:reports:dotenv`. A canceled job gets SIGTERM and is killed later: after 10 minutes by the shell
 * executor, after some seconds by the docker and kubernetes executors.
 */
export function gitlabCiHost(means: HostMeans): Host {
  const { environment, clock, processId } = means;
  let sections = 0;
  return consoleHost(means, {
    name: 'GitLab CI',
    harmless: (line) => line.replaceAll(hostCommands.gitlabSection, `section_${wedge}`),
    group: (title, lines) => {
      const at = Math.floor(clock.epochMs() / 1_000);
      const name = `gitlab_trigger_${processId}_${(sections += 1)}`;
      return [
        `\u001b[0Ksection_start:${at}:${name}[collapsed=true]\r\u001b[0K${title}`,
        ...lines,
        `\u001b[0Ksection_end:${at}:${name}\r\u001b[0K`,
      ];
    },
    debug: (lines) => (environment.CI_DEBUG_TRACE === 'true' ? lines : []),
    outputs: [
      ownFile(means, {
        path: `${environment.CI_PROJECT_DIR ?? '.'}/gitlab-trigger.env`,
        audience: 'whoever_may_see_the_build',
        line: dotenvLine,
        // GitLab rejects a file of five kilobytes or more. A self-managed instance accepts 20 variables by
        // default.
        limits: { totalBytes: 5_119, entries: 20 },
      }),
    ],
    context: contextOf,
    hints: hintsOf,
  });
}

/** GitLab expands `$NAME` in a value when a later job starts. */
function dotenvLine(name: string, value: string): string | undefined {
  const text = withoutRisk(value, /\$/g);
  return text === undefined ? undefined : lineOf('dotenv')(environmentName(name), text);
}

function contextOf(read: ReadVariable): Omit<CallerContext, 'ci'> {
  return {
    repository: read('CI_PROJECT_PATH'),
    sha: read('CI_COMMIT_SHA'),
    ref:
      read('CI_MERGE_REQUEST_REF_PATH') ??
      fullRef({ tag: read('CI_COMMIT_TAG'), branch: read('CI_COMMIT_BRANCH') }),
    refName: read('CI_COMMIT_REF_NAME'),
    actor: read('GITLAB_USER_LOGIN'),
    event: read('CI_PIPELINE_SOURCE'),
    workflow: read('CI_CONFIG_PATH'),
    job: read('CI_JOB_NAME'),
    runId: read('CI_PIPELINE_ID'),
    runUrl: read('CI_PIPELINE_URL'),
    attempt: attemptOf('gitlab-ci', read),
    pullRequest: mergeRequestOf(read),
  };
}

function mergeRequestOf(read: ReadVariable): CallerContext['pullRequest'] {
  const number = pullRequestNumber(read('CI_MERGE_REQUEST_IID'));
  if (number === undefined) return undefined;
  const projectUrl = read('CI_MERGE_REQUEST_PROJECT_URL');
  return {
    number,
    title: read('CI_MERGE_REQUEST_TITLE') ?? '',
    url: projectUrl && `${projectUrl}/-/merge_requests/${number}`,
    headRef: read('CI_MERGE_REQUEST_SOURCE_BRANCH_NAME'),
    headSha: read('CI_MERGE_REQUEST_SOURCE_BRANCH_SHA') ?? read('CI_COMMIT_SHA'),
    baseRef: read('CI_MERGE_REQUEST_TARGET_BRANCH_NAME'),
  };
}

function hintsOf(read: ReadVariable): readonly InputHint[] {
  const server = cleanLine(read('CI_SERVER_URL') ?? '', 200);
  const isElsewhere = server !== '' && server !== 'https://gitlab.com';
  return [
    ...(isElsewhere
      ? [
          {
            inputs: ['gitlab_url'],
            text: `gitlab_url was not given, so it is https://gitlab.com. This job runs on ${server}: for a project there, give --gitlab-url "$CI_SERVER_URL" (CI_API_V4_URL is that with /api/v4, which is not needed).`,
          },
        ]
      : []),
    {
      inputs: ['token', 'access_token'],
      text: 'token was not given. For a project on the same GitLab, this job has one: GITLAB_TRIGGER_TOKEN="$CI_JOB_TOKEN" starts pipelines as the user of this job, if that project allows it (Settings > CI/CD > Job token permissions).',
    },
  ];
}
