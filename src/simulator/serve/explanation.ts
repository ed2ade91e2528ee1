import type { Scenario } from '../gitlab/state/scenario.js';

/**
 * What the command prints about a scenario that it serves at `url`, line by line; its tokens are valid
 * nowhere else.
 */
export function explanationOf(scenario: Scenario, { url, version }: ServedAs): readonly string[] {
  const release = version.split('.').slice(0, 2).join('.');
  const projects = scenario.projects.map(({ id, path, refs }) =>
    labeled('project', `${path} (id ${id}), refs ${refs.map(({ name }) => name).join(', ')}`),
  );
  const triggers = scenario.projects.flatMap((project) => project.triggers ?? []);
  return [
    `A simulated GitLab ${release} listens on ${url}, until it is stopped (Ctrl+C). Its tokens open nothing anywhere else.`,
    '',
    ...projects,
    ...triggers.map(({ token }) => labeled('trigger token', token)),
    ...(scenario.accessTokens ?? []).map(({ token }) => labeled('access token', token)),
    labeled('control API', `${url}/-/simulator/`),
    '',
    ...commandsOf(scenario, url),
  ];
}

interface ServedAs {
  readonly url: string;
  readonly version: string;
}

function labeled(label: string, text: string): string {
  return `${label.padEnd(15)}${text}`;
}

/** Lines to copy, for the first project that can be triggered. */
function commandsOf({ projects, accessTokens = [] }: Scenario, url: string): readonly string[] {
  const project = projects.find(({ refs, triggers = [] }) => refs.length > 0 && triggers.length > 0);
  const [ref, trigger] = [project?.refs[0], project?.triggers?.[0]];
  if (project === undefined || ref === undefined || trigger === undefined) return [];
  const access = accessTokens[0] === undefined ? '' : `GITLAB_TRIGGER_ACCESS_TOKEN=${accessTokens[0].token} `;
  return [
    `curl --data "token=${trigger.token}" --data ref=${ref.name} ${url}/api/v4/projects/${project.id}/trigger/pipeline`,
    `GITLAB_TRIGGER_TOKEN=${trigger.token} ${access}gitlab-trigger run --gitlab-url ${url} --project-id ${project.path} --ref ${ref.name} --wait`,
  ];
}
