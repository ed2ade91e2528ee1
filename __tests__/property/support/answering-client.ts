import { type GitLabClient, createGitLabClient } from '../../../src/gitlab/client.js';
import type { HttpRequest, HttpResponse } from '../../../src/http/transport.js';

/** An answer; `application/json` and 200 unless told. */
export type Answer = Partial<Omit<HttpResponse, 'body'>> & { readonly body: string | Buffer };

export const apiUrl = new URL('https://gitlab.example.com/api/v4/');

/** A client of a server that answers as told, without any network. */
export function answeringClient(answer: (request: HttpRequest) => Answer): GitLabClient {
  const transport = {
    send: (request: HttpRequest): Promise<HttpResponse> => {
      const { status = 200, headers = { 'content-type': 'application/json' }, body } = answer(request);
      request.onSent?.();
      return Promise.resolve({ status, headers, body: Buffer.from(body) });
    },
  };
  return createGitLabClient(
    { transport, clock: { epochMs: () => 1_715_685_560_000 } },
    { connection: { apiUrl, requestTimeoutMs: 30_000, requestHeaders: [] }, accessToken: undefined },
  );
}

/** Everything in a value that is a number and not finite, by place. */
export function unfiniteIn(value: unknown, place = ''): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${place}: ${value}`];
  if (value instanceof Map) return unfiniteIn([...(value as Map<unknown, unknown>).values()], place);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => unfiniteIn(member, `${place}.${key}`));
}
