import { describe, expect, test } from '@jest/globals';

import {
  transportFaultOf,
  type ConnectionPhase,
  type TransportFailure,
} from '../../../src/http/transport-failure.js';
import { TransportFault } from '../../../src/http/transport.js';
import { piecesReadIn } from '../../support/everything-in.js';

function errorWith(members: { code?: string; message?: string; reason?: string }): Error {
  return Object.assign(new Error(members.message ?? 'something'), members);
}

function failure(changes: Partial<TransportFailure>): TransportFailure {
  return {
    error: undefined,
    phase: 'connecting',
    passedDeadlineMs: undefined,
    server: 'gitlab.example.test:443',
    proxy: undefined,
    ...changes,
  };
}

describe('transportFaultOf', () => {
  const cases: { code: string; phase: ConnectionPhase; want: [string, string] }[] = [
    { code: 'ENOTFOUND', phase: 'connecting', want: ['name', 'no'] },
    { code: 'EAI_AGAIN', phase: 'connecting', want: ['name', 'no'] },
    { code: 'ECONNREFUSED', phase: 'connecting', want: ['refused', 'no'] },
    { code: 'EHOSTUNREACH', phase: 'connecting', want: ['refused', 'no'] },
    { code: 'ENETUNREACH', phase: 'connecting', want: ['refused', 'no'] },
    { code: 'ENETDOWN', phase: 'connecting', want: ['refused', 'no'] },
    { code: 'EADDRNOTAVAIL', phase: 'connecting', want: ['refused', 'no'] },
    { code: 'ECONNRESET', phase: 'connecting', want: ['refused', 'no'] },
    { code: 'ETIMEDOUT', phase: 'connecting', want: ['timeout', 'no'] },
    { code: 'DEPTH_ZERO_SELF_SIGNED_CERT', phase: 'handshake', want: ['tls', 'no'] },
    { code: 'SELF_SIGNED_CERT_IN_CHAIN', phase: 'handshake', want: ['tls', 'no'] },
    { code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', phase: 'connecting', want: ['tls', 'no'] },
    { code: 'CERT_HAS_EXPIRED', phase: 'handshake', want: ['tls', 'no'] },
    { code: 'ERR_TLS_CERT_ALTNAME_INVALID', phase: 'handshake', want: ['tls', 'no'] },
    { code: 'EPROTO', phase: 'connecting', want: ['tls', 'no'] },
    { code: 'ECONNRESET', phase: 'handshake', want: ['tls', 'no'] },
    { code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', phase: 'open', want: ['tls', 'no'] },
    { code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', phase: 'open', want: ['reset', 'maybe'] },
    { code: 'ECONNRESET', phase: 'open', want: ['reset', 'maybe'] },
    { code: 'EPIPE', phase: 'open', want: ['reset', 'maybe'] },
    { code: 'ETIMEDOUT', phase: 'open', want: ['reset', 'maybe'] },
    { code: 'ENOTFOUND', phase: 'open', want: ['reset', 'maybe'] },
    { code: 'HPE_INVALID_CONSTANT', phase: 'open', want: ['reset', 'maybe'] },
    { code: 'HPE_HEADER_OVERFLOW', phase: 'open', want: ['too_large', 'maybe'] },
  ];

  test.each(cases)('reads $code while $phase as $want', ({ code, phase, want }) => {
    const { kind, reached } = transportFaultOf(failure({ error: errorWith({ code }), phase }));

    expect([kind, reached]).toEqual(want);
  });

  const proxied: { message: string; want: string }[] = [
    {
      message: 'tunneling socket could not be established, statusCode=502',
      want: 'the proxy gave no connection: gitlab.example.test:443 (through the proxy proxy:3128, it answered 502 to CONNECT)',
    },
    {
      message: 'tunneling socket could not be established, cause=getaddrinfo ENOTFOUND proxy',
      want: 'the proxy gave no connection: gitlab.example.test:443 (through the proxy proxy:3128, getaddrinfo ENOTFOUND proxy)',
    },
    {
      message: 'got illegal response body from proxy',
      want: 'the proxy gave no connection: gitlab.example.test:443 (through the proxy proxy:3128, got illegal response body from proxy)',
    },
  ];

  test.each(proxied)('recognizes the proxy behind "$message"', ({ message, want }) => {
    const fault = transportFaultOf(
      failure({ error: errorWith({ message, code: 'ECONNRESET' }), proxy: 'proxy:3128' }),
    );

    expect([fault.kind, fault.reached, fault.message]).toEqual(['proxy', 'no', want]);
  });

  test("shows OpenSSL's reason instead of its source positions", () => {
    const error = errorWith({
      code: 'ERR_SSL_WRONG_VERSION_NUMBER',
      message: '00:error:0A00010B:SSL routines:x:wrong version number:../deps/y.c:355:\n',
      reason: 'wrong version number',
    });

    expect(transportFaultOf(failure({ error, phase: 'handshake' })).message).toBe(
      'no trusted TLS connection could be made: gitlab.example.test:443 (ERR_SSL_WRONG_VERSION_NUMBER: wrong version number)',
    );
  });

  test('cleans and bounds what a certificate says', () => {
    const error = errorWith({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
      message: `\u001b[31mDNS:${'x'.repeat(5000)}`,
    });

    const { message } = transportFaultOf(failure({ error, phase: 'handshake' }));

    expect([message.length < 400, message.includes('\u001b')]).toEqual([true, false]);
  });

  test('prefers a timeout to its consequences', () => {
    const cause = new TransportFault({ kind: 'truncated', reached: 'maybe', message: 'cut' });

    const fault = transportFaultOf(failure({ error: cause, phase: 'open', passedDeadlineMs: 30_000 }));

    expect([fault.kind, fault.reached, fault.message]).toEqual([
      'timeout',
      'maybe',
      'no complete answer within 30 s: gitlab.example.test:443',
    ]);
  });

  test('keeps the words of the cause, and nothing of what the server sent', () => {
    const sent = Buffer.from('private-token: glpat-Qw4Er6Ty8Ui0Op2As4Df');
    const error = Object.assign(errorWith({ code: 'HPE_INVALID_CONSTANT', message: 'Parse Error' }), {
      rawPacket: sent,
      cert: { raw: sent },
    });

    const { cause } = transportFaultOf(failure({ error, phase: 'open' }));

    expect(cause).toMatchObject({ name: 'Error', message: 'Parse Error', code: 'HPE_INVALID_CONSTANT' });
    expect(piecesReadIn(cause, 'glpat-Qw4Er6Ty8Ui0Op2As4Df')).toEqual([]);
  });

  test('returns a fault unchanged', () => {
    const fault = new TransportFault({ kind: 'too_large', reached: 'maybe', message: 'long' });

    expect(transportFaultOf(failure({ error: fault, phase: 'open' }))).toBe(fault);
  });

  test.each([undefined, null, 'text', {}])('survives a thrown %p', (error) => {
    expect(transportFaultOf(failure({ error, phase: 'open' })).message).toBe(
      'the connection broke before an answer came: gitlab.example.test:443',
    );
  });
});
