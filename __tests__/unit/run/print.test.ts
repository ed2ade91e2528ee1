import { describe, expect, test } from '@jest/globals';

import { runCompletion, runSnippet } from '../../../src/run/print.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { createRecordingHost } from '../../simulation/support/recording-host.js';

type PrintDeps = Parameters<typeof runSnippet>[0];

function printing(inputs: Readonly<Record<string, string>>): {
  readonly deps: PrintDeps;
  readonly printed: readonly string[];
  readonly said: readonly string[];
} {
  const clock = createVirtualClock();
  const { host, record } = createRecordingHost({
    inputs: { read: (name) => inputs[name] },
    clock,
    state: new Map(),
    masks: 'honored',
  });
  const printed: string[] = [];
  return {
    printed,
    said: record.lines,
    deps: {
      host,
      clock,
      files: { readText: () => Promise.reject(new Error('there are no files')) },
      random: () => 0.5,
      environment: {},
      createTransport: () => Promise.reject(new Error('there is no network')) as never,
      printProduct: (text) => void printed.push(text),
    },
  };
}

describe('the command snippet', () => {
  const github = { kind: 'github', project_id: 'group/app', ref: 'main' };

  test('prints YAML and nothing else', async () => {
    const { deps, printed, said } = printing(github);
    expect(await runSnippet(deps)).toBe(0);
    expect(printed).toHaveLength(1);
    expect(printed[0]).toContain('project_id: group/app');
    expect(said).toEqual([]);
  });

  test('refuses to print a token, and does not show it', async () => {
    const secret = 'glpat-0123456789abcdef0123';
    const { deps, printed } = printing({ ...github, variables: `KEY=${secret}` });
    const error: unknown = await runSnippet(deps).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'invalid_input', exitCode: 2 });
    expect(String(error)).not.toContain(secret);
    expect(printed).toEqual([]);
  });

  test('writes the log messages that have no standard output of their own', async () => {
    const { deps, said } = printing(github);
    await runSnippet({ ...deps, printProduct: undefined });
    expect(said.join('\n')).toContain('project_id: group/app');
  });
});

describe('the command completion', () => {
  test.each(['bash', 'zsh', 'fish'])('prints the script of %s and nothing else', async (shell) => {
    const { deps, printed, said } = printing({ shell });
    expect(await runCompletion(deps)).toBe(0);
    expect(printed).toHaveLength(1);
    expect(printed[0]).toContain('gitlab-trigger');
    expect(said).toEqual([]);
  });
});
