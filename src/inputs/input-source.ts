/** Where inputs come from: a host's environment, or a table in a test. */
export interface InputSource {
  /** The text given for an input by its snake_case name; `undefined` when it was not given. May be empty, which means the same. */
  readonly read: (name: string) => string | undefined;
}

/** The files that inputs may name. */
export interface TextFiles {
  /**
   * The text of a file, without a byte order mark.
   * @throws {UnfitTextError} when the file holds something else than text, or text in an encoding that is not read.
   * @throws {Error} when the file cannot be read.
   */
  readonly readText: (path: string) => Promise<string>;
}
