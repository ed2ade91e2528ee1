/** A promise that a life broke. */
export interface Violation {
  /** Short and always the same, so that they can be counted. */
  readonly rule: string;
  readonly detail: string;
}

/** One violation, or none when all is well. */
export function unless(isWell: boolean, rule: string, detail: () => string): readonly Violation[] {
  return isWell ? [] : [{ rule, detail: detail() }];
}
