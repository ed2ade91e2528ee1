import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { expect, test } from '@jest/globals';

import { systemClock } from '../../../../src/base/clock.js';
import { InputError } from '../../../../src/base/errors.js';
import { namedScenario } from '../../../../src/simulator/named-scenarios.js';
import { listenError } from '../../../../src/simulator/serve/listen-error.js';
import { serveSimulation } from '../../../../src/simulator/serve/serve-simulation.js';

const place = { host: 'gitlab.example.com', port: 80 };

test.each([
  { code: 'EADDRINUSE', what: 'port 80 cannot be used', why: 'Another program listens' },
  { code: 'EACCES', what: 'port 80 cannot be used', why: 'This user may not' },
  { code: 'EPERM', what: 'port 80 cannot be used', why: 'This user may not' },
  {
    code: 'EADDRNOTAVAIL',
    what: 'host gitlab.example.com cannot be used',
    why: 'no address of this machine',
  },
  { code: 'EINVAL', what: 'host gitlab.example.com cannot be used', why: 'no address of this machine' },
  { code: 'ENOTFOUND', what: 'host gitlab.example.com cannot be used', why: 'cannot be resolved' },
  { code: 'EAI_AGAIN', what: 'host gitlab.example.com cannot be used', why: 'cannot be resolved' },
  { code: 'EAFNOSUPPORT', what: 'host gitlab.example.com cannot be used', why: 'IPv6' },
  { code: 'EMFILE', what: 'nothing can listen on port 80 of host gitlab.example.com', why: 'EMFILE' },
])('$code is the fault of one part', ({ code, what, why }) => {
  const { parts } = listenError(place, Object.assign(new Error('listen'), { code }));
  expect([parts.code, parts.what, parts.why]).toEqual(['invalid_input', what, expect.stringContaining(why)]);
});

test('something that is no error of the system is told all the same', () => {
  expect(listenError(place, 'odd').message).toContain('no error code');
});

test('the system says so of a port that is taken, and of an address of another machine', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const scenario = namedScenario('success');
  const served = async (where: { readonly host?: string; readonly port?: number }): Promise<unknown> =>
    await serveSimulation({ scenario, clock: systemClock, ...where }).catch((error: unknown) => error);
  try {
    const taken = await served({ port });
    // 192.0.2.0/24 is for documentation, and no machine has it.
    const foreign = await served({ host: '192.0.2.1' });
    expect([taken, foreign].map((error) => error instanceof InputError)).toEqual([true, true]);
    expect(String(taken)).toContain(`port ${port} cannot be used`);
    expect(String(foreign)).toContain('host 192.0.2.1 cannot be used');
  } finally {
    other.close();
  }
});
