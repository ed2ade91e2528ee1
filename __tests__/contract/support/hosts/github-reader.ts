import { lastValues, readNamedValues } from '../../../../src/simulator/runner/file-command.js';
import { StepLog } from '../../../../src/simulator/runner/step-log.js';
import { parseWorkflowCommand } from '../../../../src/simulator/runner/workflow-command.js';
import { linesIn, type HostReader } from './host-traces.js';

/** What the runner, and those that speak its language, make of a step. */
export function githubReader(folder: string): HostReader {
  return {
    outputs: ({ readText }) => {
      const { pairs, mistake } = readNamedValues(readText(`${folder}/output`) ?? '', 'linux');
      if (mistake !== undefined) throw new Error(mistake);
      return lastValues(pairs);
    },
    commands: (stdout) => linesIn(stdout).flatMap((line) => parseWorkflowCommand(line)?.name ?? []),
    groups: (stdout) => logOf(stdout).groups.map(({ title, lines }) => ({ title, lines })),
    shownLines: (stdout) => logOf(stdout).shownLines.map((line) => line.replace(/^##\[\w+\]/, '')),
    masked: ({ stdout }) => logOf(stdout).maskedValues,
    summary: ({ readText }) => readText(`${folder}/summary`) ?? '',
  };
}

/**
 * What the runners of Forgejo and Gitea make of a step, and act: the text of a command is shown as it is
 * written, with `%0A` and `%25` in it.
 * @see https://github.com/nektos/act/blob/master/pkg/runner/command.go
 */
export function asWrittenReader(folder: string): HostReader {
  const reader = githubReader(folder);
  const undecoded = (stdout: string): string =>
    stdout.replace(/^::(?!add-mask)[^\r\n]*/gm, (line) => line.replaceAll('%', '%25'));
  return {
    ...reader,
    groups: (stdout) => logOf(undecoded(stdout)).groups.map(({ title, lines }) => ({ title, lines })),
    shownLines: (stdout) => reader.shownLines(undecoded(stdout)),
  };
}

function logOf(stdout: string): StepLog {
  const log = new StepLog({ masked: [], debugging: false, onLine: () => undefined });
  for (const line of linesIn(stdout)) log.take(line);
  return log;
}
