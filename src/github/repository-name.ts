/** A repository as GitHub writes it: `owner/repository`. */
export interface RepositoryName {
  readonly owner: string;
  readonly repository: string;
}

/** Reads `owner/repository`; `undefined` when the text is something else. */
export function parseRepositoryName(text: string): RepositoryName | undefined {
  const [, owner, repository] = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(text) ?? [];
  return owner === undefined || repository === undefined ? undefined : { owner, repository };
}
