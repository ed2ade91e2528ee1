import http, { type Agent, type RequestOptions } from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import type { SecureContext } from 'node:tls';

import { HttpClient } from '@actions/http-client';

import { type Environment, bypassesProxy } from './proxy.js';
import { TransportFault } from './transport.js';

/**
 * A TLS context that trusts `caCertificate` (PEM, one or more) beside what Node trusts by default. Takes tens
 * of milliseconds, because all default certificates are read again. OpenSSL passes over what it cannot read,
 * so the text has to be checked before.
 */
export function secureContextTrusting(caCertificate: string): tls.SecureContext {
  return tls.createSecureContext({ ca: [...defaultCertificates(), caCertificate] });
}

/**
 * Node's own list, with the file of NODE_EXTRA_CA_CERTS and the system's store where those are switched on. A
 * Node older than 22.15 cannot tell what it loaded from that file: there, a given CA certificate replaces the
 * file's, and both have to be given in one.
 */
function defaultCertificates(): readonly string[] {
  const sinceNode22: Partial<Pick<typeof tls, 'getCACertificates'>> = tls;
  return sinceNode22.getCACertificates?.('default') ?? tls.rootCertificates;
}

/** The way to one server: whose agent opens the connection, and through which proxy. */
export interface Route {
  readonly client: HttpClient;
  readonly agent: Agent;
  /** For `http.request`. */
  readonly host: string;
  /** `host:port` of the proxy, without its credentials. */
  readonly proxy: string | undefined;
}

/** Kept connections, and new ones through the proxies that the environment names. */
export interface Connections {
  /**
   * `signal` also ends the wait for a proxy.
   * @throws {TransportFault} `proxy` when the proxy's address is not a URL.
   */
  readonly routeTo: (url: URL, signal: AbortSignal) => Route;
  readonly close: () => void;
}

/** What the agents of the `tunnel` package have beside the members of an agent. */
interface TunnelAgent extends Agent {
  readonly proxyOptions: RequestOptions;
}

/**
 * The client's own idle timer ends a request with an error that shows the whole path. The deadline of each
 * request makes it needless; this is the longest that a timer can run.
 */
const noSocketTimeoutMs = 2 ** 31 - 1;

/**
 * Opens nothing yet; `caCertificate` is read with the first request that needs it. `environment` tells which
 * hosts are reached without a proxy.
 */
export function createConnections(settings: {
  readonly userAgent: string;
  readonly caCertificate: string | undefined;
  readonly environment?: Environment | undefined;
}): Connections {
  const { userAgent, caCertificate, environment = {} } = settings;
  // A request that has to queue in an agent would get a used socket without being told so, hence no limit.
  const options = { socketTimeout: noSocketTimeoutMs, maxSockets: Infinity };
  const client = new HttpClient(userAgent, [], { ...options, keepAlive: false });
  const keptByProtocol = new Map<string, Agent>();
  let secureContext: SecureContext | undefined;

  /** Certificates are checked, whatever NODE_TLS_REJECT_UNAUTHORIZED says. */
  const trust = (target: object): void => {
    Object.assign(target, { rejectUnauthorized: true });
    if (caCertificate === undefined) return;
    secureContext ??= secureContextTrusting(caCertificate);
    Object.assign(target, { secureContext });
  };

  const routeDirect = (url: URL): Route => {
    const agent = keptByProtocol.get(url.protocol) ?? keptAgentFor(url);
    keptByProtocol.set(url.protocol, agent);
    if (url.protocol === 'https:') trust(optionsOf(agent));
    return { client, agent, host: withoutBrackets(url.hostname), proxy: undefined };
  };

  const routeThroughProxy = (url: URL, agent: TunnelAgent, signal: AbortSignal): Route => {
    const host = agent.proxyOptions.host ?? '';
    const port = agent.proxyOptions.port ?? '';
    trust(optionsOf(agent));
    trust(agent.proxyOptions);
    // The tunnel does not pass on that a request was given up, and its CONNECT would keep the process alive.
    Object.assign(agent.proxyOptions, { host: withoutBrackets(host), signal });
    return { client, agent, host: url.hostname, proxy: port === '' ? host : `${host}:${port}` };
  };

  return {
    routeTo: (url, signal) => {
      if (bypassesProxy(environment, url)) return routeDirect(url);
      // Without keep-alive the client makes a new agent for each tunnel, so that each can have the signal of
      // its request. Nothing is lost: the `tunnel` package closes a connection as soon as it is free.
      const agent = agentFor(client, url);
      return isTunnel(agent) ? routeThroughProxy(url, agent, signal) : routeDirect(url);
    },
    close: () => {
      for (const agent of keptByProtocol.values()) agent.destroy();
      keptByProtocol.clear();
    },
  };
}

/** The client would keep its agent, too, and leads through a proxy wherever its own rule says so. */
function keptAgentFor({ protocol }: URL): Agent {
  const options = { keepAlive: true, maxSockets: Infinity };
  return protocol === 'https:' ? new https.Agent(options) : new http.Agent(options);
}

/** The client's own error would carry the proxy's address, and with it a password, as a property. */
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

/** The options for new connections, which the types of Node leave out. */
function optionsOf(agent: Agent): object {
  if ('options' in agent && typeof agent.options === 'object' && agent.options !== null) return agent.options;
  throw new TypeError('an agent without options');
}

function isTunnel(agent: Agent): agent is TunnelAgent {
  return 'proxyOptions' in agent;
}

/** `URL` writes an IPv6 address in brackets, a socket wants it without. */
function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}
