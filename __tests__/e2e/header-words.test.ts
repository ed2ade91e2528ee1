import { describe, expect } from '@jest/globals';

import { hostSpecimens } from '../contract/support/hosts/host-specimens.js';
import { inputsFor, oneProject, tokens } from '../support/one-project.js';
import { runAction } from './support/run-action.js';
import { runCommand } from './support/run-command.js';
import { runOnHost } from './support/run-on-host.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { withSimulator } from './support/with-simulator.js';

const webUrl = 'https://gitlab.example.com/group/app/-/pipelines/257';

/** What proxies are told, none of it secret. */
const ordinary = [
  'X-Forwarded-Proto: https',
  'X-Scheme: https',
  'X-Forwarded-Host: gitlab.example.com',
  'X-Wants: true',
  'X-Number: 257',
  'X-Branch: main',
  'X-Group: group',
  'Accept-Language: de',
].join('\n');

/**
 * They hand outputs on in different ways: by files, by commands, whatever is in them or no secrets, or not at
 * all.
 */
const representative: ReadonlySet<string> = new Set([
  'github-actions',
  'gitlab-ci',
  'azure-pipelines',
  'jenkins',
  'plain',
]);

/** A word that is no secret, which nobody can know: it stands in every address. */
const unlucky = 'X-Part: pipelines';

function environmentFor(url: string, headers: string): Readonly<Record<string, string>> {
  const inputs = { ...inputsFor(url), access_token: tokens.api, request_headers: headers };
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`GITLAB_TRIGGER_${name.toUpperCase()}`, value]),
  );
}

describe('an ordinary word as the value of a header', () => {
  const test = testsAtOnce();

  for (const specimen of hostSpecimens) {
    test(`removes nothing from outputs on ${specimen.id}`, async () => {
      await withSimulator({ scenario: oneProject() }, async ({ url }) => {
        const environment = environmentFor(url, ordinary);
        const run = await runOnHost({ specimen, words: ['run'], environment });
        expect([run.exitCode, run.outputs.web_url]).toEqual([
          0,
          specimen.carries === 'nothing' ? undefined : webUrl,
        ]);
        expect(run.shownLines.join('\n')).toContain(`Pipeline 257 (#1) ${webUrl}`);
        expect(run.shownLines.join('\n')).not.toMatch(/left out|\*\*\*/);
        for (const word of ['https', 'true', 'main', 'group']) expect(run.masked).not.toContain(word);
      });
    });

    if (!representative.has(specimen.id)) continue;
    test(`is reported where it is hidden nevertheless, on ${specimen.id}`, async () => {
      await withSimulator({ scenario: oneProject() }, async ({ url }) => {
        const environment = environmentFor(url, unlucky);
        const run = await runOnHost({ specimen, words: ['run'], environment });
        expect([run.exitCode, run.outputs.web_url]).toEqual([
          0,
          specimen.carries === 'nothing' ? undefined : webUrl.replace('pipelines', '***'),
        ]);
        expect(run.shownLines.join('\n')).toContain(
          'The output web_url holds what was given as request_headers (X-Part), which is hidden',
        );
      });
    });
  }

  test('leaves the outputs of a job of GitHub whole', async () => {
    await withSimulator({ scenario: oneProject() }, async ({ url }) => {
      const result = await runAction({
        with: { ...inputsFor(url), access_token: tokens.api, request_headers: ordinary, wait: 'true' },
      });
      expect([result.exitCode, result.jobOutputs]).toEqual([0, result.outputs]);
      expect(result.outputs.web_url).toBe(webUrl);
      expect(result.annotations).toEqual([]);
    });
  });

  test('leaves JSON for a program unchanged', async () => {
    await withSimulator({ scenario: oneProject() }, async ({ url }) => {
      const { exitCode, stdout } = await runCommand({
        words: ['run', '--json'],
        environment: environmentFor(url, ordinary),
      });
      expect([exitCode, JSON.parse(stdout)]).toMatchObject([
        0,
        { outputs: { web_url: webUrl }, warnings: [] },
      ]);
    });
  });

  test('is reported to a program if it is hidden nevertheless', async () => {
    await withSimulator({ scenario: oneProject() }, async ({ url }) => {
      const { stdout } = await runCommand({
        words: ['run', '--json'],
        environment: environmentFor(url, unlucky),
      });
      expect(JSON.parse(stdout)).toMatchObject({
        outputs: { web_url: webUrl.replace('pipelines', '***') },
        warnings: [expect.stringContaining('request_headers (X-Part)')],
      });
    });
  });
});
