import type { TransportFault } from '../http/transport.js';

import type { DescribedFailure } from './described-failure.js';

/** Says for people what a fault on the way means and what can be done about it. */
export function describeFault(fault: TransportFault): DescribedFailure {
  const why = fault.message;
  switch (fault.kind) {
    case 'name':
      return {
        code: 'name_not_resolved',
        why,
        cure: 'Check gitlab_url for a typing error, and that this machine uses the DNS that knows the host.',
      };
    case 'refused':
      return {
        code: 'connection_refused',
        why,
        cure: 'Check host and port of gitlab_url, and that no firewall stands between this machine and GitLab.',
      };
    case 'tls':
      return {
        code: 'tls_failed',
        why,
        cure: 'If GitLab uses a certificate of your own authority, give that authority in ca_certificate; also check that gitlab_url names the host as the certificate does.',
      };
    case 'proxy':
      return {
        code: 'proxy_failed',
        why,
        cure: why.includes('it answered 407')
          ? 'Check user name and password in https_proxy or http_proxy; special characters in them have to be percent-encoded.'
          : 'Check https_proxy and http_proxy, or list the host of gitlab_url in no_proxy if it is reached directly.',
      };
    case 'reset':
    case 'truncated':
      return {
        code: 'connection_lost',
        why,
        cure: 'Try again; if it happens often, look at the proxies and gateways between this machine and GitLab.',
      };
    case 'timeout':
      return {
        code: 'request_timeout',
        why,
        cure: 'Check that GitLab is up and reachable from this machine; a slow one may need a longer request_timeout.',
      };
    case 'too_large':
      return {
        code: 'response_too_large',
        why,
        cure: 'Check that gitlab_url leads to GitLab itself and not to a file server or a proxy.',
      };
  }
}
