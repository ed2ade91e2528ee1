/** What the description of a token tells of rotations. */
export interface RotationMark {
  /** The description without marks. */
  readonly name: string;
  /** Id of the token in whose place this one was made. */
  readonly replaces: number | undefined;
}

/** The mark stands at the end of the description, in plain words, because people read it in GitLab's list. */
const [markStart, markEnd] = ['(replaces ', ')'];
const mostDigits = 15;

export function readRotationMark(description: string): RotationMark {
  let name = description;
  let replaces: number | undefined;
  // A token that was replaced itself may have kept its mark.
  for (let found = markAtEndOf(name); found !== undefined; found = markAtEndOf(name)) {
    replaces ??= found.id;
    name = name.slice(0, found.start);
  }
  return { name: name.trim(), replaces };
}

/** Where the mark that ends a text begins, with the blanks in front of it. Read from the end: nothing is looked at twice, whatever stands before. */
function markAtEndOf(text: string): { readonly start: number; readonly id: number } | undefined {
  if (!text.endsWith(markEnd)) return undefined;
  const end = text.length - markEnd.length;
  const at = text.lastIndexOf(markStart, end);
  const digits = at < 0 ? '' : text.slice(Math.max(at + markStart.length, end - mostDigits - 1), end);
  if (at + markStart.length + digits.length !== end || !/^[1-9]\d{0,14}$/.test(digits)) return undefined;
  return { start: text.slice(0, at).trimEnd().length, id: Number(digits) };
}

/**
 * The description of a token that takes the place of another. It stays when the rotation is over: nothing has to be changed at its end, so there is no
 * moment at which a cut would leave something half done; a mark whose token is gone means a rotation that came to its end.
 */
export function markedDescription(name: string, replacedId: number): string {
  return `${name} (replaces ${replacedId})`.trim();
}
