/** One thing that is wrong with the inputs, for the person who wrote them. Never holds a secret. */
export interface Problem {
  /**
   * Where: what follows the input's name while one input is read (` (line 3)`, `.DEPLOY.region`); the whole
   * place afterwards.
   */
  readonly at?: string | undefined;
  /** The rest of the sentence that `at` begins, without a full stop. */
  readonly what: string;
  /** What to do: whole sentences. */
  readonly hint: string;
}

/** A value that was read, with what had to be repaired; or everything that is wrong with it. */
export type InputOutcome<T> =
  | { readonly kind: 'ok'; readonly value: T; readonly warnings: readonly string[] }
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] };

export function ok<T>(value: T, warnings: readonly string[] = []): InputOutcome<T> {
  return { kind: 'ok', value, warnings };
}

export function wrong(problem: Problem): InputOutcome<never> {
  return wrongAll([problem]);
}

/** There must be one problem at least. */
export function wrongAll(problems: readonly Problem[]): InputOutcome<never> {
  return { kind: 'wrong', problems };
}

/** The value when there is no problem, all problems when there are some. */
export function okUnless<T>(problems: readonly Problem[], value: T): InputOutcome<T> {
  return problems.length === 0 ? ok(value) : wrongAll(problems);
}

type Values<Outcomes> = {
  readonly [Name in keyof Outcomes]: Outcomes[Name] extends InputOutcome<infer T> ? T : never;
};

/** One outcome out of many: all the values and warnings, or all the problems, in the order given. */
export function all<const Outcomes extends Readonly<Record<string, InputOutcome<unknown>>>>(
  outcomes: Outcomes,
): InputOutcome<Values<Outcomes>> {
  const problems: Problem[] = [];
  const warnings: string[] = [];
  const values: [string, unknown][] = [];
  for (const [name, outcome] of Object.entries(outcomes)) {
    if (outcome.kind === 'wrong') {
      // Not spread into one call: a large file in the wrong format has more problems than a call takes
      // arguments.
      for (const problem of outcome.problems) problems.push(problem);
    } else {
      warnings.push(...outcome.warnings);
      values.push([name, outcome.value]);
    }
  }
  if (problems.length > 0) return wrongAll(problems);
  // Without problems every name has its value, which the compiler cannot see through `Object.entries`.
  return ok(Object.fromEntries(values) as Values<Outcomes>, warnings);
}

/** The outcome of a further step on a value; problems stay as they are. */
export function andThen<T, Next>(
  outcome: InputOutcome<T>,
  step: (value: T) => InputOutcome<Next>,
): InputOutcome<Next> {
  if (outcome.kind === 'wrong') return outcome;
  const next = step(outcome.value);
  return next.kind === 'wrong' ? next : ok(next.value, [...outcome.warnings, ...next.warnings]);
}
