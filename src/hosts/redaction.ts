import { maskedForms } from './masked-forms.js';
import type { Masker } from './ports.js';

/** What is shown wherever a secret would be. */
const placeholder = '***';

/** What stands at the end of every text that we cut off. */
const cutMark = '…';
/** The beginning of a secret gives it away, too, unless it is shorter than this. */
const shortestBeginning = 6;

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
    apply: (text) =>
      withoutBeginnings(
        forms.reduce((rest, form) => rest.replaceAll(form, placeholder), text),
        { forms, patternOf: itself },
      ),
    applyToMarkdown: (markdown) =>
      withoutBeginnings(
        forms.reduce((rest, form) => rest.replace(markdownPattern(form), placeholder), markdown),
        { forms, patternOf: markdownCharacter },
      ),
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

/** How a character of a secret may be written. */
type PatternOf = (character: string) => string;

/** A text may have been cut off in the middle of a secret: then the beginning of it, in front of the mark, goes too. */
function withoutBeginnings(
  text: string,
  { forms, patternOf }: { readonly forms: readonly string[]; readonly patternOf: PatternOf },
): string {
  if (!text.includes(cutMark)) return text;
  return forms.reduce((rest, form) => withoutBeginning(rest, form, patternOf), text);
}

function withoutBeginning(text: string, form: string, patternOf: PatternOf): string {
  // Most texts end here, and cheaply.
  if (patternOf === itself && !text.includes(form.slice(0, shortestBeginning))) return text;
  const characters = Array.from(form);
  const head = characters.slice(0, shortestBeginning);
  const tail = characters.slice(shortestBeginning, -1);
  if (tail.length === 0) return text;
  const steps = tail.map((character) => new RegExp(patternOf(character), 'uy'));
  let shown = '';
  let done = 0;
  for (const { 0: found, index } of text.matchAll(new RegExp(head.map(patternOf).join(''), 'gu'))) {
    const cut = index < done ? undefined : cutBehind(text, index + found.length, steps);
    if (cut === undefined) continue;
    shown += text.slice(done, index) + placeholder;
    done = cut;
  }
  return shown + text.slice(done);
}

/** Where the text is cut off, when it goes on in these steps until there. */
function cutBehind(text: string, start: number, steps: readonly RegExp[]): number | undefined {
  let at = start;
  for (const step of steps) {
    if (text.startsWith(cutMark, at)) return at;
    step.lastIndex = at;
    if (!step.test(text)) return undefined;
    at = step.lastIndex;
  }
  return text.startsWith(cutMark, at) ? at : undefined;
}

const entityNames: ReadonlyMap<string, string> = new Map([
  ['&', 'amp'],
  ['<', 'lt'],
  ['>', 'gt'],
  ['"', 'quot'],
  ["'", 'apos'],
]);

function markdownPattern(form: string): RegExp {
  return new RegExp(Array.from(form, markdownCharacter).join(''), 'gu');
}

/** Letters and digits stand for themselves; a mark also as an entity, behind a backslash, or in an element of its own. */
function markdownCharacter(character: string): string {
  if (/^[A-Za-z0-9]$/.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  const name = entityNames.get(character);
  const named = name === undefined ? '' : `|&${name};`;
  // The longest first: the mark itself can be the beginning of the others.
  return `(?:<span>${itself(character)}</span>|&#0*${code};${named}|\\\\?${itself(character)})`;
}

/** A character in a pattern, without a meaning of its own. */
function itself(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
