import { jsonAnswer } from '../gitlab/wire/answer.js';
import type { SimulatedResponse } from '../gitlab/wire/wire.js';
import { type GitHubCall, type GitHubEndpoint, done, permitted, withRepository } from './call.js';
import type { GitHubPermission } from './scenario.js';
import { type SecretRecord, placeKey } from './state.js';
import { type Need, notFound, pageOf, refusal } from './wire.js';

const visibilities: ReadonlySet<unknown> = new Set(['all', 'private', 'selected']);

export const getPublicKey: GitHubEndpoint = (call) =>
  withPlace(call, 'read', () => {
    const { id, publicKey } = call.instance.pair;
    return jsonAnswer(200, { key_id: id, key: publicKey });
  });

export const getSecret: GitHubEndpoint = (call) =>
  withPlace(call, 'read', (place) => {
    const secret = call.instance.secrets.get(placeKey(place));
    const { name = '' } = call.path;
    return secret === undefined
      ? notFound()
      : jsonAnswer(200, { name: name.toUpperCase(), visibility: secret.visibility });
  });

export const listSecretRepositories: GitHubEndpoint = (call) =>
  withPlace(call, 'read', (place) => {
    const secret = call.instance.secrets.get(placeKey(place));
    if (secret === undefined) return notFound();
    const ids = secret.repositoryIds ?? [];
    return pageOf(ids, call.url, (shown) => ({
      total_count: ids.length,
      repositories: shown.map((id) => ({ id })),
    }));
  });

/** A repository list that is not sent again with an organization's secret is removed. */
export const putSecret: GitHubEndpoint = (call) =>
  withPlace(call, 'write', (place) => {
    const { instance, path, body } = call;
    const { encrypted_value: sealed, key_id: keyId, visibility, selected_repository_ids: ids = [] } = body;
    const { name = '' } = path;
    if (!/^[a-z_][a-z0-9_]*$/i.test(name) || /^github_/i.test(name)) {
      return refusal(
        422,
        'Secret names can only contain alphanumeric characters ([a-z], [A-Z], [0-9]) or underscores (_).',
      );
    }
    if (typeof sealed !== 'string' || keyId !== instance.pair.id) {
      return refusal(422, 'Bad request - key_id does not match the latest public key');
    }
    if (!canBeOpened(call, sealed)) return refusal(422, 'The secret could not be decrypted');
    if (place[0] === 'orgs' && !visibilities.has(visibility)) {
      return refusal(422, 'Invalid request.\n\n"visibility" wasn\'t supplied.');
    }
    const key = placeKey(place);
    const isNew = !instance.secrets.has(key);
    const readers = place[0] === 'orgs' ? { visibility, repositoryIds: ids } : {};
    instance.secrets.set(key, { sealed, ...readers } as SecretRecord);
    return isNew ? jsonAnswer(201, {}) : done();
  });

function canBeOpened({ instance }: GitHubCall, sealed: string): boolean {
  try {
    instance.pair.open(sealed);
    return true;
  } catch {
    return false;
  }
}

/**
 * The place of the secret that a path is about: that of an environment, of a repository, or of an
 * organization.
 */
function withPlace(
  call: GitHubCall,
  access: 'read' | 'write',
  work: (place: readonly string[]) => SimulatedResponse,
): SimulatedResponse {
  const { instance, path } = call;
  const { organization, environment, owner = '', repository = '', name = '' } = path;
  const needs = (permission: GitHubPermission): readonly Need[] => [[permission, access]];
  if (organization !== undefined) {
    if (!instance.organizations.has(organization.toLowerCase())) return notFound();
    return permitted(call, needs('organization_secrets'), () => work(['orgs', organization, name]));
  }
  return withRepository(call, ({ environments }) => {
    if (environment === undefined) {
      return permitted(call, needs('secrets'), () => work(['repos', owner, repository, name]));
    }
    return permitted(call, needs('environments'), () =>
      environments.has(environment)
        ? work(['environments', owner, repository, environment, name])
        : notFound(),
    );
  });
}
