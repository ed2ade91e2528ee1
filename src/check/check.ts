import type { ErrorCode } from '../base/errors.js';

/** All checks, in the order of the report. */
export const checkNames = [
  'server',
  'token',
  'access_token',
  'project',
  'pipelines',
  'ref',
  'protected_ref',
  'ci_config',
  'jobs',
  'variables',
  'inputs',
] as const;

export type CheckName = (typeof checkNames)[number];

/** The result of one check. */
export interface Check {
  readonly name: CheckName;
  /**
   * `failed`: the pipeline would not start, or could not be followed as requested. `unknown`: the available
   * facts do not decide it.
   */
  readonly state: 'ok' | 'failed' | 'unknown';
  /** What was found and why, in one sentence. May contain unchanged words of GitLab, of any length. */
  readonly finding: string;
  /** What to do about it, or how to find out. */
  readonly hint?: string | undefined;
  /** Only for a failed check. */
  readonly code?: ErrorCode | undefined;
}

/** The result of a check. The caller adds its name. */
export type CheckResult = Omit<Check, 'name'>;

/** A check that passed; `finding` is a sentence without its full stop. */
export function good(finding: string): CheckResult {
  return { state: 'ok', finding };
}

/** A check that failed, with an error code and a hint. */
export function bad(
  code: ErrorCode,
  { finding, hint }: { readonly finding: string; readonly hint: string },
): CheckResult {
  return { state: 'failed', code, finding, hint };
}

/** A check without a result: the given tokens, or this GitLab, do not show it. */
export function open(finding: string, hint?: string): CheckResult {
  return { state: 'unknown', finding, hint };
}

/** The short name of a ref, and its kind if the name contains it. */
export interface RefParts {
  readonly name: string;
  readonly kind: 'branch' | 'tag' | undefined;
}

/** Splits `refs/heads/NAME` and `refs/tags/NAME`; any other ref is a name of unknown kind. */
export function refPartsOf(ref: string): RefParts {
  const [, folder, name] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
  if (name === undefined) return { name: ref, kind: undefined };
  return { name, kind: folder === 'heads' ? 'branch' : 'tag' };
}

/**
 * Whether a version in GitLab's form (`16.9.2-ee`) is older than a release; `undefined` if the text is no
 * version.
 */
export function isBefore(version: string, [major, minor]: readonly [number, number]): boolean | undefined {
  const [, first, second] = /^(\d{1,4})\.(\d{1,4})(?:\D|$)/.exec(version) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return Number(first) < major || (Number(first) === major && Number(second) < minor);
}
