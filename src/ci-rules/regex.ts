import { assertNever } from '../base/assert-never.js';
import {
  type CharacterTest,
  type Edge,
  type Pattern,
  isWordCharacter,
  parsePattern,
} from './regex-syntax.js';
import { type Answer, answerOf } from './tri-state.js';

/** Refs and values of variables in rules are far shorter. */
const maxTextCharacters = 2000;

/** A step of the compiled pattern; a number is the index of the next step. */
type Step =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'edge'; readonly edge: Edge }
  | Fork
  | Jump
  | { readonly kind: 'end' };

/** Continues with the next step and with another one. */
interface Fork {
  readonly kind: 'fork';
  other: number;
}

interface Jump {
  readonly kind: 'jump';
  to: number;
}

/** Counted repetitions are expanded. Nested repetitions of nothing would take forever without taking room. */
const maxParts = 5000;

/**
 * Whether a regular expression matches anywhere in a text; `unknown` for an unsupported one. Simulates all
 * possible positions in the pattern in one pass over the text. The pattern comes from outside, and
 * backtracking could take years.
 */
export function matchesPattern(
  text: string,
  { source, flags }: { readonly source: string; readonly flags: string },
): Answer {
  const pattern = text.length > maxTextCharacters ? undefined : parsePattern(source, flags);
  const steps = pattern === undefined ? undefined : stepsOf(pattern);
  return steps === undefined ? 'unknown' : answerOf(finds(steps, text));
}

/** The steps under construction. */
interface Builder {
  readonly steps: Step[];
  partsLeft: number;
}

function stepsOf(pattern: Pattern): readonly Step[] | undefined {
  const builder: Builder = { steps: [], partsLeft: maxParts };
  if (!addSteps(builder, pattern)) return undefined;
  return [...builder.steps, { kind: 'end' }];
}

/** Adds the steps of a node; `false` if there are too many. */
function addSteps(builder: Builder, pattern: Pattern): boolean {
  builder.partsLeft -= 1;
  if (builder.partsLeft < 0) return false;
  switch (pattern.kind) {
    case 'character':
    case 'edge':
      builder.steps.push(pattern);
      return true;
    case 'sequence':
      return pattern.parts.every((part) => addSteps(builder, part));
    case 'choice':
      return addChoice(builder, pattern.options);
    case 'repetition':
      return addRepetition(builder, pattern);
    default:
      return assertNever(pattern);
  }
}

function addChoice(builder: Builder, options: readonly Pattern[]): boolean {
  const { steps } = builder;
  const jumps: Jump[] = [];
  for (const [index, option] of options.entries()) {
    const isLast = index === options.length - 1;
    const fork = isLast ? undefined : addFork(steps);
    if (!addSteps(builder, option)) return false;
    if (fork === undefined) break;
    const jump: Jump = { kind: 'jump', to: 0 };
    steps.push(jump);
    jumps.push(jump);
    fork.other = steps.length;
  }
  for (const jump of jumps) jump.to = steps.length;
  return true;
}

function addFork(steps: Step[]): Fork {
  const fork: Fork = { kind: 'fork', other: 0 };
  steps.push(fork);
  return fork;
}

function addRepetition(
  builder: Builder,
  repetition: Extract<Pattern, { readonly kind: 'repetition' }>,
): boolean {
  const { steps } = builder;
  const { part, least, most } = repetition;
  for (let count = 0; count < least; count += 1) if (!addSteps(builder, part)) return false;
  if (most === 'endless') {
    const start = steps.length;
    const fork = addFork(steps);
    if (!addSteps(builder, part)) return false;
    steps.push({ kind: 'jump', to: start });
    fork.other = steps.length;
    return true;
  }
  const forks: Fork[] = [];
  for (let count = least; count < most; count += 1) {
    forks.push(addFork(steps));
    if (!addSteps(builder, part)) return false;
  }
  for (const fork of forks) fork.other = steps.length;
  return true;
}

function finds(steps: readonly Step[], text: string): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  let places: ReadonlySet<number> = new Set();
  for (let at = 0; at <= codes.length; at += 1) {
    // A match may start anywhere, so the first step is always among the positions.
    const reached = reachable(steps, [...places, 0], { codes, at });
    const code = codes[at];
    const next = new Set<number>();
    for (const place of reached) {
      const step = steps[place];
      if (step?.kind === 'end') return true;
      if (step?.kind === 'character' && code !== undefined && step.test(code)) next.add(place + 1);
    }
    places = next;
  }
  return false;
}

interface Position {
  readonly codes: readonly number[];
  readonly at: number;
}

/** All positions that are reachable without consuming a character. */
function reachable(steps: readonly Step[], from: readonly number[], position: Position): ReadonlySet<number> {
  const seen = new Set<number>();
  const open = [...from];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (seen.has(place)) continue;
    seen.add(place);
    const step = steps[place];
    if (step?.kind === 'jump') open.push(step.to);
    else if (step?.kind === 'fork') open.push(place + 1, step.other);
    else if (step?.kind === 'edge' && isAt(step.edge, position)) open.push(place + 1);
  }
  return seen;
}

function isAt(edge: Edge, { codes, at }: Position): boolean {
  const [before, behind] = [codes[at - 1], codes[at]];
  const isWord = (code: number | undefined): boolean => code !== undefined && isWordCharacter(code);
  const lineEnd = 10;
  switch (edge) {
    case 'text_start':
      return at === 0;
    case 'text_end':
      return at === codes.length;
    case 'line_start':
      return at === 0 || before === lineEnd;
    case 'line_end':
      return at === codes.length || behind === lineEnd;
    case 'word':
      return isWord(before) !== isWord(behind);
    case 'inside_word':
      return isWord(before) === isWord(behind);
    default:
      return assertNever(edge);
  }
}
