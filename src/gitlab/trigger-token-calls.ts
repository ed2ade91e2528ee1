import { readAnswerBody } from '../http/answer-body.js';

import { pageWhy, unreadableReply, type Call, type CallRunner, type UnreadAnswer } from './call-runner.js';
import { endpoints } from './endpoints.js';
import type { ProjectAddress } from './calls.js';
import { fetchPages } from './fetch-pages.js';
import type { Paged, UnfitEntry } from './paged.js';
import type { Reply } from './reply.js';
import type { TriggerToken } from './trigger-token.js';

/** A trigger token of a project. */
export interface TriggerTokenCall {
  readonly project: ProjectAddress;
  readonly triggerId: number;
}

/**
 * The calls about pipeline trigger tokens, for a user with the role Maintainer. Reading needs the scope `read_api`, writing `api`. The answers hold
 * whole tokens, so nothing of one that cannot be read is ever quoted.
 * @see https://docs.gitlab.com/api/pipeline_triggers/
 */
export interface TriggerTokenCalls {
  /** All that have not expired. One page that fails fails all. `fresh`, another text each time, keeps caches on the way from giving an old list. */
  readonly listTriggerTokens: (
    call: { readonly project: ProjectAddress; readonly fresh?: string | undefined },
    signal: AbortSignal,
  ) => Promise<Reply<Paged<TriggerToken>>>;
  readonly fetchTriggerToken: (call: TriggerTokenCall, signal: AbortSignal) => Promise<Reply<TriggerToken>>;
  /** Servers that do not know the expiry of trigger tokens pass over `expiresAtMs` (milliseconds since 1970); the answer shows it. */
  readonly createTriggerToken: (
    call: {
      readonly project: ProjectAddress;
      readonly description: string;
      readonly expiresAtMs: number | undefined;
    },
    signal: AbortSignal,
  ) => Promise<Reply<TriggerToken>>;
  /** Only the owner of the token may; GitLab changes nothing but its description. */
  readonly updateTriggerToken: (
    call: TriggerTokenCall & { readonly description: string },
    signal: AbortSignal,
  ) => Promise<Reply<TriggerToken>>;
  /** For good: a token that was deleted cannot be brought back. */
  readonly deleteTriggerToken: (call: TriggerTokenCall, signal: AbortSignal) => Promise<Reply<'deleted'>>;
}

/** What the calls share: where the API is, and what goes with each request. */
export interface CallSettings {
  readonly apiUrl: URL;
  readonly headers: Readonly<Record<string, string>>;
}

export function triggerTokenCalls(runner: CallRunner, { apiUrl, headers }: CallSettings): TriggerTokenCalls {
  const secretive = { headers, quoting: 'never' } as const;
  const json = { ...headers, 'content-type': 'application/json' };
  const run = async <T>(call: Call<T>): Promise<Reply<T>> => (await runner.run(call)).reply;
  return {
    listTriggerTokens: async ({ project, fresh }, signal) => {
      const firstUrl = endpoints.triggerTokens(apiUrl, project);
      if (fresh !== undefined) firstUrl.searchParams.set('gitlab_trigger_fresh', fresh);
      const asked = fresh === undefined ? headers : { ...headers, 'cache-control': 'no-cache' };
      const read: Call<readonly (TriggerToken | UnfitEntry)[]>['read'] = (schemas) =>
        schemas.readTriggerTokens;
      const fetchPage = (
        url: URL,
        pageSignal: AbortSignal,
      ): ReturnType<typeof runner.run<readonly (TriggerToken | UnfitEntry)[]>> =>
        runner.run({ ...secretive, headers: asked, method: 'GET', url, signal: pageSignal, read });
      return fetchPages({ apiUrl, firstUrl, fetchPage }, signal);
    },
    fetchTriggerToken: async (call, signal) =>
      run({
        ...secretive,
        method: 'GET',
        url: endpoints.triggerToken(apiUrl, call.project, call.triggerId),
        signal,
        read: readingOf(call),
      }),
    createTriggerToken: async ({ project, description, expiresAtMs }, signal) =>
      run({
        ...secretive,
        method: 'POST',
        url: endpoints.createTriggerToken(apiUrl, project),
        headers: json,
        body: JSON.stringify({ description, ...expiryOf(expiresAtMs) }),
        signal,
        read: (schemas) => schemas.readTriggerToken,
      }),
    updateTriggerToken: async (call, signal) =>
      run({
        ...secretive,
        method: 'PUT',
        url: endpoints.triggerToken(apiUrl, call.project, call.triggerId),
        headers: json,
        body: JSON.stringify({ description: call.description }),
        signal,
        read: readingOf(call),
      }),
    deleteTriggerToken: async (call, signal) => {
      const url = endpoints.triggerToken(apiUrl, call.project, call.triggerId);
      // There is no body; a server under maintenance answers honestly to JSON only.
      const reply = await runner.send({ method: 'DELETE', url, headers: json, signal });
      return reply.kind === 'ok' ? readDeletion(reply.value) : reply;
    },
  };
}

/** With its zone written as `Z`, which no server misreads. */
function expiryOf(expiresAtMs: number | undefined): { readonly expires_at?: string } {
  return expiresAtMs === undefined ? {} : { expires_at: new Date(expiresAtMs).toISOString() };
}

/** An answer about another token, which a cache on the way may give, must not decide anything. */
function readingOf({ triggerId }: TriggerTokenCall): Call<TriggerToken>['read'] {
  return (schemas) => (body) => {
    const reading = schemas.readTriggerToken(body);
    if (reading.kind !== 'ok' || reading.value.id === triggerId) return reading;
    return { kind: 'unfit', why: `it is about trigger token ${reading.value.id}` };
  };
}

/** GitLab says 204 and nothing else; a page with 200 comes from something in front of it, which has deleted nothing. */
function readDeletion(answer: UnreadAnswer): Reply<'deleted'> {
  const { response, hints } = answer;
  if (response.status === 204) return { kind: 'ok', value: 'deleted', hints };
  const content = readAnswerBody(response.headers['content-type'], response.body);
  const why =
    content.kind === 'html' ? pageWhy(content.texts) : 'GitLab answers 204 to a deletion that was done';
  return unreadableReply(answer, why);
}
