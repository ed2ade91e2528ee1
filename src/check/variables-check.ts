import type { Project } from '../gitlab/project.js';
import type { Reply } from '../gitlab/reply.js';
import type { TriggerRequest } from '../inputs/trigger-request.js';
import { bad, good, open, type Finding } from './check.js';
import { unanswered } from './server-check.js';
import { isBefore } from './server-version.js';

type Server = Reply<{ readonly version: string }>;

/** Roles that GitLab may ask of whoever sets variables, by the number that it has for them. */
const levels: ReadonlyMap<string, number> = new Map([
  ['developer', 30],
  ['maintainer', 40],
  ['owner', 50],
]);

const cure =
  'Pass the values as inputs (spec:inputs) instead, or have the role lowered: Settings > CI/CD > Variables > Minimum role to use pipeline variables.';

const forwarded = 'Those that begin with UPSTREAM_ are of forward_context: set it to false.';

/** Whether the project lets the variables of this run in; `undefined` when there are none, and nothing to be said of that. */
export function variablesCheck(
  { project, server }: { readonly project: Reply<Project>; readonly server: Server },
  request: TriggerRequest,
): Finding | undefined {
  const count = Object.keys(request.variables).length;
  if (project.kind !== 'ok') return count === 0 ? undefined : unanswered(project);
  const role = restrictionOf(project.value);
  if (count === 0) return role === 'no_one_allowed' ? payloadFinding(server, request) : undefined;
  const names = `${count} ${count === 1 ? 'variable' : 'variables'}`;
  if (role === undefined) {
    return open('GitLab does not show this access_token who may set pipeline variables', cure);
  }
  if (role === 'no_one_allowed') {
    return bad('variables_restricted', {
      finding: `The project lets nobody set pipeline variables, and ${names} would be sent`,
      cure: request.forwardContext ? `${forwarded} ${cure}` : cure,
    });
  }
  // Whoever may start a pipeline at all is a Developer.
  if (role === 'developer') return good(`Everybody who may start a pipeline may set the ${names}`);
  return roleFinding(role, { project: project.value, request });
}

/** The lowest role; older servers have a switch beside it. */
function restrictionOf({ variablesRole, restrictsVariables }: Project): string | undefined {
  if (restrictsVariables === false) return 'developer';
  return variablesRole ?? (restrictsVariables === true ? 'maintainer' : undefined);
}

function roleFinding(
  role: string,
  { project, request }: { readonly project: Project; readonly request: TriggerRequest },
): Finding {
  const level = levels.get(role);
  const isOwn = request.credentials.kind === 'access' && project.accessLevel !== undefined;
  if (isOwn && level !== undefined && (project.accessLevel ?? 0) >= level) {
    return good(`Setting pipeline variables takes the role ${role}, and the user behind access_token has it`);
  }
  const whose =
    request.credentials.kind === 'access' ? 'the user behind access_token' : 'the owner of the token';
  return open(
    `Setting pipeline variables takes the role ${role}, and nobody can tell here whether ${whose} has it`,
    cure,
  );
}

/** GitLab sets a variable itself, TRIGGER_PAYLOAD, which used to count as one of the caller's. */
function payloadFinding(server: Server, { credentials }: TriggerRequest): Finding | undefined {
  if (credentials.kind === 'access') return undefined;
  const rule =
    'The project lets nobody set pipeline variables; none would be sent, but GitLab adds TRIGGER_PAYLOAD itself';
  const version = server.kind === 'ok' ? server.value.version : undefined;
  const isOld = version === undefined ? undefined : isBefore(version, [18, 4]);
  const isYoung = version === undefined ? undefined : isBefore(version, [18, 7]) === false;
  if (isOld === true) {
    return bad('variables_restricted', {
      finding: `${rule}, and GitLab ${version ?? ''} refuses that`,
      cure: 'Let a Maintainer lower the role (Settings > CI/CD > Variables), or update GitLab to 18.7 or later.',
    });
  }
  if (isYoung === true && credentials.tokenKind === 'trigger_token') {
    return good('The project lets nobody set pipeline variables, and none would be sent');
  }
  return open(`${rule}, which not every version takes`, 'GitLab before about 18.6 refuses it.');
}
