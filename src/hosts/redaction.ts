import { maskedForms } from './masked-forms.js';
import type { Masker } from './ports.js';

/** What is shown wherever a secret would be. */
const placeholder = '***';

/** The secrets that a step has masked so far, to be kept out of what it prints itself. */
export interface Redaction {
  /** The forms that are new, for the host to mask. */
  readonly add: (secret: string) => readonly string[];
  readonly apply: (text: string) => string;
  /** The same for Markdown, where every mark of a secret may be written in another way. */
  readonly applyToMarkdown: (markdown: string) => string;
}

/**
 * Takes secrets out of our own words before the host hears them. The host's masks do the same for those who read its log; the raw stream of
 * a step is kept in more places than that (files of self-hosted runners, `act`, debug logs), and no mask works there.
 */
export function createRedaction(): Redaction {
  let forms: readonly string[] = [];
  return {
    add: (secret) => {
      const added = maskedForms(secret).filter((form) => !forms.includes(form));
      // The longest first, so that no part of a longer form is left.
      forms = [...forms, ...added].sort((one, other) => other.length - one.length);
      return added;
    },
    apply: (text) => forms.reduce((rest, form) => rest.replaceAll(form, placeholder), text),
    applyToMarkdown: (markdown) =>
      forms.reduce((rest, form) => rest.replace(markdownPattern(form), placeholder), markdown),
  };
}

/** A masker for those who show nothing but our own words. */
export function createMasker(): Masker {
  const redaction = createRedaction();
  return {
    mask: (secret) => void redaction.add(secret.reveal()),
    redact: redaction.apply,
    redactMarkdown: redaction.applyToMarkdown,
  };
}

const entityNames: ReadonlyMap<string, string> = new Map([
  ['&', 'amp'],
  ['<', 'lt'],
  ['>', 'gt'],
  ['"', 'quot'],
  ["'", 'apos'],
]);

/** Letters and digits stand for themselves; a mark also as an entity, behind a backslash, or in an element of its own. */
function markdownPattern(form: string): RegExp {
  return new RegExp(form.replace(/[^A-Za-z0-9]/gu, markPattern), 'gu');
}

function markPattern(mark: string): string {
  const code = mark.codePointAt(0) ?? 0;
  const itself = `\\u{${code.toString(16)}}`;
  const name = entityNames.get(mark);
  const named = name === undefined ? '' : `|&${name};`;
  return `(?:\\\\?${itself}|&#0*${code};${named}|<span>${itself}</span>)`;
}
