import type { ErrorCode } from '../base/error-code.js';

/** What an error message says after what failed: a stable code, why, and what to do. */
export interface DescribedFailure {
  readonly code: ErrorCode;
  readonly why: string;
  readonly cure: string;
}
