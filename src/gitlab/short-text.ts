/** GitLab allows a name 255 characters; what is far longer is no name, and a list has thousands. */
const mostCharacters = 1000;
const cutMark = '…';

/**
 * A name, a status or an address of a list, at most a thousand characters of it. A text that was cut is a copy: a part of a string keeps the whole of it in memory.
 */
export function shortText(text: string): string {
  if (text.length <= mostCharacters) return text;
  const kept = text.slice(0, mostCharacters - cutMark.length).replace(/[\ud800-\udbff]$/, '');
  return Buffer.from(kept).toString() + cutMark;
}
