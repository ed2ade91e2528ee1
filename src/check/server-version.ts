/** Whether a version as GitLab writes it (`16.9.2-ee`) is before a release; `undefined` when it is no version. */
export function isBefore(version: string, [major, minor]: readonly [number, number]): boolean | undefined {
  const [, first, second] = /^(\d{1,4})\.(\d{1,4})(?:\D|$)/.exec(version) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return Number(first) < major || (Number(first) === major && Number(second) < minor);
}
