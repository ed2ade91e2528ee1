/**
 * A parsed condition of `rules:if` or `only:variables`.
 * @see https://docs.gitlab.com/ci/jobs/job_rules/#cicd-variable-expressions
 */
export type Expression =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'null' }
  | { readonly kind: 'variable'; readonly name: string }
  /** `source` is the text between the slashes. */
  | { readonly kind: 'pattern'; readonly source: string; readonly flags: string }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    };

export type Operator = '==' | '!=' | '=~' | '!~' | '&&' | '||';

type Token =
  | { readonly kind: 'value'; readonly value: Expression }
  | { readonly kind: 'operator'; readonly operator: Operator }
  | { readonly kind: 'open' | 'close' };

/** GitLab rejects longer ones. */
const mostTokens = 100;

/**
 * Parses a condition; `undefined` for one that this parser does not support, which may be valid.
 * @see GitLab 19.1, `lib/gitlab/ci/pipeline/expression/lexer.rb` and `parser.rb`
 */
export function parseExpression(text: string): Expression | undefined {
  const tokens = tokensOf(text);
  if (tokens === undefined) return undefined;
  const reader: Reader = { tokens, next: 0 };
  const expression = readChain(reader, 0);
  return reader.next === tokens.length ? expression : undefined;
}

/** Tokens at the start of a text; the first match wins, as in GitLab. */
const lexemes: readonly {
  readonly pattern: RegExp;
  readonly token: (match: RegExpExecArray) => Token;
}[] = [
  { pattern: /^\(/, token: () => ({ kind: 'open' }) },
  { pattern: /^\)/, token: () => ({ kind: 'close' }) },
  { pattern: /^\$(\w+)/, token: ([, name = '']) => valueToken({ kind: 'variable', name }) },
  {
    pattern: /^"([^"\n]*)"|^'([^'\n]*)'/,
    token: ([, double, single]) => valueToken({ kind: 'text', text: double ?? single ?? '' }),
  },
  {
    pattern: /^\/((?:[^/\\\n]|\\.)+)\/([ismU]*)/,
    token: ([, source = '', flags = '']) =>
      valueToken({ kind: 'pattern', source: source.replaceAll('\\/', '/'), flags }),
  },
  { pattern: /^null\b/, token: () => valueToken({ kind: 'null' }) },
  {
    pattern: /^(?:==|!=|=~|!~|&&|\|\|)/,
    token: ([operator]) => ({ kind: 'operator', operator: operator as Operator }),
  },
];

function valueToken(value: Expression): Token {
  return { kind: 'value', value };
}

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let rest = text.trimStart();
  while (rest !== '') {
    const found = lexemes
      .map(({ pattern, token }) => ({ match: pattern.exec(rest), token }))
      .find(({ match }) => match !== null);
    if (found?.match === null || found === undefined || tokens.length === mostTokens) return undefined;
    tokens.push(found.token(found.match));
    rest = rest.slice(found.match[0].length).trimStart();
  }
  return tokens;
}

interface Reader {
  readonly tokens: readonly Token[];
  next: number;
}

/** Operators by precedence, lowest first; all are left-associative. */
const levels: readonly (readonly Operator[])[] = [['||'], ['&&'], ['==', '!=', '=~', '!~']];

/** Parses operators of one level and of higher precedence. */
function readChain(reader: Reader, level: number): Expression | undefined {
  const operators = levels[level];
  if (operators === undefined) return readOperand(reader);
  let left = readChain(reader, level + 1);
  for (;;) {
    const token = reader.tokens[reader.next];
    if (left === undefined || token?.kind !== 'operator' || !operators.includes(token.operator)) return left;
    reader.next += 1;
    const right = readChain(reader, level + 1);
    left = right === undefined ? undefined : { kind: 'operation', operator: token.operator, left, right };
  }
}

function readOperand(reader: Reader): Expression | undefined {
  const token = reader.tokens[reader.next];
  reader.next += 1;
  if (token?.kind === 'value') return token.value;
  if (token?.kind !== 'open') return undefined;
  const inner = readChain(reader, 0);
  const closing = reader.tokens[reader.next];
  reader.next += 1;
  return closing?.kind === 'close' ? inner : undefined;
}
