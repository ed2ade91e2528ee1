import { isObject } from '../base/is-object.js';
import { exchanged, sendWithin } from '../http/json-api.js';
import { readAnswerBody } from '../http/response-body.js';
import type { HttpResponse, Transport, TransportFault } from '../http/transport.js';
import { type ServerHints, readServerHints } from './responses/reply.js';

/** The pipeline to ask about, and the tag of the response before. */
export interface ChangeCall {
  readonly pipelineId: number;
  readonly tag: string | undefined;
}

/** The parsed response. What it means is decided elsewhere. */
export interface ChangeAnswer {
  readonly kind: 'answer';
  readonly status: number;
  /** The complete `ETag`, to be sent back unchanged. */
  readonly tag: string | undefined;
  /** Whether GitLab's middleware answered, before any work was done. */
  readonly fromGitLabCache: boolean;
  /**
   * `query`: the result of our query. `errors`: GraphQL's own errors. `page`: a web page. `other`: anything
   * else, also nothing.
   */
  readonly body: 'query' | 'errors' | 'page' | 'other';
  readonly hints: ServerHints;
}

export type ChangeReply = ChangeAnswer | { readonly kind: 'fault'; readonly fault: TransportFault };

/** The response has no body or about thirty bytes; a web page may be a little longer. */
const maxBytes = 64 * 1024;
/** The full poll does not wait for this answer, so the timeout can be short. */
const mostTimeoutMs = 5000;
/** The cheapest query that GitLab's schema allows. */
const body = JSON.stringify({ query: '{ __typename }' });
/** GitLab's tags have about forty characters. */
const tagShape = /^(?:W\/)?"[\x21\x23-\x7e]{1,200}"$/;

export interface ChangeAsker {
  readonly transport: Pick<Transport, 'send'>;
  readonly clock: { readonly epochMs: () => number };
  /** The headers of every read, including the token. */
  readonly headers: Readonly<Record<string, string>>;
  readonly apiUrl: URL;
  readonly requestTimeoutMs: number;
}

/**
 * Asks whether anything in the tree of a pipeline has changed, as GitLab's own page does: a GraphQL request
 * whose condition the middleware checks in Redis, before login and database. Sends one request, to the server
 * of the API only: a redirect is returned as a response. Throws nothing except the reason of `signal`.
 * @see GitLab, `lib/gitlab/etag_caching/middleware.rb`, `router/graphql.rb`
 */
export async function askForChange(
  { transport, clock, headers, apiUrl, requestTimeoutMs }: ChangeAsker,
  { pipelineId, tag }: ChangeCall,
  signal: AbortSignal,
): Promise<ChangeReply> {
  const sent = await exchanged(() =>
    sendWithin(transport, apiUrl, {
      method: 'POST',
      url: new URL('../graphql', apiUrl),
      headers: {
        ...withoutCondition(headers),
        'content-type': 'application/json',
        'x-gitlab-graphql-resource-etag': `pipelines/id/${pipelineId}`,
        ...(tag === undefined ? {} : { 'if-none-match': tag }),
      },
      body,
      timeoutMs: Math.min(requestTimeoutMs, mostTimeoutMs),
      maxBytes,
      signal,
    }),
  );
  if (sent.kind === 'fault') return sent;
  const response = sent.value;
  const { status } = response;
  const { etag = '', 'x-gitlab-from-cache': fromCache = '' } = response.headers;
  return {
    kind: 'answer',
    status,
    tag: tagShape.test(etag) ? etag : undefined,
    fromGitLabCache: fromCache.trim().toLowerCase() === 'true',
    body: bodyKind(response),
    hints: readServerHints({ status, headers: response.headers, localTimeMs: clock.epochMs() }),
  };
}

/** The user may send a condition with every request; it is not ours. */
function withoutCondition(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'if-none-match'));
}

function bodyKind(response: HttpResponse): ChangeAnswer['body'] {
  const content = readAnswerBody(response.headers['content-type'], response.body);
  if (content.kind === 'html') return 'page';
  if (content.kind !== 'json' || !isObject(content.value)) return 'other';
  const { data: answer, errors } = content.value;
  if (errors !== undefined) return 'errors';
  return isObject(answer) && answer.__typename === 'Query' ? 'query' : 'other';
}
