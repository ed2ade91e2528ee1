import { type VariableLookup, conditionHolds } from './condition.js';
import { isConfigMap } from './document.js';
import { type Answer, allOf, anyOf } from './tri-state.js';

/**
 * A list of `rules`, of which the first that fits decides; `unreadable` when it is none that this program can
 * read.
 */
export type Rules = readonly Rule[] | 'unreadable';

/** One rule: all its clauses have to be fulfilled. */
export interface Rule {
  readonly clauses: readonly Clause[];
  readonly when: string | undefined;
  /** Whether it brings needs of its own. */
  readonly hasNeeds: boolean;
}

type Clause =
  | { readonly kind: 'if'; readonly condition: string }
  /** Without anything to compare with. */
  | { readonly kind: 'changes' }
  | { readonly kind: 'unknowable' };

/** GitLab takes lists in lists, ten levels of them. */
const maxNesting = 10;
/** Lists that repeat each other would grow without end. */
const mostRules = 2000;

/** Keys of a rule that say what comes of it, not whether it fits. */
const consequences: ReadonlySet<string> = new Set([
  'when',
  'start_in',
  'allow_failure',
  'variables',
  'needs',
  'interruptible',
  'auto_cancel',
]);

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

/**
 * What files exist and which of them differ from another ref is not known here, and neither is what newer
 * releases may ask.
 */
function clauseOf(key: string, clause: unknown): Clause {
  if (key === 'if' && typeof clause === 'string') return { kind: 'if', condition: clause };
  const isCompared = isConfigMap(clause) && 'compare_to' in clause;
  return { kind: key === 'changes' && !isCompared ? 'changes' : 'unknowable' };
}

/** What a list of rules decides. */
export interface RuleDecision {
  readonly passes: Answer;
  /** Whether the needs of the job may be those of a rule instead. */
  readonly mayHaveNeeds: boolean;
}

/**
 * What the first rule that fits says; none that fits says no. A rule that may fit leaves its own answer and
 * that of the rest open.
 * @param defaultWhen what a rule without `when` means.
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

/** Where all possibilities agree, it does not matter which one comes true. */
function agreedBy(possible: readonly Answer[]): Answer {
  return allOf(possible) === anyOf(possible) ? anyOf(possible) : 'unknown';
}

function clauseHolds(clause: Clause, variables: VariableLookup): Answer {
  switch (clause.kind) {
    case 'if':
      return conditionHolds(clause.condition, variables);
    case 'changes':
      // GitLab takes every file for changed when no push stands behind a pipeline.
      return 'yes';
    case 'unknowable':
      return 'unknown';
  }
}
