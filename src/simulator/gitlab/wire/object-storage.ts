import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { Socket } from 'node:net';

import type { Clock } from '../../../base/clock.js';
import { rangedAnswer } from '../api/artifacts.js';
import type { ArtifactStorage, StoredArchive } from '../state/artifact-storage.js';
import { textAnswer } from './answer.js';
import { deliver } from './delivery.js';
import { FaultPlan } from './fault-plan.js';
import { act } from './server-delivery.js';
import { type RecordedRequest, portOf, readRequest } from './server.js';
import type { SimulatedRequest, SimulatedResponse } from './wire.js';

/** An object storage with its own URL, to which a simulated GitLab redirects clients for archives. */
export interface RunningStorage extends ArtifactStorage {
  /** Scheme, host and port. */
  readonly url: string;
  /** In order of arrival; grows. */
  readonly requests: readonly RecordedRequest[];
  readonly close: () => Promise<void>;
}

/** Serves what is stored under newly signed URLs, as S3 does, and refuses all others. */
export async function startObjectStorage(deps: {
  readonly clock: Clock;
  readonly faults?: FaultPlan | undefined;
}): Promise<RunningStorage> {
  const { clock, faults = new FaultPlan([]) } = deps;
  const archives = new Map<string, StoredArchive>();
  const requests: RecordedRequest[] = [];
  const sockets = new Set<Socket>();
  const handle = (request: SimulatedRequest): SimulatedResponse => answerTo(request, archives);
  const onRequest = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    readRequest(incoming, (request) => {
      const { method, target, headers } = request;
      requests.push({ method, target, headers, body: request.body.toString(), epochMs: clock.epochMs() });
      const fault = faults.atRequest({ method, target });
      act({ clock, outgoing }, deliver({ gitlab: { handle }, clock }, request, fault));
    });
  };
  const server = createServer(onRequest);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${portOf(server.address())}`;
  return {
    url,
    requests,
    store: (archive) => {
      const target = `/artifacts/${archive.sha256}/${encodeURIComponent(archive.filename)}?X-Amz-Signature=sig-${archives.size + 1}`;
      archives.set(target, archive);
      return `${url}${target}`;
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function answerTo(
  request: SimulatedRequest,
  archives: ReadonlyMap<string, StoredArchive>,
): SimulatedResponse {
  const archive = archives.get(request.target);
  if (archive === undefined) {
    const words =
      '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';
    return textAnswer(403, words, { 'content-type': 'application/xml' });
  }
  const headers = { 'content-type': 'application/zip', server: 'SimulatedStorage' };
  return rangedAnswer(request, archive, { etag: `"${archive.sha256.slice(0, 32)}"`, headers });
}
