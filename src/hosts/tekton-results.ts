import type { HostMeans } from './host.js';

/**
 * The folder for the results of a task. `GITLAB_TRIGGER_TEKTON_RESULTS` names it if Tekton is configured
 * differently.
 */
export function tektonResults(environment: HostMeans['environment']): string {
  return environment.GITLAB_TRIGGER_TEKTON_RESULTS ?? '/tekton/results';
}
