import type { Masker } from '../hosts/host.js';
import { inertJson } from '../report/json-outputs.js';

/**
 * Our own words, GitLab's words for a status, and numbers: nobody could use them if they were changed, and no
 * token looks so.
 */
const fixedWord = /^(?:[a-z_]{1,30}|\d{1,20})$/;

/** An output made of what GitLab says, as it may be handed on. */
export interface ShownOutput {
  readonly value: string;
  /** For the log, when it holds something that is hidden. */
  readonly warning?: string | undefined;
}

/** Takes secrets out of an output; JSON stays JSON. */
export function shownOutput(masker: Masker, name: string, value: string): ShownOutput {
  const shown = fixedWord.test(value) ? value : withoutSecrets(value, masker.redact);
  if (shown === value && masker.redact(value) === value) return { value };
  const kept =
    shown === value
      ? 'hosts may leave such an output out, as GitHub does between jobs'
      : '*** stands there in its place';
  return {
    value: shown,
    warning: `The output ${name} holds ${sourceOf(masker, value)}, which is hidden: ${kept}.`,
  };
}

/**
 * Who is to blame that a host may leave an output out: secrets of the inputs, not what was masked on purpose.
 */
export function hiddenIn(masker: Masker, name: string, value: string): string | undefined {
  if (masker.redact(value) === value || (masker.originsIn?.(value) ?? []).length === 0) return undefined;
  return `The output ${name} holds ${sourceOf(masker, value)}, which is hidden: hosts may leave such an output out, as GitHub does between jobs.`;
}

function sourceOf(masker: Masker, value: string): string {
  const origins = masker.originsIn?.(value) ?? [];
  return origins.length === 0 ? 'a secret' : `what was given as ${origins.join(' and ')}`;
}

function withoutSecrets(value: string, redact: (text: string) => string): string {
  const tree = redact(value) === value ? undefined : treeOf(value);
  if (tree === undefined) return redact(value);
  return inertJson(mapped(tree, redact));
}

/** Of JSON that is a map or a list; `undefined` for any other text. */
function treeOf(value: string): unknown {
  if (!/^[{[]/.test(value)) return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

function mapped(tree: unknown, redact: (text: string) => string): unknown {
  if (typeof tree === 'string') return redact(tree);
  if (Array.isArray(tree)) return tree.map((each) => mapped(each, redact));
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, each]) => [redact(key), mapped(each, redact)]));
}
