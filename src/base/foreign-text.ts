/**
 * Text that somebody else wrote (GitLab, a job, a user of GitLab), made fit for one line of ours: control characters, terminal
 * sequences and bidirectional overrides are gone, white space is single, and it is at most `maxCharacters` long.
 * Command syntax of a CI host is neutralised later, by the host's own adapter, which knows it.
 */
export function cleanLine(text: string, maxCharacters = 500): string {
  const flat = stripTerminalSequences(text.slice(0, maxCharacters * 8))
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  const characters = Array.from(flat);
  return characters.length > maxCharacters ? `${characters.slice(0, maxCharacters - 1).join('')}…` : flat;
}

/** The text without CSI, OSC and other escape sequences of terminals. */
export function stripTerminalSequences(text: string): string {
  return text.replace(
    /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])/gu,
    '',
  );
}
