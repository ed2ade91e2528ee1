import tls from 'node:tls';

/**
 * A TLS context that trusts `caCertificate` (PEM, one or more) beside what Node trusts by default. Takes tens of milliseconds, because
 * all default certificates are read again. OpenSSL passes over what it cannot read, so the text has to be checked before.
 */
export function secureContextTrusting(caCertificate: string): tls.SecureContext {
  return tls.createSecureContext({ ca: [...defaultCertificates(), caCertificate] });
}

/**
 * Node's own list, with the file of NODE_EXTRA_CA_CERTS and the system's store where those are switched on. A Node older than 22.15 cannot
 * tell what it loaded from that file: there, a given CA certificate replaces the file's, and both have to be given in one.
 */
function defaultCertificates(): readonly string[] {
  const sinceNode22: Partial<Pick<typeof tls, 'getCACertificates'>> = tls;
  return sinceNode22.getCACertificates?.('default') ?? tls.rootCertificates;
}
