import { type Viewer, canReadCode, canSee, hasRole, rankOf } from '../state/permissions.js';
import type { Instance, ProjectRecord, UserRecord } from '../state/records.js';
import { errorAnswer, jsonAnswer } from '../wire/answer.js';
import { type Call, viewerOf } from '../wire/call.js';
import { pageAnswer } from '../wire/paging.js';
import type { ParameterTree } from '../wire/parameter-tree.js';
import { scalarText, wordProblems } from '../wire/parameters.js';
import type { SimulatedResponse } from '../wire/wire.js';
import { type Entity, timestamp } from './users.js';

/**
 * A project as lists show it to nobody in particular, and to whoever asks for `simple` ones.
 * @see GitLab, `lib/api/entities/basic_project_details.rb`
 */
function simpleEntity({ externalUrl }: Instance, project: ProjectRecord, viewer: Viewer): Entity {
  const segments = project.path.split('/');
  const name = segments.at(-1) ?? project.path;
  const webUrl = `${externalUrl}/${project.path}`;
  const at = timestamp(project.createdMs);
  const isCodeRead = canReadCode(project, viewer);
  return {
    id: project.id,
    description: null,
    name,
    name_with_namespace: segments.join(' / '),
    path: name,
    path_with_namespace: project.path,
    created_at: at,
    ...(isCodeRead ? { default_branch: defaultBranchOf(project) ?? null } : {}),
    tag_list: [],
    topics: [],
    ssh_url_to_repo: `git@${new URL(externalUrl).hostname}:${project.path}.git`,
    http_url_to_repo: `${webUrl}.git`,
    web_url: webUrl,
    ...(isCodeRead ? { readme_url: null, forks_count: 0 } : {}),
    avatar_url: null,
    star_count: 0,
    last_activity_at: at,
    namespace: namespaceEntity(externalUrl, segments.slice(0, -1)),
  };
}

/** The keys of a project that clients of pipelines look at; the real server has many more. */
export function projectEntity(instance: Instance, project: ProjectRecord, viewer: Viewer): Entity {
  const { description } = project;
  const variablesRole = description.variablesMinimumRole ?? 'developer';
  return {
    ...simpleEntity(instance, project, viewer),
    empty_repo: project.refs.length === 0,
    archived: description.archived ?? false,
    visibility: description.visibility ?? 'private',
    jobs_enabled: description.ciEnabled ?? true,
    builds_access_level: (description.ciEnabled ?? true) ? 'enabled' : 'disabled',
    import_status: (description.importRunning ?? false) ? 'started' : 'none',
    public_jobs: description.publicPipelines ?? true,
    ...(canReadCode(project, viewer) ? { ci_config_path: description.ciConfigPath ?? null } : {}),
    restrict_user_defined_variables: variablesRole !== 'developer',
    ci_pipeline_variables_minimum_override_role: variablesRole,
    ...(viewer === undefined ? {} : { permissions: permissionsOf(project, viewer) }),
  };
}

function permissionsOf(project: ProjectRecord, viewer: UserRecord): Entity {
  const role = project.members.get(viewer.username);
  return {
    project_access: role === undefined ? null : { access_level: rankOf(role), notification_level: 3 },
    group_access: null,
  };
}

/** The name of the default branch; `undefined` in a project without branches. */
export function defaultBranchOf({ description, refs }: ProjectRecord): string | undefined {
  return description.defaultBranch ?? refs.find((ref) => ref.kind === 'branch')?.name;
}

function namespaceEntity(externalUrl: string, segments: readonly string[]): Entity {
  const fullPath = segments.join('/');
  return {
    id: 1,
    name: segments.at(-1) ?? '',
    path: segments.at(-1) ?? '',
    kind: 'group',
    full_path: fullPath,
    parent_id: null,
    avatar_url: null,
    web_url: `${externalUrl}/groups/${fullPath}`,
  };
}

/** Problems of the filters of the list of projects. */
export function projectFilterProblems({ parameters }: Call): readonly string[] {
  return [
    ...wordProblems(parameters, 'visibility', ['private', 'internal', 'public']),
    ...wordProblems(parameters, 'order_by', orders),
    ...wordProblems(parameters, 'sort', ['asc', 'desc']),
  ];
}

const orders = [
  'id',
  'name',
  'path',
  'created_at',
  'updated_at',
  'last_activity_at',
  'similarity',
  'star_count',
];

/**
 * `GET /projects`: the projects that the caller may see.
 * @see https://docs.gitlab.com/api/projects/#list-projects
 */
export function listProjects(call: Call): SimulatedResponse {
  const problems = projectFilterProblems(call);
  if (problems.length > 0) return errorAnswer(400, problems.join(', '));
  const { instance, parameters } = call;
  const viewer = viewerOf(call);
  const search = scalarText(parameters.search).toLowerCase();
  const searched = scalarText(parameters.search_namespaces) === 'true';
  const isOn = (name: string): boolean => scalarText(parameters[name]) === 'true';
  const items = [...instance.projects.values()]
    .filter((project) => project.description.gone === undefined && canSee(project, viewer))
    .filter(({ path }) => (searched ? path : lastSegment(path)).toLowerCase().includes(search))
    .filter((project) => !isOn('membership') || isMember(project, viewer))
    .filter((project) => !isOn('owned') || (viewer !== undefined && hasRole(project, viewer, 'owner')))
    .filter(({ description }) => {
      const wanted = scalarText(parameters.visibility);
      return wanted === '' || wanted === (description.visibility ?? 'private');
    })
    .filter(({ description }) => {
      const wanted = scalarText(parameters.archived);
      return wanted === '' || wanted === String(description.archived ?? false);
    });
  const entity = viewer === undefined || isOn('simple') ? simpleEntity : projectEntity;
  return pageAnswer(call, {
    items: sorted(items, parameters),
    entity: (project) => entity(instance, project, viewer),
    defaults: { order_by: 'created_at', sort: 'desc' },
  });
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function isMember(project: ProjectRecord, viewer: Viewer): boolean {
  return viewer !== undefined && hasRole(project, viewer, 'guest');
}

/** All projects have the same creation time. Sorting by time therefore uses the id, as in GitLab. */
function sorted(projects: readonly ProjectRecord[], parameters: ParameterTree): readonly ProjectRecord[] {
  const byPath = ['name', 'path'].includes(scalarText(parameters.order_by));
  const ascending = projects.toSorted((one, other) => {
    const order = byPath ? compareText(lastSegment(one.path), lastSegment(other.path)) : 0;
    return order === 0 ? one.id - other.id : order;
  });
  return parameters.sort === 'asc' ? ascending : ascending.toReversed();
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** `GET /projects/:id`. */
export function showProject(call: Call, project: ProjectRecord): SimulatedResponse {
  return jsonAnswer(200, projectEntity(call.instance, project, viewerOf(call)));
}
