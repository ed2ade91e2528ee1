import { isObject } from '../../base/is-object.js';
import type { AnswerBody } from '../../http/response-body.js';
import { type Saying, type Topic, sayings, throttleWords } from './gitlab-words.js';

/**
 * Who sent an error response. `stranger`: something on the way (gateway, proxy, login page, cache), or GitLab
 * in words that any server could use. `storage`: the server that GitLab redirected to for a file. A success
 * status with a body that GitLab does not send is `unreadable` (see reply.ts) and counts as a stranger's.
 */
export type Speaker = 'gitlab' | 'storage' | 'stranger';

export interface Attribution {
  readonly speaker: Speaker;
  readonly about?: Topic | undefined;
}

/** An unsuccessful response. */
export interface AttributableAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: AnswerBody;
  readonly body: Buffer;
  /** The kind of call, where it makes a difference. */
  readonly call?: Saying['call'] | undefined;
}

const stranger: Attribution = { speaker: 'stranger' };

/** Longer than any of GitLab's fixed texts. */
const mostTextBytes = 2000;

/**
 * Determines whether GitLab itself sent the response, from the shape of the body, its exact words and the
 * status together. Proxies remove GitLab's headers, so only its throttle must have one, because other
 * software uses the same words.
 */
export function whoSpeaks(answer: AttributableAnswer): Attribution {
  const { headers, content, body } = answer;
  const type = headers['content-type'] ?? '';
  switch (content.kind) {
    case 'json':
      return type === '' || /\bjson\b/i.test(type) ? speakerOfJson(answer, content.value) : stranger;
    case 'text':
      return type === '' || /^\s*text\/plain\b/i.test(type) ? speakerOfText(answer, body) : stranger;
    case 'html':
    case 'none':
      return stranger;
  }
}

function speakerOfJson(answer: AttributableAnswer, value: unknown): Attribution {
  if (!isObject(value)) return stranger;
  const keys = Object.keys(value).sort().join();
  const { message, error, error_description: description = '', scope = '' } = value;
  switch (keys) {
    case 'message':
      return typeof message === 'string'
        ? printed(answer, 'message', [message])
        : speakerOfParts(answer, message);
    case 'error':
      return typeof error === 'string' && isCode(error)
        ? printed(answer, 'oauth', [''], error)
        : printed(answer, 'error', [error]);
    case 'error,error_description':
    case 'error,error_description,scope':
      return typeof error === 'string' && typeof scope === 'string'
        ? printed(answer, 'oauth', [description], error)
        : stranger;
    default:
      return stranger;
  }
}

/**
 * `message` is an object: the errors of a record by attribute, or the single text of a throttled endpoint.
 */
function speakerOfParts(answer: AttributableAnswer, message: unknown): Attribution {
  if (!isObject(message)) return stranger;
  if (Object.keys(message).join() === 'error') return printed(answer, 'message_error', [message.error]);
  const { base } = message;
  const isRecord = Object.values(message).every(isTextList);
  return isRecord && isTextList(base) ? printed(answer, 'base', base) : stranger;
}

function speakerOfText(answer: AttributableAnswer, body: Buffer): Attribution {
  if (body.length > mostTextBytes) return stranger;
  const text = body.toString('utf8').replace(/\r?\n$/, '');
  return answer.status === 429 ? speakerOfThrottle(answer, text) : printed(answer, 'text', [text]);
}

/**
 * Rack::Attack: its own words with one of its headers, or an administrator's words with the headers that only
 * it sends.
 */
function speakerOfThrottle({ headers }: AttributableAnswer, text: string): Attribution {
  const has = (...names: readonly string[]): boolean => names.every((name) => (headers[name] ?? '') !== '');
  const isMarked = has('retry-after') || has('ratelimit-reset') || has('ratelimit-observed');
  const isSigned =
    /^throttle_\w+$/.test(headers['ratelimit-name'] ?? '') &&
    has('ratelimit-limit', 'ratelimit-observed', 'ratelimit-reset', 'ratelimit-resettime');
  const isThrottle = isSigned || (isMarked && throttleWords.test(text));
  return isThrottle ? { speaker: 'gitlab', about: 'throttle' } : stranger;
}

function printed(
  { status, call }: AttributableAnswer,
  where: Saying['where'],
  words: readonly unknown[],
  oauthError?: string,
): Attribution {
  const known = sayings.find(
    (saying) =>
      saying.where === where &&
      saying.statuses.includes(status) &&
      saying.oauthError === oauthError &&
      (saying.call === undefined || saying.call === call) &&
      words.some((text) => typeof text === 'string' && saying.words.test(text)),
  );
  return known === undefined ? stranger : { speaker: 'gitlab', about: known.about };
}

/** An OAuth code, which GitLab may send without its description. */
function isCode(error: string): boolean {
  return /^[a-z]+(?:_[a-z]+)+$/.test(error);
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((text) => typeof text === 'string');
}
