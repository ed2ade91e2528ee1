import type { SimulatedResponse } from './wire.js';

/** The result of a step that may end the request early with its own response. */
export type Step<T> =
  | { readonly kind: 'go'; readonly value: T }
  | { readonly kind: 'stop'; readonly answer: SimulatedResponse };

export function go<T>(value: T): Step<T> {
  return { kind: 'go', value };
}

export function stop(answer: SimulatedResponse): {
  readonly kind: 'stop';
  readonly answer: SimulatedResponse;
} {
  return { kind: 'stop', answer };
}

type Headers = Readonly<Record<string, string>>;

/** A JSON body, serialized as compactly as GitLab does. */
export function jsonAnswer(status: number, value: unknown, headers: Headers = {}): SimulatedResponse {
  const body = Buffer.from(JSON.stringify(value));
  return { status, headers: { 'content-type': 'application/json', ...headers }, body };
}

export function textAnswer(status: number, text: string | Buffer, headers: Headers = {}): SimulatedResponse {
  return { status, headers: { 'content-type': 'text/plain', ...headers }, body: Buffer.from(text) };
}

export function htmlAnswer(status: number, page: string, headers: Headers = {}): SimulatedResponse {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
    body: Buffer.from(page),
  };
}

export function emptyAnswer(status: number, headers: Headers = {}): SimulatedResponse {
  return { status, headers, body: Buffer.alloc(0) };
}

/** The shape of everything that GitLab's own code refuses. */
export function messageAnswer(status: number, message: unknown, headers: Headers = {}): SimulatedResponse {
  return jsonAnswer(status, { message }, headers);
}

/** The shape of everything that the parameter checks and the route table refuse. */
export function errorAnswer(status: number, error: string, headers: Headers = {}): SimulatedResponse {
  return jsonAnswer(status, { error }, headers);
}

/**
 * Errors of a record that could not be saved: `{"message":{"base":[…]}}`, through the HTML sanitizer as on
 * the real server.
 */
export function recordErrorsAnswer(
  status: number,
  errors: Readonly<Record<string, readonly string[]>>,
): SimulatedResponse {
  const entries = Object.entries(errors).map(([key, texts]) => [key, texts.map(sanitizedText)] as const);
  return messageAnswer(status, Object.fromEntries(entries));
}

function sanitizedText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function notFoundAnswer(): SimulatedResponse {
  return messageAnswer(404, '404 Not Found');
}

/** The other spelling, in responses for single pipelines, jobs and triggers. */
export function recordNotFoundAnswer(): SimulatedResponse {
  return messageAnswer(404, '404 Not found');
}

export function forbiddenAnswer(reason?: string): SimulatedResponse {
  return messageAnswer(403, reason === undefined ? '403 Forbidden' : `403 Forbidden - ${reason}`);
}

export function unauthorizedAnswer(): SimulatedResponse {
  return messageAnswer(401, '401 Unauthorized');
}
