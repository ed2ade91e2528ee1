import { jsonAnswer } from '../gitlab/answer.js';
import type { SimulatedResponse } from '../gitlab/wire.js';

const usualPage = 30;
const largestPage = 100;

/** The page of a list that a URL asks for, with the links that GitHub sends. `shape` makes the body of the items. */
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
