import { planTable } from '../inputs/commands/plan.js';
import { simulateTable } from '../inputs/commands/simulate.js';
import { snippetKinds, snippetTable } from '../inputs/commands/snippet.js';
import { tokensTable } from '../inputs/commands/tokens.js';
import { checkTable, triggerTable } from '../inputs/commands/trigger.js';
import { cancelTable, waitTable } from '../inputs/commands/wait-and-cancel.js';
import { tokenOperations } from '../model/requests.js';
import { shells } from './completion.js';
import { type CommandDescription, optionTable } from './options.js';

/** All commands, in the order of the help. */
export const commands = [
  {
    name: 'run',
    summary: 'Start a pipeline; with --wait, follow it to its end and pass or fail with it',
    inputs: triggerTable,
    options: optionTable,
    examples: [
      'gitlab-trigger run --project-id group/app --ref main',
      'gitlab-trigger run --project-id group/app --ref main --variables DEPLOY_ENV=staging --wait --timeout 45m',
    ],
  },
  {
    name: 'wait',
    summary: 'Follow a pipeline that was started elsewhere to its end',
    inputs: waitTable,
    options: optionTable,
    examples: [
      'gitlab-trigger wait --project-id group/app --pipeline-id 257',
      'gitlab-trigger wait --project-id group/app --sha 8f2b6c1d4e5a7b9c0d1e2f3a4b5c6d7e8f9a0b1c --ref main',
    ],
  },
  {
    name: 'cancel',
    summary: 'Cancel a pipeline, with everything downstream of it',
    inputs: cancelTable,
    options: optionTable,
    examples: ['gitlab-trigger cancel --project-id group/app --pipeline-id 257'],
  },
  {
    name: 'tokens',
    summary: 'List, create, rename, delete or rotate the trigger tokens of a project',
    operand: { input: 'operation', words: tokenOperations },
    inputs: tokensTable,
    options: optionTable,
    examples: [
      'gitlab-trigger tokens list --project-id group/app',
      'gitlab-trigger tokens create --project-id group/app --description deploys --expires-at 90d --save-to-file token.txt',
      'gitlab-trigger tokens rotate --project-id group/app --description deploys --github-secret octo/app:GITLAB_TRIGGER_TOKEN',
    ],
  },
  {
    name: 'check',
    summary: 'Check everything that starting the pipeline needs, and start nothing',
    inputs: checkTable,
    options: optionTable,
    examples: [
      'gitlab-trigger check --project-id group/app --ref main',
      'gitlab-trigger check --project-id group/app --ref main --variables DEPLOY_ENV=staging --wait',
    ],
  },
  {
    name: 'snippet',
    summary: 'Write rules for .gitlab-ci.yml, a step of a workflow or another caller, to begin from',
    operand: { input: 'kind', words: snippetKinds },
    inputs: snippetTable,
    options: {},
    product: true,
    examples: [
      'gitlab-trigger snippet gitlab --spec-inputs environment=string=staging',
      'gitlab-trigger snippet gitlab --per-job --sources trigger,pipeline',
      'gitlab-trigger snippet github --project-id group/app --ref main --wait --timeout 45m',
      'gitlab-trigger snippet cron --scheduler systemd --project-id group/app --ref main',
      'gitlab-trigger snippet webhook --project-id group/app --ref main --allow-variables DEPLOY_ENV=staging,production',
    ],
  },
  {
    name: 'plan',
    summary: 'Write all that one run needs on one page: the call, the rules, the tokens, the answer',
    inputs: planTable,
    options: {},
    product: true,
    examples: ['gitlab-trigger plan --project-id group/app --ref main --variables DEPLOY_ENV=staging --wait'],
  },
  {
    name: 'simulate',
    summary: 'Serve a simulated GitLab on this machine, to try things against, until it is stopped',
    inputs: simulateTable,
    options: {},
    examples: ['gitlab-trigger simulate --port 8929', 'gitlab-trigger simulate --scenario scenario.yml'],
  },
  {
    name: 'completion',
    summary: 'Print what a shell needs to complete commands and flags',
    operand: { input: 'shell', words: shells },
    inputs: {},
    options: {},
    product: true,
    examples: ['gitlab-trigger completion bash'],
  },
  {
    name: 'demo',
    summary: 'See a whole run against a simulated GitLab on this machine; needs no account and no network',
    inputs: {},
    options: {},
    examples: ['gitlab-trigger demo'],
  },
] as const satisfies readonly CommandDescription[];

export type CommandName = (typeof commands)[number]['name'];

/** The version of this program; a test compares it with package.json. */
export const version = '0.1.0';
