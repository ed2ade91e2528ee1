import { errorAnswer, jsonAnswer, messageAnswer } from '../answer.js';
import type { Call } from '../call.js';
import { mergedTextOf } from '../ci-file.js';
import { scalarText } from '../parameter-checks.js';
import { checkInputs } from '../pipeline-inputs.js';
import type { ProjectRecord, RefRecord } from '../records.js';
import { findCommit } from '../ref-lookup.js';
import { defaultBranchOf } from '../entities/project-entity.js';
import type { SimulatedResponse } from '../wire.js';

/** `GET /projects/:id/ci/lint`: the static check, which takes neither variables nor inputs. @see https://docs.gitlab.com/api/lint/ */
export function lintConfiguration(call: Call, project: ProjectRecord): SimulatedResponse {
  if (project.refs.length === 0) return messageAnswer(404, '404 Repository Not Found');
  const { content_ref: contentRef, sha } = call.parameters;
  const isOld = call.instance.release.lintRef !== 'content_ref';
  if (!isOld && contentRef !== undefined && sha !== undefined) {
    return errorAnswer(400, 'sha, content_ref are mutually exclusive');
  }
  const given = isOld ? sha : (contentRef ?? sha);
  const ref = findCommit(project, given === undefined ? (defaultBranchOf(project) ?? '') : scalarText(given));
  if (ref === undefined) return messageAnswer(404, '404 Commit Not Found');
  const errors = errorsIn(ref);
  return jsonAnswer(200, {
    valid: errors.length === 0,
    errors,
    warnings: ref.ciFile.warnings ?? [],
    merged_yaml: errors.length === 0 ? mergedTextOf(ref) : null,
    includes: [],
  });
}

function errorsIn({ ci }: RefRecord): readonly string[] {
  if (ci.kind === 'missing') return ['Please provide content of .gitlab-ci.yml'];
  if (ci.kind === 'invalid') return ci.errors;
  const check = ci.kind === 'valid' ? checkInputs(ci.inputs, {}) : undefined;
  return check?.kind === 'invalid' ? check.errors : [];
}
