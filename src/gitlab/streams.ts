import { describePage } from '../http/json-api.js';
import { readAnswerBody } from '../http/response-body.js';
import { type HttpResponse, TransportFault } from '../http/transport.js';
import { type CallRunner, unreadableReply } from './request.js';
import type { Reply } from './responses/reply.js';

/** Where what is downloaded goes. */
export interface DownloadSink {
  /** Called once, before the first piece. */
  readonly begin: (head: DownloadHead) => void;
  /** A promise is waited for before the next piece is read. Everything that it throws is thrown. */
  readonly write: (bytes: Buffer) => void | Promise<void>;
  readonly maxBytes: number;
  /**
   * Of the whole, where it is known beforehand: of use where the answer itself does not tell where it ends.
   */
  readonly listedBytes?: number | undefined;
}

/** What is known of a download before it comes. */
export interface DownloadHead {
  /** Where the first piece belongs: 0, or what was asked for. */
  readonly fromByte: number;
  /** Of the whole, where the server says so. */
  readonly totalBytes: number | undefined;
  /**
   * Names this very version, so that the rest of it can be asked for later; `undefined` when the server gives
   * no such name.
   */
  readonly validator: string | undefined;
}

/** The rest of something of which the beginning is here. */
export interface DownloadRest {
  readonly fromByte: number;
  readonly validator: string;
}

/**
 * Streams a file of artifacts to `sink`: a redirect out of the API is followed without any of our headers.
 * Only what is offered as a file gets there: a page under a success status is unreadable.
 */
export async function streamArtifact(
  runner: Pick<CallRunner, 'send'>,
  download: {
    readonly url: URL;
    readonly headers: Readonly<Record<string, string>>;
    readonly rest?: DownloadRest | undefined;
    readonly sink: DownloadSink;
    readonly signal: AbortSignal;
  },
): Promise<Reply<{ readonly bytes: number }>> {
  const { url, headers, rest, sink, signal } = download;
  const own = {
    accept: '*/*',
    ...(rest === undefined ? {} : { range: `bytes=${rest.fromByte}-`, 'if-range': rest.validator }),
  };
  let bytes = 0;
  const reply = await runner.send({
    method: 'GET',
    url,
    headers: { ...headers, ...own },
    elsewhere: { headers: own },
    sink: {
      accepts: (head) => {
        const known = headOf(head, rest);
        if (known === undefined) return false;
        sink.begin(known);
        return true;
      },
      write: (chunk) => {
        bytes += chunk.length;
        return sink.write(chunk);
      },
      maxBytes: sink.maxBytes,
    },
    signal,
  });
  if (reply.kind !== 'ok') return reply;
  const { response, hints } = reply.value;
  const head = headOf(response, rest);
  if (head === undefined) return unreadableReply(reply.value, whyNoFile(response));
  if (hints.endUntold !== true) return { kind: 'ok', value: { bytes }, hints };
  const came = head.fromByte + bytes;
  if (came < (head.totalBytes ?? sink.listedBytes ?? 0))
    return { kind: 'fault', fault: stopReason(came, response) };
  const end = came === head.totalBytes ? undefined : hints.endUntold;
  return { kind: 'ok', value: { bytes }, hints: { ...hints, endUntold: end } };
}

function stopReason(bytes: number, { status }: HttpResponse): TransportFault {
  return new TransportFault({
    kind: 'truncated',
    reached: 'maybe',
    message: `the connection ended after ${bytes} bytes, which is not all of it`,
    status,
  });
}

type Head = Pick<HttpResponse, 'status' | 'headers'>;

/** `undefined` for anything that is not the file, or not the part of it that was asked for. */
function headOf({ status, headers }: Head, rest: DownloadRest | undefined): DownloadHead | undefined {
  if (!isFile(headers)) return undefined;
  const validator = validatorOf(headers);
  if (status === 200) return { fromByte: 0, totalBytes: lengthOf(headers['content-length']), validator };
  if (status !== 206 || rest === undefined) return undefined;
  const [, from, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
  return Number(from) === rest.fromByte
    ? { fromByte: rest.fromByte, totalBytes: lengthOf(total), validator: validator ?? rest.validator }
    : undefined;
}

/**
 * GitLab hands artifacts out as attachments. A login page is shown, so it is none; a storage may leave that
 * label out, but archives are neither pages nor JSON.
 */
function isFile(headers: HttpResponse['headers']): boolean {
  const isAttachment = /^\s*attachment\b/i.test(headers['content-disposition'] ?? '');
  return isAttachment || !/\b(?:x?html|json)\b/i.test(headers['content-type'] ?? '');
}

/** An ETag that stands for exactly these bytes; else the time of the last change. */
function validatorOf(headers: HttpResponse['headers']): string | undefined {
  const { etag = '' } = headers;
  return etag.startsWith('"') ? etag : headers['last-modified'];
}

function lengthOf(text: string | undefined): number | undefined {
  const length = Number(text ?? '');
  return text !== undefined && Number.isSafeInteger(length) && length >= 0 ? length : undefined;
}

function whyNoFile({ status, headers, body }: HttpResponse): string {
  if (status === 206) return 'it is another part of the file than the one that was asked for';
  const content = readAnswerBody(headers['content-type'], body);
  return content.kind === 'html' ? describePage(content.texts) : 'the body is not a file';
}

/**
 * Where a log ends for us. Nothing of it is held, so this only stops a server that never ends; GitLab's own
 * limit for a log is 100 MB, and an administrator may raise it.
 */
export const maxLogBytes = 1024 ** 3;

/**
 * Streams a log to `sink` and counts its bytes. Only plain text gets there: a page or JSON under a success
 * status is unreadable.
 */
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
  return content.kind === 'html' ? describePage(content.texts) : 'the body is not a log';
}
