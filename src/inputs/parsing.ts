/** One problem of the inputs, for the user. Never contains a secret. */
export interface Problem {
  /**
   * The position. While one input is parsed, it is what follows the input's name (` (line 3)`,
   * `.DEPLOY.region`); afterwards it is the full position.
   */
  readonly at?: string | undefined;
  /** The rest of the sentence that starts with `at`, without a period. */
  readonly what: string;
  /** What to do, in whole sentences. */
  readonly hint: string;
}

/** A parsed value with warnings about repairs, or all its problems. */
export type InputOutcome<T> =
  | { readonly kind: 'ok'; readonly value: T; readonly warnings: readonly string[] }
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] };

/** A parsed value, with warnings about what was repaired. */
export function ok<T>(value: T, warnings: readonly string[] = []): InputOutcome<T> {
  return { kind: 'ok', value, warnings };
}

/** The outcome of an input with one problem. */
export function wrong(problem: Problem): InputOutcome<never> {
  return wrongAll([problem]);
}

/** At least one problem is required. */
export function wrongAll(problems: readonly Problem[]): InputOutcome<never> {
  return { kind: 'wrong', problems };
}

/** The value if there is no problem, otherwise all problems. */
export function okUnless<T>(problems: readonly Problem[], value: T): InputOutcome<T> {
  return problems.length === 0 ? ok(value) : wrongAll(problems);
}

type Values<Outcomes> = {
  readonly [Name in keyof Outcomes]: Outcomes[Name] extends InputOutcome<infer T> ? T : never;
};

/** Combines outcomes: all values and warnings, or all problems, in the given order. */
export function all<const Outcomes extends Readonly<Record<string, InputOutcome<unknown>>>>(
  outcomes: Outcomes,
): InputOutcome<Values<Outcomes>> {
  const problems: Problem[] = [];
  const warnings: string[] = [];
  const values: [string, unknown][] = [];
  for (const [name, outcome] of Object.entries(outcomes)) {
    if (outcome.kind === 'wrong') {
      // Pushed one by one: a large file in the wrong format has more problems than a call can have arguments.
      for (const problem of outcome.problems) problems.push(problem);
    } else {
      warnings.push(...outcome.warnings);
      values.push([name, outcome.value]);
    }
  }
  if (problems.length > 0) return wrongAll(problems);
  // Without problems every name has its value; the compiler cannot infer this through `Object.entries`.
  return ok(Object.fromEntries(values) as Values<Outcomes>, warnings);
}

/** Applies a further step to a value; problems stay unchanged. */
export function andThen<T, Next>(
  outcome: InputOutcome<T>,
  step: (value: T) => InputOutcome<Next>,
): InputOutcome<Next> {
  if (outcome.kind === 'wrong') return outcome;
  const next = step(outcome.value);
  return next.kind === 'wrong' ? next : ok(next.value, [...outcome.warnings, ...next.warnings]);
}
