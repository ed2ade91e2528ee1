import { azureReader } from './azure-reader.js';
import { exportedBy } from './bash-reader.js';
import { buildkiteReader } from './buildkite-reader.js';
import { godotenv, javaProperties, nameValueLines, newGodotenv, tektonResultsIn } from './file-readers.js';
import { githubReader } from './github-reader.js';
import { gitlabReader, parseDotenv } from './gitlab-reader.js';
import type { HostTraces } from './host-traces.js';
import { teamcityReader } from './teamcity-reader.js';
import { travisReader } from './travis-reader.js';

/** What a real program does not take as it was meant. */
export interface ReaderRefusal {
  readonly what: string;
  /** Where that is to be read. */
  readonly source: string;
  readonly given: string;
  /** It complains; or it goes on with something else. */
  readonly ends: { readonly error: string } | { readonly becomes: unknown };
}

export interface ReaderStandIn {
  /** The real program. */
  readonly name: string;
  readonly read: (given: string) => unknown;
  readonly refusals: readonly ReaderRefusal[];
}

/** Traces of a step that printed a text, or left it in a file, whatever that is called. */
function tracesOf(given: string): HostTraces {
  return { stdout: given, readText: () => given, namesIn: () => ['a'], programs: [] };
}

/** What becomes of a call of Buildkite's agent, given as its words. */
function toldToBuildkite(given: string): unknown {
  const words = given.split(' ');
  const traces = { ...tracesOf(''), programs: [{ name: 'buildkite-agent', words, input: 'x' }] };
  const reader = buildkiteReader('', '');
  return words[0] === 'redactor' ? reader.masked?.(traces) : reader.summary?.(traces);
}

const vso = 'azure-pipelines-agent, src/Agent.Worker/TaskCommandExtension.cs';
const dotenv = 'gitlab, app/services/ci/parse_dotenv_artifact_service.rb';
const sections = 'gitlab, lib/gitlab/regex.rb, build_trace_section_regex';
const messages = 'https://www.jetbrains.com/help/teamcity/service-messages.html';
const fileCommands = 'actions/runner, src/Runner.Worker/FileCommandManager.cs';
const properties = 'java.util.Properties.load';

export const readerStandIns: readonly ReaderStandIn[] = [
  {
    name: "Azure's agent, which reads commands in the log",
    read: (given) => azureReader.outputs(tracesOf(given)),
    refusals: [
      {
        what: 'a variable without a name',
        source: `${vso}, ProcessTaskSetVariableCommand`,
        given: '##vso[task.setvariable isOutput=true]x',
        ends: { error: "Required field 'variable' is missing" },
      },
      {
        what: 'an issue of another type',
        source: `${vso}, CreateIssue`,
        given: '##vso[task.logissue type=notice]x',
        ends: { error: 'is not an expected issue type' },
      },
      {
        what: 'a command that it does not know',
        source: `${vso}, TaskCommandNotFound`,
        given: '##vso[task.setoutput variable=a]x',
        ends: { error: 'is not a recognized command' },
      },
      {
        what: 'a summary without a file',
        source: `${vso}, CannotUploadSummary`,
        given: '##vso[task.uploadsummary]',
        ends: { error: 'Cannot upload a summary' },
      },
      {
        what: 'a name of one part: it is a line of the log',
        source: 'azure-pipelines-agent, src/Microsoft.VisualStudio.Services.Agent/Command.cs, TryParse',
        given: '##vso[setvariable variable=a;isOutput=true]x',
        ends: { becomes: {} },
      },
      {
        what: 'a macro in a value: it is looked up when the value is read',
        source: 'https://learn.microsoft.com/azure/devops/pipelines/process/variables: macro syntax',
        given: '##vso[task.setvariable variable=a;isOutput=true]$(System.AccessToken)',
        ends: { becomes: { a: '(expanded)' } },
      },
    ],
  },
  {
    name: 'GitLab, which reads a dotenv report',
    read: parseDotenv,
    refusals: [
      {
        what: 'a report of 5 KiB',
        source: `${dotenv}, SizeLimitError`,
        given: `A=${'x'.repeat(5_118)}`,
        ends: { error: 'Dotenv Artifact Too Big' },
      },
      {
        what: 'more than 20 variables',
        source: `${dotenv}, dotenv_variables of the plan limits`,
        given: Array.from({ length: 21 }, (_, index) => `A${index}=x\n`).join(''),
        ends: { error: 'more than 20 variables' },
      },
      {
        what: 'a line without a sign of equality',
        source: `${dotenv}, ParserError`,
        given: 'A=x\nmore of it\n',
        ends: { error: 'Invalid Format' },
      },
      {
        what: 'an empty line',
        source: `${dotenv}, ParserError`,
        given: 'A=x\n\nB=y\n',
        ends: { error: 'Invalid Format' },
      },
      {
        what: 'a name with other characters',
        source: 'gitlab, app/models/concerns/ci/has_variable.rb',
        given: 'a-b=x\n',
        ends: { error: 'Key is invalid' },
      },
      {
        what: 'blanks around a value, and a dollar in it',
        source: `${dotenv}, strip; ExpandVariables`,
        given: 'A= $B \n',
        ends: { becomes: { A: '(expanded)' } },
      },
    ],
  },
  {
    name: "GitLab's page of a job log",
    read: (given) => gitlabReader('').groups?.(given),
    refusals: [
      {
        what: 'a section with a blank in its name: it is text',
        source: sections,
        given: 'section_start:1:a b\r\u001b[0Ktitle\nx\n',
        ends: { becomes: [] },
      },
      {
        what: 'a section without the sequence behind it: it is text',
        source: sections,
        given: 'section_start:1:a\ntitle\n',
        ends: { becomes: [] },
      },
      {
        what: 'a section that is not open',
        source: sections,
        given: 'section_end:1:a\r\u001b[0K\n',
        ends: { error: 'ends that is not open' },
      },
    ],
  },
  {
    name: "GitHub's runner, which reads GITHUB_OUTPUT",
    read: (given) => githubReader('').outputs(tracesOf(given)),
    refusals: [
      {
        what: 'a line of neither form',
        source: fileCommands,
        given: 'a=x\nmore of it\n',
        ends: { error: "neither '=' nor '<<'" },
      },
      {
        what: 'a value that its delimiter does not end',
        source: fileCommands,
        given: 'a<<END\nx\n',
        ends: { error: 'no line with its delimiter' },
      },
      { what: 'a value without a name', source: fileCommands, given: '=x\n', ends: { error: 'has no name' } },
    ],
  },
  {
    name: 'TeamCity, which reads service messages in the log',
    read: (given) => teamcityReader.outputs(tracesOf(given)),
    refusals: [
      {
        what: 'a quote as it is',
        source: messages,
        given: "##teamcity[setParameter name='env.TRIGGERED_A' value='it's']",
        ends: { error: 'no service message' },
      },
      {
        what: 'a bracket as it is',
        source: messages,
        given: "##teamcity[setParameter name='env.TRIGGERED_A' value='[1]']",
        ends: { error: 'no service message' },
      },
      {
        what: 'an escape that it does not know',
        source: messages,
        given: "##teamcity[setParameter name='env.TRIGGERED_A' value='|q']",
        ends: { error: 'no escape: |q' },
      },
      {
        what: 'a reference in a value: it is looked up',
        source: 'https://www.jetbrains.com/help/teamcity/configuring-build-parameters.html: references',
        given: "##teamcity[setParameter name='env.TRIGGERED_A' value='%system.secret%']",
        ends: { becomes: { a: '(looked up)' } },
      },
    ],
  },
  {
    name: "Travis's page of a job log",
    read: (given) => travisReader.groups?.(given),
    refusals: [
      {
        what: 'a fold with a blank in its name: it is text',
        source: 'travis-web, app/utils/log-folder.js',
        given: 'travis_fold:start:a b\r\u001b[0Kx\n',
        ends: { becomes: [] },
      },
      {
        what: 'a fold that is not open',
        source: 'travis-web, app/utils/log-folder.js',
        given: 'travis_fold:end:a\r\u001b[0K\n',
        ends: { error: 'is not open' },
      },
    ],
  },
  {
    name: "Buildkite's agent, which is told of annotations and secrets",
    read: toldToBuildkite,
    refusals: [
      {
        what: 'secrets in another format',
        source: 'agent, clicommand/redactor_add.go: --format',
        given: 'redactor add --format yaml',
        ends: { error: 'unknown flags' },
      },
      {
        what: 'an annotation without a context',
        source: 'agent, clicommand/annotate.go: --context, by which a later call appends',
        given: 'annotate --style info',
        ends: { error: 'unknown flags' },
      },
    ],
  },
  {
    name: 'Bitbucket, which reads NAME=value lines',
    read: nameValueLines,
    refusals: [
      {
        what: 'a second line of a value',
        source: 'https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/: output variables',
        given: 'A=x\nmore of it\n',
        ends: { error: 'no variable: more of it' },
      },
      {
        what: 'a name that no shell can read',
        source: 'https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/: names',
        given: 'a-b=x\n',
        ends: { error: 'no variable: a-b=x' },
      },
    ],
  },
  {
    name: 'Java, which reads properties for Jenkins',
    read: javaProperties,
    refusals: [
      {
        what: 'a \\u that no four digits follow',
        source: `${properties}: IllegalArgumentException`,
        given: 'a=\\u12\n',
        ends: { error: 'Malformed \\uxxxx encoding.' },
      },
      {
        what: 'a backslash as it is',
        source: properties,
        given: 'a=C:\\dir\n',
        ends: { becomes: { a: 'C:dir' } },
      },
      {
        what: 'blanks before a value',
        source: properties,
        given: 'a=  x\n',
        ends: { becomes: { a: 'x' } },
      },
    ],
  },
  {
    name: 'the older godotenv of Harness',
    read: godotenv,
    refusals: [
      {
        what: 'a line of 64 KiB',
        source: 'godotenv 1.3, bufio.Scanner',
        given: `A=${'x'.repeat(65_536)}`,
        ends: { error: 'token too long' },
      },
      {
        what: 'a line without a sign of equality',
        source: 'godotenv 1.3, parseLine',
        given: 'A\n',
        ends: { error: "Can't separate key from value" },
      },
      {
        what: 'what stands behind a # as it is',
        source: 'godotenv 1.3, parseLine',
        given: 'A=x # y\n',
        ends: { becomes: { A: 'x' } },
      },
    ],
  },
  {
    name: 'the newer godotenv of Harness',
    read: newGodotenv,
    refusals: [
      {
        what: 'a quote that is never closed',
        source: 'godotenv 1.5, extractVarValue: unterminated quoted value',
        given: "A='x\n",
        ends: { error: 'unexpected' },
      },
    ],
  },
  {
    name: 'bash, which reads a file of exports',
    read: exportedBy,
    refusals: [
      {
        what: 'a quote that is never closed',
        source: 'bash itself, which is run',
        given: "export TRIGGERED_A='x\n",
        ends: { error: 'unexpected EOF' },
      },
      {
        what: 'a dollar outside quotes',
        source: 'bash itself, which is run',
        given: 'export TRIGGERED_A=$HOME\n',
        ends: { becomes: { a: '/nowhere' } },
      },
    ],
  },
  {
    name: 'Tekton, which reads results',
    read: (given) => tektonResultsIn(tracesOf(given), ''),
    refusals: [
      {
        what: 'results that do not fit into the message of the container',
        source: 'tektoncd/pipeline, pkg/termination/write.go, MaxContainerTerminationMessageLength',
        given: 'x'.repeat(4_096),
        ends: { error: 'above max allowed size 4096' },
      },
    ],
  },
];
