import { htmlAnswer, messageAnswer } from './answer.js';
import type { Instance } from './records.js';
import { mediaType } from './request-parameters.js';
import type { SimulatedRequest, SimulatedResponse } from './wire.js';

/** What a server that takes no writes answers to one; `undefined` when the request may pass. */
export function writeRefusal(instance: Instance, request: SimulatedRequest): SimulatedResponse | undefined {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return undefined;
  switch (instance.writes) {
    case 'open':
      return undefined;
    case 'maintenance':
      if (instance.release.maintenanceMode === 'absent') return undefined;
      return maintenanceAnswer(request, {
        message: instance.maintenanceMessage,
        startPage: `${instance.externalUrl}/`,
      });
    case 'read_only':
      return isJson(request)
        ? messageAnswer(403, 'You cannot perform write operations on a read-only instance')
        : redirectAway(request, `${instance.externalUrl}/`);
  }
}

interface Maintenance {
  readonly message: string;
  readonly startPage: string;
}

/** JSON requests get an honest 503; a form is sent back to where it came from, or to the start page. */
export function maintenanceAnswer(request: SimulatedRequest, maintenance: Maintenance): SimulatedResponse {
  return isJson(request)
    ? messageAnswer(503, maintenance.message)
    : redirectAway(request, maintenance.startPage);
}

function isJson({ headers }: SimulatedRequest): boolean {
  return mediaType(headers['content-type'] ?? '') === 'application/json';
}

function redirectAway({ headers }: SimulatedRequest, startPage: string): SimulatedResponse {
  const location = headers.referer ?? startPage;
  const page = `<html><body>You are being <a href="${location}">redirected</a>.</body></html>`;
  return htmlAnswer(301, page, { location });
}
