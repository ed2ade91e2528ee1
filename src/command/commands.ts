import { cancelTable } from '../inputs/cancel-inputs.js';
import { triggerTable } from '../inputs/trigger-inputs.js';
import { waitTable } from '../inputs/wait-inputs.js';
import type { CommandDescription } from './command-description.js';
import { optionTable } from './command-options.js';

/** Every command, in the order of its help. */
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
    examples: ['gitlab-trigger wait --project-id group/app --pipeline-id 257'],
  },
  {
    name: 'cancel',
    summary: 'Cancel a pipeline, with everything downstream of it',
    inputs: cancelTable,
    options: optionTable,
    examples: ['gitlab-trigger cancel --project-id group/app --pipeline-id 257'],
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
