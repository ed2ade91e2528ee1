import type { Route } from './api/route.js';
import { htmlAnswer, jsonAnswer, textAnswer } from './wire/answer.js';
import type { SimulatedResponse } from './wire/wire.js';

/** The header that marks a response to a request that the simulation does not support. */
export const gapHeader = 'x-gitlab-simulator';

/** Marks a response that only says what a real server would say about an unknown URL. */
export function marked(answer: SimulatedResponse): SimulatedResponse {
  return { ...answer, headers: { ...answer.headers, [gapHeader]: 'not simulated' } };
}

/**
 * The pages beside the API, by their path below the relative root; `undefined` when there is none.
 * @see https://docs.gitlab.com/administration/monitoring/health_check/
 */
export function pageAt(path: string, routes: readonly Route[]): SimulatedResponse | undefined {
  switch (path) {
    case '/-/health':
      return textAnswer(200, 'GitLab OK');
    case '/-/liveness':
      return jsonAnswer(200, { status: 'ok' });
    case '/-/readiness':
      return jsonAnswer(200, { status: 'ok', master_check: [{ status: 'ok' }] });
    case '':
    case '/':
      return htmlAnswer(200, startPage(listOf(routes)));
    default:
      return undefined;
  }
}

export function notFoundPage(): SimulatedResponse {
  return htmlAnswer(
    404,
    '<!DOCTYPE html>\n<html><head><title>The page you are looking for could not be found (404)</title></head>' +
      '<body><h1>404</h1></body></html>\n',
  );
}

/**
 * As on every GitLab, the start page is HTML: a client that is redirected here instead of to a file must
 * detect that.
 */
function startPage(text: string): string {
  return `<!DOCTYPE html>\n<html><head><title>A simulated GitLab</title></head><body><pre>\n${text}</pre></body></html>\n`;
}

/** A list of what is simulated, for users. */
function listOf(routes: readonly Route[]): string {
  return [
    'A simulated GitLab. It answers these requests; any other is answered as GitLab answers an unknown address,',
    `with the header "${gapHeader}: not simulated".`,
    '',
    'GET /-/health, /-/liveness, /-/readiness',
    ...routes.map(({ method, pattern }) => `${method} /api/v4${pattern.replaceAll('+', '')}`),
    '',
  ].join('\n');
}
