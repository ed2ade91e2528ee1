import { withoutEnd } from '../base/text.js';
import type { HostInputs, HostMeans } from './host.js';

/**
 * The number of a pull request as a host provides it: alone (`7`), or at the end of its URL
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

/** The full name of a tag or, without one, of a branch. */
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

/** `group/app` from the Git URL of a repository, without a password that may be in it. */
export function repositoryIn(gitUrl: string | undefined): string | undefined {
  const [, path] = /^(?:[a-z+]+:\/\/[^/]+\/|[^/:]+:(?!\/\/))(.+)$/i.exec(withoutEnd(gitUrl ?? '', '/')) ?? [];
  return path?.replace(/(?<=.)\.git$/i, '');
}

/**
 * Inputs of a step that is a plugin: each setting is a variable, `PLUGIN_PROJECT_ID`. A map arrives as a JSON
 * object, which `variables` and `inputs` accept; a list arrives with commas between its entries. Settings
 * take precedence over `GITLAB_TRIGGER_…` variables, because settings are written in the step, but everyone
 * who may start a build can often set variables. In a step with commands, which has no settings, it is the
 * other way around: there the CI puts the script into a variable.
 */
export function pluginInputs({ environment }: Pick<HostMeans, 'environment'>): HostInputs {
  return {
    read: (name) => environment[`PLUGIN_${name.toUpperCase()}`],
    rank: hasScript(environment) ? 'below_environment' : 'above_environment',
  };
}

/** Whether this step has settings and runs the image's own entry point. */
export function isPlugin(environment: HostMeans['environment']): boolean {
  return !hasScript(environment) && Object.keys(environment).some((name) => name.startsWith('PLUGIN_'));
}

function hasScript({ DRONE_SCRIPT = '', CI_SCRIPT = '' }: HostMeans['environment']): boolean {
  return DRONE_SCRIPT !== '' || CI_SCRIPT !== '';
}
