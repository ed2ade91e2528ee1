import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { systemClock } from '../base/clock.js';
import { type ExitCode, exitCodes } from '../base/errors.js';
import { terminalLog } from '../hosts/system.js';
import { demoScenario, demoTokens } from '../simulator/demo-scenario.js';
import { SimulatedGitLab } from '../simulator/gitlab/simulated-gitlab.js';
import { startServer } from '../simulator/gitlab/wire/server.js';
import { type StepResult, startStep } from '../simulator/runner/runner.js';
import { dim, green, red, statusColors } from '../terminal/style.js';
import type { Entry } from './process.js';

/**
 * Runs the real action from the `dist/` that contains this file, against the embedded GitLab, as a runner
 * does.
 */
export function demoEntry(): Entry {
  const log = terminalLog();
  return { log, run: ({ signal }) => runDemo(log.info, signal) };
}

/** The pipeline of the demo fails on purpose. The demo passes if the step has reported that. */
async function runDemo(print: (line: string) => void, signal: AbortSignal): Promise<ExitCode> {
  const clock = systemClock;
  const server = await startServer({ gitlab: new SimulatedGitLab({ clock }, demoScenario), clock });
  const workDir = await mkdtemp(path.join(tmpdir(), 'gitlab-trigger-demo-'));
  try {
    const inputs = {
      gitlab_url: server.url,
      project_id: 'group/app',
      ref: 'main',
      token: demoTokens.trigger,
      access_token: demoTokens.access,
      variables: 'DEPLOY_ENV=staging',
      wait: 'true',
      values_from: 'smoke/api:preview.env',
      results_on: 'always',
    };
    for (const line of workflowStep(inputs)) print(line);
    const step = await startStep(
      { clock },
      {
        // npm starts it through a symbolic link.
        actionDir: path.join(path.dirname(await realpath(process.argv[1] ?? '')), '..'),
        nodePath: process.execPath,
        stage: 'main',
        with: inputs,
        baseEnvironment: { PATH: process.env.PATH ?? '' },
        workDir,
        masked: Object.values(demoTokens),
        onLine: (line) => print(`  ${statusColors(line)}`),
      },
    );
    signal.addEventListener('abort', step.cancel, { once: true });
    const result = await step.finished;
    for (const line of outputLines(result)) print(line);
    const report = path.join(await mkdtemp(path.join(tmpdir(), 'gitlab-trigger-demo-')), 'report.md');
    await writeFile(report, result.summary, { flag: 'wx' });
    print(dim(`# The report, as GitHub shows it on the page of the run: ${report}`));
    return result.outputs.outcome === 'failed' ? exitCodes.accepted : exitCodes.notAccepted;
  } finally {
    await server.close();
    await rm(workDir, { recursive: true, force: true });
  }
}

function workflowStep(inputs: Readonly<Record<string, string>>): readonly string[] {
  const shown = {
    ...inputs,
    token: '${{ secrets.GITLAB_TRIGGER_TOKEN }}',
    access_token: '${{ secrets.GITLAB_READ_TOKEN }}',
  };
  return [
    dim('# A workflow step, run against a simulated GitLab on this machine:'),
    '- id: gitlab',
    '  uses: gitlab-trigger@v1',
    '  with:',
    ...Object.entries(shown).map(([name, value]) => `    ${name}: ${value}`),
    '',
    dim('# Its log:'),
  ];
}

/** Long JSON is truncated: the demo only shows that it exists. */
const shownCharacters = 100;

function outputLines({ conclusion, exitCode, outputs }: StepResult): readonly string[] {
  const verdict =
    conclusion === 'success' ? green('✓ the step passed') : red(`✗ the step failed (exit code ${exitCode})`);
  return [
    verdict,
    '',
    dim('# What later steps can read:'),
    ...Object.entries(outputs).map(([name, value]) => {
      const text = value.length > shownCharacters ? `${value.slice(0, shownCharacters)}…` : value;
      return `\${{ steps.gitlab.outputs.${name} }}`.padEnd(42) + text;
    }),
    '',
  ];
}
