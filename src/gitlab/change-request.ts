import { isObject } from '../base/is-object.js';
import { exchanged, sendWithin } from '../http/json-api.js';
import { readAnswerBody } from '../http/response-body.js';
import type { HttpResponse, Transport, TransportFault } from '../http/transport.js';
import { type ServerHints, readServerHints } from './responses/reply.js';

/** Which pipeline is asked about, and the tag that the answer before had. */
export interface ChangeCall {
  readonly pipelineId: number;
  readonly tag: string | undefined;
}

/** What the answer to the question says, read as far as it can be; what it means is for others to decide. */
export interface ChangeAnswer {
  readonly kind: 'answer';
  readonly status: number;
  /** The whole `ETag`, as it has to be sent again. */
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

/** The answer has no body, or one of some thirty bytes; a page may be a little longer. */
const maxBytes = 64 * 1024;
/** Whoever asks so often does not wait long for one answer: the full poll does not hang on it. */
const mostTimeoutMs = 5000;
/** The cheapest query there is. */
const body = JSON.stringify({ query: '{ __typename }' });
/** GitLab's tags have some forty characters. */
const tagShape = /^(?:W\/)?"[\x21\x23-\x7e]{1,200}"$/;

export interface ChangeAsker {
  readonly transport: Pick<Transport, 'send'>;
  readonly clock: { readonly epochMs: () => number };
  /** Those of every read, the token among them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly apiUrl: URL;
  readonly requestTimeoutMs: number;
}

/**
 * Asks whether anything has changed in the tree of a pipeline, as GitLab's own page does: a GraphQL request
 * whose condition the middleware checks in Redis, before login and database. One request to the server of the
 * API and to nobody else: a redirect is an answer. Never throws but the reason of `signal`.
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

/** A condition that the user sends with every request is not ours. */
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
