import type { AccessTokenRecord, Instance, JobTokenRecord, UserRecord } from '../state/records.js';
import { type Step, go, htmlAnswer, jsonAnswer, messageAnswer, stop, unauthorizedAnswer } from './answer.js';
import type { ParameterTree } from './parameter-tree.js';
import { mediaType } from './parameters.js';
import type { SimulatedRequest, SimulatedResponse } from './wire.js';

/** The sender of a request. */
export type Caller =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'user'; readonly user: UserRecord; readonly token: AccessTokenRecord }
  | { readonly kind: 'job'; readonly user: UserRecord; readonly token: JobTokenRecord };

/** The requirements of a route. */
export interface AccessRule {
  /** The smallest scope of an access token; `api` includes `read_api`, `any` asks for none. */
  readonly scope: 'read_user' | 'read_api' | 'api' | 'any';
  /** The fine-grained permission, for access tokens and job tokens that have a list. */
  readonly permission: string;
  readonly jobToken: 'accepted' | 'ignored';
  /** `refused`: 401 without credentials, on public projects too. */
  readonly anonymous: 'accepted' | 'refused';
}

interface Authentication {
  readonly instance: Instance;
  readonly request: SimulatedRequest;
  readonly parameters: ParameterTree;
  readonly nowMs: number;
}

/** Identifies the caller, and ends the request with 401 or 403 if the route does not accept them. */
export function identify(authentication: Authentication, rule: AccessRule): Step<Caller> {
  const { instance, request, parameters } = authentication;
  if (rule.jobToken === 'accepted') {
    const jobToken =
      textOf(request.headers['job-token'] ?? parameters.job_token) ?? bearerOfJob(instance, request);
    if (jobToken !== undefined) return identifyJob(instance, jobToken);
  }
  const token = accessTokenOf(request, parameters);
  if (token !== undefined) return identifyUser(authentication, rule, token);
  return rule.anonymous === 'accepted' ? go({ kind: 'anonymous' }) : stop(unauthorizedAnswer());
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** What stands behind `Bearer` is taken for the token of a job where a job has it. */
function bearerOfJob({ jobTokens }: Instance, request: SimulatedRequest): string | undefined {
  const bearer = bearerOf(request);
  return jobTokens.some(({ description }) => description.token === bearer) ? bearer : undefined;
}

function bearerOf({ headers }: SimulatedRequest): string | undefined {
  return /^Bearer\s+(.+)$/i.exec(headers.authorization ?? '')?.[1];
}

function accessTokenOf(request: SimulatedRequest, parameters: ParameterTree): string | undefined {
  const authorization = request.headers.authorization ?? '';
  return (
    textOf(request.headers['private-token']) ??
    textOf(parameters.private_token) ??
    bearerOf(request) ??
    textOf(parameters.access_token) ??
    basicPassword(authorization)
  );
}

function basicPassword(authorization: string): string | undefined {
  const encoded = /^Basic\s+(.+)$/i.exec(authorization)?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  return textOf(text.slice(text.indexOf(':') + 1));
}

/** Whether a request carries credentials that the throttle recognizes. */
export function carriesAccessToken(instance: Instance, request: SimulatedRequest): string | undefined {
  const token = accessTokenOf(request, {});
  return instance.accessTokens.find(({ description }) => description.token === token)?.user.username;
}

function identifyJob(instance: Instance, text: string): Step<Caller> {
  const token = instance.jobTokens.find(({ description }) => description.token === text);
  const live = token?.description.job === 'running' || token?.description.job === 'canceling';
  return token !== undefined && live && !token.user.blocked
    ? go({ kind: 'job', user: token.user, token })
    : stop(unauthorizedAnswer());
}

function identifyUser({ instance, nowMs }: Authentication, rule: AccessRule, text: string): Step<Caller> {
  const token = instance.accessTokens.find(({ description }) => description.token === text);
  if (token === undefined || token.user.blocked) return stop(unauthorizedAnswer());
  const state = stateOf(token, nowMs);
  if (state !== 'active') return stop(invalidTokenAnswer(state));
  if (!hasScope(token, rule.scope)) return stop(insufficientScopeAnswer(rule.scope));
  const { permissions } = token.description;
  const { missingPermission } = instance.release.words;
  if (missingPermission !== undefined && permissions?.includes(rule.permission) === false) {
    return stop(
      jsonAnswer(403, {
        error: 'insufficient_granular_scope',
        error_description: missingPermission(rule.permission),
      }),
    );
  }
  return go({ kind: 'user', user: token.user, token });
}

/** The current state of an access token. */
export function stateOf({ description }: AccessTokenRecord, nowMs: number): 'active' | 'expired' | 'revoked' {
  const past = description.expiresAt !== undefined && Date.parse(description.expiresAt) <= nowMs;
  return past && description.state !== 'revoked' ? 'expired' : (description.state ?? 'active');
}

function hasScope({ description: { scopes } }: AccessTokenRecord, scope: AccessRule['scope']): boolean {
  switch (scope) {
    case 'any':
      return true;
    case 'api':
      return scopes.includes('api');
    case 'read_user':
      return ['api', 'read_api', 'read_user'].some((each) => scopes.includes(each));
    case 'read_api':
      return scopes.includes('api') || scopes.includes('read_api');
  }
}

const invalidTokenTexts = {
  expired: 'Token is expired. You can either do re-authorization or token refresh.',
  revoked: 'Token was revoked. You have to re-authorize from the user.',
} as const;

function invalidTokenAnswer(state: 'expired' | 'revoked'): ReturnType<typeof jsonAnswer> {
  const description = invalidTokenTexts[state];
  const challenge = `Bearer realm="Protected by OAuth 2.0", error="invalid_token", error_description="${description}"`;
  return jsonAnswer(
    401,
    { error: 'invalid_token', error_description: description },
    { 'www-authenticate': challenge },
  );
}

const acceptedScopes = {
  read_user: 'api read_api read_user',
  read_api: 'api read_api',
  api: 'api',
  any: '',
} as const;

function insufficientScopeAnswer(scope: AccessRule['scope']): ReturnType<typeof jsonAnswer> {
  return jsonAnswer(403, {
    error: 'insufficient_scope',
    error_description: 'The request requires higher privileges than provided by the access token.',
    scope: acceptedScopes[scope],
  });
}

/** The response of a read-only server to a write; `undefined` if the request may proceed. */
export function writeRefusal(instance: Instance, request: SimulatedRequest): SimulatedResponse | undefined {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return undefined;
  switch (instance.writes) {
    case 'open':
      return undefined;
    case 'maintenance':
      if (instance.release.maintenanceMode === 'absent') return undefined;
      return maintenanceAnswer(request, {
        message: instance.maintenanceMessage,
        startPage: `${instance.externalUrl}/`,
      });
    case 'read_only':
      return isJson(request)
        ? messageAnswer(403, 'You cannot perform write operations on a read-only instance')
        : redirectAway(request, `${instance.externalUrl}/`);
  }
}

interface Maintenance {
  readonly message: string;
  readonly startPage: string;
}

/** JSON requests get a real 503; a form is redirected to where it came from, or to the start page. */
export function maintenanceAnswer(request: SimulatedRequest, maintenance: Maintenance): SimulatedResponse {
  return isJson(request)
    ? messageAnswer(503, maintenance.message)
    : redirectAway(request, maintenance.startPage);
}

function isJson({ headers }: SimulatedRequest): boolean {
  return mediaType(headers['content-type'] ?? '') === 'application/json';
}

function redirectAway({ headers }: SimulatedRequest, startPage: string): SimulatedResponse {
  const location = headers.referer ?? startPage;
  const page = `<html><body>You are being <a href="${location}">redirected</a>.</body></html>`;
  return htmlAnswer(301, page, { location });
}
