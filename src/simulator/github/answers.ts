import { jsonAnswer } from '../gitlab/answer.js';
import type { SimulatedResponse } from '../gitlab/wire.js';
import type { GitHubPermission } from './scenario.js';

/** The shape of everything that GitHub's API refuses. */
export function refusal(
  status: number,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
): SimulatedResponse {
  const documentation = { documentation_url: 'https://docs.github.com/rest', status: String(status) };
  return jsonAnswer(status, { message, ...more, ...documentation });
}

export function notFound(): SimulatedResponse {
  return refusal(404, 'Not Found');
}

export interface FieldError {
  readonly resource: string;
  readonly field: string;
  readonly code: string;
  readonly message?: string;
}

export function invalid(...errors: readonly FieldError[]): SimulatedResponse {
  return refusal(422, 'Validation Failed', { errors });
}

/** A permission that a call needs; one of several is enough. */
export type Need = readonly [permission: GitHubPermission, access: 'read' | 'write'];

/** What GitHub says to a token that lacks all of `needs`. */
export function lacking(kind: 'personal' | 'installation', needs: readonly Need[]): SimulatedResponse {
  const by = kind === 'installation' ? 'integration' : 'personal access token';
  const answer = refusal(403, `Resource not accessible by ${by}`);
  const accepted = needs.map(([permission, access]) => `${permission}=${access}`).join('; ');
  return { ...answer, headers: { ...answer.headers, 'x-accepted-github-permissions': accepted } };
}
