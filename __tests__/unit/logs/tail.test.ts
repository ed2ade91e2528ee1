import { describe, expect, test } from '@jest/globals';

import { AbortedError } from '../../../src/base/errors.js';
import type { TraceReader } from '../../../src/logs/read-trace.js';
import { type LogTail, tailOf } from '../../../src/logs/tail.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { lost, ok, refused } from '../../support/pipelines.js';

type StreamTrace = TraceReader['streamTrace'];

const project = { kind: 'id', id: 42 } as const;

/** Each request gets the next answer. */
async function tailWith(
  answers: readonly StreamTrace[],
  given: { readonly lines?: number; readonly abort?: AbortController } = {},
): Promise<{ readonly tail: LogTail; readonly requests: number; readonly waitedMs: number }> {
  const clock = createVirtualClock();
  let requests = 0;
  const gitlab: TraceReader = {
    streamTrace: async (call, sink, signal) => {
      expect({ ...call, fresh: undefined }).toEqual({ project, jobId: 9001, fromByte: 0 });
      const answer = answers[requests];
      requests += 1;
      if (answer === undefined) throw new Error('a request that nobody expected');
      return answer(call, sink, signal);
    },
  };
  const signal = (given.abort ?? new AbortController()).signal;
  const wanted = { project, jobId: 9001, lines: given.lines ?? 3 };
  const tail = await clock.run(tailOf({ gitlab, clock, random: () => 1 }, wanted, signal));
  return { tail, requests, waitedMs: clock.nowMs() };
}

function sends(...chunks: readonly string[]): StreamTrace {
  return (_call, sink) => {
    for (const chunk of chunks) sink(Buffer.from(chunk));
    return Promise.resolve(ok({ bytes: Buffer.byteLength(chunks.join('')) }));
  };
}

const fails =
  (reply: ReturnType<typeof refused>, before = ''): StreamTrace =>
  (_call, sink) => {
    if (before !== '') sink(Buffer.from(before));
    return Promise.resolve(reply);
  };

describe('tailOf', () => {
  test.each<{ readonly name: string; readonly give: readonly string[]; readonly want: LogTail }>([
    {
      name: 'gives the last lines and how many came before',
      give: ['1\n2\n3', '\n4\n5\n'],
      want: { kind: 'lines', lines: ['3', '4', '5'], omitted: 2, bytes: 10 },
    },
    {
      name: 'gives a short log whole',
      give: ['1\n2'],
      want: { kind: 'lines', lines: ['1', '2'], omitted: 0, bytes: 3 },
    },
    {
      name: 'gives exactly as many lines as there are',
      give: ['1\n2\n3\n'],
      want: { kind: 'lines', lines: ['1', '2', '3'], omitted: 0, bytes: 6 },
    },
    {
      name: 'gives nothing of an empty log',
      give: [],
      want: { kind: 'lines', lines: [], omitted: 0, bytes: 0 },
    },
    {
      name: 'gives titles of sections as lines',
      give: ['section_start:1:a\r\u001b[0KTitle\nx\nsection_end:2:a\r\u001b[0K\n'],
      want: { kind: 'lines', lines: ['Title', 'x'], omitted: 0, bytes: 51 },
    },
    {
      name: 'gives no names of sections without a head',
      give: ['x\nsection_start:1:aa\r\u001b[0Ksection_end:2:aa\r\u001b[0Ksection_start:2:bb\r\u001b[0K\ny\n'],
      want: { kind: 'lines', lines: ['x', 'y'], omitted: 0, bytes: 72 },
    },
    {
      name: 'has no room for blank lines at the end, also colored ones',
      give: ['1\n\n2\n3\n\n\u001b[0;m\n   \n\u001b[31m \u001b[0m\n'],
      want: { kind: 'lines', lines: ['', '2', '3'], omitted: 1, bytes: 29 },
    },
    {
      name: 'keeps blank lines between others',
      give: ['1\n2\n\n  \n', '\n3\n'],
      want: { kind: 'lines', lines: ['  ', '', '3'], omitted: 3, bytes: 11 },
    },
    {
      name: 'counts more blank lines than there is room for',
      give: ['1\n', '\n'.repeat(1000), '2\n\n'],
      want: { kind: 'lines', lines: ['', '', '2'], omitted: 999, bytes: 1005 },
    },
    {
      name: 'gives nothing of a log of blank lines',
      give: ['\n'.repeat(100)],
      want: { kind: 'lines', lines: [], omitted: 0, bytes: 100 },
    },
  ])('$name', async ({ give, want }) => {
    expect(await tailWith([sends(...give)])).toEqual({ tail: want, requests: 1, waitedMs: 0 });
  });

  test('retries after a temporary failure, with a pause', async () => {
    const answers = [fails(lost(), 'half a li'), fails(refused({ status: 502 })), sends('1\n2\n')];
    expect(await tailWith(answers)).toEqual({
      tail: { kind: 'lines', lines: ['1', '2'], omitted: 0, bytes: 4 },
      requests: 3,
      waitedMs: 5000,
    });
  });

  test('gives up after three attempts', async () => {
    const down = fails(refused({ status: 500, texts: ['500 Internal Server Error'] }));
    expect(await tailWith([down, down, down])).toEqual({
      tail: {
        kind: 'unavailable',
        why: 'GitLab answered 500: 500 Internal Server Error',
        concerns: 'this_log',
      },
      requests: 3,
      waitedMs: 5000,
    });
  });

  test('waits as long as the server asks, within limits', async () => {
    const busy = fails(refused({ status: 429, hints: { retryAfterMs: 9000 } }));
    const busier = fails(refused({ status: 429, hints: { retryAfterMs: 900_000 } }));
    expect((await tailWith([busy, busier, sends('x\n')])).waitedMs).toBe(24_000);
  });

  test.each([
    {
      name: 'a log that this user may not see',
      give: refused({ status: 403, texts: ['403 Forbidden'] }),
      want: { kind: 'unavailable', why: 'GitLab answered 403: 403 Forbidden', concerns: 'this_log' },
    },
    {
      name: 'a job that is gone',
      give: refused({ status: 404, texts: ['404 Not found'] }),
      want: { kind: 'unavailable', why: 'GitLab answered 404: 404 Not found', concerns: 'this_log' },
    },
    {
      name: 'nobody without a token',
      give: refused({ status: 401, texts: ['401 Unauthorized'] }),
      want: {
        kind: 'unavailable',
        why: 'job logs need an access_token with the scope read_api. GitLab answered 401: 401 Unauthorized',
        concerns: 'all_logs',
      },
    },
    {
      name: 'a token without the scope',
      give: refused({ status: 403, shape: 'oauth', oauthError: 'insufficient_scope', texts: ['no'] }),
      want: {
        kind: 'unavailable',
        why: 'job logs need the scope read_api. GitLab answered 403: no',
        concerns: 'all_logs',
      },
    },
  ] as const)('reports at once why there is no log: $name', async ({ give, want }) => {
    expect(await tailWith([fails(give)])).toEqual({ tail: want, requests: 1, waitedMs: 0 });
  });

  test('reports an error of ours as a missing log', async () => {
    const broken: StreamTrace = () => Promise.reject(new RangeError('impossible id'));
    expect((await tailWith([broken])).tail).toEqual({
      kind: 'unavailable',
      why: 'the log could not be read (impossible id)',
      concerns: 'this_log',
    });
  });

  test('ends with the reason of an abort, also in a pause', async () => {
    const abort = new AbortController();
    const reason = new AbortedError('SIGINT');
    const down: StreamTrace = async (call, sink, signal) => {
      abort.abort(reason);
      return fails(lost())(call, sink, signal);
    };
    await expect(tailWith([down], { abort })).rejects.toBe(reason);
  });

  test('reads a log of 40 MB to its end', async () => {
    const plain = 'the same long line of a long log, which nobody will ever read to its end\n'.repeat(999);
    const chunk = Buffer.from(`${plain}\u001b[32m$ make\u001b[0m\n`);
    const chunks = Math.ceil(40e6 / chunk.length);
    const huge: StreamTrace = (_call, sink) => {
      for (let count = 0; count < chunks; count += 1) sink(chunk);
      return Promise.resolve(ok({ bytes: chunks * chunk.length }));
    };
    expect((await tailWith([huge], { lines: 1 })).tail).toEqual({
      kind: 'lines',
      lines: ['\u001b[32m$ make\u001b[0m'],
      omitted: chunks * 1000 - 1,
      bytes: chunks * chunk.length,
    });
  }, 60_000);
});

describe('a log whose response does not say where it ends', () => {
  const untold =
    (text: string): StreamTrace =>
    async (call, sink, signal) => ({
      ...(await sends(text)(call, sink, signal)),
      hints: { endUntold: true },
    });

  test.each<{ name: string; texts: readonly string[]; want: readonly string[]; requests: number }>([
    { name: 'twice alike', texts: ['1\n2\n', '1\n2\n'], want: ['1', '2'], requests: 2 },
    { name: 'cut once', texts: ['1\n', '1\n2\n', '1\n2\n'], want: ['1', '2'], requests: 3 },
    { name: 'cut in between', texts: ['1\n2\n', '1\n', '1\n2\n'], want: ['1', '2'], requests: 3 },
    { name: 'empty twice', texts: ['', ''], want: [], requests: 2 },
  ])('is read until it has the same length again: $name', async ({ texts, want, requests }) => {
    expect(await tailWith(texts.map(untold))).toMatchObject({
      tail: { kind: 'lines', lines: want },
      requests,
    });
  });

  test('is believed at once where the next response says it', async () => {
    expect(await tailWith([untold('1\n'), sends('1\n2\n')])).toMatchObject({
      tail: { kind: 'lines', lines: ['1', '2'] },
      requests: 2,
    });
  });

  test.each([
    { name: 'longer each time', texts: ['1\n', '1\n2\n', '1\n2\n3\n'] },
    { name: 'shorter each time', texts: ['1\n2\n3\n', '1\n2\n', '1\n'] },
    { name: 'as short as before, and longer in between', texts: ['1\n', '1\n2\n', '1\n'] },
  ])('is not shown if it is $name', async ({ texts }) => {
    expect((await tailWith(texts.map(untold))).tail).toEqual({
      kind: 'unavailable',
      why: 'the response does not say where the log ends, and it may be cut off',
      concerns: 'this_log',
    });
  });
});

describe('the end of a log that a cache sent', () => {
  const recording =
    (asked: unknown[], answer: StreamTrace): StreamTrace =>
    (call, sink, signal) => {
      asked.push(call.fresh);
      return answer(call, sink, signal);
    };
  const sendsOld: StreamTrace = async (call, sink, signal) => ({
    ...(await sends('1\n2\n')(call, sink, signal)),
    hints: { fromCache: true },
  });

  test('is not taken for its end: the next request asks for a fresh response', async () => {
    const asked: unknown[] = [];
    const answers = [sendsOld, sends('1\n2\n3\n')].map((answer) => recording(asked, answer));
    expect((await tailWith(answers)).tail).toMatchObject({ kind: 'lines', lines: ['1', '2', '3'] });
    expect(asked).toEqual([undefined, expect.stringMatching(/^9001\.\d+$/)]);
  });

  test('is not shown where there is no other', async () => {
    const asked: unknown[] = [];
    const answers = [sendsOld, sendsOld, sendsOld].map((answer) => recording(asked, answer));
    expect((await tailWith(answers)).tail).toEqual({
      kind: 'unavailable',
      why: 'a cache on the way answered, and the log may have grown since',
      concerns: 'this_log',
    });
    expect(new Set(asked).size).toBe(3);
  });
});
