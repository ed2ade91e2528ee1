/** A regular expression as a tree, as far as its cost goes. */
export type PatternNode =
  /** One character, as a pattern of its own: `a`, `\d`, `[^x]`, `.`. */
  | { readonly kind: 'character'; readonly source: string }
  /** Takes no character: `^`, `$`, `\b`. */
  | { readonly kind: 'edge'; readonly source: string }
  | { readonly kind: 'look'; readonly of: PatternNode; readonly behind: boolean; readonly negated: boolean }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly ways: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly of: PatternNode;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    };

/** Reads what our patterns are made of; throws for anything else, so that no pattern passes unread. */
export function patternTree(source: string): PatternNode {
  let at = 0;
  const eat = (text: string): boolean => {
    if (!source.startsWith(text, at)) return false;
    at += text.length;
    return true;
  };
  const match = (pattern: RegExp): string | undefined => {
    const found = new RegExp(pattern.source, 'y');
    found.lastIndex = at;
    const text = found.exec(source)?.[0];
    if (text !== undefined) at += text.length;
    return text;
  };

  const choice = (): PatternNode => {
    const ways = [sequence()];
    while (eat('|')) ways.push(sequence());
    return ways.length === 1 && ways[0] !== undefined ? ways[0] : { kind: 'choice', ways };
  };
  const sequence = (): PatternNode => {
    const parts: PatternNode[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(quantified(atom()));
    return { kind: 'sequence', parts };
  };
  const quantified = (of: PatternNode): PatternNode => {
    const text = match(/[*+?]|\{\d+(?:,\d*)?\}/);
    if (text === undefined) return of;
    const [min = 0, max = Infinity] = boundsOf(text);
    return { kind: 'repeat', of, min, max, lazy: eat('?') };
  };
  const group = (): PatternNode => {
    const poll = match(/\(\?<?[=!]/);
    if (poll === undefined && match(/\((?:\?:|\?<\w+>)?/) === undefined)
      throw new Error(`no group in ${source}`);
    const of = choice();
    if (!eat(')')) throw new Error(`a group without end in ${source}`);
    return poll === undefined
      ? of
      : { kind: 'look', of, behind: poll.includes('<'), negated: poll.endsWith('!') };
  };
  const atom = (): PatternNode => {
    if (source[at] === '(') return group();
    const edge = match(/[$^]|\\[bB]/);
    if (edge !== undefined) return { kind: 'edge', source: edge };
    const character =
      match(/\[(?:\\[^]|[^\]\\])*\]/) ??
      match(/\\(?:u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|p\{[^}]*\}|P\{[^}]*\}|[^1-9k])/) ??
      match(/[^\\()[\]*+?|]/);
    if (character === undefined) throw new Error(`cannot read ${source} at ${at}`);
    return { kind: 'character', source: character };
  };

  const tree = choice();
  if (at < source.length) throw new Error(`cannot read ${source} at ${at}`);
  return tree;
}

function boundsOf(text: string): readonly number[] {
  if (text === '*') return [0, Infinity];
  if (text === '+') return [1, Infinity];
  if (text === '?') return [0, 1];
  const [min = '0', max] = text.slice(1, -1).split(',');
  return [Number(min), max === undefined ? Number(min) : max === '' ? Infinity : Number(max)];
}
