/**
 * One fact about GitLab's API: a request, and what a real server answers. `given` names the world it is sent
 * to (`worlds.ts`).
 */
export interface ContractRow {
  readonly row: string;
  readonly given: string;
  /** `METHOD /path`, below `/api/v4` unless it begins with `/-/`, `/api/`, `/group` or `/gitlab`. */
  readonly request: string;
  /** Whose token goes along, or none. */
  readonly as?: 'ada' | 'reader' | 'dev' | 'guest' | 'job' | 'nobody' | undefined;
  readonly send?: unknown;
  readonly sendHeaders?: Readonly<Record<string, string>> | undefined;
  /** It is sent once more, with the `ETag` of the first answer as its condition; the row is of the second. */
  readonly again?: boolean | undefined;
  readonly status: number;
  /**
   * Text, or what of a JSON body is to be there; not looked at when absent. `{ "matches": … }` stands for a
   * text that only its form is known of.
   */
  readonly body?: unknown;
  /** The keys that the body has, and no others. */
  readonly keys?: KeyLists | undefined;
  /** Keys that the body has among others. */
  readonly has?: KeyLists | readonly string[] | undefined;
  /** Keys that the body does not have. */
  readonly lacks?: KeyLists | readonly string[] | undefined;
  /** What of the headers is to be there; `null` is for one that must not be. */
  readonly headers?: Readonly<Record<string, string | Pattern | null>> | undefined;
  /**
   * Who says so: a section of the facts about GitLab, a definition of its API description, recorded answers,
   * or a file of GitLab's repository.
   */
  readonly source: string;
  /**
   * Why the simulation answers differently; the row then says what a real server does, and the test holds
   * that the difference is still there.
   */
  readonly differs?: string | undefined;
}

export interface Pattern {
  readonly matches: string;
}

/** By member of the body: an empty name is the body itself, `*` is each item of a list. */
export type KeyLists = Readonly<Record<string, readonly string[]>>;
