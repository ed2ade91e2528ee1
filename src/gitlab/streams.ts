import { describePage } from '../http/json-api.js';
import { readAnswerBody } from '../http/response-body.js';
import { type HttpResponse, TransportFault } from '../http/transport.js';
import { type CallRunner, unreadableReply } from './request.js';
import type { Reply } from './responses/reply.js';

/** The destination of a download. */
export interface DownloadSink {
  /** Called once, before the first chunk. */
  readonly begin: (head: DownloadHead) => void;
  /** The next chunk is read after a returned promise resolves. Errors that it throws are rethrown. */
  readonly write: (bytes: Buffer) => void | Promise<void>;
  readonly maxBytes: number;
  /** Size of the whole in bytes, if known in advance. Used where the response does not say where it ends. */
  readonly listedBytes?: number | undefined;
}

/** What is known about a download before its content arrives. */
export interface DownloadHead {
  /** Position of the first chunk: 0, or what was requested. */
  readonly fromByte: number;
  /** Size of the whole in bytes, if the server sends it. */
  readonly totalBytes: number | undefined;
  /**
   * Identifies this exact version, so that the rest can be requested later; `undefined` if the server sends
   * no validator.
   */
  readonly validator: string | undefined;
}

/** The missing rest of a partial download. */
export interface DownloadRest {
  readonly fromByte: number;
  readonly validator: string;
}

/**
 * How the content must be offered. GitLab extracts a single file itself and always offers it as one; nothing
 * else distinguishes it from the text of another server. A storage with an archive may not do so, and what is
 * no archive shows when it is unpacked.
 */
type Offered = 'as_file' | 'in_any_way';

/**
 * Streams a file of artifacts to `sink`. Follows a redirect out of the API without our headers. Only what is
 * offered as GitLab does reaches the sink; a page or a text with a success status is unreadable.
 */
export async function streamArtifact(
  runner: Pick<CallRunner, 'send'>,
  download: {
    readonly url: URL;
    readonly headers: Readonly<Record<string, string>>;
    readonly offered: Offered;
    readonly rest?: DownloadRest | undefined;
    readonly sink: DownloadSink;
    readonly signal: AbortSignal;
  },
): Promise<Reply<{ readonly bytes: number }>> {
  const { url, headers, offered, rest, sink, signal } = download;
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
        const known = headOf(head, offered, rest);
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
  const head = headOf(response, offered, rest);
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

/** `undefined` for anything but the file or its requested part. */
function headOf(
  { status, headers }: Head,
  offered: Offered,
  rest: DownloadRest | undefined,
): DownloadHead | undefined {
  if (!isFile(headers, offered)) return undefined;
  const validator = validatorOf(headers);
  if (status === 200) return { fromByte: 0, totalBytes: lengthOf(headers['content-length']), validator };
  if (status !== 206 || rest === undefined) return undefined;
  const [, from, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
  return Number(from) === rest.fromByte
    ? { fromByte: rest.fromByte, totalBytes: lengthOf(total), validator: validator ?? rest.validator }
    : undefined;
}

/**
 * GitLab sends artifacts as attachments. A login page has no such header. A storage may omit the header, but
 * archives are neither pages nor JSON.
 */
function isFile(headers: HttpResponse['headers'], offered: Offered): boolean {
  if (/^\s*attachment\s*(?:;|$)/i.test(headers['content-disposition'] ?? '')) return true;
  return offered === 'in_any_way' && !/\b(?:x?html|json)\b/i.test(headers['content-type'] ?? '');
}

/** A strong ETag, else the time of the last change. */
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
  return content.kind === 'html'
    ? describePage(content.texts)
    : 'the body is not a file of artifacts: GitLab says Content-Disposition: attachment with it';
}
