import type { HttpRequest, HttpResponse } from '../../http/transport.js';

/** The statuses of GitLab's JSON responses. A proxy that changes a body answers 203, a queue in front 202. */
const successOfReads: readonly number[] = [200];
const successOfChanges: readonly number[] = [200, 201];

/**
 * Why a response with a success status cannot be GitLab's JSON response to such a request; `undefined` if it
 * can be. GitLab always sends `application/json`. A missing type proves nothing: proxies remove headers.
 */
export function strangeSuccess(
  method: HttpRequest['method'],
  { status, headers }: Pick<HttpResponse, 'status' | 'headers'>,
): string | undefined {
  const own = method === 'GET' ? successOfReads : successOfChanges;
  if (!own.includes(status)) return `GitLab answers such a request with ${own.join(' or ')}`;
  const type = headers['content-type'] ?? '';
  return type === '' || /^\s*application\/json\s*(?:;|$)/i.test(type)
    ? undefined
    : 'its content type is not the one of GitLab (application/json)';
}
