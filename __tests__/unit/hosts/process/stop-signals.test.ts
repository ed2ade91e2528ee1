import { describe, expect, test } from '@jest/globals';

import { ignoresHangup } from '../../../../src/hosts/process/stop-signals.js';

const plain = { environment: {}, parentStatus: undefined, hasUnreadableInput: false };

function parentIgnoring(signals: string): string {
  return `Name:\tsh\nSigBlk:\t0000000000000001\nSigIgn:\t${signals}\nSigCgt:\t0000000000000001\n`;
}

describe('a process ignores a hangup', () => {
  test.each([
    { name: 'started by nohup in bash', launch: { environment: { _: '/usr/bin/nohup' } } },
    { name: 'started by nohup of another place', launch: { environment: { _: 'nohup' } } },
    { name: 'whose parent ignores it', launch: { parentStatus: parentIgnoring('0000000000000001') } },
    { name: 'whose parent ignores more', launch: { parentStatus: parentIgnoring('0000000000001007') } },
    { name: 'whose terminal nohup has taken away', launch: { hasUnreadableInput: true } },
  ])('$name', ({ launch }) => {
    expect(ignoresHangup({ ...plain, ...launch })).toBe(true);
  });
});

describe('a process hears a hangup', () => {
  test.each([
    { name: 'of which nothing is known', launch: {} },
    { name: 'started by a shell', launch: { environment: { _: '/usr/bin/node' } } },
    { name: 'started by something with a similar name', launch: { environment: { _: '/opt/mynohup' } } },
    { name: 'started by nohup, and then by a shell', launch: { environment: { _: '/opt/nohup/node' } } },
    { name: 'whose parent ignores others', launch: { parentStatus: parentIgnoring('0000000000001006') } },
    { name: 'whose parent only handles it', launch: { parentStatus: parentIgnoring('0000000000000000') } },
    { name: 'whose parent cannot be read', launch: { parentStatus: '' } },
  ])('$name', ({ launch }) => {
    expect(ignoresHangup({ ...plain, ...launch })).toBe(false);
  });
});
