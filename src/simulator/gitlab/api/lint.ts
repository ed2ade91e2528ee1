import { type CheckedJob, checkedContent } from '../engine/checked-content.js';
import { checkInputs } from '../engine/pipeline-inputs.js';
import { findCommit } from '../state/lookup.js';
import type { ProjectRecord, RefRecord } from '../state/records.js';
import { jsonAnswer, messageAnswer } from '../wire/answer.js';
import type { Call } from '../wire/call.js';
import { scalarText } from '../wire/parameters.js';
import type { SimulatedResponse } from '../wire/wire.js';
import { defaultBranchOf } from './projects.js';

/** Where a project keeps its CI configuration. */
export function configPathOf({ description }: ProjectRecord): string {
  return description.ciConfigPath ?? '.gitlab-ci.yml';
}

/**
 * The CI file of a ref, as it is in the repository; `undefined` if there is none. If the scenario does not
 * define it, it is generated as JSON, which is also YAML.
 */
export function fileTextOf(ref: RefRecord): string | undefined {
  const { ci, ciFile } = ref;
  if (ci.kind === 'missing') return undefined;
  if (ciFile.text !== undefined) return ciFile.text;
  const header = ci.kind === 'valid' && ci.inputs !== undefined ? [{ spec: { inputs: ci.inputs } }] : [];
  return [...header, madeUpJobs(ref)].map((document) => JSON.stringify(document, null, 2)).join('\n---\n');
}

/** GitLab's merged configuration of the CI file. */
export function mergedTextOf(ref: RefRecord): string {
  return ref.ciFile.merged ?? `---\n${JSON.stringify(madeUpJobs(ref), null, 2)}\n`;
}

type MadeUpJob = Pick<CheckedJob, 'stage' | 'script'>;

function madeUpJobs({ ci }: RefRecord): Readonly<Record<string, MadeUpJob>> {
  const script = ci.kind === 'valid' && typeof ci.script === 'object' ? ci.script : {};
  const jobs = script.jobs ?? [{ name: 'build' }];
  return Object.fromEntries(
    jobs.map(({ name, stage }) => [name, { stage: stage ?? 'test', script: [`echo ${name}`] }]),
  );
}

/**
 * `GET /projects/:id/ci/lint`: the static check, which takes neither variables nor inputs.
 * @see https://docs.gitlab.com/api/lint/
 */
export function lintConfiguration(call: Call, project: ProjectRecord): SimulatedResponse {
  if (project.refs.length === 0) return messageAnswer(404, '404 Repository Not Found');
  const { content_ref: contentRef, sha } = call.parameters;
  const isOld = call.instance.release.lintRef !== 'content_ref';
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
    ...listedJobs(call, errors.length === 0 ? jobsOf(ref) : []),
  });
}

/** Problems of the parameters of the check of a ref: the old and the new name of one exclude each other. */
export function lintProblems({ parameters, instance }: Call): readonly string[] {
  if (instance.release.lintRef !== 'content_ref') return [];
  const isGiven = (name: string): boolean => parameters[name] !== undefined;
  return [
    ...(isGiven('content_ref') && isGiven('sha') ? ['sha, content_ref are mutually exclusive'] : []),
    ...(isGiven('dry_run_ref') && isGiven('ref') ? ['ref, dry_run_ref are mutually exclusive'] : []),
  ];
}

/** Problems of the parameters of the check of a text. */
export function checkedProblems({ parameters }: Call): readonly string[] {
  return parameters.content === undefined ? ['content is missing'] : [];
}

/** `POST /projects/:id/ci/lint`: the check of a text that is in no repository. */
export function checkConfiguration(call: Call): SimulatedResponse {
  const text = scalarText(call.parameters.content);
  const { errors, jobs } = checkedContent(text);
  return jsonAnswer(200, {
    valid: errors.length === 0,
    errors,
    warnings: [],
    merged_yaml: errors.length === 0 ? text : null,
    includes: [],
    ...listedJobs(call, jobs),
  });
}

function listedJobs(
  { parameters }: Call,
  jobs: readonly CheckedJob[],
): { readonly jobs?: readonly object[] } {
  if (scalarText(parameters.include_jobs) !== 'true') return {};
  return {
    jobs: jobs.map(({ name, stage, script }) => ({
      name,
      stage,
      before_script: [],
      script,
      after_script: [],
      tag_list: [],
      only: { refs: ['branches', 'tags'] },
      except: null,
      environment: null,
      when: 'on_success',
      allow_failure: false,
      needs: null,
    })),
  };
}

function jobsOf(ref: RefRecord): readonly CheckedJob[] {
  return Object.entries(madeUpJobs(ref)).map(([name, { stage, script }]) => ({ name, stage, script }));
}

function errorsIn({ ci }: RefRecord): readonly string[] {
  if (ci.kind === 'missing') return ['Please provide content of .gitlab-ci.yml'];
  if (ci.kind === 'invalid') return ci.errors;
  const check = ci.kind === 'valid' ? checkInputs(ci.inputs, {}) : undefined;
  return check?.kind === 'invalid' ? check.errors : [];
}
