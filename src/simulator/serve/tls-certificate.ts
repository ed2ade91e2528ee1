import { type KeyObject, createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { networkInterfaces } from 'node:os';

import {
  addressBytes,
  bitString,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
  tagged,
  time,
  trueValue,
  utf8String,
} from './der.js';

/** What a server speaks HTTPS with. All PEM. */
export interface TlsCertificate {
  readonly key: string;
  readonly cert: string;
  /** What clients trust it by. Its key is gone when this is made: it can sign nothing else. */
  readonly ca: string;
}

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const lifeMs = 90 * 24 * 60 * 60_000;
/** For a client whose clock is slow. */
const earlyMs = 60 * 60_000;

/** Makes a certificate for these hosts, and the authority that has signed it. */
export function makeTlsCertificate(hosts: readonly string[], nowMs: number): TlsCertificate {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const authorityName = nameOf(`Simulated GitLab, authority ${randomBytes(4).toString('hex')}`);
  const serverName = nameOf('Simulated GitLab');
  const issued = { issuer: authorityName, issuerKeys: authority, nowMs };
  const ca = certificate({
    ...issued,
    subject: authorityName,
    publicKey: authority.publicKey,
    extensions: authorityExtensions(authority.publicKey),
  });
  const cert = certificate({
    ...issued,
    subject: serverName,
    publicKey: server.publicKey,
    extensions: serverExtensions(server.publicKey, authority.publicKey, hosts),
  });
  const key = server.privateKey.export({ type: 'pkcs8', format: 'pem' });
  return { key: String(key), cert: pem(cert), ca: pem(ca) };
}

/** By which names a server is reached that listens on `host`. */
export function hostsReached(host: string, externalUrl: string | undefined): readonly string[] {
  const isEvery = host === '0.0.0.0' || host === '::';
  const own = isEvery
    ? Object.values(networkInterfaces()).flatMap((each) => (each ?? []).map(({ address }) => address))
    : [host];
  const external = externalUrl === undefined ? [] : [new URL(externalUrl).hostname];
  const all = ['localhost', '127.0.0.1', '::1', ...own, ...external];
  return [...new Set(all.map((each) => each.replaceAll(/^\[|\]$|%.*$/g, '')))];
}

const oids = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  commonName: '2.5.4.3',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
  extKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
} as const;

interface Content {
  readonly issuer: Buffer;
  readonly issuerKeys: KeyPair;
  readonly subject: Buffer;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Buffer[];
  readonly nowMs: number;
}

/** @see RFC 5280, section 4.1 */
function certificate({ issuer, issuerKeys, subject, publicKey, extensions, nowMs }: Content): Buffer {
  const algorithm = sequence(oid(oids.ecdsaWithSha256));
  const version3 = tagged(0, integer(2), 'constructed');
  const content = sequence(
    version3,
    integer(randomBytes(16)),
    algorithm,
    issuer,
    sequence(time(nowMs - earlyMs), time(nowMs + lifeMs)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(3, sequence(...extensions), 'constructed'),
  );
  return sequence(content, algorithm, bitString(sign('sha256', content, issuerKeys.privateKey)));
}

function nameOf(commonName: string): Buffer {
  return sequence(setOf(sequence(oid(oids.commonName), utf8String(commonName))));
}

function extension(id: string, value: Buffer, weight?: 'critical'): Buffer {
  return sequence(oid(id), ...(weight === 'critical' ? [trueValue] : []), octetString(value));
}

/** It signs certificates of servers, and nothing below them: `pathLenConstraint` is 0. */
function authorityExtensions(publicKey: KeyObject): readonly Buffer[] {
  return [
    extension(oids.basicConstraints, sequence(trueValue, integer(0)), 'critical'),
    // keyCertSign, the sixth bit.
    extension(oids.keyUsage, bitString(Buffer.from([0x04]), 2), 'critical'),
    extension(oids.subjectKeyIdentifier, octetString(keyIdentifier(publicKey))),
  ];
}

function serverExtensions(own: KeyObject, authority: KeyObject, hosts: readonly string[]): readonly Buffer[] {
  const names = hosts.map((host) => {
    const address = addressBytes(host);
    return address === undefined
      ? tagged(2, Buffer.from(host), 'primitive')
      : tagged(7, address, 'primitive');
  });
  return [
    extension(oids.basicConstraints, sequence(), 'critical'),
    // digitalSignature, the first bit.
    extension(oids.keyUsage, bitString(Buffer.from([0x80]), 7), 'critical'),
    extension(oids.extKeyUsage, sequence(oid(oids.serverAuth))),
    extension(oids.subjectAltName, sequence(...names)),
    extension(oids.subjectKeyIdentifier, octetString(keyIdentifier(own))),
    extension(oids.authorityKeyIdentifier, sequence(tagged(0, keyIdentifier(authority), 'primitive'))),
  ];
}

function keyIdentifier(publicKey: KeyObject): Buffer {
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest().subarray(0, 20);
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
