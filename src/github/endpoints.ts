import type { SecretPlace } from './secret-place.js';

/** The most that GitHub gives on a page. */
const largestPage = 100;

/**
 * The URLs of the API, all below `apiUrl` (`https://api.github.com`, or `https://github.example.com/api/v3`; with or without a slash at the end).
 * They throw a `RangeError` on a name that would lead elsewhere.
 */
export const endpoints = {
  publicKey: (apiUrl: URL, place: SecretPlace): URL => below(apiUrl, ...secretsOf(place), 'public-key'),
  secret: (apiUrl: URL, place: SecretPlace, name: string): URL => below(apiUrl, ...secretsOf(place), name),
  /** Of an organization's secret. */
  secretRepositories: (apiUrl: URL, place: SecretPlace, name: string): URL =>
    withLargePages(below(apiUrl, ...secretsOf(place), name, 'repositories')),
} as const;

function secretsOf(place: SecretPlace): readonly string[] {
  switch (place.kind) {
    case 'repository':
      return ['repos', place.owner, place.repository, 'actions', 'secrets'];
    case 'environment':
      return ['repos', place.owner, place.repository, 'environments', place.environment, 'secrets'];
    case 'organization':
      return ['orgs', place.organization, 'actions', 'secrets'];
  }
}

function withLargePages(url: URL): URL {
  url.searchParams.set('per_page', String(largestPage));
  return url;
}

function below(apiUrl: URL, ...segments: readonly string[]): URL {
  const lost = segments.find((segment) => segment === '' || segment === '.' || segment === '..');
  if (lost !== undefined) throw new RangeError(`'${lost}' is not a name on GitHub`);
  const url = new URL(apiUrl.origin);
  url.pathname = [apiUrl.pathname.replace(/\/+$/, ''), ...segments.map(encodeURIComponent)].join('/');
  return url;
}
