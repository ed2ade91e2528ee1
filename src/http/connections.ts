import http, { type Agent } from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import type { SecureContext } from 'node:tls';

import { HttpClient } from '@actions/http-client';

import { type EnvironmentVariables, bypassesProxy, withoutBrackets } from './proxy.js';
import { type TunnelAgent, prepareTunnel } from './proxy-tunnel.js';
import { TransportFault } from './transport.js';

/**
 * A TLS context that trusts `caCertificate` (PEM, one or more) in addition to Node's default certificates.
 * Takes tens of milliseconds, because all default certificates are read again. OpenSSL skips what it cannot
 * parse, so the text must be validated before.
 */
export function secureContextTrusting(caCertificate: string): tls.SecureContext {
  return tls.createSecureContext({ ca: [...defaultCertificates(), caCertificate] });
}

/**
 * Node's own list, with the file of NODE_EXTRA_CA_CERTS and the system store if they are enabled. Node before
 * 22.15 cannot return what it loaded from that file. There a given CA certificate replaces the file's, and
 * the user must put both into one.
 */
function defaultCertificates(): readonly string[] {
  const sinceNode22: Partial<Pick<typeof tls, 'getCACertificates'>> = tls;
  return sinceNode22.getCACertificates?.('default') ?? tls.rootCertificates;
}

/** The route to one server: the agent that opens the connection, and the proxy. */
export interface ServerRoute {
  readonly client: HttpClient;
  readonly agent: Agent;
  /** For `http.request`. */
  readonly host: string;
  /** `host:port` of the proxy, without credentials. */
  readonly proxy: string | undefined;
}

/** Keep-alive connections, and new ones through the proxies that the environment names. */
export interface Connections {
  /**
   * `signal` also aborts the wait for a proxy.
   * @throws {TransportFault} `proxy` when the proxy's address is not a URL.
   */
  readonly routeTo: (url: URL, signal: AbortSignal) => ServerRoute;
  readonly close: () => void;
}

/**
 * The client's own idle timer ends a request with an error that contains the whole path. The timeout of each
 * request makes it unnecessary. This is the maximum of a timer.
 */
const noSocketTimeoutMs = 2 ** 31 - 1;

/**
 * Opens no connection yet. Reads `caCertificate` for the first request that needs it. `environment` names the
 * hosts that are reached without a proxy.
 */
export function createConnections(settings: {
  readonly userAgent: string;
  readonly caCertificate: string | undefined;
  readonly environment?: EnvironmentVariables | undefined;
}): Connections {
  const { userAgent, caCertificate, environment = {} } = settings;
  // Unlimited sockets: a request that queues in an agent would get a reused socket without notice.
  const options = { socketTimeout: noSocketTimeoutMs, maxSockets: Infinity };
  const client = new HttpClient(userAgent, [], { ...options, keepAlive: false });
  const keptByProtocol = new Map<string, Agent>();
  let secureContext: SecureContext | undefined;

  /** Verifies certificates, whatever NODE_TLS_REJECT_UNAUTHORIZED says. */
  const trust = (target: object): void => {
    Object.assign(target, { rejectUnauthorized: true });
    if (caCertificate === undefined) return;
    secureContext ??= secureContextTrusting(caCertificate);
    Object.assign(target, { secureContext });
  };

  const routeDirect = (url: URL): ServerRoute => {
    const agent = keptByProtocol.get(url.protocol) ?? keptAgentFor(url);
    keptByProtocol.set(url.protocol, agent);
    if (url.protocol === 'https:') trust(optionsOf(agent));
    return { client, agent, host: withoutBrackets(url.hostname), proxy: undefined };
  };

  const routeThroughProxy = (url: URL, agent: TunnelAgent, signal: AbortSignal): ServerRoute => {
    const host = agent.proxyOptions.host ?? '';
    const port = agent.proxyOptions.port ?? '';
    trust(agent.options);
    trust(agent.proxyOptions);
    prepareTunnel(agent, { url, signal });
    return { client, agent, host: url.hostname, proxy: port === '' ? host : `${host}:${port}` };
  };

  return {
    routeTo: (url, signal) => {
      if (bypassesProxy(environment, url)) return routeDirect(url);
      // Without keep-alive the client creates a new agent for each tunnel, so that each gets the signal of
      // its request. Nothing is lost: the `tunnel` package closes a connection as soon as it is idle.
      const agent = agentFor(client, url);
      return isTunnel(agent) ? routeThroughProxy(url, agent, signal) : routeDirect(url);
    },
    close: () => {
      for (const agent of keptByProtocol.values()) agent.destroy();
      keptByProtocol.clear();
    },
  };
}

/** The client would cache its agent, and would use a proxy wherever its own rule says so. */
function keptAgentFor({ protocol }: URL): Agent {
  const options = { keepAlive: true, maxSockets: Infinity };
  return protocol === 'https:' ? new https.Agent(options) : new http.Agent(options);
}

/** The client's own error would have the proxy's address, with a password, as a property. */
function agentFor(client: HttpClient, url: URL): Agent {
  try {
    return client.getAgent(url.href);
  } catch {
    throw new TransportFault({
      kind: 'proxy',
      reached: 'no',
      message: 'the proxy address in the environment is not a valid URL',
    });
  }
}

/** The options for new connections, which Node's types omit. */
function optionsOf(agent: Agent): object {
  if ('options' in agent && typeof agent.options === 'object' && agent.options !== null) return agent.options;
  throw new TypeError('an agent without options');
}

function isTunnel(agent: Agent): agent is TunnelAgent {
  return 'proxyOptions' in agent;
}
