import { controlCharacters, withoutInvisible } from './invisible-text.js';

/** What stands at the end of every text that was cut off. Redaction knows it: the piece of a secret in front of it goes, too. */
export const cutMark = '…';

const controlRuns = new RegExp(`[${controlCharacters}]+`, 'gu');
const controlsButTabs = new RegExp(`(?!\\t)[${controlCharacters}]`, 'gu');

/**
 * Text that somebody else wrote (GitLab, a job, a user of GitLab), made fit for one line of ours: control characters, terminal sequences and invisible
 * characters are gone, white space is single, and it is at most `maxCharacters` long. It is cleaned before it is cut, and what was cut
 * ends in a mark; so whoever prints it (`Redaction`) recognises a secret in it, whatever it was hidden among and wherever it was cut.
 * Command syntax of a CI host is neutralised later, by the host's own adapter, which knows it.
 */
export function cleanLine(text: string, maxCharacters = 500): string {
  return cleanedAndCut(text, maxCharacters, (piece) =>
    withoutInvisible(stripTerminalSequences(piece).replace(controlRuns, ' ')).replace(/ {2,}/g, ' ').trim(),
  );
}

/** The same for a line whose indentation and inner blanks matter; tabs become four blanks. */
export function cleanIndentedLine(text: string, maxCharacters: number): string {
  return cleanedAndCut(text, maxCharacters, (piece) =>
    withoutInvisible(stripTerminalSequences(piece).replace(controlsButTabs, ''))
      .replaceAll('\t', '    ')
      .trimEnd(),
  );
}

/** Far more than is shown of a text anywhere. */
const mostCleaned = 100_000;

/**
 * The one way out for foreign text that does not go through a host, or is kept or sent: cleaned, then without secrets, then cut. In this order, because nobody
 * recognises a secret that is hidden among what nobody sees, or half of one.
 */
export function redactedLine(text: string, redact: (text: string) => string, maxCharacters = 500): string {
  return cutText(redact(cleanLine(text, Math.max(mostCleaned, maxCharacters))), maxCharacters);
}

/** At most so many characters, the last of them a mark where something was cut off. For text that is clean, or must not be changed. */
export function cutText(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text;
  const characters = Array.from(text.slice(0, 2 * maxCharacters + 2));
  if (characters.length <= maxCharacters) return text;
  return `${characters.slice(0, maxCharacters - 1).join('')}${cutMark}`;
}

/** Cleans as much as is needed: what is in the way (a thousand colours in front of a word) takes no room. */
function cleanedAndCut(text: string, maxCharacters: number, clean: (piece: string) => string): string {
  for (let length = maxCharacters * 8; ; length *= 8) {
    const cleaned = clean(text.slice(0, length));
    if (text.length <= length || cleaned.length > 2 * maxCharacters) return cutText(cleaned, maxCharacters);
  }
}

/** The text without CSI, OSC and other escape sequences of terminals, also those that begin with a single character. */
export function stripTerminalSequences(text: string): string {
  if (!/[\u001b\u009b]/u.test(text)) return text;
  return text.replace(terminalSequence, '');
}

export const terminalSequence =
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])|\u009b[0-?]+[ -/]*[@-~]/gu;
