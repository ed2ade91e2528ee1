/** Whose rules a file's name has to keep: what may be in it, and which names are the same. */
export type FileNaming = 'posix' | 'macos' | 'windows';

const windowsDevices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i;

/** Whether Windows takes a name for a device, whatever its ending. */
export function isWindowsDevice(name: string): boolean {
  return windowsDevices.test(name);
}

/** Two names with the same key are one file where case does not count. */
export function nameKeyOf(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC');
}

/**
 * The code of an error of the operating system (`ENOENT`), wherever it was made: those of another realm are
 * no instances of our `Error`. Errors of Node itself have longer codes, and count as none.
 */
export function systemCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}
