/**
 * One fact about GitLab's API: a request, and what a real server answers. `given` names the world it is sent
 * to (`worlds.ts`).
 */
export interface ContractRow {
  readonly row: string;
  readonly given: string;
  /** `METHOD /path`, below `/api/v4` unless it begins with `/-/`, `/api/` or `/group`. */
  readonly request: string;
  /** Whose token goes along, or none. */
  readonly as?: 'ada' | 'reader' | 'dev' | 'guest' | 'job' | 'nobody' | undefined;
  readonly send?: unknown;
  readonly sendHeaders?: Readonly<Record<string, string>> | undefined;
  readonly status: number;
  /** Text, or what of a JSON body is to be there; not looked at when absent. */
  readonly body?: unknown;
  /** What of the headers is to be there; `null` is for one that must not be. */
  readonly headers?: Readonly<Record<string, string | null>> | undefined;
  /** The section of the facts about GitLab that says so. */
  readonly source: string;
  /**
   * Why the simulation answers differently; the row then says what a real server does, and the test holds
   * that the difference is still there.
   */
  readonly differs?: string | undefined;
}
