import type { HostMeans } from './host-means.js';
import type { HostInputs } from './ports.js';

/**
 * Inputs of a step that is a plugin: each setting is a variable, `PLUGIN_PROJECT_ID`. A map comes as a JSON object, which is how `variables` and `inputs`
 * are read; a list comes with commas between its entries. Settings are written in the step, and the variables of a plugin come from elsewhere as well: whoever may start a build may often set
 * some. In a step with commands, which has no settings, it is the other way round; there the CI puts the script into a variable.
 */
export function pluginInputs({ environment }: Pick<HostMeans, 'environment'>): HostInputs {
  const isScript = [environment.DRONE_SCRIPT, environment.CI_SCRIPT].some((script = '') => script !== '');
  return {
    read: (name) => environment[`PLUGIN_${name.toUpperCase()}`],
    rank: isScript ? 'below_environment' : 'above_environment',
  };
}
