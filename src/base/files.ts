/** The rules for file names: which characters are valid, and which names are equal. */
export type FileNaming = 'posix' | 'macos' | 'windows';

const windowsDevices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i;

/** Whether Windows treats a name as a device, whatever its extension. */
export function isWindowsDevice(name: string): boolean {
  return windowsDevices.test(name);
}

/** Two names with the same key are one file on a case-insensitive file system. */
export function nameKeyOf(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC');
}

/**
 * The code of an operating system error (`ENOENT`) from any realm: errors of another realm are not instances
 * of our `Error`. Errors of Node itself have longer codes and do not count.
 */
export function systemCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}

/** A file that a step writes itself, and which input asked for it. */
export interface OwnPlace {
  readonly what: string;
  readonly path: string;
}
