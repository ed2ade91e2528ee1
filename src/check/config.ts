import type { Reply } from '../gitlab/responses/reply.js';
import type { ConfigLint, Project } from '../model/pipeline.js';
import type { TriggerRequest } from '../model/requests.js';
import { type CheckResult, bad, good, isBefore, open } from './check.js';
import { unanswered } from './server-and-token.js';

/** GitLab itself stops after a few; more would only hide the first one. */
const mostTexts = 5;

export interface ConfigSight {
  readonly lint: Reply<ConfigLint>;
  readonly server: Reply<{ readonly version: string }>;
  readonly project: Reply<Project>;
}

/** GitLab's lint result for the CI configuration on the ref. */
export function configCheck({ lint, server, project }: ConfigSight, request: TriggerRequest): CheckResult {
  if (lint.kind !== 'ok') {
    if (lint.kind === 'refused' && lint.refusal.status === 404 && knowsNoLint(server)) {
      return open("This GitLab cannot lint a project's configuration, which takes GitLab 13.5 or later");
    }
    return unanswered(lint);
  }
  const { ref, pipelineInputs } = request;
  if (server.kind === 'ok' && isBefore(server.value.version, [16, 5]) === true) {
    const defaultBranch = project.kind === 'ok' ? project.value.defaultBranch : undefined;
    if (ref !== defaultBranch) {
      return open(`GitLab ${server.value.version} only checks the configuration of the default branch`);
    }
  }
  const { valid, errors, warnings } = lint.value;
  if (valid) {
    const remarks = warnings.length === 0 ? '' : `, with ${listed(warnings, 'warning')}`;
    return good(`GitLab finds it valid on ${ref}${remarks}`);
  }
  const words =
    errors.length === 0 ? 'GitLab finds it invalid and does not say why' : listed(errors, 'error');
  if (errors.some((text) => /^Please provide content of/i.test(text))) {
    return bad('ci_config_missing', {
      finding: `There is no CI configuration on ${ref} (${words})`,
      hint: `Add a .gitlab-ci.yml on ${ref}, or set its path in Settings > CI/CD > General pipelines.`,
    });
  }
  if (Object.keys(pipelineInputs).length > 0 && errors.length > 0 && errors.every(isAboutInputs)) {
    return open(`GitLab lints it without inputs, and reports what is then missing: ${words}`);
  }
  return bad('ci_config_invalid', {
    finding: words,
    hint: `Fix the CI configuration on ${ref}; the pipeline editor of GitLab shows the same errors.`,
  });
}

function knowsNoLint(server: ConfigSight['server']): boolean {
  return server.kind === 'ok' && isBefore(server.value.version, [13, 5]) === true;
}

function isAboutInputs(text: string): boolean {
  return /\binput: required value has not been provided/i.test(text);
}

/** `2 errors: one; two` */
function listed(texts: readonly string[], noun: string): string {
  const shown = texts.slice(0, mostTexts);
  const more = texts.length > mostTexts ? `; and ${texts.length - mostTexts} more` : '';
  return `${texts.length} ${noun}${texts.length === 1 ? '' : 's'}: ${shown.join('; ')}${more}`;
}
