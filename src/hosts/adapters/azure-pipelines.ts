import { hostCommands, withoutEnd } from '../../base/text.js';
import type { CallerContext } from '../../model/caller-context.js';
import { attemptOf } from '../attempts.js';
import { type ReadVariable, consoleHost } from '../console-host.js';
import { pullRequestNumber, shortRef } from '../context-text.js';
import { type Host, type HostMeans, checkHeard } from '../host.js';
import { wedge, withoutRisk } from '../neutralize.js';
import { longestVariableBytes } from '../output-files.js';
import { type OutputCarrier, carrierTo } from '../outputs.js';

// Azure Pipelines.
// https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands
// https://learn.microsoft.com/en-us/azure/devops/pipelines/build/variables
// https://github.com/microsoft/azure-pipelines-agent/blob/master/docs/design/percentEncoding.md

/** The agent only logs further issues of a type. */
const mostIssues = 10;

/**
 * A step of Azure Pipelines. An output is a variable of the step, by its `name`: `$(deploy.pipeline_id)`. A
 * canceled step gets SIGINT, after 7.5 s SIGTERM, and is killed 2.5 s later.
 */
export function azurePipelinesHost(means: HostMeans): Host {
  const { environment, print, writeText, processId } = means;
  const issue = issues();
  let summaries = 0;
  return consoleHost(means, {
    name: 'Azure Pipelines',
    harmless: (line) => line.replaceAll(hostCommands.azure, `#${wedge}#`),
    warning: (lines) => issue({ type: 'warning', text: lines.join('\n') }),
    error: (lines) => issue({ type: 'error', text: lines.join('\n') }),
    annotation: ({ level, title, message, file, line }) =>
      issue({ type: level, text: `${title}\n${message}`, file, line }),
    debug: (lines) => lines.map((line) => `##vso[task.debug]${dataText(line)}`),
    group: (title, lines) => [`##[group]${title}`, ...lines, '##[endgroup]'],
    mask: (forms) => {
      // The agent refuses to mask a text with several lines.
      const lines = forms.flatMap((form) => form.split(/[\r\n]+/)).filter((line) => line.trim().length >= 4);
      for (const line of new Set(lines)) print(`##vso[task.setsecret]${dataText(line)}\n`);
    },
    outputs: [stepVariables(means)],
    summary: (markdown) => {
      const { AGENT_TEMPDIRECTORY: folder = '' } = environment;
      if (folder === '') throw new Error('AGENT_TEMPDIRECTORY is not set');
      const path = `${folder}/gitlab-trigger-${processId}-${(summaries += 1)}.md`;
      writeText(path, markdown, 'host');
      print(`##vso[task.uploadsummary]${dataText(path)}\n`);
    },
    context: contextOf,
  });
}

function stepVariables(means: HostMeans): OutputCarrier {
  return carrierTo({
    audience: 'later_steps',
    encode: ({ value, isSecret }) => {
      // The agent refuses a secret with several lines.
      if (isSecret && /[\r\n]/.test(value)) return undefined;
      // In a value, the agent replaces `$(name)` with the variable of that name, which may be secret.
      return withoutRisk(value, /\$(?=\()/g);
    },
    // The value is in the environment of each later script. On Windows, the whole environment has 32 KiB.
    limits: { entryBytes: means.environment.AGENT_OS === 'Windows_NT' ? 8_000 : longestVariableBytes },
    check: () => checkHeard(means),
    put: (text, { name, isSecret }) => {
      const properties = `variable=${propertyText(name)};isOutput=true${isSecret ? ';issecret=true' : ''}`;
      means.print(`##vso[task.setvariable ${properties}]${dataText(text)}\n`);
      checkHeard(means);
    },
  });
}

interface Issue {
  readonly type: 'warning' | 'error';
  readonly text: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

/** The first issues of a type are shown beside the log, each with its own entry. */
function issues(): (issue: Issue) => readonly string[] {
  const counts = { warning: 0, error: 0 };
  return ({ type, text, file, line }) => {
    counts[type] += 1;
    if (counts[type] > mostIssues) return text.split('\n').map((each) => `##[${type}]${each}`);
    const place =
      file === undefined
        ? ''
        : `;sourcepath=${propertyText(file)}${line === undefined ? '' : `;linenumber=${line}`}`;
    return [`##vso[task.logissue type=${type}${place}]${dataText(text)}`];
  };
}

function dataText(text: string): string {
  return text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function propertyText(text: string): string {
  return dataText(text).replaceAll(']', '%5D').replaceAll(';', '%3B');
}

function contextOf(read: ReadVariable): Omit<CallerContext, 'ci'> {
  const ref = read('BUILD_SOURCEBRANCH');
  const collection = read('SYSTEM_COLLECTIONURI');
  const project = read('SYSTEM_TEAMPROJECT');
  const runId = read('BUILD_BUILDID');
  const isPlaced = collection !== undefined && project !== undefined && runId !== undefined;
  return {
    repository: read('BUILD_REPOSITORY_NAME'),
    sha: read('BUILD_SOURCEVERSION'),
    ref,
    refName: shortRef(ref),
    actor: read('BUILD_REQUESTEDFOR'),
    event: read('BUILD_REASON'),
    workflow: read('BUILD_DEFINITIONNAME'),
    job: read('SYSTEM_JOBNAME'),
    runId,
    runAttempt: read('SYSTEM_JOBATTEMPT'),
    runUrl: isPlaced
      ? `${withoutEnd(collection, '/')}/${encodeURIComponent(project)}/_build/results?buildId=${runId}`
      : undefined,
    attempt: attemptOf('azure-pipelines', read),
    pullRequest: pullRequestOf(read),
  };
}

function pullRequestOf(read: ReadVariable): CallerContext['pullRequest'] {
  const number = pullRequestNumber(
    read('SYSTEM_PULLREQUEST_PULLREQUESTNUMBER') ?? read('SYSTEM_PULLREQUEST_PULLREQUESTID'),
  );
  if (number === undefined) return undefined;
  return {
    number,
    title: '',
    headRef: shortRef(read('SYSTEM_PULLREQUEST_SOURCEBRANCH')),
    headSha: read('SYSTEM_PULLREQUEST_SOURCECOMMITID'),
    baseRef: shortRef(read('SYSTEM_PULLREQUEST_TARGETBRANCH')),
  };
}
