import { jsonAnswer } from '../gitlab/wire/answer.js';
import type { SimulatedResponse } from '../gitlab/wire/wire.js';
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

/** GitHub's refusal of a token that lacks all of `needs`. */
export function refusedFor(kind: 'personal' | 'installation', needs: readonly Need[]): SimulatedResponse {
  const by = kind === 'installation' ? 'integration' : 'personal access token';
  const answer = refusal(403, `Resource not accessible by ${by}`);
  const accepted = needs.map(([permission, access]) => `${permission}=${access}`).join('; ');
  return { ...answer, headers: { ...answer.headers, 'x-accepted-github-permissions': accepted } };
}

const usualPage = 30;
const largestPage = 100;

/** The requested page of a list, with the links that GitHub sends. `shape` makes the body of the items. */
export function pageOf<Item>(
  items: readonly Item[],
  url: URL,
  shape: (items: readonly Item[]) => unknown,
): SimulatedResponse {
  const size = Math.min(countOf(url.searchParams.get('per_page')) ?? usualPage, largestPage);
  const page = countOf(url.searchParams.get('page')) ?? 1;
  const last = Math.max(1, Math.ceil(items.length / size));
  const linkTo = (number: number, relation: string): string => {
    const target = new URL(url);
    target.searchParams.set('page', String(number));
    return `<${target.href}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [linkTo(page - 1, 'prev')] : []),
    ...(page < last ? [linkTo(page + 1, 'next'), linkTo(last, 'last')] : []),
    ...(page > 1 ? [linkTo(1, 'first')] : []),
  ];
  const headers = links.length === 0 ? {} : { link: links.join(', ') };
  return jsonAnswer(200, shape(items.slice((page - 1) * size, page * size)), headers);
}

function countOf(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
}
