import type { Dice } from './dice.js';
import { elsewhere, origin } from './story.js';
import type { StrangerAnswer } from './stranger.js';

/**
 * What others say in GitLab's stead. GitLab's own words are among it, and always out of place: in a page or a
 * plain text, with another status or content type, in another shape. Its exact answer, given falsely, nobody
 * could tell from a true one.
 */
export function randomStrangerAnswer(dice: Dice, creation: 'any' | 'creation'): StrangerAnswer {
  const status = randomStatus(dice);
  const answer = dice.weighted<() => StrangerAnswer>([
    [26, () => pageWith(status, dice.pick(pageTexts))],
    [10, () => plain(status, dice.pick(plainTexts))],
    [20, () => json(status, dice.pick(ownJson))],
    [24, () => misplaced(dice)],
    [6, () => ({ status, headers: {}, body: Buffer.alloc(0) })],
    [14, () => success(dice, creation)],
  ])();
  const headers = { ...answer.headers, ...randomHeaders(dice, answer.status) };
  return { ...answer, headers: isThrottled(answer) ? answer.headers : headers };
}

/** With a time to wait, these words would be those of GitLab's throttle. */
function isThrottled({ status, headers, body }: StrangerAnswer): boolean {
  return (
    status === 429 &&
    headers['content-type'] === 'text/plain' &&
    body.toString('utf8').trim() === 'Retry later'
  );
}

const statuses: readonly (readonly [number, readonly number[]])[] = [
  [10, [200, 201, 202, 203, 204, 206]],
  [12, [301, 302, 303, 304, 307, 308]],
  [
    40,
    [400, 401, 403, 404, 405, 406, 408, 409, 410, 411, 413, 414, 415, 421, 422, 425, 426, 428, 429, 431, 451],
  ],
  [14, [401, 403, 404, 429]],
  [16, [503]],
  [20, [500, 501, 502, 504, 505, 507, 511, 520, 522, 524, 530]],
];

function randomStatus(dice: Dice): number {
  return dice.pick(dice.weighted(statuses));
}

const pageTexts = [
  'Service Unavailable. The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.',
  'We are under maintenance. Please come back later.',
  'GitLab is undergoing maintenance',
  'You cannot perform write operations on a read-only instance',
  'Just a moment... Enable JavaScript and cookies to continue',
  'Sign in to your company account',
  '502 Bad Gateway',
  'Retry later',
  'Too many pipelines created in the last minute. Try again later.',
  '{"message":"404 Not Found"}',
  '{"message":"401 Unauthorized"}',
  'Reference not found',
  '413 Request Entity Too Large',
];

const plainTexts = [
  'upstream under maintenance',
  'GitLab is undergoing maintenance',
  'no healthy upstream',
  'upstream connect error or disconnect/reset before headers. reset reason: connection timeout',
  'upstream request timeout',
  'RBAC: access denied',
  'Retry later\n',
  'Too many pipelines created in the last minute. Try again later.',
  '404 Not Found',
  '401 Unauthorized',
  'Blocked by policy',
];

/** In the manner of Kong, AWS, Envoy, Spring and others. */
const ownJson: readonly unknown[] = [
  { message: 'Unauthorized' },
  { message: 'Forbidden' },
  { message: 'Not Found' },
  { message: 'no Route matched with those values' },
  { message: 'API rate limit exceeded' },
  { message: 'An invalid response was received from the upstream server', request_id: '6f0e2a' },
  { message: 'The upstream server is timing out' },
  { message: 'Missing Authentication Token' },
  { message: 'Internal server error' },
  { message: 'Internal Server Error' },
  { message: 'Endpoint request timed out' },
  { message: 'Too Many Requests' },
  { message: 'Limit Exceeded' },
  { Message: 'User is not authorized to access this resource' },
  { message: 'Service under maintenance' },
  { message: 'The database is read-only for maintenance' },
  { error: 'upstream connect error', code: 14 },
  { error: 'Forbidden' },
  { error: 'rate limited', retry_after: 3 },
  { error: { code: 503, status: 'UNAVAILABLE', message: 'under maintenance' } },
  { timestamp: '2026-01-01T00:00:00Z', status: 503, error: 'Service Unavailable', path: '/api/v4/projects' },
  { timestamp: '2026-01-01T00:00:00Z', status: 404, error: 'Not Found', message: 'No message available' },
  { type: 'about:blank', title: 'Forbidden', status: 403, detail: 'blocked by the firewall' },
  { errors: [{ message: 'not allowed' }] },
  ['maintenance'],
  'maintenance',
  null,
];

interface Own {
  readonly status: number;
  readonly contentType: 'application/json' | 'text/plain';
  readonly text: string;
}

/** How GitLab says it: only together do the three mean what they mean. */
const gitlabs: readonly Own[] = [
  message(503, 'GitLab is undergoing maintenance'),
  message(403, 'You cannot perform write operations on a read-only instance'),
  message(403, '403 Forbidden'),
  message(401, '401 Unauthorized'),
  message(401, 'Job is not running'),
  message(404, '404 Not Found'),
  message(404, '404 Project Not Found'),
  message(409, '409 Conflict: Resource lock'),
  message(500, '500 Internal Server Error'),
  message(400, { base: ['Reference not found'] }),
  message(400, { base: ['Too many pipelines created in the last minute. Try again later.'] }),
  message(400, { base: ['Pipeline filtered out by workflow rules.'] }),
  message(422, { base: ['jobs:unit config should implement a script'] }),
  message(429, { error: 'This endpoint has been requested too many times. Try again later.' }),
  { status: 429, contentType: 'text/plain', text: 'Retry later\n' },
];

function message(status: number, words: unknown): Own {
  return { status, contentType: 'application/json', text: JSON.stringify({ message: words }) };
}

/** GitLab's words with another status, as another type, in a page, or in a shape that it does not use. */
function misplaced(dice: Dice): StrangerAnswer {
  const own = dice.pick(gitlabs);
  // The base of a refusal is a free text, which GitLab gives with either status.
  const homes = own.text.startsWith('{"message":{"base"') ? [400, 422] : [own.status];
  const others = [200, 400, 401, 403, 404, 429, 500, 502, 503, 504].filter(
    (status) => !homes.includes(status),
  );
  return dice.weighted<() => StrangerAnswer>([
    [30, () => typed(dice.pick(others), own.contentType, own.text)],
    [20, () => typed(own.status, 'text/html', own.text)],
    [20, () => pageWith(own.status, own.text)],
    [15, () => json(own.status, { status: own.status, detail: own.text })],
    [
      15,
      () =>
        own.contentType === 'text/plain'
          ? json(own.status, { message: own.text.trim() })
          : typed(own.status, 'text/plain', own.text),
    ],
  ])();
}

/** A pipeline that nobody asked for here: the answer to somebody else's request for another ref. */
const somebodyElses = {
  id: 90_210,
  iid: 902,
  project_id: 42,
  ref: 'somebody/elses',
  sha: 'e'.repeat(40),
  status: 'success',
  source: 'trigger',
  web_url: `${origin}/group/app/-/pipelines/90210`,
  detailed_status: { label: 'passed', group: 'success' },
};

/** A yes that is none: no integer `id` in it, for that would be a start, or that of another pipeline. */
function success(dice: Dice, creation: 'any' | 'creation'): StrangerAnswer {
  const status = creation === 'creation' ? dice.pick([200, 201, 201, 202]) : 200;
  return dice.weighted<() => StrangerAnswer>([
    [40, () => pageWith(status, dice.pick(pageTexts))],
    [
      20,
      () =>
        json(
          status,
          // An empty list would be one of GitLab's.
          dice.pick([
            {},
            { ok: true },
            { id: 'a1b2', status: 'queued' },
            { message: 'accepted' },
            ['ok'],
            null,
          ]),
        ),
    ],
    [20, () => json(status, somebodyElses)],
    [15, () => typed(status, 'application/json', '{"id":258,"iid":12,"project_id":42,"sha":"11111')],
    [15, () => plain(status, 'OK')],
    [10, () => ({ status, headers: { 'content-type': 'application/json' }, body: Buffer.alloc(0) })],
  ])();
}

function randomHeaders(dice: Dice, status: number): Readonly<Record<string, string>> {
  const isRedirect = status >= 300 && status < 400 && status !== 304;
  return {
    ...(dice.chance(0.2) ? { server: dice.pick(['nginx', 'cloudflare', 'Apache', 'envoy']) } : {}),
    ...(dice.chance(0.15) ? { 'retry-after': dice.pick(['0', '1', '7', '120', '3600', 'soon']) } : {}),
    ...(isRedirect
      ? {
          location: dice.pick([
            `${elsewhere}/login`,
            `${origin}/users/sign_in`,
            '/oauth2/start?rd=%2Fapi',
            'https://login.example.net/?x=1',
          ]),
        }
      : {}),
  };
}

function pageWith(status: number, text: string): StrangerAnswer {
  const page = `<!DOCTYPE html>\n<html><head><title>${text}</title></head><body><h1>${text}</h1></body></html>\n`;
  return typed(status, 'text/html; charset=utf-8', page);
}

function plain(status: number, text: string): StrangerAnswer {
  return typed(status, 'text/plain', text);
}

function json(status: number, value: unknown): StrangerAnswer {
  return typed(status, 'application/json', JSON.stringify(value));
}

function typed(status: number, contentType: string, text: string): StrangerAnswer {
  return { status, headers: { 'content-type': contentType }, body: Buffer.from(text) };
}
