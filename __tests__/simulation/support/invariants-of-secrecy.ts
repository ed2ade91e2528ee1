import type { Evidence } from './evidence.js';
import type { HostRecord } from './recording-host.js';
import { origin } from './story.js';
import { unless, type Violation } from './violation.js';
import type { Exchange } from './wire.js';

/** The third promise: the token goes nowhere else. */
export function secrecyFaults({ life }: Evidence): readonly Violation[] {
  const { story, exchanges, main, post } = life;
  const written = [
    ...textsOf(main.record),
    ...textsOf(post.record),
    messageOf(main.error),
    messageOf(post.error),
  ].join('\n');
  const sent = exchanges.map(sentInTheOpen).join('\n');
  return [
    ...Object.entries(story.secrets).flatMap(([name, secret]) => [
      ...unless(
        !holds(written, secret),
        'no secret is written anywhere',
        () => `${name}: ${around(written, secret)}`,
      ),
      ...unless(
        !holds(sent, secret),
        'no secret is sent elsewhere',
        () => `${name}: ${around(sent, secret)}`,
      ),
    ]),
    ...unless(
      exchanges.every((exchange) => exchange.url.origin === origin || isSentOn(exchange, exchanges)),
      'nothing is sent to another server',
      () => exchanges.map(({ url }) => url.origin).join(),
    ),
  ];
}

/**
 * GitLab keeps files of artifacts in storages elsewhere, and sends whoever reads one there. Nothing else
 * leaves its server, and no credential does.
 */
function isSentOn({ method, sentMs }: Exchange, exchanges: readonly Exchange[]): boolean {
  return (
    method === 'GET' &&
    exchanges.some(
      ({ endMs, status = 0, url }) =>
        endMs === sentMs && status >= 300 && status < 400 && url.pathname.includes('/artifacts'),
    )
  );
}

function textsOf({ lines, groups, outputs, summaries, saved }: HostRecord): readonly string[] {
  return [
    ...lines,
    ...groups.flatMap(({ title, lines: content }) => [title, ...content]),
    ...outputs.map(({ value }) => value),
    ...saved.map(({ value }) => value),
    ...summaries,
  ];
}

/**
 * What of a request anybody could read or keep: everything but what a credential belongs in, at the server it
 * belongs to.
 */
function sentInTheOpen({ url, method, headers, body }: Exchange): string {
  const isHome = url.origin === origin;
  // A job token reads, and changes nothing but by starting.
  const credentials = ['private-token', 'x-gate', ...(method === 'GET' ? ['job-token'] : [])];
  const open = Object.entries(headers).filter(([name]) => !isHome || !credentials.includes(name));
  const isTrigger = isHome && method === 'POST' && url.pathname.endsWith('/trigger/pipeline');
  return [url.href, ...open.map(([, value]) => value), isTrigger ? '' : body].join('\n');
}

function holds(text: string, secret: string): boolean {
  return formsOf(secret).some((form) => text.includes(form));
}

function formsOf(secret: string): readonly string[] {
  return [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')];
}

function around(text: string, secret: string): string {
  const at = text.indexOf(secret);
  return text.slice(Math.max(0, at - 40), at + 10);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
