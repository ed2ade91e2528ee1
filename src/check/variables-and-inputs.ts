import { type InputFault, inputFaults, readConfigFile } from '../ci-rules/config-file.js';
import type { Reply } from '../gitlab/responses/reply.js';
import type { Project } from '../model/pipeline.js';
import type { TriggerRequest } from '../model/requests.js';
import { type CheckResult, bad, good, isBefore, open } from './check.js';
import { unanswered } from './server-and-token.js';

type Server = Reply<{ readonly version: string }>;

/** Roles that GitLab may require for setting variables, with their access levels. */
const levels: ReadonlyMap<string, number> = new Map([
  ['developer', 30],
  ['maintainer', 40],
  ['owner', 50],
]);

const hint =
  'Pass the values as inputs (spec:inputs) instead, or have the role lowered: Settings > CI/CD > Variables > Minimum role to use pipeline variables.';

const forwarded = 'Those that begin with UPSTREAM_ are of forward_context: set it to false.';

/**
 * Whether the project accepts the variables of this run; `undefined` if there are none and nothing needs to
 * be reported.
 */
export function variablesCheck(
  { project, server }: { readonly project: Reply<Project>; readonly server: Server },
  request: TriggerRequest,
): CheckResult | undefined {
  const count = Object.keys(request.variables).length;
  if (project.kind !== 'ok') return count === 0 ? undefined : unanswered(project);
  const role = restrictionOf(project.value);
  if (count === 0) return role === 'no_one_allowed' ? payloadFinding(server, request) : undefined;
  const names = `${count} ${count === 1 ? 'variable' : 'variables'}`;
  if (role === undefined) {
    return open('GitLab does not show this access_token who may set pipeline variables', hint);
  }
  if (role === 'no_one_allowed') {
    return bad('variables_restricted', {
      finding: `The project lets no user set pipeline variables, and ${names} would be sent`,
      hint: request.forwardContext ? `${forwarded} ${hint}` : hint,
    });
  }
  // Every user who may start a pipeline is at least a Developer.
  if (role === 'developer') return good(`Every user who may start a pipeline may set the ${names}`);
  return roleFinding(role, { project: project.value, request });
}

/** The minimum role. Older servers have a switch in addition to it. */
function restrictionOf({ variablesRole, restrictsVariables }: Project): string | undefined {
  if (restrictsVariables === false) return 'developer';
  return variablesRole ?? (restrictsVariables === true ? 'maintainer' : undefined);
}

function roleFinding(
  role: string,
  { project, request }: { readonly project: Project; readonly request: TriggerRequest },
): CheckResult {
  const level = levels.get(role);
  const isOwn = request.credentials.kind === 'access' && project.accessLevel !== undefined;
  if (isOwn && level !== undefined && (project.accessLevel ?? 0) >= level) {
    return good(`Setting pipeline variables takes the role ${role}, and the user behind access_token has it`);
  }
  const whose =
    request.credentials.kind === 'access' ? 'the user behind access_token' : 'the owner of the token';
  return open(
    `Setting pipeline variables takes the role ${role}, and it is unknown here whether ${whose} has it`,
    hint,
  );
}

/** GitLab sets the variable TRIGGER_PAYLOAD itself, and old releases count it as one of the caller's. */
function payloadFinding(server: Server, { credentials }: TriggerRequest): CheckResult | undefined {
  if (credentials.kind === 'access') return undefined;
  const rule =
    'The project lets no user set pipeline variables; none would be sent, but GitLab adds TRIGGER_PAYLOAD itself';
  const version = server.kind === 'ok' ? server.value.version : undefined;
  const isOld = version === undefined ? undefined : isBefore(version, [18, 4]);
  const isYoung = version === undefined ? undefined : isBefore(version, [18, 7]) === false;
  if (isOld === true) {
    return bad('variables_restricted', {
      finding: `${rule}, and GitLab ${version ?? ''} refuses that`,
      hint: 'Let a Maintainer lower the role (Settings > CI/CD > Variables), or update GitLab to 18.7 or later.',
    });
  }
  if (isYoung === true && credentials.tokenKind === 'trigger_token') {
    return good('The project lets no user set pipeline variables, and none would be sent');
  }
  return open(`${rule}, which not every version accepts`, 'GitLab before about 18.6 refuses it.');
}

/** Whether the CI file declares the inputs of this run; `undefined` if there are none. */
export function inputsCheck(
  {
    file,
    server,
  }: { readonly file: Reply<string> | undefined; readonly server: Reply<{ readonly version: string }> },
  { pipelineInputs, ref }: TriggerRequest,
): CheckResult | undefined {
  const count = Object.keys(pipelineInputs).length;
  if (count === 0) return undefined;
  if (server.kind === 'ok' && isBefore(server.value.version, [17, 11]) === true) {
    return bad('inputs_invalid', {
      finding: `GitLab ${server.value.version} silently ignores inputs`,
      hint: 'Inputs need GitLab 17.11 or later; pass variables instead.',
    });
  }
  if (file === undefined)
    return open('The CI file is kept outside of the project, or the project cannot be seen');
  if (file.kind !== 'ok') return unanswered(file);
  const config = readConfigFile(file.value);
  if (config === undefined) return open('The CI file could not be read here');
  const faults = inputFaults(config.inputs, pipelineInputs);
  if (faults.length === 0) {
    return good(`The CI file on ${ref} takes ${count === 1 ? 'the input' : `the ${count} inputs`}`);
  }
  return bad('inputs_invalid', {
    finding: faults.slice(0, 5).map(faultText).join('; '),
    hint: `Compare inputs with the spec:inputs header of the CI file on ${ref}.`,
  });
}

function faultText(fault: InputFault): string {
  const { name } = fault;
  switch (fault.kind) {
    case 'undeclared':
      return `${name} is not declared`;
    case 'missing':
      return `${name} has no default and was not given`;
    case 'wrong_type':
      return `${name} has to be of the type ${fault.type}`;
    case 'not_an_option':
      return `${name} is not one of its options`;
    case 'not_of_pattern':
      return `${name} does not match its regex`;
  }
}
