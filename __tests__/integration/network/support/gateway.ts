import http, { type IncomingMessage, type ServerResponse } from 'node:http';

import { listen } from '../../http/loopback.js';

export interface GatewaySettings {
  /** The port of the GitLab behind it, on 127.0.0.1. */
  readonly leadsTo: number;
  /** Whom it lets pass; everybody when absent. Others get a page with 403. */
  readonly demands?: Readonly<Record<string, string>>;
  /** Hands paths on decoded, as misconfigured ones do. */
  readonly path?: 'as_it_is' | 'decoded';
  /** Answers a 404 of its own, as a page, in place of the one from behind. */
  readonly notFound?: 'passed_on' | 'page';
  /**
   * Whether to close a connection without an answer when a further request, such as `GET /api/v4/…`, comes
   * over it; never when absent.
   */
  readonly cutsReused?: (request: string) => boolean;
}

export interface RunningGateway {
  readonly port: number;
  /** `POST /api/v4/…` for each request that arrived, those that were cut among them. */
  readonly arrived: readonly string[];
  readonly headers: readonly http.IncomingHttpHeaders[];
  readonly close: () => Promise<void>;
}

/** Something that stands in front of a GitLab on loopback. */
export async function startGateway(settings: GatewaySettings): Promise<RunningGateway> {
  const arrived: string[] = [];
  const headers: http.IncomingHttpHeaders[] = [];
  const used = new WeakSet();
  const server = http.createServer((request, response) => {
    const line = `${request.method ?? ''} ${request.url ?? ''}`;
    arrived.push(line);
    headers.push(request.headers);
    if (used.has(request.socket) && settings.cutsReused?.(line) === true) {
      request.socket.destroy();
      return;
    }
    used.add(request.socket);
    const isWelcome = Object.entries(settings.demands ?? {}).every(
      ([name, value]) => request.headers[name.toLowerCase()] === value,
    );
    if (isWelcome) handOn(settings, request, response);
    else page(response, 403, 'Access denied');
  });
  const { port, close } = await listen(server);
  return { port, arrived, headers, close };
}

function handOn(settings: GatewaySettings, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers, url: path = '' } = request;
  const onward = http.request(
    {
      host: '127.0.0.1',
      port: settings.leadsTo,
      method,
      headers,
      path: settings.path === 'decoded' ? path.replaceAll('%2F', '/') : path,
      agent: false,
    },
    (answer) => {
      if (settings.notFound === 'page' && answer.statusCode === 404) {
        answer.resume();
        page(response, 404, 'Not Found');
        return;
      }
      // How long a connection is kept is between the gateway and its own client.
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, connection: 'keep-alive' });
      answer.pipe(response);
    },
  );
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

function page(response: ServerResponse, status: number, title: string): void {
  response.writeHead(status, { 'content-type': 'text/html' });
  response.end(`<!DOCTYPE html><html><head><title>${title}</title></head><body>${title}</body></html>`);
}
