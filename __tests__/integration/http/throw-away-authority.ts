import { makeTlsCertificate } from '../../../src/simulator/serve/tls-certificate.js';

/** PEM texts of an authority that nobody trusts, and of a server that it vouches for. */
export interface ThrowAwayAuthority {
  readonly caCertificate: string;
  readonly serverCertificate: string;
  readonly serverKey: string;
}

/**
 * Makes new keys each time, on an elliptic curve because RSA takes a hundred times as long; the server is
 * `gitlab.example.test`, `localhost` and 127.0.0.1.
 */
export function throwAwayAuthority(): ThrowAwayAuthority {
  const { ca, cert, key } = makeTlsCertificate(['gitlab.example.test', 'localhost', '127.0.0.1'], Date.now());
  return { caCertificate: ca, serverCertificate: cert, serverKey: key };
}
