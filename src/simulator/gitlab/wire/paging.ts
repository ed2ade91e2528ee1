import { errorAnswer, jsonAnswer } from './answer.js';
import type { Call } from './call.js';
import type { ParameterValue } from './parameter-tree.js';
import { splitTarget } from './parameters.js';
import type { SimulatedResponse } from './wire.js';

const defaultPerPage = 20;
const largestPerPage = 100;

export interface Listing<T> {
  readonly items: readonly T[];
  readonly entity: (item: T) => unknown;
  /** `left_out` where GitLab does not count; `sent` when absent. */
  readonly totals?: 'sent' | 'left_out' | undefined;
}

/** One page of a list with all pagination headers, or 400 for a page size that GitLab refuses. */
export function pageAnswer<T>(call: Call, { items, entity, totals }: Listing<T>): SimulatedResponse {
  const page = wholeNumber(call.parameters.page, 1);
  const perPage = wholeNumber(call.parameters.per_page, defaultPerPage);
  const problems = [
    ...(page === undefined ? ['page is invalid'] : []),
    ...(perPage === undefined ? ['per_page is invalid'] : []),
    ...(perPage === 0 ? ['per_page has a value not allowed'] : []),
  ];
  if (page === undefined || perPage === undefined || problems.length > 0) {
    return errorAnswer(400, problems.join(', '));
  }
  const position: Position = {
    page: Math.max(1, page),
    perPage: Math.min(largestPerPage, Math.abs(perPage)),
    total: items.length,
  };
  const from = (position.page - 1) * position.perPage;
  const body = items.slice(from, from + position.perPage).map(entity);
  return jsonAnswer(200, body, pageHeaders(call, position, totals ?? 'sent'));
}

/** An integer out of a query; `undefined` for text that is none. */
export function wholeNumber(value: ParameterValue | undefined, absent: number): number | undefined {
  if (value === undefined || value === null) return absent;
  const text = typeof value === 'object' ? '' : String(value);
  return /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
}

interface Position {
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
}

function pageHeaders(
  call: Call,
  { page, perPage, total }: Position,
  totals: 'sent' | 'left_out',
): Readonly<Record<string, string>> {
  const pages = Math.max(1, Math.ceil(total / perPage));
  const previous = page > 1 ? page - 1 : undefined;
  const next = page < pages ? page + 1 : undefined;
  const link = (target: number | undefined, rel: string): readonly string[] =>
    target === undefined ? [] : [`<${pageUrl(call, target, perPage)}>; rel="${rel}"`];
  const links = [...link(previous, 'prev'), ...link(next, 'next'), ...link(1, 'first')];
  const counted = totals === 'sent' ? { 'x-total': String(total), 'x-total-pages': String(pages) } : {};
  return {
    link: [...links, ...(totals === 'sent' ? link(pages, 'last') : [])].join(', '),
    'x-next-page': String(next ?? ''),
    'x-page': String(page),
    'x-per-page': String(perPage),
    'x-prev-page': String(previous ?? ''),
    ...counted,
  };
}

/** The request's own address on the configured external host, which need not be the host that was asked. */
function pageUrl({ instance, request }: Call, page: number, perPage: number): string {
  const { path, query } = splitTarget(request.target);
  const url = new URL(path, instance.externalUrl);
  url.search = query;
  for (const secret of ['private_token', 'access_token', 'job_token']) url.searchParams.delete(secret);
  url.searchParams.set('page', String(page));
  url.searchParams.set('per_page', String(perPage));
  return url.href;
}
