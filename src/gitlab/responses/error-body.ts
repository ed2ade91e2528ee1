import { isObject } from '../../base/is-object.js';
import { isUrl } from '../../base/address.js';
import { cleanLine, withoutTokens } from '../../base/text.js';
import { type AnswerBody, decodeEntities, readAnswerBody } from '../../http/response-body.js';
import type { Refusal, ServerHints } from './reply.js';
import { type Attribution, type AttributableAnswer, whoSpeaks } from './speaker.js';

const mostTexts = 10;
/** GitLab's messages nest objects once (attribute, then texts). Deeper objects come from other servers. */
const deepest = 4;
/** Keys that only say "error" and do not help a reader in front of the text. */
const silentKeys: ReadonlySet<string> = new Set(['base', 'error', 'message']);

type Words = Pick<Refusal, 'shape' | 'texts' | 'oauthError'>;

/**
 * Reads any unsuccessful response. Understands the shapes that GitLab and the proxies in front of it use.
 * Never throws.
 * @see https://docs.gitlab.com/api/rest/troubleshooting/ for some shapes; the others were observed on 17.x
 *   to 19.x
 */
export function readRefusal(answer: {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly hints: ServerHints;
  readonly call?: AttributableAnswer['call'];
  /** `host:port` of another server that GitLab redirected to, if that server answered. */
  readonly elsewhere?: string | undefined;
}): Refusal {
  const { status, headers, body, hints, call, elsewhere } = answer;
  const content = readAnswerBody(headers['content-type'], body);
  const location = status >= 300 && status < 400 ? readLocation(headers.location) : undefined;
  const spoken: Attribution =
    elsewhere === undefined
      ? whoSpeaks({ status, headers, content, body, call })
      : // A storage answers in XML. An HTML page comes from a proxy in front of it, or of GitLab.
        { speaker: content.kind === 'html' && location === undefined ? 'stranger' : 'storage' };
  return { status, ...spoken, ...readWords(content), elsewhere, location, hints };
}

function readWords(content: AnswerBody): Words {
  switch (content.kind) {
    case 'none':
      return { shape: 'none', texts: [] };
    case 'html':
    case 'text':
      return { shape: content.kind, texts: content.texts.slice(0, mostTexts) };
    case 'json':
      return readJson(content.value);
  }
}

function readJson(value: unknown): Words {
  if (!isObject(value)) return { shape: 'text', texts: finished(flatten(value, '', 0)) };
  const { message, error, error_description: description, scope } = value;
  if (typeof error === 'string' && typeof description === 'string') {
    const scopes = typeof scope === 'string' && scope !== '' ? [`Scopes that would do: ${scope}`] : [];
    return { shape: 'oauth', texts: finished([description, ...scopes]), oauthError: cleanLine(error, 100) };
  }
  const messages = finished(flatten(message, '', 0));
  if (messages.length > 0) return { shape: 'message', texts: messages };
  const errors = finished(flatten(error ?? value.errors, '', 0));
  if (errors.length === 0) return { shape: 'none', texts: [] };
  // A plain OAuth code, such as `insufficient_granular_scope`, may come without its description.
  return typeof error === 'string' && /^[a-z]+(?:_[a-z]+)+$/.test(error)
    ? { shape: 'oauth', texts: errors, oauthError: cleanLine(error, 100) }
    : { shape: 'error', texts: errors };
}

/** `{"base":["a"],"ref":["b"]}` becomes `a` and `ref: b`. */
function flatten(value: unknown, attribute: string, depth: number): readonly string[] {
  const named = (text: string): string => (attribute === '' ? text : `${attribute}: ${text}`);
  if (typeof value === 'string') return [named(value)];
  if (typeof value === 'number' || typeof value === 'boolean') return [named(String(value))];
  if (depth >= deepest) return [];
  if (Array.isArray(value)) {
    return value.slice(0, mostTexts).flatMap((item: unknown) => flatten(item, attribute, depth + 1));
  }
  if (!isObject(value)) return [];
  return Object.entries(value)
    .slice(0, mostTexts)
    .flatMap(([key, item]) => flatten(item, silentKeys.has(key) ? attribute : key, depth + 1));
}

function finished(texts: readonly string[]): readonly string[] {
  return texts
    .map((text) => cleanLine(withoutTokens(decodeEntities(text.slice(0, 8000)))))
    .filter((text) => text !== '')
    .slice(0, mostTexts);
}

/** Without user, query and fragment, which may contain secrets. */
function readLocation(location: string | undefined): string | undefined {
  if (location === undefined || location === '') return undefined;
  if (!isUrl(location)) {
    const parts = location.replace(/[?#].*$/s, '').split(/(?<=[/\\])/);
    return cleanLine(parts.map((part) => part.slice(part.lastIndexOf('@') + 1)).join(''));
  }
  const url = new URL(location);
  return cleanLine(`${url.protocol}//${url.host}${url.pathname}`);
}
