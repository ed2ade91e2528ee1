import { type Step, errorAnswer, go, jsonAnswer, stop } from './answer.js';
import type { Call } from './call.js';
import type { ParameterValue } from './parameter-tree.js';
import { splitTarget } from './parameters.js';
import type { SimulatedResponse } from './wire.js';

const defaultPerPage = 20;
const largestPerPage = 100;

export interface Listing<T> {
  readonly items: readonly T[];
  readonly entity: (item: T) => unknown;
  /** `left_out` if GitLab does not count; `sent` when absent. */
  readonly totals?: 'sent' | 'left_out' | undefined;
  /** Parameters with default values, which `Link` repeats. */
  readonly defaults?: Readonly<Record<string, string>> | undefined;
}

/** One page of a list with all pagination headers, or 400 for a page size that GitLab refuses. */
export function pageAnswer<T>(call: Call, listing: Listing<T>): SimulatedResponse {
  const { items, entity, totals = 'sent', defaults = {} } = listing;
  const asked = askedPage(call);
  if (asked.kind === 'stop') return asked.answer;
  const position: Position = { ...asked.value, total: items.length };
  const from = (position.page - 1) * position.perPage;
  const body = items.slice(from, from + position.perPage).map(entity);
  return jsonAnswer(200, body, pageHeaders(call, position, { totals, defaults }));
}

/** The first `most` items of a list, of those behind an id when one is given. */
export type UncountedItems<T> = (most: number, beforeId?: number) => readonly T[];

/** The same of a list that nobody counts: only what is on the page, and before it, is looked at. */
export function uncountedPageAnswer<T>(
  call: Call,
  { items, entity }: { readonly items: UncountedItems<T>; readonly entity: Listing<T>['entity'] },
): SimulatedResponse {
  const asked = askedPage(call);
  if (asked.kind === 'stop') return asked.answer;
  const { page, perPage } = asked.value;
  return pageAnswer(call, { items: items(page * perPage + 1), entity, totals: 'left_out' });
}

function askedPage(call: Call): Step<Omit<Position, 'total'>> {
  const page = wholeNumber(call.parameters.page, 1);
  const perPage = perPageOf(call);
  if (page === undefined) {
    const other = perPage.kind === 'stop' ? perPageProblems(call) : [];
    return stop(errorAnswer(400, ['page is invalid', ...other].join(', ')));
  }
  return perPage.kind === 'stop' ? perPage : go({ page: Math.max(1, page), perPage: perPage.value });
}

/** The page size, or the refusal of the requested one. */
export function perPageOf(call: Call): Step<number> {
  const problems = perPageProblems(call);
  if (problems.length > 0) return stop(errorAnswer(400, problems.join(', ')));
  const asked = wholeNumber(call.parameters.per_page, defaultPerPage) ?? defaultPerPage;
  return go(Math.min(largestPerPage, Math.abs(asked)));
}

function perPageProblems({ parameters }: Call): readonly string[] {
  const asked = wholeNumber(parameters.per_page, defaultPerPage);
  if (asked === undefined) return ['per_page is invalid'];
  return asked === 0 ? ['per_page has a value not allowed'] : [];
}

/** An integer in a query; `undefined` for other text. */
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
  { totals, defaults }: Required<Pick<Listing<unknown>, 'totals' | 'defaults'>>,
): Readonly<Record<string, string>> {
  const pages = Math.max(1, Math.ceil(total / perPage));
  // A page after the last one has no link to a previous page.
  const previous = page > 1 && page <= pages ? page - 1 : undefined;
  const next = page < pages ? page + 1 : undefined;
  const set = { ...defaults, ...call.pathParameters, per_page: String(perPage) };
  const linked = pageLinks(call, set);
  const link = (target: number | undefined, rel: string): readonly string[] =>
    target === undefined ? [] : [linked(rel, { page: String(target) })];
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

const secrets = ['private_token', 'access_token', 'job_token'];

/**
 * Links to the request's own URL on the configured external host, which may differ from the requested host.
 * Requested values override defaults; parameters are sorted by name.
 * @param shared What all links have; each adds its own.
 */
export function pageLinks(
  { instance, request, pathParameters }: Call,
  shared: Readonly<Record<string, string>>,
): (rel: string, own: Readonly<Record<string, string>>) => string {
  const { path, query } = splitTarget(request.target);
  const asked = new URLSearchParams(query);
  const { href } = new URL(path, instance.externalUrl);
  const always = ['page', 'per_page', 'cursor', ...Object.keys(pathParameters)];
  const set = (parameters: URLSearchParams, values: Readonly<Record<string, string>>): void => {
    for (const [name, value] of Object.entries(values)) {
      if (always.includes(name) || !parameters.has(name)) parameters.set(name, value);
    }
  };
  set(asked, shared);
  for (const secret of secrets) asked.delete(secret);
  return (rel, own) => {
    const parameters = new URLSearchParams(asked);
    set(parameters, own);
    parameters.sort();
    return `<${href}?${parameters.toString()}>; rel="${rel}"`;
  };
}
