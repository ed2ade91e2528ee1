import type { Reading } from '../schemas/schema-parts.js';

/** The oldest supported GitLab, as major and minor version. */
export const oldestRelease = [13, 0] as const;

export const tooOldHint = `Update GitLab to ${oldestRelease.join('.')} or later, which is the oldest that is supported.`;

/** The result for a body of a release that is too old: `what` (`pipelines`) has no `web_url` before 11.2. */
export function tooOld(what: string): Reading<never> {
  return {
    kind: 'unfit',
    why: `This GitLab is older than 11.2: it returns no web_url of its ${what}`,
    tooOld: true,
  };
}

/** Whether an object has none of the members; null counts as absent. */
export function hasNone(body: unknown, ...names: readonly string[]): boolean {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false;
  const members = new Map<string, unknown>(Object.entries(body));
  return names.every((name) => (members.get(name) ?? undefined) === undefined);
}
