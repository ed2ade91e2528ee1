import { assertNever } from '../base/assert-never.js';
import { type Expression, type Operator, parseExpression } from './expression.js';
import { matchesPattern } from './regex.js';
import { type Answer, opposite } from './tri-state.js';

/**
 * The value of a variable when GitLab evaluates a condition: a text, `null` if it certainly does not exist,
 * `undefined` if that is unknown.
 */
export type VariableLookup = (name: string) => string | null | undefined;

/**
 * How GitLab, a Ruby program, judges a value. In Ruby only `null` and `false` are untrue, but GitLab finally
 * treats a blank text as untrue too.
 */
type Sort = 'untrue' | 'blank' | 'present';

interface Value {
  /** All possible kinds; one if it is certain. */
  readonly sorts: ReadonlySet<Sort>;
  /** The value itself, if it is known and can be compared. */
  readonly exact?: string | null | undefined;
}

/**
 * Whether a condition of `rules:if` or `only:variables` holds.
 * @see GitLab 19.1, `lib/gitlab/ci/pipeline/expression/`
 */
export function conditionHolds(text: string, variables: VariableLookup): Answer {
  const expression = parseExpression(text);
  if (expression === undefined) return 'unknown';
  const { sorts } = valueOf(expression, variables);
  if (!sorts.has('present')) return 'no';
  return sorts.size === 1 ? 'yes' : 'unknown';
}

const anything: Value = { sorts: new Set(['untrue', 'blank', 'present']) };

function exactly(value: string | null): Value {
  const sort = value === null ? 'untrue' : value.trim() === '' ? 'blank' : 'present';
  return { sorts: new Set<Sort>([sort]), exact: value };
}

function truth(answer: Answer): Value {
  if (answer === 'unknown') return { sorts: new Set(['untrue', 'present']) };
  return { sorts: new Set<Sort>([answer === 'yes' ? 'present' : 'untrue']) };
}

function valueOf(expression: Expression, variables: VariableLookup): Value {
  switch (expression.kind) {
    case 'text':
      return exactly(expression.text);
    case 'null':
      return exactly(null);
    case 'variable': {
      const value = variables(expression.name);
      return value === undefined ? anything : exactly(value);
    }
    case 'pattern':
      return { sorts: new Set(['present']) };
    case 'operation':
      return resultOf(expression, variables);
    default:
      return assertNever(expression);
  }
}

interface Operation {
  readonly operator: Operator;
  readonly left: Expression;
  readonly right: Expression;
}

function resultOf({ operator, left, right }: Operation, variables: VariableLookup): Value {
  const leftValue = valueOf(left, variables);
  const rightValue = valueOf(right, variables);
  switch (operator) {
    case '&&':
      return chosen(leftValue, rightValue, 'right_when_true');
    case '||':
      return chosen(leftValue, rightValue, 'right_when_untrue');
    case '==':
      return truth(equal(leftValue, rightValue));
    case '!=':
      return truth(opposite(equal(leftValue, rightValue)));
    case '=~':
      return truth(matches(leftValue, { right, rightValue }));
    case '!~':
      return truth(opposite(matches(leftValue, { right, rightValue })));
    default:
      return assertNever(operator);
  }
}

/** `&&` and `||` return one of their operands unchanged. */
function chosen(left: Value, right: Value, rule: 'right_when_true' | 'right_when_untrue'): Value {
  const isLeft = (sort: Sort): boolean => (sort === 'untrue') === (rule === 'right_when_true');
  const fromLeft = [...left.sorts].filter(isLeft);
  const fromRight = fromLeft.length < left.sorts.size ? [...right.sorts] : [];
  return { sorts: new Set([...fromLeft, ...fromRight]) };
}

function equal(left: Value, right: Value): Answer {
  if (left.exact === undefined || right.exact === undefined) return 'unknown';
  return left.exact === right.exact ? 'yes' : 'no';
}

/**
 * A variable that does not exist matches like an empty text. A variable on the right must contain a whole
 * pattern, including its slashes.
 */
function matches(
  { exact }: Value,
  { right, rightValue }: { readonly right: Expression; readonly rightValue: Value },
): Answer {
  if (rightValue.exact === null) return 'no';
  const pattern = patternOf(right, rightValue);
  return exact === undefined || pattern === undefined ? 'unknown' : matchesPattern(exact ?? '', pattern);
}

function patternOf(
  right: Expression,
  { exact }: Value,
): { readonly source: string; readonly flags: string } | undefined {
  if (right.kind === 'pattern') return right;
  const read = typeof exact === 'string' ? parseExpression(exact) : undefined;
  return read?.kind === 'pattern' ? read : undefined;
}
