import { describePage } from '../http/json-api.js';
import { readAnswerBody } from '../http/response-body.js';
import { type BodySink, type HttpResponse, TransportFault } from '../http/transport.js';
import type { JobCall } from '../model/addresses.js';
import { endpoints } from './endpoints.js';
import { beginsAsLog, namedLogOf, packingOf, startBytes } from './log-proof.js';
import { type CallRunner, freshly, unreadableReply } from './request.js';
import type { Reply } from './responses/reply.js';

/**
 * The maximum number of bytes that are read of a log. Nothing is held in memory, so this only stops an
 * endless response. GitLab's own limit for a log is 100 MB, and an administrator may raise it.
 */
export const maxLogBytes = 1024 ** 3;

/** How much of a text is read after it is known not to be a log. Answers of strangers are short. */
const mostForeignBytes = 256 * 1024;

/** The log of a job from a byte on; `fresh`, as with a list, keeps caches from returning an old one. */
export interface LogCall extends JobCall {
  readonly fromByte: number;
  readonly fresh?: string | undefined;
}

/** A log that was streamed to its end. */
export interface StreamedLog {
  readonly bytes: number;
  /**
   * The response did not name the log; only its first line shows what it is. A part of it would not do so.
   */
  readonly provenByStart?: true | undefined;
}

/**
 * Streams the log of a job to `sink` and counts its bytes. Only what is named after the job, or begins as a
 * log does, reaches the sink. Everything else with a success status is unreadable: pages, JSON, texts of
 * other servers, and compressed bytes.
 */
export async function streamJobLog(
  runner: Pick<CallRunner, 'send'>,
  log: {
    readonly apiUrl: URL;
    readonly call: LogCall;
    readonly headers: Readonly<Record<string, string>>;
    readonly sink: (bytes: Buffer) => void;
    readonly signal: AbortSignal;
  },
): Promise<Reply<StreamedLog>> {
  const { apiUrl, call, sink, signal } = log;
  const gate = createGate(call, sink);
  // The log is not JSON. A request for text only would also get errors as text.
  const headers = { ...log.headers, accept: '*/*' };
  const reply = await runner.send({
    method: 'GET',
    ...freshly({ url: endpoints.trace(apiUrl, call), headers }, call.fresh),
    sink: gate,
    signal,
  });
  if (reply.kind === 'fault') gate.end();
  if (reply.kind !== 'ok') return reply;
  const { response, hints } = reply.value;
  const why = mayBeLog(response) ? gate.end() : whyNoLog(response);
  return why === undefined
    ? { kind: 'ok', value: gate.streamed(), hints }
    : unreadableReply(reply.value, why);
}

interface LogGate extends BodySink {
  /** After the last chunk: passes on what was held back. Returns why the body is not a log. */
  readonly end: () => string | undefined;
  readonly streamed: () => StreamedLog;
}

/** Holds back the start of a body until it shows whether this is the log of the job. */
function createGate({ jobId, fromByte }: LogCall, sink: (bytes: Buffer) => void): LogGate {
  let name: ReturnType<typeof namedLogOf> = 'untold';
  let state: 'waiting' | 'open' | { readonly refused: string } = 'waiting';
  let held = Buffer.alloc(0);
  let bytes = 0;
  let foreignBytes = 0;

  const pass = (chunk: Buffer): void => {
    bytes += chunk.length;
    if (chunk.length > 0) sink(chunk);
  };

  const decide = (): void => {
    const why = whyNotThis(name, held, fromByte);
    state = why === undefined ? 'open' : { refused: why };
    if (why === undefined) pass(held);
    held = Buffer.alloc(0);
  };

  return {
    maxBytes: maxLogBytes,
    accepts: (head) => {
      name = namedLogOf(head.headers, jobId);
      return mayBeLog(head);
    },
    write: (chunk) => {
      if (state === 'open') {
        pass(chunk);
        return;
      }
      if (state === 'waiting') {
        held = Buffer.concat([held, chunk]);
        if (held.length >= startBytes) decide();
        return;
      }
      foreignBytes += chunk.length;
      if (foreignBytes > mostForeignBytes) throw tooLong(state.refused);
    },
    end: () => {
      if (state === 'waiting') decide();
      return typeof state === 'string' ? undefined : state.refused;
    },
    streamed: () => (name === 'untold' ? { bytes, provenByStart: true } : { bytes }),
  };
}

function tooLong(why: string): TransportFault {
  const message = `${why}; it is longer than ${mostForeignBytes} bytes`;
  return new TransportFault({ kind: 'too_large', reached: 'maybe', message, status: 200 });
}

function whyNotThis(
  name: ReturnType<typeof namedLogOf>,
  start: Buffer,
  fromByte: number,
): string | undefined {
  if (name === 'another') return 'the body is the log of another job';
  const packing = packingOf(start, { fromByte });
  if (packing !== undefined)
    return `the body is compressed (${packing}), which its headers do not say; something in front of GitLab does that`;
  if (name === 'this' || beginsAsLog(start)) return undefined;
  return "it does not name the job's log, as GitLab does (Content-Disposition), and does not begin like one";
}

/** By status and content type: a page or JSON is no log, whatever it is named. */
function mayBeLog({ status, headers }: Pick<HttpResponse, 'status' | 'headers'>): boolean {
  return (
    status >= 200 && status <= 299 && /^\s*(?:text\/plain\s*(?:;|$)|$)/i.test(headers['content-type'] ?? '')
  );
}

function whyNoLog({ headers, body }: HttpResponse): string {
  const content = readAnswerBody(headers['content-type'], body);
  return content.kind === 'html' ? describePage(content.texts) : 'the body is not a log';
}
