import type { Host } from '../host.js';
import { githubLikeHost } from './github-actions.js';
import { gitea } from './github-context.js';

// Gitea Actions, which runs actions as GitHub does.
// https://docs.gitea.com/usage/actions/comparison
// https://docs.gitea.com/usage/actions/actions-variables

/**
 * A step of Gitea Actions. Gitea shows warnings and errors in the log only, and no reports. A canceled step
 * is killed at once; its post step runs.
 */
export function giteaHost(): Host {
  return githubLikeHost(gitea);
}
