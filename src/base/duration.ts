const unitMs = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 } as const;

/**
 * Parses `90s`, `15m`, `1h30m` or `2d` into milliseconds: whole numbers, each unit (`d`, `h`, `m`, `s`) at
 * most once, largest first. Returns `undefined` for anything else. A bare number is rejected, because its
 * unit is ambiguous.
 */
export function parseDuration(text: string): number | undefined {
  const match = /^(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/.exec(text.trim());
  if (match === null || text.trim() === '') return undefined;
  const [, days, hours, minutes, seconds] = match;
  return (
    Number(days ?? 0) * unitMs.d +
    Number(hours ?? 0) * unitMs.h +
    Number(minutes ?? 0) * unitMs.m +
    Number(seconds ?? 0) * unitMs.s
  );
}

/** Formats a duration for display: `0.4s`, `43s`, `1m02s`, `1h00m`, `2d03h`. */
export function formatDuration(spanMs: number): string {
  if (spanMs > 0 && spanMs < 1000) return `${Math.max(0.1, Math.floor(spanMs / 100) / 10)}s`;
  const seconds = Math.max(0, Math.floor(spanMs / 1000));
  if (seconds < 60) return `${seconds}s`;
  const pad = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}m${pad(seconds % 60)}s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours}h${pad(minutes % 60)}m`;
  return `${Math.floor(hours / 24)}d${pad(hours % 24)}h`;
}
