import { execFileSync } from 'node:child_process';

import { byOutputName } from './host-traces.js';

/**
 * What a later step has in its environment when its shell has read this text, by a real bash.
 * @throws when bash complains.
 */
export function exportedBy(script: string): Readonly<Record<string, string>> {
  const printed = execFileSync('bash', ['-eu', '-c', 'eval "$1"; env -0', 'bash', script], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', HOME: '/nowhere' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const variables = printed.split('\0').map((entry) => {
    const equals = entry.indexOf('=');
    return [entry.slice(0, equals), entry.slice(equals + 1)] as const;
  });
  return byOutputName(Object.fromEntries(variables));
}
