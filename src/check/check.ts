import type { ErrorCode } from '../base/errors.js';

/** Everything that is checked, in the order of its report. */
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

/** What became of one check. */
export interface Check {
  readonly name: CheckName;
  /**
   * `failed`: the pipeline would not start, or not be followed as asked. `unknown`: with what there is,
   * nobody can tell.
   */
  readonly state: 'ok' | 'failed' | 'unknown';
  /**
   * What was found, and why that is so: one sentence, perhaps with words of GitLab as they came, of any
   * length.
   */
  readonly finding: string;
  /** What to do about it, or how to make it known. */
  readonly hint?: string | undefined;
  /** Of a failed one. */
  readonly code?: ErrorCode | undefined;
}

/** What a check finds; its name is added by whoever asks for it. */
export type CheckResult = Omit<Check, 'name'>;

export function good(finding: string): CheckResult {
  return { state: 'ok', finding };
}

export function bad(
  code: ErrorCode,
  { finding, hint }: { readonly finding: string; readonly hint: string },
): CheckResult {
  return { state: 'failed', code, finding, hint };
}

export function open(finding: string, hint?: string): CheckResult {
  return { state: 'unknown', finding, hint };
}

/** The short name of a ref, and which kind it is, where the name says so. */
export interface RefParts {
  readonly name: string;
  readonly kind: 'branch' | 'tag' | undefined;
}

export function refPartsOf(ref: string): RefParts {
  const [, folder, name] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
  if (name === undefined) return { name: ref, kind: undefined };
  return { name, kind: folder === 'heads' ? 'branch' : 'tag' };
}

/**
 * Whether a version as GitLab writes it (`16.9.2-ee`) is before a release; `undefined` when it is no version.
 */
export function isBefore(version: string, [major, minor]: readonly [number, number]): boolean | undefined {
  const [, first, second] = /^(\d{1,4})\.(\d{1,4})(?:\D|$)/.exec(version) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return Number(first) < major || (Number(first) === major && Number(second) < minor);
}
