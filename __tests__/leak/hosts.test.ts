import { describe, expect } from '@jest/globals';

import { hostSpecimens } from '../contract/support/hosts/host-specimens.js';
import { runOnHost } from '../e2e/support/run-on-host.js';
import { testsAtOnce } from '../e2e/support/tests-at-once.js';
import { withSimulator } from '../e2e/support/with-simulator.js';
import { quickScript, valid } from '../support/one-project.js';
import { planted, plantedInputs, plantedScenario } from './support/planted-run.js';
import { leaksIn } from './support/secret-search.js';

/** What tells a host what to hide has to name it. */
const maskCommand = /^(?:::add-mask::|##vso\[task\.setsecret\])/;

describe('no secret is left behind by a red run', () => {
  const test = testsAtOnce();
  for (const specimen of hostSpecimens) {
    test(`on ${specimen.id}`, async () => {
      const scenario = plantedScenario({ ci: valid(quickScript('failed')) });
      await withSimulator({ scenario }, async ({ url }) => {
        const inputs = { ...plantedInputs, gitlab_url: url, wait: 'true' };
        const environment = Object.entries(inputs).map(([name, value]) => [
          `GITLAB_TRIGGER_${name.toUpperCase()}`,
          value,
        ]);
        const result = await runOnHost({
          specimen,
          words: ['run'],
          environment: Object.fromEntries(environment) as Readonly<Record<string, string>>,
        });
        const { exitCode, stdout, stderr, files, programs } = result;
        const lines = stdout.split('\n').filter((line) => !maskCommand.test(line));
        const details = programs.filter(({ words }) => words[0] !== 'redactor').map(({ input }) => input);
        const texts = {
          stdout: lines.join('\n'),
          stderr,
          words: JSON.stringify(programs.map(({ words }) => words)),
          inputs: details.join('\n'),
          ...files,
        };
        expect([exitCode, leaksIn(texts, planted)]).toEqual([1, []]);
      });
    });
  }
});
