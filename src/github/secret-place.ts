import type { RepositoryName } from './repository-name.js';

/** Where GitHub keeps a secret of GitHub Actions. */
export type SecretPlace =
  | ({ readonly kind: 'repository' } & RepositoryName)
  /** The name of an environment may be any text, with slashes too. */
  | ({ readonly kind: 'environment'; readonly environment: string } & RepositoryName)
  | { readonly kind: 'organization'; readonly organization: string };

/** Which repositories of an organization may read its secret. */
export type SecretVisibility = 'all' | 'private' | 'selected';

/** `octo/app`, `the environment production of octo/app`, `the organization octo`. */
export function placeName(place: SecretPlace): string {
  switch (place.kind) {
    case 'repository':
      return `${place.owner}/${place.repository}`;
    case 'environment':
      return `the environment ${place.environment} of ${place.owner}/${place.repository}`;
    case 'organization':
      return `the organization ${place.organization}`;
  }
}

/**
 * What a token needs to write a secret there, in the words of GitHub's settings.
 * @see https://docs.github.com/en/rest/actions/secrets
 */
export function secretPermission(place: SecretPlace): string {
  switch (place.kind) {
    case 'repository':
      return 'the repository permission "Secrets: Read and write" (a classic token: the scope repo)';
    case 'environment':
      return 'the repository permission "Environments: Read and write" (a classic token: the scope repo)';
    case 'organization':
      return 'the organization permission "Secrets: Read and write" (a classic token: the scope admin:org)';
  }
}
