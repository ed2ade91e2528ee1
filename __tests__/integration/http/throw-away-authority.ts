import { generateKeyPairSync, randomUUID } from 'node:crypto';

import forge from 'node-forge';

/** PEM texts of an authority that nobody trusts, and of a server that it vouches for. */
export interface ThrowAwayAuthority {
  readonly caCertificate: string;
  readonly serverCertificate: string;
  readonly serverKey: string;
}

const dayMs = 86_400_000;

/** Makes new keys each time; the server is `gitlab.example.test`, `localhost` and 127.0.0.1. */
export function throwAwayAuthority(): ThrowAwayAuthority {
  const authority = newKeys();
  const server = newKeys();
  // In a bundle, OpenSSL finds an issuer by its name: two of one name would hide each other.
  const issuer = [{ name: 'commonName', value: `Throw-away authority ${randomUUID()}` }];
  const caCertificate = sign({
    subject: issuer,
    issuer,
    publicKey: authority.publicKey,
    signingKey: authority.privateKey,
    serialNumber: '01',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const serverCertificate = sign({
    subject: [{ name: 'commonName', value: 'gitlab.example.test' }],
    issuer,
    publicKey: server.publicKey,
    signingKey: authority.privateKey,
    serialNumber: '02',
    extensions: [
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'gitlab.example.test' },
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { caCertificate, serverCertificate, serverKey: server.pem };
}

interface Keys {
  readonly privateKey: forge.pki.rsa.PrivateKey;
  readonly publicKey: forge.pki.rsa.PublicKey;
  readonly pem: string;
}

/** Node makes the keys, because forge needs seconds for them. */
function newKeys(): Keys {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return {
    privateKey: forge.pki.privateKeyFromPem(privateKey),
    publicKey: forge.pki.publicKeyFromPem(publicKey),
    pem: privateKey,
  };
}

function sign(certificate: {
  readonly subject: forge.pki.CertificateField[];
  readonly issuer: forge.pki.CertificateField[];
  readonly publicKey: forge.pki.rsa.PublicKey;
  readonly signingKey: forge.pki.rsa.PrivateKey;
  readonly serialNumber: string;
  readonly extensions: object[];
}): string {
  const made = forge.pki.createCertificate();
  made.publicKey = certificate.publicKey;
  made.serialNumber = certificate.serialNumber;
  made.validity.notBefore = new Date(Date.now() - dayMs);
  made.validity.notAfter = new Date(Date.now() + dayMs);
  made.setSubject(certificate.subject);
  made.setIssuer(certificate.issuer);
  made.setExtensions(certificate.extensions);
  made.sign(certificate.signingKey, forge.md.sha256.create());
  return forge.pki.certificateToPem(made);
}
