/** Something in an archive, as its directory tells. */
export interface ArchiveEntry {
  /** As written, backslashes included. */
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'special';
  readonly isExecutable: boolean;
  /** Where its record in front of the content begins. */
  readonly offset: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly crc32: number;
  /** `unreadable`: encrypted, or packed in a way that no GitLab runner uses. */
  readonly packing: 'stored' | 'deflated' | 'unreadable';
}

/** The archive cannot be used: it is broken, or made to do harm. */
export class ArchiveProblem extends Error {
  readonly kind: 'invalid' | 'unsafe';

  constructor(kind: ArchiveProblem['kind'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ArchiveProblem';
    this.kind = kind;
  }
}
