const form = /^(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)s)?(?:(\d+)ms)?$/;

/** The milliseconds of `250ms`, `1.5s` or `1h30m`; `undefined` for what is not given. */
export function spanMs(text: string | undefined): number | undefined {
  const match = text === undefined ? null : form.exec(text);
  if (match === null) return undefined;
  const [, hours, minutes, seconds, milliseconds] = match;
  const wholeMs = Number(hours ?? 0) * 3_600_000 + Number(minutes ?? 0) * 60_000;
  return wholeMs + Math.round(Number(seconds ?? 0) * 1000) + Number(milliseconds ?? 0);
}
