/** What an adapter works with: the process's own in production, recordings in tests. */
export interface HostMeans {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Writes text to standard output, as it is. */
  readonly print: (text: string) => void;
  /** @throws {Error} when the file cannot be written. */
  readonly appendText: (path: string, text: string) => void;
}
