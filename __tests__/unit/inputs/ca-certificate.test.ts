import { beforeAll, describe, expect, test } from '@jest/globals';
import forge from 'node-forge';

import { parseCaCertificate } from '../../../src/inputs/ca-certificate.js';
import { ok } from '../../../src/inputs/parsing.js';
import { filesOf, noFiles } from './input-sources.js';

const hint =
  'Give the text of one or more certificates, each from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE----- with its line ends kept, or the path of a file with them.';

describe('parseCaCertificate', () => {
  let pem = '';
  let keyPem = '';

  beforeAll(() => {
    const keys = forge.pki.rsa.generateKeyPair(1024);
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = keys.publicKey;
    certificate.setSubject([{ name: 'commonName', value: 'Test Authority' }]);
    certificate.setIssuer([{ name: 'commonName', value: 'Test Authority' }]);
    certificate.sign(keys.privateKey, forge.md.sha256.create());
    pem = forge.pki.certificateToPem(certificate).replaceAll('\r\n', '\n').trim();
    keyPem = forge.pki.privateKeyToPem(keys.privateKey);
  });

  test('reads the text of one certificate or more', async () => {
    expect(await parseCaCertificate(`  ${pem}\n`, noFiles)).toEqual(ok(`${pem}\n`));
    expect(await parseCaCertificate(`# first\n${pem}\n# second\n${pem}`, noFiles)).toEqual(
      ok(`${pem}\n${pem}\n`),
    );
  });

  test('reads the file that a path names', async () => {
    expect(await parseCaCertificate(' ca.pem\n', filesOf({ 'ca.pem': `${pem}\n` }))).toEqual(ok(`${pem}\n`));
  });

  test.each([
    {
      name: 'the text in base64',
      give: () => Buffer.from(pem).toString('base64'),
      want: 'is a text of certificates in base64, not the text itself (not shown)',
    },
    {
      name: 'the text in base64, with line ends',
      give: () =>
        Buffer.from(pem)
          .toString('base64')
          .replaceAll(/(.{76})/g, '$1\n'),
      want: 'is a text of certificates in base64, not the text itself (not shown)',
    },
    {
      name: 'a certificate without its lines BEGIN and END',
      give: () => pem.split('\n').slice(1, -1).join(''),
      want: 'is a certificate in base64 without its lines BEGIN and END (not shown)',
    },
    {
      name: 'another text in base64',
      give: () => 'QUJD'.repeat(200),
      want: 'is neither a certificate nor a path, but a text in base64 (not shown)',
    },
    {
      name: 'a text without end',
      give: () => 'x y'.repeat(2000),
      want: 'is neither a certificate nor a path (not shown)',
    },
  ])('says what it is if it is $name, and shows nothing of it', async ({ give, want }) => {
    const outcome = await parseCaCertificate(give(), noFiles);
    expect(outcome).toMatchObject({ kind: 'wrong', problems: [{ what: want }] });
    expect(JSON.stringify(outcome)).not.toContain(give().slice(100, 130));
  });

  test('reads a file whose name could be base64', async () => {
    const path = 'a'.repeat(220);
    expect(await parseCaCertificate(path, filesOf({ [path]: pem }))).toEqual(ok(`${pem}\n`));
  });

  test('names an unreadable file', async () => {
    expect(await parseCaCertificate('ca.pem', noFiles)).toEqual({
      kind: 'wrong',
      problems: [
        {
          at: ' "ca.pem"',
          what: 'cannot be read (ENOENT)',
          hint: 'Give the path of a UTF-8 text file, relative to the working directory or absolute.',
        },
      ],
    });
  });

  test('refuses a private key without showing it', async () => {
    const outcome = await parseCaCertificate(`${pem}\n${keyPem}`, noFiles);
    expect(outcome).toEqual({
      kind: 'wrong',
      problems: [
        { what: 'holds a private key', hint: `Take it out, and replace it if others could see it. ${hint}` },
      ],
    });
  });

  test.each([
    {
      name: 'cut off',
      spoil: (text: string) => text.slice(0, -30),
      want: 'holds no certificate, or one that is cut off (not shown)',
    },
    {
      name: 'damaged',
      spoil: (text: string) => text.replace('\nMII', '\nXYZ'),
      want: 'holds a certificate that cannot be read, number 1',
    },
    {
      name: 'of another kind',
      spoil: (text: string) => text.replaceAll('CERTIFICATE', 'PUBLIC KEY'),
      want: 'holds no certificate, or one that is cut off (not shown)',
    },
    {
      name: 'without its frame',
      spoil: (text: string) => text.split('\n').slice(1, -1).join('\n'),
      want: 'is neither a certificate nor a path (not shown)',
    },
  ])('refuses a certificate that is $name', async ({ spoil, want }) => {
    expect(await parseCaCertificate(spoil(pem), noFiles)).toEqual({
      kind: 'wrong',
      problems: [{ what: want, hint }],
    });
  });
});
