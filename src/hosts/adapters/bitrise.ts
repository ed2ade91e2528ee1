import type { CallerContext } from '../../model/caller-context.js';
import { type ReadVariable, sayOnce, consoleHost } from '../console-host.js';
import { fullRef, pullRequestNumber } from '../context-text.js';
import { formerVariables } from '../handover/former-outputs.js';
import type { Host, HostMeans } from '../host.js';
import { environmentName } from '../output-files.js';
import { type OutputCarrier, carrierTo } from '../outputs.js';
import { type RunInLane, programLanes } from '../programs.js';

// Bitrise.
// https://docs.bitrise.io/en/bitrise-ci/references/available-environment-variables.html
// https://github.com/bitrise-io/envman

/**
 * A step of a Bitrise workflow. An output is an environment variable of later steps:
 * `$TRIGGERED_PIPELINE_ID`. An aborted build is killed.
 */
export function bitriseHost(means: HostMeans): Host {
  const warnOnce = sayOnce((text) => host.log.warning(text));
  const run = programLanes(means, (failure) =>
    warnOnce(
      `${failure}: later steps do not get all outputs. With --output-file PATH, all of them are in a file.`,
    ),
  );
  const host: Host = consoleHost(means, {
    name: 'Bitrise',
    outputs: [variables(means, run)],
    context: contextOf,
  });
  return host;
}

function variables({ environment }: HostMeans, run: RunInLane): OutputCarrier {
  // All outputs are in one file, which envman reads and writes as a whole. So the calls must not overlap.
  const add = async (key: string, input: string, ...flags: readonly string[]): Promise<string | undefined> =>
    await run(
      'envman',
      // envman reads standard input only from a FIFO. Node provides a socket, so envman would store nothing.
      {
        name: 'envman',
        words: ['add', '--key', key, '--no-expand', ...flags, '--valuefile'],
        input,
        inputBy: 'file',
      },
      // envman also exits with 0 if the value is too long, and then stores a message about that.
      {
        name: 'envman',
        words: ['print', '--format', 'json'],
        input: '',
        accepts: (printed) => valueIn(printed, key) === input,
      },
    );
  const carrier = carrierTo({
    audience: 'later_steps',
    // An environment variable cannot contain a zero byte.
    encode: ({ value }) => (value.includes('\0') ? undefined : value),
    // The limit of some versions of envman.
    limits: { entryBytes: 20_000 },
    send: async (input, { name, isSecret }) =>
      await add(environmentName(name), input, ...(isSecret ? ['--sensitive'] : [])),
  });
  return {
    ...carrier,
    clear: (names) => {
      for (const name of formerVariables(environment, names)) void add(name, '');
    },
  };
}

function valueIn(printed: string, key: string): unknown {
  const variables: unknown = JSON.parse(printed);
  return typeof variables === 'object' && variables !== null
    ? (variables as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function contextOf(read: ReadVariable): Omit<CallerContext, 'ci'> {
  const owner = read('BITRISEIO_GIT_REPOSITORY_OWNER');
  const repository = read('BITRISEIO_GIT_REPOSITORY_SLUG');
  const tag = read('BITRISE_GIT_TAG');
  const branch = read('BITRISE_GIT_BRANCH');
  const number = pullRequestNumber(read('BITRISE_PULL_REQUEST'));
  return {
    repository: owner && repository && `${owner}/${repository}`,
    sha: read('BITRISE_GIT_COMMIT'),
    ref: fullRef({ tag, branch }),
    refName: tag ?? branch,
    event: read('BITRISE_TRIGGER_METHOD'),
    workflow: read('BITRISE_TRIGGERED_WORKFLOW_ID'),
    runId: read('BITRISE_BUILD_NUMBER'),
    runUrl: read('BITRISE_BUILD_URL'),
    pullRequest:
      number === undefined
        ? undefined
        : { number, title: '', headRef: branch, baseRef: read('BITRISEIO_GIT_BRANCH_DEST') },
  };
}
