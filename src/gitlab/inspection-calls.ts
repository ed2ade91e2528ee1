import { readAnswerBody } from '../http/answer-body.js';

import { pageWhy, unreadableReply, type CallRunner, type UnreadAnswer } from './call-runner.js';
import type { ConfigLint } from './config-lint.js';
import { endpoints } from './endpoints.js';
import type { ProjectAddress } from './calls.js';
import type * as inspectionSchemas from './inspection-schemas.js';
import type { OwnToken } from './own-token.js';
import type { Reply } from './reply.js';
import type { RepositoryRef } from './repository-ref.js';
import type { Reading } from './schema-parts.js';

/** A branch or a tag of a project, by its short name. */
export interface RefCall {
  readonly project: ProjectAddress;
  readonly name: string;
}

/** The calls that look at what a pipeline would meet. They read, and change nothing. */
export interface InspectionCalls {
  /** Needs a token with the scope `read_api`; without one, GitLab answers 401. @see https://docs.gitlab.com/api/version/ */
  readonly fetchVersion: (signal: AbortSignal) => Promise<Reply<{ readonly version: string }>>;
  /** The access token that the client has. @see https://docs.gitlab.com/api/personal_access_tokens/ */
  readonly fetchOwnToken: (signal: AbortSignal) => Promise<Reply<OwnToken>>;
  /** @see https://docs.gitlab.com/api/branches/#get-single-repository-branch */
  readonly fetchBranch: (call: RefCall, signal: AbortSignal) => Promise<Reply<RepositoryRef>>;
  /** @see https://docs.gitlab.com/api/tags/#get-a-single-repository-tag */
  readonly fetchTag: (call: RefCall, signal: AbortSignal) => Promise<Reply<RepositoryRef>>;
  /**
   * What GitLab makes of the CI configuration on a ref, as for a push, without variables and inputs; an invalid one is a success, too.
   * `parameter` is how the server calls the ref: `content_ref` since 16.10, before that `sha`; one that it does not know would be passed over in silence.
   * @see https://docs.gitlab.com/api/lint/#validate-existing-cicd-configuration
   */
  readonly lintConfig: (
    call: {
      readonly project: ProjectAddress;
      readonly ref: string;
      readonly parameter: 'content_ref' | 'sha';
    },
    signal: AbortSignal,
  ) => Promise<Reply<ConfigLint>>;
  /** The text of a file of the repository. @see https://docs.gitlab.com/api/repository_files/#get-raw-file-from-repository */
  readonly fetchFile: (
    call: { readonly project: ProjectAddress; readonly ref: string; readonly path: string },
    signal: AbortSignal,
  ) => Promise<Reply<string>>;
}

type Schemas = typeof inspectionSchemas;

/** Their schemas are loaded by the first of them, since a run that starts a pipeline needs none. */
export function inspectionCalls(
  runner: CallRunner,
  { apiUrl, headers }: { readonly apiUrl: URL; readonly headers: Readonly<Record<string, string>> },
): InspectionCalls {
  const get = async <T>(
    url: URL,
    signal: AbortSignal,
    readerOf: (schemas: Schemas) => (body: unknown) => Reading<T>,
  ): Promise<Reply<T>> => {
    const reader = readerOf(await import('./inspection-schemas.js'));
    return (await runner.run({ method: 'GET', url, headers, signal, read: () => reader })).reply;
  };
  return {
    fetchVersion: async (signal) => get(endpoints.version(apiUrl), signal, ({ readVersion }) => readVersion),
    fetchOwnToken: async (signal) =>
      get(endpoints.ownToken(apiUrl), signal, ({ readOwnToken }) => readOwnToken),
    fetchBranch: async ({ project, name }, signal) =>
      get(endpoints.branch(apiUrl, project, name), signal, ({ readRef }) => readRef),
    fetchTag: async ({ project, name }, signal) =>
      get(endpoints.tag(apiUrl, project, name), signal, ({ readRef }) => readRef),
    lintConfig: async ({ project, ...options }, signal) =>
      get(endpoints.lint(apiUrl, project, options), signal, ({ readLint }) => readLint),
    fetchFile: async ({ project, ...file }, signal) => {
      const url = endpoints.file(apiUrl, project, file);
      // The file is no JSON, and asking for nothing else but text would get errors as text, too.
      const sending = { method: 'GET', url, headers: { ...headers, accept: '*/*' }, signal } as const;
      const reply = await runner.send(sending);
      return reply.kind === 'ok' ? readText(reply.value) : reply;
    },
  };
}

function readText(answer: UnreadAnswer): Reply<string> {
  const { response, hints } = answer;
  const content = readAnswerBody(response.headers['content-type'], response.body);
  if (content.kind === 'html') return unreadableReply(answer, pageWhy(content.texts));
  return { kind: 'ok', value: response.body.toString('utf8'), hints };
}
