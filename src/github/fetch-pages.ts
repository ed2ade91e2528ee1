import type { Call, CallRunner } from './call-runner.js';
import { nextPage } from './next-page.js';
import type { GitHubReply } from './reply.js';

/** 100 items each: far more comments than anybody reads, and an end for a server that never stops counting. */
const mostPages = 50;

/** Reads a list page by page, one after another, as GitHub asks of its clients. One page that fails fails all; what is behind the 50th is left out. */
export async function fetchPages<T>(
  runner: CallRunner,
  { url: firstUrl, read, signal }: Omit<Call<readonly T[]>, 'method' | 'body'>,
): Promise<GitHubReply<readonly T[]>> {
  const items: T[] = [];
  const asked = new Set<string>();
  for (let url: URL | undefined = firstUrl; url !== undefined && asked.size < mostPages;) {
    asked.add(url.href);
    const reply: Awaited<ReturnType<typeof runner.run<readonly T[]>>> = await runner.run({
      method: 'GET',
      url,
      signal,
      read,
    });
    if (reply.kind !== 'ok') return reply;
    items.push(...reply.value.value);
    const next = nextPage(url, reply.value.headers.link);
    url = next === undefined || asked.has(next.href) ? undefined : next;
  }
  return { kind: 'ok', value: items };
}
