import { findCommit } from '../state/lookup.js';
import { type Viewer, canRunOn, rankOf } from '../state/permissions.js';
import type { ProjectRecord, RefRecord } from '../state/records.js';
import { jsonAnswer, messageAnswer, textAnswer } from '../wire/answer.js';
import { type Call, viewerOf } from '../wire/call.js';
import { scalarText } from '../wire/parameters.js';
import type { SimulatedResponse } from '../wire/wire.js';
import { configPathOf, fileTextOf } from './lint.js';
import { defaultBranchOf } from './projects.js';

/** `GET /projects/:id/repository/branches/:branch`. @see https://docs.gitlab.com/api/branches/ */
export function showBranch(call: Call, project: ProjectRecord): SimulatedResponse {
  const branch = refOf(project, 'branch', call.pathParameters.branch);
  if (branch === undefined) return messageAnswer(404, '404 Branch Not Found');
  const developersCan = branch.protectedFor !== undefined && developersMay(branch);
  return jsonAnswer(200, {
    name: branch.name,
    commit: commitEntity(branch),
    merged: false,
    protected: branch.protectedFor !== undefined,
    developers_can_push: developersCan,
    developers_can_merge: developersCan,
    can_push: canPush(project, viewerOf(call), branch),
    default: defaultBranchOf(project) === branch.name,
    web_url: `${call.instance.externalUrl}/${project.path}/-/tree/${branch.name}`,
  });
}

/** `GET /projects/:id/repository/tags/:tag`. @see https://docs.gitlab.com/api/tags/ */
export function showTag(call: Call, project: ProjectRecord): SimulatedResponse {
  const tag = refOf(project, 'tag', call.pathParameters.tag);
  if (tag === undefined) return messageAnswer(404, '404 Tag Not Found');
  return jsonAnswer(200, {
    name: tag.name,
    message: '',
    target: tag.sha,
    commit: commitEntity(tag),
    release: null,
    protected: tag.protectedFor !== undefined,
  });
}

/**
 * `GET /projects/:id/repository/files/:path/raw`: the CI file is the only one there is.
 * @see https://docs.gitlab.com/api/repository_files/
 */
export function showRawFile(call: Call, project: ProjectRecord): SimulatedResponse {
  const ref = findCommit(project, scalarText(call.parameters.ref));
  if (ref === undefined) return messageAnswer(404, '404 Commit Not Found');
  const text = call.pathParameters.path === configPathOf(project) ? fileTextOf(ref) : undefined;
  return text === undefined ? messageAnswer(404, '404 File Not Found') : textAnswer(200, text);
}

function refOf(
  project: ProjectRecord,
  kind: RefRecord['kind'],
  name: string | undefined,
): RefRecord | undefined {
  return project.refs.find((ref) => ref.kind === kind && ref.name === name);
}

function commitEntity({ sha, commit }: RefRecord): unknown {
  return commit === 'missing' ? null : { id: sha, short_id: sha.slice(0, 8), title: 'A change' };
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
