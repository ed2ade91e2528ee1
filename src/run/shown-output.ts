import type { Masker } from '../hosts/host.js';
import { inertJson } from '../report/json-outputs.js';

/**
 * Our own words, GitLab's statuses, and numbers. Changing them would make them useless, and no token looks
 * like this.
 */
const fixedWord = /^(?:[a-z_]{1,30}|\d{1,20})$/;

/** An output from GitLab's data with secrets removed. */
export interface ShownOutput {
  readonly value: string;
  /** For the log, if the value contained a secret. */
  readonly warning?: string | undefined;
}

/** Removes secrets from an output; JSON stays valid JSON. */
export function shownOutput(masker: Masker, name: string, value: string): ShownOutput {
  const shown = fixedWord.test(value) ? value : withoutSecrets(value, masker.redact);
  if (shown === value && masker.redact(value) === value) return { value };
  const kept =
    shown === value ? 'hosts may leave such an output out, as GitHub does between jobs' : '*** replaces it';
  return {
    value: shown,
    warning: `The output ${name} holds ${sourceOf(masker, value)}, which is hidden: ${kept}.`,
  };
}

/**
 * A warning that names the inputs whose secrets are in the value, because a host may drop such an output.
 * Values that were masked on purpose do not count.
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

/** Parses JSON if it is an object or an array; `undefined` for any other text. */
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
