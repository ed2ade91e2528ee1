import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Secret } from '../../../src/base/secret.js';
import { type GitLabClient, createGitLabClient } from '../../../src/gitlab/client.js';
import type { HttpRequest } from '../../../src/http/transport.js';

/** One entry of a file of answers. */
export interface RecordedAnswer {
  readonly source: string;
  readonly origin: 'recorded' | 'vendor' | 'client' | 'derived' | 'made';
  /** Of GitLab, where it is known. */
  readonly version?: string;
  readonly lacks: readonly string[];
  readonly body: unknown;
  readonly says?: unknown;
}

export function recordedFile(name: string): readonly unknown[] {
  const path = join(import.meta.dirname, '..', '..', 'fixtures', 'recorded', `${name}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as readonly unknown[];
}

export function recordedAnswers(name: string): readonly RecordedAnswer[] {
  return recordedFile(name) as readonly RecordedAnswer[];
}

/** What a server says, once and to every request. */
export interface Heard {
  readonly body: unknown;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export const apiUrl = new URL('https://gitlab.example.test/below/api/v4/');

/**
 * The product's own client, with a transport that gives this answer to whatever it asks, or each time what is
 * to be heard by then, and notes where it asked.
 */
export function clientThatHears(heard: Heard | (() => Heard)): {
  readonly client: GitLabClient;
  readonly asked: readonly string[];
} {
  const asked: string[] = [];
  const send = ({
    url,
  }: HttpRequest): Promise<{
    status: number;
    headers: Readonly<Record<string, string>>;
    body: Buffer;
  }> => {
    asked.push(url.href);
    const { body, status = 200, headers = {} } = typeof heard === 'function' ? heard() : heard;
    const details = { 'content-type': 'application/json', ...headers };
    return Promise.resolve({ status, headers: details, body: Buffer.from(JSON.stringify(body)) });
  };
  const client = createGitLabClient(
    { transport: { send }, clock: { epochMs: () => 0 } },
    {
      connection: { apiUrl, requestTimeoutMs: 1000, requestHeaders: [] },
      accessToken: new Secret('an access token'),
    },
  );
  return { client, asked };
}

export const noAbort = new AbortController().signal;

/** A member of something, by names with dots between; null as if it were not there. */
export function memberOf(value: unknown, path: string): unknown {
  return (
    path
      .split('.')
      .reduce<unknown>(
        (whole, name) => (typeof whole === 'object' && whole !== null ? Reflect.get(whole, name) : undefined),
        value,
      ) ?? undefined
  );
}
