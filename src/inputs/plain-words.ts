import { withoutEnd } from '../base/without-end.js';
/** Words that say nothing about anybody: as a mask, they would tear holes into every address and every output. */
const commonWords: ReadonlySet<string> = new Set([
  ...['http', 'https', 'ws', 'wss', 'ssh', 'git', 'localhost'],
  ...[
    'true',
    'false',
    'yes',
    'no',
    'on',
    'off',
    'null',
    'none',
    'enabled',
    'disabled',
    'keep-alive',
    'close',
  ],
  ...['gzip', 'br', 'deflate', 'identity', 'no-cache', 'no-store', 'utf-8', 'charset'],
]);

/** Headers that say how a request travels and what is spoken. */
const ordinaryHeaders =
  /^(?:accept(?:-[a-z-]+)?|user-agent|host|x-(?:forwarded|original)-(?:proto|protocol|scheme|host|port|ssl|for|prefix|server|uri|path)|x-real-ip|forwarded|via|origin|content-[a-z-]+|cache-control|pragma|dnt|date|connection|upgrade-insecure-requests)$/i;

const mediaType = /^(?:application|audio|font|image|message|model|multipart|text|video)\/[\w.+*-]+$/i;

/** A longer number may well be a code that somebody has to know. */
const plainNumber = /^[+-]?\d{1,12}(?:\.\d{1,6})?$/;

/** Keys are long, and change between letters and digits where names and versions do not. */
function isKeyLike(value: string): boolean {
  const runs = value.match(/[A-Za-z0-9_+=-]{16,}/g) ?? [];
  return runs.some((run) => (run.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g) ?? []).length >= 3);
}

/** Whether a header of this name holds nothing secret, unless somebody has put a key there. */
export function isOrdinaryHeader(name: string, value: string): boolean {
  return ordinaryHeaders.test(name.trim()) && !isKeyLike(value);
}

/** Words of inputs that stand in every log anyway: where GitLab is, the project, the ref. Never a user, a password or a query. */
export function openWords(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap((text) => {
      const open = text
        .trim()
        .toLowerCase()
        .replace(/[?#].*$/s, '')
        .replace(/^((?:[a-z][a-z0-9+.-]*:\/\/)?).*@/s, '$1');
      return [open, ...open.split(/[/:]+/), ...open.split(/[^a-z0-9]+/)].filter((word) => word !== '');
    }),
  );
}

/** Whether a text is plainly no secret, nor any word of it. */
export function isPlain(text: string, known: ReadonlySet<string>): boolean {
  const whole = withoutEnd(text.trim().toLowerCase(), '/');
  if (known.has(whole) || mediaType.test(whole)) return true;
  const words = whole.split(/[\s,;:/="'()[\]<>?&]+/).filter((word) => word !== '');
  return words.every((word) => commonWords.has(word) || known.has(word) || plainNumber.test(word));
}
