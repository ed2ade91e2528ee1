import type { Host } from '../host.js';
import { githubLikeHost } from './github-actions.js';
import { forgejo } from './github-context.js';

// Forgejo Actions, which runs actions as GitHub does.
// https://forgejo.org/docs/latest/user/actions/reference/
// https://forgejo.org/docs/latest/user/actions/github-actions/

/**
 * A step of Forgejo Actions. Forgejo shows warnings and errors in the log only, and no reports. A canceled
 * step is killed at once; its post step runs.
 */
export function forgejoHost(): Host {
  return githubLikeHost(forgejo);
}
