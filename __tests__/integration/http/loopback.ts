import { once } from 'node:events';
import net, { type AddressInfo, type Server, type Socket } from 'node:net';

/** A server that is listening, and can be closed with everything that hangs on it. */
export interface Loopback {
  readonly port: number;
  /** Every connection that was ever accepted. */
  readonly sockets: readonly Socket[];
  readonly close: () => Promise<void>;
}

/** Listens on a free port of the loopback interface. Rejects when the address is not there. */
export async function listen(server: Server, host = '127.0.0.1'): Promise<Loopback> {
  const sockets: Socket[] = [];
  server.on('connection', (socket) => {
    socket.on('error', () => undefined);
    sockets.push(socket);
  });
  server.listen(0, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    sockets,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/**
 * A server that speaks raw bytes: `answer` gets the socket and the text of each request head that came in.
 */
export function rawServer(answer: (socket: Socket, head: string, index: number) => void): Server {
  let index = 0;
  return net.createServer((socket) => {
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
        const head = text.slice(0, end);
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
        if (text.length < end + 4 + length) return;
        text = text.slice(end + 4 + length);
        answer(socket, head, index++);
      }
    });
  });
}

/** Settles when the other side of a connection is gone. */
export async function whenClosed(socket: Socket): Promise<void> {
  // Unread bytes would hide the end, and an error is as good an end as any.
  socket.resume();
  if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve));
}

/** Settles with the first connection that `loopback` accepts. */
export async function firstConnection(server: Server): Promise<Socket> {
  const [socket] = (await once(server, 'connection')) as [Socket];
  return socket;
}
