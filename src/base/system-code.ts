/**
 * The code of an error of the operating system (`ENOENT`), wherever it was made: those of another realm are no instances of our `Error`. Errors of Node
 * itself have longer codes, and count as none.
 */
export function systemCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}
