/** A moment as GitLab writes it: UTC with milliseconds, or null. */
export function timestamp(epochMs: number | undefined): string | null {
  return epochMs === undefined ? null : new Date(epochMs).toISOString();
}

/** A span in seconds with fractions, as jobs have it, or null. */
export function secondsBetween(fromMs: number | undefined, toMs: number | undefined): number | null {
  return fromMs === undefined || toMs === undefined ? null : (toMs - fromMs) / 1000;
}
