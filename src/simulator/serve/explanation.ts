import type { Scenario } from '../gitlab/state/scenario.js';

/**
 * What the command prints about a scenario that it serves at `url`, line by line; its tokens are valid
 * nowhere else.
 */
export function explanationOf(scenario: Scenario, served: ServedAs): readonly string[] {
  const { url, version, caFile } = served;
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
    ...(caFile === undefined ? [] : [labeled('CA certificate', caFile)]),
    '',
    ...commandsOf(scenario, served),
  ];
}

interface ServedAs {
  readonly url: string;
  readonly version: string;
  /** What clients trust it by; absent over plain HTTP. */
  readonly caFile: string | undefined;
}

function labeled(label: string, text: string): string {
  return `${label.padEnd(15)}${text}`;
}

/** Lines to copy, for the first project that can be triggered. */
function commandsOf({ projects, accessTokens = [] }: Scenario, { url, caFile }: ServedAs): readonly string[] {
  const project = projects.find(({ refs, triggers = [] }) => refs.length > 0 && triggers.length > 0);
  const [ref, trigger] = [project?.refs[0], project?.triggers?.[0]];
  if (project === undefined || ref === undefined || trigger === undefined) return [];
  const access = accessTokens[0] === undefined ? '' : `GITLAB_TRIGGER_ACCESS_TOKEN=${accessTokens[0].token} `;
  const [curl, run] =
    caFile === undefined ? ['', ''] : [` --cacert '${caFile}'`, ` --ca-certificate '${caFile}'`];
  return [
    `curl${curl} --data "token=${trigger.token}" --data ref=${ref.name} ${url}/api/v4/projects/${project.id}/trigger/pipeline`,
    `GITLAB_TRIGGER_TOKEN=${trigger.token} ${access}gitlab-trigger run --gitlab-url ${url} --project-id ${project.path} --ref ${ref.name} --wait${run}`,
  ];
}

interface Ready {
  readonly url: string;
  readonly pid: number;
  readonly scenario: Scenario;
  /** What clients trust it by; absent over plain HTTP. */
  readonly caFile: string | undefined;
}

/** What a program needs that has started the server, as JSON. */
export function readyText({ url, pid, scenario, caFile }: Ready): string {
  const [trigger] = scenario.projects.flatMap(({ triggers = [] }) => triggers);
  const [access] = scenario.accessTokens ?? [];
  const ready = {
    url: reachableUrl(url),
    token: trigger?.token ?? '',
    access_token: access?.token ?? '',
    ca_file: caFile ?? '',
    pid,
  };
  return `${JSON.stringify(ready)}\n`;
}

/** Every address of the machine is none that a client could ask for. */
export function reachableUrl(url: string): string {
  return url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
}
