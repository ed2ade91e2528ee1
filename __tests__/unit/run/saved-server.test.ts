import { expect, test } from '@jest/globals';

import type { Host } from '../../../src/hosts/host.js';
import { saveServer, savedServer } from '../../../src/run/simulation/saved-server.js';

function hostWith(saved: Map<string, string>): Pick<Host, 'state'> {
  return { state: { save: (name, value) => void saved.set(name, value), load: (name) => saved.get(name) } };
}

test('what the main step has saved of the server is what the post step finds', () => {
  const saved = new Map<string, string>();
  expect(savedServer(hostWith(saved))).toBeUndefined();
  saveServer(hostWith(saved), { pid: 4711, folder: '/tmp/simulated-gitlab-a' });
  expect(savedServer(hostWith(saved))).toEqual({ pid: 4711, folder: '/tmp/simulated-gitlab-a' });
});

// Ending 0, 1 or a negative number would end a whole group, or everything.
test.each([
  'null',
  '{}',
  '{"pid":0,"folder":"/tmp/a"}',
  '{"pid":1,"folder":"/tmp/a"}',
  '{"pid":-5,"folder":"/tmp/a"}',
  '{"pid":4711.5,"folder":"/tmp/a"}',
  '{"pid":"4711","folder":"/tmp/a"}',
  '{"pid":4711,"folder":"a"}',
  '{"pid":4711,"folder":""}',
])('%s is no server to stop', (text) => {
  expect(savedServer(hostWith(new Map([['server', text]])))).toBeUndefined();
});
