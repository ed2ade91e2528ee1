import { hostCommands } from '../../base/text.js';
import type { CallerContext } from '../../model/caller-context.js';
import { attemptOf } from '../attempts.js';
import { type ReadVariable, sayOnce, consoleHost } from '../console-host.js';
import { fullRef, pullRequestNumber, repositoryIn } from '../context-text.js';
import type { Host, HostMeans } from '../host.js';
import { wedge } from '../neutralize.js';
import { type OutputCarrier, carrierTo } from '../outputs.js';
import { type RunInLane, programLanes } from '../programs.js';

// Buildkite.
// https://buildkite.com/docs/pipelines/configure/environment-variables
// https://buildkite.com/docs/agent/cli/reference/meta-data
// https://buildkite.com/docs/agent/cli/reference/annotate
// https://buildkite.com/docs/agent/cli/reference/redactor
// https://buildkite.com/docs/pipelines/configure/managing-log-output

/** The start of a line that starts a group; colors do not count. */
const groupLine = new RegExp(`^((?:\\u001b\\[[\\d;:]*m|\\s)*)(?=${hostCommands.buildkiteGroup.source})`);

/**
 * A step of Buildkite. An output is meta-data of the build: `gitlab-trigger:pipeline_id`, or
 * `gitlab-trigger:deploy:pipeline_id` if the step has the key `deploy`. A canceled job gets SIGTERM and is
 * killed nine seconds later. The agent's own programs run in a separate process group and can finish.
 */
export function buildkiteHost(means: HostMeans): Host {
  const { environment } = means;
  const warnOnce = sayOnce((text) => host.log.warning(text));
  const run = programLanes(means, (failure) =>
    warnOnce(
      `${failure}: Buildkite does not get all of what this step has for it. With --output-file PATH, the outputs are in a file.`,
    ),
  );
  const annotate = annotations(environment, run);
  const host: Host = consoleHost(means, {
    name: 'Buildkite',
    harmless: (line) => line.replace(groupLine, `$1${wedge}`),
    error: (lines) => {
      // Markdown in a code block is not interpreted.
      annotate({ about: 'error', style: 'error', markdown: lines.map((line) => `    ${line}\n`).join('') });
      return [`Error: ${lines[0] ?? ''}`, ...lines.slice(1)];
    },
    // Lines after a group belong to it until the next group starts.
    group: (title, lines) => [`--- ${title}`, ...lines, '+++ gitlab-trigger'],
    mask: redactor(run),
    outputs: [metaData(environment, run)],
    summary: (markdown) => annotate({ about: 'report', style: 'info', markdown }),
    context: contextOf,
  });
  return host;
}

function metaData({ BUILDKITE_STEP_KEY: key = '' }: HostMeans['environment'], run: RunInLane): OutputCarrier {
  const prefix = key === '' ? 'gitlab-trigger:' : `gitlab-trigger:${key}:`;
  return carrierTo({
    audience: 'whoever_may_see_the_build',
    limits: { entryBytes: 100_000 },
    send: async (input, { name }) => {
      // A value from an earlier attempt stays under this name.
      if (input.trim() === '') return 'the agent of Buildkite takes no empty value';
      return await run(name, {
        name: 'buildkite-agent',
        words: ['meta-data', 'set', `${prefix}${name}`],
        input,
      });
    },
  });
}

/**
 * Makes the agent hide masked texts in everything that the job prints later. Texts that arrive together are
 * passed on in one call.
 */
function redactor(run: RunInLane): (forms: readonly string[]) => void {
  let waiting: string[] = [];
  const hand = (): void => {
    const input = JSON.stringify(Object.fromEntries(waiting.map((form, index) => [`secret_${index}`, form])));
    void run('redactor', { name: 'buildkite-agent', words: ['redactor', 'add', '--format', 'json'], input });
    waiting = [];
  };
  return (forms) => {
    if (waiting.length === 0) void Promise.resolve().then(hand);
    waiting.push(...forms);
  };
}

interface BuildkiteAnnotation {
  readonly about: 'error' | 'report';
  readonly style: 'error' | 'info';
  readonly markdown: string;
}

function annotations(
  { BUILDKITE_JOB_ID: job = '' }: HostMeans['environment'],
  run: RunInLane,
): (annotation: BuildkiteAnnotation) => void {
  const begun = new Set<string>();
  return ({ about, style, markdown }) => {
    const context = `gitlab-trigger-${about}-${job}`;
    const words = ['annotate', '--context', context, '--style', style];
    // The first annotation replaces the one of an earlier call in the same job.
    void run(context, {
      name: 'buildkite-agent',
      words: begun.has(context) ? [...words, '--append'] : words,
      input: markdown,
    });
    begun.add(context);
  };
}

function contextOf(read: ReadVariable): Omit<CallerContext, 'ci'> {
  const branch = read('BUILDKITE_BRANCH');
  const tag = read('BUILDKITE_TAG');
  const retries = Number(read('BUILDKITE_RETRY_COUNT') ?? '0');
  const number = pullRequestNumber(read('BUILDKITE_PULL_REQUEST'));
  return {
    repository: repositoryIn(read('BUILDKITE_REPO')),
    // Before the agent has checked out the commit, this may be HEAD.
    sha: /^[0-9a-f]{40}$/.exec(read('BUILDKITE_COMMIT') ?? '')?.[0],
    ref: fullRef({ tag, branch }),
    refName: tag ?? branch,
    actor: read('BUILDKITE_BUILD_CREATOR'),
    event: read('BUILDKITE_SOURCE'),
    workflow: read('BUILDKITE_PIPELINE_SLUG'),
    job: read('BUILDKITE_STEP_KEY') ?? read('BUILDKITE_LABEL'),
    runId: read('BUILDKITE_BUILD_NUMBER'),
    runAttempt: Number.isSafeInteger(retries) ? String(retries + 1) : undefined,
    runUrl: read('BUILDKITE_BUILD_URL'),
    attempt: attemptOf('buildkite', read),
    pullRequest:
      number === undefined
        ? undefined
        : { number, title: '', headRef: branch, baseRef: read('BUILDKITE_PULL_REQUEST_BASE_BRANCH') },
  };
}
