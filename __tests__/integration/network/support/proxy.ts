import http from 'node:http';
import https from 'node:https';
import net from 'node:net';

import { listen } from '../../http/loopback.js';

/** What a client asked of a proxy. */
export interface Asked {
  /** `CONNECT host:port`, or `GET http://…` where no tunnel is asked for. */
  readonly request: string;
  /** User and password as they arrived, `user:password`. */
  readonly credentials: string | undefined;
}

export interface ProxySettings {
  /** Where every host name leads, on 127.0.0.1: nobody but the proxy can resolve it. */
  readonly leadsTo: number;
  /** `user:password`; nothing is asked for when absent. */
  readonly credentials?: string;
  /**
   * `hang`: no answer ever. `cut`: the tunnel is cut with the first byte that comes through it. A number:
   * this status instead of a tunnel.
   */
  readonly behavior?: 'work' | 'hang' | 'cut' | number;
  /** Where it listens; 127.0.0.1 unless given. */
  readonly address?: '::1';
  /** PEM; the proxy itself speaks TLS. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface RunningProxy {
  readonly port: number;
  readonly asked: readonly Asked[];
  readonly close: () => Promise<void>;
}

/** A proxy on loopback that makes tunnels, and forwards plain requests. */
export async function startProxy(settings: ProxySettings): Promise<RunningProxy> {
  const { leadsTo, behavior = 'work', tls } = settings;
  const asked: Asked[] = [];
  const isWelcome = (request: http.IncomingMessage): boolean => {
    const credentials = credentialsOf(request.headers['proxy-authorization']);
    asked.push({ request: `${request.method ?? ''} ${request.url ?? ''}`, credentials });
    return settings.credentials === undefined || credentials === settings.credentials;
  };
  const server = tls === undefined ? http.createServer() : https.createServer(tls);
  server.on('connect', (request: http.IncomingMessage, client: net.Socket) => {
    client.on('error', () => undefined);
    const status = isWelcome(request) ? behavior : 407;
    if (status === 'hang') return;
    if (typeof status === 'number') {
      client.end(
        `HTTP/1.1 ${status} No\r\nproxy-authenticate: Basic realm="proxy"\r\ncontent-length: 0\r\n\r\n`,
      );
      return;
    }
    const onward = net.connect(leadsTo, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      if (status === 'cut') client.once('data', () => client.destroy());
      else onward.pipe(client).pipe(onward);
    });
    onward.on('error', () => client.destroy());
    client.on('close', () => onward.destroy());
  });
  server.on('request', (request: http.IncomingMessage, response: http.ServerResponse) => {
    if (!isWelcome(request)) {
      response.writeHead(407).end();
      return;
    }
    const { pathname, search } = new URL(request.url ?? '');
    const { method, headers } = request;
    const options = { host: '127.0.0.1', port: leadsTo, method, headers, path: pathname + search };
    const onward = http.request(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  const { port, close } = await listen(server, settings.address);
  return { port, asked, close };
}

function credentialsOf(header: string | undefined): string | undefined {
  const base64 = /^Basic (.+)$/.exec(header ?? '')?.[1];
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64').toString('utf8');
}
