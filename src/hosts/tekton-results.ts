import type { HostMeans } from './host.js';

/**
 * Where the results of a task are; `GITLAB_TRIGGER_TEKTON_RESULTS` names the folder of a Tekton that has them
 * elsewhere.
 */
export function tektonResults(environment: HostMeans['environment']): string {
  return environment.GITLAB_TRIGGER_TEKTON_RESULTS ?? '/tekton/results';
}
