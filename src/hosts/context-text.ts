import { withoutEnd } from '../base/text.js';
import type { HostInputs, HostMeans } from './host.js';

/**
 * The number of a pull request as a host tells it: alone (`7`), or as the end of its address
 * (`https://github.com/o/r/pull/7`).
 */
export function pullRequestNumber(text: string | undefined): number | undefined {
  const [, digits] = /^(?:.*\/)?([1-9]\d{0,14})$/.exec(text ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** A ref without `refs/heads/`, `refs/tags/` or `refs/pull/`. */
export function shortRef(ref: string | undefined): string | undefined {
  return ref?.replace(/^refs\/(?:heads|tags|pull)\//, '');
}

/** The full name of a tag or, where there is none, of a branch. */
export function fullRef({
  tag,
  branch,
}: {
  readonly tag?: string | undefined;
  readonly branch?: string | undefined;
}): string | undefined {
  if (tag !== undefined) return `refs/tags/${tag}`;
  return branch === undefined ? undefined : `refs/heads/${branch}`;
}

/** `group/app` of a repository's address for Git, without the password that may be in it. */
export function repositoryIn(gitUrl: string | undefined): string | undefined {
  const [, path] = /^(?:[a-z+]+:\/\/[^/]+\/|[^/:]+:(?!\/\/))(.+)$/i.exec(withoutEnd(gitUrl ?? '', '/')) ?? [];
  return path?.replace(/(?<=.)\.git$/i, '');
}

/**
 * Inputs of a step that is a plugin: each setting is a variable, `PLUGIN_PROJECT_ID`. A map comes as a JSON
 * object, which is how `variables` and `inputs` are read; a list comes with commas between its entries.
 * Settings are written in the step, and the variables of a plugin come from elsewhere as well: whoever may
 * start a build may often set some. In a step with commands, which has no settings, it is the other way
 * round; there the CI puts the script into a variable.
 */
export function pluginInputs({ environment }: Pick<HostMeans, 'environment'>): HostInputs {
  return {
    read: (name) => environment[`PLUGIN_${name.toUpperCase()}`],
    rank: hasScript(environment) ? 'below_environment' : 'above_environment',
  };
}

/** Whether this is a step that has settings, and runs an image by its own entry point. */
export function isPlugin(environment: HostMeans['environment']): boolean {
  return !hasScript(environment) && Object.keys(environment).some((name) => name.startsWith('PLUGIN_'));
}

function hasScript({ DRONE_SCRIPT = '', CI_SCRIPT = '' }: HostMeans['environment']): boolean {
  return DRONE_SCRIPT !== '' || CI_SCRIPT !== '';
}
