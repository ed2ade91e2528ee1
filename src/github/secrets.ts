import { type SecretPlace, type SecretVisibility, endpoints } from './api.js';
import type { GitHubReply } from './reply.js';
import { type GitHubCallRunner, fetchPages } from './request.js';
import { seal } from './seal.js';

/** The result of writing a secret. */
export interface SecretWritten {
  readonly change: 'created' | 'updated';
  /**
   * For a secret of an organization only. A new one is `selected` without any repository, so nothing can read
   * it yet.
   */
  readonly visibility?: SecretVisibility | undefined;
}

/** Which repositories may read a secret of an organization. */
interface Readers {
  readonly visibility: SecretVisibility;
  readonly selected_repository_ids?: readonly number[];
}

/** A secret with its value in plain text. */
export interface ClearSecret {
  readonly place: SecretPlace;
  readonly name: string;
  readonly text: string;
}

/** Encrypts a value with the key of its place and stores it. Keeps the visibility of an existing secret. */
export async function putSecret(
  { runner, apiUrl }: { readonly runner: GitHubCallRunner; readonly apiUrl: URL },
  { place, name, text }: ClearSecret,
  signal: AbortSignal,
): Promise<GitHubReply<SecretWritten>> {
  const key = await runner.run({
    method: 'GET',
    url: endpoints.publicKey(apiUrl, place),
    signal,
    read: (schemas) => schemas.readSealingKey,
  });
  if (key.kind !== 'ok') return key;
  const readers =
    place.kind === 'organization'
      ? await fetchReaders({ runner, apiUrl }, { place, name }, signal)
      : undefined;
  if (readers !== undefined && readers.kind !== 'ok') return readers;
  const { id, key: publicKey } = key.value.value;
  const body = { encrypted_value: await seal(text, publicKey), key_id: id, ...readers?.value };
  const written = await runner.write({
    method: 'PUT',
    url: endpoints.secret(apiUrl, place, name),
    body,
    signal,
    doneBy: [201, 204],
  });
  if (written.kind !== 'ok') return written;
  const change = written.value === 201 ? 'created' : 'updated';
  return { kind: 'ok', value: { change, visibility: readers?.value.visibility } };
}

/**
 * GitHub accepts an organization's secret only together with all its readers: readers that are not sent again
 * lose access.
 */
async function fetchReaders(
  { runner, apiUrl }: { readonly runner: GitHubCallRunner; readonly apiUrl: URL },
  { place, name }: Pick<ClearSecret, 'place' | 'name'>,
  signal: AbortSignal,
): Promise<GitHubReply<Readers>> {
  const existing = await runner.run({
    method: 'GET',
    url: endpoints.secret(apiUrl, place, name),
    signal,
    read: (schemas) => schemas.readVisibility,
  });
  // The key request succeeded, so this 404 is not a missing permission.
  if (existing.kind === 'refused' && existing.refusal.status === 404) {
    return { kind: 'ok', value: { visibility: 'selected', selected_repository_ids: [] } };
  }
  if (existing.kind !== 'ok') return existing;
  const visibility = existing.value.value;
  if (visibility !== 'selected') return { kind: 'ok', value: { visibility } };
  const repositories = await fetchPages(runner, {
    url: endpoints.secretRepositories(apiUrl, place, name),
    signal,
    read: (schemas) => schemas.readRepositoryIds,
  });
  if (repositories.kind !== 'ok') return repositories;
  return { kind: 'ok', value: { visibility, selected_repository_ids: repositories.value } };
}
