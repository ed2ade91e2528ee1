import { Secret } from '../base/secret.js';
import { okUnless, type Outcome, type Problem } from './outcome.js';
import type { RequestHeader } from './trigger-request.js';

/** Headers that the transport or the API client owns. */
const ownedNames: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'content-type',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const tokenNames: ReadonlySet<string> = new Set(['private-token', 'job-token']);

/** Reads `Name: value` lines; blank lines are skipped. Values are never shown, and neither are lines that are not headers. */
export function parseRequestHeaders(given: string): Outcome<readonly RequestHeader[]> {
  const headers: RequestHeader[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [index, line] of given.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [, name = '', value = ''] = /^([^:]*):(.*)$/s.exec(line.trim()) ?? [];
    const why = problemOf({ name, value: value.trim(), seen });
    if (why === undefined) headers.push({ name, value: new Secret(value.trim()) });
    else problems.push({ at: ` (line ${index + 1})`, ...why });
    seen.add(name.toLowerCase());
  }
  return okUnless(problems, headers);
}

/** Whether a text may be the name of a header. @see RFC 9110, section 5.6.2 */
export function isHeaderName(text: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text);
}

function problemOf(header: {
  readonly name: string;
  readonly value: string;
  readonly seen: ReadonlySet<string>;
}): Problem | undefined {
  const { name, value, seen } = header;
  const lowerName = name.toLowerCase();
  if (!isHeaderName(name)) {
    return { what: 'is not a header (not shown)', cure: 'Write one header a line, as "Name: value".' };
  }
  if (tokenNames.has(lowerName)) {
    return { what: `sets ${name}`, cure: 'Give the token as access_token, or a CI_JOB_TOKEN as token.' };
  }
  if (ownedNames.has(lowerName)) {
    return { what: `sets ${name}`, cure: 'Take it out; this header is set for each request.' };
  }
  if (seen.has(lowerName)) return { what: `sets ${name} once more`, cure: 'Give each header once.' };
  if (value === '')
    return { what: `sets ${name} to nothing`, cure: 'Give it a value, or take the line out.' };
  if (/[^\t\u0020-\u007e\u0080-\u00ff]/u.test(value)) {
    return {
      what: `sets ${name} to a value that cannot be sent (not shown)`,
      cure: 'Give a value of one line without control characters, and encode what is not Latin script.',
    };
  }
  return undefined;
}
