import type { ArchiveStream } from './pipeline-script.js';

/** A storage outside of GitLab that holds its archives. */
export interface ArtifactStorage {
  /** Makes the archive available, and returns the signed URL for clients. */
  readonly store: (archive: StoredArchive) => string;
}

/** The archive of a job's artifacts, as GitLab or its object storage holds it. */
export interface StoredArchive {
  readonly filename: string;
  readonly bytes: number;
  /** Hexadecimal digits. */
  readonly sha256: string;
  readonly content: Buffer | ArchiveStream;
  /** The files in it by path, as far as they can be fetched alone. */
  readonly files: Readonly<Record<string, string | Buffer>>;
  /** When it was stored, in milliseconds since 1970. */
  readonly storedMs: number;
}
