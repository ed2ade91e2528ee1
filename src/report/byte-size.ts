const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** A number of bytes for people, in steps of a thousand and with three digits at most: `512 bytes`, `1.2 MB`, `340 GB`. */
export function formatBytes(bytes: number): string {
  let value = Math.max(bytes, 0);
  let unit = 0;
  // 999.5 would be shown as 1000.
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.95 ? value.toFixed(0) : value.toFixed(1);
  return `${digits} ${units[unit] ?? ''}`;
}

/** How fast so many bytes came; empty when it took no time that could be told. */
export function formatRate(bytes: number, elapsedMs: number): string {
  return elapsedMs < 1 ? '' : `${formatBytes((bytes / elapsedMs) * 1000)}/s`;
}
