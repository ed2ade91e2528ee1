import type { Secret } from '../../base/secret.js';
import type { Host, Masker } from '../host.js';
import { type SecretSearch, createSecretSearch } from './secret-search.js';

/** What is shown wherever a secret would be. */
const placeholder = '***';

/** The secrets that a step has masked so far, to be kept out of what it prints itself. */
export interface Redaction {
  /**
   * The forms that are new, for the host to mask; `origin` says where it came from:
   * `request_headers (X-Gate)`.
   */
  readonly add: (secret: string, origin?: string) => readonly string[];
  readonly apply: (text: string) => string;
  /** The same for Markdown, where every mark of a secret may be written in another way. */
  readonly applyToMarkdown: (markdown: string) => string;
  /** Where the secrets in a text came from, as far as that was told. */
  readonly originsIn: (text: string) => readonly string[];
}

/**
 * Takes secrets out of our own words before the host hears them. The host's masks do the same for those who
 * read its log; the raw stream of a step is kept in more places than that (files of self-hosted runners,
 * `act`, debug logs), and no mask works there. Foreign text is cleaned before it comes here, and may have
 * been cut off, which leaves a mark; where it was not cleaned, secrets are found all the same.
 */
export function createRedaction(): Redaction {
  const search = createSecretSearch();
  const byOrigin = new Map<string, Origin>();
  const apply = (text: string): string => {
    let shown = '';
    let done = 0;
    for (const [from, to] of search.rangesIn(text)) {
      shown += text.slice(done, from) + placeholder;
      done = to;
    }
    return done === 0 ? text : shown + text.slice(done);
  };
  return {
    add: (secret, origin) => {
      if (origin !== undefined) {
        const known = byOrigin.get(origin) ?? { secrets: [], search: undefined };
        byOrigin.set(origin, known);
        known.secrets.push(secret);
        known.search?.add(secret);
      }
      return search.add(secret);
    },
    apply,
    applyToMarkdown: apply,
    originsIn: (text) => [...byOrigin].filter(([, origin]) => isSeenIn(text, origin)).map(([name]) => name),
  };
}

/** The secrets that came from one place. */
interface Origin {
  readonly secrets: string[];
  /** Made when it is asked for, which is seldom. */
  search: SecretSearch | undefined;
}

function isSeenIn(text: string, origin: Origin): boolean {
  origin.search ??= searchFor(origin.secrets);
  return origin.search.rangesIn(text).length > 0;
}

function searchFor(secrets: readonly string[]): SecretSearch {
  const search = createSecretSearch();
  for (const secret of secrets) search.add(secret);
  return search;
}

/** A masker for those who show nothing but our own words. */
export function createMasker(): Masker {
  return maskerOf(createRedaction(), () => undefined);
}

/** A masker that tells the host each form that is new. */
export function maskerOf(redaction: Redaction, tell: (forms: readonly string[]) => void): Masker {
  return {
    mask: (secret, origin) => {
      const forms = redaction.add(secret.reveal(), origin);
      if (forms.length > 0) tell(forms);
    },
    redact: redaction.apply,
    redactMarkdown: redaction.applyToMarkdown,
    originsIn: redaction.originsIn,
  };
}

/** Makes a secret known to later steps: masked first, so that nothing can show it. */
export function setSecretOutput(
  { masker, outputs }: Pick<Host, 'masker' | 'outputs'>,
  name: string,
  secret: Secret,
): void {
  masker.mask(secret);
  outputs.set(name, secret.reveal());
}
