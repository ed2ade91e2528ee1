import type { Agent, ClientRequest, RequestOptions } from 'node:http';
import { type Socket, isIP } from 'node:net';
import tls from 'node:tls';

import { withoutBrackets } from './proxy.js';

/** Members of an agent of the `tunnel` package beyond those of an agent. */
export interface TunnelAgent extends Agent {
  /** For the connections to the server. */
  readonly options: object;
  /** For the connections to the proxy. */
  readonly proxyOptions: RequestOptions & { proxyAuth?: string | undefined };
  /** Sends the CONNECT. */
  request: (options: RequestOptions) => ClientRequest;
  /** Makes a tunnel, with TLS in it where the server needs that. */
  createSocket: CreateSocket;
}

type CreateSocket = (options: object, use: (socket: Socket) => void) => void;

/** What a tunnel leads to, and what ends it. */
export interface TunnelTarget {
  readonly url: URL;
  /** The tunnel does not forward an abort of the request, and its CONNECT would keep the process alive. */
  readonly signal: AbortSignal;
}

/**
 * Corrects what the package does with an agent that was just made, before it is used. It encodes the
 * credentials of the proxy with an outdated function of Node, which then warns. It expects the name of the
 * server in the certificate of the proxy. And it gives TLS the address of a server as a name, which Node
 * warns of, and cuts one of IPv6 at its first colon, so that no certificate fits it.
 */
export function prepareTunnel(agent: TunnelAgent, { url, signal }: TunnelTarget): void {
  const { proxyOptions } = agent;
  const host = withoutBrackets(proxyOptions.host ?? '');
  Object.assign(proxyOptions, { host, signal, servername: isIP(host) === 0 ? host : '' });
  sendCredentials(agent);
  const server = withoutBrackets(url.hostname);
  if (url.protocol === 'https:' && isIP(server) !== 0) connectToAddress(agent, server);
}

function sendCredentials(agent: TunnelAgent): void {
  const { proxyAuth } = agent.proxyOptions;
  if (proxyAuth === undefined) return;
  agent.proxyOptions.proxyAuth = undefined;
  const send = agent.request;
  const credentials = `Basic ${Buffer.from(proxyAuth).toString('base64')}`;
  agent.request = (options) => {
    const request = send(options);
    request.setHeader('Proxy-Authorization', credentials);
    return request;
  };
}

function connectToAddress(agent: TunnelAgent, host: string): void {
  const { createSocket: createPlainSocket } = Object.getPrototypeOf(agent) as TunnelAgent;
  // Unlike that of Node's agents, this is a list.
  const sockets: unknown = agent.sockets;
  agent.createSocket = (options, use) =>
    createPlainSocket.call(agent, options, (socket) => {
      const secure = tls.connect({ ...agent.options, socket, host, servername: '' });
      if (Array.isArray(sockets)) sockets[sockets.indexOf(socket)] = secure;
      use(secure);
    });
}
