import { spawnSync } from 'node:child_process';
import { X509Certificate, createPrivateKey as createKey, createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { systemClock } from '../../../../src/base/clock.js';
import { jsonAnswer } from '../../../../src/simulator/gitlab/wire/answer.js';
import { startServer } from '../../../../src/simulator/gitlab/wire/server.js';
import {
  addressBytes,
  bitString,
  integer,
  octetString,
  oid,
  sequence,
  tagged,
  time,
} from '../../../../src/simulator/serve/der.js';
import { hostsReached, makeTlsCertificate } from '../../../../src/simulator/serve/tls-certificate.js';

const nowMs = Date.UTC(2026, 10, 30, 12);

describe('DER', () => {
  // The examples of X.690 and RFC 5280, and the borders of their rules.
  test.each([
    { what: 'a small number', bytes: integer(0), want: '020100' },
    { what: 'the largest number of one byte', bytes: integer(127), want: '02017f' },
    { what: 'a number that would read as negative', bytes: integer(128), want: '02020080' },
    { what: 'a number of two bytes', bytes: integer(256), want: '02020100' },
    {
      what: 'a serial that begins with zeros',
      bytes: integer(Buffer.from('00007f01', 'hex')),
      want: '02027f01',
    },
    {
      what: 'a serial with its first bit set',
      bytes: integer(Buffer.from('ff01', 'hex')),
      want: '020300ff01',
    },
    { what: 'a serial of nothing', bytes: integer(Buffer.alloc(2)), want: '020100' },
    { what: 'an id with a long number', bytes: oid('1.2.840.113549'), want: '06062a864886f70d' },
    { what: 'an id of small numbers', bytes: oid('2.5.29.17'), want: '0603551d11' },
    { what: 'bits', bytes: bitString(Buffer.from([0x04]), 2), want: '03020204' },
    { what: 'an empty sequence', bytes: sequence(), want: '3000' },
    { what: 'a tag around', bytes: tagged(0, integer(2), 'constructed'), want: 'a003020102' },
    { what: 'a tag in place', bytes: tagged(2, Buffer.from('a'), 'primitive'), want: '820161' },
    {
      what: 'a time before 2050',
      bytes: time(Date.UTC(2049, 11, 31, 23, 59, 59)),
      want: '170d3439313233313233353935395a',
    },
    {
      what: 'a time from 2050 on',
      bytes: time(Date.UTC(2050, 0, 1)),
      want: '180f32303530303130313030303030305a',
    },
  ])('writes $what', ({ bytes, want }) => {
    expect(bytes.toString('hex')).toBe(want);
  });

  test.each([
    { bytes: 127, head: '047f' },
    { bytes: 128, head: '048180' },
    { bytes: 255, head: '0481ff' },
    { bytes: 256, head: '04820100' },
    { bytes: 65_536, head: '0483010000' },
  ])('writes the length of $bytes bytes', ({ bytes, head }) => {
    const written = octetString(Buffer.alloc(bytes));
    expect(written.subarray(0, written.length - bytes).toString('hex')).toBe(head);
  });

  test.each([
    { host: '127.0.0.1', want: '7f000001' },
    { host: '::1', want: `${'00'.repeat(15)}01` },
    { host: 'fe80::a:1%eth0', want: `fe80${'00'.repeat(10)}000a0001` },
    { host: '::ffff:10.0.0.1', want: `${'00'.repeat(10)}ffff0a000001` },
    { host: '1:2:3:4:5:6:7:8', want: '00010002000300040005000600070008' },
    { host: '2001:db8::', want: `20010db8${'00'.repeat(12)}` },
    { host: 'gitlab', want: undefined },
  ])('gives the bytes of $host', ({ host, want }) => {
    expect(addressBytes(host)?.toString('hex')).toBe(want);
  });
});

describe('the certificate', () => {
  const made = makeTlsCertificate(['localhost', '127.0.0.1', '::1', 'gitlab'], nowMs);
  const cert = new X509Certificate(made.cert);
  const ca = new X509Certificate(made.ca);

  test('is signed by the authority, which is one and has signed itself', () => {
    expect([cert.verify(ca.publicKey), ca.verify(ca.publicKey), cert.verify(cert.publicKey)]).toEqual([
      true,
      true,
      false,
    ]);
    expect([cert.checkIssued(ca), ca.ca, cert.ca]).toEqual([true, true, false]);
  });

  test('is for the hosts that were named and no others', () => {
    expect([cert.checkHost('localhost'), cert.checkHost('gitlab')]).toEqual(['localhost', 'gitlab']);
    expect([cert.checkIP('127.0.0.1'), cert.checkIP('::1')]).toEqual(['127.0.0.1', '::1']);
    expect([cert.checkHost('gitlab.com'), cert.checkIP('127.0.0.2')]).toEqual([undefined, undefined]);
  });

  test('holds from an hour before for three months, has the key of the server, and another number each time', () => {
    expect(new Date(cert.validFrom).getTime()).toBe(nowMs - 3_600_000);
    expect(new Date(cert.validTo).getTime()).toBe(nowMs + 90 * 86_400_000);
    const key = createPublicKey(made.key).export({ type: 'spki', format: 'der' });
    expect(cert.publicKey.export({ type: 'spki', format: 'der' })).toEqual(key);
    const again = new X509Certificate(makeTlsCertificate(['localhost'], nowMs).cert);
    expect(again.serialNumber).not.toBe(cert.serialNumber);
  });

  test('the authority alone is given away: no key that could sign more', () => {
    expect(Object.keys(made).sort()).toEqual(['ca', 'cert', 'key']);
    expect(cert.checkPrivateKey(createKey(made.key))).toBe(true);
    expect(ca.checkPrivateKey(createKey(made.key))).toBe(false);
  });

  test('is taken by OpenSSL in its strictest mode, where that is there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gitlab-trigger-tls-'));
    try {
      writeFileSync(join(folder, 'ca.pem'), made.ca);
      writeFileSync(join(folder, 'cert.pem'), made.cert);
      const at = ['-attime', String(nowMs / 1000)];
      const words = ['verify', '-x509_strict', '-purpose', 'sslserver', ...at, '-verify_ip', '127.0.0.1'];
      const run = spawnSync('openssl', [...words, '-CAfile', 'ca.pem', 'cert.pem'], {
        cwd: folder,
        encoding: 'utf8',
      });
      if (run.error === undefined) expect([run.status, run.stdout]).toEqual([0, 'cert.pem: OK\n']);
      else expect(run.error).toMatchObject({ code: 'ENOENT' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('makes a connection that a client trusts who has the authority, and no other client', async () => {
    const fresh = makeTlsCertificate(hostsReached('127.0.0.1', undefined), systemClock.epochMs());
    const gitlab = { relativeUrlRoot: '', handle: () => jsonAnswer(200, {}) };
    const server = await startServer({ gitlab, clock: systemClock, tls: fresh });
    const statusWith = async (ca: string | undefined): Promise<number | string> =>
      await new Promise((resolve) => {
        get(server.url, { ca, agent: false }, (response) => {
          response.resume().on('end', () => resolve(response.statusCode ?? 0));
        }).on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
      });
    try {
      expect(await statusWith(fresh.ca)).toBe(200);
      // The words are OpenSSL's, and change with it.
      for (const ca of [made.ca, undefined]) expect(await statusWith(ca)).toMatch(/SELF_SIGNED|UNABLE_TO/);
    } finally {
      await server.close();
    }
  });
});

test.each([
  { host: '127.0.0.1', externalUrl: undefined, want: ['localhost', '127.0.0.1', '::1'] },
  { host: '10.1.2.3', externalUrl: undefined, want: ['localhost', '127.0.0.1', '::1', '10.1.2.3'] },
  { host: '::1', externalUrl: 'https://gitlab:8929', want: ['localhost', '127.0.0.1', '::1', 'gitlab'] },
  { host: 'localhost', externalUrl: 'https://[::2]', want: ['localhost', '127.0.0.1', '::1', '::2'] },
])('$host is reached, with $externalUrl, as $want', ({ host, externalUrl, want }) => {
  expect(hostsReached(host, externalUrl)).toEqual(want);
});

test('a server on every address is reached by each of them', () => {
  const hosts = hostsReached('0.0.0.0', undefined);
  expect(hosts.slice(0, 3)).toEqual(['localhost', '127.0.0.1', '::1']);
  expect(hosts).not.toContain('0.0.0.0');
});
