import type { HttpResponse } from '../http/transport.js';

import { readAnswerBody } from '../http/answer-body.js';
import { pageWhy, unreadableReply, type CallRunner } from './call-runner.js';
import type { Reply } from './reply.js';

/**
 * Where a log ends for us. Nothing of it is held, so this only stops a server that never ends; GitLab's own limit for a log is 100 MB, and an
 * administrator may raise it.
 */
export const maxLogBytes = 1024 ** 3;

/** Streams a log to `sink` and counts its bytes. Only plain text gets there: a page or JSON under a success status is unreadable. */
export async function streamJobLog(
  runner: Pick<CallRunner, 'send'>,
  log: {
    readonly url: URL;
    readonly headers: Readonly<Record<string, string>>;
    readonly sink: (bytes: Buffer) => void;
    readonly signal: AbortSignal;
  },
): Promise<Reply<{ readonly bytes: number }>> {
  const { url, headers, sink, signal } = log;
  let bytes = 0;
  const write = (chunk: Buffer): void => {
    bytes += chunk.length;
    sink(chunk);
  };
  const reply = await runner.send({
    method: 'GET',
    url,
    // The log is no JSON, and asking for nothing else but text would get errors as text, too.
    headers: { ...headers, accept: '*/*' },
    sink: { accepts: isLog, write, maxBytes: maxLogBytes },
    signal,
  });
  if (reply.kind !== 'ok') return reply;
  const { response, hints } = reply.value;
  return isLog(response)
    ? { kind: 'ok', value: { bytes }, hints }
    : unreadableReply(reply.value, whyNoLog(response));
}

/** By the label alone: a log may begin with anything. */
function isLog({ status, headers }: Pick<HttpResponse, 'status' | 'headers'>): boolean {
  return (
    status >= 200 && status <= 299 && /^\s*(?:text\/plain\s*(?:;|$)|$)/i.test(headers['content-type'] ?? '')
  );
}

function whyNoLog({ headers, body }: HttpResponse): string {
  const content = readAnswerBody(headers['content-type'], body);
  return content.kind === 'html' ? pageWhy(content.texts) : 'the body is not a log';
}
