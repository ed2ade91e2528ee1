import { conditionHolds } from './condition.js';
import { isConfigMap, textsIn } from './document.js';
import type { PipelineFacts } from './pipeline-facts.js';
import { matchesPattern } from './regex.js';
import { type Answer, allOf, answerOf, anyOf, opposite } from './tri-state.js';

/** The content of `only` or `except`; `unreadable` if this program cannot parse it. */
export type Policy =
  | {
      readonly refs: readonly string[] | undefined;
      readonly variables: readonly string[] | undefined;
      readonly changes: boolean;
      readonly kubernetes: boolean;
    }
  | 'unreadable';

/** Reads the value of `only` or `except`; `unreadable` if it has another form. */
export function policyIn(value: unknown): Policy {
  const refs = textsIn(value);
  if (refs !== undefined) return { refs, variables: undefined, changes: false, kubernetes: false };
  if (!isConfigMap(value)) return 'unreadable';
  const { refs: refList, variables: variableList, changes, kubernetes, ...others } = value;
  const read = { refs: textsIn(refList), variables: textsIn(variableList) };
  const isRead = (given: unknown, texts: unknown): boolean => given === undefined || texts !== undefined;
  const isComplete = isRead(refList, read.refs) && isRead(variableList, read.variables);
  if (!isComplete || Object.keys(others).length > 0) return 'unreadable';
  return { ...read, changes: changes !== undefined, kubernetes: kubernetes !== undefined };
}

/**
 * Whether a job without `rules` is in the pipeline: all of `only` must match, and nothing of `except`.
 * @see GitLab 19.1, `lib/gitlab/ci/pipeline/seed/build.rb`
 */
export function policyPasses(
  { only, except }: { readonly only: Policy | undefined; readonly except: Policy | undefined },
  facts: PipelineFacts,
): Answer {
  const exceptions = except === undefined ? [] : specifications(except, facts);
  return allOf([...specifications(only ?? anyRef, facts, anyRefs), opposite(anyOf(exceptions))]);
}

const anyRefs = ['branches', 'tags'];
const anyRef: Policy = { refs: anyRefs, variables: undefined, changes: false, kubernetes: false };

/** One answer per criterion; `defaultRefs` apply if no refs are given. */
function specifications(
  policy: Policy,
  facts: PipelineFacts,
  defaultRefs?: readonly string[],
): readonly Answer[] {
  if (policy === 'unreadable') return ['unknown'];
  const { variables, changes, kubernetes } = policy;
  const refs = policy.refs ?? defaultRefs;
  return [
    ...(refs === undefined ? [] : [refsMatch(refs, facts)]),
    ...(variables === undefined
      ? []
      : [anyOf(variables.map((condition) => conditionHolds(condition, facts.variables)))]),
    // Without a push, GitLab treats every file as changed.
    ...(changes ? (['yes'] as const) : []),
    ...(kubernetes ? (['unknown'] as const) : []),
  ];
}

/** Every ref is a branch or a tag, even if it is unknown which. */
function refsMatch(refs: readonly string[], facts: PipelineFacts): Answer {
  if (anyRefs.every((word) => refs.includes(word))) return 'yes';
  return anyOf(refs.map((ref) => refMatches(ref, facts)));
}

/** @see GitLab 19.1, `lib/gitlab/ci/build/policy/refs.rb` */
function refMatches(given: string, facts: PipelineFacts): Answer {
  const isPattern = given.startsWith('/');
  // GitLab splits at an at sign, wherever it is.
  if (isPattern && given.includes('@')) return 'unknown';
  const [pattern = '', path] = given.split(/@(.*)/s);
  const isHere = path === undefined ? 'yes' : pathMatches(path, facts);
  return allOf([isHere, isPattern ? textMatches(pattern, facts) : wordMatches(pattern, facts)]);
}

function pathMatches(path: string, { projectPath }: PipelineFacts): Answer {
  return projectPath === undefined ? 'unknown' : answerOf(projectPath === path);
}

function wordMatches(word: string, { refKind, refName, source }: PipelineFacts): Answer {
  if (word === source || word === `${source}s` || word === refName) return 'yes';
  if (word !== 'branches' && word !== 'tags') return 'no';
  if (refKind === undefined) return 'unknown';
  return answerOf(word === (refKind === 'branch' ? 'branches' : 'tags'));
}

function textMatches(pattern: string, { refName }: PipelineFacts): Answer {
  const [, source, flags = ''] = /^\/(.*)\/([ismU]*)$/s.exec(pattern) ?? [];
  return source === undefined
    ? 'unknown'
    : matchesPattern(refName, { source: source.replaceAll('\\/', '/'), flags });
}
