import { Secret } from '../../../src/base/secret.js';
import { type GitHubClient, createGitHubClient } from '../../../src/github/client.js';
import type { HttpRequest, HttpResponse } from '../../../src/http/transport.js';

/** What GitHub says next. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What was asked. */
export interface Seen {
  /** `GET https://…` */
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * A client whose transport gives these answers in turn, throws those that are errors, and refuses to go on
 * after the last.
 */
export function clientWith(
  answers: readonly (Answer | Error)[],
  apiUrl = 'https://api.github.test',
  token = 'ghp_secret',
): { readonly client: GitHubClient; readonly seen: readonly Seen[] } {
  const left = [...answers];
  const seen: Seen[] = [];
  const send = ({ method, url, headers, body }: HttpRequest): Promise<HttpResponse> => {
    seen.push({
      line: `${method} ${url.href}`,
      headers,
      body: body === undefined ? undefined : JSON.parse(body),
    });
    const answer = left.shift();
    if (answer === undefined) throw new Error(`nobody expected ${method} ${url.href}`);
    if (answer instanceof Error) return Promise.reject(answer);
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? null);
    return Promise.resolve({
      status: answer.status ?? 200,
      headers: { 'content-type': 'application/json; charset=utf-8', ...answer.headers },
      body: Buffer.from(text),
    });
  };
  const client = createGitHubClient(
    { transport: { send }, clock: { epochMs: () => 0 } },
    { apiUrl: new URL(apiUrl), token: new Secret(token), requestTimeoutMs: 30_000 },
  );
  return { client, seen };
}
