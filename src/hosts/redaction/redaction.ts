import type { Secret, SecretKind } from '../../base/secret.js';
import type { Host, Masker } from '../host.js';
import { type SecretSearch, createSecretSearch } from './secret-search.js';

/** Replaces each secret. */
const placeholder = '***';

/** Each poll brings the same headers, and prints the same words: so many texts are not searched again. */
const rememberedTexts = 100;
const rememberedLength = 1000;

/** The secrets that a step has masked so far, which are removed from everything that it prints. */
export interface Redaction {
  /** Returns the new forms for the host to mask; `origin` names the source: `request_headers (X-Gate)`. */
  readonly add: (secret: string, origin?: string, kind?: SecretKind) => readonly string[];
  readonly apply: (text: string) => string;
  /** The same for Markdown, which can write every punctuation mark of a secret in another way. */
  readonly applyToMarkdown: (markdown: string) => string;
  /** The known sources of the secrets in a text. */
  readonly originsIn: (text: string) => readonly string[];
}

/**
 * Removes secrets from our text before the host receives it. The host's masks do the same for readers of its
 * log, but the raw output of a step is also stored in places without masks (files of self-hosted runners,
 * `act`, debug logs). Outside text is cleaned before, and may have been truncated, which leaves a mark.
 * Secrets are found in text that was not cleaned too.
 */
export function createRedaction(): Redaction {
  const search = createSecretSearch();
  const byOrigin = new Map<string, Origin>();
  let clean = new Set<string>();
  const apply = (text: string): string => {
    if (clean.has(text)) return text;
    let shown = '';
    let done = 0;
    for (const [from, to] of search.rangesIn(text)) {
      shown += text.slice(done, from) + placeholder;
      done = to;
    }
    if (done > 0) return shown + text.slice(done);
    if (clean.size >= rememberedTexts) clean = new Set();
    if (text.length <= rememberedLength) clean.add(text);
    return text;
  };
  return {
    add: (secret, origin, kind) => {
      clean = new Set();
      if (origin !== undefined) {
        const known = byOrigin.get(origin) ?? { secrets: [], search: undefined };
        byOrigin.set(origin, known);
        known.secrets.push({ secret, kind });
        known.search?.add(secret, kind);
      }
      return search.add(secret, kind);
    },
    apply,
    applyToMarkdown: apply,
    originsIn: (text) => [...byOrigin].filter(([, origin]) => isSeenIn(text, origin)).map(([name]) => name),
  };
}

/** The secrets from one source. */
interface Origin {
  readonly secrets: NamedText[];
  /** Created on demand, which is rare. */
  search: SecretSearch | undefined;
}

function isSeenIn(text: string, origin: Origin): boolean {
  origin.search ??= searchFor(origin.secrets);
  return origin.search.rangesIn(text).length > 0;
}

interface NamedText {
  readonly secret: string;
  readonly kind: SecretKind | undefined;
}

function searchFor(secrets: readonly NamedText[]): SecretSearch {
  const search = createSecretSearch();
  for (const { secret, kind } of secrets) search.add(secret, kind);
  return search;
}

/** A masker for hosts that show only our own text. */
export function createMasker(): Masker {
  return maskerOf(createRedaction(), () => undefined);
}

/** A masker that passes each new form to the host. */
export function maskerOf(redaction: Redaction, tell: (forms: readonly string[]) => void): Masker {
  return {
    mask: (secret, origin, kind) => {
      const forms = redaction.add(secret.reveal(), origin, kind);
      if (forms.length > 0) tell(forms);
    },
    redact: redaction.apply,
    redactMarkdown: redaction.applyToMarkdown,
    originsIn: redaction.originsIn,
  };
}

/** Passes a secret to later steps, and masks it first so that nothing can show it. */
export function setSecretOutput(
  { masker, outputs }: Pick<Host, 'masker' | 'outputs'>,
  name: string,
  secret: Secret,
): void {
  masker.mask(secret, undefined, 'token');
  outputs.set(name, secret.reveal());
}
