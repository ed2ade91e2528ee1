import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

import { describe, expect, jest, test } from '@jest/globals';
import ts from 'typescript';

import { mostSteps, pumpsFor, stepsToSearch } from './support/pattern-steps.js';
import { patternTree } from './support/pattern-tree.js';

// Much is done at once where many tests run: none of these is about speed.
jest.setTimeout(60_000);

/** A pattern of the sources. */
interface Found {
  readonly path: string;
  readonly pattern: string;
}

const root = join(import.meta.dirname, '..', '..', 'src');
const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  // Nobody but us writes what the simulator reads.
  .filter((path) => path.endsWith('.ts') && !path.startsWith('simulator/'))
  .sort()
  .flatMap(patternsIn);

function patternsIn(path: string): readonly Found[] {
  const text = readFileSync(join(root, path), 'utf8');
  const file = ts.createSourceFile(path, text, {
    languageVersion: ts.ScriptTarget.ES2023,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  });
  const patterns: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) patterns.push({ path, pattern: node.text });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return patterns;
}

const [shortText, longText] = [200, 400];
/** Below that a pattern is quick whatever becomes of it. */
const fewStepsACharacter = 15;
/**
 * Steps for each character double with the text where all steps grow as its square, and stay where they grow
 * as the text.
 */
const mostGrowth = 1.4;

interface Worst {
  /** How the steps for a character grow when the text becomes twice as long. */
  readonly growth: number;
  readonly text: string;
}

const known = new Map<string, Worst>();

/** The text made of a pattern's own parts that costs it most. Some patterns are written in several files. */
function worstOf(pattern: string): Worst {
  const worst = known.get(pattern) ?? findWorst(pattern);
  known.set(pattern, worst);
  return worst;
}

function findWorst(pattern: string): Worst {
  const end = pattern.lastIndexOf('/');
  const flags = pattern.slice(end + 1);
  const tree = patternTree(pattern.slice(1, end));
  const pumps = pumpsFor(tree, flags);
  let worst: Worst = { growth: 0, text: '' };
  for (const pump of pumps) {
    for (const head of ['', 'x', '\u0001', ...pumps.slice(0, 5)]) {
      for (const tail of ['', '\u0001', 'x ']) {
        const stepsFor = (length: number): number => {
          const text = head + pump.repeat(Math.ceil(length / pump.length)) + tail;
          const steps = stepsToSearch(tree, flags, text);
          return steps === mostSteps ? Infinity : steps / text.length;
        };
        const short = stepsFor(shortText);
        const growth =
          short < fewStepsACharacter ? 0 : short === Infinity ? short : stepsFor(longText) / short;
        if (growth > worst.growth) worst = { growth, text: `${head} + ${pump} … + ${tail}` };
        if (worst.growth > mostGrowth) return worst;
      }
    }
  }
  return worst;
}

describe('a pattern takes as many steps as its text is long, whatever the text:', () => {
  test('there are patterns', () => {
    expect(found.length).toBeGreaterThan(100);
  });

  test.each(found)('$pattern in $path', ({ pattern }) => {
    const worst = worstOf(pattern);
    expect({ ...worst, isSlow: worst.growth > mostGrowth }).toMatchObject({ isSlow: false });
  });
});

describe('the count of steps', () => {
  test.each([
    String.raw`/\s+$/`,
    String.raw`/\s*\(replaces ([1-9]\d{0,14})\)$/`,
    String.raw`/(?:: \[.*\]| \d+\/\d+)$/su`,
    String.raw`/[^/]*@/g`,
    String.raw`/(?:a+)+$/`,
    String.raw`/(?:a|a)*b/`,
    String.raw`/^a*a*b/`,
    String.raw`/x.*y/`,
    String.raw`/a.*?b.*?c/s`,
    String.raw`/\d+(?=x)/`,
  ])('finds that %s is slow', (pattern) => {
    expect(worstOf(pattern).growth).toBeGreaterThan(mostGrowth);
  });

  test.each([
    String.raw`/^\s+/`,
    String.raw`/ {2,}/g`,
    String.raw`/[ab]{1,40}x/`,
    String.raw`/^a*b*c*$/`,
    String.raw`/\d+/g`,
  ])('finds that %s is fast', (pattern) => {
    expect(worstOf(pattern).growth).toBeLessThan(mostGrowth);
  });

  test('is that of an engine with backtracking', () => {
    expect(stepsToSearch(patternTree('b'), '', 'aab')).toBe(8);
    expect(stepsToSearch(patternTree('(?:a+)+$'), '', `${'a'.repeat(40)}b`)).toBe(mostSteps);
  });

  test.each(['(?:x', 'a\\1', '(?i:a)', 'a)'])('refuses what it cannot read: %s', (source) => {
    expect(() => patternTree(source)).toThrow(source);
  });
});
