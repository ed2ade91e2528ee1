import { type Viewer, canRunOn, rankOf } from '../../state/permissions.js';
import type { Instance, ProjectRecord, RefRecord } from '../../state/records.js';
import { jsonAnswer, messageAnswer } from '../../wire/answer.js';
import { type Call, viewerOf } from '../../wire/call.js';
import { pageAnswer } from '../../wire/paging.js';
import { scalarText } from '../../wire/parameters.js';
import type { SimulatedResponse } from '../../wire/wire.js';
import { defaultBranchOf } from '../projects.js';
import { commitEntity } from './commit-entity.js';
import type { Entity } from '../users.js';

/** `GET /projects/:id/repository/branches/:branch`. @see https://docs.gitlab.com/api/branches/ */
export function showBranch(call: Call, project: ProjectRecord): SimulatedResponse {
  const branch = refOf(project, 'branch', call.pathParameters.branch);
  if (branch === undefined) return messageAnswer(404, '404 Branch Not Found');
  return jsonAnswer(200, branchEntity(call, project, branch));
}

/** `GET /projects/:id/repository/branches`. */
export function listBranches(call: Call, project: ProjectRecord): SimulatedResponse {
  return pageAnswer(call, {
    items: named(project, 'branch', call),
    entity: (branch) => branchEntity(call, project, branch),
    defaults: { sort: 'name_asc' },
  });
}

function branchEntity(call: Call, project: ProjectRecord, branch: RefRecord): Entity {
  const developersCan = branch.protectedFor !== undefined && developersMay(branch);
  return {
    name: branch.name,
    commit: shownCommit(call.instance, project, branch),
    merged: false,
    protected: branch.protectedFor !== undefined,
    developers_can_push: developersCan,
    developers_can_merge: developersCan,
    can_push: canPush(project, viewerOf(call), branch),
    default: defaultBranchOf(project) === branch.name,
    web_url: `${call.instance.externalUrl}/${project.path}/-/tree/${branch.name}`,
  };
}

/** By name; `search` matches a part of it, or its start (`^`) or end (`$`). */
function named(project: ProjectRecord, kind: RefRecord['kind'], { parameters }: Call): readonly RefRecord[] {
  const search = scalarText(parameters.search);
  const text = search.replace(/^\^/, '').replace(/\$$/, '');
  return project.refs
    .filter((ref) => ref.kind === kind && ref.name.includes(text))
    .filter(({ name }) => !search.startsWith('^') || name.startsWith(text))
    .filter(({ name }) => !search.endsWith('$') || name.endsWith(text))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** `GET /projects/:id/repository/tags/:tag`. @see https://docs.gitlab.com/api/tags/ */
export function showTag(call: Call, project: ProjectRecord): SimulatedResponse {
  const tag = refOf(project, 'tag', call.pathParameters.tag);
  return tag === undefined
    ? messageAnswer(404, '404 Tag Not Found')
    : jsonAnswer(200, tagEntity(call, project, tag));
}

/** `GET /projects/:id/repository/tags`: the newest first, which is the last by name here. */
export function listTags(call: Call, project: ProjectRecord): SimulatedResponse {
  return pageAnswer(call, {
    items: named(project, 'tag', call).toReversed(),
    entity: (tag) => tagEntity(call, project, tag),
    defaults: { order_by: 'updated', sort: 'desc' },
  });
}

function tagEntity({ instance }: Call, project: ProjectRecord, tag: RefRecord): Entity {
  return {
    name: tag.name,
    message: '',
    target: tag.sha,
    commit: shownCommit(instance, project, tag),
    release: null,
    protected: tag.protectedFor !== undefined,
    created_at: null,
  };
}

/**
 * `GET /projects/:id/repository/merge_base`, for two commits; each branch has a linear history.
 * @see https://docs.gitlab.com/api/repositories/#merge-base
 */
export function showMergeBase({ parameters }: Call, project: ProjectRecord): SimulatedResponse {
  const { refs } = parameters;
  const names = Array.isArray(refs) ? refs.map((name) => scalarText(name as string)) : [];
  if (names.length < 2) return messageAnswer(400, 'Provide at least 2 refs');
  const pasts = names.map((name) => pastOf(project, name));
  const unknown = names.filter((_, index) => pasts[index] === undefined);
  if (unknown.length > 0) {
    return messageAnswer(400, `Could not find ref${unknown.length > 1 ? 's' : ''}: ${unknown.join(', ')}`);
  }
  const [first = [], ...others] = pasts;
  const base = first.find((sha) => others.every((past) => past?.includes(sha)));
  return base === undefined
    ? messageAnswer(404, '404 Merge Base Not Found')
    : jsonAnswer(200, { id: base, short_id: base.slice(0, 8), title: 'A change' });
}

/** A commit, by its full or shortened SHA, and its history. */
function pastOf(project: ProjectRecord, name: string): readonly string[] | undefined {
  for (const { sha, past } of project.refs) {
    const line = [sha, ...past];
    const at = line.findIndex((each) => each.startsWith(name));
    if (at >= 0) return line.slice(at);
  }
  return undefined;
}

function refOf(
  project: ProjectRecord,
  kind: RefRecord['kind'],
  name: string | undefined,
): RefRecord | undefined {
  return project.refs.find((ref) => ref.kind === kind && ref.name === name);
}

function shownCommit(instance: Instance, project: ProjectRecord, ref: RefRecord): unknown {
  return ref.commit === 'missing' ? null : commitEntity(instance, project, ref);
}

function developersMay({ protectedFor }: RefRecord): boolean {
  return (
    protectedFor !== undefined && protectedFor !== 'no_one' && rankOf(protectedFor) <= rankOf('developer')
  );
}

function canPush(project: ProjectRecord, viewer: Viewer, ref: RefRecord): boolean {
  if (viewer === undefined || project.description.archived === true) return false;
  const own = project.members.get(viewer.username);
  return own !== undefined && rankOf(own) >= rankOf('developer') && canRunOn(project, viewer, ref);
}
