/** The rules for file names: which characters are valid, and which names are equal. */
export type FileNaming = 'posix' | 'macos' | 'windows';

const windowsDevices = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i;

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

/** The error for a file that is larger than any file of this kind, or that never ends. */
export class FileTooLargeError extends Error {
  override readonly name = 'FileTooLargeError';
  /** Follows the name of the file in a sentence. */
  readonly why: string;

  constructor(limitBytes: number) {
    const why = `is larger than ${limitBytes / 1024 / 1024} MiB, or never ends`;
    super(`The file ${why}`);
    this.why = why;
  }
}

/** A file that a step writes itself, and which input asked for it. */
export interface OwnPlace {
  readonly what: string;
  readonly path: string;
}

/**
 * A folder that is held while files are written into it. If it, or a folder above it, is replaced by a link,
 * the files still go into the original folder, or an error is thrown where the system can only compare names.
 */
export interface HeldFolder {
  /**
   * A path to the folder; a name in it follows after a slash.
   * @throws {Error} ESTALE when something else has its name, where the system offers no better path.
   */
  readonly path: () => string;
  /** Makes a folder in it, and holds that. @throws {Error} when something has this name. */
  readonly make: (name: string, mode?: number) => HeldFolder;
  /** Holds a folder in it. @throws {Error} when it is none, or a link. */
  readonly open: (name: string) => HeldFolder;
  /** Holds a folder in it, which it makes if it is missing. @throws {Error} when it is none, or a link. */
  readonly enter: (name: string) => HeldFolder;
  /** Whether a path leads to this folder now. */
  readonly isAt: (place: string) => boolean;
  readonly close: () => void;
}
