import { errorAnswer, jsonAnswer } from './answer.js';
import type { Call } from './call.js';
import { type Listing, type UncountedItems, pageLinks, perPageOf } from './paging.js';
import { scalarText } from './parameters.js';
import type { SimulatedResponse } from './wire.js';

/**
 * A part of a list by keyset pagination: newest first, with a link to the next part only. The only order with
 * an index is the descending id.
 * @see https://docs.gitlab.com/api/rest/#keyset-based-pagination
 */
export function cursorAnswer<T extends { readonly id: number }>(
  call: Call,
  { items, entity }: { readonly items: UncountedItems<T>; readonly entity: Listing<T>['entity'] },
): SimulatedResponse {
  const { parameters } = call;
  const orderBy = scalarText(parameters.order_by ?? 'id');
  const sort = scalarText(parameters.sort ?? 'desc');
  if (orderBy !== 'id' || sort !== 'desc') {
    return errorAnswer(405, 'Keyset pagination is not yet available for this type of request');
  }
  const perPage = perPageOf(call);
  if (perPage.kind === 'stop') return perPage.answer;
  const before = idBehind(scalarText(parameters.cursor));
  const rest = items(perPage.value + 1, before);
  const piece = rest.slice(0, perPage.value);
  const last = piece.at(-1);
  const hasMore = last !== undefined && rest.length > piece.length;
  const link = hasMore
    ? {
        link: pageLinks(call, { per_page: String(perPage.value) })('next', { cursor: cursorOf(last) }),
      }
    : {};
  return jsonAnswer(200, piece.map(entity), link);
}

function cursorOf({ id }: { readonly id: number }): string {
  return Buffer.from(JSON.stringify({ id: String(id), _kd: 'n' })).toString('base64url');
}

/** Where the previous part ended; an invalid cursor starts again. */
function idBehind(cursor: string): number {
  const id = /"id":"(\d+)"/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
  return id === undefined ? Infinity : Number(id);
}
