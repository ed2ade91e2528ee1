import { Secret } from '../base/secret.js';
import {
  type TokenKind,
  controlCharacters,
  invisibleCharacter,
  tokenKindNames,
  tokenKindOf,
} from '../base/text.js';
import type { Credentials, RequestHeader } from '../model/requests.js';
import { isQuoted, isWordForNothing } from './likely-cause.js';
import { type InputOutcome, type Problem, all, andThen, ok, okUnless, wrong } from './parsing.js';

/**
 * Parses the token that starts pipelines: a trigger token of any shape, or a CI job token. Never shows it.
 */
export function parseTriggerToken(given: string): InputOutcome<StartingToken> {
  const token = parseToken(given, {
    accepts: ['trigger', 'job'],
    unfit: unseen,
    hint: 'Give a pipeline trigger token of the project (Settings > CI/CD > Pipeline trigger tokens), or the CI_JOB_TOKEN of a running job.',
    hints: { access: 'Give it as access_token instead.' },
  });
  const text = given.trim();
  const tokenKind = tokenKindOf(text) === 'job' || isJwt(text) ? 'job_token' : 'trigger_token';
  return andThen(token, (secret) => ok({ secret, tokenKind }));
}

/** The value of `token`. */
export interface StartingToken {
  readonly secret: Secret;
  readonly tokenKind: 'trigger_token' | 'job_token';
}

/** Job tokens of newer instances are JSON Web Tokens. */
function isJwt(text: string): boolean {
  return /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
}

/** Parses a personal, project or group access token. Never shows it. */
export function parseAccessToken(given: string): InputOutcome<Secret> {
  const { accepts, hints, ...rule } = accessTokenRule;
  if (isJwt(given.trim())) return wrong({ what: `is ${tokenKindNames.job}`, hint: hints.job });
  return parseToken(given, { ...rule, accepts, hints });
}

/** The same for reads only, for which a CI job token is accepted too. */
export function parseReadingToken(given: string): InputOutcome<ReadingToken> {
  const kind = tokenKindOf(given.trim()) === 'job' || isJwt(given.trim()) ? 'job_token' : 'access_token';
  const token = parseToken(given, {
    ...accessTokenRule,
    accepts: ['access', 'job'],
    hint: 'Give a personal, project or group access token, or the CI_JOB_TOKEN of a running job.',
    hints: { trigger: 'A trigger token starts pipelines and reads nothing: give an access token.' },
  });
  return andThen(token, (secret) => ok({ secret, kind }));
}

/** The token for reading a pipeline. */
export interface ReadingToken {
  readonly secret: Secret;
  readonly kind: 'access_token' | 'job_token';
}

const accessTokenRule = {
  accepts: ['access'],
  // It is sent in a header, which allows no other characters.
  unfit: /[^\u0021-\u007e]/u,
  hint: 'Give a personal, project or group access token.',
  hints: {
    trigger: 'Give it as token instead.',
    job: 'A job token starts pipelines as token, and reads them where GitLab lets it; it cancels and manages nothing.',
  },
} as const;

/** Parses a token of GitHub, or of a host with a compatible API. Never shows it. */
export function parseGitHubToken(given: string): InputOutcome<Secret> {
  return parseToken(given, {
    accepts: ['github'],
    unfit: /[^\u0021-\u007e]/u,
    hint: 'Give a token of GitHub: github.token of the workflow, a personal access token, or one of a GitHub App.',
    hints: {},
  });
}

/** Decides which credential creates the pipeline: `token` if given, otherwise `access_token`. */
export function credentialsOf(reading: {
  readonly token: InputOutcome<StartingToken | undefined>;
  readonly access_token: InputOutcome<Secret | undefined>;
}): InputOutcome<Credentials> {
  const both = all({ token: reading.token, accessToken: reading.access_token });
  if (both.kind === 'wrong') return both;
  const { token, accessToken } = both.value;
  if (token !== undefined)
    return ok(
      { kind: 'trigger', token: token.secret, tokenKind: token.tokenKind, accessToken },
      both.warnings,
    );
  if (accessToken !== undefined) return ok({ kind: 'access', accessToken }, both.warnings);
  return wrong({
    at: 'token',
    what: 'was not given, and neither was access_token',
    hint:
      'Give token (a pipeline trigger token, or CI_JOB_TOKEN) to trigger the pipeline, or access_token (with the scope api) to create it as a user. ' +
      'A secret that does not exist, or that a pull request from a fork may not see, arrives as an empty text.',
  });
}

/** It is sent in a body, which allows any other character. */
const unseen = new RegExp(`[${controlCharacters}]|${invisibleCharacter}`, 'u');

interface TokenRule {
  readonly accepts: readonly TokenKind[];
  /** Characters that a token of this kind cannot contain. */
  readonly unfit: RegExp;
  readonly hint: string;
  /** For kinds with a better hint than the general one. */
  readonly hints: Readonly<Partial<Record<TokenKind, string>>>;
}

function parseToken(given: string, rule: TokenRule): InputOutcome<Secret> {
  const text = given.trim();
  const why = refusalOfText(text, rule.unfit);
  if (why !== undefined) return wrong({ what: `${why} (not shown)`, hint: rule.hint });
  const kind = tokenKindOf(text);
  if (kind !== undefined && !rule.accepts.includes(kind)) {
    return wrong({ what: `is ${tokenKindNames[kind]}`, hint: rule.hints[kind] ?? rule.hint });
  }
  return ok(new Secret(text), text === given ? [] : ['had white space around it, which was removed']);
}

/**
 * GitLab alone defines the shape of a token. But some texts cannot be sent as one, or are obviously something
 * else.
 */
function refusalOfText(text: string, unfit: RegExp): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return 'is an address, not a token';
  if (isQuoted(text)) return 'has quotes around it, which are part of the value';
  if (isWordForNothing(text)) return 'is a word that scripts and expressions give for nothing, not a token';
  if (/\s/u.test(text)) return 'has white space inside';
  return unfit.test(text) ? 'has a character in it that cannot be part of a token' : undefined;
}

/** Headers that the transport or the API client sets. */
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

/** Parses `Name: value` lines; skips blank lines. Never shows values, or lines that are no headers. */
export function parseRequestHeaders(given: string): InputOutcome<readonly RequestHeader[]> {
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

/** Whether a text is a valid header name. @see RFC 9110, section 5.6.2 */
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
    return { what: 'is not a header (not shown)', hint: 'Write one header a line, as "Name: value".' };
  }
  if (tokenNames.has(lowerName)) {
    return { what: `sets ${name}`, hint: 'Give the token as access_token, or a CI_JOB_TOKEN as token.' };
  }
  if (ownedNames.has(lowerName)) {
    return { what: `sets ${name}`, hint: 'Take it out; this header is set for each request.' };
  }
  if (seen.has(lowerName)) return { what: `sets ${name} more than once`, hint: 'Give each header once.' };
  if (value === '')
    return { what: `sets ${name} to nothing`, hint: 'Give it a value, or take the line out.' };
  if (/[^\t\u0020-\u007e\u0080-\u00ff]/u.test(value)) {
    return {
      what: `sets ${name} to a value that cannot be sent (not shown)`,
      hint: 'Give a value of one line without control characters, and encode what is not Latin script.',
    };
  }
  return undefined;
}
