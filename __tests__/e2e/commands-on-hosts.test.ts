import { describe, expect } from '@jest/globals';

import { codeBlocksOf } from '../contract/support/markdown-parts.js';
import { tokens } from '../support/one-project.js';
import { specimenOf } from './support/arriving.js';
import { deployScenario } from './support/managing.js';
import { runOnHost } from './support/run-on-host.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { withSimulator } from './support/with-simulator.js';

const place = ['--project-id', 'group/app', '--ref', 'main'];

/** What each command printed on the first CI: no other CI changes that. */
const pages = new Map<string, string>();

function expectSamePage(command: string, page: string): void {
  const first = pages.get(command) ?? page;
  pages.set(command, first);
  expect(page).toBe(first);
}

/** What was said beside the page; a CI that hides texts for us is told which. */
function remarksIn(stderr: string): readonly string[] {
  return stderr.split('\n').filter((line) => line !== '' && !line.startsWith('::add-mask::'));
}

describe.each(['github-actions', 'buildkite', 'circleci'] as const)('on %s', (host) => {
  const test = testsAtOnce();

  test('plan prints its page with its three deliverables, and calls nothing', async () => {
    const run = await runOnHost({
      specimen: specimenOf(host),
      words: ['plan', ...place, '--wait'],
      environment: { GITLAB_TRIGGER_TOKEN: tokens.trigger, GITLAB_TRIGGER_ACCESS_TOKEN: tokens.api },
    });
    expect([run.exitCode, remarksIn(run.stderr)]).toEqual([0, []]);
    const blocks = ['sh', 'yaml', 'json'].map((language) => codeBlocksOf(run.stdout, language).length);
    expect(blocks).toEqual([1, 1, 1]);
    for (const token of Object.values(tokens)) expect(run.stdout).not.toContain(token);
    expectSamePage('plan', run.stdout);
  });

  test('snippet prints the files of a cron host', async () => {
    const run = await runOnHost({ specimen: specimenOf(host), words: ['snippet', 'cron', ...place] });
    expect([run.exitCode, remarksIn(run.stderr)]).toEqual([0, []]);
    expect(run.stdout).toContain('group/app');
    expectSamePage('snippet', run.stdout);
  });
});

describe.each(['buildkite', 'circleci'] as const)('on %s', (host) => {
  const test = testsAtOnce();

  test('tokens rotate hands the new token to a command, and deletes the old one then', async () => {
    await withSimulator({ scenario: deployScenario() }, async ({ url, gitlab }) => {
      const run = await runOnHost({
        specimen: specimenOf(host),
        words: [
          ...['tokens', 'rotate', '--gitlab-url', url, '--project-id', 'group/app'],
          ...['--description', 'deploys', '--store-command', 'cat > kept', '--verify-command', 'cat kept'],
        ],
        environment: { GITLAB_TRIGGER_ACCESS_TOKEN: tokens.api },
      });
      const [left, ...others] = gitlab.triggerTokens(42);
      expect([run.exitCode, left?.description, others]).toEqual([0, 'deploys (replaces 1)', []]);
      expect(Object.entries(run.files).filter(([path]) => path.endsWith('kept'))).toEqual([
        [expect.anything(), left?.token],
      ]);
      expect(run.shownLines.join('\n')).not.toContain(left?.token);
    });
  });
});
