import type { TriggerRequest } from '../model/requests.js';
import { type Check, type CheckName, type CheckResult, open } from './check.js';
import { configCheck } from './config.js';
import type { CheckFacts, ProjectFacts } from './gather.js';
import { jobsCheck } from './jobs.js';
import { foundRef, pipelinesCheck, projectCheck, protectedRefCheck, refCheck } from './project-and-ref.js';
import { accessTokenCheck, serverCheck, tokenCheck } from './server-and-token.js';
import { inputsCheck, variablesCheck } from './variables-and-inputs.js';

/** All checks of a request from the gathered facts; omits checks that do not apply. */
export function allChecks({ server, details }: CheckFacts, request: TriggerRequest): readonly Check[] {
  const findings: readonly (readonly [CheckName, CheckResult | undefined])[] = [
    ['server', serverCheck(server, request)],
    ...(details === undefined ? unchecked(request) : detailFindings({ server, details }, request)),
  ];
  return findings.flatMap(([name, finding]) => (finding === undefined ? [] : [{ name, ...finding }]));
}

function detailFindings(
  { server, details }: { readonly server: CheckFacts['server']; readonly details: ProjectFacts },
  request: TriggerRequest,
): readonly (readonly [CheckName, CheckResult | undefined])[] {
  const { probe, ownToken, project, pipelines, lint, file } = details;
  const { credentials } = request;
  const ref = foundRef(details);
  return [
    [
      'token',
      credentials.kind === 'trigger' && probe !== undefined ? tokenCheck(probe, credentials) : undefined,
    ],
    ['access_token', ownToken === undefined ? undefined : accessTokenCheck(ownToken, request, details)],
    ['project', projectCheck(project, request)],
    ['pipelines', pipelines === undefined ? undefined : pipelinesCheck(pipelines, request)],
    ['ref', refCheck(ref, request)],
    ['protected_ref', protectedRefCheck(ref, request)],
    ['ci_config', configCheck({ lint, server, project }, request)],
    ['jobs', jobsCheck({ lint, file, project, ref }, request)],
    ['variables', variablesCheck({ project, server }, request)],
    ['inputs', inputsCheck({ file, server }, request)],
  ];
}

/** The checks when the server did not respond. */
function unchecked({ credentials, follow, variables, pipelineInputs }: TriggerRequest) {
  const names: readonly CheckName[] = [
    ...(credentials.kind === 'trigger' ? (['token'] as const) : []),
    ...(credentials.accessToken === undefined ? [] : (['access_token'] as const)),
    'project',
    ...(follow === undefined ? [] : (['pipelines'] as const)),
    'ref',
    'protected_ref',
    'ci_config',
    'jobs',
    ...(Object.keys(variables).length === 0 ? [] : (['variables'] as const)),
    ...(Object.keys(pipelineInputs).length === 0 ? [] : (['inputs'] as const)),
  ];
  return names.map((name) => [name, open('Skipped: GitLab did not respond')] as const);
}
