import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';

import { describe, expect, test } from '@jest/globals';

import { systemClock } from '../../../src/base/clock.js';
import { UnreachableError } from '../../../src/base/errors.js';
import { createMasker } from '../../../src/hosts/redaction/redaction.js';
import { createNodeTransport } from '../../../src/http/node-transport.js';
import type { LibraryDeps } from '../../../src/library/call.js';
import { followPipeline } from '../../../src/library/follow-pipeline.js';
import { everythingIn, piecesReadIn } from '../../support/everything-in.js';

const deps: LibraryDeps = {
  clock: systemClock,
  random: () => 0.5,
  environment: {},
  files: { readText: (path) => readFile(path, 'utf8') },
  createTransport: createNodeTransport,
  createMasker,
};

const accessToken = 'glpat-Qw4Er6Ty8Ui0Op2As4Df';

/** Follows a pipeline of a server that repeats the token that it gets, and returns the error. */
async function errorOfServer(answerOf: (token: string) => string): Promise<unknown> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (request) => {
      const [, token = ''] = /private-token: (.*)\r/i.exec(request.toString()) ?? [];
      socket.end(answerOf(token));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    const events = followPipeline(deps, {
      ...{ gitlabUrl: `http://127.0.0.1:${port}`, projectId: 1, pipelineId: 257, accessToken },
      outageTimeout: '0s',
    });
    return await events.next();
  } catch (error) {
    return error;
  } finally {
    server.close();
  }
}

describe('a server that repeats the request', () => {
  test.each([
    { code: 'HPE_INVALID_CONSTANT', answer: (token: string) => `echo ${token}\r\n\r\n` },
    { code: 'HPE_INVALID_HEADER_TOKEN', answer: (token: string) => `HTTP/1.1 200 OK\r\nA ${token}\r\n\r\n` },
    {
      code: 'HPE_HEADER_OVERFLOW',
      answer: (token: string) => `HTTP/1.1 200 OK\r\nA: ${`${token} `.repeat(4000)}\r\n\r\n`,
    },
    { code: 'HPE_INVALID_VERSION', answer: (token: string) => `HTTP/9.${token} 200 OK\r\n\r\n` },
    { code: 'HPE_INVALID_STATUS', answer: (token: string) => `HTTP/1.1 ${token}\r\n\r\n` },
    {
      // The parser's own error is lost in a body that has begun.
      code: 'ECONNRESET',
      answer: (token: string) => `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${token}\r\n`,
    },
    {
      code: 'HPE_INVALID_CONTENT_LENGTH',
      answer: (token: string) => `HTTP/1.1 200 OK\r\nContent-Length: ${token}\r\n\r\n`,
    },
  ])('does not get it into the error: $code', async ({ code, answer }) => {
    const error = await errorOfServer(answer);

    expect(error).toBeInstanceOf(UnreachableError);
    expect(everythingIn(error)).toContain(code);
    expect(piecesReadIn(error, accessToken)).toEqual([]);
  });
});
