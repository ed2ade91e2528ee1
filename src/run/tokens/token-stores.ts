import { checkSecretFile, writeSecretFile } from '../../hosts/secret-file.js';
import type { Connection, StoreCommand, TokenTargets } from '../../model/requests.js';
import type { TokenOutput, TokenStore } from '../../tokens/store.js';
import type { RunDeps } from '../context.js';

/** The stores for a new token, with the function that closes them. */
export interface OpenStores {
  readonly stores: readonly TokenStore[];
  readonly close: () => void;
}

/**
 * Opens the stores for a new token, the file first. Sends no request yet.
 * @throws {InputError} when a store cannot be used.
 */
export async function openStores(
  deps: RunDeps,
  { file, command, github }: TokenTargets,
  { caCertificate, requestTimeoutMs }: Connection,
): Promise<OpenStores> {
  const local = [
    ...(file === undefined ? [] : [await fileStore(file)]),
    ...(command === undefined ? [] : [await commandStore(deps, command)]),
  ];
  if (github === undefined) return { stores: local, close: () => undefined };
  const { apiUrl, token, secrets } = github;
  const { openGitHub } = await import('../connect-github.js');
  const { githubSecretStore } = await import('./github-secret-store.js');
  const way = openGitHub(deps, { apiUrl, token, caCertificate, requestTimeoutMs });
  const stores = secrets.map((address) => githubSecretStore({ ...deps, github: way.github }, address));
  return { stores: [...local, ...stores], close: way.close };
}

/**
 * Whether and how the output `token` is set: required without a store, and usable if it goes to a requested
 * file.
 */
export function tokenOutput(
  { outputs }: Pick<RunDeps['host'], 'outputs'>,
  stores: readonly TokenStore[],
): TokenOutput {
  return {
    isNeeded: stores.length === 0 || outputs.fault !== undefined,
    loss: async () => {
      const lost = (await outputs.lost?.()) ?? [];
      return lost.find(({ name }) => name === 'token')?.why ?? outputs.fault?.()?.why;
    },
  };
}

async function commandStore(deps: RunDeps, command: StoreCommand): Promise<TokenStore> {
  const { createCommandStore } = await import('./command-store.js');
  return createCommandStore({ ...deps, redact: deps.host.masker.redact }, command);
}

async function fileStore(file: string): Promise<TokenStore> {
  await checkSecretFile(file);
  return {
    where: 'the file of save_to_file',
    store: async (token) => {
      await writeSecretFile(file, token);
      return undefined;
    },
  };
}
