import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { systemClock } from '../base/clock.js';
import { exitCodes, type ExitCode } from '../base/exit-code.js';
import { demoScenario, demoToken } from '../simulator/demo-scenario.js';
import { startServer } from '../simulator/gitlab/server.js';
import { SimulatedGitLab } from '../simulator/gitlab/simulated-gitlab.js';
import { startStep, type StepResult } from '../simulator/runner/runner.js';
import { terminalLog } from '../hosts/terminal.js';
import type { Entry } from './run-entry.js';

/** Runs the real action, from the `dist/` that this file is part of, against the embedded GitLab, as a runner would. */
export function demoEntry(): Entry {
  const log = terminalLog();
  return { log, run: ({ signal }) => runDemo(log.info, signal) };
}

async function runDemo(print: (line: string) => void, signal: AbortSignal): Promise<ExitCode> {
  const clock = systemClock;
  const server = await startServer({ gitlab: new SimulatedGitLab({ clock }, demoScenario), clock });
  const workDir = await mkdtemp(path.join(tmpdir(), 'gitlab-trigger-demo-'));
  try {
    const inputs = {
      gitlab_url: server.url,
      project_id: 'group/app',
      ref: 'main',
      token: demoToken,
      variables: 'DEPLOY_ENV=staging',
      wait: 'true',
    };
    for (const line of workflowStep(inputs)) print(line);
    const step = await startStep(
      { clock },
      {
        actionDir: path.join(path.dirname(process.argv[1] ?? ''), '..'),
        nodePath: process.execPath,
        stage: 'main',
        with: inputs,
        baseEnvironment: { PATH: process.env.PATH ?? '' },
        workDir,
        masked: [demoToken],
        onLine: (line) => print(`  ${coloured(line)}`),
      },
    );
    signal.addEventListener('abort', step.cancel, { once: true });
    const result = await step.finished;
    for (const line of outputLines(result)) print(line);
    return result.conclusion === 'success' ? exitCodes.accepted : exitCodes.notAccepted;
  } finally {
    await server.close();
    await rm(workDir, { recursive: true, force: true });
  }
}

function workflowStep(inputs: Readonly<Record<string, string>>): readonly string[] {
  const shown = { ...inputs, token: '${{ secrets.GITLAB_TRIGGER_TOKEN }}' };
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

function outputLines({ conclusion, outputs, shownLines }: StepResult): readonly string[] {
  const verdict =
    conclusion === 'success' ? green('✓ the step passed') : red(`✗ the step ended as ${conclusion}`);
  return [
    verdict,
    '',
    dim('# What later steps can read:'),
    ...Object.entries(outputs).map(
      ([name, value]) => `\${{ steps.gitlab.outputs.${name} }}`.padEnd(40) + value,
    ),
    dim(`# ${shownLines.length} log lines, ${Object.keys(outputs).length} outputs.`),
  ];
}

const paint =
  (code: number) =>
  (text: string): string =>
    `\u001b[${code}m${text}\u001b[0m`;
const dim = paint(2);
const red = paint(31);
const green = paint(32);
const yellow = paint(33);
const cyan = paint(36);

/** A status gets the colour that GitLab gives it. */
function coloured(line: string): string {
  return line
    .replace(/\b(?:success|passed)\b/g, green)
    .replace(/\b(?:failed|canceled)\b/g, red)
    .replace(/\b(?:pending|manual|warnings|scheduled)\b/g, yellow)
    .replace(/\b(?:running|created)\b/g, cyan);
}
