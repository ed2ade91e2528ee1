import type { HostMeans } from './host-means.js';

/**
 * Inputs of a step that is a plugin: each setting is a variable, `PLUGIN_PROJECT_ID`. A map comes as a JSON object, which is how `variables` and `inputs`
 * are read; a list comes with commas between its entries.
 */
export function pluginInput({
  environment,
}: Pick<HostMeans, 'environment'>): (name: string) => string | undefined {
  return (name) => environment[`PLUGIN_${name.toUpperCase()}`];
}
