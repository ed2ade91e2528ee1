import { randomUUID } from 'node:crypto';
import { type ClientRequest, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

import type { Clock } from '../../base/clock.js';
import { isObject } from '../../base/is-object.js';
import type { HookEvent } from '../gitlab/hooks/events.js';
import type { WebhookDescription } from '../gitlab/state/scenario.js';

/** GitLab gives a receiver ten seconds. */
const answerWithinMs = 10_000;

export interface HookDelivery {
  readonly hook: WebhookDescription;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The status of the answer, or why there was none. */
export type DeliveryAnswer = number | string;

/** Sends a delivery once. Follows no redirect, and reads no answer. Never rejects. */
export function post(
  clock: Clock,
  { hook, headers, body }: HookDelivery,
): { readonly answer: Promise<DeliveryAnswer>; readonly cut: () => void } {
  const url = new URL(hook.url);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const content = Buffer.from(body);
  let request: ClientRequest;
  try {
    request = send(url, {
      method: 'POST',
      agent: false,
      headers: { ...headers, 'content-length': content.length },
      ...(hook.verifiesTls === false ? { rejectUnauthorized: false } : {}),
    });
  } catch (error) {
    // Node takes no header with such characters, and no such user name.
    return { answer: Promise.resolve(unsendable(error)), cut: () => undefined };
  }
  const answer = new Promise<DeliveryAnswer>((resolve) => {
    const dispose = clock.schedule(
      answerWithinMs,
      () => request.destroy(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })),
      'idle',
    );
    const settle = (result: DeliveryAnswer): void => {
      dispose();
      resolve(result);
    };
    request.on('response', (response) => {
      response.resume();
      response.on('error', () => undefined);
      settle(response.statusCode ?? 'no status');
    });
    request.on('error', (error) => settle('code' in error ? String(error.code) : error.name));
    request.on('close', () => settle('closed'));
  });
  request.end(content);
  return { answer, cut: () => request.destroy() };
}

/** Whether another attempt may do better: nobody answered, or a server that is in trouble. */
export function isWorthAnother(answer: DeliveryAnswer): boolean {
  if (typeof answer === 'string') return !answer.startsWith(notSent);
  return answer === 429 || answer >= 500;
}

const notSent = 'cannot be sent';

function unsendable(error: unknown): string {
  return `${notSent} (${isObject(error) && typeof error.code === 'string' ? error.code : 'unfit address'})`;
}

export interface NamedEvent {
  readonly event: HookEvent;
  readonly token: string | undefined;
  /** Of the GitLab, e.g. `19.3.0`. */
  readonly version: string;
  /** The same for each attempt. */
  readonly key: string;
  readonly eventId: string;
}

const eventNames = { pipeline: 'Pipeline Hook', job: 'Job Hook' } as const;

/** The first releases that send a header. */
const since = { event_uuid: [14, 8], instance: [15, 5], webhook_uuid: [16, 2], key: [17, 4] } as const;

/**
 * The headers of a delivery.
 * @see GitLab, `app/services/web_hook_service.rb`
 */
export function hookHeaders(named: NamedEvent): Readonly<Record<string, string>> {
  const { event, token, version, key, eventId } = named;
  const sends = (header: keyof typeof since): boolean => isFrom(version, since[header]);
  return {
    'Content-Type': 'application/json',
    'User-Agent': `GitLab/${version}`,
    ...(sends('key') ? { 'Idempotency-Key': key } : {}),
    'X-Gitlab-Event': eventNames[event.kind],
    ...(sends('webhook_uuid') ? { 'X-Gitlab-Webhook-UUID': randomUUID() } : {}),
    ...(sends('instance') ? { 'X-Gitlab-Instance': event.instanceUrl } : {}),
    ...(token === undefined ? {} : { 'X-Gitlab-Token': token.replaceAll(/[\r\n]/g, '') }),
    ...(sends('event_uuid') ? { 'X-Gitlab-Event-UUID': eventId } : {}),
  };
}

function isFrom(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
