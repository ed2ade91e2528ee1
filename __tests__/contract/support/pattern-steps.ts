import type { PatternNode } from './pattern-tree.js';

/** No honest search needs as many; a pattern that tries every way would never end. */
export const mostSteps = 1_000_000;

/**
 * How many steps a backtracking engine takes to find every match of a pattern in a text: a step is a
 * character looked at, or a place from which something is tried. Stops at `mostSteps`.
 */
export function stepsToSearch(tree: PatternNode, flags: string, text: string): number {
  let steps = 0;
  const step = (): void => {
    steps += 1;
    if (steps >= mostSteps) throw new TooMany();
  };
  const fits = characterMatcher(flags);
  const isMultiline = flags.includes('m');

  const matchAt = (node: PatternNode, at: number, then: (end: number) => number): number => {
    switch (node.kind) {
      case 'character':
      case 'edge': {
        const end = endOf(node, at);
        return end >= 0 ? then(end) : -1;
      }
      case 'look': {
        const found = node.behind ? lookBehind(node.of, at) : matchAt(node.of, at, (end) => end) >= 0;
        return found === node.negated ? -1 : then(at);
      }
      case 'sequence':
        return matchParts(node.parts, 0, at, then);
      case 'choice':
        for (const way of node.ways) {
          const end = matchAt(way, at, then);
          if (end >= 0) return end;
        }
        return -1;
      case 'repeat':
        return node.of.kind === 'character'
          ? repeatCharacter(node, node.of.source, at, then)
          : repeat(node, at, 0, then);
    }
  };
  /** Where what has one way to match ends, or -1. */
  const endOf = ({ kind, source }: Plain, at: number): number => {
    step();
    if (kind === 'edge') return isEdge(source, at) ? at : -1;
    return at < text.length && fits(source, text.charAt(at)) ? at + 1 : -1;
  };
  const matchParts = (
    parts: readonly PatternNode[],
    first: number,
    at: number,
    then: (end: number) => number,
  ): number => {
    let place = at;
    for (let index = first; index < parts.length; index += 1) {
      const part = parts[index];
      if (part?.kind === 'character' || part?.kind === 'edge') {
        place = endOf(part, place);
        if (place < 0) return -1;
      } else if (part !== undefined) {
        return matchAt(part, place, (end) => matchParts(parts, index + 1, end, then));
      }
    }
    return then(place);
  };
  const repeatCharacter = (
    { min, max, lazy }: Extract<PatternNode, { kind: 'repeat' }>,
    source: string,
    at: number,
    then: (end: number) => number,
  ): number => {
    let count = 0;
    const takeOne = (): boolean => {
      step();
      const isTaken = count < max && at + count < text.length && fits(source, text.charAt(at + count));
      if (isTaken) count += 1;
      return isTaken;
    };
    while (count < (lazy ? min : Infinity) && takeOne());
    if (count < min) return -1;
    for (;;) {
      step();
      const end = then(at + count);
      if (end >= 0) return end;
      if (lazy ? !takeOne() : --count < min) return -1;
    }
  };
  const repeat = (
    node: Extract<PatternNode, { kind: 'repeat' }>,
    at: number,
    count: number,
    then: (end: number) => number,
  ): number => {
    step();
    const more = (): number =>
      count >= node.max
        ? -1
        : matchAt(node.of, at, (end) =>
            end === at && count >= node.min ? -1 : repeat(node, end, count + 1, then),
          );
    const enough = (): number => (count >= node.min ? then(at) : -1);
    const first = node.lazy ? enough() : more();
    return first >= 0 ? first : node.lazy ? more() : enough();
  };
  /** Ours look one character back. */
  const lookBehind = (of: PatternNode, at: number): boolean =>
    [0, 1, 2].some(
      (length) => at >= length && matchAt(of, at - length, (end) => (end === at ? end : -1)) >= 0,
    );
  const isEdge = (source: string, at: number): boolean => {
    const isWord = (index: number): boolean => /\w/.test(text.charAt(index));
    if (source === '^') return at === 0 || (isMultiline && text[at - 1] === '\n');
    if (source === '$') return at === text.length || (isMultiline && text[at] === '\n');
    return (isWord(at - 1) !== isWord(at)) === (source === '\\b');
  };

  try {
    for (let at = 0; at <= text.length;) {
      step();
      const end = matchAt(tree, at, (place) => place);
      at = end > at ? end : at + 1;
    }
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
  }
  return steps;
}

type Plain = Extract<PatternNode, { kind: 'character' | 'edge' }>;

class TooMany extends Error {}

/** What is known of the characters that a pattern of one character matches. */
interface KnownCharacters {
  readonly pattern: RegExp;
  readonly fits: Map<string, boolean>;
}

/** By flags and pattern: the same few are asked for millions of times. */
const knownOf = new Map<string, Map<string, KnownCharacters>>();

function characterMatcher(flags: string): (source: string, character: string) => boolean {
  const kept = flags.replace(/[gy]/g, '');
  const bySource = knownOf.get(kept) ?? new Map<string, KnownCharacters>();
  knownOf.set(kept, bySource);
  return (source, character) => {
    let known = bySource.get(source);
    if (known === undefined) {
      known = { pattern: new RegExp(`^(?:${source})$`, kept), fits: new Map() };
      bySource.set(source, known);
    }
    let fits = known.fits.get(character);
    if (fits === undefined) {
      fits = known.pattern.test(character);
      known.fits.set(character, fits);
    }
    return fits;
  };
}

/** Characters that patterns tell apart. */
const samples = Array.from(
  'a1 :[]/\\="\'.,-_@#(){}<>|*+?!%&;~^$`\t\n\r\u0000\u001b\u0007\u0085é\u200b\ud800AZzgEx0',
);

/**
 * Texts that a pattern reads far into, each to be repeated: what its parts, and neighbors of them, match. At
 * most sixty.
 */
export function pumpsFor(tree: PatternNode, flags: string): readonly string[] {
  const fits = characterMatcher(flags);
  const known = new Map<PatternNode, readonly string[]>();
  const examples = (node: PatternNode): readonly string[] => {
    const found = known.get(node) ?? examplesOf(node);
    known.set(node, found);
    return found;
  };
  const examplesOf = (node: PatternNode): readonly string[] => {
    switch (node.kind) {
      case 'character':
        return samples.filter((sample) => fits(node.source, sample)).slice(0, 2);
      case 'edge':
      case 'look':
        return [''];
      case 'sequence':
        return node.parts.reduce<readonly string[]>((heads, part) => joined(heads, examples(part)), ['']);
      case 'choice':
        return node.ways.flatMap((way) => examples(way).slice(0, 2)).slice(0, 6);
      case 'repeat': {
        const [one = ''] = examples(node.of);
        return node.min === 0 ? ['', one] : [one.repeat(Math.min(node.min, 8))];
      }
    }
  };
  const found = new Set<string>();
  const visit = (node: PatternNode): void => {
    for (const example of examples(node)) found.add(example);
    if (node.kind === 'sequence') {
      for (let from = 0; from < node.parts.length; from += 1) {
        for (let to = from + 1; to <= node.parts.length; to += 1) {
          for (const example of examples({ kind: 'sequence', parts: node.parts.slice(from, to) }))
            found.add(example);
        }
      }
      node.parts.forEach(visit);
    } else if (node.kind === 'choice') node.ways.forEach(visit);
    else if (node.kind === 'repeat' || node.kind === 'look') visit(node.of);
  };
  visit(tree);
  return [...found].filter((text) => text !== '' && text.length <= 40).slice(0, 60);
}

function joined(heads: readonly string[], tails: readonly string[]): readonly string[] {
  return heads.flatMap((head) => tails.map((tail) => head + tail)).slice(0, 6);
}
