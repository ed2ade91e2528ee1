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

/** The beginning of a line that begins a group: colors count as nothing. */
const groupLine = new RegExp(`^((?:\\u001b\\[[\\d;:]*m|\\s)*)(?=${hostCommands.buildkiteGroup.source})`);

/**
 * A step of Buildkite. An output is meta-data of the build: `gitlab-trigger:pipeline_id`, or
 * `gitlab-trigger:deploy:pipeline_id` where the step has the key `deploy`. A job that is canceled gets
 * SIGTERM and is killed nine seconds later; the agent's own programs, in a group of their own, can end their
 * work.
 */
export function buildkiteHost(means: HostMeans): Host {
  const { environment } = means;
  const warnOnce = sayOnce((text) => host.log.info(text));
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
      // Markdown that is code is not read as Markdown.
      annotate({ about: 'error', style: 'error', markdown: lines.map((line) => `    ${line}\n`).join('') });
      return [`Error: ${lines[0] ?? ''}`, ...lines.slice(1)];
    },
    // What comes after a group belongs to it until the next one begins.
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
      // What an earlier attempt left under this name stays.
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
 * Hides what is masked from all that the job prints later; all that comes in one go is handed over together.
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
    // The first one takes the place of what an earlier call of the same job has left.
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
    // Until the agent has checked it out, this may be HEAD.
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
