import { type VariableLookup, conditionHolds } from './condition.js';
import { isConfigMap } from './document.js';
import { type Answer, allOf, anyOf } from './tri-state.js';

/** A list of `rules`, of which the first match decides; `unreadable` if this program cannot parse it. */
export type Rules = readonly Rule[] | 'unreadable';

/** One rule; all its clauses must hold. */
export interface Rule {
  readonly clauses: readonly Clause[];
  readonly when: string | undefined;
  /** Whether it has `needs` of its own. */
  readonly hasNeeds: boolean;
}

type Clause =
  | { readonly kind: 'if'; readonly condition: string }
  /** Without a ref to compare to. */
  | { readonly kind: 'changes' }
  | { readonly kind: 'unknowable' };

/** GitLab accepts nested lists up to ten levels. */
const maxNesting = 10;
/** Lists that repeat each other could grow endlessly. */
const mostRules = 2000;

/** Keys of a rule that set its effect rather than its conditions. */
const consequences: ReadonlySet<string> = new Set([
  'when',
  'start_in',
  'allow_failure',
  'variables',
  'needs',
  'interruptible',
  'auto_cancel',
]);

/** Reads a list of `rules`, with nested lists; `unreadable` if an entry has another form. */
export function rulesIn(value: unknown): Rules {
  const items = flattened(value);
  if (items === undefined) return 'unreadable';
  const rules = items.map(ruleOf);
  return rules.every((rule) => rule !== undefined) ? rules : 'unreadable';
}

function flattened(value: unknown): readonly unknown[] | undefined {
  let items: readonly unknown[] = [value];
  for (let level = 0; level <= maxNesting; level += 1) {
    if (items.length > mostRules) return undefined;
    if (level > 0 && !items.some((item) => Array.isArray(item))) return items;
    if (level === 0 && !Array.isArray(value)) return undefined;
    items = items.flat();
  }
  return undefined;
}

function ruleOf(value: unknown): Rule | undefined {
  if (!isConfigMap(value)) return undefined;
  const clauses = Object.entries(value)
    .filter(([key]) => !consequences.has(key))
    .map(([key, clause]) => clauseOf(key, clause));
  return {
    clauses,
    when: typeof value.when === 'string' ? value.when : undefined,
    hasNeeds: 'needs' in value,
  };
}

/** Which files exist or differ from another ref is unknown here, and so are clauses of newer releases. */
function clauseOf(key: string, clause: unknown): Clause {
  if (key === 'if' && typeof clause === 'string') return { kind: 'if', condition: clause };
  const isCompared = isConfigMap(clause) && 'compare_to' in clause;
  return { kind: key === 'changes' && !isCompared ? 'changes' : 'unknowable' };
}

/** The result of a list of rules. */
export interface RuleDecision {
  readonly passes: Answer;
  /** Whether the `needs` of the job may be replaced by those of a rule. */
  readonly mayHaveNeeds: boolean;
}

/**
 * The result of the first matching rule; without a match, no. If a rule may match, both its result and that
 * of the rest are possible.
 * @param defaultWhen the `when` of a rule without one.
 * @see GitLab 19.1, `lib/gitlab/ci/build/rules.rb`
 */
export function decisionOf(
  rules: Rules,
  { variables, defaultWhen }: { readonly variables: VariableLookup; readonly defaultWhen: string },
): RuleDecision {
  if (rules === 'unreadable') return { passes: 'unknown', mayHaveNeeds: true };
  const possible: Answer[] = [];
  let mayHaveNeeds = false;
  for (const rule of rules) {
    const fits = allOf(rule.clauses.map((clause) => clauseHolds(clause, variables)));
    if (fits === 'no') continue;
    possible.push((rule.when ?? defaultWhen) === 'never' ? 'no' : 'yes');
    mayHaveNeeds ||= rule.hasNeeds;
    if (fits === 'yes') return { passes: agreedBy(possible), mayHaveNeeds };
  }
  return { passes: agreedBy([...possible, 'no']), mayHaveNeeds };
}

/** If all possibilities agree, it does not matter which one is true. */
function agreedBy(possible: readonly Answer[]): Answer {
  return allOf(possible) === anyOf(possible) ? anyOf(possible) : 'unknown';
}

function clauseHolds(clause: Clause, variables: VariableLookup): Answer {
  switch (clause.kind) {
    case 'if':
      return conditionHolds(clause.condition, variables);
    case 'changes':
      // Without a push, GitLab treats every file as changed.
      return 'yes';
    case 'unknowable':
      return 'unknown';
  }
}
