import { cleanLine } from '../base/text.js';
import { TransportFault, type TransportFaultKind } from './transport.js';

/**
 * The phase of a connection. `connecting`: name, address, proxy. `handshake`: TLS. `open`: from here on the
 * server may have seen the request.
 */
export type ConnectionPhase = 'connecting' | 'handshake' | 'open';

/** What is known when a request ends without a complete response. */
export interface TransportFailure {
  readonly error: unknown;
  readonly phase: ConnectionPhase;
  /** The timeout of the request, if it ended the request. */
  readonly passedDeadlineMs: number | undefined;
  /** `host:port` of the server. */
  readonly server: string;
  /** `host:port` of the proxy if there is one. */
  readonly proxy: string | undefined;
}

const nameCodes = /^(?:ENOTFOUND|EAI_)/;
const tlsCodes =
  /^(?:ERR_TLS_|ERR_SSL_|ERR_OSSL_|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERROR_IN_C|INVALID_|PATH_LENGTH_|HOSTNAME_MISMATCH|EPROTO)/;
/**
 * In TLS 1.3, the server asks for a client certificate after our side is done. Without one it never decrypts
 * the request.
 */
const clientCertificateEnding = '_ALERT_CERTIFICATE_REQUIRED';

/**
 * Describes the failure and whether the server can have seen the request. `no` is certain only before the
 * connection was open. From then on it is always `maybe`, even for a reused connection that the server had
 * closed long before.
 */
export function transportFaultOf(failure: TransportFailure): TransportFault {
  const { error, phase, server, passedDeadlineMs } = failure;
  if (error instanceof TransportFault && passedDeadlineMs === undefined) return error;
  const kind = kindOf(failure);
  const beforeRequest = phase !== 'open' || kind === 'tls';
  return new TransportFault({
    kind,
    reached: beforeRequest ? 'no' : 'maybe',
    message: `${wordsOf(kind, failure)}: ${server}${detailOf(kind, failure)}`,
    status: error instanceof TransportFault ? error.status : undefined,
    cause: error,
  });
}

function kindOf({ error, phase, passedDeadlineMs }: TransportFailure): TransportFaultKind {
  if (passedDeadlineMs !== undefined) return 'timeout';
  const code = codeOf(error);
  if (phase === 'open') {
    if (code.endsWith(clientCertificateEnding)) return 'tls';
    return code === 'HPE_HEADER_OVERFLOW' ? 'too_large' : 'reset';
  }
  if (isProxyError(error)) return 'proxy';
  if (nameCodes.test(code)) return 'name';
  if (phase === 'handshake' || tlsCodes.test(code)) return 'tls';
  return code === 'ETIMEDOUT' ? 'timeout' : 'refused';
}

function wordsOf(kind: TransportFaultKind, { error, phase, passedDeadlineMs }: TransportFailure): string {
  switch (kind) {
    case 'name':
      return 'the host name could not be resolved';
    case 'refused':
      return 'no connection could be made';
    case 'tls':
      return 'no trusted TLS connection could be made';
    case 'proxy':
      return 'the proxy gave no connection';
    case 'timeout':
      return passedDeadlineMs === undefined
        ? 'the connection timed out'
        : `no ${phase === 'open' ? 'complete answer' : 'connection'} within ${passedDeadlineMs / 1000} s`;
    case 'too_large':
      return 'the headers of the answer are too long';
    case 'truncated':
    case 'reset':
      return codeOf(error).startsWith('HPE_')
        ? 'the answer is not HTTP'
        : 'the connection broke before an answer came';
  }
}

/** The system's code, OpenSSL's reason, or the proxy's answer: short, and never anything from the request. */
function detailOf(kind: TransportFaultKind, { error, proxy, passedDeadlineMs }: TransportFailure): string {
  const details: string[] = [];
  if (proxy !== undefined) details.push(`through the proxy ${proxy}`);
  if (passedDeadlineMs === undefined) {
    if (kind === 'proxy') details.push(proxyReasonOf(error));
    else details.push([codeOf(error), kind === 'tls' ? tlsReasonOf(error) : ''].filter(Boolean).join(': '));
  }
  const given = details.filter((detail) => detail !== '');
  return given.length === 0 ? '' : ` (${cleanLine(given.join(', '), 300)})`;
}

/** Errors of the `tunnel` package have no code, only these two message prefixes. */
function isProxyError(error: unknown): boolean {
  return /^(?:tunneling socket could not be established|got illegal response body from proxy)/.test(
    textOf(error, 'message'),
  );
}

function proxyReasonOf(error: unknown): string {
  const message = textOf(error, 'message');
  const status = /statusCode=(\d{3})/.exec(message)?.[1];
  if (status !== undefined) return `it answered ${status} to CONNECT`;
  return /cause=(.*)/s.exec(message)?.[1] ?? message;
}

/**
 * OpenSSL's own reason if there is one: its messages are full of source positions. Removes the advice that
 * Node 24 appends to its own messages (a flag of Node), because a step cannot follow it.
 */
function tlsReasonOf(error: unknown): string {
  return textOf(error, 'reason') || textOf(error, 'message').replace(/; if the root CA is installed.*$/s, '');
}

function codeOf(error: unknown): string {
  return textOf(error, 'code');
}

/** A member of an error from any realm: errors of another realm are not instances of our `Error`. */
function textOf(error: unknown, member: 'code' | 'message' | 'reason'): string {
  if (typeof error !== 'object' || error === null) return '';
  const value: unknown = Reflect.get(error, member);
  return typeof value === 'string' ? value : '';
}
