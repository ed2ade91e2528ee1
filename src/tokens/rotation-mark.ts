/** What the description of a token tells of rotations. */
export interface RotationMark {
  /** The description without marks. */
  readonly name: string;
  /** Id of the token in whose place this one was made. */
  readonly replaces: number | undefined;
}

/** At the end of the description, in plain words, because people read it in GitLab's list. */
const mark = /\s*\(replaces ([1-9]\d{0,14})\)$/;

export function readRotationMark(description: string): RotationMark {
  const found = mark.exec(description);
  if (found === null) return { name: description.trim(), replaces: undefined };
  const { name } = readRotationMark(description.slice(0, found.index));
  return { name, replaces: Number(found[1]) };
}

/**
 * The description of a token that takes the place of another. It stays when the rotation is over: nothing has to be changed at its end, so there is no
 * moment at which a cut would leave something half done; a mark whose token is gone means a rotation that came to its end.
 */
export function markedDescription(name: string, replacedId: number): string {
  return `${name} (replaces ${replacedId})`.trim();
}
